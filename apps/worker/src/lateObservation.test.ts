/**
 * A worker that stops between reading its work and the answer of a cloud, or between that answer
 * and its own event: what others observed meanwhile stands.
 */
import { lastBlockedOf, type AzurePort, type Run, type StepFacts } from '@keyway/core';
import type { SandboxCustomer } from '@keyway/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { WorkerDependencies } from './runEffect.ts';
import { claim, perform, runOf } from './testing/performedByTest.ts';
import {
  applyRunEvent,
  approved,
  begin,
  database,
  dependencies,
  partner,
  sandbox,
  statusOf,
  submit,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

workerUnderTest();
afterEach(() => void vi.restoreAllMocks());

/** However slow the machine is, what follows an observation is read with it. */
function stopClock(): void {
  vi.spyOn(performance, 'now').mockReturnValue(performance.now());
  vi.spyOn(AbortSignal, 'timeout').mockReturnValue(new AbortController().signal);
}

interface Begun {
  customer: SandboxCustomer;
  runId: string;
}

async function readyToSubmit(): Promise<Begun> {
  const begun = await begin('happyPath');
  await withWorkers(1, () => approved(begun.customer, begun.runId, 'AEP'));
  return begun;
}

/** The same vault, from now on without purge protection. */
const losePurgeProtection = ({ imsOrgId }: SandboxCustomer): Promise<unknown> =>
  sandbox.control('POST', '/scenario', { scenario: 'noPurgeProtection', imsOrgId });

/** Meanwhile is after (or before) the answer of the first such call. */
function late<K extends keyof AzurePort>(
  call: K,
  when: 'before' | 'after',
  meanwhile: () => Promise<unknown>,
): Partial<WorkerDependencies> {
  const { azure } = dependencies();
  let isLate = false;
  const answer = async (...args: unknown[]): Promise<unknown> => {
    const ask = () => (azure[call] as (...given: unknown[]) => Promise<unknown>)(...args);
    if (isLate) return ask();
    isLate = true;
    if (when === 'before') await meanwhile();
    const answered = await ask();
    if (when === 'after') await meanwhile();
    return answered;
  };
  return { azure: { ...azure, [call]: answer } };
}

/** What is seen of the vault once it is in another resource group. */
function movedVault(run: Run): StepFacts {
  const facts = run.tracks.AEP.steps.VAULT?.facts;
  if (facts?.step !== 'VAULT' || facts.vault.outcome !== 'seen')
    throw new Error('No vault was seen.');
  const { resourceId, ...others } = facts.vault.value;
  const moved = resourceId.replace(/resourceGroups\/[^/]*/, 'resourceGroups/moved');
  return { ...facts, vault: { outcome: 'seen', value: { ...others, resourceId: moved } } };
}

const vaultIsBlocked = (run: Run): void => {
  expect(statusOf(run, 'AEP', 'VAULT')).toBe('BLOCKED');
  expect(run.tracks.AEP.approval?.status).not.toBe('approved');
};

/** What the late worker gave back is observed again by anybody, and shows what is there now. */
async function observesAgain(runId: string, jobKey: string): Promise<Run> {
  const waiting = await database.query<{ held: boolean }>(
    'select lease_token is not null as held from effect where run_id = $1 and slot = $2',
    [runId, jobKey],
  );
  expect(waiting).toEqual([{ held: false }]);
  await perform(await claim(runId, jobKey));
  return runOf(runId);
}

describe('an observation that is late', () => {
  it('does not replace what was read again for the submission meanwhile', async () => {
    const { customer, runId } = await readyToSubmit();
    await submit(customer, runId);
    const observation = await claim(runId, 'observe:AEP:VAULT');
    await perform(
      observation,
      late('readVault', 'after', async () => {
        await losePurgeProtection(customer);
        await perform(await claim(runId, 'reread:AEP'));
        vaultIsBlocked(await runOf(runId));
      }),
    );
    vaultIsBlocked(await runOf(runId));
    vaultIsBlocked(await observesAgain(runId, 'observe:AEP:VAULT'));
  });

  it('is not what a submission rests on where it is older than another one', async () => {
    const { customer, runId } = await readyToSubmit();
    await submit(customer, runId);
    const reread = await claim(runId, 'reread:AEP');
    await perform(
      reread,
      late('readKey', 'after', async () => {
        await losePurgeProtection(customer);
        await perform(await claim(runId, 'observe:AEP:VAULT'));
        vaultIsBlocked(await runOf(runId));
      }),
    );
    vaultIsBlocked(await runOf(runId));
    vaultIsBlocked(await observesAgain(runId, 'reread:AEP'));
  });

  it('says nothing of a key in a vault that is another one by now', async () => {
    const { runId } = await begin('happyPath');
    const before = await withWorkers(1, () =>
      until('observed', runId, (run) => statusOf(run, 'AEP', 'ROLE') === 'DONE'),
    );
    const observation = await claim(runId, 'observe:AEP:KEY');
    await perform(
      observation,
      late('readKey', 'before', async () => {
        await applyRunEvent(runId, 'factsObserved', {
          track: 'AEP',
          facts: movedVault(before),
          attempt: 0,
          waitingSince: before.updatedAt,
          timeScale: 1,
        });
      }),
    );
    const { facts, since } = before.tracks.AEP.steps.KEY!;
    expect((await runOf(runId)).tracks.AEP.steps.KEY).toMatchObject({ facts, since });
    const observations = await partner.store.observations([runId]);
    const ofKey = observations.find(({ track, step }) => track === 'AEP' && step === 'KEY');
    expect(ofKey!.observedAt <= before.updatedAt).toBe(true);
    await observesAgain(runId, 'observe:AEP:KEY');
  });

  it('is not written with its vault where another key was named meanwhile', async () => {
    const { customer, runId } = await begin('happyPath');
    const keyIdentifier = customer.keys.AEP!.replace(/keys\/[^/]*/, 'keys/another');
    const observation = await claim(runId, 'observe:AEP:VAULT');
    stopClock();
    await perform(
      observation,
      late('readKey', 'after', () =>
        applyRunEvent(runId, 'keyProvided', { track: 'AEP', keyIdentifier, vaultResourceId: null }),
      ),
    );
    vi.restoreAllMocks();
    const { VAULT, KEY } = (await runOf(runId)).tracks.AEP.steps;
    expect([VAULT!.facts, KEY!.facts]).toEqual([null, null]);
    const run = await withWorkers(1, () =>
      until('observed', runId, ({ tracks }) => tracks.AEP.steps.KEY!.facts !== null),
    );
    expect(run.tracks.AEP.key!.identifier).toBe(keyIdentifier);
    expect(statusOf(run, 'AEP', 'KEY')).toBe('WAITING');
  });

  it.each([
    ['removed', false],
    ['removed and the step attested', true],
  ])('is kept where it blocks and the credential was %s meanwhile', async (_what, attests) => {
    const { customer, runId } = await begin('happyPath');
    await withWorkers(1, () =>
      until('observed', runId, (run) => statusOf(run, 'AEP', 'ROLE') === 'DONE'),
    );
    await losePurgeProtection(customer);
    const observation = await claim(runId, 'observe:AEP:VAULT');
    await perform(
      observation,
      late('readVault', 'after', async () => {
        const { connections } = await runOf(runId);
        const without = { ...connections, azure: null };
        await applyRunEvent(runId, 'connectionsChanged', { connections: without });
        const attested = {
          track: 'AEP',
          step: 'VAULT',
          statement: 'fine',
          reference: null,
        } as const;
        if (attests) await applyRunEvent(runId, 'stepAttested', attested);
      }),
    );
    const run = await runOf(runId);
    expect(statusOf(run, 'AEP', 'VAULT')).toBe(attests ? 'DONE' : 'READY');
    expect(run.tracks.AEP.steps.VAULT!.facts).toBeNull();
    expect(lastBlockedOf(run, 'AEP', 'VAULT')?.checks).toMatchObject([
      { check: 'vaultHasPurgeProtection' },
    ]);
  });
});
