-- compatible: inbox_cause.inbox_cause_kind_check: it takes what it took before, and three kinds more.
-- compatible: inbox_item.inbox_item_kind_check: it takes what it took before, and two kinds more.
-- compatible: history_entry.history_for_inbox: it refuses nothing and writes only a table that the version before does not know.
-- compatible: needed_action.needed_action_for_inbox: it refuses nothing and writes only a table that the version before does not know.
-- compatible: needed_action.needed_action_gone_for_inbox: it refuses nothing and writes only a table that the version before does not know.
-- Decisions come into the inbox of whoever requested the approval, and a request that nobody can decide any more is read
-- (docs/decisions/0084-inbox.md). APPROVAL_CLOSED is a cause alone: no item is made of it.
ALTER TABLE inbox_cause DROP CONSTRAINT inbox_cause_kind_check;
ALTER TABLE inbox_cause ADD CONSTRAINT inbox_cause_kind_check CHECK (kind IN (
  'MENTIONED', 'APPROVAL_REQUESTED', 'APPROVAL_GRANTED', 'APPROVAL_REFUSED', 'APPROVAL_CLOSED', 'RUN_BLOCKED', 'RUN_FAILED', 'HEALTH', 'ASSIGNED'));
ALTER TABLE inbox_item DROP CONSTRAINT inbox_item_kind_check;
ALTER TABLE inbox_item ADD CONSTRAINT inbox_item_kind_check CHECK (kind IN (
  'MENTIONED', 'APPROVAL_REQUESTED', 'APPROVAL_GRANTED', 'APPROVAL_REFUSED', 'RUN_BLOCKED', 'RUN_FAILED', 'HEALTH', 'ASSIGNED'));

-- Finds the last request of a track.
CREATE INDEX history_entry_requests ON history_entry (run_id, position) WHERE kind = 'approvalRequested';
-- Finds the items of a request, and requests of which no items were made yet.
CREATE INDEX inbox_item_requests ON inbox_item (run_id, track) WHERE kind = 'APPROVAL_REQUESTED' AND read_at IS NULL;
CREATE INDEX inbox_cause_requests ON inbox_cause (run_id, track) WHERE kind = 'APPROVAL_REQUESTED';

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
      WHERE h.run_id = NEW.run_id AND h.kind = 'approvalRequested' AND h.data->>'track' = NEW.data->>'track' AND h.position < NEW.position
      ORDER BY h.position DESC LIMIT 1) r;
  END IF;
  INSERT INTO inbox_cause (partner_id, organization_id, run_id, kind, cause, entry_id, track, step, member_ids, principal, actor, at)
  VALUES (NEW.partner_id, NEW.organization_id, NEW.run_id,
    CASE NEW.kind WHEN 'commentAdded' THEN 'MENTIONED' WHEN 'approvalGranted' THEN 'APPROVAL_GRANTED' WHEN 'approvalRefused' THEN 'APPROVAL_REFUSED' ELSE 'APPROVAL_REQUESTED' END,
    NEW.id::text, NEW.id, NEW.data->>'track', CASE NEW.kind WHEN 'commentAdded' THEN NEW.data->>'step' ELSE 'APPROVAL' END, coalesce(named, '{}'), NEW.principal, NEW.actor, NEW.at);
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER history_for_inbox AFTER INSERT ON history_entry
  FOR EACH ROW WHEN (NEW.organization_id IS NOT NULL AND NEW.kind IN ('commentAdded', 'approvalRequested', 'approvalGranted', 'approvalRefused')) EXECUTE FUNCTION history_for_inbox();

-- Whatever ended a request: a decision, other evidence, another policy, the end of the run. It may be written where none ended: whoever reads it compares.
CREATE FUNCTION needed_action_for_inbox() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  INSERT INTO inbox_cause (partner_id, organization_id, run_id, kind, cause, track, at)
  SELECT r.partner_id, r.organization_id, r.id, 'APPROVAL_CLOSED', r.id || ' ' || OLD.track, OLD.track, clock_timestamp() FROM run r WHERE r.id = OLD.run_id;
  RETURN NULL;
END $$;
CREATE TRIGGER needed_action_for_inbox AFTER UPDATE ON needed_action
  FOR EACH ROW WHEN (OLD.mutation IN ('approve', 'approveAsOwnApprover')
    AND (NEW.mutation NOT IN ('approve', 'approveAsOwnApprover') OR NEW.track IS DISTINCT FROM OLD.track OR NEW.since <> OLD.since))
  EXECUTE FUNCTION needed_action_for_inbox();
CREATE TRIGGER needed_action_gone_for_inbox AFTER DELETE ON needed_action
  FOR EACH ROW WHEN (OLD.mutation IN ('approve', 'approveAsOwnApprover')) EXECUTE FUNCTION needed_action_for_inbox();

-- Those that were decided before.
ALTER TABLE inbox_cause NO FORCE ROW LEVEL SECURITY;
ALTER TABLE inbox_item NO FORCE ROW LEVEL SECURITY;
INSERT INTO inbox_cause (partner_id, organization_id, run_id, kind, cause, track, at)
SELECT DISTINCT i.partner_id, i.organization_id, i.run_id, 'APPROVAL_CLOSED', i.run_id || ' ' || i.track, i.track, now()
FROM inbox_item i WHERE i.kind = 'APPROVAL_REQUESTED' AND i.read_at IS NULL AND i.run_id IS NOT NULL AND i.track IS NOT NULL;
ALTER TABLE inbox_cause FORCE ROW LEVEL SECURITY;
ALTER TABLE inbox_item FORCE ROW LEVEL SECURITY;
