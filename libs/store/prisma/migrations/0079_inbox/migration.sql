-- compatible: run.run_changes_for_inbox: it refuses nothing and writes only a table that the version before does not know.
-- compatible: history_entry.history_for_inbox: it refuses nothing and writes only a table that the version before does not know.
-- compatible: alert.alert_opens_for_inbox: it refuses nothing and writes only a table that the version before does not know.
-- What concerns somebody (docs/decisions/0084-inbox.md). Triggers write down what happened, in the transaction of the change; workers make items of it.
CREATE TABLE inbox_cause (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid NOT NULL REFERENCES organization,
  run_id uuid,
  kind text NOT NULL CHECK (kind IN ('MENTIONED', 'APPROVAL_REQUESTED', 'RUN_BLOCKED', 'RUN_FAILED', 'HEALTH', 'ASSIGNED')),
  -- What happened, the same however often it is read: an entry of history, an alert, or a run with its version.
  cause text NOT NULL,
  entry_id uuid,
  alert_id uuid,
  track text,
  step text,
  -- Whom it names; the others follow from the run, or from who may approve.
  member_ids uuid[] NOT NULL DEFAULT '{}',
  -- Who did it, for whom it is no news; null: nobody, or it follows from history.
  principal text,
  actor text,
  at timestamptz(3) NOT NULL
);
CREATE INDEX inbox_cause_of_partner ON inbox_cause (partner_id, position);

CREATE TABLE inbox_item (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  -- Null: the partner's chat, which nobody reads here.
  member_id uuid REFERENCES member,
  organization_id uuid NOT NULL REFERENCES organization,
  run_id uuid,
  kind text NOT NULL CHECK (kind IN ('MENTIONED', 'APPROVAL_REQUESTED', 'RUN_BLOCKED', 'RUN_FAILED', 'HEALTH', 'ASSIGNED')),
  cause text NOT NULL,
  entry_id uuid,
  alert_id uuid,
  track text,
  step text,
  actor text,
  -- When it happened.
  at timestamptz(3) NOT NULL,
  created_at timestamptz(3) NOT NULL,
  read_at timestamptz(3),
  UNIQUE NULLS NOT DISTINCT (partner_id, member_id, kind, cause)
) WITH (fillfactor = 90);
CREATE INDEX inbox_item_list ON inbox_item (member_id, created_at DESC, id DESC);
CREATE INDEX inbox_item_unread ON inbox_item (member_id, created_at DESC, id DESC) WHERE read_at IS NULL;
CREATE INDEX inbox_item_of_chat ON inbox_item (partner_id, created_at) WHERE member_id IS NULL;
CREATE INDEX inbox_item_read ON inbox_item (read_at) WHERE read_at IS NOT NULL;

