-- Each batch of a deletion by organization read all of these tables (docs/decisions/0100-deleted-organizations.md).
-- Large tables first: each change of a run writes to the last two, and waits from there on.
CREATE INDEX bulk_item_of_organization ON bulk_item (organization_id);
-- For each run and hand-off that is deleted, PostgreSQL finds what refers to it.
CREATE INDEX bulk_item_of_run ON bulk_item (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX dry_run_item_of_organization ON dry_run_item (organization_id);
CREATE INDEX bulk_link_of_organization ON bulk_link (organization_id);
CREATE INDEX bulk_link_of_hand_off ON bulk_link (hand_off_id) WHERE hand_off_id IS NOT NULL;
CREATE INDEX configuration_of_run ON configuration (run_id);
CREATE INDEX webhook_message_of_organization ON webhook_message (organization_id) WHERE organization_id IS NOT NULL;
CREATE INDEX inbox_item_of_organization ON inbox_item (organization_id);
-- What waits to be rendered leaves soon; each insert into that queue stays as it is.
CREATE INDEX webhook_change_with_problem ON webhook_change (organization_id) WHERE problem IS NOT NULL;

-- As before, and names the partner (docs/decisions/0099-partitions-and-shards.md).
CREATE OR REPLACE FUNCTION organization_deletion_is_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM organization o WHERE o.id = NEW.organization_id AND o.partner_id = ANY (array_append('{}', NEW.partner_id)) AND o.archived_at = NEW.archived_at
      AND o.archived_at < clock_timestamp() - interval '30 days') THEN
    RAISE EXCEPTION 'this organization is not archived long enough to be deleted' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM chain_head h WHERE h.chain_id = NEW.organization_id AND h.partner_id = ANY (array_append('{}', NEW.partner_id)) AND h.seq = NEW.seq AND h.hash = NEW.hash AND h.ended_at IS NOT NULL) THEN
    RAISE EXCEPTION 'the history of this organization does not end there' USING ERRCODE = 'restrict_violation';
  END IF;
  IF NOT EXISTS (SELECT FROM history_entry e WHERE e.id = NEW.entry_id AND e.chain_id = NEW.partner_id AND e.partner_id = ANY (array_append('{}', NEW.partner_id)) AND e.kind = 'organizationDeleted'
      AND e.data->>'lastHash' = NEW.hash) THEN
    RAISE EXCEPTION 'the history of the partner does not record the deletion' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION organization_deletion_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.deleted_at IS NOT NULL OR NEW.deleted_at IS NULL
    OR (NEW.organization_id, NEW.partner_id, NEW.archived_at, NEW.entry_id, NEW.seq, NEW.hash, NEW.marked_at)
      IS DISTINCT FROM (OLD.organization_id, OLD.partner_id, OLD.archived_at, OLD.entry_id, OLD.seq, OLD.hash, OLD.marked_at)
    OR EXISTS (SELECT FROM organization o WHERE o.id = OLD.organization_id AND o.partner_id = ANY (array_append('{}', OLD.partner_id))) THEN
    RAISE EXCEPTION 'this does not end a deletion' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION history_entry_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM organization_deletion d WHERE d.organization_id = OLD.chain_id AND d.partner_id = ANY (array_append('{}', OLD.partner_id)) AND d.deleted_at IS NULL) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'restrict_violation';
END $$;
