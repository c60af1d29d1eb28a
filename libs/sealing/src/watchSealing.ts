/**
 * Checks an unusable sealing key until it works, and logs each change once. The worker also moves
 * data keys to the present key.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { repeat } from '@keyway/config';
import type { ConnectorErrorKind } from '@keyway/core';

interface Problem {
  kind: ConnectorErrorKind;
  code: string | null;
  permission: string | null;
  message: string;
}

/** The store's `sealing`. */
export interface WatchedSealing {
  readonly problem: Problem | null;
  check(): Promise<Problem | null>;
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
  /** Milliseconds between two passes; 60,000 by default. */
  everyMs?: number;
}

/** Texts differ more often: a vault puts the request's ID and the time to wait into its message. */
const isSame = (one: Problem | null, other: Problem | null): boolean =>
  one?.kind === other?.kind && one?.code === other?.code && one?.permission === other?.permission;

const EVERY_MILLISECONDS = 60_000;
const STOP_WITHIN_MILLISECONDS = 1_000;
/** In passes. */
const REWRAP_EVERY = 60;

/**
 * While the sealing key has a problem, checks it every minute and logs each change once. With
 * `rewraps`, moves data keys to the present key after the start and every hour.
 * @returns stops it; waits briefly for a running pass, which can end anywhere without harm
 */
export function watchSealing(
  sealing: WatchedSealing,
  { log, rewraps, everyMs = EVERY_MILLISECONDS }: WatchOptions,
): () => Promise<void> {
  let logged = sealing.problem;
  let untilRewrap = 0;

  const rewrap = async (): Promise<void> => {
    const { current, moved, lost, stopped: early } = await sealing.rewrap();
    untilRewrap = early === null ? REWRAP_EVERY : 1;
    if (moved > 0)
      log.info({ moved, by: current }, 'data keys were rewrapped by the present sealing key');
    if (early !== null)
      log.warn({ moved, because: early }, 'rewrapping data keys ended early; it continues later');
    for (const wrapper of new Set(lost.map((one) => one.wrapper))) {
      const ofIt = lost.filter((one) => one.wrapper === wrapper);
      log.warn(
        { wrapper, keys: ofIt.length, because: ofIt[0]?.message },
        'data keys cannot be unwrapped any more',
      );
    }
  };
  const pass = async (): Promise<void> => {
    const problem = sealing.problem && (await sealing.check());
    if (!isSame(problem, logged)) {
      if (problem) log.warn({ kind: problem.kind }, problem.message);
      else log.info({}, 'the sealing key can be used again');
    }
    logged = problem;
    if (!rewraps || problem) return;
    untilRewrap -= 1;
    if (untilRewrap < 0) await rewrap();
  };

  let stopped = false;
  const stop = repeat(
    () =>
      pass().catch((error: unknown) => {
        if (!stopped) log.warn({ err: error }, 'checking the sealing key failed; trying again');
      }),
    everyMs,
  );
  return () => {
    stopped = true;
    return Promise.race([stop(), sleep(STOP_WITHIN_MILLISECONDS, undefined, { ref: false })]);
  };
}
