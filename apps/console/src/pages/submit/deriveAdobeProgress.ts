/** Adobe's three steps after the submission, from the statuses it reported (ST-01 to ST-07). */
export type ProgressState = 'done' | 'current' | 'ahead' | 'failed';

export interface ReportedStatus {
  status: string | null;
  at: string;
}
export interface AdobeProgress {
  /**
   * Validating access to key and vault; adding them to the data stores; added (ST-03, ST-04,
   * ST-05).
   */
  steps: [ProgressState, ProgressState, ProgressState];
  /** In order, each with the step that it means; null for an unknown status. */
  reported: (ReportedStatus & { step: 0 | 1 | 2 | 3 | 'failed' | null })[];
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
 * `statuses` in order of first appearance. The furthest known status counts, because a step that
 * was reached stays reached (ST-08).
 */
export function deriveAdobeProgress(statuses: readonly ReportedStatus[]): AdobeProgress {
  const reported = statuses.map((one) => ({
    ...one,
    step: one.status === null ? null : (STEP_OF.get(one.status) ?? null),
  }));
  const reached = Math.max(
    0,
    ...reported.map((one) => (typeof one.step === 'number' ? one.step : 0)),
  );
  const completed = reached === 3;
  const failed = !completed && reported.some((one) => one.step === 'failed');
  const state = (step: number): ProgressState => {
    if (completed || step < Math.max(1, reached)) return 'done';
    if (step === Math.max(1, reached)) return failed ? 'failed' : 'current';
    return 'ahead';
  };
  return { steps: [state(1), state(2), state(3)], reported, completed, failed };
}
