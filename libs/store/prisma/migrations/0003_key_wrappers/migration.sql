-- Which key wrapped a data key: the local key file, or a Key Vault key by its identifier with its version. Until now it was always the file.
ALTER TABLE data_key ADD COLUMN wrapper text NOT NULL DEFAULT 'local';

-- The wrapped key that seals results which show a secret once, for as long as their idempotency key is remembered.
CREATE TABLE partner_data_key (
  partner_id uuid PRIMARY KEY REFERENCES partner,
  wrapper text NOT NULL,
  wrapped bytea NOT NULL,
  created_at timestamptz(3) NOT NULL
);

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  role text;
BEGIN
  ALTER TABLE partner_data_key ENABLE ROW LEVEL SECURITY;
  ALTER TABLE partner_data_key FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON partner_data_key TO keyway_system USING (true) WITH CHECK (true);
  FOREACH role IN ARRAY ARRAY['app', 'limited'] LOOP
    EXECUTE format('CREATE POLICY %I ON partner_data_key TO %I USING (%s) WITH CHECK (%s)',
      CASE role WHEN 'app' THEN 'partner' ELSE role END, 'keyway_' || role, own, own);
  END LOOP;
  GRANT SELECT, INSERT, UPDATE, DELETE ON partner_data_key TO keyway_app, keyway_limited, keyway_system;
END $$;
