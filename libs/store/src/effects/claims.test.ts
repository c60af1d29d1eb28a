/** Claims at size: exactly once, fair between partners, and from indexes alone. */
import { randomUUID } from 'node:crypto';
import { aDatabase, aPartner, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ClaimedEffect, Store } from '../index.ts';
import { PLANNED_BY_INDEX } from '../database/scope.ts';
import { LANES, NEWEST_FIRST, OLDEST_FIRST, MAX_CLAIM } from './claimStatement.ts';
import { DEPTH } from './queueDepth.ts';

const CLAIM = 32;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

let database: TestDatabase;
let runId: string;

beforeAll(async () => {
  database = await aDatabase();
  const partner = await aPartner(database, await database.store());
  const { id } = await partner.organization();
  runId = (await partner.run(id)).run.id;
});
beforeEach(async () => {
  await database.query('truncate effect');
});
afterAll(() => database.close());

interface Seed {
  /** One after the other has a row. */
  partnerIds: readonly string[];
  count: number;
  /** How long the first is due; each next is due a second later. */
  dueSeconds: number;
  type?: 'pollConfiguration' | 'observeStep';
  attempt?: number;
}
/** All of one run, each under a job key of its own. */
async function seed({ partnerIds, count, dueSeconds, type, attempt }: Seed): Promise<void> {
  const at = new Date().toISOString();
  const times = { attempt: attempt ?? 0, waitingSince: at, pollingSince: at };
  const data = { ...times, track: 'AEP', step: 'VAULT', submissionId: 's' };
  await database.query(
    `insert into effect (id, run_id, slot, partner_id, organization_id, type, data, due_at)
     select gen_random_uuid(), $1, gen_random_uuid(), partner, partner, $3, $4, now() + (i - $6) * interval '1 s'
     from generate_series(0, $5 - 1) as i, lateral (select ($2::uuid[])[1 + i % cardinality($2::uuid[])] as partner) as p`,
    [runId, partnerIds, type ?? 'pollConfiguration', data, count, dueSeconds],
  );
}

const partners = (count: number): string[] => Array.from({ length: count }, () => randomUUID());
const idOf = ({ lease }: ClaimedEffect): string => lease.effectId;

it('gives each of 2,000 effects to one of eight claimers', async () => {
  const [a, b] = [partners(1), partners(1)];
  await seed({ partnerIds: a, count: 1000, dueSeconds: 5000 });
  await seed({ partnerIds: a, count: 300, dueSeconds: 5000, attempt: 1 });
  await seed({ partnerIds: b, count: 400, dueSeconds: 5000, type: 'observeStep' });
  await seed({ partnerIds: b, count: 300, dueSeconds: 5000, type: 'observeStep', attempt: 2 });
  const claimed: string[] = [];
  const claimAll = async (store: Store): Promise<void> => {
    for (let empty = 0; empty < 3;) {
      const found = await store.queue.claim(CLAIM);
      empty = found.length === 0 ? empty + 1 : 0;
      claimed.push(...found.map(idOf));
    }
  };
  const stores = await Promise.all(Array.from({ length: 4 }, () => database.store()));
  await Promise.all([...stores, ...stores].map(claimAll));
  expect(claimed).toHaveLength(2000);
  expect(new Set(claimed).size).toBe(2000);
  expect(
    await database.query('select 1 from effect where claims <> 1 or lease_token is null'),
  ).toEqual([]);
});

