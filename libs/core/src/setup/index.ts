/** Automatic mode: a plan of changes, which a person confirms. */
export {
  CHANGE_KINDS,
  CHANGE_OUTCOMES,
  CHANGE_REASONS,
  SETTING_NAMES,
  isLeftOpen,
  notPossibleIn,
  planHash,
  type ChangeKind,
  type ChangeOutcome,
  type ChangeReason,
  type ChangeSettings,
  type PlannedChange,
  type SettingName,
} from './plannedChange.ts';
export {
  KEY_PROTECTIONS,
  SETUP_KEY_SIZES,
  SETUP_NETWORKS,
  type SetupInput,
  type SetupRequest,
} from './setupRequest.ts';
export {
  CHANGE_RESULTS,
  SETUP_END_REASONS,
  SETUP_STATUSES,
  nextChange,
  planProblem,
  changeProgress,
  setupStatus,
  type ChangeProgress,
  type ChangeResult,
  type SetupEndReason,
  type SetupPlan,
  type SetupStatus,
  type TrackSetup,
} from './setupState.ts';
export { callsToAwait, mayArriveUntil } from './openCalls.ts';
export { decideChange, passingFailure, type ChangeDecision } from './decideChange.ts';
export { canConfirmSetup } from './setupGuards.ts';
export { planChanges } from './planChanges.ts';
export {
  DIAGNOSTIC_SETTING_NAME,
  LOCK_NAME,
  newKeySettings,
  newVaultSettings,
} from './setupSettings.ts';
export { LOST_CHANGE_SECONDS } from '../transitions/setup.ts';
