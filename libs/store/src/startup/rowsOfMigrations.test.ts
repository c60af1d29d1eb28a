/**
 * The owner of the tables is bound by their policies unless it is a superuser or inherits a role:
 * a migration that changes rows has to open them, or it changes none and says nothing.
 */
import { randomUUID } from 'node:crypto';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rolesOf } from './databaseRoles.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './readMigrations.ts';
import { openedFor } from './openedTables.ts';

let database: TestDatabase;
const owners: string[] = [];
type Login = 'owner' | 'administrator';

/** A database whose tables belong to a login with few rights. */
class OwnedDatabase {
  readonly #name = `keyway_owner_${randomUUID().slice(0, 8)}`;
  readonly #partner = randomUUID();
  readonly organizations = { open: randomUUID(), archived: randomUUID() };

  static async make(inherits: 'inherit' | 'noinherit'): Promise<OwnedDatabase> {
    const made = new OwnedDatabase();
    await database.query(
      `create role ${made.#name} login ${inherits} createrole nosuperuser nobypassrls password 'plain'`,
    );
    owners.push(made.#name);
    await database.query(`create database ${made.#name} owner ${made.#name} template template0`);
    return made;
  }

  url(login: Login): string {
    const changed = new URL(database.url);
    changed.pathname = `/${this.#name}`;
    if (login === 'owner') Object.assign(changed, { username: this.#name, password: 'plain' });
    return changed.href;
  }

  as<R>(login: Login, text: string, values: unknown[] = []): Promise<R[]> {
    return connected(
      this.url(login),
      async (client) => (await client.query(text, values)).rows as R[],
    );
  }

  /** Applies the migrations before this number, as the owner. */
  async migrateBefore(number: string): Promise<void> {
    const migrations = await readMigrations();
    await migrate(
      this.url('owner'),
      migrations.filter(({ name }) => name < number),
    );
  }

  /** Watched keys as they were before 0056, of two organizations of which one is archived. */
  async store(): Promise<void> {
    const insert = (text: string, ...values: unknown[]) =>
      this.as('administrator', text, [this.#partner, ...values]);
    await insert(`insert into partner (id, name, created_at) values ($1, 'P', now())`);
    for (const [name, id] of Object.entries(this.organizations)) {
      await insert(
        `insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, created_at, archived_at)
         values ($2, $1, $3, $3, $3 || '@AdobeOrg', 'AZURE', 'VA7', 'HEALTHCARE_SHIELD', false, now(), $4)`,
        ...[id, name, name === 'archived' ? new Date() : null],
      );
      await insert(
        `insert into run (id, partner_id, organization_id, plan_version, version, state, status, waiting_on, search_text, vault_uris, started_at,
           updated_at, standing, waiting_since) values ($2, $1, $2, 5, 1, '{}', 'COMPLETED', '{}', '', '{}', now(), now(), '|', now())`,
        id,
      );
      await insert(
        `insert into watch (organization_id, partner_id, run_id, plan_version, version, health, since) values ($2, $1, $2, 1, 1, 'HEALTHY', now())`,
        id,
      );
      await insert(
        'insert into watch_observation (organization_id, partner_id, due_at) values ($2, $1, now())',
        id,
      );
    }
  }

  /** As of the first version: somebody signed in, who sees one organization, which has a run. */
  async storeFirst(): Promise<void> {
    const { open } = this.organizations;
    const insert = (text: string, ...values: unknown[]) =>
      this.as('administrator', text, [this.#partner, ...values]);
    await insert(`insert into partner (id, name, created_at) values ($1, 'P', now())`);
    await insert(
      `insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, created_at)
       values ($2, $1, 'open', 'open', 'open@AdobeOrg', 'AZURE', 'VA7', 'HEALTHCARE_SHIELD', false, now())`,
      open,
    );
    await insert(
      `insert into member (id, partner_id, issuer, subject, name, role, every_organization, organization_ids, created_at)
       values ($2, $1, 'i', 's', 'N', 'AUDITOR', false, array[$2::uuid], now())`,
      open,
    );
    await insert(
      `insert into session (sha256, partner_id, member_id, created_at, expires_at) values ('\\x01', $1, $2, now(), '2030-01-01')`,
      open,
    );
    await insert(
      `insert into run (id, partner_id, organization_id, plan_version, version, state, status, waiting_on, search_text, vault_uris, started_at, updated_at)
       values ($2, $1, $2, 1, 1, '{}', 'OPEN', '{OPERATOR}', '', '{}', '2025-01-01', now())`,
      open,
    );
    await insert(
      `insert into run_step (run_id, track, step, partner_id, organization_id, status, actor, since)
       values ($2, 'AEP', 'KEY', $1, $2, 'WAITING', 'OPERATOR', now())`,
      open,
    );
  }

  async paused(): Promise<Record<string, boolean>> {
    const rows = await this.as<{ name: string; paused: boolean }>(
      'administrator',
      'select name, is_paused as paused from watch_observation join organization on id = organization_id',
    );
    return Object.fromEntries(rows.map(({ name, paused }) => [name, paused]));
  }
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  database = await aDatabase();
});
afterAll(async () => {
  for (const owner of owners) {
    const own = new URL(database.url);
    own.pathname = `/${owner}`;
    const roles = await connected(own.href, rolesOf);
    await database.query(`drop database ${owner} with (force)`);
    // The last one is given to the others, or gave them.
    for (const role of [...Object.values(roles ?? {}), owner])
      await database.query(`drop role if exists ${role}`);
  }
  await database.close();
});

describe('keys of an archived organization', () => {
  it.each([
    // It is a member of the role that sees everything, which migration 0001 gave it.
    { inherits: 'inherit', after0056: { open: false, archived: true } },
    { inherits: 'noinherit', after0056: { open: false, archived: false } },
  ] as const)(
    'are paused for an owner with $inherits, by 0056 or by 0076, which may be repeated',
    async ({ inherits, after0056 }) => {
      const owned = await OwnedDatabase.make(inherits);
      await owned.migrateBefore('0056');
      await owned.store();
      await owned.migrateBefore('0076');
      expect(await owned.paused()).toEqual(after0056);
      await owned.migrateBefore('0077');
      expect(await owned.paused()).toEqual({ open: false, archived: true });
      const { sql } = (await readMigrations()).find(({ name }) => name.startsWith('0076'))!;
      const versions = () =>
        owned.as('administrator', 'select xmin::text from watch_observation order by 1');
      const before = await versions();
      await owned.as('owner', sql);
      expect(await versions()).toEqual(before);
      expect(
        await owned.as(
          'owner',
          `select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`,
        ),
      ).toEqual([]);
    },
  );
});

describe('keys of runs on AWS', () => {
  it.each(['inherit', 'noinherit'] as const)(
    'are beside the vaults for an owner with %s, and what they are of is derived again',
    async (inherits) => {
      const owned = await OwnedDatabase.make(inherits);
      await owned.migrateBefore('0077');
      await owned.store();
      const { open: id } = owned.organizations;
      const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
      await owned.as(
        'administrator',
        `update run set search_text = $2, read_models_current = true, summary_version = version where id = $1`,
        [id, `${arn}\ne-001`],
      );
      await owned.migrateBefore('0078');
      const keys = 'select organization_id, vault_uri from run_vault';
      expect(await owned.as('administrator', keys)).toEqual([
        { organization_id: id, vault_uri: arn },
      ]);
      const behind = 'select count(*)::int as n from run where not read_models_current';
      expect(await owned.as('administrator', behind)).toEqual([{ n: 2 }]);
    },
  );
});

describe('what was there at first', () => {
  it.each(['inherit', 'noinherit'] as const)(
    'comes through every migration for an owner with %s',
    async (inherits) => {
      const owned = await OwnedDatabase.make(inherits);
      await owned.migrateBefore('0004');
      await owned.storeFirst();
      await owned.migrateBefore('0006');
      const first = <R>(text: string) => owned.as<R>('administrator', text);
      expect(await first('select ends_at = expires_at as same from session')).toEqual([
        { same: true },
      ]);
      expect(await first('select standing, waiting_since = started_at as same from run')).toEqual([
        { standing: 'OPERATOR|AEP/KEY/WAITING', same: true },
      ]);
      await owned.migrateBefore('0025');
      await first('update run set summary_version = version');
      await owned.migrateBefore('0026');
      expect(await first('select read_models_current as is from run')).toEqual([{ is: true }]);
      await owned.migrateBefore('9999');
      expect(await first('select role, organization_id from member_grant')).toEqual([
        { role: 'AUDITOR', organization_id: owned.organizations.open },
      ]);
      const open = `select relname from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and not relforcerowsecurity`;
      expect(await owned.as('owner', open)).toEqual([]);
    },
  );
});

/** What a migration does at once, not what its functions do later. */
const statementsOf = (sql: string): string[] =>
  sql
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\$(\w*)\$[\s\S]*?\$\1\$/g, '')
    .split(';')
    .map((statement) => statement.trim());

/** Tables whose rows a statement changes or reads without a policy that shows them. */
function hiddenTables(sql: string, forced: ReadonlySet<string>): string[] {
  const opened = new Set<string>();
  return statementsOf(sql).flatMap((statement) => {
    const [, table = ''] = /^ALTER TABLE (\w+) NO FORCE ROW LEVEL/i.exec(statement) ?? [];
    if (table) opened.add(table);
    const [, shut = ''] = /^ALTER TABLE (\w+) FORCE ROW LEVEL/i.exec(statement) ?? [];
    opened.delete(shut);
    if (!/^(WITH|UPDATE|DELETE|INSERT)\b/i.test(statement)) return [];
    const named = [...statement.matchAll(/\b(?:UPDATE|FROM|JOIN|INTO)\s+(\w+)/gi)];
    return named.flatMap(([, name = '']) => (forced.has(name) && !opened.has(name) ? [name] : []));
  });
}

/** Its policies are made after its rows. */
const madeBy = (sql: string, table: string): boolean => sql.includes(`CREATE TABLE ${table} (`);

describe('a migration that changes rows', () => {
  const forced = new Set(['run', 'organization']);

  it.each<[string, string, string[]]>([
    ['changes them unseen', 'UPDATE run SET a = 1;', ['run']],
    [
      'opens one of two',
      'ALTER TABLE run NO FORCE ROW LEVEL SECURITY; UPDATE run SET a = 1 FROM organization o;',
      ['organization'],
    ],
    [
      'opens it and shuts it before',
      'ALTER TABLE run NO FORCE ROW LEVEL SECURITY; ALTER TABLE run FORCE ROW LEVEL SECURITY; DELETE FROM run;',
      ['run'],
    ],
    [
      'opens what it changes',
      'ALTER TABLE run NO FORCE ROW LEVEL SECURITY; -- why\nUPDATE run SET a = 1;',
      [],
    ],
    ['makes a function', 'CREATE FUNCTION f() AS $$ BEGIN UPDATE run SET a = 1; END $$;', []],
  ])('%s', (_, sql, hidden) => {
    expect(hiddenTables(sql, forced)).toEqual(hidden);
  });

  it('opens them, or has them opened, but for those of 0056', async () => {
    const rows = await database.query<{ relname: string }>(
      'select relname from pg_class where relforcerowsecurity',
    );
    const all = new Set(rows.map(({ relname }) => relname));
    expect(all.size).toBeGreaterThan(40);
    const found = (await readMigrations()).flatMap(({ name, sql }) =>
      hiddenTables(sql, all)
        .filter((table) => !openedFor(name).includes(table) && !madeBy(sql, table))
        .map((table) => `${name}: ${table}`),
    );
    // Of these two 0076 does the work.
    expect(found).toEqual([
      '0056_watch_queue: watch_observation',
      '0056_watch_queue: organization',
    ]);
  });
});
