/** When the next cooling-off of the matrix ends: it changes nothing at the server. */
import type { MatrixRow, MatrixRun } from './matrixRows.ts';

/** The longest time of a browser's timer. */
const MAX_MILLISECONDS = 2 ** 31 - 1;

/** In milliseconds since the epoch; null without one. */
export function nextEnd(rows: readonly MatrixRow[]): number | null {
  let next: number | null = null;
  for (const { run } of rows)
    for (const { until } of run?.coolingOffs ?? []) {
      const at = Date.parse(until);
      if (next === null || at < next) next = at;
    }
  return next;
}

/** A little later, so that it is over when the timer fires. */
export const delayUntil = (at: number): number =>
  Math.min(Math.max(at - Date.now(), 0) + 50, MAX_MILLISECONDS);

/** The run without what is over, then the partner's turn; the very same object where nothing is. */
export function withoutEnded(run: MatrixRun, now: number): MatrixRun {
  const coolingOffs = run.coolingOffs.filter(({ until }) => Date.parse(until) > now);
  if (coolingOffs.length === run.coolingOffs.length) return run;
  const { nobodysTurnUntil, waitingOn } = run;
  return {
    ...run,
    coolingOffs,
    nobodysTurnUntil:
      nobodysTurnUntil && Date.parse(nobodysTurnUntil) > now ? nobodysTurnUntil : null,
    waitingOn: waitingOn.includes('PARTNER') ? waitingOn : ['PARTNER', ...waitingOn],
  };
}
