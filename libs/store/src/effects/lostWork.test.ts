/**
 * Work that a run waits for and nobody has: found whatever it is, begun again once, and never where
 * it is with somebody.
 */
import { expectedEffects, type Run } from '@keyway/core';
import {
  aDatabase,
  aPartner,
  WORKER,
  type RunBuilder,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../store.ts';

let database: TestDatabase;
let store: Store;
let partner: TestPartner;

beforeAll(async () => {
  database = await aDatabase();
  store = await database.store();
  partner = await aPartner(database, store);
});
afterAll(() => database.close());

async function brought(build: (builder: RunBuilder) => unknown): Promise<Run> {
  const organization = await partner.organization({ ownsCja: true });
  const { run } = await partner.run(organization.id);
  const after = (await partner.play(run.id, build)).run;
  // Without the workers whose results were played: what they had is over.
  const needed = expectedEffects(after).map(({ jobKey }) => jobKey);
  await database.query('delete from effect where run_id = $1 and not slot = any ($2)', [
    run.id,
    needed,
  ]);
  return after;
}
const jobKeysOf = async ({ id }: Run): Promise<string[]> =>
  (
    await database.query<{ slot: string }>(
      'select slot from effect where run_id = $1 order by slot',
      [id],
    )
  ).map(({ slot }) => slot);
const resume = (on = store) => on.system().resumeLostWork(WORKER);

const submissionId = 'submission-1';
const asked = (builder: RunBuilder): RunBuilder =>
  builder.at('submission').apply('submissionRequested', {
    ...{ submissionId, configurationName: 'keyway-cmk' },
    confirmImsOrgId: builder.run.organization.imsOrgId,
  });
const missingRole = (builder: RunBuilder): RunBuilder => {
  const azure = { ...builder.run.connections.azure!, access: 'WRITE' as const };
  builder.apply('connectionsChanged', { connections: { ...builder.run.connections, azure } });
  return builder
    .at('role')
    .observe('role', 'AEP', { assignments: { outcome: 'seen', value: [] } } as object);
};

describe('finds', () => {
  it.each<[string, (builder: RunBuilder) => unknown, string]>([
    [
      'a step that is read for the first time',
      (builder) => builder.at('vault').complete('ENTITLEMENT', 'CJA'),
      'observe:AEP:APP_REGISTRATION',
    ],
    [
      'a step that is done, and read from time to time',
      (builder) => builder.at('approval'),
      'observe:AEP:KEY',
    ],
    ['a role that is being assigned', missingRole, 'assign:AEP'],
    ['an approval that expires', (builder) => builder.at('submission'), 'expire:AEP'],
    ['the reading before a submission', asked, 'reread:AEP'],
    ['a submission', (builder) => rereadFor(asked(builder)), 'submit'],
    ['Adobe’s progress', (builder) => builder.at('activation'), 'poll'],
  ])('%s', async (_what, build, slot) => {
    const run = await brought(build);
    const before = await jobKeysOf(run);
    expect(before).toContain(slot);
    expect(await resume()).toEqual([]);
    await database.query('delete from effect where run_id = $1 and slot = $2', [run.id, slot]);
    expect(await resume()).toEqual([{ runId: run.id, missing: [slot] }]);
    expect(await jobKeysOf(run)).toEqual(before);
    const [effect] = (await database.query<{ data: object }>(
      'select data from effect where run_id = $1 and slot = $2',
      [run.id, slot],
    )) as [{ data: object }];
    const now = (await store.system().run(run.id))!.run;
    expect(effect.data).toEqual(
      expectedEffects(now).find((expected) => expected.jobKey === slot)!.data,
    );
    expect(await resume()).toEqual([]);
  });
});

it('reports it in history and in the figures, and the history verifies', async () => {
  const run = await brought(asked);
  const before = (await store.monitoring.depth()).resumed;
  await database.query('delete from effect where run_id = $1', [run.id]);
  const [{ missing } = { missing: [] }] = await resume();
  expect(missing).toContain('reread:AEP');
  const { edges } = await partner.store.history({ first: 50 }, { kind: ['workResumed'] });
  expect(edges.map(({ node }) => node).find(({ runId }) => runId === run.id)).toMatchObject({
    kind: 'workResumed',
    runId: run.id,
    data: { missing },
  });
  expect((await store.monitoring.depth()).resumed).toBe(before + 1);
  expect(await partner.store.verifyHistory(run.organization.id)).toMatchObject({ ok: true });
});

it('of several that find it at once one asks for it', async () => {
  const run = await brought(asked);
  await database.query(`delete from effect where run_id = $1 and slot = 'reread:AEP'`, [run.id]);
  const others = await Promise.all([1, 2, 3].map(() => database.store()));
  const passes = await Promise.all([store, ...others].map((on) => resume(on)));
  expect(passes.flat()).toEqual([{ runId: run.id, missing: ['reread:AEP'] }]);
  const [row] = await database.query<{ generation: number }>(
    `select generation from effect where run_id = $1 and slot = 'reread:AEP'`,
    [run.id],
  );
  expect(row).toEqual({ generation: 1 });
});

it('leaves alone what is with somebody, and runs that are over', async () => {
  const run = await brought(asked);
  await database.query('update effect set due_at = now() where run_id = $1', [run.id]);
  const claimed = await store.queue.claim(500);
  expect(claimed.some(({ runId }) => runId === run.id)).toBe(true);
  const over = await brought((builder) => builder.apply('runCancelled', { reason: 'given up' }));
  expect(await resume()).toEqual([]);
  expect(await jobKeysOf(over)).toEqual([]);
});

it('is not kept from other runs by one that cannot be read', async () => {
  const runs = [await brought(asked), await brought(asked)].toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  const [broken, whole] = runs as [Run, Run];
  const { state } = (
    await database.query<{ state: object }>('select state from run where id = $1', [broken.id])
  )[0]!;
  await database.query(`update run set state = '{"version":1}' where id = $1`, [broken.id]);
  await database.query(`delete from effect where slot = 'reread:AEP' and run_id = any ($1)`, [
    [broken.id, whole.id],
  ]);
  expect(await resume()).toEqual([
    { runId: broken.id, missing: [], failure: expect.any(Error) as Error },
    { runId: whole.id, missing: ['reread:AEP'] },
  ]);
  await database.query('update run set state = $2 where id = $1', [broken.id, state]);
  expect(await resume()).toEqual([{ runId: broken.id, missing: ['reread:AEP'] }]);
});

it('goes through runs part by part, and begins again at the first', async () => {
  const runs = [
    await brought((builder) => builder.at('approval')),
    await brought((builder) => builder.at('approval')),
  ];
  for (let round = 0; round < 2; round += 1) {
    await database.query(
      `delete from effect where slot = 'observe:AEP:VAULT' and run_id = any ($1)`,
      [runs.map(({ id }) => id)],
    );
    expect((await resume()).map(({ runId }) => runId).toSorted()).toEqual(
      runs.map(({ id }) => id).toSorted(),
    );
  }
});

/** What the worker reports of the reading before a submission: everything as it was approved. */
function rereadFor(builder: RunBuilder): RunBuilder {
  const facts = Object.values(builder.run.tracks.AEP.steps).flatMap((state) => state.facts ?? []);
  return builder.apply(
    'trackReread',
    { track: 'AEP', purpose: 'submission', facts, attempt: 0, timeScale: 1 },
    WORKER,
  );
}
