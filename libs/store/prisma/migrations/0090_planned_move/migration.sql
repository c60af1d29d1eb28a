-- compatible: database_era.database_era_cause_check: it takes what it took before, and two causes more.
-- MOVING: the database was closed to be moved to another server. MOVED: it continues there, and nothing was lost (docs/decisions/0102-planned-move.md).
ALTER TABLE database_era DROP CONSTRAINT database_era_cause_check;
ALTER TABLE database_era ADD CONSTRAINT database_era_cause_check
  CHECK (cause IN ('FIRST', 'FAILED_OVER', 'RESTORED', 'RESUMED', 'MOVING', 'MOVED'));
