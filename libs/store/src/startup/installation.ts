/**
 * Whether a database belongs to sandbox or real clouds, and whether its login has more rights than
 * it needs.
 */
import { StartError } from '@keyway/config';
import pg from 'pg';
import type { Database } from '../database/database.ts';
import { withoutInheriting, type DatabaseRoles } from './databaseRoles.ts';

export type CloudMode = 'real' | 'sandbox';

/**
 * The first process to start on a database writes down its mode; one without the mark, of an
 * earlier version, gets it the same way.
 * @throws StartError where the database is the other mode's
 */
export async function assertCloudMode(database: Database, requested: CloudMode): Promise<void> {
  const kept = await database.transaction('system', async (transaction) => {
    const read = () => transaction.query<{ cloud: CloudMode }>('select cloud from installation');
    const [row] = await read();
    if (row) return row.cloud;
    // Of two that are first the second waits here, and reads what the first wrote.
    await transaction.query('insert into installation (cloud) values ($1) on conflict do nothing', [
      requested,
    ]);
    return (await read())[0]!.cloud;
  });
  if (kept === requested) return;
  throw new StartError(
    `KEYWAY_CLOUD is ${requested}, but this database was first started with KEYWAY_CLOUD=${kept}, and sandbox and real data never share a database. ` +
      `Start with KEYWAY_CLOUD=${kept}, or with another database: another DATABASE_URL, or without one another DATA_DIR. ` +
      'Should the mark be wrong, the owner of the database removes it while no process of Keyway runs (TRUNCATE installation;), and the next start writes it.',
    { final: true },
  );
}

interface Login {
  name: string;
  superuser: boolean;
  bypasses: boolean;
  owns: boolean;
  /** Of the roles that it acts as. */
  inherits: boolean;
  version: number;
}

/**
 * What is wrong with running as this login, and the statements that put it right; null where
 * nothing is.
 */
export async function loginWarning(database: Database): Promise<string | null> {
  const [login] = await database.read<Login>(
    `select r.rolname as name, r.rolsuper as superuser, r.rolbypassrls as bypasses, pg_has_role(r.oid, c.relowner, 'MEMBER') as owns,
       (select bool_or(pg_has_role(r.oid, role.oid, 'USAGE')) from pg_roles role where role.rolname = any ($1)) as inherits,
       current_setting('server_version_num')::int as version
     from pg_roles r, pg_class c where r.rolname = session_user and c.oid = 'history_entry'::regclass`,
    [Object.values(database.roles)],
  );
  const problems = [
    login?.superuser && 'is a superuser',
    login?.bypasses && 'bypasses row-level security',
    login?.owns && 'owns the tables',
  ];
  const found = problems.filter(Boolean);
  if (found.length === 0) return login?.inherits ? inheritsWarning(login, database.roles) : null;
  const other = pg.escapeIdentifier(`${login!.name.slice(0, 50)}_runtime`);
  return (
    `DATABASE_URL: the login ${login!.name} ${found.join(' and ')}. Somebody with control of this process could read past row-level security and change history. ` +
    `Make a login for every day and keep the present one for migrations: CREATE ROLE ${other} LOGIN NOINHERIT PASSWORD '…'; ` +
    `then set DATABASE_MIGRATION_URL to the present DATABASE_URL, and DATABASE_URL to the new login. The next start gives it what it needs.`
  );
}

/** Before PostgreSQL 16 this is an attribute of the login, later one of each GRANT. */
function inheritsWarning({ name, version }: Login, roles: DatabaseRoles): string {
  const login = pg.escapeIdentifier(name);
  const given = withoutInheriting(version);
  const granted = Object.values(roles).map((role) => pg.escapeIdentifier(role));
  return (
    `DATABASE_URL: the login ${name} has the rights of Keyway's roles in every statement, and not only where it acts as one of them, so it can read without row-level security. ` +
    `An administrator of the server has to run: ${given === '' ? `ALTER ROLE ${login} NOINHERIT` : `GRANT ${granted.join(', ')} TO ${login}${given}`};`
  );
}
