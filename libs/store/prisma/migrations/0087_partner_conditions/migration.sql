-- What triggers read and write names the partner, as the statements around them do (docs/decisions/0099-partitions-and-shards.md). Not by `=`: in a table
-- without statistics, the index of a list would cost as little as that of the key, and a session would keep the plan that reads all rows of the partner.

-- As `observed_since(run, steps, since)`, which the version before calls.
CREATE FUNCTION observed_since(partner uuid, run uuid, steps text[], since timestamptz) RETURNS boolean LANGUAGE sql VOLATILE AS $$
  SELECT EXISTS (SELECT FROM step_look l
    WHERE l.run_id = run AND l.partner_id = partner AND l.track || '/' || l.step = ANY (steps) AND l.looked_at > since AND l.looked_at <= clock_timestamp())
$$;

CREATE OR REPLACE FUNCTION checkpoint_follows() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  IF NEW.number > 1 AND NOT EXISTS (
    SELECT FROM checkpoint c WHERE c.chain_id = NEW.chain_id AND c.partner_id = ANY (array_append('{}', NEW.partner_id)) AND c.number = NEW.number - 1 AND c.seq <= NEW.seq AND c.at <= NEW.at
  ) THEN
    RAISE EXCEPTION 'a checkpoint covers less than the one before it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION checkpoint_renewal_follows() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  IF EXISTS (SELECT FROM checkpoint c WHERE c.chain_id = NEW.chain_id AND c.partner_id = ANY (array_append('{}', NEW.partner_id)) AND c.number >= NEW.number) THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM checkpoint c WHERE c.chain_id = NEW.chain_id AND c.partner_id = ANY (array_append('{}', NEW.partner_id)) AND c.number = NEW.number - 1 AND c.seq = NEW.seq AND c.at <= NEW.at) THEN
    RAISE EXCEPTION 'this renews no checkpoint' USING ERRCODE = 'restrict_violation';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.number < OLD.number OR NEW.at < OLD.at OR NEW.chain_id <> OLD.chain_id) THEN
    RAISE EXCEPTION 'a renewal is older than the one before it' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION configuration_holds_organization() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM organization o WHERE o.id = NEW.organization_id AND o.partner_id = ANY (array_append('{}', NEW.partner_id)) FOR SHARE;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION connection_expires() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  waited record;
BEGIN
  SELECT r.expiry_mark, r.expiry_due_at INTO waited FROM connection_replacement r
    WHERE r.organization_id = NEW.organization_id AND r.partner_id = ANY (array_append('{}', NEW.partner_id)) AND r.kind = NEW.kind AND r.sealed = NEW.sealed AND r.fields = NEW.fields;
  NEW.expires_at := credential_expiry(NEW.fields);
  NEW.expiry_mark := CASE WHEN FOUND THEN waited.expiry_mark END;
  NEW.expiry_due_at := CASE WHEN FOUND THEN waited.expiry_due_at ELSE NEW.expires_at - interval '720 hours' END;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION connection_replacement_is_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM connection_replacement WHERE organization_id = NEW.organization_id AND partner_id = ANY (array_append('{}', NEW.partner_id)) AND kind = NEW.kind;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION history_for_inbox() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
DECLARE
  named uuid[] := '{}';
