-- What organizations and runs are found by. Below a row-level policy no index finds parts of a text, since no operator for it is leakproof: the function
-- `search_candidates` looks past the policies, for the partner of the scope alone.

-- Nobody writes until the triggers are there.
LOCK TABLE organization, run IN SHARE ROW EXCLUSIVE MODE;

-- The texts that a run is found by, one a line, as they were written; `search_text` has them in lower case.
ALTER TABLE run ADD COLUMN search_terms text;

CREATE TABLE search_term (
  -- The organization's ID, or the run's.
  source_id uuid NOT NULL,
  -- 0 for the organization's one row, else of the text.
  term_hash bigint NOT NULL,
  partner_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  -- Null for the organization's row.
  run_id uuid,
  -- Of the organization, since search shows the first by name.
  name_key text NOT NULL,
  archived boolean NOT NULL,
  -- Of a run that is cancelled: lists find it, search does not.
  cancelled boolean NOT NULL,
  -- How many characters from the beginning are found by texts of one or two characters, too: those of names.
  short_until int NOT NULL,
  -- In lower case. The organization's name and its IMS organization ID are two lines.
  term_key text NOT NULL,
  -- As it was written; null for the organization's row.
  term text
);
-- Room on each page, so that archiving and cancelling write no index.
ALTER TABLE search_term SET (fillfactor = 90);

-- Every three characters in a row, and of names also every one and two, each hashed with the partner: an entry of the index belongs to one partner, so that
-- what others have neither slows a search down nor can be told from its time.
CREATE FUNCTION search_grams(partner uuid, term text, short_until int) RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  seed bigint := pg_catalog.uuid_hash_extended(partner, 0);
  grams bigint[] := '{}';
BEGIN
  FOR i IN 1 .. pg_catalog.length(term) - 2 LOOP
    grams := grams || pg_catalog.hashtextextended(pg_catalog.substr(term, i, 3), seed);
  END LOOP;
  FOR i IN 1 .. short_until LOOP
    grams := grams || pg_catalog.hashtextextended(pg_catalog.substr(term, i, 1), seed);
    IF i < short_until THEN grams := grams || pg_catalog.hashtextextended(pg_catalog.substr(term, i, 2), seed); END IF;
  END LOOP;
  RETURN grams;
END $$;

