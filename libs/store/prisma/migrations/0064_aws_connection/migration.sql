-- compatible: connection.connection_kind_check: it takes what it took before, and a kind more. A process of the version before cannot read such a row: neither the connections of its organization nor, where it claims it, its trial.
-- A role in the customer's AWS account that Keyway assumes (docs/operations/configuration.md). Its row of `connection` has no secret of the customer's.
ALTER TABLE connection DROP CONSTRAINT connection_kind_check;
ALTER TABLE connection ADD CONSTRAINT connection_kind_check CHECK (kind IN ('adobe', 'azure', 'aws'));

-- What the role's trust policy asks for, made once for each organization, before there is a role. It stays when the role is removed or replaced, so
-- that a trust policy that was pasted once stays valid.
CREATE TABLE aws_trust (
  organization_id uuid PRIMARY KEY REFERENCES organization,
  partner_id uuid NOT NULL REFERENCES partner,
  external_id text NOT NULL UNIQUE CHECK (external_id ~ '^keyway-[0-9A-Za-z_-]{43}$'),
  -- Of the policies, until a role is stored.
  region text NOT NULL,
  created_at timestamptz(3) NOT NULL
);

CREATE FUNCTION aws_external_id_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the external ID of an organization never changes' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER aws_external_id_is_fixed BEFORE UPDATE ON aws_trust FOR EACH ROW
  WHEN (NEW.external_id IS DISTINCT FROM OLD.external_id OR NEW.organization_id IS DISTINCT FROM OLD.organization_id)
  EXECUTE FUNCTION aws_external_id_is_fixed();

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
BEGIN
  ALTER TABLE aws_trust ENABLE ROW LEVEL SECURITY;
  ALTER TABLE aws_trust FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON aws_trust TO keyway_system USING (true) WITH CHECK (true);
  EXECUTE format('CREATE POLICY partner ON aws_trust TO keyway_app USING (%1$s) WITH CHECK (%1$s)', own);
  EXECUTE format('CREATE POLICY limited ON aws_trust TO keyway_limited USING (%1$s) WITH CHECK (%1$s)', own || ' AND ' || listed);
  GRANT SELECT, INSERT, UPDATE ON aws_trust TO keyway_app, keyway_limited;
  GRANT SELECT ON aws_trust TO keyway_system;
END $$;
