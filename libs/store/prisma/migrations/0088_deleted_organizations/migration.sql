-- compatible: history_entry.history_entry_append_only: it refuses what it refused, except for the chain of an organization that is being deleted.
-- Archived organizations are deleted after a period (docs/decisions/0100-deleted-organizations.md). A row marks one; what belongs to it is then deleted in
-- batches. The row stays: it says what the chain was that is gone, and which entry of the partner's history records it.
CREATE TABLE organization_deletion (
  -- No reference: the organization goes.
  organization_id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  archived_at timestamptz(3) NOT NULL,
  -- In the partner's chain.
  entry_id uuid NOT NULL,
  -- Where the organization's chain ended.
  seq bigint NOT NULL,
  hash text NOT NULL,
  marked_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
  -- Null: rows of it are left.
  deleted_at timestamptz(3)
);
CREATE INDEX organization_deletion_open ON organization_deletion (organization_id) WHERE deleted_at IS NULL;

-- Set with the mark. Whoever waited for the chain's lock finds no chain then, and so does everybody who comes later.
ALTER TABLE chain_head ADD COLUMN ended_at timestamptz(3);

-- Signed evidence stays when its organization goes. Runs are deleted without a search through all of history.
ALTER TABLE checkpoint DROP CONSTRAINT checkpoint_chain_id_fkey, DROP CONSTRAINT checkpoint_organization_id_fkey;
ALTER TABLE checkpoint_renewal DROP CONSTRAINT checkpoint_renewal_chain_id_fkey, DROP CONSTRAINT checkpoint_renewal_organization_id_fkey;
ALTER TABLE approval_evidence DROP CONSTRAINT approval_evidence_organization_id_fkey;
ALTER TABLE history_entry DROP CONSTRAINT history_entry_run_id_fkey;

-- Nobody marks an organization that is not archived long enough, or of which the partner's history does not say that it is deleted.
CREATE FUNCTION organization_deletion_is_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM organization o WHERE o.id = NEW.organization_id AND o.partner_id = NEW.partner_id AND o.archived_at = NEW.archived_at
      AND o.archived_at < clock_timestamp() - interval '30 days') THEN
    RAISE EXCEPTION 'this organization is not archived long enough to be deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM chain_head h WHERE h.chain_id = NEW.organization_id AND h.seq = NEW.seq AND h.hash = NEW.hash AND h.ended_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the history of this organization does not end there' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM history_entry e WHERE e.id = NEW.entry_id AND e.chain_id = NEW.partner_id AND e.kind = 'organizationDeleted'
      AND e.data->>'lastHash' = NEW.hash) THEN
    RAISE EXCEPTION 'the history of the partner does not record the deletion' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organization_deletion_is_due BEFORE INSERT ON organization_deletion FOR EACH ROW EXECUTE FUNCTION organization_deletion_is_due();

-- Once, when nothing is left.
CREATE FUNCTION organization_deletion_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.deleted_at IS NOT NULL OR NEW.deleted_at IS NULL
    OR (NEW.organization_id, NEW.partner_id, NEW.archived_at, NEW.entry_id, NEW.seq, NEW.hash, NEW.marked_at)
      IS DISTINCT FROM (OLD.organization_id, OLD.partner_id, OLD.archived_at, OLD.entry_id, OLD.seq, OLD.hash, OLD.marked_at)
    OR EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id) THEN
    RAISE EXCEPTION 'this does not end a deletion' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER organization_deletion_ends BEFORE UPDATE ON organization_deletion FOR EACH ROW EXECUTE FUNCTION organization_deletion_ends();
CREATE TRIGGER organization_deletion_kept BEFORE DELETE ON organization_deletion FOR EACH ROW EXECUTE FUNCTION history_is_append_only();
CREATE TRIGGER organization_deletion_no_truncate BEFORE TRUNCATE ON organization_deletion FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only();

-- History stays append-only; that of a marked organization is deleted, by the system alone.
CREATE FUNCTION history_entry_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM organization_deletion d WHERE d.organization_id = OLD.chain_id AND d.deleted_at IS NULL) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'restrict_violation';
END $$;
DROP TRIGGER history_entry_append_only ON history_entry;
CREATE TRIGGER history_entry_append_only BEFORE UPDATE OR DELETE ON history_entry FOR EACH ROW EXECUTE FUNCTION history_entry_is_kept();

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  being_deleted text := '%1$I IS NULL OR %1$I <> ALL (ARRAY(SELECT d.organization_id FROM organization_deletion d%2$s))';
  item record;
BEGIN
  ALTER TABLE organization_deletion ENABLE ROW LEVEL SECURITY;
  ALTER TABLE organization_deletion FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON organization_deletion TO keyway_system USING (true) WITH CHECK (true);
  EXECUTE format('CREATE POLICY partner ON organization_deletion FOR SELECT TO keyway_app, keyway_limited USING (%s)', own);
  GRANT SELECT ON organization_deletion TO keyway_app, keyway_limited;
  GRANT SELECT, INSERT, UPDATE ON organization_deletion TO keyway_system;
  GRANT DELETE ON history_entry, aws_trust TO keyway_system;
  -- Half of an organization is never shown: from the mark on nobody sees any of it.
  FOR item IN
    SELECT c.relname AS name, CASE WHEN c.relname = 'organization' THEN 'id' ELSE 'organization_id' END AS of_organization,
      -- What stays is not shown when the rest is gone either.
      CASE WHEN c.relname IN ('checkpoint', 'checkpoint_renewal', 'approval_evidence', 'webhook_message') THEN '' ELSE ' WHERE d.deleted_at IS NULL' END AS which
    FROM pg_class c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relrowsecurity AND c.relname NOT IN ('organization_deletion', 'chain_head')
      AND (c.relname = 'organization' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'organization_id' AND NOT a.attisdropped))
  LOOP
    EXECUTE format('CREATE POLICY being_deleted ON %I AS RESTRICTIVE FOR SELECT TO keyway_app, keyway_limited USING (%s)',
      item.name, format(being_deleted, item.of_organization, item.which));
  END LOOP;
  CREATE POLICY ended ON chain_head AS RESTRICTIVE TO keyway_app, keyway_limited USING (ended_at IS NULL);
  CREATE POLICY ended_for_system ON chain_head AS RESTRICTIVE TO keyway_system USING (ended_at IS NULL OR current_setting('keyway.retention', true) = 'on');
END $$;