-- What is sent of it: to a member by mail, or to the partner's chat. A row is claimed by one worker at a time.
CREATE TABLE digest (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  -- Null: the partner's chat.
  member_id uuid REFERENCES member,
  way text NOT NULL CHECK (way IN ('EMAIL', 'TEAMS', 'SLACK')),
  frequency text NOT NULL CHECK (frequency IN ('OFF', 'HOURLY', 'DAILY')),
  kinds text[] NOT NULL,
  locale text NOT NULL DEFAULT 'en',
  time_zone text NOT NULL,
  -- Minutes of the day in the time zone; null: there are no quiet hours.
  quiet_from int CHECK (quiet_from BETWEEN 0 AND 1439),
  quiet_until int CHECK (quiet_until BETWEEN 0 AND 1439),
  -- Of the chat: its address under the partner's data key, and the host, which is shown.
  sealed bytea,
  host text,
  changed_at timestamptz(3) NOT NULL,
  changed_by text NOT NULL,
  -- Null: nothing is sent.
  due_at timestamptz(3),
  -- What came until then was sent, or was before the first one.
  sent_until timestamptz(3) NOT NULL,
  -- Of the one under way, so that it is the same however often it is tried.
  window_until timestamptz(3),
  number int NOT NULL DEFAULT 1,
  attempts int NOT NULL DEFAULT 0,
  lease_token uuid,
  lease_until timestamptz(3),
  sent_at timestamptz(3),
  problem text,
  UNIQUE NULLS NOT DISTINCT (partner_id, member_id),
  CHECK ((way = 'EMAIL') = (member_id IS NOT NULL)),
  CHECK ((way = 'EMAIL') = (sealed IS NULL)),
  CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
);
CREATE INDEX digest_due ON digest (due_at) WHERE due_at IS NOT NULL;

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  mine text := '''MEMBER:'' || member_id = (SELECT current_setting(''keyway.principal'', true))';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['inbox_cause', 'inbox_item', 'digest'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO keyway_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO keyway_system', name);
  END LOOP;
  -- A person's own, of organizations that they see now.
  EXECUTE format('CREATE POLICY person ON inbox_item TO keyway_app USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, mine);
  EXECUTE format('CREATE POLICY limited ON inbox_item TO keyway_limited USING (%1$s AND %2$s AND %3$s) WITH CHECK (%1$s AND %2$s AND %3$s)', own, mine, listed);
  GRANT SELECT, UPDATE ON inbox_item TO keyway_app, keyway_limited;
  -- The chat is for viewers of every organization alone: the others see none.
  EXECUTE format('CREATE POLICY person ON digest TO keyway_app, keyway_limited USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, mine);
  EXECUTE format('CREATE POLICY chat ON digest TO keyway_app USING (%1$s AND member_id IS NULL) WITH CHECK (%1$s AND member_id IS NULL)', own);
  GRANT SELECT, INSERT, UPDATE, DELETE ON digest TO keyway_app, keyway_limited;
END $$;

-- The member of a global ID (base64url of `Member:{id}`); null for any other text.
CREATE FUNCTION member_of_global_id(given text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN given ~ '^[A-Za-z0-9_-]{58}$'
    THEN substring(encode(decode(translate(given, '-_', '+/') || '==', 'base64'), 'escape')
      FROM '^Member:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$')::uuid END
$$;

CREATE FUNCTION history_for_inbox() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
DECLARE
  named uuid[] := '{}';
BEGIN
  IF NEW.kind = 'commentAdded' THEN
    IF coalesce(json_typeof(NEW.data->'mentions') <> 'array', true) THEN RETURN NULL; END IF;
    SELECT coalesce(array_agg(DISTINCT member_of_global_id(m.id)), '{}') INTO named FROM json_array_elements_text(NEW.data->'mentions') AS m(id) WHERE member_of_global_id(m.id) IS NOT NULL;
    IF named = '{}' THEN RETURN NULL; END IF;
  END IF;
  INSERT INTO inbox_cause (partner_id, organization_id, run_id, kind, cause, entry_id, track, step, member_ids, principal, actor, at)
  VALUES (NEW.partner_id, NEW.organization_id, NEW.run_id, CASE NEW.kind WHEN 'commentAdded' THEN 'MENTIONED' ELSE 'APPROVAL_REQUESTED' END,
    NEW.id::text, NEW.id, NEW.data->>'track', CASE NEW.kind WHEN 'commentAdded' THEN NEW.data->>'step' ELSE 'APPROVAL' END, named, NEW.principal, NEW.actor, NEW.at);
  RETURN NULL;
END $$;
CREATE TRIGGER history_for_inbox AFTER INSERT ON history_entry
  FOR EACH ROW WHEN (NEW.organization_id IS NOT NULL AND NEW.kind IN ('commentAdded', 'approvalRequested')) EXECUTE FUNCTION history_for_inbox();

CREATE FUNCTION run_for_inbox() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
DECLARE
  named uuid[] := CASE WHEN NEW.owner_id IS NULL THEN '{}' ELSE ARRAY[NEW.owner_id] END;
BEGIN
  IF NEW.owner_id IS NOT NULL AND OLD.owner_id IS DISTINCT FROM NEW.owner_id THEN
    INSERT INTO inbox_cause (partner_id, organization_id, run_id, kind, cause, member_ids, at)
    VALUES (NEW.partner_id, NEW.organization_id, NEW.id, 'ASSIGNED', NEW.id || ' ' || NEW.version, named, NEW.updated_at);
  END IF;
  IF NEW.status IN ('BLOCKED', 'FAILED') AND OLD.status <> NEW.status THEN
    INSERT INTO inbox_cause (partner_id, organization_id, run_id, kind, cause, member_ids, at)
    VALUES (NEW.partner_id, NEW.organization_id, NEW.id, 'RUN_' || NEW.status, NEW.id || ' ' || NEW.version, named, NEW.updated_at);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER run_changes_for_inbox AFTER UPDATE ON run
  FOR EACH ROW WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id OR (OLD.status <> NEW.status AND NEW.status IN ('BLOCKED', 'FAILED')))
  EXECUTE FUNCTION run_for_inbox();

CREATE FUNCTION alert_for_inbox() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  INSERT INTO inbox_cause (partner_id, organization_id, kind, cause, alert_id, track, at)
  VALUES (NEW.partner_id, NEW.organization_id, 'HEALTH', NEW.id::text, NEW.id, NEW.track, NEW.opened_at);
  RETURN NULL;
END $$;
CREATE TRIGGER alert_opens_for_inbox AFTER INSERT ON alert FOR EACH ROW EXECUTE FUNCTION alert_for_inbox();
