-- The codebook is counted again after every coding: by code, in an index that holds all the counting needs. Its first
-- column also serves what the narrower index did.
CREATE INDEX coding_use ON coding (code_id, transcript_id, coder_id, round_id);
DROP INDEX coding_code;
