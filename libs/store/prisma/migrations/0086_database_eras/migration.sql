-- The database as Keyway finds it, one row for each time it may have lost what was written last: it failed over, was restored, or nobody used it for a while
-- (docs/decisions/0096-failover.md). The last row counts beats while processes are connected: where fewer are there than a process saw, time was lost.
CREATE TABLE database_era (
  number integer PRIMARY KEY CHECK (number >= 1),
  -- Makes the IDs of the entries that announce it.
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  cause text NOT NULL CHECK (cause IN ('FIRST', 'FAILED_OVER', 'RESTORED', 'RESUMED')),
  -- Null where the server does not say it.
  system_identifier text,
  database_oid bigint NOT NULL,
  timeline integer,
  began_at timestamptz(3) NOT NULL,
  -- The last sign of life before it: what was written later may be lost.
  lost_since timestamptz(3),
  beats bigint NOT NULL DEFAULT 0,
  beat_at timestamptz(3) NOT NULL,
  -- Up to which chain of history it was announced; null where it need not be, or all have it.
  announced_after uuid
);
ALTER TABLE database_era ENABLE ROW LEVEL SECURITY;
ALTER TABLE database_era FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON database_era TO keyway_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON database_era TO keyway_system;
