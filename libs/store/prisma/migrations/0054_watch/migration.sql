-- Watching of keys after a set-up is complete, one of each organization. `packed` is the state, as a run's; null: nothing that may be read.
CREATE TABLE watch (
  organization_id uuid PRIMARY KEY REFERENCES organization,
  partner_id uuid NOT NULL REFERENCES partner,
  -- The completed run whose approvals are compared with.
  run_id uuid NOT NULL REFERENCES run,
  plan_version int NOT NULL,
  version int NOT NULL,
  packed bytea,
  health text NOT NULL CHECK (health IN ('REVOKED', 'CUT_OFF', 'AT_RISK', 'UNREACHABLE', 'HEALTHY', 'NOT_WATCHED')),
  since timestamptz(3) NOT NULL
);
CREATE INDEX watch_health ON watch (partner_id, health, organization_id);
CREATE INDEX watch_run ON watch (run_id);

-- When the next observation is due, and who is observing: all that an observation writes that finds nothing new.
CREATE TABLE watch_observation (
  organization_id uuid PRIMARY KEY REFERENCES watch ON DELETE CASCADE,
  partner_id uuid NOT NULL REFERENCES partner,
  due_at timestamptz(3) NOT NULL,
  -- A person or an event asked for it: it waits for no share of the interval.
  asked boolean NOT NULL DEFAULT false,
  -- Grows with each request, so that an observation that had begun before does not answer it.
  generation int NOT NULL DEFAULT 1,
  claims int NOT NULL DEFAULT 0,
  lease_token uuid,
  lease_holder text,
  lease_until timestamptz(3),
  observed_at timestamptz(3)
) WITH (fillfactor = 70);
CREATE INDEX watch_observation_due ON watch_observation (due_at);
CREATE INDEX watch_observation_asked ON watch_observation (due_at) WHERE asked;

CREATE TABLE alert (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid NOT NULL REFERENCES organization,
  track text CHECK (track IN ('AEP', 'CJA')),
  kind text NOT NULL CHECK (kind IN ('KEY_ACCESS_DISABLED', 'KEY_ACCESS_FAILURE', 'ALERT_NOTIFICATION', 'HEALTH', 'KEY_EXPIRY', 'KEY_ROTATED', 'ROTATION_UNSAFE')),
  -- What it is about; at most one of a name is open.
  name text NOT NULL,
  -- Adobe may purge data (AL-03).
  is_purge_class boolean NOT NULL,
  -- The purge class first, then the newest: its class and the milliseconds of `opened_at`.
  sort_key bigint NOT NULL,
  health text,
  status text NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'ACKNOWLEDGED', 'RESOLVED')),
  opened_at timestamptz(3) NOT NULL,
  resolved_at timestamptz(3),
  acknowledged_by text,
  acknowledged_at timestamptz(3),
  -- What it is about; its texts follow from it.
  subject jsonb NOT NULL,
  -- Of Adobe: the event as received, and its ID.
  source jsonb,
  event_id text
);
CREATE UNIQUE INDEX alert_open_once ON alert (organization_id, name) WHERE status <> 'RESOLVED';
CREATE UNIQUE INDEX alert_event_once ON alert (organization_id, event_id) WHERE event_id IS NOT NULL;
CREATE INDEX alert_list ON alert (partner_id, sort_key DESC, id DESC);
CREATE INDEX alert_of_organization ON alert (organization_id, sort_key DESC, id DESC);
CREATE INDEX alert_unresolved ON alert (partner_id, organization_id) WHERE status <> 'RESOLVED';

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['watch', 'watch_observation', 'alert'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO keyway_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY partner ON %1$I TO keyway_app USING (%2$s) WITH CHECK (%2$s)', name, own);
    EXECUTE format('CREATE POLICY limited ON %1$I TO keyway_limited USING (%2$s AND %3$s) WITH CHECK (%2$s AND %3$s)', name, own, listed);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO keyway_app, keyway_limited, keyway_system', name);
  END LOOP;
END $$;

-- Completed runs whose keys nobody watches yet.
ALTER TABLE run ADD COLUMN is_watched boolean NOT NULL DEFAULT false;
CREATE INDEX run_to_watch ON run (id) WHERE status = 'COMPLETED' AND NOT is_watched;
