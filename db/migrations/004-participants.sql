-- What a study notes of its participants beyond role, years, organization and team: any attribute, under its own name.

CREATE TABLE participant_attribute (
  id TEXT PRIMARY KEY NOT NULL,
  participant_id TEXT NOT NULL REFERENCES participant (id),
  name TEXT NOT NULL CHECK (name <> ''),
  value TEXT NOT NULL CHECK (value <> ''),
  UNIQUE (participant_id, name)
) STRICT;

CREATE TRIGGER participant_attribute_inserted AFTER INSERT ON participant_attribute BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'participant_attribute', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER participant_attribute_updated AFTER UPDATE ON participant_attribute BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'participant_attribute', OLD.id, 'update', json_object(
    'id', OLD.id,
    'participant_id', OLD.participant_id,
    'name', OLD.name,
    'value', OLD.value) FROM journal_current;
END;
CREATE TRIGGER participant_attribute_deleted AFTER DELETE ON participant_attribute BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'participant_attribute', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'participant_id', OLD.participant_id,
    'name', OLD.name,
    'value', OLD.value) FROM journal_current;
END;
