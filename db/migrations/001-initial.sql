-- The tables of a study. Every id is a UUIDv7. Offsets are UTF-16 code units of the revision's text, half-open.

CREATE TABLE study (
  id TEXT PRIMARY KEY NOT NULL,
  title TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER study_is_one BEFORE INSERT ON study WHEN (SELECT count(*) FROM study) > 0
BEGIN SELECT RAISE(ABORT, 'a file holds one study'); END;

CREATE TABLE organization (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE team (
  id TEXT PRIMARY KEY NOT NULL,
  organization_id TEXT NOT NULL REFERENCES organization (id),
  name TEXT NOT NULL,
  UNIQUE (organization_id, name)
) STRICT;

CREATE TABLE participant (
  id TEXT PRIMARY KEY NOT NULL,
  pseudonym TEXT NOT NULL UNIQUE,
  role TEXT,
  years REAL CHECK (years >= 0),
  organization_id TEXT REFERENCES organization (id),
  team_id TEXT REFERENCES team (id)
) STRICT;

-- A text as it was imported or corrected: frozen, with its division into turns. Never changed, never removed.
CREATE TABLE revision (
  id TEXT PRIMARY KEY NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  text TEXT NOT NULL,
  turn_count INTEGER NOT NULL,
  word_count INTEGER NOT NULL
) STRICT;
CREATE INDEX revision_sha256 ON revision (sha256);
CREATE TRIGGER revision_is_frozen BEFORE UPDATE ON revision BEGIN SELECT RAISE(ABORT, 'a revision is frozen'); END;

CREATE TABLE turn (
  revision_id TEXT NOT NULL REFERENCES revision (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  speaker TEXT,
  seconds REAL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  PRIMARY KEY (revision_id, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER turn_is_frozen BEFORE UPDATE ON turn BEGIN SELECT RAISE(ABORT, 'a turn is frozen'); END;

CREATE TABLE transcript (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,
  revision_id TEXT NOT NULL REFERENCES revision (id),
  participant_id TEXT REFERENCES participant (id),
  language TEXT,
  source_name TEXT NOT NULL,
  imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE segment (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL REFERENCES transcript (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  title TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX segment_transcript ON segment (transcript_id, start);

-- A code that holds codes is a category.
CREATE TABLE code (
  id TEXT PRIMARY KEY NOT NULL,
  parent_id TEXT REFERENCES code (id),
  name TEXT NOT NULL CHECK (name <> ''),
  abbreviation TEXT,
  definition TEXT NOT NULL DEFAULT '',
  inclusion TEXT NOT NULL DEFAULT '',
  exclusion TEXT NOT NULL DEFAULT '',
  colour INTEGER NOT NULL DEFAULT 0,
  position INTEGER NOT NULL DEFAULT 0,
  taxonomy TEXT,
  CHECK (parent_id IS NULL OR parent_id <> id)
) STRICT;
CREATE UNIQUE INDEX code_name ON code (coalesce(parent_id, ''), name);

CREATE TABLE coder (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('coder', 'moderator'))
) STRICT;

CREATE TABLE round (
  id TEXT PRIMARY KEY NOT NULL,
  number INTEGER NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('independent', 'moderated')),
  state TEXT NOT NULL CHECK (state IN ('blind', 'open'))
) STRICT;

-- That a coder went through a transcript in a round: to have coded nothing is a result too.
CREATE TABLE assignment (
  id TEXT PRIMARY KEY NOT NULL,
  round_id TEXT NOT NULL REFERENCES round (id),
  transcript_id TEXT NOT NULL REFERENCES transcript (id),
  coder_id TEXT NOT NULL REFERENCES coder (id),
  UNIQUE (transcript_id, round_id, coder_id)
) STRICT;

CREATE TABLE coding (
  id TEXT PRIMARY KEY NOT NULL,
  transcript_id TEXT NOT NULL REFERENCES transcript (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" > start),
  code_id TEXT NOT NULL REFERENCES code (id),
  coder_id TEXT NOT NULL REFERENCES coder (id),
  round_id TEXT NOT NULL REFERENCES round (id),
  UNIQUE (transcript_id, start, "end", code_id, coder_id, round_id)
) STRICT;
CREATE INDEX coding_code ON coding (code_id);

-- Turns of a coder's file that could not be matched to the transcript, kept with their labels.
CREATE TABLE unaligned_turn (
  id TEXT PRIMARY KEY NOT NULL,
  assignment_id TEXT NOT NULL REFERENCES assignment (id),
  number INTEGER NOT NULL,
  speaker TEXT,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX unaligned_turn_assignment ON unaligned_turn (assignment_id, number);

CREATE TABLE unaligned_label (
  id TEXT PRIMARY KEY NOT NULL,
  unaligned_turn_id TEXT NOT NULL REFERENCES unaligned_turn (id),
  label TEXT NOT NULL
) STRICT;
CREATE INDEX unaligned_label_turn ON unaligned_label (unaligned_turn_id);

CREATE TABLE memo (
  id TEXT PRIMARY KEY NOT NULL,
  subject_kind TEXT NOT NULL
    CHECK (subject_kind IN ('study', 'participant', 'transcript', 'segment', 'code', 'coding', 'mismatch', 'quality_issue')),
  subject_id TEXT NOT NULL,
  coder_id TEXT REFERENCES coder (id),
  body TEXT NOT NULL,
  written_at TEXT NOT NULL
) STRICT;
CREATE INDEX memo_subject ON memo (subject_kind, subject_id);

CREATE TABLE mismatch (
  id TEXT PRIMARY KEY NOT NULL,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  interview TEXT NOT NULL,
  segment_id TEXT REFERENCES segment (id),
  quote TEXT NOT NULL,
  description TEXT NOT NULL,
  information TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;

-- At most three instances a mismatch: the slot is one of three, and each slot is taken once.
CREATE TABLE instance (
  id TEXT PRIMARY KEY NOT NULL,
  mismatch_id TEXT NOT NULL REFERENCES mismatch (id),
  slot INTEGER NOT NULL CHECK (slot IN (1, 2, 3)),
  code_id TEXT NOT NULL REFERENCES code (id),
  UNIQUE (mismatch_id, slot)
) STRICT;
CREATE INDEX instance_code ON instance (code_id);

CREATE TABLE quality_issue (
  id TEXT PRIMARY KEY NOT NULL,
  reference TEXT NOT NULL UNIQUE CHECK (reference <> ''),
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  phase TEXT NOT NULL CHECK (phase IN
    ('data-collection', 'data-preparation', 'model-evaluation', 'model-deployment', 'model-maintenance')),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE facet (
  id TEXT PRIMARY KEY NOT NULL,
  quality_issue_id TEXT NOT NULL REFERENCES quality_issue (id),
  kind TEXT NOT NULL CHECK (kind IN ('symptom', 'root-cause', 'consequence', 'mitigation')),
  text TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX facet_issue ON facet (quality_issue_id, position);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY NOT NULL,
  quality_issue_id TEXT NOT NULL REFERENCES quality_issue (id),
  interview TEXT NOT NULL,
  quote TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX evidence_issue ON evidence (quality_issue_id, position);

CREATE TABLE survey (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  source TEXT NOT NULL
) STRICT;

-- The points of a survey's scale, 1 the lowest.
CREATE TABLE scale_point (
  id TEXT PRIMARY KEY NOT NULL,
  survey_id TEXT NOT NULL REFERENCES survey (id),
  value INTEGER NOT NULL CHECK (value >= 1),
  label TEXT NOT NULL,
  UNIQUE (survey_id, value)
) STRICT;

CREATE TABLE item (
  id TEXT PRIMARY KEY NOT NULL,
  survey_id TEXT NOT NULL REFERENCES survey (id),
  column_name TEXT NOT NULL,
  label TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (survey_id, column_name)
) STRICT;

CREATE TABLE respondent (
  id TEXT PRIMARY KEY NOT NULL,
  survey_id TEXT NOT NULL REFERENCES survey (id),
  position INTEGER NOT NULL,
  UNIQUE (survey_id, position)
) STRICT;

CREATE TABLE respondent_attribute (
  id TEXT PRIMARY KEY NOT NULL,
  respondent_id TEXT NOT NULL REFERENCES respondent (id),
  column_name TEXT NOT NULL,
  label TEXT NOT NULL,
  value TEXT NOT NULL,
  UNIQUE (respondent_id, column_name)
) STRICT;

-- No row where the respondent did not answer: missing is never zero.
CREATE TABLE answer (
  id TEXT PRIMARY KEY NOT NULL,
  respondent_id TEXT NOT NULL REFERENCES respondent (id),
  item_id TEXT NOT NULL REFERENCES item (id),
  value INTEGER NOT NULL CHECK (value >= 1),
  UNIQUE (item_id, respondent_id)
) STRICT;
