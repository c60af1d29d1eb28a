-- compatible: connection.connection_replacement_is_over: it refuses nothing. Where the version before stores a credential, that takes effect at once, as
-- in that version, and one that was waiting is out of date.
-- A credential that takes the place of a stored one once its cloud accepted it (docs/decisions/0075-replacing-credentials.md). One row a connection; it
-- goes with it.
CREATE TABLE connection_replacement (
  organization_id uuid NOT NULL REFERENCES organization,
  kind text NOT NULL,
  partner_id uuid NOT NULL REFERENCES partner,
  -- Of this credential: a trial of an earlier one no longer finds its row.
  id uuid NOT NULL,
  -- Both as in `connection`, under the same binding.
  fields jsonb NOT NULL,
  sealed bytea NOT NULL,
  stored_at timestamptz(3) NOT NULL,
  -- Who stored it, and so replaces the former.
  stored_by jsonb NOT NULL,
  trial_state text NOT NULL DEFAULT 'PENDING' CHECK (trial_state IN ('PENDING', 'FAILED')),
  -- The cloud's own code and message, without secrets.
  trial_code text,
  trial_message text,
  tried_at timestamptz(3),
  trial_due_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  trial_attempts int NOT NULL DEFAULT 0,
  trial_lease_token uuid,
  trial_lease_until timestamptz(3),
  PRIMARY KEY (organization_id, kind),
  FOREIGN KEY (organization_id, kind) REFERENCES connection ON DELETE CASCADE
);
CREATE INDEX connection_replacement_trial_due ON connection_replacement (trial_due_at);

CREATE FUNCTION connection_replacement_is_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM connection_replacement WHERE organization_id = NEW.organization_id AND kind = NEW.kind;
  RETURN NULL;
END $$;
CREATE TRIGGER connection_replacement_is_over AFTER UPDATE ON connection FOR EACH ROW
  WHEN (NEW.sealed IS DISTINCT FROM OLD.sealed OR NEW.fields IS DISTINCT FROM OLD.fields)
  EXECUTE FUNCTION connection_replacement_is_over();

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
BEGIN
  ALTER TABLE connection_replacement ENABLE ROW LEVEL SECURITY;
  ALTER TABLE connection_replacement FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON connection_replacement TO keyway_system USING (true) WITH CHECK (true);
  EXECUTE format('CREATE POLICY partner ON connection_replacement TO keyway_app USING (%1$s) WITH CHECK (%1$s)', own);
  EXECUTE format('CREATE POLICY limited ON connection_replacement TO keyway_limited USING (%1$s) WITH CHECK (%1$s)', own || ' AND ' || listed);
  GRANT SELECT, INSERT, UPDATE, DELETE ON connection_replacement TO keyway_app, keyway_limited, keyway_system;
END $$;
