/**
 * A vault is on its way to Azure when its set-up ends and another one is requested for the same
 * vault: nothing is planned or sent before it arrived, so that it overwrites nothing.
 */
import { setupStatus, type Run } from '@keyway/core';
import { anOccurrence, OPERATOR, requireAccepted, requireDone } from '@keyway/testing';
import type { StoredRun } from '@keyway/store';
import { expect, it } from 'vitest';
import { claimedAt, type Begun } from './testing/changesUnderTest.ts';
import { perform, runOf } from './testing/performedByTest.ts';
import {
  ask,
  changesOf,
  confirm,
  inputOf,
  isPlanned,
  laterBy,
  makeDue,
  setupOf,
} from './testing/setupUnderTest.ts';
import {
  applyRunEvent,
  ledgerOf,
  partner,
  sandbox,
  store,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';
import { workLoop } from './workLoop.ts';

workerUnderTest();

const IN_FLIGHT_MILLISECONDS = 4_000;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** As a connection that is stored: only what the run knows of it is changed. */
async function connect(runId: string, access: 'READ' | 'WRITE' | null): Promise<void> {
  const { connections } = await runOf(runId);
  const azure = connections.azure ?? before.get(runId)!;
  before.set(runId, azure);
  await applyRunEvent(runId, 'connectionsChanged', {
    connections: { ...connections, azure: access && { ...azure, access } },
  });
}
const before = new Map<string, NonNullable<Run['connections']['azure']>>();

async function anotherRun({ runId }: Begun): Promise<string> {
  const { organizationId } = (await store.system().run(runId))!;
  await applyRunEvent(runId, 'runCancelled', { reason: 'again' });
  const started = await partner.store.mutate(
    { principal: OPERATOR.principal, operation: 'test', input: null },
    async (unit) =>
      requireDone<{ run: StoredRun }>(await unit.runs.start(organizationId, anOccurrence())),
  );
  const next = requireAccepted(started).run.run.id;
  await applyRunEvent(next, 'stepAttested', {
    ...{ track: 'AEP', step: 'ENTITLEMENT', statement: 'seen', reference: null },
  });
  return next;
}

/** What somebody does while the vault is on its way, and the run that continues. */
const ENDS: [string, (begun: Begun) => Promise<string>][] = [
  [
    'canceling it',
    async ({ runId }) => {
      await applyRunEvent(runId, 'setupCancelled', { track: 'AEP' });
      return runId;
    },
  ],
  [
    'another credential',
    async ({ runId }) => {
      await connect(runId, null);
      await connect(runId, 'WRITE');
      return runId;
    },
  ],
  [
    'read access for a while',
    async ({ runId }) => {
      await connect(runId, 'READ');
      await connect(runId, 'WRITE');
      return runId;
    },
  ],
  ['another run', anotherRun],
];

async function hurried<T>(runId: string, work: () => Promise<T>): Promise<T> {
  const shutdown = new AbortController();
  const hurry = setInterval(() => void makeDue(runId).catch(() => undefined), 100);
  const loop = workLoop(laterBy(60_000), 4, shutdown.signal);
  try {
    return await work();
  } finally {
    clearInterval(hurry);
    shutdown.abort();
    await loop;
  }
}

const bodiesOf = async ({ customer }: Begun): Promise<string[]> =>
  (await ledgerOf(customer))
    .filter(({ method, path }) => method === 'PUT' && /\/vaults\/[^/]+$/.test(path.split('?')[0]!))
    .map(({ body }) => /"defaultAction":"(\w+)"/.exec(body)![1]!);

it.each(ENDS)('after %s, a plan waits until the vault has arrived', async (_, end) => {
  const begun = await claimedAt('CREATE_VAULT', { network: 'OPEN' });
  const { vaultName } = inputOf(begun.customer);
  await sandbox.control('POST', '/faults', [
    {
      ...{ host: 'management.azure.com', path: `*vaults/${vaultName}`, method: 'PUT', count: 1 },
      delayMs: IN_FLIGHT_MILLISECONDS,
    },
  ]);
  const call = perform(begun.effect);
  await until('the intent', begun.runId, (run) =>
    setupOf(run).progress.some(({ state }) => state === 'SENDING'),
  );
  const next = await end(begun);
  const asked = await ask(begun.customer, next, { network: 'RESTRICTED' });
  expect(setupOf(asked).waitsUntil).toBeDefined();
  await withWorkers(2, async () => {
    const hurry = setInterval(() => void makeDue(next).catch(() => undefined), 100);
    await pause(IN_FLIGHT_MILLISECONDS / 2);
    clearInterval(hurry);
    expect(await bodiesOf(begun)).toEqual([]);
    expect(setupStatus(setupOf(await runOf(next)))).toBe('PLANNING');
    await call;
  });
  await hurried(next, async () => {
    const run = await until('the plan', next, isPlanned);
    expect(setupOf(run).plan!.changes[0]).toMatchObject({
      ...{ kind: 'CREATE_VAULT', outcome: 'ALREADY_THERE' },
    });
    expect(setupOf(run).plan!.changes).toContainEqual(
      expect.objectContaining({ kind: 'ADD_NETWORK_RULE', outcome: 'NOT_POSSIBLE' }),
    );
    await confirm(next);
    // The network is open, as the earlier plan said, and a restricted one was requested.
    await until('the end', next, (one) => setupStatus(setupOf(one)) === 'STOPPED');
  });
  expect(await bodiesOf(begun)).toEqual(['Allow']);
  expect((await changesOf(begun.customer)).filter((change) => change.includes('keys'))).toEqual([
    'PUT keys 200',
  ]);
});
