-- Packets that coders on other machines were given and gave back.

-- Whose packet it is and where it stands. That a packet is out or in is everyone's to see: `holder_id`, not `coder_id`, since
-- it is not a piece of the coder's work.
CREATE TABLE packet (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('handout', 'return')),
  state TEXT NOT NULL CHECK (state IN ('out', 'received', 'sent', 'sealed', 'opened', 'merged')),
  holder_id TEXT NOT NULL REFERENCES coder (id),
  round_id TEXT NOT NULL REFERENCES round (id),
  -- The packet that a returned one answers, by its id; it may be unknown here.
  answers TEXT,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  at TEXT NOT NULL,
  -- Why it was opened before all of the round were in.
  reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX packet_round ON packet (round_id);

-- What came in, byte for byte as it came: packed, and encrypted where it has a passphrase. Nothing reads it before it is
-- opened. Frozen like a text: an undo of its coming in leaves it here, unnamed.
CREATE TABLE packet_content (
  digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
  bytes BLOB NOT NULL
) STRICT;
CREATE TRIGGER packet_content_is_frozen BEFORE UPDATE ON packet_content
BEGIN SELECT RAISE(ABORT, 'a packet is frozen'); END;
CREATE TRIGGER packet_content_is_kept BEFORE DELETE ON packet_content
BEGIN SELECT RAISE(ABORT, 'a packet is kept'); END;

-- What a code was when a packet brought it, under the code's own id; without a holder it was handed out by the lead. Kept
-- when the code goes: who comes later with a code of that name is told apart from it, as if it had come before.
CREATE TABLE code_origin (
  id TEXT PRIMARY KEY NOT NULL,
  holder_id TEXT REFERENCES coder (id),
  parent_id TEXT,
  name TEXT NOT NULL,
  definition TEXT NOT NULL,
  inclusion TEXT NOT NULL,
  exclusion TEXT NOT NULL
) STRICT;

CREATE TRIGGER packet_inserted AFTER INSERT ON packet BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'packet', NEW.id, 'insert' FROM journal_current;
END;
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
    'reason', OLD.reason) FROM journal_current;
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
    'reason', OLD.reason) FROM journal_current;
END;

CREATE TRIGGER code_origin_inserted AFTER INSERT ON code_origin BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'code_origin', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER code_origin_updated AFTER UPDATE ON code_origin BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'code_origin', OLD.id, 'update', json_object(
    'id', OLD.id,
    'holder_id', OLD.holder_id,
    'parent_id', OLD.parent_id,
    'name', OLD.name,
    'definition', OLD.definition,
    'inclusion', OLD.inclusion,
    'exclusion', OLD.exclusion) FROM journal_current;
END;
CREATE TRIGGER code_origin_deleted AFTER DELETE ON code_origin BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'code_origin', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'holder_id', OLD.holder_id,
    'parent_id', OLD.parent_id,
    'name', OLD.name,
    'definition', OLD.definition,
    'inclusion', OLD.inclusion,
    'exclusion', OLD.exclusion) FROM journal_current;
END;
