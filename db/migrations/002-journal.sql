-- The journal: what each action of a person changed, row by row, written by triggers so that nothing can be forgotten.
-- A transaction is one action. An insertion is told by its row's id alone (the row itself is the record); a change and a
-- removal keep the row as it was. Taking an action back is an action too, journalled like any other, and redoing it takes
-- that one back: so nothing a coder did is ever lost by an undo.

CREATE TABLE journal_transaction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action TEXT NOT NULL,
  detail TEXT NOT NULL,
  coder_id TEXT,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  -- For undo and redo: the action of kind 'do' that was taken back or done again.
  subject_id INTEGER REFERENCES journal_transaction (id),
  -- For kind 'do': 'done', 'kept' (done, and never taken back), 'undone' (may be done again), or 'left' (undone, and
  -- something else was done since).
  state TEXT NOT NULL CHECK (state IN ('done', 'kept', 'undone', 'left'))
) STRICT;
CREATE INDEX journal_transaction_stack ON journal_transaction (kind, state, id);

CREATE TABLE journal_change (
  id INTEGER PRIMARY KEY,
  transaction_id INTEGER NOT NULL REFERENCES journal_transaction (id),
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  before TEXT
) STRICT;
CREATE INDEX journal_change_transaction ON journal_change (transaction_id);
CREATE INDEX journal_change_row ON journal_change (row_id, transaction_id);

-- The transaction that is going on, or no row. A change outside one is refused: nothing may pass the journal by.
CREATE TABLE journal_current (transaction_id INTEGER NOT NULL REFERENCES journal_transaction (id)) STRICT;

CREATE TRIGGER study_inserted AFTER INSERT ON study BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'study', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER study_updated AFTER UPDATE ON study BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'study', OLD.id, 'update', json_object(
    'id', OLD.id,
    'title', OLD.title,
    'created_at', OLD.created_at) FROM journal_current;
END;
CREATE TRIGGER study_deleted AFTER DELETE ON study BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'study', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'title', OLD.title,
    'created_at', OLD.created_at) FROM journal_current;
END;

CREATE TRIGGER organization_inserted AFTER INSERT ON organization BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'organization', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER organization_updated AFTER UPDATE ON organization BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'organization', OLD.id, 'update', json_object(
    'id', OLD.id,
    'name', OLD.name) FROM journal_current;
END;
CREATE TRIGGER organization_deleted AFTER DELETE ON organization BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'organization', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'name', OLD.name) FROM journal_current;
END;

CREATE TRIGGER team_inserted AFTER INSERT ON team BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'team', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER team_updated AFTER UPDATE ON team BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'team', OLD.id, 'update', json_object(
    'id', OLD.id,
    'organization_id', OLD.organization_id,
    'name', OLD.name) FROM journal_current;
END;
CREATE TRIGGER team_deleted AFTER DELETE ON team BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'team', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'organization_id', OLD.organization_id,
    'name', OLD.name) FROM journal_current;
END;

CREATE TRIGGER participant_inserted AFTER INSERT ON participant BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'participant', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER participant_updated AFTER UPDATE ON participant BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'participant', OLD.id, 'update', json_object(
    'id', OLD.id,
    'pseudonym', OLD.pseudonym,
    'role', OLD.role,
    'years', OLD.years,
    'organization_id', OLD.organization_id,
    'team_id', OLD.team_id) FROM journal_current;
END;
CREATE TRIGGER participant_deleted AFTER DELETE ON participant BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'participant', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'pseudonym', OLD.pseudonym,
    'role', OLD.role,
    'years', OLD.years,
    'organization_id', OLD.organization_id,
    'team_id', OLD.team_id) FROM journal_current;
END;

CREATE TRIGGER transcript_inserted AFTER INSERT ON transcript BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'transcript', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER transcript_updated AFTER UPDATE ON transcript BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'transcript', OLD.id, 'update', json_object(
    'id', OLD.id,
    'name', OLD.name,
    'revision_id', OLD.revision_id,
    'participant_id', OLD.participant_id,
    'language', OLD.language,
    'source_name', OLD.source_name,
    'imported_at', OLD.imported_at) FROM journal_current;
