-- Events that Adobe and Azure Event Grid send (docs/decisions/0063-events-from-adobe-and-azure.md).

-- Public keys of Adobe I/O Events by their path on Adobe's one host (AL-14), for all partners. `pem` null: not read yet, or not there.
CREATE TABLE adobe_signing_key (
  path text PRIMARY KEY CHECK (path ~ '^/prod/keys/pub-key-[0-9A-Za-z-]{1,64}[.]pem$'),
  pem text,
  read_at timestamptz(3),
  wanted_at timestamptz(3) NOT NULL,
  -- When a worker reads it next; null: when a delivery names it again.
  due_at timestamptz(3),
  attempts int NOT NULL DEFAULT 0,
  lease_until timestamptz(3)
);
CREATE INDEX adobe_signing_key_due ON adobe_signing_key (due_at) WHERE due_at IS NOT NULL;

-- An address at Adobe that a worker opens to validate a registration (AL-17): the last one of each organization.
CREATE TABLE adobe_validation (
  organization_id uuid PRIMARY KEY REFERENCES organization,
  partner_id uuid NOT NULL REFERENCES partner,
  -- Path and query; the host is Adobe's one.
  path text NOT NULL,
  due_at timestamptz(3),
  attempts int NOT NULL DEFAULT 0,
  lease_until timestamptz(3)
);
CREATE INDEX adobe_validation_due ON adobe_validation (due_at) WHERE due_at IS NOT NULL;

-- What was received, so that the same event counts once (AL-16), also after its alert has ended.
CREATE TABLE adobe_event (
  organization_id uuid NOT NULL REFERENCES organization,
  event_id text NOT NULL,
  partner_id uuid NOT NULL REFERENCES partner,
  alert_id uuid NOT NULL REFERENCES alert,
  kind text NOT NULL,
  received_at timestamptz(3) NOT NULL,
  PRIMARY KEY (organization_id, event_id)
);
CREATE INDEX adobe_event_recent ON adobe_event (organization_id, kind, received_at);

-- Of Adobe's alerts: events of its kind since it was opened, and when the last one came.
ALTER TABLE alert ADD COLUMN event_count int NOT NULL DEFAULT 0;
ALTER TABLE alert ADD COLUMN last_event_at timestamptz(3);

-- The secret in the address that Event Grid sends to; the last one of each organization.
CREATE TABLE event_grid_address (
  organization_id uuid PRIMARY KEY REFERENCES organization,
  partner_id uuid NOT NULL REFERENCES partner,
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  created_by text NOT NULL,
  created_at timestamptz(3) NOT NULL
);

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['adobe_signing_key', 'adobe_validation', 'adobe_event', 'event_grid_address'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO keyway_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO keyway_system', name);
  END LOOP;
  -- Nobody who signs in reads the others.
  EXECUTE format('CREATE POLICY partner ON event_grid_address TO keyway_app USING (%1$s) WITH CHECK (%1$s)', own);
  EXECUTE format('CREATE POLICY limited ON event_grid_address TO keyway_limited USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, listed);
  GRANT SELECT, INSERT, UPDATE, DELETE ON event_grid_address TO keyway_app, keyway_limited;
END $$;
