-- How often somebody asked within a window, counted for all apis together. No customer's data: keys are hashes, and rows live for seconds. Unlogged:
-- after a crash of the database everybody simply begins at zero.
CREATE UNLOGGED TABLE rate_count (
  key text PRIMARY KEY,
  count int NOT NULL,
  window_id bigint NOT NULL,
  ends_at timestamptz NOT NULL
);
CREATE INDEX rate_count_ends ON rate_count (ends_at);
ALTER TABLE rate_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE rate_count FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON rate_count TO keyway_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_count TO keyway_system;
