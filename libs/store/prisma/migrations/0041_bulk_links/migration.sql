-- Links of hand-offs that a bulk job made: sealed, for whoever started the job alone, and for a day.
CREATE TABLE bulk_link (
  job_id uuid NOT NULL,
  position int NOT NULL,
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid NOT NULL REFERENCES organization,
  -- Who may read it: as in the job.
  starter text NOT NULL,
  -- The token, under the partner's data key.
  sealed bytea NOT NULL,
  ends_at timestamptz(3) NOT NULL,
  PRIMARY KEY (job_id, position),
  FOREIGN KEY (job_id, position) REFERENCES bulk_item ON DELETE CASCADE
);
CREATE INDEX bulk_link_ends ON bulk_link (ends_at);

-- Nobody but the starter, whatever else they see.
DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
  asking text := 'starter = (SELECT nullif(current_setting(''keyway.principal'', true), ''''))';
BEGIN
  ALTER TABLE bulk_link ENABLE ROW LEVEL SECURITY;
  ALTER TABLE bulk_link FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON bulk_link TO keyway_system USING (true) WITH CHECK (true);
  EXECUTE format('CREATE POLICY partner ON bulk_link TO keyway_app USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, asking);
  EXECUTE format('CREATE POLICY limited ON bulk_link TO keyway_limited USING (%1$s AND %2$s AND %3$s) WITH CHECK (%1$s AND %2$s AND %3$s)', own, listed, asking);
  GRANT SELECT, INSERT, UPDATE, DELETE ON bulk_link TO keyway_app, keyway_limited, keyway_system;
END $$;
