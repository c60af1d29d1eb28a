/** Adds what was not expected to the run, where it is shown and never hidden (ST-08). */
import type { Anomaly, Run } from '../run.ts';

export const withAnomaly = (
  run: Run,
  step: 'SUBMISSION' | 'ACTIVATION',
  message: string,
  at: Anomaly['at'],
  more: Pick<Anomaly, 'kind' | 'values'> = {},
): Run => ({
  ...run,
  anomalies: [...run.anomalies, { at, track: 'AEP', step, message, ...more }],
});
