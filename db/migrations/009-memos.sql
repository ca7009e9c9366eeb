-- Memos: what was thought, about anything of the study, and the codes they are filed under. And the journal's own note of
-- whose work each action touched, by which the history is kept as blind as the codings.

ALTER TABLE memo RENAME TO memo_before;
DROP INDEX memo_subject;
DROP TRIGGER memo_inserted;
DROP TRIGGER memo_updated;
DROP TRIGGER memo_deleted;

-- What a memo is about may be removed; the memo stays. Of a passage, `subject_id` is the transcript.
CREATE TABLE memo (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  subject_kind TEXT NOT NULL CHECK (subject_kind IN
    ('study', 'participant', 'transcript', 'passage', 'segment', 'code', 'coding', 'mismatch', 'quality_issue')),
  subject_id TEXT NOT NULL,
  start INTEGER,
  "end" INTEGER,
  coder_id TEXT REFERENCES coder (id),
  -- The round that was worked in: until it is opened, the memo is its writer's alone.
  round_id TEXT REFERENCES round (id),
  body TEXT NOT NULL,
  written_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  CHECK ((subject_kind = 'passage') = (start IS NOT NULL AND "end" IS NOT NULL)),
  CHECK (start IS NULL OR (start >= 0 AND "end" > start))
) STRICT;
INSERT INTO memo (id, subject_kind, subject_id, coder_id, body, written_at, updated_at)
SELECT id, subject_kind, subject_id, coder_id, body, written_at, written_at FROM memo_before;
DROP TABLE memo_before;
CREATE INDEX memo_subject ON memo (subject_kind, subject_id);

-- A code may go and come back by an undo: what was filed under it is then filed under it again.
CREATE TABLE memo_code (
  id TEXT PRIMARY KEY NOT NULL,
  memo_id TEXT NOT NULL REFERENCES memo (id),
  code_id TEXT NOT NULL,
  UNIQUE (memo_id, code_id)
) STRICT;
CREATE INDEX memo_code_code ON memo_code (code_id);

CREATE TRIGGER memo_inserted AFTER INSERT ON memo BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'memo', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER memo_updated AFTER UPDATE ON memo BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'memo', OLD.id, 'update', json_object(
    'id', OLD.id,
    'title', OLD.title,
    'subject_kind', OLD.subject_kind,
    'subject_id', OLD.subject_id,
    'start', OLD.start,
    'end', OLD."end",
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id,
    'body', OLD.body,
    'written_at', OLD.written_at,
    'updated_at', OLD.updated_at) FROM journal_current;
END;
CREATE TRIGGER memo_deleted AFTER DELETE ON memo BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'memo', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'title', OLD.title,
    'subject_kind', OLD.subject_kind,
    'subject_id', OLD.subject_id,
    'start', OLD.start,
    'end', OLD."end",
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id,
    'body', OLD.body,
    'written_at', OLD.written_at,
    'updated_at', OLD.updated_at) FROM journal_current;
END;

CREATE TRIGGER memo_code_inserted AFTER INSERT ON memo_code BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'memo_code', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER memo_code_updated AFTER UPDATE ON memo_code BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'memo_code', OLD.id, 'update', json_object(
    'id', OLD.id,
    'memo_id', OLD.memo_id,
    'code_id', OLD.code_id) FROM journal_current;
END;
CREATE TRIGGER memo_code_deleted AFTER DELETE ON memo_code BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'memo_code', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'memo_id', OLD.memo_id,
    'code_id', OLD.code_id) FROM journal_current;
END;

-- Which tables each action touched, and of those that hold a coder's work in a round, whose and in which. Written at an
-- action's end; derived from journal_change, and not journalled itself.
CREATE TABLE journal_touch (
  transaction_id INTEGER NOT NULL REFERENCES journal_transaction (id),
  table_name TEXT NOT NULL,
  coder_id TEXT,
  round_id TEXT
) STRICT;
CREATE INDEX journal_touch_transaction ON journal_touch (transaction_id);
INSERT INTO journal_touch (transaction_id, table_name)
SELECT DISTINCT transaction_id, table_name FROM journal_change
WHERE table_name NOT IN ('coding', 'assignment', 'memo');
INSERT INTO journal_touch (transaction_id, table_name, coder_id, round_id)
SELECT DISTINCT c.transaction_id, c.table_name,
  coalesce(c.before ->> 'coder_id', coding.coder_id, assignment.coder_id, later.before ->> 'coder_id'),
  coalesce(c.before ->> 'round_id', coding.round_id, assignment.round_id, later.before ->> 'round_id')
FROM journal_change c
LEFT JOIN coding ON c.table_name = 'coding' AND coding.id = c.row_id
LEFT JOIN assignment ON c.table_name = 'assignment' AND assignment.id = c.row_id
LEFT JOIN journal_change later ON later.row_id = c.row_id AND later.before IS NOT NULL
WHERE c.table_name IN ('coding', 'assignment', 'memo');
