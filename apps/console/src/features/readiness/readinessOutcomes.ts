import type { ReadinessOutcome } from '../../generated/enums.ts';

/** In the order in which they are shown. */
export const READINESS_OUTCOMES = [
  'READY',
  'WAITING',
  'UNKNOWN',
  'BLOCKED',
  'SUBMITTED',
] as const satisfies readonly ReadinessOutcome[];
