/**
 * Many at once: the same rows, entries, hashes and effects as one after the other, all or nothing,
 * and none twice for two at the same time.
 */
import {
  requireAccepted,
  anImsOrgId,
  anOccurrence,
  aDatabase,
  aPartner,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { refuse } from '@keyway/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { unavailabilityOf } from '../database/unavailability.ts';
import { Refused } from '../tenancy/refused.ts';
import type { NewOrganization, UnitOfWork, Store, StoredRun } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
});
afterAll(() => database.close());

const request = { principal: 'p', operation: 'bulk', input: null };
const given = (name: string, imsOrgId = anImsOrgId()): NewOrganization => ({
  ...{
    name,
    imsOrgId,
    cloud: 'AZURE',
    region: 'VA7',
    shield: 'HEALTHCARE_SHIELD',
    ownsCja: true,
    azureTenantId: null,
  },
});
const create =
  (organizations: NewOrganization[]) =>
  async (unit: UnitOfWork): Promise<string[]> => {
    const made = await unit.organizations.createMany(organizations, anOccurrence);
    if ('refusal' in made) throw new Refused(made.refusal);
    return made.created.map(({ id }) => id);
  };
const createdOf = async (organizations: NewOrganization[]): Promise<string[]> =>
  requireAccepted(await partner.store.mutate(request, create(organizations)));

describe('createOrganizations', () => {
  it('makes each with its chain and its entry, which verify, in the order given', async () => {
    const all = ['Zeta', 'alpha "quoted"', 'Ünï \u{1F511} \\u0041'].map((name) => given(name));
    const ids = await createdOf(all);
    const records = await partner.store.organizationsByIds(ids);
    for (const [place, id] of ids.entries()) {
      expect(records.get(id)).toMatchObject({
        ...all[place],
        partnerId: partner.partnerId,
        adobeConnected: false,
        azureConnected: null,
      });
      expect(await partner.store.verifyHistory(id)).toMatchObject({
        ok: true,
        entries: 1,
        brokenAt: null,
      });
      const [entry] = (await partner.store.history({ first: 10 }, { organizationId: id })).edges;
      expect(entry?.node).toMatchObject({
        kind: 'organizationCreated',
        data: all[place],
        seq: 1,
        organizationId: id,
        runId: null,
      });
    }
    const newest = (await partner.store.history({ first: 3 })).edges.map(
      ({ node }) => node.organizationId,
    );
    expect(newest).toEqual(ids.toReversed());
  });

  it('leaves alone what is there, whoever was first, and gives it no second entry', async () => {
    const shared = Array.from({ length: 40 }, (_, place) => given(`Shared ${place}`));
    const [one, two] = await Promise.all([createdOf(shared), createdOf(shared.toReversed())]);
    expect(one.length + two.length).toBe(40);
    expect(await createdOf(shared)).toEqual([]);
    const [count] = await database.query<{ organizations: number; heads: number; entries: number }>(
      `select count(distinct o.id)::int as organizations, count(distinct c.chain_id)::int as heads, count(h.id)::int as entries
       from organization o left join chain_head c on c.organization_id = o.id left join history_entry h on h.organization_id = o.id
       where o.name like 'Shared %'`,
    );
    expect(count).toEqual({ organizations: 40, heads: 40, entries: 40 });
  });

  it('takes one that is given twice once, the first', async () => {
    const imsOrgId = anImsOrgId();
    const [id, ...more] = await createdOf([given('First', imsOrgId), given('Second', imsOrgId)]);
    expect(more).toEqual([]);
    expect((await partner.store.organization(id!))?.name).toBe('First');
  });

  it('writes nothing where the mutation is refused in the end, and nothing for viewers of some organizations', async () => {
    const organization = given('Never');
    const outcome = await partner.store.mutate(request, async (unit) => {
      await create([organization])(unit);
      throw new Refused(refuse('organizationArchived', null));
    });
    expect(outcome).toMatchObject({ refusals: [{ code: 'CONFLICT' }] });
    const limited = store.forPartner({ partnerId: partner.partnerId, organizationIds: [] });
    expect(await limited.mutate(request, create([organization]))).toMatchObject({
      refusals: [{ code: 'FORBIDDEN' }],
    });
    expect(await partner.store.organizationByImsOrgId(organization.imsOrgId)).toBeNull();
    expect(
      await database.query(`select 1 from history_entry where data ->> 'name' = 'Never'`),
    ).toEqual([]);
  });
});

