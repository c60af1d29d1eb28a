-- What viewers of some organizations see of the partner's people and tokens: only what is limited to (some of) their own organizations. Of answers
-- kept for idempotency keys they see their own, and of sessions none: those are for signing in alone.
DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  within text := 'NOT every_organization AND organization_ids <@ '
    || '((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
  asking text := 'principal = (SELECT nullif(current_setting(''keyway.principal'', true), ''''))';
BEGIN
  EXECUTE format('ALTER POLICY limited ON api_token USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, within);
  EXECUTE format('ALTER POLICY limited ON member USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, within);
  EXECUTE format('ALTER POLICY limited ON idempotency USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, asking);
  ALTER POLICY limited ON session USING (false) WITH CHECK (false);
END $$;

-- A session ends when it was not used for a while (`idle_seconds` after its last use is `expires_at`), and at `ends_at` however much it is used.
ALTER TABLE session ADD COLUMN idle_seconds int NOT NULL DEFAULT 43200, ADD COLUMN ends_at timestamptz(3);
UPDATE session SET ends_at = expires_at;
ALTER TABLE session ALTER COLUMN ends_at SET NOT NULL, ALTER COLUMN idle_seconds DROP DEFAULT;
