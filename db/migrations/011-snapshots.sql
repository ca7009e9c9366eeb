-- The agreement of a round as it stood when its moderation began, frozen: it never changes, and only taking back the
-- action that took it removes it. `content` holds what was compared and every figure, by name and not by id, since
-- transcripts, codes and coders' names may change afterwards.

CREATE TABLE snapshot (
  id TEXT PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL UNIQUE REFERENCES round (id),
  unit TEXT NOT NULL CHECK (unit <> ''),
  share REAL,
  seed INTEGER NOT NULL,
  resamples INTEGER NOT NULL CHECK (resamples >= 0),
  codebook_sha256 TEXT NOT NULL CHECK (length(codebook_sha256) = 64),
  codebook_version TEXT,
  taken_at TEXT NOT NULL,
  taken_by TEXT REFERENCES coder (id),
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE TRIGGER snapshot_is_frozen BEFORE UPDATE ON snapshot
BEGIN SELECT RAISE(ABORT, 'a snapshot is frozen'); END;
CREATE TRIGGER snapshot_is_kept BEFORE DELETE ON snapshot
WHEN EXISTS (
  SELECT 1 FROM journal_current c JOIN journal_transaction t ON t.id = c.transaction_id
  WHERE t.kind <> 'undo' AND t.action <> 'history.takeBack')
BEGIN SELECT RAISE(ABORT, 'a snapshot is frozen'); END;

CREATE TRIGGER snapshot_inserted AFTER INSERT ON snapshot BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'snapshot', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER snapshot_updated AFTER UPDATE ON snapshot BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'snapshot', OLD.id, 'update', json_object(
    'id', OLD.id,
    'round_id', OLD.round_id,
    'unit', OLD.unit,
    'share', OLD.share,
    'seed', OLD.seed,
    'resamples', OLD.resamples,
    'codebook_sha256', OLD.codebook_sha256,
    'codebook_version', OLD.codebook_version,
    'taken_at', OLD.taken_at,
    'taken_by', OLD.taken_by,
    'content', OLD.content) FROM journal_current;
END;
CREATE TRIGGER snapshot_deleted AFTER DELETE ON snapshot BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'snapshot', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'round_id', OLD.round_id,
    'unit', OLD.unit,
    'share', OLD.share,
    'seed', OLD.seed,
    'resamples', OLD.resamples,
    'codebook_sha256', OLD.codebook_sha256,
    'codebook_version', OLD.codebook_version,
    'taken_at', OLD.taken_at,
    'taken_by', OLD.taken_by,
    'content', OLD.content) FROM journal_current;
END;
