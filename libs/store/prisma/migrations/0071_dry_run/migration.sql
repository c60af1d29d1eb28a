-- compatible: dry_run: new tables, which the version before does not use
-- Dry runs over organizations (docs/decisions/0076-dry-runs.md): what a run would find, without
-- one. The organizations are fixed when it starts; each has one result, written under its lease.
CREATE TABLE dry_run (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  -- Of TrackId; those that are asked for.
  tracks text[] NOT NULL,
  status text NOT NULL DEFAULT 'RUNNING' CHECK (status IN ('RUNNING', 'DONE', 'CANCELLED')),
  -- Whose rights count while it runs: `MEMBER:{id}` and the like.
  starter text NOT NULL,
  -- As people read it: { principal, name, origin }.
  actor jsonb NOT NULL,
  started_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  cancelled_by text
);
CREATE INDEX dry_run_list ON dry_run (partner_id, started_at DESC, id DESC);
CREATE INDEX dry_run_open ON dry_run (started_at, id) WHERE status = 'RUNNING';

CREATE TABLE dry_run_item (
  dry_run_id uuid NOT NULL REFERENCES dry_run ON DELETE CASCADE,
  position int NOT NULL,
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid NOT NULL REFERENCES organization,
  -- Planned by hand: { AEP: { keyIdentifier, vaultResourceId } }.
  keys jsonb NOT NULL,
  status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DONE', 'SKIPPED')),
  outcome text CHECK (outcome IN ('BLOCKED', 'UNKNOWN', 'WAITING', 'READY', 'SUBMITTED')),
  -- As libs/core/src/readiness/readinessCause.ts writes them.
  causes text[] NOT NULL DEFAULT '{}',
  result jsonb,
  checked_at timestamptz(3),
  attempts int NOT NULL DEFAULT 0,
  lease uuid,
  lease_until timestamptz(3),
  due_at timestamptz(3),
  PRIMARY KEY (dry_run_id, position),
  UNIQUE (dry_run_id, organization_id)
);
CREATE INDEX dry_run_item_pending ON dry_run_item (partner_id, dry_run_id, position) WHERE status = 'PENDING';
CREATE INDEX dry_run_item_by_outcome ON dry_run_item (dry_run_id, outcome, position);

-- As bulk jobs: viewers of some organizations see those that they started.
DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
  asking text := 'starter = (SELECT nullif(current_setting(''keyway.principal'', true), ''''))';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['dry_run', 'dry_run_item'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO keyway_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY partner ON %I TO keyway_app USING (%2$s) WITH CHECK (%2$s)', name, own);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO keyway_app, keyway_limited, keyway_system', name);
  END LOOP;
  EXECUTE format('CREATE POLICY limited ON dry_run TO keyway_limited USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, asking);
  EXECUTE format('CREATE POLICY limited ON dry_run_item TO keyway_limited USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, listed);
END $$;
