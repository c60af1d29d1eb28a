/**
 * Keeps asking a sealing key that could not be used until it can, and says each change once; the
 * worker also moves data keys to the present one.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectorErrorKind } from '@keyway/core';

interface Fault {
  kind: ConnectorErrorKind;
  message: string;
}

/** The store's `sealing`. */
export interface WatchedSealing {
  readonly fault: Fault | null;
  check(): Promise<Fault | null>;
  rewrap(): Promise<{
    current: string | null;
    moved: number;
    lost: { wrapper: string; message: string }[];
    stopped: string | null;
  }>;
}

export interface WatchOptions {
  log: {
    info: (about: object, message: string) => void;
    warn: (about: object, message: string) => void;
  };
  /**
   * Whether this process moves data keys to the present key: after its start, and from time to
   * time, since a key may have been rotated.
   */
  rewraps: boolean;
  everyMs?: number;
}

const EVERY_MS = 60_000;
const STOP_WITHIN_MS = 1_000;
/** In rounds. */
const REWRAP_EVERY = 60;

/**
 * Answers how to stop it; what is under way is waited for briefly, since wherever it stops nothing
 * is half done.
 */
export function watchSealing(
  sealing: WatchedSealing,
  { log, rewraps, everyMs = EVERY_MS }: WatchOptions,
): () => Promise<void> {
  let told = sealing.fault?.message ?? null;
  let untilRewrap = 0;

  const rewrap = async (): Promise<void> => {
    const { current, moved, lost, stopped: early } = await sealing.rewrap();
    untilRewrap = early === null ? REWRAP_EVERY : 1;
    if (moved > 0)
      log.info({ moved, by: current }, 'data keys were wrapped anew by the present sealing key');
    if (early !== null)
      log.warn({ moved, because: early }, 'wrapping data keys anew ended early; it goes on later');
    for (const wrapper of new Set(lost.map((one) => one.wrapper))) {
      const ofIt = lost.filter((one) => one.wrapper === wrapper);
      log.warn(
        { wrapper, keys: ofIt.length, because: ofIt[0]?.message },
        'data keys cannot be unwrapped any more',
      );
    }
  };
  const round = async (): Promise<void> => {
    const fault = sealing.fault && (await sealing.check());
    const message = fault?.message ?? null;
    if (message !== told) {
      if (fault) log.warn({ kind: fault.kind }, fault.message);
      else log.info({}, 'the sealing key can be used again');
    }
    told = message;
    if (!rewraps || fault) return;
    untilRewrap -= 1;
    if (untilRewrap < 0) await rewrap();
  };

  let stopped = false;
  let going = Promise.resolve();
  const go = (): void => {
    going = going.then(round).catch((error: unknown) => {
      if (!stopped)
        log.warn({ err: error }, 'looking after the sealing key failed; it is tried again');
    });
  };
  go();
  const timer = setInterval(go, everyMs);
  return () => {
    stopped = true;
    clearInterval(timer);
    return Promise.race([going, sleep(STOP_WITHIN_MS, undefined, { ref: false })]);
  };
}
