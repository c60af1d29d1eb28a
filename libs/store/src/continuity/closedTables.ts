/**
 * Closes every table to writes, of whatever role, session and version, also on a copy that a dump
 * or pg_upgrade makes (docs/decisions/0102-planned-move.md).
 */
import { StartError } from '@keyway/config';
import pg from 'pg';
import { connectedForMigration } from '../startup/connectedForMigration.ts';
import type { DatabaseRoles } from '../startup/databaseRoles.ts';
import { inMigrationTransaction, type Report } from '../startup/migrationTransaction.ts';
import { CLOSED } from './movingDatabase.ts';

const TRIGGER = 'database_is_moving';
const FUNCTION = 'refuse_while_moving';

/** Not those of extensions, whose triggers no dump has. */
const tablesWhere = (condition: string): string =>
  `select c.oid, quote_ident(n.nspname) || '.' || quote_ident(c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and c.relpersistence <> 't' and n.nspname not in ('pg_catalog', 'information_schema')
    and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    and ${condition}`;
const OWNER = `(select relowner from pg_class where oid = 'run'::regclass)`;
const isBeside = 'n.nspname = current_schema()';
/** By Keyway's roles ($1). */
const isWritten = `exists (select from pg_roles r where r.rolname = any ($1) and has_schema_privilege(r.oid, n.oid, 'USAGE')
      and has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))`;
const isOwnedBy = (who: string): string => `pg_has_role(${who}, c.relowner, 'USAGE')`;
/**
 * What Keyway's roles may write, and what belongs to whom its tables belong to. In other schemas
 * the same ones for each login, as the copy may have another one than the former server.
 */
const TABLES = tablesWhere(
  `((${isBeside} and ${isOwnedBy('session_user')} and (${isWritten} or c.relowner = ${OWNER}))
      or (not ${isBeside} and ${isOwnedBy(OWNER)} and ${isWritten}))`,
);
/** Beside Keyway's tables, and of others: it may be one of Keyway's that was given away. */
const OF_OTHERS = tablesWhere(
  `${isBeside} and not ${isOwnedBy('session_user')} and ${isWritten} order by 2`,
);
/** It has to refuse in every session, also in one that says that it replicates. */
const CLOSES = `exists (select from pg_trigger g where g.tgrelid = t.oid and g.tgname = '${TRIGGER}' and g.tgenabled = 'A')`;

const namesOf = async (client: pg.ClientBase, text: string, values: unknown[]): Promise<string[]> =>
  (await client.query<{ name: string }>(text, values)).rows.map(({ name }) => name);

/** Tables that can be written to, by their names as SQL has them. */
export const openTables = (client: pg.ClientBase, roles: DatabaseRoles): Promise<string[]> =>
  namesOf(client, `select t.name from (${TABLES}) t where not ${CLOSES} order by t.name`, [
    Object.values(roles),
  ]);

