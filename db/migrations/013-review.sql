-- The review of an independent round that was opened: what its moderator decided about each disagreement and why, every
-- version of it, and what was said about it. What comes of it are codings and screenings of the moderator's in the
-- moderated round, and mismatches of the catalog.

CREATE TABLE review (
  id TEXT PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL UNIQUE REFERENCES round (id),
  moderated_round_id TEXT NOT NULL REFERENCES round (id),
  moderator_id TEXT NOT NULL REFERENCES coder (id),
  started_at TEXT NOT NULL
) STRICT;

-- One row a version; the latest of an item stands. Neither the transcript nor the codings are referred to: they may go and
-- come back by an undo, and the decision stays. `coder_id` is who decided, `round_id` the moderated round.
CREATE TABLE review_decision (
  id TEXT PRIMARY KEY NOT NULL,
  review_id TEXT NOT NULL REFERENCES review (id),
  transcript_id TEXT NOT NULL,
  item TEXT NOT NULL,
  -- The ids of the codings that were decided on together, as a JSON array; empty for a segment's.
  codings TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  round_id TEXT NOT NULL REFERENCES round (id),
  verdict TEXT NOT NULL CHECK (verdict IN ('identical', 'take', 'neither', 'other', 'reopened')),
  -- Whose reading was taken: ids of coders, as a JSON array.
  taken TEXT NOT NULL,
  reason_key TEXT,
  reason TEXT NOT NULL,
  -- What was decided in the words of that time, as a JSON array of texts.
  told TEXT NOT NULL,
  -- The ids of the consolidated codings that stand for it, as a JSON array. Where they are is theirs to say.
  results TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  CHECK (reason_key IS NOT NULL OR reason <> '' OR verdict = 'identical')
) STRICT;
CREATE INDEX review_decision_item ON review_decision (review_id, item);

CREATE TABLE review_note (
  id TEXT PRIMARY KEY NOT NULL,
  review_id TEXT NOT NULL REFERENCES review (id),
  transcript_id TEXT NOT NULL,
  item TEXT NOT NULL,
  codings TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coder (id),
  round_id TEXT NOT NULL REFERENCES round (id),
  body TEXT NOT NULL CHECK (body <> ''),
  written_at TEXT NOT NULL
) STRICT;
CREATE INDEX review_note_item ON review_note (review_id, item);
CREATE INDEX mismatch_segment ON mismatch (segment_id);

CREATE TRIGGER review_inserted AFTER INSERT ON review BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'review', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER review_updated AFTER UPDATE ON review BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'review', OLD.id, 'update', json_object(
    'id', OLD.id,
    'round_id', OLD.round_id,
    'moderated_round_id', OLD.moderated_round_id,
    'moderator_id', OLD.moderator_id,
    'started_at', OLD.started_at) FROM journal_current;
END;
CREATE TRIGGER review_deleted AFTER DELETE ON review BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'review', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'round_id', OLD.round_id,
    'moderated_round_id', OLD.moderated_round_id,
    'moderator_id', OLD.moderator_id,
    'started_at', OLD.started_at) FROM journal_current;
END;

CREATE TRIGGER review_decision_inserted AFTER INSERT ON review_decision BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'review_decision', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER review_decision_updated AFTER UPDATE ON review_decision BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'review_decision', OLD.id, 'update', json_object(
    'id', OLD.id,
    'review_id', OLD.review_id,
    'transcript_id', OLD.transcript_id,
    'item', OLD.item,
    'codings', OLD.codings,
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id,
    'verdict', OLD.verdict,
    'taken', OLD.taken,
    'reason_key', OLD.reason_key,
    'reason', OLD.reason,
    'told', OLD.told,
    'results', OLD.results,
    'decided_at', OLD.decided_at) FROM journal_current;
END;
CREATE TRIGGER review_decision_deleted AFTER DELETE ON review_decision BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'review_decision', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'review_id', OLD.review_id,
    'transcript_id', OLD.transcript_id,
    'item', OLD.item,
    'codings', OLD.codings,
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id,
    'verdict', OLD.verdict,
    'taken', OLD.taken,
    'reason_key', OLD.reason_key,
    'reason', OLD.reason,
    'told', OLD.told,
    'results', OLD.results,
    'decided_at', OLD.decided_at) FROM journal_current;
END;

CREATE TRIGGER review_note_inserted AFTER INSERT ON review_note BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'review_note', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER review_note_updated AFTER UPDATE ON review_note BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'review_note', OLD.id, 'update', json_object(
    'id', OLD.id,
    'review_id', OLD.review_id,
    'transcript_id', OLD.transcript_id,
    'item', OLD.item,
    'codings', OLD.codings,
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id,
    'body', OLD.body,
    'written_at', OLD.written_at) FROM journal_current;
END;
CREATE TRIGGER review_note_deleted AFTER DELETE ON review_note BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'review_note', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'review_id', OLD.review_id,
    'transcript_id', OLD.transcript_id,
    'item', OLD.item,
    'codings', OLD.codings,
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id,
    'body', OLD.body,
    'written_at', OLD.written_at) FROM journal_current;
END;
