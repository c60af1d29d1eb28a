/** Adds what was not expected to the run, where it is shown and never hidden (ST-08). */
import type { Anomaly, RunDraft } from '../run.ts';

export const withAnomaly = (
  run: RunDraft,
  step: 'SUBMISSION' | 'ACTIVATION' | 'TICKET',
  anomaly: Pick<Anomaly, 'code' | 'values' | 'checks'>,
  at: Anomaly['at'],
): RunDraft => ({
  ...run,
  anomalies: [...run.anomalies, { at, track: step === 'TICKET' ? 'CJA' : 'AEP', step, ...anomaly }],
});