END;
CREATE TRIGGER transcript_deleted AFTER DELETE ON transcript BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'transcript', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'name', OLD.name,
    'revision_id', OLD.revision_id,
    'participant_id', OLD.participant_id,
    'language', OLD.language,
    'source_name', OLD.source_name,
    'imported_at', OLD.imported_at) FROM journal_current;
END;

CREATE TRIGGER segment_inserted AFTER INSERT ON segment BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'segment', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER segment_updated AFTER UPDATE ON segment BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'segment', OLD.id, 'update', json_object(
    'id', OLD.id,
    'transcript_id', OLD.transcript_id,
    'start', OLD.start,
    'end', OLD."end",
    'title', OLD.title) FROM journal_current;
END;
CREATE TRIGGER segment_deleted AFTER DELETE ON segment BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'segment', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'transcript_id', OLD.transcript_id,
    'start', OLD.start,
    'end', OLD."end",
    'title', OLD.title) FROM journal_current;
END;

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
    'taxonomy', OLD.taxonomy) FROM journal_current;
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
    'taxonomy', OLD.taxonomy) FROM journal_current;
END;

CREATE TRIGGER coder_inserted AFTER INSERT ON coder BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'coder', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER coder_updated AFTER UPDATE ON coder BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'coder', OLD.id, 'update', json_object(
    'id', OLD.id,
    'name', OLD.name,
    'kind', OLD.kind) FROM journal_current;
END;
CREATE TRIGGER coder_deleted AFTER DELETE ON coder BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'coder', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'name', OLD.name,
    'kind', OLD.kind) FROM journal_current;
END;

CREATE TRIGGER round_inserted AFTER INSERT ON round BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'round', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER round_updated AFTER UPDATE ON round BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'round', OLD.id, 'update', json_object(
    'id', OLD.id,
    'number', OLD.number,
    'name', OLD.name,
    'kind', OLD.kind,
    'state', OLD.state) FROM journal_current;
END;
CREATE TRIGGER round_deleted AFTER DELETE ON round BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'round', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'number', OLD.number,
    'name', OLD.name,
    'kind', OLD.kind,
    'state', OLD.state) FROM journal_current;
END;

CREATE TRIGGER assignment_inserted AFTER INSERT ON assignment BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'assignment', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER assignment_updated AFTER UPDATE ON assignment BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'assignment', OLD.id, 'update', json_object(
    'id', OLD.id,
    'round_id', OLD.round_id,
    'transcript_id', OLD.transcript_id,
    'coder_id', OLD.coder_id) FROM journal_current;
END;
CREATE TRIGGER assignment_deleted AFTER DELETE ON assignment BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'assignment', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'round_id', OLD.round_id,
    'transcript_id', OLD.transcript_id,
    'coder_id', OLD.coder_id) FROM journal_current;
END;

CREATE TRIGGER coding_inserted AFTER INSERT ON coding BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'coding', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER coding_updated AFTER UPDATE ON coding BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'coding', OLD.id, 'update', json_object(
    'id', OLD.id,
    'transcript_id', OLD.transcript_id,
    'start', OLD.start,
    'end', OLD."end",
    'code_id', OLD.code_id,
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id) FROM journal_current;
END;
CREATE TRIGGER coding_deleted AFTER DELETE ON coding BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'coding', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'transcript_id', OLD.transcript_id,
    'start', OLD.start,
    'end', OLD."end",
    'code_id', OLD.code_id,
    'coder_id', OLD.coder_id,
    'round_id', OLD.round_id) FROM journal_current;
END;

CREATE TRIGGER unaligned_turn_inserted AFTER INSERT ON unaligned_turn BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'unaligned_turn', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER unaligned_turn_updated AFTER UPDATE ON unaligned_turn BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'unaligned_turn', OLD.id, 'update', json_object(
    'id', OLD.id,
    'assignment_id', OLD.assignment_id,
    'number', OLD.number,
    'speaker', OLD.speaker,
    'text', OLD.text) FROM journal_current;
END;
CREATE TRIGGER unaligned_turn_deleted AFTER DELETE ON unaligned_turn BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'unaligned_turn', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'assignment_id', OLD.assignment_id,
    'number', OLD.number,
    'speaker', OLD.speaker,
    'text', OLD.text) FROM journal_current;
