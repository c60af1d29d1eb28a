-- The log of an update leaves out what the row begins and ends with where that stays, as long as the row stays on its page: columns that rarely change
-- are the last now, and pages have space. A summary was 600 bytes of each update, most of which other columns say.
ALTER TABLE run SET (fillfactor = 70);
DROP TRIGGER run_counted_changed ON run;
DROP TRIGGER run_found ON run;
DROP TRIGGER run_found_changed ON run;
DROP TRIGGER run_vaults_added ON run;
DROP TRIGGER run_vaults_changed ON run;
-- Generated for the moment: one pass over the table fills all. `step_details` and `step_since` are in the order of the steps in `standing`.
ALTER TABLE run
  ADD COLUMN step_details text,
  ADD COLUMN step_since timestamptz(3)[] NOT NULL DEFAULT '{}',
  ADD COLUMN waiting_key_moved text COLLATE "C" GENERATED ALWAYS AS (split_part(standing, '|', 1)) STORED,
  ADD COLUMN standing_moved text COLLATE "C" GENERATED ALWAYS AS (standing) STORED,
  ADD COLUMN search_text_moved text GENERATED ALWAYS AS (search_text) STORED,
  ADD COLUMN vault_uris_moved text[] GENERATED ALWAYS AS (vault_uris) STORED,
  ADD COLUMN search_terms_moved text GENERATED ALWAYS AS (search_terms) STORED;
ALTER TABLE run
  ALTER COLUMN waiting_key_moved DROP EXPRESSION,
  ALTER COLUMN standing_moved DROP EXPRESSION,
  ALTER COLUMN search_text_moved DROP EXPRESSION,
  ALTER COLUMN vault_uris_moved DROP EXPRESSION,
  ALTER COLUMN search_terms_moved DROP EXPRESSION;
ALTER TABLE run
  DROP COLUMN summary,
  DROP COLUMN waiting_key,
  DROP COLUMN standing,
  DROP COLUMN search_text,
  DROP COLUMN vault_uris,
  DROP COLUMN search_terms;
ALTER TABLE run RENAME COLUMN waiting_key_moved TO waiting_key;
ALTER TABLE run RENAME COLUMN standing_moved TO standing;
ALTER TABLE run RENAME COLUMN search_text_moved TO search_text;
ALTER TABLE run RENAME COLUMN vault_uris_moved TO vault_uris;
ALTER TABLE run RENAME COLUMN search_terms_moved TO search_terms;
ALTER TABLE run
  ALTER COLUMN waiting_key SET DEFAULT '',
  ALTER COLUMN waiting_key SET NOT NULL,
  ALTER COLUMN standing SET NOT NULL,
  ALTER COLUMN search_text SET NOT NULL,
  ALTER COLUMN vault_uris SET NOT NULL;
-- compatible: run.summary: the version before does not know it.

-- The worker derives the new columns from the states.
ALTER TABLE run NO FORCE ROW LEVEL SECURITY;
UPDATE run SET summary_version = NULL, read_models_current = false;
ALTER TABLE run FORCE ROW LEVEL SECURITY;
CREATE INDEX run_waiting ON run (partner_id, status, waiting_key);

-- The version before knows no `waiting_key`.
CREATE FUNCTION run_waiting_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.waiting_key := split_part(NEW.standing, '|', 1);
  RETURN NEW;
END $$;
CREATE TRIGGER run_waiting_key BEFORE INSERT OR UPDATE ON run FOR EACH ROW
  WHEN (NEW.waiting_key <> split_part(NEW.standing, '|', 1)) EXECUTE FUNCTION run_waiting_key();
-- compatible: run.run_waiting_key: it refuses nothing and sets only a column that the version before does not know.

CREATE TRIGGER run_counted_changed AFTER UPDATE ON run FOR EACH ROW
  WHEN (NEW.status <> OLD.status OR NEW.standing <> OLD.standing) EXECUTE FUNCTION portfolio_run_changed();
CREATE TRIGGER run_found AFTER INSERT ON run FOR EACH ROW WHEN (NEW.search_text <> '') EXECUTE FUNCTION run_search_terms();
CREATE TRIGGER run_found_changed AFTER UPDATE ON run FOR EACH ROW
  WHEN (NEW.search_text <> OLD.search_text OR NEW.search_terms IS DISTINCT FROM OLD.search_terms OR (NEW.status = 'CANCELLED') <> (OLD.status = 'CANCELLED'))
  EXECUTE FUNCTION run_search_terms();
CREATE TRIGGER run_vaults_added AFTER INSERT ON run FOR EACH ROW WHEN (NEW.vault_uris <> '{}') EXECUTE FUNCTION run_vaults_changed();
CREATE TRIGGER run_vaults_changed AFTER UPDATE ON run FOR EACH ROW WHEN (NEW.vault_uris <> OLD.vault_uris) EXECUTE FUNCTION run_vaults_changed();
