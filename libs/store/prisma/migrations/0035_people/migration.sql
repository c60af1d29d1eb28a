-- Who may come in, and as what. A member has grants; each is a role for the partner or for one organization. Grants come from an owner (an invitation, a
-- change) or from a rule about claims of the ID token; those of a rule end with it, with the sign-in that lacks the claim, and at `expires_at`.
CREATE TABLE sign_in_rule (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  position int NOT NULL,
  claim text NOT NULL,
  value text NOT NULL,
  role text NOT NULL CHECK (role IN ('OWNER', 'OPERATOR', 'APPROVER', 'AUDITOR')),
  organization_id uuid REFERENCES organization,
  UNIQUE NULLS NOT DISTINCT (partner_id, claim, value, role, organization_id)
);

CREATE TABLE member_grant (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  role text NOT NULL CHECK (role IN ('OWNER', 'OPERATOR', 'APPROVER', 'AUDITOR')),
  -- Null: every organization of the partner.
  organization_id uuid REFERENCES organization,
  -- Null: given by an owner.
  rule_id uuid REFERENCES sign_in_rule ON DELETE CASCADE,
  expires_at timestamptz(3),
  CHECK ((rule_id IS NULL) = (expires_at IS NULL)),
  UNIQUE NULLS NOT DISTINCT (member_id, role, organization_id, rule_id)
);
CREATE INDEX member_grant_of_organization ON member_grant (partner_id, organization_id);
CREATE INDEX member_grant_of_rule ON member_grant (rule_id) WHERE rule_id IS NOT NULL;

CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  sha256 bytea NOT NULL UNIQUE,
  email text NOT NULL,
  -- As it is compared: lower case.
  email_key text NOT NULL,
  -- [{ "role", "organizationId" }], as `member_grant`.
  grants jsonb NOT NULL,
  invited_by text NOT NULL,
  invited_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  accepted_at timestamptz(3),
  accepted_by uuid REFERENCES member,
  revoked_at timestamptz(3),
  CHECK (accepted_at IS NULL OR revoked_at IS NULL)
);
CREATE INDEX invitation_list ON invitation (partner_id, invited_at DESC, id DESC);
-- Of the invitations of an address at most one is open.
CREATE UNIQUE INDEX invitation_open ON invitation (partner_id, email_key) WHERE accepted_at IS NULL AND revoked_at IS NULL;

ALTER TABLE member ADD COLUMN last_seen_at timestamptz(3);
CREATE INDEX member_list ON member (partner_id, created_at, id);
CREATE INDEX api_token_of_member ON api_token (member_id) WHERE member_id IS NOT NULL AND revoked_at IS NULL;
CREATE INDEX session_of_member ON session (member_id);

-- Members so far keep what they have. From now on `role`, `every_organization` and `organization_ids` of a member are what the version before reads: they
-- give nothing to members that this version wrote.
ALTER TABLE member NO FORCE ROW LEVEL SECURITY;
INSERT INTO member_grant (id, partner_id, member_id, role, organization_id)
  SELECT gen_random_uuid(), partner_id, id, role, NULL FROM member WHERE every_organization AND removed_at IS NULL
  UNION ALL SELECT gen_random_uuid(), m.partner_id, m.id, m.role, o.id FROM member m JOIN organization o ON o.id = ANY (m.organization_ids)
    WHERE NOT m.every_organization AND m.removed_at IS NULL;
ALTER TABLE member FORCE ROW LEVEL SECURITY;

-- Who has access is shown to the partner's owners alone, never to viewers of some organizations.
-- compatible: member.limited: the version before reads members for limited viewers nowhere but in tests.
ALTER POLICY limited ON member USING (false) WITH CHECK (false);
DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['sign_in_rule', 'member_grant', 'invitation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO keyway_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY partner ON %I TO keyway_app USING (%2$s) WITH CHECK (%2$s)', name, own);
    EXECUTE format('CREATE POLICY limited ON %I TO keyway_limited USING (false) WITH CHECK (false)', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO keyway_app, keyway_limited, keyway_system', name);
  END LOOP;
END $$;
