-- Webhooks (docs/decisions/0064-webhooks.md).
CREATE TABLE webhook (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  url text NOT NULL,
  -- Host and port: receivers of one host share a limit.
  host text NOT NULL,
  events text[] NOT NULL,
  -- Later ones too; otherwise those of `organization_ids`.
  every_organization boolean NOT NULL,
  organization_ids uuid[] NOT NULL DEFAULT '{}',
  enabled boolean NOT NULL DEFAULT true,
  disabled_reason text CHECK (disabled_reason IN ('FAILING', 'GONE')),
  created_at timestamptz(3) NOT NULL,
  created_by text NOT NULL,
  -- Sealed under the partner's data key.
  secret bytea NOT NULL,
  former_secret bytea,
  former_until timestamptz(3),
  -- Since when nothing was taken; null: the last attempt was.
  failing_since timestamptz(3),
  -- It is gone for everybody, and its rows are deleted in batches.
  deleted_at timestamptz(3)
);
CREATE INDEX webhook_list ON webhook (partner_id, created_at, id);
CREATE INDEX webhook_deleted ON webhook (id) WHERE deleted_at IS NOT NULL;

-- What happened and is not rendered yet, written by triggers in the transaction of the change. `source` says what `data` is.
CREATE TABLE webhook_change (
  position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  -- The webhooks that listened to the organization then.
  webhook_ids uuid[] NOT NULL,
  organization_id uuid REFERENCES organization,
  ims_org_id text,
  name text,
  run_id uuid,
  source text NOT NULL CHECK (source IN ('run', 'organization', 'alert', 'health', 'event')),
  at timestamptz(3) NOT NULL,
  data json NOT NULL,
  -- A version that could not render it says why; it is kept for a later one.
  problem text
);
CREATE INDEX webhook_change_next ON webhook_change (position) WHERE problem IS NULL;

-- One event with its exact body; `webhook-id` is `msg_` and the ID.
CREATE TABLE webhook_message (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid,
  run_id uuid,
  type text NOT NULL,
  body text NOT NULL,
  -- Of the change, and the event's place among those of it: none is rendered twice. Null: a test.
  position bigint,
  place int NOT NULL,
  created_at timestamptz(3) NOT NULL,
  UNIQUE (position, place)
);
CREATE INDEX webhook_message_created ON webhook_message (created_at);

CREATE TABLE webhook_delivery (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  webhook_id uuid NOT NULL REFERENCES webhook,
  message_id uuid NOT NULL REFERENCES webhook_message,
  -- What is sent one after the other: the organization's ID; its own where it waits for nothing.
  line uuid NOT NULL,
  position bigint NOT NULL,
  place int NOT NULL,
  status text NOT NULL DEFAULT 'PENDING' CHECK (status IN ('PENDING', 'DELIVERED', 'FAILED')),
  attempts int NOT NULL DEFAULT 0,
  -- It failed too often to hold back those after it.
  is_aside boolean NOT NULL DEFAULT false,
  -- A person asked for it: it is sent whether or not the webhook is enabled.
  is_asked boolean NOT NULL DEFAULT false,
  due_at timestamptz(3),
  created_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3)
) WITH (fillfactor = 80);
CREATE INDEX webhook_delivery_list ON webhook_delivery (webhook_id, created_at DESC, id DESC);
CREATE INDEX webhook_delivery_by_status ON webhook_delivery (webhook_id, status, created_at DESC, id DESC);
CREATE INDEX webhook_delivery_of_message ON webhook_delivery (message_id);
CREATE INDEX webhook_delivery_first ON webhook_delivery (webhook_id, line, position, place) WHERE status = 'PENDING' AND NOT is_aside;
CREATE INDEX webhook_delivery_aside ON webhook_delivery (webhook_id, line, due_at) WHERE status = 'PENDING' AND is_aside;
CREATE INDEX webhook_delivery_pending ON webhook_delivery (created_at) WHERE status = 'PENDING';
CREATE INDEX webhook_delivery_ended ON webhook_delivery (ended_at) WHERE ended_at IS NOT NULL;

-- What of a webhook is sent one after the other: a row while something is pending. Whoever has its lease sends.
CREATE TABLE webhook_line (
  webhook_id uuid NOT NULL REFERENCES webhook,
  line uuid NOT NULL,
  partner_id uuid NOT NULL REFERENCES partner,
  is_asked boolean NOT NULL DEFAULT false,
  due_at timestamptz(3) NOT NULL,
  lease_token uuid,
  lease_holder text,
  lease_until timestamptz(3),
  PRIMARY KEY (webhook_id, line)
) WITH (fillfactor = 70);
CREATE INDEX webhook_line_due ON webhook_line (webhook_id, due_at);
CREATE INDEX webhook_line_leased ON webhook_line (webhook_id) WHERE lease_token IS NOT NULL;

CREATE TABLE webhook_attempt (
  delivery_id uuid NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
  number int NOT NULL,
  partner_id uuid NOT NULL REFERENCES partner,
  at timestamptz(3) NOT NULL,
  -- Null: no answer.
  status_code int,
  milliseconds int NOT NULL,
  error text,
  PRIMARY KEY (delivery_id, number)
);

