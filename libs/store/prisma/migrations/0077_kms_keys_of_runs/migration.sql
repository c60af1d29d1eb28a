-- KMS keys of runs beside their vaults (VAL-09): AWS has no vaults, and `vault_uris` was empty there.
-- compatible: run.run_key_arn: it refuses nothing and fills only a column that was empty for such runs.

-- The version before writes no ARN there. Of a run on AWS it is the first text that the run is found by.
CREATE FUNCTION run_key_arn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.vault_uris := ARRAY[split_part(NEW.search_text, E'\n', 1)];
  RETURN NEW;
END $$;
CREATE TRIGGER run_key_arn BEFORE INSERT OR UPDATE ON run FOR EACH ROW
  WHEN (NEW.vault_uris = '{}' AND NEW.search_text LIKE 'arn:aws:kms:%:key/%') EXECUTE FUNCTION run_key_arn();

-- The trigger fills what it can at once. The worker derives the rest from the states: keys that were only attested.
ALTER TABLE run NO FORCE ROW LEVEL SECURITY;
UPDATE run SET summary_version = NULL, read_models_current = false WHERE vault_uris = '{}';
ALTER TABLE run FORCE ROW LEVEL SECURITY;
