-- Only steps that somebody has to do something about have a row. What else is asked of steps is in `run.standing` and `run.summary`, so that an event
-- writes one or two rows of steps and not those of all that it locks or unlocks. Rows that an earlier version wrote of other steps stay until the run
-- is written anew; nobody reads them.
CREATE INDEX run_step_by_status ON run_step (partner_id, status, since) INCLUDE (run_id, organization_id, track, step)
  WHERE status NOT IN ('LOCKED', 'DONE', 'NOT_APPLICABLE');
DROP INDEX run_step_open;
DROP INDEX run_step_counts;