/** Also where only some tables are, as on an incomplete copy. */
export async function isClosed(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from pg_trigger where tgname = '${TRIGGER}' and not tgisinternal and tgenabled <> 'D' limit 1`,
  );
  return rowCount !== 0;
}

/**
 * Waits for every transaction that wrote, and keeps others from writing until this one ends: after
 * it, what was written is all that ever will be. Readers and pg_dump are in nobody's way.
 */
export async function lockTables(client: pg.ClientBase, roles: DatabaseRoles): Promise<void> {
  const names = await namesOf(client, `select t.name from (${TABLES}) t order by t.name`, [
    Object.values(roles),
  ]);
  await client.query(`lock table ${names.join(', ')} in share row exclusive mode`);
}

/** Modes that keep `lockTables` waiting. */
const CONFLICTING = ['RowExclusive', 'ShareUpdateExclusive', 'Share', 'ShareRowExclusive']
  .concat('Exclusive', 'AccessExclusive')
  .map((mode) => `'${mode}Lock'`)
  .join();

/** Who holds a lock that keeps `lockTables` waiting, oldest first, as an operator finds them. */
export async function lockHolders(client: pg.ClientBase, roles: DatabaseRoles): Promise<string[]> {
  const { rows } = await client.query<LockHolder>(
    `select l.pid, a.usename as user, a.application_name as application, a.xact_start as since,
       array_agg(distinct t.name) as tables
     from pg_locks l join (${TABLES}) t on t.oid = l.relation left join pg_stat_activity a on a.pid = l.pid
     where l.granted and l.mode in (${CONFLICTING}) and l.pid is distinct from pg_backend_pid()
       and l.database = (select oid from pg_database where datname = current_database())
     group by 1, 2, 3, 4 order by a.xact_start limit 5`,
    [Object.values(roles)],
  );
  return rows.map(describeHolder);
}

/** `pid`: null for a prepared transaction. `since`: null where the login may not know. */
interface LockHolder {
  pid: number | null;
  user: string | null;
  application: string | null;
  since: Date | null;
  tables: string[];
}

const describeHolder = ({ pid, user, application, since, tables }: LockHolder): string => {
  const known = [
    user && `user ${user}`,
    application && `application ${application}`,
    since && `since ${since.toISOString()}`,
    `holds ${tables.slice(0, 3).join(', ')}${tables.length > 3 ? ' and more' : ''}`,
  ];
  return `${pid === null ? 'a prepared transaction (pg_prepared_xacts)' : `process ${pid}`} (${known.filter(Boolean).join(', ')})`;
};

/**
 * In the transaction of `lockTables`.
 * @throws StartError where a table beside them can't be closed
 */
export async function closeTables(client: pg.ClientBase, roles: DatabaseRoles): Promise<void> {
  const others = await namesOf(client, OF_OTHERS, [Object.values(roles)]);
  if (others.length > 0)
    throw new StartError(
      `The login does not own ${others.join(', ')}, which the roles of Keyway may write, and so can’t close it. Give it to the owner of the other tables (\`alter table … owner to …\`), or take the rights from the roles.`,
    );
  await client.query(
    `create or replace function ${FUNCTION}() returns trigger language plpgsql as
     $$ begin raise exception using errcode = '25006', message = ${pg.escapeLiteral(CLOSED)}; end $$`,
  );
  for (const table of await openTables(client, roles))
    await client.query(
      `create or replace trigger ${TRIGGER} before insert or update or delete or truncate on ${table}
         for each statement execute function ${FUNCTION}();
       alter table ${table} enable always trigger ${TRIGGER}`,
    );
}

/** Triggers of `closeTables`, by the names of their tables. */
const tablesWith = (client: pg.ClientBase, condition: string): Promise<string[]> =>
  namesOf(
    client,
    `select g.tgrelid::regclass::text as name from pg_trigger g where g.tgname = '${TRIGGER}' and not g.tgisinternal and g.tgparentid = 0 and ${condition} order by 1`,
    [],
  );

/**
 * Opens every table once the transaction is committed. To drop a trigger would keep out readers,
 * and wait for pg_dump; to disable it does neither.
 */
export async function reopenTables(client: pg.ClientBase): Promise<void> {
  for (const table of await tablesWith(client, `g.tgenabled <> 'D'`))
    await client.query(`alter table ${table} disable trigger ${TRIGGER}`);
}

/** Longer than PostgreSQL takes to end an automatic vacuum; readers of one table wait so long. */
const DROP_MILLISECONDS = 2000;

/**
 * After `reopenTables` is committed: drops what does nothing any more, a table at a time. It ends
 * where somebody uses one for long, since what is left changes nothing, and never fails.
 */
export const dropOpened = (migrationUrl: string, report: Report): Promise<void> =>
  connectedForMigration(migrationUrl, async (client) => {
    for (const table of await tablesWith(client, `g.tgenabled = 'D'`))
      await inMigrationTransaction(client, report, () => dropDisabled(client, table));
    await inMigrationTransaction(client, report, () => dropUnused(client));
  }).catch((error: unknown) => {
    report(
      `Disabled triggers are left on tables (${(error as Error).message}). They do nothing, and go with the next step of a move.`,
    );
  });

/** Whoever closes the database again meanwhile has the same lock: what is enabled stays. */
async function dropDisabled(client: pg.ClientBase, table: string): Promise<void> {
  await client.query(`set local lock_timeout = ${DROP_MILLISECONDS}`);
  await client.query(`lock table ${table} in access exclusive mode`);
  const disabled = await tablesWith(client, `g.tgenabled = 'D'`);
  if (disabled.includes(table)) await client.query(`drop trigger ${TRIGGER} on ${table}`);
}

async function dropUnused(client: pg.ClientBase): Promise<void> {
  if ((await tablesWith(client, 'true')).length === 0)
    await client.query(`drop function if exists ${FUNCTION}()`);
}
