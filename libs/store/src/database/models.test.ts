/** Prisma's models and SQL in one transaction: same rows seen, same COMMIT, same errors. */
import { randomUUID } from 'node:crypto';
import { aDatabase, aPartner, type TestDatabase, type TestPartner } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rolesOf } from '../startup/databaseRoles.ts';
import { Database, type Scope } from './database.ts';
import { withModels, type Models } from './models.ts';

let test: TestDatabase;
let database: Database;
let ours: TestPartner;
let theirs: TestPartner;

beforeAll(async () => {
  test = await aDatabase();
  const store = await test.store();
  ours = await aPartner(test, store, 'Ours');
  theirs = await aPartner(test, store, 'Theirs');
  const client = new pg.Client({ connectionString: test.url });
  await client.connect();
  const roles = (await rolesOf(client))!;
  await client.end();
  const { runtimeUrl: url } = test;
  const onWarning = (): void => undefined;
  const options = { applicationName: 'keyway-test', maxConnections: 4, now: null, onWarning };
  database = new Database({ ...options, url, roles });
});
afterAll(async () => {
  await database.close();
  await test.close();
});

const scopeOf = ({ partnerId }: TestPartner): Scope => ({ partnerId, organizationIds: null });
const inModels = <T>(scope: Scope, work: (models: Models) => Promise<T>): Promise<T> =>
  database.transaction(scope, (transaction) => withModels(transaction, work));

const member = (partnerId: string, id = randomUUID()) => ({
  ...{ id, partnerId, issuer: 'i', subject: id, name: 'Paula', role: 'OWNER' },
  ...{ everyOrganization: true, organizationIds: [], createdAt: new Date() },
});
const stored = (id: string) => test.query('select 1 from member where id = $1', [id]);

it('sees the rows of the scope alone, also of two transactions at the same time', async () => {
  const namesFor = (partner: TestPartner) =>
    inModels(scopeOf(partner), async (models) => {
      const { id } = { id: ours.partnerId };
      // Equal queries at the same time: Prisma would put them together outside of transactions.
      const found = await models.partner.findUnique({ where: { id } });
      return [found?.name, (await models.partner.findMany()).map(({ name }) => name)];
    });
  const turns = Array.from({ length: 10 }, () => [namesFor(ours), namesFor(theirs)]).flat();
  expect(await Promise.all(turns)).toEqual(
    Array.from({ length: 10 }, () => [
      ['Ours', ['Ours']],
      [undefined, ['Theirs']],
    ]).flat(),
  );
});

it('may write no row of another scope', async () => {
  const row = member(theirs.partnerId);
  await expect(
    inModels(scopeOf(ours), (models) => models.member.create({ data: row })),
  ).rejects.toMatchObject({ code: '42501' });
  expect(await stored(row.id)).toEqual([]);
});

it('sees what SQL wrote before, and is undone with it', async () => {
  const row = member(ours.partnerId);
  const work = database.transaction(scopeOf(ours), async (transaction) => {
    await withModels(transaction, (models) => models.member.create({ data: row }));
    await transaction.query(`update member set name = 'Renamed' where id = $1`, [row.id]);
    const where = { id: row.id };
    const read = await withModels(transaction, (models) => models.member.findUnique({ where }));
    expect(read?.name).toBe('Renamed');
    throw new Error('Undo it.');
  });
  await expect(work).rejects.toThrow('Undo it.');
  expect(await stored(row.id)).toEqual([]);
});

it('fails as PostgreSQL does, and a failure that was caught commits nothing', async () => {
  const [first, second] = [member(ours.partnerId), member(ours.partnerId)];
  const twice = async ({ member }: Models) => {
    await member.create({ data: first });
    await member.create({ data: { ...second, id: first.id } });
  };
  await expect(inModels(scopeOf(ours), twice)).rejects.toMatchObject({ code: '23505' });
  const caught = inModels(scopeOf(ours), async (models) => {
    await models.member.create({ data: first });
    await models.member.create({ data: { ...second, id: first.id } }).catch(() => undefined);
  });
  await expect(caught).rejects.toThrow();
  expect(await stored(first.id)).toEqual([]);
});

it('stores texts with NUL as SQL does', async () => {
  const row = { ...member(ours.partnerId), name: 'Pau\0la' };
  const created = await inModels(scopeOf(ours), (models) => models.member.create({ data: row }));
  expect(created.name).toBe('Pau\uFFFDla');
});
