-- The first shape of a record. Everything is appended under an entry, which is one act of writing.

CREATE TABLE entries (
  entry INTEGER PRIMARY KEY,
  recorded_at TEXT NOT NULL UNIQUE,          -- UTC, ISO, strictly increasing
  what TEXT NOT NULL
) STRICT;

CREATE TABLE texts (                          -- a stored text, once, however many files carry it
  text_id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entries,
  hash TEXT NOT NULL UNIQUE,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE reports (                        -- a version: from this entry on, this key has this text
  report_id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entries,
  key TEXT NOT NULL,
  text_id INTEGER NOT NULL REFERENCES texts,
  segments TEXT NOT NULL,
  date TEXT,
  date_basis TEXT NOT NULL,
  date_text TEXT,
  title TEXT,
  publisher TEXT,
  language TEXT NOT NULL,
  media_type TEXT NOT NULL,
  path TEXT,
  story TEXT,
  notes TEXT NOT NULL,
  metadata TEXT NOT NULL
) STRICT;
CREATE INDEX reports_by_key ON reports (key);
CREATE INDEX reports_by_text ON reports (text_id);

CREATE TABLE readings (                       -- what one pass of the reader made of a text
  reading_id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entries,
  text_id INTEGER NOT NULL REFERENCES texts,
  read_date TEXT                              -- the report's date as the reader knew it
) STRICT;
CREATE INDEX readings_by_text ON readings (text_id);

CREATE TABLE claims (
  row_id INTEGER PRIMARY KEY,
  reading_id INTEGER NOT NULL REFERENCES readings,
  id TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  actor TEXT,
  role TEXT,
  party TEXT,
  actor_text TEXT,
  actor_start INTEGER,
  actor_end INTEGER,
  others_unnamed INTEGER NOT NULL,
  voice TEXT NOT NULL,
  unnamed INTEGER NOT NULL,
  act TEXT NOT NULL,
  predicate TEXT NOT NULL,
  predicate_start INTEGER NOT NULL,
  predicate_end INTEGER NOT NULL,
  object TEXT,
  object_start INTEGER,
  object_end INTEGER,
  terms TEXT NOT NULL,
  toward TEXT,
  attribution TEXT NOT NULL,
  modality TEXT NOT NULL,
  condition TEXT,
  event_text TEXT,
  event_from TEXT,
  event_to TEXT,
  event_basis TEXT NOT NULL,
  flags TEXT NOT NULL,
  confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
  method TEXT NOT NULL,
  UNIQUE (reading_id, id)
) STRICT;
CREATE INDEX claims_by_id ON claims (id);
CREATE INDEX claims_by_actor ON claims (actor);

CREATE VIRTUAL TABLE quotes USING fts5 (
  quote, content='claims', content_rowid='row_id', tokenize='porter unicode61 remove_diacritics 2'
);

CREATE TABLE coverage (
  row_id INTEGER PRIMARY KEY,
  reading_id INTEGER NOT NULL REFERENCES readings,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  kind TEXT NOT NULL
) STRICT;
CREATE INDEX coverage_by_reading ON coverage (reading_id);

CREATE TABLE people (
  row_id INTEGER PRIMARY KEY,
  reading_id INTEGER NOT NULL REFERENCES readings,
  name TEXT NOT NULL,
  role TEXT,
  party TEXT,
  organisation TEXT,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL
) STRICT;
CREATE INDEX people_by_reading ON people (reading_id);

CREATE TABLE dates (                          -- a date given to a report later; null takes it back
  row_id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entries,
  key TEXT NOT NULL,
  date TEXT,
  basis TEXT NOT NULL,
  by TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX dates_by_key ON dates (key);

CREATE TABLE decisions (
  row_id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entries,
  claim TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject', 'edit', 'dispute', 'undo')),
  by TEXT NOT NULL,
  why TEXT NOT NULL,
  changes TEXT NOT NULL
) STRICT;
CREATE INDEX decisions_by_claim ON decisions (claim);

CREATE TABLE join_decisions (                 -- "the initiative" is not the small deal after all
  row_id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entries,
  join_id TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('undo', 'restore')),
  by TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;

CREATE TABLE tombstones (                     -- what was forgotten, without what it said
  row_id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entries,
  key TEXT NOT NULL,
  text_id INTEGER NOT NULL,
  hash TEXT NOT NULL,
  by TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX tombstones_by_text ON tombstones (text_id);
CREATE INDEX tombstones_by_hash ON tombstones (hash);
CREATE INDEX tombstones_by_key ON tombstones (key);

-- Nothing is overwritten.
CREATE TRIGGER entries_keep BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER texts_keep BEFORE UPDATE ON texts BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER reports_keep BEFORE UPDATE ON reports BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER readings_keep BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER claims_keep BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER coverage_keep BEFORE UPDATE ON coverage BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER people_keep BEFORE UPDATE ON people BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER dates_keep BEFORE UPDATE ON dates BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER decisions_keep BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER join_decisions_keep BEFORE UPDATE ON join_decisions BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER tombstones_keep BEFORE UPDATE ON tombstones BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;

-- Nothing is deleted, but for what a tombstone in the same record names.
CREATE TRIGGER entries_stay BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER tombstones_stay BEFORE DELETE ON tombstones BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER join_decisions_stay BEFORE DELETE ON join_decisions BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER texts_stay BEFORE DELETE ON texts
  WHEN NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.text_id = OLD.text_id)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER reports_stay BEFORE DELETE ON reports
  WHEN NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.text_id = OLD.text_id)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER readings_stay BEFORE DELETE ON readings
  WHEN NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.text_id = OLD.text_id)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER claims_stay BEFORE DELETE ON claims
  WHEN NOT EXISTS (SELECT 1 FROM readings r JOIN tombstones t USING (text_id) WHERE r.reading_id = OLD.reading_id)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER coverage_stay BEFORE DELETE ON coverage
  WHEN NOT EXISTS (SELECT 1 FROM readings r JOIN tombstones t USING (text_id) WHERE r.reading_id = OLD.reading_id)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER people_stay BEFORE DELETE ON people
  WHEN NOT EXISTS (SELECT 1 FROM readings r JOIN tombstones t USING (text_id) WHERE r.reading_id = OLD.reading_id)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER dates_stay BEFORE DELETE ON dates
  WHEN NOT EXISTS (SELECT 1 FROM tombstones t WHERE t.key = OLD.key)
  BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
  WHEN NOT EXISTS (
    SELECT 1 FROM claims c JOIN readings r USING (reading_id) JOIN tombstones t USING (text_id) WHERE c.id = OLD.claim
  )
  BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
