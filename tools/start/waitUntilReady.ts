/** Polls a part's readiness address until it answers 200. */
import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves with true once `url` answers 200, with false when `signal` aborts first. */
export async function waitUntilReady(url: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    try {
      const response = await fetch(url, {
        signal: AbortSignal.any([signal, AbortSignal.timeout(5_000)]),
      });
      await response.body?.cancel();
      if (response.ok) return true;
    } catch {
      // Not listening yet.
    }
    await sleep(50, undefined, { signal }).catch(() => undefined);
  }
  return false;
}
