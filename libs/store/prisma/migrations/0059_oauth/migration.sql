-- The program that a token was given to by a sign-in in the browser; null: somebody created it.
ALTER TABLE api_token ADD COLUMN client_id text;

-- Authorization codes of programs that sign in by the browser (RFC 6749, RFC 7636), each used once. Of the code only its SHA-256 is kept.
CREATE TABLE oauth_code (
  sha256 bytea PRIMARY KEY CHECK (octet_length(sha256) = 32),
  partner_id uuid NOT NULL REFERENCES partner,
  member_id uuid NOT NULL REFERENCES member ON DELETE CASCADE,
  -- In which they allowed it: no token where it has ended.
  session_id uuid NOT NULL,
  client_id text NOT NULL,
  redirect_uri text NOT NULL,
  -- S256: the SHA-256 of the verifier.
  challenge bytea NOT NULL CHECK (octet_length(challenge) = 32),
  scopes text[] NOT NULL,
  token_name text NOT NULL,
  token_seconds int NOT NULL CHECK (token_seconds > 0),
  created_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  -- When it was presented, rightly or not.
  used_at timestamptz(3),
  -- What it was exchanged for, which a second use revokes.
  token_id uuid REFERENCES api_token
);
CREATE INDEX oauth_code_expires_at ON oauth_code (expires_at);

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
BEGIN
  ALTER TABLE oauth_code ENABLE ROW LEVEL SECURITY;
  ALTER TABLE oauth_code FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON oauth_code TO keyway_system USING (true) WITH CHECK (true);
  -- No request of somebody who signed in reads or writes one: these have no privilege on it either.
  EXECUTE format('CREATE POLICY partner ON oauth_code TO keyway_app USING (%1$s) WITH CHECK (%1$s)', own);
  CREATE POLICY limited ON oauth_code TO keyway_limited USING (false) WITH CHECK (false);
  GRANT SELECT, INSERT, UPDATE, DELETE ON oauth_code TO keyway_system;
END $$;
