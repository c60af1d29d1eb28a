-- The keys that sign in at customers' Entra tenants which trust this installation as an identity provider
-- (docs/decisions/0070-azure-credentials.md). Of the whole installation: an assertion's subject names the organization.
CREATE TABLE federation_key (
  id uuid PRIMARY KEY,
  -- RFC 7638 thumbprint of the public key.
  kid text NOT NULL UNIQUE,
  -- The modulus of the public key, base64url.
  n text NOT NULL,
  sealed bytea NOT NULL,
  wrapper text NOT NULL,
  wrapped bytea NOT NULL,
  created_at timestamptz(3) NOT NULL
);

ALTER TABLE federation_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE federation_key FORCE ROW LEVEL SECURITY;
-- No viewer reads private keys, not even sealed.
CREATE POLICY system ON federation_key TO keyway_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON federation_key TO keyway_system;
