/**
 * Asks Adobe for what deliveries of events need: the keys that sign them, and the validation of
 * registrations. The api never calls a cloud, and what it asks for is bounded.
 */
import { ConnectorError, type AdobeEventsPort } from '@keyway/core';
import { EmptyClaims } from '../emptyClaims.ts';
import { pause } from '../pause.ts';
import type { WorkerDependencies } from '../runEffect.ts';

export interface HookDependencies extends Pick<WorkerDependencies, 'store' | 'timeScale' | 'log'> {
  adobeEvents: AdobeEventsPort;
}

/** Of each kind in one pass. */
const LIMIT = 4;
const RETRY_PAUSE_MILLISECONDS = 500;
const FIRST_RETRY_SECONDS = 1;
const MAX_RETRY_SECONDS = 60;

const delaySeconds = (attempts: number, timeScale: number): number =>
  Math.min(MAX_RETRY_SECONDS, FIRST_RETRY_SECONDS * 2 ** Math.min(attempts - 1, 16)) * timeScale;

/** Tries again later what Adobe didn't answer. */
async function attempt<T extends { attempts: number }>(
  claimed: T,
  { timeScale, log }: HookDependencies,
  work: () => Promise<void>,
  postpone: (claimed: T, seconds: number) => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    log.warn({ err: error }, 'Adobe I/O Events could not be asked; trying again');
    await postpone(claimed, delaySeconds(claimed.attempts, timeScale));
  }
}

/** One pass; answers how much was due. */
async function pass(deps: HookDependencies, signal: AbortSignal): Promise<number> {
  const { store, adobeEvents } = deps;
  const { signingKeys, validations } = store.hooks;
  store.hooks.claiming();
  const [keys, toOpen] = await Promise.all([signingKeys.claim(LIMIT), validations.claim(LIMIT)]);
  await Promise.all([
    ...keys.map((key) =>
      attempt(
        key,
        deps,
        async () => signingKeys.record(key, await adobeEvents.readSigningKey(key.path, { signal })),
        (claimed, seconds) => signingKeys.postpone(claimed, seconds),
      ),
    ),
    ...toOpen.map((validation) =>
      attempt(
        validation,
        deps,
        async () => {
          await adobeEvents.openValidation(validation.path, { signal });
          await validations.end(validation);
        },
        (claimed, seconds) => validations.postpone(claimed, seconds),
      ),
    ),
  ]);
  return keys.length + toOpen.length;
}

/** Runs until `shutdown`. */
export async function hookLoop(deps: HookDependencies, shutdown: AbortSignal): Promise<void> {
  const empty = new EmptyClaims();
  while (!shutdown.aborted) {
    try {
      const count = await pass(deps, shutdown);
      empty.note(count);
      if (count > 0) continue;
      await deps.store.hooks.waitForWork(shutdown);
      await pause(empty.pauseMilliseconds(), shutdown);
    } catch (error) {
      deps.log.warn({ err: error }, 'asking Adobe I/O Events failed; trying again');
      await pause(RETRY_PAUSE_MILLISECONDS, shutdown);
    }
  }
}
