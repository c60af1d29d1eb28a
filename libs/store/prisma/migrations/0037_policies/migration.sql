-- Rules of approvals: of the partner (no organization), or of one organization, which then doesn't follow the partner's.
CREATE TABLE approval_policy (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid REFERENCES organization,
  four_eyes text NOT NULL CHECK (four_eyes IN ('ANOTHER_MEMBER', 'OWN_APPROVER')),
  cooling_off_seconds int NOT NULL CHECK (cooling_off_seconds >= 0),
  approval_valid_for_seconds int NOT NULL CHECK (approval_valid_for_seconds > 0),
  never_accept text[] NOT NULL,
  UNIQUE NULLS NOT DISTINCT (partner_id, organization_id)
);

-- Open runs that a changed policy has not reached yet. `generation` grows with each further change.
CREATE TABLE policy_change (
  run_id uuid PRIMARY KEY REFERENCES run ON DELETE CASCADE,
  partner_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  generation int NOT NULL DEFAULT 1
);

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := 'organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
BEGIN
  ALTER TABLE approval_policy ENABLE ROW LEVEL SECURITY;
  ALTER TABLE approval_policy FORCE ROW LEVEL SECURITY;
  ALTER TABLE policy_change ENABLE ROW LEVEL SECURITY;
  ALTER TABLE policy_change FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON approval_policy TO keyway_system USING (true) WITH CHECK (true);
  CREATE POLICY system ON policy_change TO keyway_system USING (true) WITH CHECK (true);
  EXECUTE format('CREATE POLICY partner ON approval_policy TO keyway_app USING (%1$s) WITH CHECK (%1$s)', own);
  EXECUTE format('CREATE POLICY partner ON policy_change TO keyway_app USING (%1$s) WITH CHECK (%1$s)', own);
  -- Viewers of some organizations read the partner's, which holds for theirs, and write none but theirs.
  EXECUTE format('CREATE POLICY limited ON approval_policy TO keyway_limited USING (%1$s AND (organization_id IS NULL OR %2$s)) WITH CHECK (%1$s AND %2$s)', own, listed);
  EXECUTE format('CREATE POLICY limited ON policy_change TO keyway_limited USING (%1$s AND %2$s) WITH CHECK (%1$s AND %2$s)', own, listed);
  GRANT SELECT, INSERT, UPDATE, DELETE ON approval_policy, policy_change TO keyway_app, keyway_limited, keyway_system;
END $$;
