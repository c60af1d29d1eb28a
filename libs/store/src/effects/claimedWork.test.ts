/** What claimed effects need: read as they are claimed, each with its own run and credentials. */
import { randomUUID } from 'node:crypto';
import type { Run } from '@keyway/core';
import {
  requireAccepted,
  requireApplied,
  aDatabase,
  anOccurrence,
  aPartner,
  continuing,
  requireDone,
  OPERATOR,
} from '@keyway/testing';
import type { TestDatabase, TestPartner } from '@keyway/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Database } from '../database/database.ts';
import type { ClaimedWork, Store } from '../index.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store({ now: undefined });
  partner = await aPartner(database, store);
});
afterAll(() => database.close());

/** A run whose organization's Azure client has this secret. */
async function connected(clientSecret: string): Promise<{ runId: string; organizationId: string }> {
  const { id: organizationId } = await partner.organization();
  const { run } = await partner.run(organizationId);
  const azure = {
    ...{ tenantId: randomUUID(), subscriptionId: null, clientId: randomUUID() },
    ...{ clientSecret, access: 'READ' as const },
  };
  requireAccepted(
    await partner.store.mutate(
      { principal: OPERATOR.principal, operation: 'test', input: null },
      async (unit) => {
        // It is used at once only where none is stored.
        requireDone(await unit.connections.remove(organizationId, 'azure', anOccurrence()));
        const given = { kind: 'azure', connection: azure } as const;
        return requireDone(await unit.connections.set(organizationId, given, anOccurrence()));
      },
    ),
  );
  return { runId: run.id, organizationId };
}

/** Two effects of each of these runs, as if the queue had nothing else. */
async function claimed(...runIds: string[]): Promise<ClaimedWork> {
  await database.query(`update effect set due_at = now() + interval '1 hour'`);
  await database.query(
    `insert into effect (id, run_id, slot, partner_id, organization_id, type, data, due_at)
     select gen_random_uuid(), id, 'expire:' || n, partner_id, organization_id, 'expireApproval', '{"track": "AEP"}', now() - interval '1 hour'
     from run, generate_series(1, 2) as n where id = any ($1)`,
    [runIds],
  );
  const effects = await store.queue.claim(50);
  expect(effects.map(({ runId }) => runId).toSorted()).toEqual([...runIds, ...runIds].toSorted());
  expect(new Set(effects.map(({ work }) => work)).size).toBe(1);
  return effects[0]!.work;
}

it('gives each effect its own run and its own credentials, as they are now', async () => {
  const effects = [await connected('sandbox-one'), await connected('sandbox-two')] as const;
  const work = await claimed(...effects.map(({ runId }) => runId));
  for (const { runId, organizationId } of effects) {
    expect(work.run(runId)).toEqual((await store.system().run(runId))!.run);
    expect(await work.connections(organizationId)).toEqual(
      await store.system().connections(partner.of(organizationId)),
    );
  }
  const secrets = effects.map(async ({ organizationId }) => {
    const { azure } = await work.connections(organizationId);
    return azure?.clientSecret;
  });
  expect(await Promise.all(secrets)).toEqual(['sandbox-one', 'sandbox-two']);
});

it('has no run and no credentials that nobody claimed an effect of', async () => {
  const [mine, other] = [await connected('sandbox-one'), await connected('sandbox-two')];
  const work = await claimed(mine.runId);
  expect(work.run(other.runId)).toBeNull();
  expect(await work.connections(other.organizationId)).toMatchObject({ adobe: null, azure: null });
});

it('reads a run once, however many of its effects are claimed', async () => {
  const runs = [await connected('sandbox-one'), await connected('sandbox-two')];
  const spy = vi.spyOn(Database.prototype, 'readTogether');
  await claimed(...runs.map(({ runId }) => runId));
  const [, read] = (await spy.mock.results.at(-1)!.value) as unknown[][];
  spy.mockRestore();
  const ids = (read as { claimed: string }[]).map(({ claimed: id }) => id);
  expect(ids.toSorted()).toEqual(runs.map(({ runId }) => runId).toSorted());
});

it('reads a run with the facts that were observed', async () => {
  const { id: organizationId } = await partner.organization({ ownsCja: true });
  const { run } = await partner.run(organizationId);
  const played = (await partner.play(run.id, (builder) => builder.at('approval'))).run;
  const read = (await claimed(run.id)).run(run.id);
  expect(read?.tracks.AEP.steps.VAULT?.facts).toBeTruthy();
  expect(read).toEqual(played);
});

it('a run that cannot be read keeps no other one from its effect', async () => {
  const [broken, whole] = [await connected('sandbox-one'), await connected('sandbox-two')];
  await database.query(`update run set state = '{"version":1}' where id = $1`, [broken.runId]);
  const work = await claimed(broken.runId, whole.runId);
  expect(() => work.run(broken.runId)).toThrow();
  expect(work.run(whole.runId)?.id).toBe(whole.runId);
});

/** A run that this process has written. */
async function written(): Promise<Run> {
  const { id: organizationId } = await partner.organization({ ownsCja: true });
  const { run } = await partner.run(organizationId);
  await partner.play(run.id, (builder) => builder.at('approval'));
  const [event] = continuing(run).observe('vault').events;
  return requireApplied(store, run.id, { ...event!, id: randomUUID() });
}

it('reads a run again that anybody changed since this process wrote it', async () => {
  const other = await database.store();
  const [byOthers, byHand] = [await written(), await written()];
  const data = { reason: 'Not wanted.' };
  const cancelled = await requireApplied(other, byOthers.id, {
    ...anOccurrence(),
    kind: 'runCancelled',
    data,
  });
  await database.query(`update run set state = replace($3, $2, 'By hand')::json where id = $1`, [
    ...[byHand.id, byHand.organization.name, JSON.stringify(byHand)],
  ]);
  const work = await claimed(byOthers.id, byHand.id);
  expect(work.run(byOthers.id)).toEqual(cancelled);
  expect(work.run(byHand.id)?.organization.name).toBe('By hand');
});

it('reads no run again that is as this process wrote it', async () => {
  const run = await written();
  await database.query('delete from step_look where run_id = $1', [run.id]);
  const work = await claimed(run.id);
  expect(work.run(run.id)).toEqual(run);
  await expect(store.system().run(run.id)).rejects.toThrow('is missing');
});

it('knows a run’s history by its claim where only that continued', async () => {
  const run = await written();
  requireAccepted(
    await partner.store.mutate(
      { principal: OPERATOR.principal, operation: 'test', input: null },
      (unit) => unit.history.append(run.organization.id, 'tested', {}, anOccurrence()),
    ),
  );
  await claimed(run.id);
  const [together, locking] = [
    vi.spyOn(Database.prototype, 'together'),
    vi.spyOn(Database.prototype, 'transaction'),
  ];
  const [event] = continuing(run).observe('network').events;
  await requireApplied(store, run.id, { ...event!, id: randomUUID() });
  expect(together).toHaveBeenCalledOnce();
  expect(locking).not.toHaveBeenCalled();
  vi.restoreAllMocks();
  expect((await partner.store.verifyHistory(run.organization.id)).ok).toBe(true);
});
