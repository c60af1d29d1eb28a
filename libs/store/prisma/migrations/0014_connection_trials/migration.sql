-- A stored credential is tried against its cloud by a worker, and what came of it is kept beside it. The trigger makes every new credential
-- untried, whichever version of the program writes it; a trial of an earlier credential then no longer finds its version.
ALTER TABLE connection
  ADD COLUMN credential_version int NOT NULL DEFAULT 1,
  ADD COLUMN trial_state text NOT NULL DEFAULT 'NOT_TRIED' CHECK (trial_state IN ('NOT_TRIED', 'CONNECTED', 'FAILED')),
  -- The cloud's own code and message, without secrets.
  ADD COLUMN trial_code text,
  ADD COLUMN trial_message text,
  ADD COLUMN tried_at timestamptz(3),
  -- When the next trial is due; null: none is.
  ADD COLUMN trial_due_at timestamptz(3) DEFAULT now(),
  -- Trials begun since the credential was stored or somebody asked for one.
  ADD COLUMN trial_attempts int NOT NULL DEFAULT 0,
  ADD COLUMN trial_lease_token uuid,
  ADD COLUMN trial_lease_until timestamptz(3);
CREATE INDEX connection_trial_due ON connection (trial_due_at) WHERE trial_due_at IS NOT NULL;

CREATE FUNCTION connection_is_untried() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.credential_version := OLD.credential_version + 1;
  NEW.trial_state := 'NOT_TRIED';
  NEW.trial_code := NULL;
  NEW.trial_message := NULL;
  NEW.tried_at := NULL;
  NEW.trial_due_at := clock_timestamp();
  NEW.trial_attempts := 0;
  NEW.trial_lease_token := NULL;
  NEW.trial_lease_until := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER connection_new_credential BEFORE UPDATE ON connection FOR EACH ROW
  WHEN (NEW.sealed IS DISTINCT FROM OLD.sealed OR NEW.fields IS DISTINCT FROM OLD.fields)
  EXECUTE FUNCTION connection_is_untried();
-- compatible: connection.connection_new_credential: it refuses nothing and only sets columns that the version before does not know.
