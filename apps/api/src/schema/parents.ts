/**
 * The parent of each type whose fields are computed: the store's records and the core's states,
 * never a copy of them.
 */
import type {
  ActionName,
  Anomaly,
  Approval,
  Attestation,
  BulkFinding,
  CheckDefinition,
  CheckId,
  CheckResult,
  EarlierRefusal,
  ClockMark,
  DelayedTrack,
  Drift,
  Grant,
  KeyIdentifier,
  KeyIdentifierInspection,
  VaultProbeFacts,
  HandedOffStep,
  Instant,
  NextAction,
  PlannedChange,
  PolicyWarningCode,
  ProvidedKey,
  Refusal,
  KeyPlace,
  MeasuredRun,
  RevocationClock,
  RuleId,
  Run,
  StepState,
  StepSummary,
  Submission,
  TrackId,
  TrackSetup,
  TrackState,
  TrackSummary,
  WatchedTrack,
  WatchedVersion,
  WebhookEventType,
  ReadinessStep,
  ReadinessTrack,
} from '@keyway/core';
import type {
  AlertEventRecord,
  AlertRecord,
  ApiTokenRecord,
  Authenticated,
  BulkItemRecord,
  BulkJobRecord,
  DryRunFigures,
  DryRunItemRecord,
  DryRunRecord,
  AwsTrustRecord,
  ConnectionRecord,
  ExpiringCredential,
  ReplacementRecord,
  Count,
  EffectivePolicy,
  HandOffAccess,
  HandOffRecord,
  HistoryChange,
  HistoryRecord,
  InboxItemRecord,
  InvitationRecord,
  MemberGrant,
  MemberHoldings,
  NotificationSettingsRecord,
  ChatRecord,
  MemberRecord,
  OrganizationRecord,
  Page,
  HeldApproval,
  PendingApproval,
  PolicyEffects,
  VoidedApproval,
  PortfolioCounts,
  RunView,
  SavedViewRecord,
  SessionRecord,
  Task,
  StoredWatch,
  WatchSummary,
  WebhookDeliveryRecord,
  WebhookRecord,
} from '@keyway/store';

/** A page with its count, which is queried only where it is selected. */
export interface CountedPage<T> extends Page<T> {
  count: () => Promise<Count>;
}

