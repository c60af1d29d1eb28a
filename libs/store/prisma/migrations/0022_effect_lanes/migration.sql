-- Claims read lanes of effects in the order of an index. The lane follows from the type and the attempts, whichever version of the program writes the
-- row: 0 plain, 1 observation, 2 retrying, 3 retrying observation.
ALTER TABLE effect
  -- Room on each page, so that a claim, which changes no indexed value, writes no index.
  SET (fillfactor = 85),
  ADD COLUMN lane smallint NOT NULL GENERATED ALWAYS AS
    (CASE WHEN data -> 'attempt' > '0' THEN 2 ELSE 0 END + CASE WHEN type = 'observeStep' THEN 1 ELSE 0 END) STORED,
  -- Of its own, since an index on `claims` itself would be written by every claim.
  ADD COLUMN failing boolean NOT NULL GENERATED ALWAYS AS (claims >= 3) STORED;
CREATE INDEX effect_lane ON effect (lane, due_at);
CREATE INDEX effect_partner_lane ON effect (partner_id, lane, due_at);
CREATE INDEX effect_failing ON effect (id) WHERE failing;
-- `MAX_FAILED_POLLS` of the program.
CREATE INDEX effect_status_unread ON effect (id) WHERE type = 'pollConfiguration' AND data -> 'attempt' > '3';
