-- Merges, claims that people code themselves, a second reviewer's verdicts, labels.

-- Null where the claim came with its reading; else when somebody coded it, or split it off another.
ALTER TABLE claims ADD COLUMN entry INTEGER REFERENCES entries;
CREATE INDEX claims_coded ON claims (entry) WHERE entry IS NOT NULL;

-- The list of decisions grows by "merge"; a CHECK can only be changed with its table.
DROP TRIGGER decisions_keep;
DROP TRIGGER decisions_stay;
CREATE TABLE decisions_wider (
  row_id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entries,
  claim TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('accept', 'reject', 'edit', 'dispute', 'merge', 'undo')),
  by TEXT NOT NULL,
  why TEXT NOT NULL,
  changes TEXT NOT NULL
) STRICT;
INSERT INTO decisions_wider (row_id, entry, claim, decision, by, why, changes)
  SELECT row_id, entry, claim, decision, by, why, changes FROM decisions ORDER BY row_id;
DROP TABLE decisions;
ALTER TABLE decisions_wider RENAME TO decisions;
CREATE INDEX decisions_by_claim ON decisions (claim);

CREATE TABLE opinions (                       -- what a second reviewer makes of a claim; changes no view
  row_id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entries,
  claim TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('accept', 'reject', 'edit', 'dispute', 'undo')),
  by TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX opinions_by_claim ON opinions (claim);

CREATE TABLE labels (                         -- how sensitive a report, a claim or a name is
  row_id INTEGER PRIMARY KEY,
  entry INTEGER NOT NULL REFERENCES entries,
  kind TEXT NOT NULL CHECK (kind IN ('report', 'claim', 'name')),
  target TEXT NOT NULL,
  label TEXT NOT NULL CHECK (label IN ('sensitive', 'confidential', 'none')),
  by TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX labels_by_target ON labels (target);

CREATE TRIGGER decisions_keep BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER opinions_keep BEFORE UPDATE ON opinions BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER labels_keep BEFORE UPDATE ON labels BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER decisions_stay BEFORE DELETE ON decisions
  WHEN NOT EXISTS (
    SELECT 1 FROM claims c JOIN readings r USING (reading_id) JOIN tombstones t USING (text_id) WHERE c.id = OLD.claim
  )
  BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER opinions_stay BEFORE DELETE ON opinions
  WHEN NOT EXISTS (
    SELECT 1 FROM claims c JOIN readings r USING (reading_id) JOIN tombstones t USING (text_id) WHERE c.id = OLD.claim
  )
  BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
CREATE TRIGGER labels_stay BEFORE DELETE ON labels
  WHEN NOT EXISTS (SELECT 1 FROM tombstones t WHERE OLD.kind = 'report' AND t.key = OLD.target)
  AND NOT EXISTS (
    SELECT 1 FROM claims c JOIN readings r USING (reading_id) JOIN tombstones t USING (text_id)
    WHERE OLD.kind = 'claim' AND c.id = OLD.target
  )
  BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