-- Attempts since the installation, by their result.
CREATE TABLE webhook_total (
  result text PRIMARY KEY CHECK (result IN ('delivered', 'refused', 'unreachable', 'late')),
  attempts bigint NOT NULL
);

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['webhook', 'webhook_change', 'webhook_message', 'webhook_delivery', 'webhook_line', 'webhook_attempt', 'webhook_total'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO keyway_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO keyway_system', name);
  END LOOP;
  -- For viewers of every organization alone: the others see none.
  FOREACH name IN ARRAY ARRAY['webhook', 'webhook_change', 'webhook_message', 'webhook_delivery', 'webhook_line', 'webhook_attempt'] LOOP
    EXECUTE format('CREATE POLICY partner ON %1$I TO keyway_app USING (%2$s) WITH CHECK (%2$s)', name, own);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO keyway_app', name);
    EXECUTE format('GRANT SELECT ON %I TO keyway_limited', name);
  END LOOP;
END $$;

-- Puts a change where a webhook of the partner listens to the organization, and wakes the workers.
CREATE FUNCTION put_webhook_change(partner uuid, organization uuid, run uuid, given_source text, given_at timestamptz, given json) RETURNS void LANGUAGE sql AS $$
  WITH listening AS (
    SELECT array_agg(w.id) AS ids FROM webhook w
    WHERE w.partner_id = partner AND w.enabled AND w.deleted_at IS NULL
      AND (w.every_organization OR organization = ANY (w.organization_ids))
  ), put AS (
    INSERT INTO webhook_change (partner_id, webhook_ids, organization_id, ims_org_id, name, run_id, source, at, data)
    SELECT partner, l.ids, organization, o.ims_org_id, o.name, run, given_source, given_at, given
    FROM listening l LEFT JOIN organization o ON o.id = organization WHERE l.ids IS NOT NULL RETURNING 1
  )
  SELECT pg_notify('keyway_webhook', '') FROM put
$$;

CREATE FUNCTION has_webhook(partner uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM webhook w WHERE w.partner_id = partner AND w.enabled AND w.deleted_at IS NULL)
$$;

-- The run as it was and as it became: both are read by `wholeState`.
CREATE FUNCTION run_for_webhooks() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  IF has_webhook(NEW.partner_id) THEN
    PERFORM put_webhook_change(NEW.partner_id, NEW.organization_id, NEW.id, 'run', NEW.updated_at, json_build_object(
      'before', CASE WHEN TG_OP = 'UPDATE' THEN json_build_object('state', OLD.state, 'packedState', encode(OLD.packed_state, 'hex')) END,
      'after', json_build_object('state', NEW.state, 'packedState', encode(NEW.packed_state, 'hex'), 'observations',
        (SELECT json_object_agg(l.track || '/' || l.step, coalesce(l.observation, to_json(encode(l.packed, 'hex'))))
         FROM step_look l WHERE l.run_id = NEW.id AND (l.observation IS NOT NULL OR l.packed IS NOT NULL)))));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER run_changes_for_webhooks AFTER UPDATE ON run
  FOR EACH ROW WHEN (OLD.version IS DISTINCT FROM NEW.version) EXECUTE FUNCTION run_for_webhooks();
CREATE TRIGGER run_starts_for_webhooks AFTER INSERT ON run FOR EACH ROW EXECUTE FUNCTION run_for_webhooks();

CREATE FUNCTION organization_for_webhooks() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  IF has_webhook(NEW.partner_id) THEN
    PERFORM put_webhook_change(NEW.partner_id, NEW.id, NULL, 'organization', NEW.created_at,
      json_build_object('cloud', NEW.cloud, 'region', NEW.region));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER organization_created_for_webhooks AFTER INSERT ON organization
  FOR EACH ROW EXECUTE FUNCTION organization_for_webhooks();

CREATE FUNCTION alert_for_webhooks() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  IF has_webhook(NEW.partner_id) THEN
    PERFORM put_webhook_change(NEW.partner_id, NEW.organization_id, NULL, 'alert', coalesce(NEW.resolved_at, NEW.opened_at),
      json_build_object('id', NEW.id, 'kind', NEW.kind, 'track', NEW.track, 'health', NEW.health, 'openedAt', NEW.opened_at, 'resolvedAt', NEW.resolved_at));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER alert_opens_for_webhooks AFTER INSERT ON alert FOR EACH ROW EXECUTE FUNCTION alert_for_webhooks();
CREATE TRIGGER alert_closes_for_webhooks AFTER UPDATE ON alert
  FOR EACH ROW WHEN (OLD.resolved_at IS NULL AND NEW.resolved_at IS NOT NULL) EXECUTE FUNCTION alert_for_webhooks();

CREATE FUNCTION health_for_webhooks() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  IF has_webhook(NEW.partner_id) THEN
    PERFORM put_webhook_change(NEW.partner_id, NEW.organization_id, NULL, 'health', NEW.since,
      json_build_object('health', NEW.health, 'previousHealth', OLD.health));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER health_changes_for_webhooks AFTER UPDATE ON watch
  FOR EACH ROW WHEN (OLD.health IS DISTINCT FROM NEW.health) EXECUTE FUNCTION health_for_webhooks();

-- compatible: run.run_changes_for_webhooks: it refuses nothing and writes only a table that the version before does not know.
-- compatible: run.run_starts_for_webhooks: it refuses nothing and writes only a table that the version before does not know.
-- compatible: organization.organization_created_for_webhooks: it refuses nothing and writes only a table that the version before does not know.
-- compatible: alert.alert_opens_for_webhooks: it refuses nothing and writes only a table that the version before does not know.
-- compatible: alert.alert_closes_for_webhooks: it refuses nothing and writes only a table that the version before does not know.
-- compatible: watch.health_changes_for_webhooks: it refuses nothing and writes only a table that the version before does not know.