describe('fairness between partners', () => {
  const few = randomUUID();
  const claimsOf = async (store: Store, claims: number): Promise<number> => {
    let found = 0;
    for (let claim = 0; claim < claims; claim += 1) {
      const effects = await store.queue.claim(CLAIM);
      expect(effects).toHaveLength(CLAIM);
      found += effects.filter(({ partnerId }) => partnerId === few).length;
    }
    return found;
  };

  it.each([
    ['of the same kind', {}],
    ['observations', { type: 'observeStep' }],
    ['retrying ones', { attempt: 3 }],
  ] as const)('three effects do not wait behind 5,000 of another: %s', async (_, kind) => {
    await seed({ partnerIds: partners(1), count: 5000, dueSeconds: 6000 });
    // Neither the oldest nor the newest.
    await seed({ partnerIds: [few], count: 3, dueSeconds: 3500, ...kind });
    expect(await claimsOf(await database.store(), 1)).toBe(3);
  });

  it('reaches each of many partners in turn', async () => {
    await seed({ partnerIds: partners(50), count: 2000, dueSeconds: 6000 });
    await seed({ partnerIds: [few], count: 1, dueSeconds: 5000 });
    expect(await claimsOf(await database.store(), 4)).toBe(1);
  });

  it('keeps to the number of retrying effects', async () => {
    await seed({ partnerIds: partners(20), count: 400, dueSeconds: 600, attempt: 1 });
    await seed({ partnerIds: partners(20), count: 400, dueSeconds: 600 });
    const { queue } = await database.store();
    for (const allowed of [3, 3, 16, 16, 20, 20, 0]) {
      const effects = await queue.claim(CLAIM, allowed);
      expect(effects).toHaveLength(CLAIM);
      const retrying = effects.filter(({ data }) => 'attempt' in data && data.attempt > 0);
      expect(retrying.length).toBeLessThanOrEqual(allowed);
    }
  });
});

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}
const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
const readBy = (node: Plan): number =>
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];

describe('plans', () => {
  const now = (): string => new Date().toISOString();
  let client: pg.Client;
  beforeEach(async () => {
    client = new pg.Client({ connectionString: database.url });
    await client.connect();
    await database.query('vacuum analyze effect');
  });
  afterEach(() => client.end());

  const seedAll = async (): Promise<void> => {
    const partnerIds = partners(40);
    await seed({ partnerIds, count: 4000, dueSeconds: 6000 });
    await seed({ partnerIds, count: 4000, dueSeconds: 6000, type: 'observeStep' });
    await seed({ partnerIds, count: 2000, dueSeconds: 6000, attempt: 1 });
  };
  /** What the plan reads of effects, and the whole plan. */
  async function explained(
    text: string,
    values?: unknown[],
  ): Promise<{ reads: Plan[]; plan: Plan[] }> {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `explain (analyze, format json) ${text}`,
      values,
    );
    const plan = nodesOf(rows[0]!['QUERY PLAN'][0].Plan);
    return { reads: plan.filter((node) => node['Relation Name'] === 'effect'), plan };
  }

  it.each([OLDEST_FIRST, NEWEST_FIRST])(
    'a claim reads what it takes, though prepared on an empty table: $name',
    async ({ text }) => {
      const lanes = [...LANES.retrying, ...LANES.fresh];
      const values = [now(), CLAIM, 'plan', BEFORE_ALL, lanes, LANES.retrying, LANES.fresh, 16, 16];
      const literals = values.map((value) =>
        client.escapeLiteral(Array.isArray(value) ? `{${value.join()}}` : String(value)),
      );
      const claim = `execute claim(${literals.join()})`;
      await client.query(`set plan_cache_mode = force_generic_plan; prepare claim as ${text}`);
      await client.query('begin');
      await client.query(`select ${PLANNED_BY_INDEX}`);
      await client.query(claim);
      await client.query('commit');
      await seedAll();
      const { reads, plan } = await explained(claim);
      expect(reads.map((node) => node['Node Type'])).not.toContain('Seq Scan');
      expect(plan.filter((node) => node['Node Type'].includes('Sort'))).toEqual([]);
      // A plan may read ahead, up to its limit in each part; never all 10,000 that are due.
      expect(reads.reduce((sum, node) => sum + readBy(node), 0)).toBeLessThan(10 * MAX_CLAIM);
    },
  );

  it('the depth reads effects one by one only to count those that are due and those that wait', async () => {
    await seedAll();
    await database.query('vacuum analyze effect');
    const { reads } = await explained(DEPTH, [now()]);
    expect(reads.length).toBeGreaterThan(3);
    expect(reads.filter((node) => readBy(node) > 1).length).toBeLessThanOrEqual(2);
  });
});
