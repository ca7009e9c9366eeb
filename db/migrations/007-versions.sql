-- A version of the codebook: every code as it was when a person named the version. What it holds is never changed; its
-- name and note may be. Codes are known by the id they had in `code`, which they may since have left.

CREATE TABLE version (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  note TEXT NOT NULL DEFAULT '',
  named_at TEXT NOT NULL,
  coder_id TEXT REFERENCES coder (id)
) STRICT;
CREATE TRIGGER version_is_frozen BEFORE UPDATE ON version
WHEN NEW.id <> OLD.id OR NEW.named_at <> OLD.named_at OR NEW.coder_id IS NOT OLD.coder_id
BEGIN SELECT RAISE(ABORT, 'a version is frozen'); END;

CREATE TABLE version_code (
  id TEXT PRIMARY KEY NOT NULL,
  version_id TEXT NOT NULL REFERENCES version (id),
  code_id TEXT NOT NULL,
  parent_id TEXT,
  name TEXT NOT NULL,
  abbreviation TEXT,
  definition TEXT NOT NULL,
  inclusion TEXT NOT NULL,
  exclusion TEXT NOT NULL,
  colour INTEGER NOT NULL,
  position INTEGER NOT NULL,
  taxonomy TEXT,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1)),
  UNIQUE (version_id, code_id)
) STRICT;
CREATE TRIGGER version_code_is_frozen BEFORE UPDATE ON version_code
BEGIN SELECT RAISE(ABORT, 'a version is frozen'); END;

CREATE TRIGGER version_inserted AFTER INSERT ON version BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'version', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER version_updated AFTER UPDATE ON version BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'version', OLD.id, 'update', json_object(
    'id', OLD.id,
    'name', OLD.name,
    'note', OLD.note,
    'named_at', OLD.named_at,
    'coder_id', OLD.coder_id) FROM journal_current;
END;
CREATE TRIGGER version_deleted AFTER DELETE ON version BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'version', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'name', OLD.name,
    'note', OLD.note,
    'named_at', OLD.named_at,
    'coder_id', OLD.coder_id) FROM journal_current;
END;

CREATE TRIGGER version_code_inserted AFTER INSERT ON version_code BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'version_code', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER version_code_updated AFTER UPDATE ON version_code BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'version_code', OLD.id, 'update', json_object(
    'id', OLD.id,
    'version_id', OLD.version_id,
    'code_id', OLD.code_id,
    'parent_id', OLD.parent_id,
    'name', OLD.name,
    'abbreviation', OLD.abbreviation,
    'definition', OLD.definition,
    'inclusion', OLD.inclusion,
    'exclusion', OLD.exclusion,
    'colour', OLD.colour,
    'position', OLD.position,
    'taxonomy', OLD.taxonomy,
    'retired', OLD.retired) FROM journal_current;
END;
CREATE TRIGGER version_code_deleted AFTER DELETE ON version_code BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'version_code', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'version_id', OLD.version_id,
    'code_id', OLD.code_id,
    'parent_id', OLD.parent_id,
    'name', OLD.name,
    'abbreviation', OLD.abbreviation,
    'definition', OLD.definition,
    'inclusion', OLD.inclusion,
    'exclusion', OLD.exclusion,
    'colour', OLD.colour,
    'position', OLD.position,
    'taxonomy', OLD.taxonomy,
    'retired', OLD.retired) FROM journal_current;
END;
