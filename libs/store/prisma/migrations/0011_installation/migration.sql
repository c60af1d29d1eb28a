-- Whether this database belongs to the real clouds or to the sandbox: written by the first process that starts on it, compared by every one. Who runs
-- Keyway may read and write it once; only the tables' owner changes it.
CREATE TABLE installation (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  cloud text NOT NULL CHECK (cloud IN ('real', 'sandbox')),
  marked_at timestamptz(3) NOT NULL DEFAULT now()
);
ALTER TABLE installation ENABLE ROW LEVEL SECURITY;
ALTER TABLE installation FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON installation TO keyway_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT ON installation TO keyway_system;