describe('more than one statement has', () => {
  const named = (name: string, count: number): NewOrganization[] =>
    Array.from({ length: count }, (_, place) => given(`${name} ${place}`));
  const rowsOf = async (name: string) => {
    const [rows] = await database.query(
      `select count(distinct o.id)::int as organizations, count(distinct c.chain_id)::int as heads, count(h.id)::int as entries
       from organization o left join chain_head c on c.organization_id = o.id left join history_entry h on h.organization_id = o.id
       where o.name like $1`,
      [`${name} %`],
    );
    return rows;
  };

  it('makes them in the order of the file, with chains that verify', async () => {
    const all = named('Large', 2_100);
    const ids = await createdOf(all);
    const records = await partner.store.organizationsByIds(ids);
    expect(ids.map((id) => records.get(id)?.name)).toEqual(all.map(({ name }) => name));
    expect(await rowsOf('Large')).toEqual({ organizations: 2_100, heads: 2_100, entries: 2_100 });
    const entries = await database.query<{ name: string }>(
      `select data ->> 'name' as name from history_entry where kind = 'organizationCreated' and data ->> 'name' like 'Large %' order by position`,
    );
    expect(entries.map(({ name }) => name)).toEqual(all.map(({ name }) => name));
    for (const id of [ids[0]!, ids[1_050]!, ids.at(-1)!])
      expect(await partner.store.verifyHistory(id)).toMatchObject({ ok: true, entries: 1 });
  });

  it('leaves nothing where a row of the last part is bad', async () => {
    const all = named('Undone', 2_050);
    const last = all.reduce((a, b) => (a.imsOrgId > b.imsOrgId ? a : b));
    const bad = all.map((each) => (each === last ? { ...each, cloud: 'NONE' as 'AZURE' } : each));
    await expect(partner.store.mutate(request, create(bad))).rejects.toThrow();
    expect(await rowsOf('Undone')).toEqual({ organizations: 0, heads: 0, entries: 0 });
  });

  it('makes each once for two at once whose parts end in different places', async () => {
    const shared = named('Meeting', 1_600);
    const [mine, theirs] = [named('Meeting mine', 500), named('Meeting theirs', 900)];
    let asked = 0;
    let attempts = 0;
    const counted = async (organizations: NewOrganization[]) => {
      const work = create(organizations);
      const ask = () =>
        partner.store.mutate(request, (unit) => {
          attempts += 1;
          return work(unit);
        });
      for (;;) {
        asked += 1;
        try {
          return await ask();
        } catch (error) {
          // On a slow machine one waits too long for the other, and is asked again as clients do.
          if (unavailabilityOf(error) !== 'busy') throw error;
        }
      }
    };
    const made = await Promise.all([
      counted([...shared, ...mine]),
      counted([...theirs, ...shared.toReversed()]),
    ]);
    expect(made.map(requireAccepted).flat()).toHaveLength(3_000);
    // A deadlock would be a second attempt of one request.
    expect(attempts).toBe(asked);
    expect(await rowsOf('Meeting')).toEqual({ organizations: 3_000, heads: 3_000, entries: 3_000 });
  });
});

describe('startRuns', () => {
  const start = async (ids: string[]) =>
    requireAccepted(
      await partner.store.mutate(request, async (unit) => [
        ...(await unit.runs.startMany(ids, anOccurrence)),
      ]),
    ) as [string, { run: StoredRun } | { refusal: { code: string } }][];
  const codes = (outcomes: Awaited<ReturnType<typeof start>>) =>
    outcomes.map(([id, outcome]) => [
      id,
      'refusal' in outcome ? outcome.refusal.code : outcome.run.status,
    ]);

  it('starts each run as startRun would, and answers for every id in order', async () => {
    const [fresh, connected, open, cancelled] = (await createdOf(
      ['A', 'B', 'C', 'D'].map((name) => given(name)),
    )) as [...[string, string, string, string]];
    const connection = { clientId: 'x', clientSecret: 'sandbox-x', scopes: ['openid'] };
    await partner.store.mutate(request, (unit) =>
      unit.connections.set(connected, { kind: 'adobe', connection }, anOccurrence()),
    );
    await partner.run(open);
    const { run } = await partner.run(cancelled);
    await partner.store.mutate(request, (unit) =>
      unit.runs.advance(run.id, {
        ...anOccurrence(),
        kind: 'runCancelled',
        data: { reason: 'Begun by mistake.' },
      }),
    );
    const missing = '00000000-0000-4000-8000-000000000000';
    const outcomes = await start([missing, cancelled, open, connected, fresh, fresh, 'nonsense']);
    expect(codes(outcomes)).toEqual([
      ...[
        [missing, 'NOT_FOUND'],
        [cancelled, 'IN_PROGRESS'],
        [open, 'RUN_EXISTS'],
        [connected, 'IN_PROGRESS'],
        [fresh, 'IN_PROGRESS'],
      ],
      ['nonsense', 'NOT_FOUND'],
    ]);
    for (const id of [fresh, connected, cancelled])
      expect(await partner.store.verifyHistory(id)).toMatchObject({ ok: true });
    const current = await partner.store.currentRuns([fresh, connected]);
    expect(current.get(connected)?.run.connections.adobe).toEqual({ clientId: 'x' });
    expect(current.get(fresh)?.run.connections.adobe).toBeNull();
    const [entry] = (await partner.store.history({ first: 1 }, { organizationId: fresh })).edges;
    expect(entry?.node).toMatchObject({
      kind: 'runStarted',
      runId: current.get(fresh)?.run.id,
      seq: 2,
    });
  });

  it('starts one run where two ask at once', async () => {
    const ids = await createdOf(Array.from({ length: 20 }, (_, place) => given(`Race ${place}`)));
    const both = (await Promise.all([start(ids), start(ids.toReversed())]))
      .flatMap(codes)
      .map(([, code]) => code);
    expect(both.filter((code) => code === 'RUN_EXISTS')).toHaveLength(20);
    expect(both.filter((code) => code === 'IN_PROGRESS')).toHaveLength(20);
  });
});
