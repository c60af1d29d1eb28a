-- 0056 paused nothing where the owner of the tables is no superuser and NOINHERIT: policies bind it, and no row was its own. Keys of organizations that
-- were archived before were observed on, until somebody restored and archived them. Where 0056 did its work, this changes no row. Tables are locked in
-- the order in which an observation locks them.
ALTER TABLE watch_observation NO FORCE ROW LEVEL SECURITY;
ALTER TABLE organization NO FORCE ROW LEVEL SECURITY;
UPDATE watch_observation l SET is_paused = o.archived_at IS NOT NULL FROM organization o
  WHERE o.id = l.organization_id AND l.is_paused IS DISTINCT FROM (o.archived_at IS NOT NULL);
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
ALTER TABLE watch_observation FORCE ROW LEVEL SECURITY;
