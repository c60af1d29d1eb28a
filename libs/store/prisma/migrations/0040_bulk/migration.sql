-- Bulk jobs: one action on many organizations. The items are fixed when the job starts; the outcome of each is written in the transaction that does it, under
-- the lock of its row, so that no item is done twice, whoever stops or dies.
CREATE TABLE bulk_job (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  action text NOT NULL CHECK (action IN ('START_RUNS', 'VERIFY', 'ASSIGN', 'REQUEST_APPROVAL', 'CANCEL_RUNS', 'CREATE_HAND_OFFS')),
  -- What the action needs, as libs/core/src/bulk.ts describes it.
  input jsonb NOT NULL,
  status text NOT NULL DEFAULT 'RUNNING' CHECK (status IN ('RUNNING', 'DONE', 'CANCELLED')),
  total int NOT NULL,
  done int NOT NULL DEFAULT 0,
  refused int NOT NULL DEFAULT 0,
  skipped int NOT NULL DEFAULT 0,
  -- Whose rights each item is done with: `MEMBER:{id}`, `TOKEN:{id}`, `BOOTSTRAP:{id}`.
  starter text NOT NULL,
  -- As history names them: { principal, name, origin }.
  actor jsonb NOT NULL,
  started_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  -- Their name; null where nobody canceled it.
  cancelled_by text
);
CREATE INDEX bulk_job_list ON bulk_job (partner_id, started_at DESC, id DESC);
-- Those that a worker has something to do for; few.
CREATE INDEX bulk_job_open ON bulk_job (started_at, id) WHERE status = 'RUNNING' OR total > done + refused + skipped;

CREATE TABLE bulk_item (
  job_id uuid NOT NULL REFERENCES bulk_job ON DELETE CASCADE,
  position int NOT NULL,
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid NOT NULL REFERENCES organization,
  -- That it was done to.
  run_id uuid REFERENCES run,
  status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DONE', 'REFUSED', 'SKIPPED')),
  -- Why not, where it was refused or skipped for a reason.
  refusal jsonb,
  -- How often it failed unexpectedly, and when it is tried again.
  attempts int NOT NULL DEFAULT 0,
  due_at timestamptz(3),
  PRIMARY KEY (job_id, position),
  UNIQUE (job_id, organization_id)
);
CREATE INDEX bulk_item_by_status ON bulk_item (job_id, status, position);

-- Viewers of some organizations see the jobs that they started, and items of their organizations.
DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
  asking text := 'starter = (SELECT nullif(current_setting(''keyway.principal'', true), ''''))';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['bulk_job', 'bulk_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO keyway_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY partner ON %I TO keyway_app USING (%2$s) WITH CHECK (%2$s)', name, own);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO keyway_app, keyway_limited, keyway_system', name);
  END LOOP;
  EXECUTE format('CREATE POLICY limited ON bulk_job TO keyway_limited USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, asking);
  EXECUTE format('CREATE POLICY limited ON bulk_item TO keyway_limited USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, listed);
END $$;
