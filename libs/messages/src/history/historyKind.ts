import type { EventKind } from '@keyway/core';

/** Entries that are not events of a run. */
type RecordKind =
  | 'organizationCreated'
  | 'organizationUpdated'
  | 'organizationArchived'
  | 'organizationRestored'
  | 'adobeConnected'
  | 'azureConnected'
  | 'adobeDisconnected'
  | 'azureDisconnected'
  | 'connectionVerified'
  | 'connectionFailed'
  | 'apiTokenCreated'
  | 'apiTokenRevoked'
  | 'memberSignedIn'
  | 'memberJoined'
  | 'memberInvited'
  | 'invitationRevoked'
  | 'invitationAccepted'
  | 'grantsChanged'
  | 'memberRemoved'
  | 'sessionsEnded'
  | 'signInPolicyChanged'
  | 'handOffCreated'
  | 'handOffRevoked'
  | 'partnerCreated';

export type HistoryKind = EventKind | RecordKind;