END;

CREATE TRIGGER unaligned_label_inserted AFTER INSERT ON unaligned_label BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'unaligned_label', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER unaligned_label_updated AFTER UPDATE ON unaligned_label BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'unaligned_label', OLD.id, 'update', json_object(
    'id', OLD.id,
    'unaligned_turn_id', OLD.unaligned_turn_id,
    'label', OLD.label) FROM journal_current;
END;
CREATE TRIGGER unaligned_label_deleted AFTER DELETE ON unaligned_label BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'unaligned_label', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'unaligned_turn_id', OLD.unaligned_turn_id,
    'label', OLD.label) FROM journal_current;
END;

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
    'subject_kind', OLD.subject_kind,
    'subject_id', OLD.subject_id,
    'coder_id', OLD.coder_id,
    'body', OLD.body,
    'written_at', OLD.written_at) FROM journal_current;
END;
CREATE TRIGGER memo_deleted AFTER DELETE ON memo BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'memo', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'subject_kind', OLD.subject_kind,
    'subject_id', OLD.subject_id,
    'coder_id', OLD.coder_id,
    'body', OLD.body,
    'written_at', OLD.written_at) FROM journal_current;
END;

CREATE TRIGGER mismatch_inserted AFTER INSERT ON mismatch BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'mismatch', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER mismatch_updated AFTER UPDATE ON mismatch BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'mismatch', OLD.id, 'update', json_object(
    'id', OLD.id,
    'reference', OLD.reference,
    'interview', OLD.interview,
    'segment_id', OLD.segment_id,
    'quote', OLD.quote,
    'description', OLD.description,
    'information', OLD.information,
    'position', OLD.position) FROM journal_current;
END;
CREATE TRIGGER mismatch_deleted AFTER DELETE ON mismatch BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'mismatch', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'reference', OLD.reference,
    'interview', OLD.interview,
    'segment_id', OLD.segment_id,
    'quote', OLD.quote,
    'description', OLD.description,
    'information', OLD.information,
    'position', OLD.position) FROM journal_current;
END;

CREATE TRIGGER instance_inserted AFTER INSERT ON instance BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'instance', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER instance_updated AFTER UPDATE ON instance BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'instance', OLD.id, 'update', json_object(
    'id', OLD.id,
    'mismatch_id', OLD.mismatch_id,
    'slot', OLD.slot,
    'code_id', OLD.code_id) FROM journal_current;
END;
CREATE TRIGGER instance_deleted AFTER DELETE ON instance BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'instance', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'mismatch_id', OLD.mismatch_id,
    'slot', OLD.slot,
    'code_id', OLD.code_id) FROM journal_current;
END;

CREATE TRIGGER quality_issue_inserted AFTER INSERT ON quality_issue BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'quality_issue', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER quality_issue_updated AFTER UPDATE ON quality_issue BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'quality_issue', OLD.id, 'update', json_object(
    'id', OLD.id,
    'reference', OLD.reference,
    'name', OLD.name,
    'description', OLD.description,
    'phase', OLD.phase,
    'position', OLD.position) FROM journal_current;
END;
CREATE TRIGGER quality_issue_deleted AFTER DELETE ON quality_issue BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'quality_issue', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'reference', OLD.reference,
    'name', OLD.name,
    'description', OLD.description,
    'phase', OLD.phase,
    'position', OLD.position) FROM journal_current;
END;

CREATE TRIGGER facet_inserted AFTER INSERT ON facet BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'facet', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER facet_updated AFTER UPDATE ON facet BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'facet', OLD.id, 'update', json_object(
    'id', OLD.id,
    'quality_issue_id', OLD.quality_issue_id,
    'kind', OLD.kind,
    'text', OLD.text,
    'position', OLD.position) FROM journal_current;
END;
CREATE TRIGGER facet_deleted AFTER DELETE ON facet BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'facet', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'quality_issue_id', OLD.quality_issue_id,
    'kind', OLD.kind,
    'text', OLD.text,
    'position', OLD.position) FROM journal_current;
END;

