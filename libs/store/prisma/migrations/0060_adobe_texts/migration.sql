-- What events of Adobe say that are counted on an open alert (docs/decisions/0063-events-from-adobe-and-azure.md).
-- Null: the alert itself has it, or the version before received it.
ALTER TABLE adobe_event ADD COLUMN source jsonb;
CREATE INDEX adobe_event_of_alert ON adobe_event (alert_id, received_at DESC, event_id DESC);

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
BEGIN
  EXECUTE format('CREATE POLICY partner ON adobe_event FOR SELECT TO keyway_app USING (%s)', own);
  EXECUTE format('CREATE POLICY limited ON adobe_event FOR SELECT TO keyway_limited USING (%s AND %s)', own, listed);
  GRANT SELECT ON adobe_event TO keyway_app, keyway_limited;
END $$;
