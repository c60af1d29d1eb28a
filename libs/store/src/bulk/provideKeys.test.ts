/** Keys by a bulk job: each exactly once, and never in place of what a run has. */
import { eventOf, globalId, type EventData, type PlannedKeys } from '@keyway/core';
import { anOccurrence, requireAccepted } from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { StoredRun } from '../index.ts';
import { aKeyIn, BulkWorld, keysFor, KEYS_AND_RUNS } from '../testing/bulkWorld.ts';

const world = new BulkWorld();
const { workAll, shown, items, outcomes, count, organizations, startKeys } = world;
beforeAll(world.open);
beforeEach(world.renew);
afterAll(world.close);

async function withRuns(many: number): Promise<string[]> {
  const ids = await organizations(many);
  for (const id of ids) await world.partner.run(id);
  return ids;
}
const runOf = async (id: string): Promise<StoredRun> =>
  (await world.partner.store.currentRuns([id])).get(id)!;
const keyOf = async (id: string, track: 'AEP' | 'CJA' = 'AEP'): Promise<string | undefined> =>
  (await runOf(id)).run.tracks[track].key?.identifier;
const textOf = (keys: PlannedKeys): string => keys.AEP!.keyIdentifier;
const providedEntries = async (): Promise<number> =>
  (
    await world.database.query<{ count: number }>(
      `select count(*)::int as count from history_entry where kind = 'keyProvided' and partner_id = $1`,
      [world.partner.partnerId],
    )
  )[0]!.count;

/** As a person does it, in their own transaction. */
async function provide(id: string, data: Partial<EventData['keyProvided']>): Promise<unknown> {
  const { run } = await runOf(id);
  const given = { track: 'AEP', keyIdentifier: textOf(aKeyIn('person')), ...data } as const;
  const event = eventOf(anOccurrence(), 'keyProvided', { vaultResourceId: null, ...given });
  return requireAccepted(
    await world.partner.store.mutate({ principal: 'p', operation: 't', input: null }, (unit) =>
      unit.runs.advance(run.id, event),
    ),
  );
}

describe('each key is provided once', () => {
  it('by two workers at a time, with the starter and the job in history', async () => {
    const ids = await withRuns(30);
    const keys = keysFor(ids);
    const job = await startKeys(keys);
    await workAll(world.store, world.other, world.store);
    expect(await shown(job)).toMatchObject({ status: 'DONE', total: 30, done: 30, refused: 0 });
    for (const [id, own] of keys) expect(await keyOf(id)).toBe(textOf(own));
    expect(await providedEntries()).toBe(30);
    const [first] = await items(job);
    expect(first).toMatchObject({ organizationId: ids[0], keys: keys.get(ids[0]!) });
    const [entry] = (await world.partner.store.history({ first: 1 }, { runId: first!.runId! }))
      .edges;
    expect(entry!.node).toMatchObject({
      ...{ kind: 'keyProvided', principal: world.starter.actor.principal },
      data: { track: 'AEP', bulkJob: globalId('BulkJob', job.id), onlyMissing: true },
    });
    expect(await world.partner.store.verifyHistory(ids[7]!)).toMatchObject({ ok: true });
  });

  it('by two jobs with the same keys, in opposite order', async () => {
    const keys = keysFor(await withRuns(20));
    const jobs = [await startKeys(keys), await startKeys(new Map([...keys].toReversed()))];
    await workAll(world.store, world.other);
    for (const job of jobs) expect(await shown(job)).toMatchObject({ done: 20, refused: 0 });
    expect(await providedEntries()).toBe(20);
  });

  it('of two jobs with different keys, the first one stays', async () => {
    const ids = await withRuns(20);
    const jobs = [
      await startKeys(keysFor(ids, 'one')),
      await startKeys(new Map([...keysFor(ids, 'two')].toReversed())),
    ];
    await workAll(world.store, world.other);
    const [one, two] = (await Promise.all(jobs.map(shown))) as [
      Awaited<ReturnType<typeof shown>>,
      Awaited<ReturnType<typeof shown>>,
    ];
    expect(one.done + two.done).toBe(20);
    expect(one.refused + two.refused).toBe(20);
    expect(await providedEntries()).toBe(20);
  });

  it('and a key that is there is done, and writes nothing', async () => {
    const keys = keysFor(await withRuns(3));
    await startKeys(keys);
    await workAll(world.store);
    const before = await count('history_entry');
    const again = await startKeys(keys);
    await workAll(world.store);
    expect(await shown(again)).toMatchObject({ status: 'DONE', done: 3, refused: 0 });
    expect(await count('history_entry')).toBe(before);
  });
});

