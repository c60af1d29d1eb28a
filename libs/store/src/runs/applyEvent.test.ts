/** What a person does is decided without a lock: whatever changes meanwhile, nothing is lost. */
import { randomUUID } from 'node:crypto';
import type { Run, RunEvent } from '@keyway/core';
import {
  aDatabase,
  aPartner,
  observedVault,
  OPERATOR,
  requireAccepted,
  requireApplied,
  requireDone,
  type TestDatabase,
  type TestPartner,
  MAX_WAIT_MILLISECONDS,
} from '@keyway/testing';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { ScopedTransaction } from '../database/scopedTransaction.ts';
import type { Store } from '../index.ts';
import { READ_RUN, READ_RUN_UNLOCKED } from './advanceStatements.ts';

let database: TestDatabase;
let store: Store;
let other: Store;
let partner: TestPartner;
beforeAll(async () => {
  database = await aDatabase();
  store = await database.store({ now: undefined });
  other = await database.store({ now: undefined });
  partner = await aPartner(database, store);
});
afterAll(() => database.close());
afterEach(() => vi.restoreAllMocks());

async function prepared(): Promise<Run> {
  const { run } = await partner.run((await partner.organization()).id);
  return (await partner.play(run.id, (builder) => builder.at('network'))).run;
}

const cancel = (reason: string): RunEvent => ({
  ...{ id: randomUUID(), at: new Date().toISOString(), actor: OPERATOR, kind: 'runCancelled' },
  data: { reason },
});

/** By a person: the event of a mutation. */
const mutate = async (runId: string, event: RunEvent) =>
  partner.store.mutate(
    { principal: OPERATOR.principal, operation: 'test', input: null, idempotencyKey: event.id },
    (unit) => unit.runs.advance(runId, event),
  );

/** Calls `meanwhile` after each read of a run within a transaction; answers what was read by. */
function afterEachRead(meanwhile: (count: number) => Promise<unknown>): string[] {
  const reads: string[] = [];
  const query = ScopedTransaction.prototype.query;
  vi.spyOn(ScopedTransaction.prototype, 'query').mockImplementation(async function <R>(
    this: ScopedTransaction,
    ...given: Parameters<typeof query>
  ): Promise<R[]> {
    const rows = await query.apply(this, given);
    const [asked] = given;
    if (asked === READ_RUN || asked === READ_RUN_UNLOCKED) {
      reads.push(asked.name!);
      await meanwhile(reads.length);
    }
    // Cast: the statement's own rows.
    return rows as R[];
  });
  return reads;
}

const kinds = async ({ id, organization }: Run): Promise<string[]> => {
  expect((await partner.store.verifyHistory(organization.id)).ok).toBe(true);
  const { edges } = await partner.store.history({ first: 100 }, { runId: id });
  return edges.map(({ node }) => node.kind);
};
const countOf = (wanted: string, all: readonly string[]): number =>
  all.filter((kind) => kind === wanted).length;

it('takes no lock where nobody else writes', async () => {
  const run = await prepared();
  const reads = afterEachRead(() => Promise.resolve());
  const { run: after } = requireDone<{ run: { run: Run } }>(
    requireAccepted(await mutate(run.id, cancel('Not wanted.'))),
  );
  expect(reads).toEqual([READ_RUN_UNLOCKED.name]);
  expect((await store.system().run(run.id))!.run).toEqual(after.run);
});

it('decides again under the lock where the run was changed after it was read', async () => {
  const run = await prepared();
  const before = countOf('factsObserved', await kinds(run));
  const reads = afterEachRead(async (count) => {
    if (count === 1) await requireApplied(other, run.id, observedVault(run, false));
  });
  requireDone(requireAccepted(await mutate(run.id, cancel('Not wanted.'))));
  expect(reads).toEqual([READ_RUN_UNLOCKED.name, READ_RUN.name]);
  vi.restoreAllMocks();
  const after = await kinds(run);
  expect(countOf('factsObserved', after)).toBe(before + 1);
  expect(countOf('runCancelled', after)).toBe(1);
});

it('is refused by the run as it is, and not as it was read', async () => {
  const run = await prepared();
  const reads = afterEachRead(async (count) => {
    if (count === 1) await requireApplied(other, run.id, cancel('First.'));
  });
  const outcome = requireAccepted(await mutate(run.id, cancel('Second.')));
  expect(outcome).toHaveProperty('refusal');
  expect(reads).toHaveLength(2);
  vi.restoreAllMocks();
  expect(countOf('runCancelled', await kinds(run))).toBe(1);
});

it('sees what was changed past the write path after it was read', async () => {
  const run = await prepared();
  afterEachRead(async (count) => {
    if (count > 1) return;
    await database.query('update run set search_terms = search_terms where id = $1', [run.id]);
  });
  requireDone(requireAccepted(await mutate(run.id, cancel('Not wanted.'))));
  vi.restoreAllMocks();
  expect(countOf('runCancelled', await kinds(run))).toBe(1);
});

it('waits for who holds the lock', async () => {
  const run = await prepared();
  const holder = new pg.Client({ connectionString: database.url });
  await holder.connect();
  try {
    await holder.query('begin');
    await holder.query('select from chain_head where chain_id = $1 for update', [
      run.organization.id,
    ]);
    const reads = afterEachRead(() => Promise.resolve());
    const done = mutate(run.id, cancel('Not wanted.'));
    await vi.waitFor(async () => {
      const waiting = await database.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%chain_head%for update'`,
      );
      expect(waiting).toHaveLength(1);
    }, MAX_WAIT_MILLISECONDS);
    await holder.query('commit');
    requireDone(requireAccepted(await done));
    expect(reads).toEqual([READ_RUN_UNLOCKED.name, READ_RUN.name]);
  } finally {
    await holder.end();
  }
});

it('applies once what comes many times at once with one key', async () => {
  const run = await prepared();
  const event = cancel('Not wanted.');
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => mutate(run.id, event)));
  const replayed = outcomes.map((outcome) => 'replayed' in outcome && outcome.replayed);
  expect(replayed.toSorted()).toEqual([false, ...Array.from({ length: 7 }, () => true)]);
  expect(countOf('runCancelled', await kinds(run))).toBe(1);
});
