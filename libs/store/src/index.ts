/** The store: everything kept in PostgreSQL. Prisma and SQL stay inside. */
export type {
  Admission,
  ApiTokenRecord,
  Authenticated,
  ClaimRule,
  HandOffAccess,
  HandOffClosing,
  HandOffRecord,
  InvitationRecord,
  MemberRecord,
  MemberHoldings,
  NamedMember,
  NewApiToken,
  NewAuthorization,
  NewHandOff,
  NotAdmitted,
  PresentedCode,
  SessionOrigin,
  SessionRecord,
  ViewerSession,
} from './access/accessRecords.ts';
export { usableScopes, type CodeRefusal, type ExchangedCode } from './access/authorizationCodes.ts';
export type { SessionsToEnd } from './access/sessions.ts';
export type { MemberGrant } from './access/grantRows.ts';
export type { HeldApproval, PolicyEffects, VoidedApproval } from './policies/voidedApprovals.ts';
export type { ApproverOptions } from './access/approvers.ts';
export { ownerProblem } from './access/assignees.ts';
export type { VaultUser } from './organizations/findVaultUsers.ts';
export type { BulkChange } from './bulk/bulkChanges.ts';
export type { BulkItemFilter } from './bulk/bulkItems.ts';
export type { BulkOutcomeCounts, ChecksOf } from './bulk/bulkOutcomes.ts';
export type { BulkQueue } from './bulk/bulkQueue.ts';
export type { ImportedKeyOutcome, ImportedKeysOf } from './bulk/importedKeyResults.ts';
export {
  MAX_BULK_ITEMS,
  type BulkItemRecord,
  type BulkJobRecord,
  type NewBulkJob,
} from './bulk/bulkRecord.ts';
export type { DryRunChange } from './dryRuns/dryRunChanges.ts';
export {
  MAX_DRY_RUN_ATTEMPTS,
  type ClaimedDryRun,
  type DryRunQueue,
} from './dryRuns/dryRunQueue.ts';
export type { DryRunFigures, DryRunItemFilter } from './dryRuns/dryRuns.ts';
export {
  MAX_DRY_RUN_ITEMS,
  type DryRunItemRecord,
  type DryRunRecord,
  type NewDryRun,
} from './dryRuns/dryRunRecord.ts';
export type {
  AdobeConnection,
  AwsRole,
  AwsTrustRecord,
  AzureConnection,
  ShownAzureCredential,
  ClaimedTrial,
  ConnectionKind,
  ConnectionRecord,
  NewAzureConnection,
  NewAzureCredential,
  NewConnection,
  OpenedConnections,
  ReplacementRecord,
  TrialOutcome,
} from './connections/connectionRecord.ts';
export type { DueCredential } from './connections/credentialExpiries.ts';
export type { ExpiringCredential } from './connections/expiringCredentials.ts';
export {
  EFFECT_LEASE_SECONDS,
  isRetrying,
  type ClaimedEffect,
  type Lease,
} from './effects/claimedEffect.ts';
export type { ClaimedWork } from './effects/claimedWork.ts';
export { DEFAULT_RETENTION, retentionOf, type Retention } from './retention/retention.ts';
export type { EffectQueue } from './effects/effectQueue.ts';
export {
  FORMER_SECRET_HOURS,
  MAX_WEBHOOK_ORGANIZATIONS,
  MAX_WEBHOOKS,
  shownUrl,
  type DeliveryAttemptRecord,
  type WebhookDeliveryRecord,
  type WebhookRecord,
} from './webhooks/webhookRecord.ts';
export type { NewWebhook, WebhookChange, WebhookTarget } from './webhooks/changeWebhooks.ts';
export { DELIVERY_LEASE_SECONDS } from './webhooks/deliveryStatements.ts';
export type { AttentionFigures } from './watch/attentionFigures.ts';
export type { EraFigures } from './continuity/eraFigures.ts';
export type { WebhookFigures } from './webhooks/webhookFigures.ts';
export type {
  Attempt,
  AttemptResult,
  ClaimedDelivery,
  WebhookQueue,
} from './webhooks/webhookQueue.ts';
export type { InboxChange, Inboxes } from './inbox/inbox.ts';
export { MAX_DIGEST_ITEMS, type ClaimedDigest, type DigestItem } from './inbox/digestQueue.ts';
export {
  DIGEST_PROBLEMS,
  type DigestProblem,
  type NotificationSettings,
  type NotificationSettingsRecord,
} from './inbox/notificationSettings.ts';
export type { ChatRecord, NewChat } from './inbox/chatSettings.ts';
export type { ChatTarget, ClaimedChat, ClaimedTest } from './inbox/chatQueue.ts';
export { MAX_UNREAD, type InboxItemRecord } from './inbox/inboxItem.ts';
export type { HistoryChange, HistoryRecord } from './history/historyRecord.ts';
export type { OpenStoreOptions } from './openStoreOptions.ts';
export type {
  FieldChange,
  NewOrganization,
  OrganizationFilter,
  OrganizationRecord,
} from './organizations/organizationRecord.ts';
export type { Count, Page } from './page.ts';
export { policyContent, type EffectivePolicy } from './policies/findPolicies.ts';
export { contentVersion } from './tenancy/contentVersion.ts';
export type { PartnerStore } from './partnerStore.ts';
export type { RateCounts } from './rateCounts.ts';
export { TASK_COUNT_CAP, type Task, type TaskRequest } from './runs/findNeededActions.ts';
export type { TaskViewer } from './runs/taskConditions.ts';
export type { TaskGroup } from './runs/taskGroups.ts';
export type { ApprovingViewer, PendingApproval } from './runs/pendingApprovals.ts';
export type {
  AdvanceResult,
  PortfolioCounts,
  RunChange,
  RunFilter,
  Following,
  Reading,
  RunView,
  StepObservation,
  StoredRun,
} from './runs/runRecord.ts';
export type { Store } from './store.ts';
export type { SystemStore } from './systemStore.ts';
export type { MutationOutcome, Occurrence } from './tenancy/mutation.ts';
export type { PartnerScope } from './tenancy/visibility.ts';
export type { UnitOfWork } from './unitOfWork.ts';
export type { NewSavedView, SavedViewChange, ViewWriter } from './views/changeSavedViews.ts';
export { viewContent } from './views/savedViewRecord.ts';
export type { SavedViewPage, SavedViewRecord, ViewSearch } from './views/savedViewRecord.ts';
export { InvalidCursor, Refused } from './tenancy/refused.ts';
export { openStore } from './openStore.ts';
export { migrate } from './startup/migrate.ts';
export { migrateDatabase } from './startup/migrateDatabase.ts';
export { migrationStatus, type MigrationStatus } from './startup/migrationStatus.ts';
export { readMigrations } from './startup/readMigrations.ts';
export type { Settling } from './continuity/databaseEras.ts';
export { ReplacedDatabase } from './continuity/findEra.ts';
export { MovingDatabase } from './continuity/movingDatabase.ts';
export {
  beginMove,
  cancelMove,
  completeMove,
  type MoveOptions,
  type MoveResult,
} from './continuity/moveDatabase.ts';
export { HistoryChanged } from './evidence/historyChanged.ts';
export type { EvidenceSigner } from './evidence/evidenceKeys.ts';
export type { EvidenceRange, EvidenceSnapshot, SnapshotRun } from './evidence/exportEvidence.ts';
export type {
  EntryRange,
  ExportedEntry,
  ExportedLines,
  KeptEvidence,
} from './evidence/readEvidence.ts';
export type { CheckpointVerification } from './evidence/listCheckpoints.ts';
export type { CheckpointAges, CheckpointPass } from './evidence/coverDueChains.ts';
export type { HistoryVerification } from './evidence/verifyHistory.ts';
export { entryHash, GENESIS_HASH } from './history/historyChain.ts';
export { unavailabilityOf } from './database/unavailability.ts';
export { newToken } from './access/apiToken.ts';
export { yieldIfSliceEnded } from './slices.ts';
export type { AlertFilter } from './watch/alerts.ts';
export type { AlertEventRecord } from './watch/alertEvents.ts';
export type { AlertRecord } from './watch/alertRows.ts';
export type { AlertChange } from './watch/alertChanges.ts';
export type { HealthChange } from './watch/healthChanges.ts';
export type { StoredWatch, WatchSummary } from './watch/watchRow.ts';
export {
  OBSERVATION_SECONDS,
  type ClaimedObservation,
  type ObservationOutcome,
} from './watch/observationQueue.ts';
export {
  OBSERVATION_OUTCOMES,
  type ObservationDepth,
  type ObservationOutcomeName,
  type ObservationTotal,
  type WatchedCount,
} from './watch/observationFigures.ts';
export { OBSERVATION_INTERVAL_SECONDS, observationsASecond } from './watch/observationTimes.ts';
export type { HookRecipient, Received } from './hooks/adobeDeliveries.ts';
export type { ClaimedValidation } from './hooks/adobeValidations.ts';
export type { ClaimedProbe } from './probes/vaultProbes.ts';
export type { ClaimedKey } from './hooks/signingKeys.ts';
