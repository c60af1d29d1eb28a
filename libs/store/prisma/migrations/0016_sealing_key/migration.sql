-- Which local key file wraps this database's data keys: the fingerprint of its key, one row at most. A process whose DATA_DIR holds another
-- file, or none, refuses to start. The version before knows nothing of it.
CREATE TABLE sealing_key (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  fingerprint text NOT NULL,
  recorded_at timestamptz(3) NOT NULL DEFAULT now()
);
ALTER TABLE sealing_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE sealing_key FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON sealing_key TO keyway_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON sealing_key TO keyway_system;
