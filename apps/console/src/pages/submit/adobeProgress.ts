/** Adobe's three steps after the submission, from the statuses it reported (ST-01 to ST-07). */
export type ProgressState = 'done' | 'current' | 'ahead' | 'failed';

export interface AdobeWord {
  status: string | null;
  at: string;
}
export interface AdobeProgress {
  /**
   * Validating access to key and vault; adding them to the data stores; added (ST-03, ST-04,
   * ST-05).
   */
  steps: [ProgressState, ProgressState, ProgressState];
  /** In order, each with what it is known to mean; null for a word that is unknown so far. */
  reported: (AdobeWord & { step: 0 | 1 | 2 | 3 | 'failed' | null })[];
  completed: boolean;
  failed: boolean;
}

const STEP_OF = new Map<string, 0 | 1 | 2 | 3 | 'failed'>([
  ['CREATED', 0],
  ['NEW', 0],
  ['RUNNING', 1],
  ['UPDATE_EXISTING_RESOURCES', 2],
  ['COMPLETED', 3],
  ['FAILED', 'failed'],
]);

/**
 * `statuses` in order of first appearance. The furthest known word counts: a step once reached is
 * not taken back (ST-08).
 */
export function adobeProgress(statuses: readonly AdobeWord[]): AdobeProgress {
  const reported = statuses.map((word) => ({
    ...word,
    step: word.status === null ? null : (STEP_OF.get(word.status) ?? null),
  }));
  const reached = Math.max(
    0,
    ...reported.map((word) => (typeof word.step === 'number' ? word.step : 0)),
  );
  const completed = reached === 3;
  const failed = !completed && reported.some((word) => word.step === 'failed');
  const state = (step: number): ProgressState => {
    if (completed || step < Math.max(1, reached)) return 'done';
    if (step === Math.max(1, reached)) return failed ? 'failed' : 'current';
    return 'ahead';
  };
  return { steps: [state(1), state(2), state(3)], reported, completed, failed };
}
