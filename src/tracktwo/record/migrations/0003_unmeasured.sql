-- A reader that was not measured gives no confidence: null, not a number nobody counted.
DROP TRIGGER claims_keep;
ALTER TABLE claims ADD COLUMN sure REAL CHECK (sure BETWEEN 0 AND 1);
UPDATE claims SET sure = confidence;
ALTER TABLE claims DROP COLUMN confidence;
ALTER TABLE claims RENAME COLUMN sure TO confidence;
CREATE TRIGGER claims_keep BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END;
