-- A code that is retired keeps its codings and is shown, but is not offered any more. Null: in use. Codes retired by one
-- action carry the same time, by which they are brought back together.

ALTER TABLE code ADD COLUMN retired_at TEXT;

DROP TRIGGER code_inserted;
DROP TRIGGER code_updated;
DROP TRIGGER code_deleted;
CREATE TRIGGER code_inserted AFTER INSERT ON code BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'code', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER code_updated AFTER UPDATE ON code BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'code', OLD.id, 'update', json_object(
    'id', OLD.id,
    'parent_id', OLD.parent_id,
    'name', OLD.name,
    'abbreviation', OLD.abbreviation,
    'definition', OLD.definition,
    'inclusion', OLD.inclusion,
    'exclusion', OLD.exclusion,
    'colour', OLD.colour,
    'position', OLD.position,
    'taxonomy', OLD.taxonomy,
    'retired_at', OLD.retired_at) FROM journal_current;
END;
CREATE TRIGGER code_deleted AFTER DELETE ON code BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'code', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'parent_id', OLD.parent_id,
    'name', OLD.name,
    'abbreviation', OLD.abbreviation,
    'definition', OLD.definition,
    'inclusion', OLD.inclusion,
    'exclusion', OLD.exclusion,
    'colour', OLD.colour,
    'position', OLD.position,
    'taxonomy', OLD.taxonomy,
    'retired_at', OLD.retired_at) FROM journal_current;
END;

-- A coding whose words a researcher shows as an example of its code. It rests on the coding: whoever may not see the
-- coding does not see the example, and it goes with the coding. Where the coding was given another code since, the
-- example of the former one is not shown.
CREATE TABLE code_example (
  id TEXT PRIMARY KEY NOT NULL,
  code_id TEXT NOT NULL REFERENCES code (id),
  coding_id TEXT NOT NULL REFERENCES coding (id),
  UNIQUE (code_id, coding_id)
) STRICT;
CREATE INDEX code_example_coding ON code_example (coding_id);

CREATE TRIGGER code_example_goes_with_coding BEFORE DELETE ON coding BEGIN
  DELETE FROM code_example WHERE coding_id = OLD.id;
END;

CREATE TRIGGER code_example_inserted AFTER INSERT ON code_example BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'code_example', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER code_example_updated AFTER UPDATE ON code_example BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'code_example', OLD.id, 'update', json_object(
    'id', OLD.id,
    'code_id', OLD.code_id,
    'coding_id', OLD.coding_id) FROM journal_current;
END;
CREATE TRIGGER code_example_deleted AFTER DELETE ON code_example BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'code_example', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'code_id', OLD.code_id,
    'coding_id', OLD.coding_id) FROM journal_current;
END;