export type ViewerParent = Authenticated;
/** Those of invitations and rules have no rule of their own. */
export type GrantParent = Grant & Partial<Pick<MemberGrant, 'rule'>>;
export type PolicyParent = EffectivePolicy;
export type MemberParent = MemberRecord;
export type MemberHoldingsParent = MemberHoldings;
export type MemberConnectionParent = CountedPage<MemberRecord> & {
  countRemoved: () => Promise<Count>;
};
export interface PolicyWarningParent {
  code: PolicyWarningCode;
}
export type InvitationParent = InvitationRecord;
export type InvitationConnectionParent = Page<InvitationRecord>;
export type HandOffParent = HandOffRecord;
export interface HandedOffParent {
  access: HandOffAccess;
  run: Run;
}
/** `isOwn`: attested by this very link. */
export type HandedOffStepParent = HandedOffStep & { run: Run; isOwn?: boolean };
export type SessionParent = SessionRecord;
export type BulkJobParent = BulkJobRecord;
export type SavedViewParent = SavedViewRecord;
/** Null: the person never chose anything. */
export type NotificationSettingsParent = { stored: NotificationSettingsRecord | null };
export type ChatParent = ChatRecord;
export type InboxItemParent = InboxItemRecord;
export type InboxItemConnectionParent = Page<InboxItemRecord>;
/** `link`: reads the token that it made, where the viewer may have it. */
export type BulkItemParent = BulkItemRecord & {
  track: TrackId | null;
  link?: () => Promise<string | null>;
};
export interface BulkFindingParent extends BulkFinding {
  run: Run;
}
export type BulkItemConnectionParent = CountedPage<BulkItemParent>;
export type BulkJobConnectionParent = Page<BulkJobRecord>;
export type DryRunParent = DryRunRecord;
export type DryRunConnectionParent = Page<DryRunRecord>;
export type ReadinessParent = DryRunItemRecord;
export type ReadinessConnectionParent = CountedPage<DryRunItemRecord>;
export type ReadinessTrackParent = ReadinessTrack;
export type ReadinessStepParent = ReadinessStep;
export type ReadinessCheckParent = CheckResult;
export type ReadinessCauseParent = DryRunFigures['causes'][number];
export type OrganizationParent = OrganizationRecord;
export type CloudConnectionParent = ConnectionRecord;
export type CredentialReplacementParent = ReplacementRecord;
export type ExpiringCredentialParent = ExpiringCredential;
export type ExpiringCredentialConnectionParent = CountedPage<ExpiringCredential>;
export type AwsConnectionParent = AwsTrustRecord;
export type OrganizationConnectionParent = CountedPage<OrganizationRecord>;
export type RunParent = RunView;
export type RunConnectionParent = CountedPage<RunView>;
/** `run`: reads the state, which few fields need; null where the run is gone from sight. */
export type NextActionParent = NextAction & { run: () => Run | Promise<Run | null> };
export interface NeededActionParent extends Pick<Task, 'since' | 'urgency' | 'position'> {
  run: RunView;
  action: NextActionParent;
}
/** Tasks that are done by the same mutation. */
export interface TaskGroupParent extends Count {
  mutation: ActionName;
  isProblem: boolean;
  oldestSince: Instant;
}
export type NeededActionConnectionParent = CountedPage<NeededActionParent>;
/** Where only the summary was read, `whole` is absent: no field that needs it was selected. */
export interface TrackParent extends Omit<TrackSummary, 'steps'> {
  steps: StepParent[];
  whole?: { run: Run; state: TrackState };
}
export interface ProvidedKeyParent {
  run: Run;
  track: TrackId;
  key: ProvidedKey;
}
export interface SetupParent {
  run: Run;
  track: TrackId;
  setup: TrackSetup;
}
export interface SetupChangeParent {
  run: Run;
  setup: TrackSetup;
  change: PlannedChange;
}
export interface StepParent extends StepSummary {
  whole?: { run: Run; state: StepState };
}
export interface CheckParent {
  run: Run;
  track: TrackId;
  result: CheckResult;
}
export type AttestationParent = Attestation;
export type CheckOverrideParent = NonNullable<CheckResult['override']>;
export type SubmissionParent = Submission;
export type TicketParent = NonNullable<TrackState['ticket']>;
export type ConfirmationParent = NonNullable<TrackState['confirmation']>;
export type AnomalyParent = Anomaly;
export type DelayParent = DelayedTrack & { until: Instant; remainingSeconds: number };
export type CheckDefinitionParent = CheckDefinition;
export interface RuleParent {
  id: RuleId;
}
export interface ApprovalParent {
  run: Run;
  track: TrackId;
  approval: Approval;
}
export interface AcceptedBlockParent {
  id: CheckId;
}
export type EarlierRefusalParent = EarlierRefusal;
export interface SubmissionPreviewParent {
  run: Run;
  host: string;
}
export type HistoryEntryParent = HistoryRecord;
export type HistoryChangeParent = HistoryChange;
export type HistoryConnectionParent = Page<HistoryRecord>;
export type ApiTokenParent = ApiTokenRecord;
export type ApiTokenConnectionParent = Page<ApiTokenRecord>;
export type PendingApprovalParent = PendingApproval;
export type PendingApprovalConnectionParent = CountedPage<PendingApproval>;
/** Their UUIDs, by name. */
export type VoidedApprovalParent = VoidedApproval;
export type VoidedApprovalsParent = PolicyEffects;
export type HeldApprovalsParent = readonly HeldApproval[];
export type HeldApprovalParent = HeldApproval;
export interface OrganizationsWithoutApproverParent {
  ids: readonly string[];
}
/** Each is counted where it is selected. */
export interface PortfolioParent {
  organizations: () => Promise<number>;
  counts: () => Promise<PortfolioCounts>;
  measured: () => Promise<readonly MeasuredRun[]>;
}
export interface KeyHealthParent {
  /** Null: nothing is watched. */
  known: WatchSummary | null;
  /** With its state, where a field is selected that needs it. */
  stored: StoredWatch | null;
  organizationId: string;
  organizationCreatedAt: string;
}
export interface TrackHealthParent {
  id: TrackId;
  track: WatchedTrack;
  runId: string;
}
export type DriftParent = Drift;
export interface KeyVersionParent extends Pick<WatchedVersion, 'version' | 'firstSeenAt'> {
  enabled: boolean;
  mayBeDisabledAfter: string | null;
}
export type RevocationClockParent = RevocationClock & { places: KeyPlace[] };
export type ClockMarkParent = ClockMark;
export type AlertParent = AlertRecord;
export type AlertEventParent = AlertEventRecord;
export type AlertEventConnectionParent = Page<AlertEventRecord>;
export type AlertConnectionParent = CountedPage<AlertRecord>;
export type WebhookParent = WebhookRecord;
export type WebhookConnectionParent = Page<WebhookRecord>;
export type WebhookDeliveryParent = WebhookDeliveryRecord;
export type WebhookDeliveryConnectionParent = Page<WebhookDeliveryRecord>;
/** A type of event. */
export interface WebhookEventParent {
  type: WebhookEventType;
}
export type {
  BulkBlockParent,
  ImportKeyNoteParent,
  ImportRejectionParent,
  UserErrorParent,
} from './refusalParents.ts';
/** `Node.__resolveType` decides by a property that only one of them has. */
export type NodeParent =
  | OrganizationParent
  | RunParent
  | HistoryEntryParent
  | ApiTokenParent
  | MemberParent
  | InvitationParent
  | BulkJobParent
  | DryRunParent
  | SavedViewParent
  | HandOffParent
  | AlertParent
  | WebhookParent
  | WebhookDeliveryParent;

/** What was asked for, and what is known of it. */
export interface VaultProbeParent {
  /** Null: the text is no key identifier. */
  key: KeyIdentifier | null;
  findings: KeyIdentifierInspection['findings'];
  /** What is wrong with it as an ARN, where it is one; nobody asks AWS without a credential. */
  arn: Refusal | null;
  facts: VaultProbeFacts;
}
