-- Which text of a transcript follows which: one row a correction that stands. The texts themselves are revisions, frozen and
-- kept; taking a correction back removes its row, and the journal keeps that.

CREATE TABLE correction (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL REFERENCES transcript (id),
  former_id TEXT NOT NULL REFERENCES revision (id),
  revision_id TEXT NOT NULL REFERENCES revision (id),
  coder_id TEXT REFERENCES coder (id),
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  CHECK (former_id <> revision_id)
) STRICT;
CREATE INDEX correction_transcript ON correction (transcript_id, at);

CREATE TRIGGER correction_inserted AFTER INSERT ON correction BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'correction', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER correction_updated AFTER UPDATE ON correction BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'correction', OLD.id, 'update', json_object(
    'id', OLD.id,
    'transcript_id', OLD.transcript_id,
    'former_id', OLD.former_id,
    'revision_id', OLD.revision_id,
    'coder_id', OLD.coder_id,
    'reason', OLD.reason,
    'at', OLD.at) FROM journal_current;
END;
CREATE TRIGGER correction_deleted AFTER DELETE ON correction BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'correction', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'transcript_id', OLD.transcript_id,
    'former_id', OLD.former_id,
    'revision_id', OLD.revision_id,
    'coder_id', OLD.coder_id,
    'reason', OLD.reason,
    'at', OLD.at) FROM journal_current;
END;
