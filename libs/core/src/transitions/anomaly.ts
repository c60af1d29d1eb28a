/** Adds what was not expected to the run, where it is shown and never hidden (ST-08). */
import type { Anomaly, Run } from '../run.ts';

export const withAnomaly = (
  run: Run,
  step: 'SUBMISSION' | 'ACTIVATION' | 'TICKET',
  message: string,
  at: Anomaly['at'],
  more: Pick<Anomaly, 'kind' | 'values' | 'checks'> = {},
): Run => ({
  ...run,
  anomalies: [
    ...run.anomalies,
    { at, track: step === 'TICKET' ? 'CJA' : 'AEP', step, message, ...more },
  ],
});
