/** Asks vaults without a credential for the apis, a few at a time. */
import { ConnectorError, unknownVault } from '@keyway/core';
import type { ClaimedProbe } from '@keyway/store';
import { EmptyClaims } from '../emptyClaims.ts';
import { pause } from '../pause.ts';
import type { WorkerDependencies } from '../runEffect.ts';

export type ProbeDependencies = Pick<WorkerDependencies, 'store' | 'log' | 'vaults'>;

/** In one pass. */
const LIMIT = 8;
const RETRY_PAUSE_MILLISECONDS = 500;

/** Somebody waits for the answer, so nothing is tried again. */
async function answer(
  claimed: ClaimedProbe,
  { store, vaults }: ProbeDependencies,
  signal: AbortSignal,
): Promise<void> {
  const facts = await vaults.probe(claimed, { signal }).catch((error: unknown) => {
    if (error instanceof ConnectorError) return unknownVault('noAnswer');
    throw error;
  });
  await store.probes.answer(claimed, facts);
}

/** Runs until `shutdown`. */
export async function probeLoop(deps: ProbeDependencies, shutdown: AbortSignal): Promise<void> {
  const empty = new EmptyClaims();
  while (!shutdown.aborted) {
    try {
      const claimed = await deps.store.probes.claim(LIMIT);
      await Promise.all(claimed.map((probe) => answer(probe, deps, shutdown)));
      empty.note(claimed.length);
      if (claimed.length > 0) continue;
      await deps.store.probes.waitForWork(shutdown);
      await pause(empty.pauseMilliseconds(), shutdown);
    } catch (error) {
      deps.log.warn({ err: error }, 'probing a vault failed');
      await pause(RETRY_PAUSE_MILLISECONDS, shutdown);
    }
  }
}
