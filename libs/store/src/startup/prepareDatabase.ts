/**
 * Migrates a database and grants its roles before the pools connect. An error about rights
 * contains the statements for an administrator.
 */
import { StartError } from '@keyway/config';
import pg from 'pg';
import { isClosed } from '../continuity/closedTables.ts';
import { CLOSED } from '../continuity/movingDatabase.ts';
import { missingMigrations } from './appliedMigrations.ts';
import { connectedForMigration } from './connectedForMigration.ts';
import {
  hasOwnRoles,
  rolesInherited,
  rolesMissing,
  rolesOf,
  rolesToMake,
  withoutInheriting,
  type DatabaseRoles,
} from './databaseRoles.ts';
import { applyMissing } from './migrate.ts';
import type { Report } from './migrationTransaction.ts';
import { readMigrations } from './readMigrations.ts';

export interface PreparedDatabase {
  roles: DatabaseRoles;
  /** Names of the migrations that this process applied. */
  applied: string[];
}

export interface Addresses {
  /** Of everyday use. */
  url: string;
  /** The login that owns the tables; the same one where there is no other. */
  migrationUrl: string;
}

export async function prepareDatabase(
  { url, migrationUrl }: Addresses,
  report?: Report,
): Promise<PreparedDatabase> {
  return connectedForMigration(migrationUrl, async (client) => {
    const wanted = await readMigrations();
    let applied: string[] = [];
    const isMissing = (await missingMigrations(client, wanted)).length > 0;
    if (isMissing && (await isClosed(client)))
      throw new StartError(`${CLOSED} Only then can this version migrate it.`);
    if (isMissing) {
      await assertMayMigrate(client, url === migrationUrl);
      applied = await applyMissing({ url: migrationUrl, client }, wanted, report);
    }
    const roles = await rolesOf(client);
    if (!roles) throw new StartError(NO_POLICIES);
    const login =
      url === migrationUrl ? await loginOf(client) : await connectedForMigration(url, loginOf);
    await giveRoles(client, login, roles);
    return { roles, applied };
  });
}

/** Of a database that has none of what migrations make. */
export const NO_POLICIES =
  'The database has no row-level policies: it was restored from a dump on a server without the roles that the dump names. ' +
  'Make another database, give the server the roles of the former one (pg_dumpall --roles-only), and restore the dump again.';

export const loginOf = async (client: pg.ClientBase): Promise<string> =>
  (await client.query<{ login: string }>('select session_user as login')).rows[0]!.login;

interface Rights {
  login: string;
  makes_tables: boolean;
  makes_roles: boolean;
}

/** Migrations make tables, and the first of them roles. */
async function assertMayMigrate(client: pg.ClientBase, oneLogin: boolean): Promise<void> {
  const { rows } = await client.query<Rights>(
    `select session_user as login, rolsuper or rolcreaterole as makes_roles,
       has_schema_privilege(session_user, current_schema(), 'CREATE') as makes_tables
     from pg_roles where rolname = session_user`,
  );
  const { login, makes_tables: makesTables, makes_roles: makesRoles } = rows[0]!;
  if (!makesTables) {
    const who = oneLogin ? 'DATABASE_URL' : 'DATABASE_MIGRATION_URL';
    throw new StartError(
      `${who}: the database has to be brought to this version, and the login ${login} may not make tables in it. ` +
        'Start one process with DATABASE_MIGRATION_URL, the login that owns the database, or let its owner run: ' +
        `GRANT CREATE ON SCHEMA public TO ${pg.escapeIdentifier(login)};`,
    );
  }
  const present = await rolesOf(client);
  if (makesRoles || (present && hasOwnRoles(present))) return;
  const roles = await rolesToMake(client);
  const missing = await rolesMissing(client, login, roles);
  if (missing.length > 0)
    throw new StartError(
      describeMissingRoles(login, missing, await thereAre(client, missing), ' WITH ADMIN OPTION'),
    );
}

async function thereAre(client: pg.ClientBase, names: string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    'select rolname as name from pg_roles where rolname = any ($1)',
    [names],
  );
  return new Set(rows.map(({ name }) => name));
}

/**
 * The login of everyday use acts as the roles and has no rights of its own: in a statement that
 * names no role it sees nothing, whatever a pooler lost.
 */
export async function giveRoles(
  client: pg.ClientBase,
  login: string,
  roles: DatabaseRoles,
): Promise<void> {
  const missing = await rolesMissing(client, login, roles);
  // Names of tables are looked up before a role is taken.
  const [schema] = (
    await client.query<{ name: string; usable: boolean; owns: boolean; version: number }>(
      `select current_schema() as name, has_schema_privilege($1, current_schema(), 'USAGE') as usable,
         pg_has_role($1::name, c.relowner, 'MEMBER') as owns, current_setting('server_version_num')::int as version
       from pg_class c where c.oid = 'run'::regclass`,
      [login],
    )
  ).rows;
  const inherits = schema!.owns ? '' : withoutInheriting(schema!.version);
  if (!schema!.usable)
    await client.query(
      `grant usage on schema ${pg.escapeIdentifier(schema!.name)} to ${pg.escapeIdentifier(login)}`,
    );
  const inherited = inherits === '' ? [] : await rolesInherited(client, login, roles);
  const given = [...missing, ...inherited];
  if (given.length === 0) return;
  try {
    await client.query(
      `grant ${given.map(pg.escapeIdentifier).join(', ')} to ${pg.escapeIdentifier(login)}${inherits}`,
    );
  } catch {
    const left = await rolesMissing(client, login, roles);
    if (left.length > 0)
      throw new StartError(
        describeMissingRoles(login, left, await thereAre(client, left), inherits),
      );
  }
}

function describeMissingRoles(
  login: string,
  missing: string[],
  there: Set<string>,
  options: string,
): string {
  const quoted = (names: string[]): string => names.map(pg.escapeIdentifier).join(', ');
  const make = missing
    .filter((name) => !there.has(name))
    .map((name) => `CREATE ROLE ${pg.escapeIdentifier(name)} NOLOGIN;`);
  const statements = [
    ...make,
    `GRANT ${quoted(missing)} TO ${pg.escapeIdentifier(login)}${options};`,
  ];
  return (
    `DATABASE_URL: the login ${login} may not act as the roles of this database and may not make them (CREATEROLE). ` +
    `An administrator of the server has to run:\n${statements.map((statement) => `  ${statement}`).join('\n')}`
  );
}
