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
  NewHandOff,
  NotAdmitted,
  SessionOrigin,
  SessionRecord,
  ViewerSession,
} from './access/accessRecords.ts';
export type { SessionsToEnd } from './access/sessions.ts';
export type { MemberGrant } from './access/grantRows.ts';
export type { HeldApproval, PolicyEffects, VoidedApproval } from './policies/voidedApprovals.ts';
export type { ApproverOptions } from './access/approvers.ts';
export { ownerProblem } from './access/assignees.ts';
export type { BulkChange } from './bulk/bulkChanges.ts';
export type { BulkItemFilter } from './bulk/bulkItems.ts';
export type { BulkOutcomeCounts, ChecksOf } from './bulk/bulkOutcomes.ts';
export type { BulkQueue } from './bulk/bulkQueue.ts';
export {
  MAX_BULK_ITEMS,
  type BulkItemRecord,
  type BulkJobRecord,
  type NewBulkJob,
} from './bulk/bulkRecord.ts';
export type {
  AdobeConnection,
  AzureConnection,
  ClaimedTrial,
  ConnectionKind,
  ConnectionRecord,
  NewConnection,
  OpenedConnections,
  TrialOutcome,
} from './connections/connectionRecord.ts';
export {
  EFFECT_LEASE_SECONDS,
  isRetrying,
  type ClaimedEffect,
  type Lease,
} from './effects/claimedEffect.ts';
export type { ClaimedWork } from './effects/claimedWork.ts';
export type { EffectQueue } from './effects/effectQueue.ts';
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
export {
  TASK_COUNT_CAP,
  type Task,
  type TaskRequest,
  type TaskViewer,
} from './runs/findNeededActions.ts';
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
export { migrate, readMigrations } from './startup/migrate.ts';
export { entryHash, GENESIS_HASH } from './history/historyChain.ts';
export { unavailabilityOf } from './database/unavailability.ts';
export { newToken } from './access/apiToken.ts';
export { yieldIfSliceEnded } from './slices.ts';
