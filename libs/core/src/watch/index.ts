/** What other projects use of the watch. */
export { HEALTHS, worstHealth, type Health } from './health.ts';
export {
  CURRENT_WATCH_VERSION,
  WATCHED_STEPS,
  watchedSteps,
  type Finding,
  type FindingSubject,
  type Watch,
  type WatchedStepId,
  type WatchedTrack,
  type WatchedVersion,
} from './watch.ts';
export {
  ALERT_KINDS,
  causeOf,
  unread,
  type AlertKind,
  type AlertSubject,
  type OwnAlert,
} from './alertsOf.ts';
export {
  harmOfOutcome,
  isWatchedCheck,
  type HarmfulOutcome,
  type WatchedCheckId,
} from './harmOfOutcome.ts';
export { runbookOf, runbookOfAdobe, type RunbookStep } from './runbookOf.ts';
export { STATEMENT_FIELD, type WatchField } from './fieldEffects.ts';
export { revocationClock, type ClockMark, type RevocationClock } from './revocationClock.ts';
export { silentSteps, unreachableSteps } from './silentSteps.ts';
export { trackDrift, type Drift } from './trackDrift.ts';
export { mayBeDisabledAfter } from './keyVersions.ts';
export { expiresAt } from './expiryMarks.ts';
export {
  advanceWatch,
  healthOfWatch,
  type WatchAdvance,
  type WatchChange,
  type WatchEvent,
  type WatchEventData,
  type WatchEventKind,
} from './advanceWatch.ts';
export { CONFIRMING_SECONDS } from './absence.ts';
export { startWatch } from './startWatch.ts';
export { approvedTenant, type TrackObservation } from './trackAfterObservation.ts';
export {
  keyPlaces,
  placesOfTrack,
  type KeyPlace,
  type KmsPlace,
  type VaultPlace,
} from './keyPlace.ts';
export { upcastWatch } from './upcastWatch.ts';
export { versionsToRead } from './keyVersions.ts';
export { adobeEvents, type AdobeAlertKind, type AdobeEvent } from './adobeEvent.ts';
export {
  ADOBE_ALERT_PREFIX,
  adobeAlertEnds,
  adobeAlertName,
  needsAttentionAgain,
  MAX_OPEN_NOTIFICATIONS,
  isOfAdobe,
  isPurgeClass,
} from './adobeAlerts.ts';
export { isSigningKeyPath, validationPath, type AdobeEventsPort } from './adobeEventsPort.ts';
export { eventGridEvents, vaultNameOf, type EventGridEvent } from './eventGridEvents.ts';
