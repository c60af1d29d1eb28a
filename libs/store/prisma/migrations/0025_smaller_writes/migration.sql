-- An update of a run writes no index whose columns it leaves as they are (HOT). The index of runs whose read models are outdated was over
-- `version`, which every update changes, and so every update wrote every index: a column of its own says it instead.
ALTER TABLE run ADD COLUMN read_models_current boolean NOT NULL DEFAULT false;
UPDATE run SET read_models_current = true WHERE summary_version = version;
CREATE INDEX run_read_models_outdated ON run (id) WHERE NOT read_models_current;
DROP INDEX run_summary_behind;

-- The version before, and an operator, write a run without its read models.
CREATE FUNCTION run_read_models_outdated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.read_models_current := false;
  RETURN NEW;
END $$;
CREATE TRIGGER run_read_models_outdated BEFORE UPDATE ON run FOR EACH ROW
  WHEN (NEW.read_models_current AND NEW.summary_version IS DISTINCT FROM NEW.version) EXECUTE FUNCTION run_read_models_outdated();
-- compatible: run.run_read_models_outdated: it refuses nothing and sets only a column that the version before does not know.

-- Tasks are read from needed_action. The version before only finds them more slowly.
DROP INDEX run_longest_waiting;
