/**
 * A set-up that ends while Azure makes a change: nothing of it is made any more, and what Azure
 * answers about the change that had left is recorded, once.
 */
import { randomUUID } from 'node:crypto';
import { changeProgress, ConnectorError, setupStatus, type ChangeKind } from '@keyway/core';
import { anOccurrence, OPERATOR, requireAccepted, requireDone } from '@keyway/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WorkerDependencies } from './runEffect.ts';
import { CALLS, claimedAt, stopping, type Begun } from './testing/changesUnderTest.ts';
import { perform, runOf } from './testing/performedByTest.ts';
import { ALL, ask, changesOf, setupOf } from './testing/setupUnderTest.ts';
import {
  applyRunEvent,
  database,
  dependencies,
  partner,
  store,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

workerUnderTest();
afterEach(() => void vi.restoreAllMocks());

/** Two heartbeats, so that the worker knows that its effect is gone. */
const UNTIL_NOTICED = 4_500;
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function archive({ runId }: Begun): Promise<void> {
  const { organizationId } = (await store.system().run(runId))!;
  const archived = await partner.store.mutate(
    { principal: OPERATOR.principal, operation: 'test', input: null },
    async (unit) =>
      requireDone(await unit.organizations.archive(organizationId, 'gone', anOccurrence())),
  );
  requireAccepted(archived);
}
const cancel = ({ runId }: Begun) => applyRunEvent(runId, 'setupCancelled', { track: 'AEP' });

interface LateEntry {
  kind: string;
  data: { change: ChangeKind; late?: true };
}
const lateEntries = async ({ runId }: Begun): Promise<LateEntry[]> =>
  (
    await database.query<LateEntry>(
      `select kind, data from history_entry where run_id = $1 and kind like 'setupChange%' order by seq`,
      [runId],
    )
  ).filter(({ data }) => data.late);
const progressOf = async ({ runId }: Begun, change: ChangeKind) =>
  changeProgress(setupOf(await runOf(runId)), change);
const effectsOf = ({ runId }: Begun) =>
  database.query(`select slot from effect where run_id = $1 and slot = 'setup:AEP'`, [runId]);

/** The vault is being made when this happens; then Azure answers, or `fails`. */
async function endedBy(
  end: (begun: Begun) => Promise<unknown>,
  fails?: ConnectorError,
): Promise<Begun> {
  const begun = await claimedAt('CREATE_VAULT');
  const { azure } = stopping('createVault', 'after', () => end(begun));
  const { createVault } = azure;
  const refusing: typeof createVault = async (...given) => {
    if (!fails) return createVault(...given);
    await end(begun);
    throw fails;
  };
  await perform(begun.effect, { azure: { ...azure, createVault: refusing } });
  return begun;
}

describe.each(CALLS)('a set-up that is canceled during %s', (change, call) => {
  it.each(['before', 'after'] as const)('%s Azure made it', async (when) => {
    const begun = await claimedAt(change);
    await perform(
      begun.effect,
      stopping(call, when, () => cancel(begun)),
    );
    expect(await lateEntries(begun)).toMatchObject([
      { kind: 'setupChangeMade', data: { change, result: 'MADE' } },
    ]);
    const setup = setupOf(await runOf(begun.runId));
    expect(setupStatus(setup)).toBe('CANCELLED');
    expect(changeProgress(setup, change)).toMatchObject({ state: 'MADE', late: true });
    expect(await effectsOf(begun)).toEqual([]);
    const made = CALLS.findIndex(([kind]) => kind === change) + 1;
    expect(await changesOf(begun.customer)).toEqual(ALL.slice(0, made));
  });
});

it('is heard although heartbeats have found out that the effect is gone', async () => {
  const begun = await claimedAt('CREATE_VAULT');
  const { azure } = dependencies();
  const slow: WorkerDependencies['azure']['createVault'] = async (...given) => {
    const answer = await azure.createVault(...given);
    await cancel(begun);
    await pause(UNTIL_NOTICED);
    // As the connector does while it waits for an answer.
    given[3]?.signal?.throwIfAborted();
    return answer;
  };
  await perform(begun.effect, { azure: { ...azure, createVault: slow } });
  expect(await progressOf(begun, 'CREATE_VAULT')).toMatchObject({ state: 'MADE', late: true });
});

it('sends nothing any more once heartbeats have found out', async () => {
  const begun = await claimedAt('CREATE_VAULT');
  const end = async () => {
    await cancel(begun);
    await pause(UNTIL_NOTICED);
  };
  await perform(begun.effect, stopping('createVault', 'before', end));
  expect(await changesOf(begun.customer)).toEqual([]);
  expect(await progressOf(begun, 'CREATE_VAULT')).toMatchObject({ state: 'FAILED', late: true });
  expect(await lateEntries(begun)).toMatchObject([{ kind: 'setupChangeFailed' }]);
});

it.each<[string, (begun: Begun) => Promise<unknown>, string]>([
  [
    'the run is canceled',
    ({ runId }) => applyRunEvent(runId, 'runCancelled', { reason: 'not needed' }),
    'runCancelled',
  ],
  ['the organization is archived', archive, 'runCancelled'],
  [
    'the connection may only read',
    async ({ runId }) => {
      const { connections } = await runOf(runId);
      const azure = { ...connections.azure!, access: 'READ' as const };
      await applyRunEvent(runId, 'connectionsChanged', { connections: { ...connections, azure } });
    },
    'connectionChanged',
  ],
  [
    'the connection is gone',
    async ({ runId }) => {
      const { connections } = await runOf(runId);
      const without = { ...connections, azure: null };
      await applyRunEvent(runId, 'connectionsChanged', { connections: without });
    },
    'connectionChanged',
  ],
])('records what Azure answers after %s', async (_, end, reason) => {
  const begun = await endedBy(end);
  expect(setupOf(await runOf(begun.runId)).ended).toMatchObject({ reason });
  expect(await progressOf(begun, 'CREATE_VAULT')).toMatchObject({ state: 'MADE', late: true });
  expect(await lateEntries(begun)).toHaveLength(1);
});

it('keeps it as its own work where another plan was requested meanwhile', async () => {
  const begun = await endedBy(async (ended) => {
    await cancel(ended);
    await ask(ended.customer, ended.runId);
  });
  const setup = setupOf(await runOf(begun.runId));
  expect(setup).toMatchObject({ made: [{ kind: 'CREATE_VAULT' }], unanswered: [], progress: [] });
  expect(await lateEntries(begun)).toHaveLength(1);
  expect(await effectsOf(begun)).toHaveLength(1);
});

it('says what Azure refused', async () => {
  const denied = new ConnectorError({ kind: 'denied', status: 403, code: 'AuthorizationFailed' });
  const begun = await endedBy(cancel, denied);
  expect(await progressOf(begun, 'CREATE_VAULT')).toMatchObject({
    ...{ state: 'FAILED', late: true, failure: { status: 403 } },
  });
  expect(await lateEntries(begun)).toMatchObject([
    { kind: 'setupChangeFailed', data: { change: 'CREATE_VAULT', definite: true } },
  ]);
});

it('says of what nobody answered that nobody knows, and that it may still arrive', async () => {
  const lost = new ConnectorError({ kind: 'unavailable', code: 'ETIMEDOUT' }, { ambiguous: true });
  const begun = await endedBy(cancel, lost);
  expect(await progressOf(begun, 'CREATE_VAULT')).toMatchObject({
    ...{
      state: 'SENDING',
      answerLost: true,
      late: true,
      inFlightUntil: expect.any(String) as string,
    },
  });
  expect(await lateEntries(begun)).toMatchObject([
    { kind: 'setupChangeFailed', data: { change: 'CREATE_VAULT', definite: false } },
  ]);
});

it('is recorded once, however often it is said', async () => {
  const begun = await endedBy(cancel);
  const { track, setupId, planHash } = begun.effect.data as Record<string, string>;
  const before = await runOf(begun.runId);
  const again = {
    ...{ track, setupId, planHash, change: 'CREATE_VAULT', result: 'MADE' },
    ...{ keyIdentifier: null, late: true, id: randomUUID() },
  } as never;
  await applyRunEvent(begun.runId, 'setupChangeMade', again);
  expect(await runOf(begun.runId)).toEqual(before);
  expect(await lateEntries(begun)).toHaveLength(1);
});
