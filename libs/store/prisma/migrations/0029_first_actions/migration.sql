-- For whom an action is not the first of its run (`notFirstFor` of the program): a viewer's tasks then pass over what that viewer has to do later. Empty says
-- nothing, and is right of any row, so the version before may leave it out.
ALTER TABLE needed_action ADD COLUMN not_first_for text COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE needed_action NO FORCE ROW LEVEL SECURITY;
UPDATE needed_action a SET not_first_for = f.lines FROM (
  SELECT n.run_id, n.rank, string_agg(DISTINCT l.line, E'\n' ORDER BY l.line) AS lines
  FROM needed_action n JOIN needed_action m ON m.run_id = n.run_id AND m.rank <= n.rank,
    LATERAL (SELECT (CASE WHEN m.rank = n.rank THEN '!' || m.not_for WHEN m.possible_from IS NULL AND m.possible_until IS NULL
      THEN m.mutation || coalesce('@' || m.not_for, '') END) COLLATE "C" AS line) AS l
  WHERE l.line IS NOT NULL GROUP BY n.run_id, n.rank
) AS f WHERE f.run_id = a.run_id AND f.rank = a.rank;
ALTER TABLE needed_action FORCE ROW LEVEL SECURITY;
CREATE INDEX needed_action_first ON needed_action (partner_id, mutation, not_first_for, since, run_id);
-- The version before only finds tasks more slowly without it.
DROP INDEX needed_action_list;

-- Organizations of a cloud or region that few have, in the order of the list.
CREATE INDEX organization_by_cloud ON organization (partner_id, cloud, region, name_key, id);
CREATE INDEX organization_by_region ON organization (partner_id, region, name_key, id);