describe('what a run has', () => {
  it('stays where a person was faster, and the item says why', async () => {
    const [id, other] = (await withRuns(2)) as [string, string];
    const job = await startKeys(keysFor([id, other]));
    await provide(id, {});
    await workAll(world.store);
    expect(await outcomes(job)).toEqual([
      ['REFUSED', 'keyOfRunStays'],
      ['DONE', undefined],
    ]);
    expect(await keyOf(id)).toBe(textOf(aKeyIn('person')));
  });

  it('keeps the resource ID of its vault, which the file leaves out', async () => {
    const [id] = (await withRuns(1)) as [string];
    const vaultResourceId =
      '/subscriptions/00000000-0000-4000-8000-000000000001/resourceGroups/a/providers/Microsoft.KeyVault/vaults/contoso-0';
    const keys = keysFor([id]);
    const job = await startKeys(keys);
    await provide(id, { keyIdentifier: textOf(keys.get(id)!), vaultResourceId });
    await workAll(world.store);
    expect(await outcomes(job)).toEqual([['DONE', undefined]]);
    expect((await runOf(id)).run.tracks.AEP.key).toMatchObject({ vaultResourceId });
  });

  it('is not changed in part: of two keys none is provided where one is refused', async () => {
    const [id] = (await withRuns(1)) as [string];
    await provide(id, {});
    const { AEP: CJA } = aKeyIn('of-cja');
    const job = await startKeys(new Map([[id, { ...aKeyIn('of-aep'), CJA: CJA! }]]));
    await workAll(world.store);
    expect(await outcomes(job)).toEqual([['REFUSED', 'keyOfRunStays']]);
    expect(await keyOf(id, 'CJA')).toBeUndefined();
    expect(await providedEntries()).toBe(1);
  });
});

describe('where there is no open run', () => {
  it('the key is refused, unless runs are to be started', async () => {
    const [none, canceled] = (await organizations(2)) as [string, string];
    const { run } = await world.partner.run(canceled);
    await world.partner.play(run.id, (builder) => builder.apply('runCancelled', { reason: 'x' }));
    const keys = keysFor([none, canceled]);
    const refused = await startKeys(keys);
    await workAll(world.store);
    expect(await outcomes(refused)).toEqual([
      ['REFUSED', 'rowKeyWithoutRun'],
      ['REFUSED', 'rowKeyWithoutRun'],
    ]);
    expect(await count('run')).toBe(1);
    const job = await startKeys(keys, KEYS_AND_RUNS);
    await workAll(world.store, world.other);
    expect(await shown(job)).toMatchObject({ done: 2, refused: 0 });
    expect(await count('run')).toBe(3);
    for (const [id, own] of keys) expect(await keyOf(id)).toBe(textOf(own));
    expect(await world.partner.store.verifyHistory(none)).toMatchObject({ ok: true });
  });

  it('no run is started for a key that it would not take', async () => {
    const [id] = (await organizations(1)) as [string];
    const foreign = { keyIdentifier: 'https://contoso.example.com/keys/a', vaultResourceId: null };
    const before = await count('history_entry');
    const job = await startKeys(new Map([[id, { AEP: foreign }]]), KEYS_AND_RUNS);
    await workAll(world.store);
    expect(await outcomes(job)).toEqual([['REFUSED', 'keyIdentifierInvalid']]);
    expect(await count('run')).toBe(0);
    expect(await count('history_entry')).toBe(before);
  });

  it('two jobs start one run, with one key', async () => {
    const ids = await organizations(15);
    const keys = keysFor(ids);
    const jobs = [await startKeys(keys, KEYS_AND_RUNS), await startKeys(keys, KEYS_AND_RUNS)];
    await workAll(world.store, world.other);
    for (const job of jobs) expect(await shown(job)).toMatchObject({ done: 15, refused: 0 });
    expect(await count('run')).toBe(15);
    expect(await providedEntries()).toBe(15);
  });
});

it('needs the starter to be allowed to provide keys when they are provided', async () => {
  const keys = keysFor(await withRuns(2));
  const job = await startKeys(keys);
  const request = { principal: 'p', operation: 't', input: null };
  const grants = [{ role: 'AUDITOR', organizationId: null }] as const;
  await world.partner.store.mutate(request, (unit) =>
    unit.members.changeGrants({ memberId: world.starter.id, grants: [...grants] }, anOccurrence()),
  );
  await workAll(world.store);
  expect(await outcomes(job)).toEqual([
    ['REFUSED', 'roleMissing'],
    ['REFUSED', 'roleMissing'],
  ]);
  expect(await providedEntries()).toBe(0);
});
