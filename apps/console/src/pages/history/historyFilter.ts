/** Converts the history page's address to the server's filter. */
import type { HistoryFilter } from '../../generated/graphql.ts';
import type { HistorySearch } from './historySearch.ts';

/** Kinds of entries by topic. */
export const KIND_GROUPS = {
  DECISIONS: [
    'approvalRequested',
    'approvalGranted',
    'approvalRefused',
    'approvalWithdrawn',
    'approvalExpired',
    'policyChanged',
    'checkOverridden',
    'stepAttested',
  ],
  SENT: [
    'submissionRequested',
    'configurationDelayed',
    'configurationNotSent',
    'configurationSending',
    'configurationAccepted',
    'configurationSendFailed',
    'configurationNotFound',
    'configurationObserved',
    'roleAssigned',
    'roleAssignmentFailed',
    'setupConfirmed',
    'setupChangeDelayed',
    'setupChangeStarted',
    'setupChangeMade',
    'setupChangeFailed',
    'setupCancelled',
    'ticketRecorded',
    'cjaConfirmed',
  ],
  CHECKS: [
    'verificationRequested',
    'factsObserved',
    'trackReread',
    'keyProvided',
    'keyPolicyProvided',
    'vaultProbed',
    'setupRequested',
    'setupPlanned',
    'setupPlanFailed',
    'stepRetried',
    'workResumed',
  ],
  RUNS: ['runStarted', 'runAssigned', 'commentAdded', 'runCancelled'],
  WATCH: [
    'eventGridAddressCreated',
    'watchStarted',
    'healthChanged',
    'versionSeen',
    'differenceAccepted',
    'alertOpened',
    'alertAcknowledged',
    'alertReopened',
    'alertResolved',
  ],
  ORGANIZATIONS: [
    'organizationCreated',
    'organizationUpdated',
    'organizationArchived',
    'organizationRestored',
    'organizationDeleted',
    'organizationChanged',
    'adobeConnected',
    'azureConnected',
    'awsConnected',
    'adobeDisconnected',
    'azureDisconnected',
    'awsDisconnected',
    'awsExternalIdCreated',
    'connectionVerified',
    'connectionFailed',
    'replacementStored',
    'replacementFailed',
    'replacementWithdrawn',
    'credentialExpires',
    'credentialExpired',
    'connectionsChanged',
    'evidenceExported',
    'databaseFailedOver',
    'databaseRestored',
  ],
  ACCESS: [
    'apiTokenCreated',
    'apiTokenRevoked',
    'memberSignedIn',
    'memberJoined',
    'memberInvited',
    'invitationRevoked',
    'invitationAccepted',
    'grantsChanged',
    'memberRemoved',
    'sessionsEnded',
    'signInPolicyChanged',
    'handOffCreated',
    'handOffRevoked',
    'partnerCreated',
    'webhookCreated',
    'webhookChanged',
    'webhookDeleted',
    'webhookSecretRotated',
    'webhookDisabled',
    'webhookRedelivered',
    'chatSet',
    'chatRemoved',
  ],
} as const satisfies Record<string, readonly string[]>;

export type KindGroup = keyof typeof KIND_GROUPS;
export const KIND_GROUP_IDS = Object.keys(KIND_GROUPS) as KindGroup[];

/** The instant at which a day (`2026-11-25`) starts in local time; undefined if it is no day. */
export function parseDayStart(day: string | undefined, addDays = 0): string | undefined {
  if (!day || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const start = new Date(year, month - 1, date + addDays);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}

/** Most entries, and seldom what somebody needs. */
const SIGN_INS = ['memberSignedIn'];

/** Where sign-ins are hidden, and a person can show them. */
export const hidesSignIns = ({ kind }: HistorySearch): boolean =>
  !KIND_GROUP_IDS.some((id) => id === kind);

/** `until` includes its day. Unknown values are ignored. */
export function toHistoryFilter(search: HistorySearch): HistoryFilter {
  const group = KIND_GROUP_IDS.find((id) => id === search.kind);
  const since = parseDayStart(search.since);
  const until = parseDayStart(search.until, 1);
  return {
    ...(search.organization ? { organizationId: search.organization } : {}),
    ...(search.actor?.trim() ? { actor: search.actor.trim() } : {}),
    ...(group ? { kind: [...KIND_GROUPS[group]] } : {}),
    ...(!group && search.signIns !== 'shown' ? { exceptKind: SIGN_INS } : {}),
    ...(since ? { since } : {}),
    ...(until ? { until } : {}),
  };
}
