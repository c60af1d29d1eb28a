/** Dry runs: what runs would find, and what keeps organizations from beginning. */
export {
  beginDryRun,
  dryObservations,
  withDryFacts,
  type DryObservation,
  type DryRun,
  type DryRunBasis,
  type PlannedKey,
  type PlannedKeys,
} from './dryRun.ts';
export {
  failedReadiness,
  parseReadiness,
  READINESS_OUTCOMES,
  readinessOf,
  refusedReadiness,
  type Readiness,
  type ReadinessOutcome,
  type ReadinessStep,
  type ReadinessTrack,
} from './readiness.ts';
export {
  NO_TRACK_APPLIES,
  READINESS_CAUSE_KINDS,
  readinessCauseKey,
  readinessCauseOf,
  readinessCauses,
  type ReadinessCause,
  type ReadinessCauseKind,
} from './readinessCause.ts';
