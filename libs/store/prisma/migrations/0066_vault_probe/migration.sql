-- compatible: vault_probe: a new table, which the version before does not use
-- Vaults that an api asks a worker about (docs/decisions/0071-outbound-calls.md): for seconds, and
-- lost with the server.
CREATE UNLOGGED TABLE vault_probe (
  id uuid PRIMARY KEY,
  partner_id uuid NOT NULL REFERENCES partner,
  kind text NOT NULL CHECK (kind IN ('vault', 'managedHsm')),
  -- Null once it was answered: the row then only counts.
  name text CHECK (name ~ '^[A-Za-z][A-Za-z0-9-]{1,22}[A-Za-z0-9]$'),
  asked_at timestamptz(3) NOT NULL,
  lease_until timestamptz(3),
  answer jsonb
);
CREATE INDEX vault_probe_of_partner ON vault_probe (partner_id, asked_at);
CREATE INDEX vault_probe_due ON vault_probe (asked_at) WHERE name IS NOT NULL AND answer IS NULL;

ALTER TABLE vault_probe ENABLE ROW LEVEL SECURITY;
ALTER TABLE vault_probe FORCE ROW LEVEL SECURITY;
-- Nobody who signs in reads it: rows are found by their ID and partner.
CREATE POLICY system ON vault_probe TO keyway_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON vault_probe TO keyway_system;
