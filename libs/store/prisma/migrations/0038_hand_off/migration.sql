-- Links to the open steps of one run that a customer's admin has to do, without an account. Of the token only its SHA-256 is kept.
CREATE TABLE hand_off (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid NOT NULL REFERENCES organization,
  run_id uuid NOT NULL REFERENCES run,
  actor text NOT NULL CHECK (actor IN ('AZURE_ADMIN', 'ENTRA_ADMIN')),
  note text,
  sha256 bytea NOT NULL UNIQUE,
  -- Who made it, also by a token of theirs; null: a token of nobody.
  member_id uuid REFERENCES member,
  created_by text NOT NULL,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  revoked_at timestamptz(3),
  last_used_at timestamptz(3),
  uses int NOT NULL DEFAULT 0
);
CREATE INDEX hand_off_of_run ON hand_off (run_id, created_at DESC, id DESC);
CREATE INDEX hand_off_of_member ON hand_off (member_id) WHERE member_id IS NOT NULL AND revoked_at IS NULL;

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
BEGIN
  ALTER TABLE hand_off ENABLE ROW LEVEL SECURITY;
  ALTER TABLE hand_off FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON hand_off TO keyway_system USING (true) WITH CHECK (true);
  EXECUTE format('CREATE POLICY partner ON hand_off TO keyway_app USING (%1$s) WITH CHECK (%1$s)', own);
  EXECUTE format('CREATE POLICY limited ON hand_off TO keyway_limited USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, listed);
  GRANT SELECT, INSERT, UPDATE, DELETE ON hand_off TO keyway_app, keyway_limited, keyway_system;
END $$;
