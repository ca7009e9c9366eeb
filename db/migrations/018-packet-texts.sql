-- Which transcripts a packet that was handed out holds, as a JSON array of their ids: whoever is about to correct one of them is
-- told that others work on its words elsewhere. NULL where that is not known: of returned packets, and of those from before.
ALTER TABLE packet ADD COLUMN transcripts TEXT;

DROP TRIGGER packet_updated;
DROP TRIGGER packet_deleted;
CREATE TRIGGER packet_updated AFTER UPDATE ON packet BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'packet', OLD.id, 'update', json_object(
    'id', OLD.id,
    'kind', OLD.kind,
    'state', OLD.state,
    'holder_id', OLD.holder_id,
    'round_id', OLD.round_id,
    'answers', OLD.answers,
    'digest', OLD.digest,
    'locked', OLD.locked,
    'at', OLD.at,
    'reason', OLD.reason,
    'transcripts', OLD.transcripts) FROM journal_current;
END;
CREATE TRIGGER packet_deleted AFTER DELETE ON packet BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'packet', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'kind', OLD.kind,
    'state', OLD.state,
    'holder_id', OLD.holder_id,
    'round_id', OLD.round_id,
    'answers', OLD.answers,
    'digest', OLD.digest,
    'locked', OLD.locked,
    'at', OLD.at,
    'reason', OLD.reason,
    'transcripts', OLD.transcripts) FROM journal_current;
END;
