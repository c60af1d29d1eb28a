/** What a worker asks of the database for a run and for watched keys says whose rows it is for. */
import type { ClaimedEffect } from '@keyway/store';
import {
  anOccurrence,
  collectPlans,
  OPERATOR,
  partnerlessReads,
  type CollectedPlans,
  type CrossPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { missedMutants, readByPartner } from './testing/partnerPlans.ts';
import { untilHealth, withWatches } from './testing/watches.ts';
import {
  approved,
  applyRunEvent,
  begin,
  database,
  partner,
  sandbox,
  statusOf,
  store,
  submit,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

/** Apart from these (docs/decisions/0099-partitions-and-shards.md). */
const CROSS_PARTNER: readonly CrossPartner[] = [
  { text: 'with recursive hop', why: 'the claim of effects chooses among all partners' },
  { text: 'with asked as materialized', why: 'and so does that of observations' },
  { text: 'select min(due.due_at) as at from unnest', why: 'when a worker claims next' },
  { text: 'select extract(epoch from min(greatest(l.due_at', why: 'the same of observations' },
  { text: 'as watched, (select', why: 'how many keys all workers observe, once a minute' },
  { text: "from run where status = 'COMPLETED' and not is_watched", why: 'finds what to watch' },
  { text: 'from data_key where wrapper', why: 'whether the sealing key opens what is stored' },
  { text: 'SELECT 1 FROM ONLY', why: 'PostgreSQL checks a foreign key' },
  { text: 'select partner_id as "partnerId" from run where id', why: 'this test names runs alone' },
  { text: 'from run r where r.id = $1', why: '`SystemStore.run`, of tests and tools' },
];

const HOT = [
  ...['held as materialized', 'keyway.claimed_runs', 'keyway.claimed_organizations'],
  ...['for update of r', 'insert into history_entry', 'insert into effect', 'update watch_obs'],
  ...['DELETE FROM search_term', 'DELETE FROM run_vault', 'observed_since', 'FROM webhook w'],
];

let collected: CollectedPlans;
let partnered: ReadonlySet<string>;
workerUnderTest(async () => {
  collected = await collectPlans(database);
});
beforeAll(async () => {
  partnered = await collected.partnered();
  const { customer, runId } = await begin('happyPath');
  await withWorkers(2, async () => {
    await approved(customer, runId, 'AEP');
    await submit(customer, runId);
    await until('AEP active', runId, (run) => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE');
    await approved(customer, runId, 'CJA');
    await applyRunEvent(runId, 'ticketRecorded', { caseNumber: 'E-1', openedAt: null, url: null });
    const confirmed = { confirmedBy: 'Customer Care', confirmedAt: null, text: 'done' };
    await applyRunEvent(runId, 'cjaConfirmed', confirmed);
  });
  await store.observations.begin();
  const { imsOrgId } = customer;
  await withWatches(2, async () => {
    await untilHealth(runId, 'HEALTHY');
    await sandbox.control('POST', '/scenario', { scenario: 'noWrapKey', imsOrgId });
    await untilHealth(runId, 'REVOKED');
    await sandbox.control('POST', '/scenario', { scenario: 'happyPath', imsOrgId });
    await untilHealth(runId, 'HEALTHY');
  });
  await seldom();
});
afterAll(() => collected.stop());

/** What happens seldom: work that is given back, and events that are refused or a person's. */
async function seldom(): Promise<void> {
  const { customer, runId } = await begin('happyPath');
  const claimed = async (): Promise<ClaimedEffect> => {
    for (;;) {
      const [effect] = await store.queue.claim(1);
      if (effect) return effect;
      await store.queue.waitForWork();
    }
  };
  const { lease } = await claimed();
  expect(await store.queue.heartbeat(lease)).toBe(true);
  expect(await store.queue.postpone(lease, new Date().toISOString())).toBe(true);
  const kept = await claimed();
  expect(await store.system().discard(kept.runId, kept.lease)).toBe('kept');
  const track = 'CJA';
  const request = { principal: OPERATOR.principal, operation: 'test', input: null };
  const byPerson = { ...anOccurrence(), kind: 'keyProvided' } as const;
  const data = { track, keyIdentifier: customer.keys.AEP, vaultResourceId: null } as const;
  await partner.store.mutate(request, (unit) => unit.runs.advance(runId, { ...byPerson, data }));
  const withdrawn = { ...anOccurrence(), kind: 'approvalWithdrawn' } as const;
  const of = { track, principal: OPERATOR.principal, owner: false, reason: 'None.' } as const;
  const refused = { ...withdrawn, data: of };
  expect(await store.system().advance(runId, refused)).toHaveProperty('refusal');
}

const isCrossPartner = (text: string): boolean =>
  CROSS_PARTNER.some((one) => text.replace(/\s+/g, ' ').includes(one.text));

/** Written by the store, and not within a function. */
const isOwn = (text: string): boolean =>
  /^\s*(select|with|update|delete)/.test(text) && !isCrossPartner(text);

it('a run to its end and its watched keys: every read names the partner', () => {
  const executed = collected.plans();
  // What is known of the hot path is among it, and triggers of its tables.
  for (const part of HOT)
    expect(
      executed.some(({ text }) => text.includes(part)),
      part,
    ).toBe(true);
  expect(partnerlessReads(executed, partnered, CROSS_PARTNER)).toEqual({ found: [], unused: [] });
});

it('what is read by its key is found by it, though planned while tables are empty', async () => {
  const texts = new Set(collected.plans().flatMap(({ text }) => (isOwn(text) ? [text] : [])));
  const byKey = [...texts].filter((text) => text.includes("any (array_append('{}'"));
  expect(byKey.length).toBeGreaterThan(15);
  expect(await readByPartner(byKey)).toEqual([]);
});

it('a statement that loses one of its conditions is found', async () => {
  const { missed, mutants } = await missedMutants(
    collected.plans().flatMap(({ text }) => (isOwn(text) ? [text] : [])),
    partnered,
  );
  expect(mutants).toBeGreaterThan(40);
  expect(missed).toEqual([]);
});