BEGIN
  IF NEW.kind = 'commentAdded' THEN
    IF coalesce(json_typeof(NEW.data->'mentions') <> 'array', true) THEN RETURN NULL; END IF;
    SELECT coalesce(array_agg(DISTINCT member_of_global_id(m.id)), '{}') INTO named FROM json_array_elements_text(NEW.data->'mentions') AS m(id) WHERE member_of_global_id(m.id) IS NOT NULL;
    IF named = '{}' THEN RETURN NULL; END IF;
  ELSIF NEW.kind <> 'approvalRequested' THEN
    -- Whoever made the last request; nobody where that was a token that stands for no person.
    SELECT CASE WHEN r.principal ~ '^member:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN ARRAY[substr(r.principal, 8)::uuid] ELSE '{}' END INTO named
    FROM (
      SELECT h.principal FROM history_entry h
      WHERE h.run_id = NEW.run_id AND h.partner_id = ANY (array_append('{}', NEW.partner_id)) AND h.kind = 'approvalRequested' AND h.data->>'track' = NEW.data->>'track' AND h.position < NEW.position
      ORDER BY h.position DESC LIMIT 1) r;
  END IF;
  INSERT INTO inbox_cause (partner_id, organization_id, run_id, kind, cause, entry_id, track, step, member_ids, principal, actor, at)
  VALUES (NEW.partner_id, NEW.organization_id, NEW.run_id,
    CASE NEW.kind WHEN 'commentAdded' THEN 'MENTIONED' WHEN 'approvalGranted' THEN 'APPROVAL_GRANTED' WHEN 'approvalRefused' THEN 'APPROVAL_REFUSED' ELSE 'APPROVAL_REQUESTED' END,
    NEW.id::text, NEW.id, NEW.data->>'track', CASE NEW.kind WHEN 'commentAdded' THEN NEW.data->>'step' ELSE 'APPROVAL' END, coalesce(named, '{}'), NEW.principal, NEW.actor, NEW.at);
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION needed_action_for_inbox() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  INSERT INTO inbox_cause (partner_id, organization_id, run_id, kind, cause, track, at)
  SELECT r.partner_id, r.organization_id, r.id, 'APPROVAL_CLOSED', r.id || ' ' || OLD.track, OLD.track, clock_timestamp() FROM run r WHERE r.id = OLD.run_id AND r.partner_id = ANY (array_append('{}', OLD.partner_id));
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION organization_details_are_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.ims_org_id, NEW.cloud, NEW.region, NEW.shield, NEW.owns_cja, NEW.azure_tenant_id)
     IS NOT DISTINCT FROM (OLD.ims_org_id, OLD.cloud, OLD.region, OLD.shield, OLD.owns_cja, OLD.azure_tenant_id) THEN
    RETURN NEW;
  END IF;
  IF EXISTS (SELECT FROM configuration c WHERE c.organization_id = NEW.id AND c.partner_id = ANY (array_append('{}', OLD.partner_id))) THEN
    RAISE EXCEPTION 'the configuration of this organization was submitted; its details are fixed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.ims_org_id <> OLD.ims_org_id AND EXISTS (SELECT FROM run r WHERE r.organization_id = NEW.id AND r.partner_id = ANY (array_append('{}', OLD.partner_id))) THEN
    RAISE EXCEPTION 'this organization has a run; its IMS organization ID is fixed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NEW.cloud <> OLD.cloud AND EXISTS (SELECT FROM run r WHERE r.organization_id = NEW.id AND r.partner_id = ANY (array_append('{}', OLD.partner_id)) AND r.status <> 'CANCELLED') THEN
    RAISE EXCEPTION 'this organization has a run; its cloud is fixed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION organization_search_terms() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  INSERT INTO search_term (source_id, term_hash, partner_id, organization_id, name_key, archived, cancelled, short_until, term_key)
  VALUES (NEW.id, 0, NEW.partner_id, NEW.id, NEW.name_key, NEW.archived_at IS NOT NULL, false, length(NEW.name_key), NEW.name_key || E'\n' || lower(NEW.ims_org_id))
  ON CONFLICT (source_id, term_hash) DO UPDATE SET name_key = excluded.name_key, archived = excluded.archived, short_until = excluded.short_until,
    term_key = excluded.term_key;
  IF TG_OP = 'UPDATE' THEN
    UPDATE search_term SET name_key = NEW.name_key, archived = NEW.archived_at IS NOT NULL WHERE organization_id = NEW.id AND partner_id = ANY (array_append('{}', NEW.partner_id)) AND run_id IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION pause_new_observation() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  NEW.is_paused := EXISTS (SELECT FROM organization o WHERE o.id = NEW.organization_id AND o.partner_id = ANY (array_append('{}', NEW.partner_id)) AND o.archived_at IS NOT NULL);
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION pause_observation() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  UPDATE watch_observation SET is_paused = NEW.archived_at IS NOT NULL WHERE organization_id = NEW.id AND partner_id = ANY (array_append('{}', NEW.partner_id));
  IF NEW.archived_at IS NULL THEN PERFORM pg_notify('keyway_watch', ''); END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION put_webhook_change(partner uuid, organization uuid, run uuid, given_source text, given_at timestamptz, given json) RETURNS void LANGUAGE sql AS $$
  WITH listening AS (
    SELECT array_agg(w.id) AS ids FROM webhook w
    WHERE w.partner_id = partner AND w.enabled AND w.deleted_at IS NULL
      AND (w.every_organization OR organization = ANY (w.organization_ids))
  ), put AS (
    INSERT INTO webhook_change (partner_id, webhook_ids, organization_id, ims_org_id, name, run_id, source, at, data)
    SELECT partner, l.ids, organization, o.ims_org_id, o.name, run, given_source, given_at, given
    FROM listening l LEFT JOIN organization o ON o.id = organization AND o.partner_id = ANY (array_append('{}', partner)) WHERE l.ids IS NOT NULL RETURNING 1
  )
  SELECT pg_notify('keyway_webhook', '') FROM put
