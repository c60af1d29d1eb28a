/**
 * The roles of transactions. They contain the database's OID, so that installations on one server
 * share none; migrations name them without it.
 */
import type pg from 'pg';

/** They own nothing and bypass nothing; each has the policies and rights of what it is for. */
export interface DatabaseRoles {
  /** Sees one partner's rows. */
  app: string;
  /** Sees the rows of some of a partner's organizations. */
  limited: string;
  /** Sees everything: the worker, and finding out who somebody is. */
  system: string;
}

const namesOf = ({ app, limited, system }: DatabaseRoles): string[] => [app, limited, system];

const COMMON: DatabaseRoles = {
  app: 'keyway_app',
  limited: 'keyway_limited',
  system: 'keyway_system',
};

const ownRoles = (oid: string): DatabaseRoles => ({
  app: `keyway_app_${oid}`,
  limited: `keyway_limited_${oid}`,
  system: `keyway_system_${oid}`,
});

/** The roles of a database on which nothing was done yet. */
export async function rolesToMake(client: pg.ClientBase): Promise<DatabaseRoles> {
  const { rows } = await client.query<{ oid: string }>(
    'select oid::text as oid from pg_database where datname = current_database()',
  );
  return ownRoles(rows[0]!.oid);
}

/**
 * The roles that the policies are for; the server's common ones where the database has none of its
 * own yet. Null: there are no policies.
 */
export async function rolesOf(client: pg.ClientBase): Promise<DatabaseRoles | null> {
  const { rows } = await client.query<{ roles: string[] }>(
    `select roles::text[] as roles from pg_policies where schemaname = current_schema() and tablename = 'run' and policyname = 'system'`,
  );
  if (!rows[0]) return null;
  const own = rows[0].roles
    .map((role) => /^keyway_system_(\d+)$/.exec(role)?.[1])
    .find((oid) => oid !== undefined);
  return own === undefined ? COMMON : ownRoles(own);
}

/**
 * Whether they are the database's alone, and not the server's common ones of the first versions.
 */
export const hasOwnRoles = (roles: DatabaseRoles): boolean => roles.app !== COMMON.app;

/**
 * A migration's SQL with this database's roles, written out or put together as `'keyway_' || kind`.
 */
export function withRoles(sql: string, roles: DatabaseRoles): string {
  const suffix = roles.app.slice('keyway_app'.length);
  return sql
    .replace(/\bkeyway_(?:app|limited|system)\b/g, `$&${suffix}`)
    .replace(/'keyway_' \|\| (\w+)/g, `$& || '${suffix}'`);
}

/**
 * Those of the roles that a login cannot act as, or that are not there. From PostgreSQL 16 on who
 * made a role may not act as it until it is granted.
 */
export async function rolesMissing(
  client: pg.ClientBase,
  login: string,
  roles: DatabaseRoles,
): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($2::text[]) as name where not exists (select from pg_roles r where r.rolname = name
       and pg_has_role($1::name, r.oid, case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end))`,
    [login, namesOf(roles)],
  );
  return rows.map(({ name }) => name);
}

/**
 * Those of the roles whose rights a login has in every statement, without acting as them: it could
 * read without a scope. None for the owner of the tables, whose migrations need them.
 */
export async function rolesInherited(
  client: pg.ClientBase,
  login: string,
  roles: DatabaseRoles,
): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($2::text[]) as name join pg_roles r on r.rolname = name join pg_roles l on l.rolname = $1, pg_class c
     where c.oid = 'run'::regclass and not pg_has_role(l.oid, c.relowner, 'MEMBER') and pg_has_role(l.oid, r.oid, 'USAGE')`,
    [login, namesOf(roles)],
  );
  return rows.map(({ name }) => name);
}

/**
 * The end of a GRANT of roles to a login that may act as them and no more. Before PostgreSQL 16 the
 * login itself has to be NOINHERIT.
 */
export const withoutInheriting = (version: number): string =>
  version >= 160_000 ? ' WITH INHERIT FALSE' : '';
