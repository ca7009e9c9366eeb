-- Which code a merge in the codebook left in another's place, under the id of the one that went: work that comes later, in a
-- packet from another machine, goes where the merge sent all that was here. Neither is referred to: an undo brings the one
-- back (and takes this row with it), and the other may be merged or removed in its turn.
CREATE TABLE code_successor (
  id TEXT PRIMARY KEY NOT NULL,
  successor_id TEXT NOT NULL CHECK (successor_id <> id)
) STRICT;
-- What is known of merges from before: those that harmonising decided.
INSERT OR IGNORE INTO code_successor (id, successor_id)
SELECT other_code_id, code_id FROM harmonising_decision
WHERE kind = 'merge' AND other_code_id NOT IN (SELECT id FROM code);

CREATE TRIGGER code_successor_inserted AFTER INSERT ON code_successor BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'code_successor', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER code_successor_updated AFTER UPDATE ON code_successor BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'code_successor', OLD.id, 'update', json_object(
    'id', OLD.id,
    'successor_id', OLD.successor_id) FROM journal_current;
END;
CREATE TRIGGER code_successor_deleted AFTER DELETE ON code_successor BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'code_successor', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'successor_id', OLD.successor_id) FROM journal_current;
END;
