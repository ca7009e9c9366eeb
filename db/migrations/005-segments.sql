-- What coders say of segments and of words: screenings with their instances, and quotes marked for the catalog. All of it
-- is a coder's in a round; segments themselves are the study's.

-- Null: undecided. The quote's place is that of its words in the transcript, null where they were typed.
CREATE TABLE screening (
  id TEXT PRIMARY KEY NOT NULL,
  segment_id TEXT NOT NULL REFERENCES segment (id),
  coder_id TEXT NOT NULL REFERENCES coder (id),
  round_id TEXT NOT NULL REFERENCES round (id),
  i1 TEXT CHECK (i1 IN ('yes', 'no')),
  i2 TEXT CHECK (i2 IN ('yes', 'no')),
  e1 TEXT CHECK (e1 IN ('yes', 'no')),
  e2 TEXT CHECK (e2 IN ('yes', 'no')),
  e3 TEXT CHECK (e3 IN ('yes', 'no')),
  e4 TEXT CHECK (e4 IN ('yes', 'no')),
  e5 TEXT CHECK (e5 IN ('yes', 'no')),
  quote TEXT NOT NULL DEFAULT '',
  quote_start INTEGER CHECK (quote_start >= 0),
  quote_end INTEGER CHECK (quote_end > quote_start),
  description TEXT NOT NULL DEFAULT '',
  information TEXT NOT NULL DEFAULT '',
  UNIQUE (segment_id, coder_id, round_id),
  CHECK ((quote_start IS NULL) = (quote_end IS NULL))
) STRICT;

-- At most three instances a screening, as of a mismatch: the slot is one of three, and each slot is taken once.
CREATE TABLE screening_instance (
  id TEXT PRIMARY KEY NOT NULL,
  screening_id TEXT NOT NULL REFERENCES screening (id),
  slot INTEGER NOT NULL CHECK (slot IN (1, 2, 3)),
  code_id TEXT NOT NULL REFERENCES code (id),
  UNIQUE (screening_id, slot)
) STRICT;
CREATE INDEX screening_instance_code ON screening_instance (code_id);

CREATE TABLE quote (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL REFERENCES transcript (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  coder_id TEXT NOT NULL REFERENCES coder (id),
  round_id TEXT NOT NULL REFERENCES round (id),
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (transcript_id, start, "end", coder_id, round_id)
) STRICT;

CREATE TRIGGER screening_inserted AFTER INSERT ON screening BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'screening', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER screening_updated AFTER UPDATE ON screening BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'screening', OLD.id, 'update', json_object(
    'id', OLD.id,
    'segment_id', OLD.segment_id,
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id,
    'i1', OLD.i1,
    'i2', OLD.i2,
    'e1', OLD.e1,
    'e2', OLD.e2,
    'e3', OLD.e3,
    'e4', OLD.e4,
    'e5', OLD.e5,
    'quote', OLD.quote,
    'quote_start', OLD.quote_start,
    'quote_end', OLD.quote_end,
    'description', OLD.description,
    'information', OLD.information) FROM journal_current;
END;
CREATE TRIGGER screening_deleted AFTER DELETE ON screening BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'screening', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'segment_id', OLD.segment_id,
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id,
    'i1', OLD.i1,
    'i2', OLD.i2,
    'e1', OLD.e1,
    'e2', OLD.e2,
    'e3', OLD.e3,
    'e4', OLD.e4,
    'e5', OLD.e5,
    'quote', OLD.quote,
    'quote_start', OLD.quote_start,
    'quote_end', OLD.quote_end,
    'description', OLD.description,
    'information', OLD.information) FROM journal_current;
END;

CREATE TRIGGER screening_instance_inserted AFTER INSERT ON screening_instance BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'screening_instance', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER screening_instance_updated AFTER UPDATE ON screening_instance BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'screening_instance', OLD.id, 'update', json_object(
    'id', OLD.id,
    'screening_id', OLD.screening_id,
    'slot', OLD.slot,
    'code_id', OLD.code_id) FROM journal_current;
END;
CREATE TRIGGER screening_instance_deleted AFTER DELETE ON screening_instance BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'screening_instance', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'screening_id', OLD.screening_id,
    'slot', OLD.slot,
    'code_id', OLD.code_id) FROM journal_current;
END;

CREATE TRIGGER quote_inserted AFTER INSERT ON quote BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'quote', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER quote_updated AFTER UPDATE ON quote BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'quote', OLD.id, 'update', json_object(
    'id', OLD.id,
    'transcript_id', OLD.transcript_id,
    'start', OLD.start,
    'end', OLD."end",
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id,
    'note', OLD.note) FROM journal_current;
END;
CREATE TRIGGER quote_deleted AFTER DELETE ON quote BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'quote', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'transcript_id', OLD.transcript_id,
    'start', OLD.start,
    'end', OLD."end",
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id,
    'note', OLD.note) FROM journal_current;
END;
