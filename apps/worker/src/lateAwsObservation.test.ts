/**
 * A worker that is late with what KMS answered: what others read meanwhile stands, and nothing of a
 * key or policy goes back.
 */
import type { AwsPort, Run } from '@keyway/core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WorkerDependencies } from './runEffect.ts';
import {
  approve,
  awsScenario,
  readyOnAws,
  requestApproval,
  submission,
  type AwsRun,
} from './testing/awsRun.ts';
import { claim, perform, runOf } from './testing/performedByTest.ts';
import {
  applyRunEvent,
  database,
  dependencies,
  statusOf,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';
import { workLoop } from './workLoop.ts';

workerUnderTest();
afterEach(() => void vi.restoreAllMocks());

const ready = (): Promise<AwsRun> => withWorkers(1, readyOnAws);
const checksOf = (run: Run, step: 'KEY' | 'POLICY'): string[] =>
  (run.tracks.AEP.steps[step]?.checks ?? [])
    .filter(({ verdict }) => verdict !== 'PASS')
    .map(({ check, outcome }) => `${check} ${outcome}`);

/** `meanwhile` comes after the first answer to this call, and before the worker has it. */
function late<K extends keyof AwsPort>(
  call: K,
  meanwhile: () => Promise<unknown>,
): { aws: AwsPort; answered: () => number } {
  const { aws } = dependencies();
  let answers = 0;
  const answer = async (...args: unknown[]): Promise<unknown> => {
    const answered = await (aws[call] as (...given: unknown[]) => Promise<unknown>)(...args);
    answers += 1;
    if (answers === 1) await meanwhile();
    return answered;
  };
  return { aws: { ...aws, [call]: answer }, answered: () => answers };
}

/** As after a stop of the whole process for longer than its lease: nothing renewed it. */
const endLease = (runId: string): Promise<unknown> =>
  database.query(
    `update effect set lease_until = now() - interval '1 second' where run_id = $1 and lease_token is not null`,
    [runId],
  );

const entriesOf = async ({ organizationId }: AwsRun): Promise<unknown> =>
  database.query('select count(*)::int, max(hash) from history_entry where organization_id = $1', [
    organizationId,
  ]);

const CASES = [
  ['KEY', 'readKey', 'awsKeyDisabled', 'kmsKeyIsEnabled disabled'],
  ['POLICY', 'readKeyPolicy', 'awsStatement2Missing', 'keyPolicyHoldsTemplate missing'],
] as const;

describe.each(CASES)('an answer about %s', (step, call, scenario, finding) => {
  const jobKey = `observe:AEP:${step}`;

  it('that comes after another worker read a newer one changes nothing', async () => {
    const begun = await ready();
    const { runId } = begun;
    const observation = await claim(runId, jobKey);
    let newer: unknown;
    const { aws, answered } = late(call, async () => {
      await awsScenario(scenario, begun.imsOrgId);
      await endLease(runId);
      await perform(await claim(runId, jobKey));
      newer = [await runOf(runId), await entriesOf(begun)];
    });
    await perform(observation, { aws });
    expect(answered()).toBe(1);
    expect([await runOf(runId), await entriesOf(begun)]).toEqual(newer);
    const run = await runOf(runId);
    expect(statusOf(run, 'AEP', step)).toBe('BLOCKED');
    expect(checksOf(run, step)).toContain(finding);
  });

  it('does not replace what was read again for the submission, though its lease holds', async () => {
    const begun = await ready();
    const { runId } = begun;
    await requestApproval(begun);
    await approve(begun);
    await applyRunEvent(runId, 'stepAttested', submission(begun));
    const observation = await claim(runId, jobKey);
    const { aws } = late(call, async () => {
      await awsScenario(scenario, begun.imsOrgId);
      await perform(await claim(runId, 'reread:AEP'));
      expect((await runOf(runId)).tracks.AEP.approval?.status).toBe('void');
    });
    await perform(observation, { aws });
    const isStillBlocked = (run: Run): void => {
      expect(statusOf(run, 'AEP', step)).toBe('BLOCKED');
      expect(checksOf(run, step)).toContain(finding);
      expect(run.tracks.AEP.approval?.status).toBe('void');
      expect(run.tracks.AEP.steps.SUBMISSION).toMatchObject({ attestation: null });
    };
    isStillBlocked(await runOf(runId));
    // It gave the effect back, and whoever takes it reads what is there now.
    await perform(await claim(runId, jobKey));
    isStillBlocked(await runOf(runId));
  });
});

it('an answer about a key that is another one by now is about nothing', async () => {
  const begun = await ready();
  const { runId } = begun;
  const observation = await claim(runId, 'observe:AEP:KEY');
  const keyIdentifier = (await runOf(runId)).tracks.AEP.key!.identifier.replace(
    /[^/]*$/,
    '99999999-8888-7777-6666-555555555555',
  );
  const { aws } = late('readKey', () =>
    applyRunEvent(runId, 'keyProvided', { track: 'AEP', keyIdentifier, vaultResourceId: null }),
  );
  await perform(observation, { aws });
  expect((await runOf(runId)).tracks.AEP.steps.KEY?.facts).toBeNull();
  const run = await withWorkers(1, () =>
    until('read again', runId, ({ tracks }) => tracks.AEP.steps.KEY!.facts !== null),
  );
  expect(statusOf(run, 'AEP', 'KEY')).not.toBe('DONE');
});

it('of two workers the one that is stopped writes nothing when it continues', async () => {
  const begun = await ready();
  const { runId } = begun;
  await database.query(
    `update effect set due_at = now() where run_id = $1 and slot = 'observe:AEP:KEY'`,
    [runId],
  );
  let continues = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (continues = resolve));
  let hasAnswer = (): void => undefined;
  const reached = new Promise<void>((resolve) => (hasAnswer = resolve));
  const { aws } = late('readKey', () => {
    hasAnswer();
    return stopped;
  });
  const stoppedWorker: WorkerDependencies = { ...dependencies(), aws };
  const shutdown = new AbortController();
  const first = workLoop(stoppedWorker, 1, shutdown.signal);
  await reached;
  // Its heartbeats may not renew what it lost: the lease is another's.
  shutdown.abort();
  await awsScenario('awsKeyDisabled', begun.imsOrgId);
  const blocked = await withWorkers(1, async () => {
    await endLease(runId);
    return until('disabled', runId, (run) => statusOf(run, 'AEP', 'KEY') === 'BLOCKED');
  });
  const before = [await runOf(runId), await entriesOf(begun)];
  continues();
  await first;
  expect([await runOf(runId), await entriesOf(begun)]).toEqual(before);
  expect(checksOf(blocked, 'KEY')).toContain('kmsKeyIsEnabled disabled');
});
