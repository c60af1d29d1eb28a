-- How many runs a partner has of each status and portfolio key, so that no count reads all runs. Writers only add a row to `portfolio_change`, so that none
-- waits for another; the worker adds these up in `portfolio_count`. A reader takes both.
-- Nobody writes until the triggers are there.
LOCK TABLE organization, run IN SHARE ROW EXCLUSIVE MODE;

CREATE TABLE portfolio_count (
  partner_id uuid NOT NULL,
  -- The hash of status and key; 0 counts organizations that are not archived.
  id bigint NOT NULL,
  status text NOT NULL,
  standing text COLLATE "C" NOT NULL,
  count bigint NOT NULL,
  PRIMARY KEY (partner_id, id)
);
-- Most keys have no run any more.
CREATE INDEX portfolio_count_shown ON portfolio_count (partner_id) WHERE count <> 0;
CREATE TABLE portfolio_change (
  partner_id uuid NOT NULL,
  -- What is counted one less, and one more.
  was bigint,
  becomes bigint,
  times int NOT NULL
);
CREATE INDEX portfolio_change_of_partner ON portfolio_change (partner_id);

CREATE FUNCTION portfolio_count_id(status text, standing text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT hashtextextended(status || '|' || standing, 0)
$$;

-- Adds changes up: one pass over many; answers how many there were. Nothing where another worker is at it.
CREATE FUNCTION add_up_portfolios() RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  changes int;
BEGIN
  IF NOT pg_try_advisory_xact_lock(hashtext('keyway_portfolios')) THEN RETURN 0; END IF;
  WITH taken AS (
    DELETE FROM portfolio_change WHERE ctid = ANY (ARRAY(SELECT ctid FROM portfolio_change LIMIT 20000)) RETURNING partner_id, was, becomes, times
  ), sums AS (
    SELECT partner_id, id, sum(n) AS n FROM (
      SELECT partner_id, was AS id, -times AS n FROM taken UNION ALL SELECT partner_id, becomes, times FROM taken) AS parts
    WHERE id IS NOT NULL GROUP BY partner_id, id HAVING sum(n) <> 0
  ), added AS (
    UPDATE portfolio_count c SET count = c.count + s.n FROM sums s WHERE c.partner_id = s.partner_id AND c.id = s.id
  )
  SELECT count(*) INTO changes FROM taken;
  RETURN changes;
END $$;

-- Counts everything again. In the order in which writers lock the tables.
CREATE FUNCTION recount_portfolios() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('keyway_portfolios'));
  LOCK TABLE portfolio_count, portfolio_change IN EXCLUSIVE MODE;
  DELETE FROM portfolio_change;
  DELETE FROM portfolio_count;
  INSERT INTO portfolio_count (partner_id, id, status, standing, count)
    SELECT partner_id, portfolio_count_id(status, standing), status, standing, count(*) FROM run GROUP BY partner_id, status, standing
    UNION ALL SELECT partner_id, 0, '', '', count(*) FROM organization WHERE archived_at IS NULL GROUP BY partner_id;
END $$;
REVOKE ALL ON FUNCTION add_up_portfolios, recount_portfolios FROM public;
GRANT EXECUTE ON FUNCTION add_up_portfolios, recount_portfolios TO keyway_system;
ALTER TABLE organization NO FORCE ROW LEVEL SECURITY;
ALTER TABLE run NO FORCE ROW LEVEL SECURITY;
SELECT recount_portfolios();
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
ALTER TABLE run FORCE ROW LEVEL SECURITY;

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portfolio_count', 'portfolio_change'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY system ON %I TO keyway_system USING (true) WITH CHECK (true)', name);
    -- Viewers of some organizations do not read what is counted over all.
    EXECUTE format('CREATE POLICY partner ON %I FOR SELECT TO keyway_app USING (%s)', name, own);
    EXECUTE format('GRANT SELECT ON %I TO keyway_app', name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO keyway_system', name);
  END LOOP;
END $$;

-- By triggers, so that the version before is counted, too; with the rights of the system, whoever writes.
CREATE FUNCTION portfolio_run_changed() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
DECLARE
  was bigint;
  becomes bigint;
BEGIN
  IF TG_OP <> 'INSERT' THEN was := portfolio_count_id(OLD.status, OLD.standing); END IF;
  IF TG_OP <> 'DELETE' THEN
    becomes := portfolio_count_id(NEW.status, NEW.standing);
    INSERT INTO portfolio_count (partner_id, id, status, standing, count) VALUES (NEW.partner_id, becomes, NEW.status, NEW.standing, 0) ON CONFLICT DO NOTHING;
  END IF;
  INSERT INTO portfolio_change (partner_id, was, becomes, times) VALUES (coalesce(NEW.partner_id, OLD.partner_id), was, becomes, 1);
  RETURN NULL;
END $$;
CREATE TRIGGER run_counted AFTER INSERT OR DELETE ON run FOR EACH ROW EXECUTE FUNCTION portfolio_run_changed();
CREATE TRIGGER run_counted_changed AFTER UPDATE ON run FOR EACH ROW
  WHEN (NEW.status <> OLD.status OR NEW.standing <> OLD.standing) EXECUTE FUNCTION portfolio_run_changed();

CREATE FUNCTION portfolio_organization_changed() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
DECLARE
  partner uuid;
  was bigint;
  becomes bigint;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.archived_at IS NULL THEN was := 0; END IF;
  IF TG_OP <> 'DELETE' AND NEW.archived_at IS NULL THEN becomes := 0; END IF;
  IF was IS NOT DISTINCT FROM becomes THEN RETURN NULL; END IF;
  partner := coalesce(NEW.partner_id, OLD.partner_id);
  INSERT INTO portfolio_count (partner_id, id, status, standing, count) VALUES (partner, 0, '', '', 0) ON CONFLICT DO NOTHING;
  INSERT INTO portfolio_change (partner_id, was, becomes, times) VALUES (partner, was, becomes, 1);
  RETURN NULL;
END $$;
CREATE TRIGGER organization_counted AFTER DELETE ON organization FOR EACH ROW EXECUTE FUNCTION portfolio_organization_changed();
CREATE TRIGGER organization_counted_changed AFTER UPDATE ON organization FOR EACH ROW
  WHEN (NEW.archived_at IS DISTINCT FROM OLD.archived_at) EXECUTE FUNCTION portfolio_organization_changed();
-- An import brings thousands in one statement.
CREATE FUNCTION portfolio_organizations_added() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  INSERT INTO portfolio_count (partner_id, id, status, standing, count)
    SELECT DISTINCT partner_id, 0, '', '', 0 FROM added WHERE archived_at IS NULL ON CONFLICT DO NOTHING;
  INSERT INTO portfolio_change (partner_id, becomes, times)
    SELECT partner_id, 0, count(*) FROM added WHERE archived_at IS NULL GROUP BY partner_id;
  RETURN NULL;
END $$;
CREATE TRIGGER organizations_added AFTER INSERT ON organization REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION portfolio_organizations_added();
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portfolio_run_changed', 'portfolio_organization_changed', 'portfolio_organizations_added'] LOOP
    EXECUTE format('ALTER FUNCTION %I SET search_path = %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
-- compatible: run.run_counted: it refuses nothing and writes only tables that the version before does not know.
-- compatible: run.run_counted_changed: it refuses nothing and writes only tables that the version before does not know.
-- compatible: organization.organization_counted: it refuses nothing and writes only tables that the version before does not know.
-- compatible: organization.organization_counted_changed: it refuses nothing and writes only tables that the version before does not know.
-- compatible: organization.organizations_added: it refuses nothing and writes only tables that the version before does not know.
