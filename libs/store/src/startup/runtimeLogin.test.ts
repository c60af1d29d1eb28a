/**
 * Whoever gets hold of a process has its login, and that login can neither read without a scope nor
 * change what was.
 */
import { aDatabase, aPartner, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rolesOf, type DatabaseRoles } from './databaseRoles.ts';

let database: TestDatabase;
let client: pg.Client;
let roles: DatabaseRoles;
let tables: string[];

beforeAll(async () => {
  database = await aDatabase();
  const partner = await aPartner(database, await database.store());
  await partner.organization();
  client = new pg.Client({ connectionString: database.runtimeUrl });
  await client.connect();
  roles = (await rolesOf(client))!;
  const rows = await database.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'`,
  );
  tables = rows.map(({ name }) => name);
});
afterAll(async () => {
  await client.end();
  await database.close();
});

const codeOf = (statement: string): Promise<unknown> =>
  client.query(statement).then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );
const DENIED = '42501';
const APPEND_ONLY = '23001';
/** Division by a count of nothing. */
const NO_ROWS = '22012';

/** What would open history, or everything, and whether a role is taken before. */
const ATTACKS = [
  'alter table history_entry disable trigger history_entry_append_only',
  'alter table history_entry disable trigger all',
  'drop trigger history_entry_append_only on history_entry',
  'alter table history_entry disable row level security',
  'alter table organization no force row level security',
  'set session_replication_role = replica',
  `update history_entry set actor = 'Somebody else'`,
  'truncate history_entry cascade',
  'truncate installation',
  `update installation set cloud = 'real'`,
  'drop policy system on history_entry',
  'create policy mine on organization using (true)',
  'create or replace function history_is_append_only() returns trigger language plpgsql as $$ begin return new; end $$',
  'alter table organization owner to current_user',
  'alter role current_user superuser',
  'alter role current_user bypassrls',
  'set session authorization keyway',
  'create table mine (one int)',
  'create role another',
];

describe('the login of everyday use', () => {
  it('sees no table without a role, also after it let go of a role', async () => {
    for (const table of tables)
      expect([table, await codeOf(`select count(*) from ${table}`)]).toEqual([table, DENIED]);
    await client.query(`set role ${roles.app}`);
    await client.query('reset role');
    expect(await codeOf('select count(*) from organization')).toBe(DENIED);
  });

  it('sees no row as a partner’s role where nobody said whose rows they are', async () => {
    for (const role of [roles.app, roles.limited]) {
      await client.query(`set role ${role}`);
      let shown = 0;
      for (const table of tables) {
        // Tables that are no partner's are closed to it.
        const code = await codeOf(`select 1 / count(*) from ${table}`);
        expect([role, table, code]).toEqual([
          role,
          table,
          expect.stringMatching(`^(${NO_ROWS}|${DENIED})$`),
        ]);
        if (code === NO_ROWS) shown += 1;
      }
      expect(shown).toBeGreaterThan(14);
      await client.query('reset role');
    }
  });

  it.each(ATTACKS)('may not, as whatever role: %s', async (attack) => {
    for (const role of [null, roles.app, roles.limited, roles.system]) {
      if (role) await client.query(`set role ${role}`);
      expect([role, await codeOf(attack)]).toEqual([role, DENIED]);
      await client.query('reset role');
    }
  });

  it('may not delete history as a partner’s role; the table refuses the system, too', async () => {
    for (const [role, code] of [
      ...[null, roles.app, roles.limited].map((denied) => [denied, DENIED] as const),
      [roles.system, APPEND_ONLY] as const,
    ]) {
      if (role) await client.query(`set role ${role}`);
      expect([role, await codeOf('delete from history_entry')]).toEqual([role, code]);
      await client.query('reset role');
    }
  });
});
