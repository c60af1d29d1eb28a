-- Keys of an archived organization are not observed: their rows are in no index of what is due, however many there are.
ALTER TABLE watch_observation ADD COLUMN is_paused boolean NOT NULL DEFAULT false;
UPDATE watch_observation l SET is_paused = true FROM organization o WHERE o.id = l.organization_id AND o.archived_at IS NOT NULL;
CREATE INDEX watch_observation_next ON watch_observation (due_at) WHERE NOT is_paused AND NOT asked;
CREATE INDEX watch_observation_next_asked ON watch_observation (due_at) WHERE NOT is_paused AND asked;
DROP INDEX watch_observation_due;
DROP INDEX watch_observation_asked;

-- Also where the version before archives or restores.
CREATE FUNCTION pause_observation() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  UPDATE watch_observation SET is_paused = NEW.archived_at IS NOT NULL WHERE organization_id = NEW.id;
  IF NEW.archived_at IS NULL THEN PERFORM pg_notify('keyway_watch', ''); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER organization_pauses_observation AFTER UPDATE OF archived_at ON organization
  FOR EACH ROW WHEN ((OLD.archived_at IS NULL) <> (NEW.archived_at IS NULL)) EXECUTE FUNCTION pause_observation();

CREATE FUNCTION pause_new_observation() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  NEW.is_paused := EXISTS (SELECT FROM organization o WHERE o.id = NEW.organization_id AND o.archived_at IS NOT NULL);
  RETURN NEW;
END $$;
CREATE TRIGGER watch_observation_pauses BEFORE INSERT ON watch_observation
  FOR EACH ROW EXECUTE FUNCTION pause_new_observation();

-- compatible: organization.organization_pauses_observation: it refuses nothing and sets only a column that the version before does not know.
-- compatible: watch_observation.watch_observation_pauses: it refuses nothing and sets only a column that the version before does not know.

-- What workers did, by outcome, since the installation; each adds its own every half minute.
CREATE TABLE observation_total (
  outcome text PRIMARY KEY CHECK (outcome IN ('unchanged', 'changed', 'lost', 'failed', 'released')),
  observations bigint NOT NULL,
  seconds double precision NOT NULL,
  calls bigint NOT NULL
);
ALTER TABLE observation_total ENABLE ROW LEVEL SECURITY;
ALTER TABLE observation_total FORCE ROW LEVEL SECURITY;
CREATE POLICY system ON observation_total TO keyway_system USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON observation_total TO keyway_system;
