-- Each event of a run writes less: an index is worth its writes only where a query needs it.

-- An entry's partner and organization are those of its chain, which refers to them. To check them for each entry locked the partner's row, which all of
-- its organizations share.
ALTER TABLE history_entry DROP CONSTRAINT history_entry_partner_id_fkey, DROP CONSTRAINT history_entry_organization_id_fkey;
-- Entries of a run are found among those of its organization, which has few others.
DROP INDEX history_entry_by_run;

-- Claims and the next due time read lanes. The version before finds what is due more slowly.
DROP INDEX effect_due;

-- Who is waited for: what the index of portfolio keys was still read for, whose entries had every step.
ALTER TABLE run ADD COLUMN waiting_key text COLLATE "C" NOT NULL GENERATED ALWAYS AS (split_part(standing, '|', 1)) STORED;
CREATE INDEX run_waiting ON run (partner_id, status, waiting_key);
DROP INDEX run_standing;

-- Vaults of runs (VAL-09), written only where they change: an index over `run.vault_uris` was written by every event.
CREATE TABLE run_vault (
  run_id uuid NOT NULL REFERENCES run ON DELETE CASCADE,
  -- As in `run.vault_uris`.
  vault_uri text NOT NULL,
  partner_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  PRIMARY KEY (run_id, vault_uri)
);
LOCK TABLE run IN SHARE ROW EXCLUSIVE MODE;
ALTER TABLE run NO FORCE ROW LEVEL SECURITY;
INSERT INTO run_vault (run_id, vault_uri, partner_id, organization_id)
  SELECT DISTINCT r.id, v.uri, r.partner_id, r.organization_id FROM run r, unnest(r.vault_uris) AS v(uri);
ALTER TABLE run FORCE ROW LEVEL SECURITY;
CREATE INDEX run_vault_by_uri ON run_vault (partner_id, vault_uri);
DROP INDEX run_by_vault;

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  limited text := own || ' AND organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
BEGIN
  ALTER TABLE run_vault ENABLE ROW LEVEL SECURITY;
  ALTER TABLE run_vault FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON run_vault TO keyway_system USING (true) WITH CHECK (true);
  EXECUTE format('CREATE POLICY partner ON run_vault TO keyway_app USING (%s) WITH CHECK (%s)', own, own);
  EXECUTE format('CREATE POLICY limited ON run_vault TO keyway_limited USING (%s) WITH CHECK (%s)', limited, limited);
  GRANT SELECT, INSERT, UPDATE, DELETE ON run_vault TO keyway_app, keyway_limited, keyway_system;
END $$;

-- By a trigger, so that the version before writes them, too; with the rights of the system, whoever writes the run.
CREATE FUNCTION run_vaults_changed() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  DELETE FROM run_vault WHERE run_id = NEW.id AND vault_uri <> ALL (NEW.vault_uris);
  INSERT INTO run_vault (run_id, vault_uri, partner_id, organization_id)
    SELECT NEW.id, uri, NEW.partner_id, NEW.organization_id FROM unnest(NEW.vault_uris) AS v(uri) ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
DO $$
BEGIN
  EXECUTE format('ALTER FUNCTION run_vaults_changed SET search_path = %I, pg_temp', current_schema());
END $$;
CREATE TRIGGER run_vaults_added AFTER INSERT ON run FOR EACH ROW WHEN (NEW.vault_uris <> '{}') EXECUTE FUNCTION run_vaults_changed();
CREATE TRIGGER run_vaults_changed AFTER UPDATE ON run FOR EACH ROW WHEN (NEW.vault_uris <> OLD.vault_uris) EXECUTE FUNCTION run_vaults_changed();
-- compatible: run.run_vaults_added: it refuses nothing and writes only a table that the version before does not know.
-- compatible: run.run_vaults_changed: it refuses nothing and writes only a table that the version before does not know.
