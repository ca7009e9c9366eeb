-- What was decided about pairs of codes that two coders may have used for one thing, a round: that the other counts as the
-- first in comparing (map), that it became the first (merge), or that they are two (refuse). A code may go and come back
-- by an undo, or be gone because it was merged, so that codes are not referred to; what both were called is kept.
CREATE TABLE harmonising_decision (
  id TEXT PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL REFERENCES round (id),
  kind TEXT NOT NULL CHECK (kind IN ('map', 'merge', 'refuse')),
  code_id TEXT NOT NULL,
  other_code_id TEXT NOT NULL CHECK (other_code_id <> code_id),
  name TEXT NOT NULL,
  other_name TEXT NOT NULL,
  decided_by TEXT REFERENCES coder (id),
  decided_at TEXT NOT NULL
) STRICT;
-- One decision a pair, whichever of the two stands first.
CREATE UNIQUE INDEX harmonising_decision_pair
ON harmonising_decision (round_id, min(code_id, other_code_id), max(code_id, other_code_id));

-- The agreement of a round as it was before the first decision that changes it: after a merge nothing else could tell.
-- Figures are a JSON array, as app/harmonising/figures.ts writes it.
CREATE TABLE harmonising_baseline (
  id TEXT PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL UNIQUE REFERENCES round (id),
  taken_at TEXT NOT NULL,
  figures TEXT NOT NULL
) STRICT;
CREATE TRIGGER harmonising_baseline_is_frozen BEFORE UPDATE ON harmonising_baseline
BEGIN SELECT RAISE(ABORT, 'a baseline is frozen'); END;

CREATE TRIGGER harmonising_decision_inserted AFTER INSERT ON harmonising_decision BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'harmonising_decision', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER harmonising_decision_updated AFTER UPDATE ON harmonising_decision BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'harmonising_decision', OLD.id, 'update', json_object(
    'id', OLD.id,
    'round_id', OLD.round_id,
    'kind', OLD.kind,
    'code_id', OLD.code_id,
    'other_code_id', OLD.other_code_id,
    'name', OLD.name,
    'other_name', OLD.other_name,
    'decided_by', OLD.decided_by,
    'decided_at', OLD.decided_at) FROM journal_current;
END;
CREATE TRIGGER harmonising_decision_deleted AFTER DELETE ON harmonising_decision BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'harmonising_decision', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'round_id', OLD.round_id,
    'kind', OLD.kind,
    'code_id', OLD.code_id,
    'other_code_id', OLD.other_code_id,
    'name', OLD.name,
    'other_name', OLD.other_name,
    'decided_by', OLD.decided_by,
    'decided_at', OLD.decided_at) FROM journal_current;
END;

CREATE TRIGGER harmonising_baseline_inserted AFTER INSERT ON harmonising_baseline BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'harmonising_baseline', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER harmonising_baseline_updated AFTER UPDATE ON harmonising_baseline BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'harmonising_baseline', OLD.id, 'update', json_object(
    'id', OLD.id,
    'round_id', OLD.round_id,
    'taken_at', OLD.taken_at,
    'figures', OLD.figures) FROM journal_current;
END;
CREATE TRIGGER harmonising_baseline_deleted AFTER DELETE ON harmonising_baseline BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'harmonising_baseline', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'round_id', OLD.round_id,
    'taken_at', OLD.taken_at,
    'figures', OLD.figures) FROM journal_current;
END;
