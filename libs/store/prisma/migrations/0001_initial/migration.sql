-- Everything Keyway keeps. Tenant tables carry partner_id (and organization_id) and are guarded by forced row-level security. The program acts
-- as one of three roles that own nothing and bypass nothing: keyway_app sees the partner that the setting keyway.partner_id names,
-- keyway_limited of it only the organizations in keyway.organization_ids (comma-separated), keyway_system everything. Three roles and not one
-- policy with cases: a policy the planner can estimate keeps lists fast.
DO $$
DECLARE
  -- From PostgreSQL 16 on who made a role is its member but may not act as it until told so.
  privilege text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['keyway_app', 'keyway_limited', 'keyway_system'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', name);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    BEGIN
      IF NOT pg_has_role(current_user, name, privilege) THEN
        EXECUTE format('GRANT %I TO %I', name, current_user);
      END IF;
    EXCEPTION WHEN unique_violation THEN NULL;
    END;
  END LOOP;
END $$;

CREATE TABLE partner (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  created_at timestamptz(3) NOT NULL
);

CREATE TABLE member (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  issuer text NOT NULL,
  subject text NOT NULL,
  name text NOT NULL,
  email text,
  role text NOT NULL CHECK (role IN ('OWNER', 'OPERATOR', 'APPROVER', 'AUDITOR')),
  every_organization boolean NOT NULL,
  organization_ids uuid[] NOT NULL,
  created_at timestamptz(3) NOT NULL,
  removed_at timestamptz(3),
  UNIQUE (partner_id, issuer, subject)
);

CREATE TABLE session (
  sha256 bytea PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL
);
CREATE INDEX session_expires_at ON session (expires_at);

CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  kind text NOT NULL CHECK (kind IN ('BOOTSTRAP', 'MADE')),
  name text NOT NULL,
  prefix text NOT NULL,
  sha256 bytea NOT NULL UNIQUE,
  role text NOT NULL CHECK (role IN ('OWNER', 'OPERATOR', 'APPROVER', 'AUDITOR')),
  scopes text[] NOT NULL,
  every_organization boolean NOT NULL,
  organization_ids uuid[] NOT NULL,
  principal text NOT NULL,
  member_id uuid REFERENCES member,
  created_at timestamptz(3) NOT NULL,
  created_by text NOT NULL,
  expires_at timestamptz(3),
  last_used_at timestamptz(3),
  revoked_at timestamptz(3)
);
CREATE INDEX api_token_list ON api_token (partner_id, created_at DESC, id DESC);

CREATE TABLE organization (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  name text NOT NULL,
  -- Lists are by name, any case; "C" so that the order is the same on every server.
  name_key text COLLATE "C" NOT NULL,
  ims_org_id text NOT NULL,
  cloud text NOT NULL CHECK (cloud IN ('AZURE', 'AWS')),
  region text NOT NULL,
  shield text NOT NULL,
  owns_cja boolean NOT NULL,
  azure_tenant_id text,
  created_at timestamptz(3) NOT NULL,
  UNIQUE (partner_id, ims_org_id)
);
CREATE INDEX organization_list ON organization (partner_id, name_key, id);

CREATE TABLE connection (
  organization_id uuid NOT NULL REFERENCES organization,
  kind text NOT NULL CHECK (kind IN ('adobe', 'azure')),
  partner_id uuid NOT NULL REFERENCES partner,
  -- What may be shown: client id, tenant, access, scopes.
  fields jsonb NOT NULL,
  sealed bytea NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (organization_id, kind)
);

-- The wrapped key that seals one organization's secrets.
CREATE TABLE data_key (
  organization_id uuid PRIMARY KEY REFERENCES organization,
  partner_id uuid NOT NULL REFERENCES partner,
  wrapped bytea NOT NULL,
  created_at timestamptz(3) NOT NULL
);

CREATE TABLE run (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid NOT NULL REFERENCES organization,
  plan_version int NOT NULL,
  version int NOT NULL,
  -- json and not jsonb: the core compares what it saw with what it sees, and jsonb would reorder it.
  state json NOT NULL,
  -- Derived from state in the same statement that writes it, for lists and counts.
  status text NOT NULL,
  waiting_on text[] NOT NULL,
  search_text text NOT NULL,
  -- `https://{vault}.{suffix}` of the keys it was given, lower case (VAL-09).
  vault_uris text[] NOT NULL,
  started_at timestamptz(3) NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  completed_at timestamptz(3)
);
-- One run an organization, except that a cancelled one may be followed by another.
CREATE UNIQUE INDEX run_one_per_organization ON run (organization_id) WHERE status <> 'CANCELLED';
CREATE INDEX run_list ON run (partner_id, started_at DESC, id DESC);
CREATE INDEX run_by_status ON run (partner_id, status, started_at DESC, id DESC);
CREATE INDEX run_by_organization ON run (organization_id, started_at DESC);
CREATE INDEX run_by_vault ON run USING gin (vault_uris);

CREATE TABLE run_step (
  run_id uuid NOT NULL REFERENCES run ON DELETE CASCADE,
  track text NOT NULL,
  step text NOT NULL,
  partner_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  status text NOT NULL,
  actor text NOT NULL,
  since timestamptz(3) NOT NULL,
  -- Steps of cancelled runs are not counted.
  cancelled boolean NOT NULL DEFAULT false,
  PRIMARY KEY (run_id, track, step)
);
-- Everything the counts need, so that they read the index alone.
CREATE INDEX run_step_counts ON run_step (partner_id, cancelled, track, step, status) INCLUDE (organization_id, run_id);

