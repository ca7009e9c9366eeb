-- How often each code was used in each pass over each transcript, kept by triggers: screens show these counts after every
-- coding, and counting a hundred thousand codings each time is too slow, above all where they must be decrypted first.
-- Derived from `coding` alone, so it is not journalled: whatever is taken back or done again passes through the triggers.

CREATE TABLE coding_count (
  code_id TEXT NOT NULL,
  transcript_id TEXT NOT NULL,
  coder_id TEXT NOT NULL,
  round_id TEXT NOT NULL,
  codings INTEGER NOT NULL CHECK (codings >= 0),
  PRIMARY KEY (code_id, transcript_id, coder_id, round_id)
) STRICT, WITHOUT ROWID;

INSERT INTO coding_count
SELECT code_id, transcript_id, coder_id, round_id, count(*) FROM coding
GROUP BY code_id, transcript_id, coder_id, round_id;

CREATE TRIGGER coding_counted AFTER INSERT ON coding BEGIN
  INSERT INTO coding_count VALUES (NEW.code_id, NEW.transcript_id, NEW.coder_id, NEW.round_id, 1)
  ON CONFLICT DO UPDATE SET codings = codings + 1;
END;
CREATE TRIGGER coding_uncounted AFTER DELETE ON coding BEGIN
  UPDATE coding_count SET codings = codings - 1
  WHERE code_id = OLD.code_id AND transcript_id = OLD.transcript_id
    AND coder_id = OLD.coder_id AND round_id = OLD.round_id;
  DELETE FROM coding_count
  WHERE code_id = OLD.code_id AND transcript_id = OLD.transcript_id
    AND coder_id = OLD.coder_id AND round_id = OLD.round_id AND codings = 0;
END;
CREATE TRIGGER coding_recounted AFTER UPDATE ON coding BEGIN
  UPDATE coding_count SET codings = codings - 1
  WHERE code_id = OLD.code_id AND transcript_id = OLD.transcript_id
    AND coder_id = OLD.coder_id AND round_id = OLD.round_id;
  INSERT INTO coding_count VALUES (NEW.code_id, NEW.transcript_id, NEW.coder_id, NEW.round_id, 1)
  ON CONFLICT DO UPDATE SET codings = codings + 1;
  DELETE FROM coding_count
  WHERE code_id = OLD.code_id AND transcript_id = OLD.transcript_id
    AND coder_id = OLD.coder_id AND round_id = OLD.round_id AND codings = 0;
END;

-- The sizes of texts, apart from the texts: they stand behind them in the row, which would have to be read through.
CREATE INDEX revision_size ON revision (id, turn_count, word_count);
