-- Keys on AWS are watched (docs/decisions/0062-watching-keys.md). Of a completed run in which an earlier version found nothing to read it is decided again:
-- the worker finds them by this index, which is empty afterwards.
CREATE INDEX watch_undecided ON watch (run_id) WHERE packed IS NULL AND plan_version = 0;
