-- The daily signature of a chain that has not grown (docs/decisions/0065-evidence-and-checkpoints.md): a checkpoint that covers the same entries as the
-- last one of `checkpoint` and follows it. One row a chain, replaced every day; it counts until `checkpoint` has one of its number.
CREATE TABLE checkpoint_renewal (
  chain_id uuid PRIMARY KEY REFERENCES chain_head,
  number bigint NOT NULL CHECK (number >= 2),
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid REFERENCES organization,
  seq bigint NOT NULL CHECK (seq >= 1),
  at timestamptz(3) NOT NULL,
  jws text NOT NULL
);

-- A late one, behind a checkpoint of its number, is left out; one that renews nothing is refused, and none goes back in time.
CREATE FUNCTION checkpoint_renewal_follows() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  IF EXISTS (SELECT FROM checkpoint c WHERE c.chain_id = NEW.chain_id AND c.number >= NEW.number) THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM checkpoint c WHERE c.chain_id = NEW.chain_id AND c.number = NEW.number - 1 AND c.seq = NEW.seq AND c.at <= NEW.at) THEN
    RAISE EXCEPTION 'this renews no checkpoint' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.number < OLD.number OR NEW.at < OLD.at OR NEW.chain_id <> OLD.chain_id) THEN
    RAISE EXCEPTION 'a renewal is older than the one before it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER checkpoint_renewal_follows BEFORE INSERT OR UPDATE ON checkpoint_renewal FOR EACH ROW EXECUTE FUNCTION checkpoint_renewal_follows();
CREATE TRIGGER checkpoint_renewal_for_webhooks AFTER INSERT OR UPDATE ON checkpoint_renewal FOR EACH ROW EXECUTE FUNCTION checkpoint_for_webhooks();
CREATE TRIGGER checkpoint_renewal_kept BEFORE DELETE ON checkpoint_renewal FOR EACH ROW EXECUTE FUNCTION history_is_append_only();
CREATE TRIGGER checkpoint_renewal_no_truncate BEFORE TRUNCATE ON checkpoint_renewal FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only();

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
BEGIN
  ALTER TABLE checkpoint_renewal ENABLE ROW LEVEL SECURITY;
  ALTER TABLE checkpoint_renewal FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON checkpoint_renewal TO keyway_system USING (true) WITH CHECK (true);
  EXECUTE format('CREATE POLICY partner ON checkpoint_renewal FOR SELECT TO keyway_app USING (%s)', own);
  EXECUTE format('CREATE POLICY limited ON checkpoint_renewal FOR SELECT TO keyway_limited USING (%s AND %s)', own, listed);
  GRANT SELECT ON checkpoint_renewal TO keyway_app, keyway_limited;
  GRANT SELECT, INSERT, UPDATE ON checkpoint_renewal TO keyway_system;
END $$;
