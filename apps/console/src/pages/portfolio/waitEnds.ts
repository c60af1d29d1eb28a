/**
 * When runs are to be read again, since a cooling-off or a delay ends: no change announces it. The
 * server decides whether it is over; here is only counted how long to wait for it.
 */
import type { MatrixRow, MatrixRun } from './matrixRows.ts';

/** The longest time of a browser's timer. */
const MAX_MILLISECONDS = 2 ** 31 - 1;
/** Until a run is read again whose answer is missing. */
const RETRY_MILLISECONDS = 10_000;
/** Read at once; others follow. */
const MOST_AT_A_TIME = 20;

export class WaitEnds {
  /** From when on each object that was read is to be read again, by `performance.now`. */
  private readonly due = new WeakMap<MatrixRun, number>();

  private dueOf(run: MatrixRun | null): number | null {
    if (!run || (run.coolingOffs.length === 0 && run.delays.length === 0)) return null;
    const known = this.due.get(run);
    if (known !== undefined) return known;
    const ends = [...run.coolingOffs, ...run.delays];
    const seconds = Math.min(...ends.map(({ remainingSeconds }) => remainingSeconds));
    const due = performance.now() + Math.max(seconds, 1) * 1000;
    this.due.set(run, due);
    return due;
  }

  /** In how many milliseconds the next is due; null without one. */
  delay(rows: readonly MatrixRow[]): number | null {
    let next: number | null = null;
    for (const { run } of rows) {
      const due = this.dueOf(run);
      if (due !== null && (next === null || due < next)) next = due;
    }
    if (next === null) return null;
    return Math.min(Math.max(next - performance.now(), 0), MAX_MILLISECONDS);
  }

  /** The IDs of runs that are due; due again later, unless a newer object replaces them. */
  take(rows: readonly MatrixRow[]): string[] {
    const now = performance.now();
    const ids: string[] = [];
    for (const { run } of rows) {
      const due = this.dueOf(run);
      if (!run || due === null || due > now || ids.length === MOST_AT_A_TIME) continue;
      this.due.set(run, now + RETRY_MILLISECONDS);
      ids.push(run.id);
    }
    return ids;
  }
}