-- When a step was last looked at: kept apart, because a look that brings nothing new does not change the run.
CREATE TABLE step_look (
  run_id uuid NOT NULL REFERENCES run ON DELETE CASCADE,
  track text NOT NULL,
  step text NOT NULL,
  partner_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  looked_at timestamptz(3) NOT NULL,
  PRIMARY KEY (run_id, track, step)
);

-- One configuration an organization (run.md, rule 6): the primary key is the rule.
CREATE TABLE configuration (
  organization_id uuid PRIMARY KEY REFERENCES organization,
  partner_id uuid NOT NULL,
  run_id uuid NOT NULL REFERENCES run,
  submission_id text NOT NULL,
  created_at timestamptz(3) NOT NULL
);

-- Where each chain ends. Locked first by everybody who writes history, so that chains have no forks and locks have one order.
CREATE TABLE chain_head (
  chain_id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid REFERENCES organization,
  seq bigint NOT NULL,
  hash text NOT NULL,
  at timestamptz(3) NOT NULL
);

CREATE TABLE history_entry (
  id uuid PRIMARY KEY,
  -- Order of writing over all chains.
  position bigint GENERATED ALWAYS AS IDENTITY,
  partner_id uuid NOT NULL REFERENCES partner,
  organization_id uuid REFERENCES organization,
  run_id uuid REFERENCES run,
  chain_id uuid NOT NULL REFERENCES chain_head,
  seq bigint NOT NULL,
  at timestamptz(3) NOT NULL,
  actor text NOT NULL,
  principal text,
  kind text NOT NULL,
  data json NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  UNIQUE (chain_id, seq)
);
CREATE INDEX history_entry_list ON history_entry (partner_id, at DESC, position DESC);
CREATE INDEX history_entry_by_organization ON history_entry (organization_id, at DESC, position DESC);
CREATE INDEX history_entry_by_run ON history_entry (run_id, at DESC, position DESC);

CREATE FUNCTION history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'history is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER history_entry_append_only BEFORE UPDATE OR DELETE ON history_entry FOR EACH ROW EXECUTE FUNCTION history_is_append_only();
CREATE TRIGGER history_entry_no_truncate BEFORE TRUNCATE ON history_entry FOR EACH STATEMENT EXECUTE FUNCTION history_is_append_only();

CREATE TABLE effect (
  id uuid PRIMARY KEY,
  run_id uuid NOT NULL REFERENCES run ON DELETE CASCADE,
  slot text NOT NULL,
  partner_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  type text NOT NULL,
  data jsonb NOT NULL,
  due_at timestamptz(3) NOT NULL,
  generation int NOT NULL DEFAULT 1,
  claims int NOT NULL DEFAULT 0,
  lease_token uuid,
  lease_until timestamptz(3),
  UNIQUE (run_id, slot)
);
CREATE INDEX effect_due ON effect (due_at);

CREATE TABLE idempotency (
  partner_id uuid NOT NULL REFERENCES partner,
  principal text NOT NULL,
  key text NOT NULL,
  operation text NOT NULL,
  input_hash text NOT NULL,
  result json,
  sealed bytea,
  at timestamptz(3) NOT NULL,
  PRIMARY KEY (partner_id, principal, key)
);
CREATE INDEX idempotency_at ON idempotency (at);

-- Policies. The settings are read in sub-selects, so that a statement reads them once and not once a row.
DO $$
DECLARE
  partner_rule text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  listed text := '%1$I = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
  name text;
  own text;
  limited text;
  limited_write text;
BEGIN
  FOREACH name IN ARRAY ARRAY['partner', 'member', 'session', 'api_token', 'idempotency', 'organization', 'connection', 'data_key', 'run',
                              'run_step', 'step_look', 'configuration', 'chain_head', 'history_entry', 'effect'] LOOP
    own := CASE WHEN name = 'partner' THEN replace(partner_rule, 'partner_id =', 'id =') ELSE partner_rule END;
    limited := CASE
      WHEN name IN ('partner', 'member', 'session', 'api_token', 'idempotency') THEN own
      WHEN name = 'organization' THEN own || ' AND ' || format(listed, 'id')
      ELSE own || ' AND ' || format(listed, 'organization_id')
    END;
    -- The partner's own chain is written by viewers of some organizations too (a token made), but its entries are not shown to them.
    limited_write := CASE
      WHEN name IN ('chain_head', 'history_entry') THEN own || ' AND (organization_id IS NULL OR ' || format(listed, 'organization_id') || ')'
      ELSE limited
    END;
    IF name = 'chain_head' THEN limited := limited_write; END IF;
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO keyway_system USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY partner ON %I TO keyway_app USING (%s) WITH CHECK (%s)', name, own, own);
    EXECUTE format('CREATE POLICY limited ON %I TO keyway_limited USING (%s) WITH CHECK (%s)', name, limited, limited_write);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO keyway_app, keyway_limited, keyway_system', name);
  END LOOP;
END $$;
REVOKE UPDATE, DELETE ON history_entry FROM keyway_app, keyway_limited, keyway_system;
GRANT USAGE ON SCHEMA public TO keyway_app, keyway_limited, keyway_system;
