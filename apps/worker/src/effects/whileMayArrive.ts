/** Nothing is read or sent for a vault while what was sent to it earlier may still arrive. */
import { mayArriveUntil, type TrackSetup } from '@keyway/core';
import type { EffectContext, Release } from './effectContext.ts';

/** Null once nothing can arrive any more, whichever set-up sent it. */
export function whileMayArrive(
  setup: TrackSetup,
  { run, now }: Pick<EffectContext, 'run' | 'now'>,
): Release | null {
  const until = mayArriveUntil(run, setup);
  const afterSeconds = until ? (Date.parse(until) - Date.parse(now())) / 1000 : 0;
  return afterSeconds > 0
    ? { release: 'what was sent to this vault earlier may still arrive', afterSeconds }
    : null;
}