-- The rows of organizations and runs that have none, for this migration and for rows that were copied past the triggers.
CREATE FUNCTION add_search_terms() RETURNS void LANGUAGE sql AS $$
  INSERT INTO search_term (source_id, term_hash, partner_id, organization_id, run_id, name_key, archived, cancelled, short_until, term_key, term)
  SELECT o.id, 0, o.partner_id, o.id, NULL, o.name_key, o.archived_at IS NOT NULL, false, length(o.name_key), o.name_key || E'\n' || lower(o.ims_org_id), NULL
  FROM organization o ON CONFLICT DO NOTHING;
  INSERT INTO search_term (source_id, term_hash, partner_id, organization_id, run_id, name_key, archived, cancelled, short_until, term_key, term)
  SELECT r.id, hashtextextended(t.key, 0), r.partner_id, r.organization_id, r.id, o.name_key, o.archived_at IS NOT NULL, r.status = 'CANCELLED', 0, t.key,
    coalesce((SELECT w.written FROM unnest(CASE
      WHEN r.search_terms IS NOT NULL THEN string_to_array(r.search_terms, E'\n')
      -- A run that was written before `search_terms` was.
      ELSE ARRAY[r.state #>> '{tracks,AEP,key,identifier}', r.state #>> '{tracks,CJA,key,identifier}', r.state #>> '{tracks,AEP,ticket,caseNumber}',
        r.state #>> '{tracks,CJA,ticket,caseNumber}', r.state #>> '{tracks,AEP,submission,externalId}', r.state #>> '{tracks,CJA,submission,externalId}'] END)
      AS w(written) WHERE lower(w.written) = t.key LIMIT 1), t.key)
  FROM run r JOIN organization o ON o.id = r.organization_id, string_to_table(r.search_text, E'\n') AS t(key)
  WHERE t.key <> '' ON CONFLICT DO NOTHING
$$;
REVOKE ALL ON FUNCTION add_search_terms FROM public;
GRANT EXECUTE ON FUNCTION add_search_terms TO keyway_system;
ALTER TABLE organization NO FORCE ROW LEVEL SECURITY;
ALTER TABLE run NO FORCE ROW LEVEL SECURITY;
SELECT add_search_terms();
ALTER TABLE organization FORCE ROW LEVEL SECURITY;
ALTER TABLE run FORCE ROW LEVEL SECURITY;
ALTER TABLE search_term ADD PRIMARY KEY (source_id, term_hash), ADD FOREIGN KEY (organization_id) REFERENCES organization ON DELETE CASCADE;
CREATE INDEX search_term_by_organization ON search_term (organization_id);
CREATE INDEX search_term_grams ON search_term USING gin (search_grams(partner_id, term_key, short_until));
-- Statistics of grams would say little, and take longer to read than the index.
ALTER INDEX search_term_grams ALTER COLUMN 1 SET STATISTICS 0;

DO $$
DECLARE
  own text := 'partner_id = (SELECT nullif(current_setting(''keyway.partner_id'', true), '''')::uuid)';
  limited text := own || ' AND organization_id = ANY ((SELECT string_to_array(nullif(current_setting(''keyway.organization_ids'', true), ''''), '',''))::uuid[])';
BEGIN
  ALTER TABLE search_term ENABLE ROW LEVEL SECURITY;
  ALTER TABLE search_term FORCE ROW LEVEL SECURITY;
  CREATE POLICY system ON search_term TO keyway_system USING (true) WITH CHECK (true);
  EXECUTE format('CREATE POLICY partner ON search_term FOR SELECT TO keyway_app USING (%s)', own);
  EXECUTE format('CREATE POLICY limited ON search_term FOR SELECT TO keyway_limited USING (%s)', limited);
  GRANT SELECT ON search_term TO keyway_app, keyway_limited;
  GRANT SELECT, INSERT, UPDATE, DELETE ON search_term TO keyway_system;
END $$;

-- Kept by triggers, so that the version before keeps them, too. They write with the rights of the system, whoever writes the organization or the run.
CREATE FUNCTION organization_search_terms() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
BEGIN
  INSERT INTO search_term (source_id, term_hash, partner_id, organization_id, name_key, archived, cancelled, short_until, term_key)
  VALUES (NEW.id, 0, NEW.partner_id, NEW.id, NEW.name_key, NEW.archived_at IS NOT NULL, false, length(NEW.name_key), NEW.name_key || E'\n' || lower(NEW.ims_org_id))
  ON CONFLICT (source_id, term_hash) DO UPDATE SET name_key = excluded.name_key, archived = excluded.archived, short_until = excluded.short_until,
    term_key = excluded.term_key;
  IF TG_OP = 'UPDATE' THEN
    UPDATE search_term SET name_key = NEW.name_key, archived = NEW.archived_at IS NOT NULL WHERE organization_id = NEW.id AND run_id IS NOT NULL;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER organization_found AFTER INSERT ON organization FOR EACH ROW EXECUTE FUNCTION organization_search_terms();
CREATE TRIGGER organization_found_changed AFTER UPDATE ON organization FOR EACH ROW
  WHEN ((NEW.name_key, NEW.ims_org_id, NEW.archived_at) IS DISTINCT FROM (OLD.name_key, OLD.ims_org_id, OLD.archived_at))
  EXECUTE FUNCTION organization_search_terms();

-- Only what changed is written: a run's texts come one after another, and each has many entries in the index.
CREATE FUNCTION run_search_terms() RETURNS trigger LANGUAGE plpgsql SET role = keyway_system AS $$
DECLARE
  keys text[] := string_to_array(NEW.search_text, E'\n');
  -- The version before writes `search_text` alone.
  written text[] := CASE WHEN lower(NEW.search_terms) = NEW.search_text THEN string_to_array(NEW.search_terms, E'\n') ELSE keys END;
  is_cancelled boolean := NEW.status = 'CANCELLED';
BEGIN
  DELETE FROM search_term t WHERE t.source_id = NEW.id AND t.term_key <> ALL (keys);
  UPDATE search_term t SET cancelled = is_cancelled, term = w.term FROM unnest(keys, written) AS w(key, term)
  WHERE t.source_id = NEW.id AND t.term_key = w.key AND (t.cancelled, t.term) <> (is_cancelled, w.term);
  INSERT INTO search_term (source_id, term_hash, partner_id, organization_id, run_id, name_key, archived, cancelled, short_until, term_key, term)
  SELECT NEW.id, hashtextextended(t.key, 0), NEW.partner_id, NEW.organization_id, NEW.id, o.name_key, o.archived_at IS NOT NULL, is_cancelled, 0, t.key, t.term
  FROM unnest(keys, written) AS t(key, term), organization o
  WHERE o.id = NEW.organization_id AND NOT EXISTS (SELECT FROM search_term s WHERE s.source_id = NEW.id AND s.term_hash = hashtextextended(t.key, 0))
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER run_found AFTER INSERT ON run FOR EACH ROW WHEN (NEW.search_text <> '') EXECUTE FUNCTION run_search_terms();
CREATE TRIGGER run_found_changed AFTER UPDATE ON run FOR EACH ROW
  WHEN (NEW.search_text <> OLD.search_text OR NEW.search_terms IS DISTINCT FROM OLD.search_terms OR (NEW.status = 'CANCELLED') <> (OLD.status = 'CANCELLED'))
  EXECUTE FUNCTION run_search_terms();
-- compatible: organization.organization_found: it refuses nothing and writes only a table that the version before does not know.
-- compatible: organization.organization_found_changed: it refuses nothing and writes only a table that the version before does not know.
-- compatible: run.run_found: it refuses nothing and writes only a table that the version before does not know.
-- compatible: run.run_found_changed: it refuses nothing and writes only a table that the version before does not know.

-- Four of a text's grams from its beginning to its end, which is enough to find few rows: the text itself is compared with each. Each further one costs a
-- walk through all rows that have it.
CREATE FUNCTION search_grams_of(partner uuid, wanted text) RETURNS bigint[] LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN length(wanted) < 3 THEN ARRAY[hashtextextended(wanted, uuid_hash_extended(partner, 0))] ELSE (
    SELECT array_agg(hashtextextended(substr(wanted, 1 + k * (length(wanted) - 3) / 3, 3), uuid_hash_extended(partner, 0)))
    FROM generate_series(0, least(3, length(wanted) - 3)) AS k) END
$$;

-- Organizations of the scope's partner with a text that contains `wanted` (lower case), of their own or, `with_runs`, of a run of theirs; one may come more
-- than once. It reads with the rights of the system, so it takes no partner as an argument, and viewers of some organizations may not call it.
CREATE FUNCTION search_candidates(wanted text, with_runs boolean, at_most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE
  SET role = keyway_system SET enable_seqscan = off AS $$
DECLARE
  partner uuid := nullif(current_setting('keyway.partner_id', true), '')::uuid;
  grams bigint[] := search_grams_of(partner, wanted);
BEGIN
  RETURN QUERY SELECT t.organization_id FROM search_term t
    WHERE search_grams(t.partner_id, t.term_key, t.short_until) @> grams AND t.partner_id = partner AND (with_runs OR t.run_id IS NULL)
      AND strpos(CASE WHEN length(wanted) < 3 THEN left(t.term_key, t.short_until) ELSE t.term_key END, wanted) > 0
    LIMIT at_most;
END $$;

-- The first organizations by name that search shows, once each; with the same rights.
CREATE FUNCTION search_first(wanted text, at_most int) RETURNS SETOF uuid LANGUAGE plpgsql STABLE
  SET role = keyway_system SET enable_seqscan = off AS $$
DECLARE
  partner uuid := nullif(current_setting('keyway.partner_id', true), '')::uuid;
  grams bigint[] := search_grams_of(partner, wanted);
BEGIN
  RETURN QUERY SELECT t.organization_id FROM search_term t
    WHERE search_grams(t.partner_id, t.term_key, t.short_until) @> grams AND t.partner_id = partner AND NOT t.archived AND NOT t.cancelled
      AND strpos(CASE WHEN length(wanted) < 3 THEN left(t.term_key, t.short_until) ELSE t.term_key END, wanted) > 0
    GROUP BY t.organization_id, t.name_key ORDER BY t.name_key, t.organization_id LIMIT at_most;
END $$;

REVOKE ALL ON FUNCTION search_candidates, search_first FROM public;
GRANT EXECUTE ON FUNCTION search_candidates, search_first TO keyway_app;
DO $$
DECLARE
  name text;
BEGIN
  -- No temporary table of a session takes the place of ours.
  FOREACH name IN ARRAY ARRAY['search_candidates', 'search_first', 'organization_search_terms', 'run_search_terms'] LOOP
    EXECUTE format('ALTER FUNCTION %I SET search_path = %I, pg_temp', name, current_schema());
  END LOOP;
END $$;
