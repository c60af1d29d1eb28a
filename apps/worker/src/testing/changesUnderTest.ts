/** Changes of a confirmed set-up that a test claims, and calls that it stops in. Tests only. */
import type { AzureSetupPort, ChangeKind, SetupInput } from '@keyway/core';
import type { ClaimedEffect } from '@keyway/store';
import type { WorkerDependencies } from '../runEffect.ts';
import { claim, perform } from './performedByTest.ts';
import { ask, confirm, isPlanned } from './setupUnderTest.ts';
import { begin, dependencies, until, withWorkers } from './workerUnderTest.ts';

const JOB_KEY = 'setup:AEP';
/** The calls in the order of the changes. */
export const CALLS = [
  ['CREATE_VAULT', 'createVault'],
  ['CREATE_KEY', 'createKey'],
  ['PUT_DIAGNOSTIC_SETTING', 'putDiagnosticSetting'],
  ['PUT_LOCK', 'putLock'],
] as const satisfies readonly (readonly [ChangeKind, keyof AzureSetupPort])[];
/** A run, and the effect of its next change. */
export type Begun = Awaited<ReturnType<typeof begin>> & { effect: ClaimedEffect };

/** A confirmed plan whose changes before this one are made; this one is claimed by the test. */
export async function claimedAt(
  change: ChangeKind,
  input: Partial<SetupInput> = {},
): Promise<Begun> {
  const begun = await begin('emptySubscription', 'WRITE');
  const { customer, runId } = begun;
  await withWorkers(1, async () => {
    await ask(customer, runId, input);
    await until('the plan', runId, isPlanned);
  });
  await confirm(runId);
  for (const [kind] of CALLS) {
    const effect = await claim(runId, JOB_KEY);
    if (kind === change) return { ...begun, effect };
    await perform(effect);
  }
  throw new Error(`${change} is no change of the plan`);
}

/** Azure, where `stop` comes once before or after one of the calls. */
export function stopping(
  call: keyof AzureSetupPort,
  when: 'before' | 'after',
  stop: () => Promise<unknown>,
): Pick<WorkerDependencies, 'azure'> {
  const { azure } = dependencies();
  let isFirst = true;
  const late = async (...given: unknown[]): Promise<unknown> => {
    const stopOnce = async (now: typeof when): Promise<void> => {
      if (now !== when || !isFirst) return;
      isFirst = false;
      await stop();
    };
    await stopOnce('before');
    const answer = await (azure[call] as (...all: unknown[]) => Promise<unknown>)(...given);
    await stopOnce('after');
    return answer;
  };
  return { azure: { ...azure, [call]: late } };
}
