-- Full-text search. What is indexed are the words of the turns as `domain/text/words.ts` folds them, parted by blanks, so that
-- the index and the search for the exact places of hits never differ; the text itself is not kept a second time. All of it
-- is derived from texts that are frozen and never removed: it only grows, and is not journalled.

-- Words of turn `id`. The ascii tokenizer parts at the blanks and leaves every letter beyond ASCII as it is.
CREATE VIRTUAL TABLE search_word USING fts5 (words, content = '', columnsize = 0, tokenize = 'ascii', prefix = '2');
-- Each occurrence of each word, to be counted without being read.
CREATE VIRTUAL TABLE search_word_place USING fts5vocab ('search_word', 'instance');

CREATE TABLE search_speaker (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- Every turn by a number of its own; those of a revision follow each other in their order.
CREATE TABLE search_turn (
  id INTEGER PRIMARY KEY,
  speaker_id INTEGER REFERENCES search_speaker (id)
) STRICT;
CREATE INDEX search_turn_speaker ON search_turn (speaker_id);

CREATE TABLE search_revision (
  revision_id TEXT PRIMARY KEY NOT NULL REFERENCES revision (id),
  first_turn INTEGER NOT NULL,
  turn_count INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The questions of the interview guide, by which answers are found to be coded.
CREATE TABLE guide_question (
  id TEXT PRIMARY KEY NOT NULL,
  text TEXT NOT NULL CHECK (text <> ''),
  position INTEGER NOT NULL
) STRICT;

CREATE TRIGGER guide_question_inserted AFTER INSERT ON guide_question BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation)
  SELECT transaction_id, 'guide_question', NEW.id, 'insert' FROM journal_current;
END;
CREATE TRIGGER guide_question_updated AFTER UPDATE ON guide_question BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'guide_question', OLD.id, 'update', json_object(
    'id', OLD.id,
    'text', OLD.text,
    'position', OLD.position) FROM journal_current;
END;
CREATE TRIGGER guide_question_deleted AFTER DELETE ON guide_question BEGIN
  SELECT RAISE(ABORT, 'no action is going on') WHERE NOT EXISTS (SELECT 1 FROM journal_current);
  INSERT INTO journal_change (transaction_id, table_name, row_id, operation, before)
  SELECT transaction_id, 'guide_question', OLD.id, 'delete', json_object(
    'id', OLD.id,
    'text', OLD.text,
    'position', OLD.position) FROM journal_current;
END;
