-- Signed evidence (docs/decisions/0065-evidence-and-checkpoints.md).

-- The keys that sign checkpoints and evidence packs, of the whole installation. Public parts stay for good; a retired one has no private part.
CREATE TABLE evidence_key (
  id uuid PRIMARY KEY,
  -- RFC 7638 thumbprint of `x`.
  kid text NOT NULL UNIQUE,
  x text NOT NULL,
  sealed bytea,
  wrapper text NOT NULL,
  wrapped bytea NOT NULL,
  created_at timestamptz(3) NOT NULL,
  retired_at timestamptz(3),
  CHECK ((sealed IS NULL) = (retired_at IS NOT NULL))
);
-- At most one signs.
CREATE UNIQUE INDEX evidence_key_present ON evidence_key ((retired_at IS NULL)) WHERE retired_at IS NULL;

-- Where a chain ended, signed: append-only, as history is.
CREATE TABLE checkpoint (
  chain_id uuid NOT NULL REFERENCES chain_head,
  number bigint NOT NULL CHECK (number >= 1),
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid REFERENCES organization,
  -- How many entries it covers.
  seq bigint NOT NULL CHECK (seq >= 1),
  at timestamptz(3) NOT NULL,
  jws text NOT NULL,
  PRIMARY KEY (chain_id, number)
);

-- What was approved: canonical JSON by its SHA-256, as it was when approval was requested.
CREATE TABLE approval_evidence (
  organization_id uuid NOT NULL REFERENCES organization,
  hash text NOT NULL CHECK (hash = encode(sha256(convert_to(evidence, 'UTF8')), 'hex')),
  partner_id uuid NOT NULL REFERENCES partner,
  evidence text NOT NULL,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (organization_id, hash)
);

-- One follows the other: no gap, nothing that covers less than the one before it.
CREATE FUNCTION checkpoint_follows() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  IF NEW.number > 1 AND NOT EXISTS (
    SELECT FROM checkpoint c WHERE c.chain_id = NEW.chain_id AND c.number = NEW.number - 1 AND c.seq <= NEW.seq AND c.at <= NEW.at
  ) THEN
    RAISE EXCEPTION 'a checkpoint covers less than the one before it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER checkpoint_follows BEFORE INSERT ON checkpoint FOR EACH ROW EXECUTE FUNCTION checkpoint_follows();
-- In the same transaction as the checkpoint, whoever writes it.
CREATE FUNCTION checkpoint_for_webhooks() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  IF has_webhook(NEW.partner_id) THEN
    PERFORM put_webhook_change(NEW.partner_id, NEW.organization_id, NULL, 'event', NEW.at,
      json_build_object('type', 'history.checkpoint', 'data', json_build_object('jws', NEW.jws)));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER checkpoint_for_webhooks AFTER INSERT ON checkpoint FOR EACH ROW EXECUTE FUNCTION checkpoint_for_webhooks();
CREATE TRIGGER checkpoint_append_only BEFORE UPDATE OR DELETE ON checkpoint FOR EACH ROW EXECUTE FUNCTION history_is_append_only();
CREATE TRIGGER checkpoint_no_truncate BEFORE TRUNCATE ON checkpoint FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only();
CREATE TRIGGER approval_evidence_append_only BEFORE UPDATE OR DELETE ON approval_evidence FOR EACH ROW EXECUTE FUNCTION history_is_append_only();
CREATE TRIGGER approval_evidence_no_truncate BEFORE TRUNCATE ON approval_evidence FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only();
CREATE TRIGGER evidence_key_kept BEFORE DELETE ON evidence_key FOR EACH ROW EXECUTE FUNCTION history_is_append_only();
CREATE TRIGGER evidence_key_no_truncate BEFORE TRUNCATE ON evidence_key FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only();

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['evidence_key', 'checkpoint', 'approval_evidence'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO keyway_system USING (true) WITH CHECK (true)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['checkpoint', 'approval_evidence'] LOOP
    EXECUTE format('CREATE POLICY partner ON %1$I TO keyway_app USING (%2$s) WITH CHECK (%2$s)', name, own);
    EXECUTE format('CREATE POLICY limited ON %1$I TO keyway_limited USING (%2$s AND %3$s) WITH CHECK (%2$s AND %3$s)', name, own, listed);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO keyway_app, keyway_limited, keyway_system', name);
  END LOOP;
  -- No viewer reads private keys, not even sealed.
  GRANT SELECT, INSERT, UPDATE ON evidence_key TO keyway_system;
END $$;
