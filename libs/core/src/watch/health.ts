/** Whether Adobe can use an organization's key after its set-up is complete. */

/** Every `Health`, worst first, as in the enum of the public contract. */
export const HEALTHS = [
  'REVOKED',
  'CUT_OFF',
  'AT_RISK',
  'UNREACHABLE',
  'HEALTHY',
  'NOT_WATCHED',
] as const;
/**
 * - `REVOKED`: seen: Adobe cannot use the key, and may purge all data (AL-03, AL-04)
 * - `CUT_OFF`: seen: key and role are right, but the network keeps Adobe out (AL-05)
 * - `AT_RISK`: usable, but weakened, different from what was approved, or expiring within 30 days
 * - `UNREACHABLE`: the current state cannot be read
 * - `NOT_WATCHED`: no completed run, or nothing that Keyway may read
 */
export type Health = (typeof HEALTHS)[number];

/** What a finding can make of a track's health. */
export type Harm = Extract<Health, 'REVOKED' | 'CUT_OFF' | 'AT_RISK'>;

/** The worst of them; `NOT_WATCHED` of none. */
export const worstHealth = (healths: readonly Health[]): Health =>
  HEALTHS.find((health) => healths.includes(health)) ?? 'NOT_WATCHED';
