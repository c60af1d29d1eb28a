-- Roles of this database alone (named after its OID), so that several installations share a server without sharing roles. Whatever the server's common
-- roles of the first versions may do here, these may; the common ones keep it, for the version before beside this one. A database that was made
-- with roles of its own (`databaseRoles.ts`) has nothing to do. The common prefix is put together, so that it is not taken for a role to be renamed.
DO $$
DECLARE
  common text := 'keyway' || '_';
  privilege text := CASE WHEN current_setting('server_version_num')::int >= 160000 THEN 'SET' ELSE 'MEMBER' END;
  kind text;
  own text;
  item record;
BEGIN
  IF NOT EXISTS (SELECT FROM pg_policies WHERE schemaname = current_schema() AND (common || 'app')::name = ANY (roles)) THEN RETURN; END IF;
  FOREACH kind IN ARRAY ARRAY['app', 'limited', 'system'] LOOP
    own := common || kind || '_' || (SELECT oid FROM pg_database WHERE datname = current_database());
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = own) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', own);
    END IF;
    IF NOT pg_has_role(current_user, own, privilege) THEN
      EXECUTE format('GRANT %I TO %I', own, current_user);
    END IF;
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', current_schema(), own);
    FOR item IN
      SELECT tablename, policyname, roles FROM pg_policies WHERE schemaname = current_schema() AND (common || kind)::name = ANY (roles)
    LOOP
      EXECUTE format('ALTER POLICY %I ON %I TO %s, %I', item.policyname, item.tablename,
        (SELECT string_agg(quote_ident(role), ', ') FROM unnest(item.roles) AS role), own);
    END LOOP;
    FOR item IN
      SELECT c.relname, x.privilege_type FROM pg_class c, aclexplode(c.relacl) AS x
      WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
        AND x.grantee = (SELECT oid FROM pg_roles WHERE rolname = common || kind)
    LOOP
      EXECUTE format('GRANT %s ON %I TO %I', item.privilege_type, item.relname, own);
    END LOOP;
  END LOOP;
END $$;
