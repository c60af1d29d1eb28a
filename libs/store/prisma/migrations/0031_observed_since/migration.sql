-- Whether one of these steps (`TRACK/STEP`) of a run was observed since. VOLATILE, so that it sees what was committed before it is called, within a
-- statement that began before: that statement has locked the run's chain in between. An observation of the future, by a clock that was wrong, says
-- nothing.
CREATE FUNCTION observed_since(run uuid, steps text[], since timestamptz) RETURNS boolean LANGUAGE sql VOLATILE AS $$
  SELECT EXISTS (SELECT FROM step_look l
    WHERE l.run_id = run AND l.track || '/' || l.step = ANY (steps) AND l.looked_at > since AND l.looked_at <= clock_timestamp())
$$;
