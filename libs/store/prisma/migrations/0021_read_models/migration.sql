-- What lists show of a run (`summaryOf` of the core), so that no list reads the state. It is that of `summary_version`; where the version before
-- of the program writes the run, it falls behind `version`, and whoever reads derives it from the state until it is rebuilt.
ALTER TABLE run ADD COLUMN summary json, ADD COLUMN summary_version int;
-- Runs whose read models are to be rebuilt; normally none.
CREATE INDEX run_summary_behind ON run (id) WHERE summary_version IS DISTINCT FROM version;

-- The actions that a run waits for (`neededActions` of the core), the most important first. Who may do which, and when, is decided by the reader.
CREATE TABLE needed_action (
  run_id uuid NOT NULL REFERENCES run ON DELETE CASCADE,
  rank int NOT NULL,
  partner_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  mutation text NOT NULL,
  track text,
  step text,
  -- Since when the step has its status.
  since timestamptz(3) NOT NULL,
  -- The principal who may not do it.
  not_for text,
  -- When it is possible: from, until (exclusive).
  possible_from timestamptz(3),
  possible_until timestamptz(3),
  PRIMARY KEY (run_id, rank)
);
CREATE INDEX needed_action_list ON needed_action (partner_id, mutation, since, run_id);

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  limited text := own || ' AND organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
BEGIN
  ALTER TABLE needed_action ENABLE ROW LEVEL SECURITY;
  ALTER TABLE needed_action FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON needed_action TO keyway_system USING (true) WITH CHECK (true);
  EXECUTE format('CREATE POLICY partner ON needed_action TO keyway_app USING (%s) WITH CHECK (%s)', own, own);
  EXECUTE format('CREATE POLICY limited ON needed_action TO keyway_limited USING (%s) WITH CHECK (%s)', limited, limited);
  GRANT SELECT, INSERT, UPDATE, DELETE ON needed_action TO keyway_app, keyway_limited, keyway_system;
END $$;
