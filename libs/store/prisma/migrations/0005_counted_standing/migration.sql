-- What the portfolio counts of a run, as one text that runs which stand alike have in common: counting reads one narrow index of a row a run, where
-- it read nineteen rows of steps. `ACTOR ACTOR|TRACK/STEP/STATUS TRACK/STEP/STATUS …`
ALTER TABLE run ADD COLUMN standing text COLLATE "C";
-- No action that the run waits for is older than this, so what waits longest is found without reading every run.
ALTER TABLE run ADD COLUMN waiting_since timestamptz(3);

UPDATE run SET
  standing = array_to_string(waiting_on, ' ') || '|' || coalesce((
    SELECT string_agg(s.track || '/' || s.step || '/' || s.status, ' ' ORDER BY s.track, s.step) FROM run_step s WHERE s.run_id = run.id), ''),
  waiting_since = started_at;

ALTER TABLE run ALTER COLUMN standing SET NOT NULL, ALTER COLUMN waiting_since SET NOT NULL;
CREATE INDEX run_standing ON run (partner_id, status, standing);
CREATE INDEX run_longest_waiting ON run (partner_id, waiting_since, id) WHERE status NOT IN ('COMPLETED', 'CANCELLED');

-- Steps that somebody has to do something about, of which a run has one or two; for runs that are stuck.
CREATE INDEX run_step_open ON run_step (partner_id, since) INCLUDE (run_id, organization_id, track, step, status)
  WHERE status NOT IN ('LOCKED', 'DONE', 'NOT_APPLICABLE');

-- Kinds of history that are rare among many.
CREATE INDEX history_entry_by_kind ON history_entry (partner_id, kind, at DESC, position DESC);
