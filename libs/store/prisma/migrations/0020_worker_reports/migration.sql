-- What each worker says of itself now and then, for the api's figures: workers serve none. No customer's data.
CREATE TABLE worker_report (
  worker text PRIMARY KEY,
  clock_skew_seconds double precision NOT NULL,
  reported_at timestamptz(3) NOT NULL
);
ALTER TABLE worker_report ENABLE ROW LEVEL SECURITY;
ALTER TABLE worker_report FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON worker_report TO keyway_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON worker_report TO keyway_system;