CREATE TRIGGER evidence_inserted AFTER INSERT ON evidence BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'evidence', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER evidence_updated AFTER UPDATE ON evidence BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'evidence', OLD.id, 'update', json_object(
    'id', OLD.id,
    'quality_issue_id', OLD.quality_issue_id,
    'interview', OLD.interview,
    'quote', OLD.quote,
    'position', OLD.position) FROM journal_current;
END;
CREATE TRIGGER evidence_deleted AFTER DELETE ON evidence BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'evidence', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'quality_issue_id', OLD.quality_issue_id,
    'interview', OLD.interview,
    'quote', OLD.quote,
    'position', OLD.position) FROM journal_current;
END;

CREATE TRIGGER survey_inserted AFTER INSERT ON survey BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'survey', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER survey_updated AFTER UPDATE ON survey BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'survey', OLD.id, 'update', json_object(
    'id', OLD.id,
    'name', OLD.name,
    'source', OLD.source) FROM journal_current;
END;
CREATE TRIGGER survey_deleted AFTER DELETE ON survey BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'survey', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'name', OLD.name,
    'source', OLD.source) FROM journal_current;
END;

CREATE TRIGGER scale_point_inserted AFTER INSERT ON scale_point BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'scale_point', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER scale_point_updated AFTER UPDATE ON scale_point BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'scale_point', OLD.id, 'update', json_object(
    'id', OLD.id,
    'survey_id', OLD.survey_id,
    'value', OLD.value,
    'label', OLD.label) FROM journal_current;
END;
CREATE TRIGGER scale_point_deleted AFTER DELETE ON scale_point BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'scale_point', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'survey_id', OLD.survey_id,
    'value', OLD.value,
    'label', OLD.label) FROM journal_current;
END;

CREATE TRIGGER item_inserted AFTER INSERT ON item BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'item', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER item_updated AFTER UPDATE ON item BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'item', OLD.id, 'update', json_object(
    'id', OLD.id,
    'survey_id', OLD.survey_id,
    'column_name', OLD.column_name,
    'label', OLD.label,
    'position', OLD.position) FROM journal_current;
END;
CREATE TRIGGER item_deleted AFTER DELETE ON item BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'item', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'survey_id', OLD.survey_id,
    'column_name', OLD.column_name,
    'label', OLD.label,
    'position', OLD.position) FROM journal_current;
END;

CREATE TRIGGER respondent_inserted AFTER INSERT ON respondent BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'respondent', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER respondent_updated AFTER UPDATE ON respondent BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'respondent', OLD.id, 'update', json_object(
    'id', OLD.id,
    'survey_id', OLD.survey_id,
    'position', OLD.position) FROM journal_current;
END;
CREATE TRIGGER respondent_deleted AFTER DELETE ON respondent BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'respondent', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'survey_id', OLD.survey_id,
    'position', OLD.position) FROM journal_current;
END;

CREATE TRIGGER respondent_attribute_inserted AFTER INSERT ON respondent_attribute BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'respondent_attribute', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER respondent_attribute_updated AFTER UPDATE ON respondent_attribute BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'respondent_attribute', OLD.id, 'update', json_object(
    'id', OLD.id,
    'respondent_id', OLD.respondent_id,
    'column_name', OLD.column_name,
    'label', OLD.label,
    'value', OLD.value) FROM journal_current;
END;
CREATE TRIGGER respondent_attribute_deleted AFTER DELETE ON respondent_attribute BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'respondent_attribute', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'respondent_id', OLD.respondent_id,
    'column_name', OLD.column_name,
    'label', OLD.label,
    'value', OLD.value) FROM journal_current;
END;

CREATE TRIGGER answer_inserted AFTER INSERT ON answer BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'answer', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER answer_updated AFTER UPDATE ON answer BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'answer', OLD.id, 'update', json_object(
    'id', OLD.id,
    'respondent_id', OLD.respondent_id,
    'item_id', OLD.item_id,
    'value', OLD.value) FROM journal_current;
END;
CREATE TRIGGER answer_deleted AFTER DELETE ON answer BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'answer', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'respondent_id', OLD.respondent_id,
    'item_id', OLD.item_id,
    'value', OLD.value) FROM journal_current;
END;