$$;

CREATE OR REPLACE FUNCTION run_for_webhooks() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  IF has_webhook(NEW.partner_id) THEN
    PERFORM put_webhook_change(NEW.partner_id, NEW.organization_id, NEW.id, 'run', NEW.updated_at, json_build_object(
      'before', CASE WHEN TG_OP = 'UPDATE' THEN json_build_object('state', OLD.state, 'packedState', encode(OLD.packed_state, 'hex')) END,
      'after', json_build_object('state', NEW.state, 'packedState', encode(NEW.packed_state, 'hex'), 'observations',
        (SELECT json_object_agg(l.track || '/' || l.step, coalesce(l.observation, to_json(encode(l.packed, 'hex'))))
         FROM step_look l WHERE l.run_id = NEW.id AND l.partner_id = ANY (array_append('{}', NEW.partner_id)) AND (l.observation IS NOT NULL OR l.packed IS NOT NULL)))));
  END IF;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION run_search_terms() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
DECLARE
  keys text[] := string_to_array(NEW.search_text, E'\n');
  -- The version before writes `search_text` alone.
  written text[] := CASE WHEN lower(NEW.search_terms) = NEW.search_text THEN string_to_array(NEW.search_terms, E'\n') ELSE keys END;
  is_cancelled boolean := NEW.status = 'CANCELLED';
BEGIN
  DELETE FROM search_term t WHERE t.source_id = NEW.id AND t.partner_id = ANY (array_append('{}', NEW.partner_id)) AND t.term_key <> ALL (keys);
  UPDATE search_term t SET cancelled = is_cancelled, term = w.term FROM unnest(keys, written) AS w(key, term)
  WHERE t.source_id = NEW.id AND t.partner_id = ANY (array_append('{}', NEW.partner_id)) AND t.term_key = w.key AND (t.cancelled, t.term) <> (is_cancelled, w.term);
  INSERT INTO search_term (source_id, term_hash, partner_id, organization_id, run_id, name_key, archived, cancelled, short_until, term_key, term)
  SELECT NEW.id, hashtextextended(t.key, 0), NEW.partner_id, NEW.organization_id, NEW.id, o.name_key, o.archived_at IS NOT NULL, is_cancelled, 0, t.key, t.term
  FROM unnest(keys, written) AS t(key, term), organization o
  WHERE o.id = NEW.organization_id AND o.partner_id = ANY (array_append('{}', NEW.partner_id))
    AND NOT EXISTS (SELECT FROM search_term s WHERE s.source_id = NEW.id AND s.partner_id = ANY (array_append('{}', NEW.partner_id)) AND s.term_hash = hashtextextended(t.key, 0))
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION run_vaults_changed() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  DELETE FROM run_vault WHERE run_id = NEW.id AND partner_id = ANY (array_append('{}', NEW.partner_id)) AND vault_uri <> ALL (NEW.vault_uris);
  INSERT INTO run_vault (run_id, vault_uri, partner_id, organization_id)
    SELECT NEW.id, uri, NEW.partner_id, NEW.organization_id FROM unnest(NEW.vault_uris) AS v(uri) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

-- `CREATE OR REPLACE` has taken these settings away.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organization_search_terms', 'run_search_terms', 'run_vaults_changed'] LOOP
    EXECUTE format('ALTER FUNCTION %I SET search_path = %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
