import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { NodeParent, ViewerParent, OrganizationParent, CloudConnectionParent, CredentialReplacementParent, AwsConnectionParent, OrganizationConnectionParent, VaultProbeParent, RunParent, RunConnectionParent, NextActionParent, NeededActionParent, TaskGroupParent, NeededActionConnectionParent, TrackParent, ProvidedKeyParent, SetupParent, SetupChangeParent, StepParent, AttestationParent, CheckOverrideParent, SubmissionParent, TicketParent, ConfirmationParent, AnomalyParent, DelayParent, CheckParent, CheckDefinitionParent, RuleParent, ApprovalParent, AcceptedBlockParent, EarlierRefusalParent, SubmissionPreviewParent, HistoryEntryParent, HistoryChangeParent, HistoryConnectionParent, ApiTokenParent, ApiTokenConnectionParent, GrantParent, MemberParent, MemberHoldingsParent, PolicyWarningParent, MemberConnectionParent, InvitationParent, InvitationConnectionParent, HandOffParent, HandedOffParent, HandedOffStepParent, SessionParent, KeyHealthParent, TrackHealthParent, DriftParent, KeyVersionParent, RevocationClockParent, ClockMarkParent, AlertParent, AlertEventParent, AlertEventConnectionParent, AlertConnectionParent, WebhookParent, WebhookConnectionParent, WebhookDeliveryParent, WebhookDeliveryConnectionParent, WebhookEventParent, PolicyParent, PortfolioParent, PendingApprovalParent, PendingApprovalConnectionParent, OrganizationsWithoutApproverParent, VoidedApprovalsParent, VoidedApprovalParent, HeldApprovalsParent, HeldApprovalParent, UserErrorParent, SavedViewParent, ChatParent, NotificationSettingsParent, InboxItemParent, InboxItemConnectionParent, BulkJobParent, BulkJobConnectionParent, BulkItemParent, BulkFindingParent, BulkItemConnectionParent, BulkBlockParent, ExpiringCredentialParent, ExpiringCredentialConnectionParent, DryRunParent, DryRunConnectionParent, ReadinessParent, ReadinessConnectionParent, ReadinessTrackParent, ReadinessStepParent, ReadinessCheckParent, ReadinessCauseParent, ImportRejectionParent, ImportKeyNoteParent } from '../schema/parents.ts';
import type { RequestContext } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * An instant: RFC 3339 in UTC with milliseconds, ending in `Z`, such as `2026-11-25T08:30:00.000Z`.
   * Input may have any offset.
   */
  DateTime: { input: string; output: string; }
  /** Any JSON value. */
  JSON: { input: unknown; output: unknown; }
};

/** Input of `acceptDrift`. */
export type AcceptDriftInput = {
  /** As in `Drift.field`. */
  field: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The organization. */
  organizationId: Scalars['ID']['input'];
  /** Why it is as wanted; kept in history. */
  reason: Scalars['String']['input'];
  /** The track. */
  track: TrackId;
};

/** A check that an approver accepted though it was not met when Keyway last read it. */
export type AcceptedBlock = {
  __typename?: 'AcceptedBlock';
  /** The check's ID. */
  id: Scalars['String']['output'];
  /** The check's title, in the requested language. */
  title: Scalars['String']['output'];
};


/** A check that an approver accepted though it was not met when Keyway last read it. */
export type AcceptedBlockTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Input of `acknowledgeAlert`. */
export type AcknowledgeAlertInput = {
  /** What is being done about it; kept in history. */
  comment?: InputMaybe<Scalars['String']['input']>;
  /** The alert. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Who must act. */
export type Actor =
  /** Adobe. */
  | 'ADOBE'
  /** An approver other than the requester. */
  | 'APPROVER'
  /** The customer's AWS administrator. */
  | 'AWS_ADMIN'
  /** The customer's Azure administrator. */
  | 'AZURE_ADMIN'
  /** The customer's Entra administrator. */
  | 'ENTRA_ADMIN'
  /** The partner who runs Keyway. */
  | 'PARTNER'
  /** Keyway. */
  | 'SYSTEM';

/** How many runs wait on an actor. */
export type ActorCount = {
  __typename?: 'ActorCount';
  /** The actor. */
  actor: Actor;
  /** How many runs wait on it. */
  count: Scalars['Int']['output'];
};

/** A comment on a run, or on one of its tracks or steps. */
export type AddCommentInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Members whom it names, at most 20; each must see the organization, and finds it in their inbox. The
   * text has their names as it was written.
   */
  mentions?: InputMaybe<Array<Scalars['ID']['input']>>;
  runId: Scalars['ID']['input'];
  /** The step that it is about. Requires `track`. */
  step?: InputMaybe<StepId>;
  /** The comment, as plain text. */
  text: Scalars['String']['input'];
  /** The track that it is about. */
  track?: InputMaybe<TrackId>;
};

/** Something about an organization's keys that people should know of. */
export type Alert = Node & {
  __typename?: 'Alert';
  /** Since when somebody takes care of it. */
  acknowledgedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who takes care of it. */
  acknowledgedBy?: Maybe<Scalars['String']['output']>;
  /** Why, in one or two sentences. */
  detail: Scalars['String']['output'];
  /** Of an alert of Adobe: the events of its kind since it was opened; 0 for Keyway's own alerts. */
  eventCount: Scalars['Int']['output'];
  /** These events, newest first; none for Keyway's own alerts. `first` is 1 to 100. */
  events: AlertEventConnection;
  /** Of an alert that a health check found: which health. */
  health?: Maybe<Health>;
  id: Scalars['ID']['output'];
  /** What it is about. */
  kind: AlertKind;
  /** When the last of these events was received. */
  lastEventAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was opened. */
  openedAt: Scalars['DateTime']['output'];
  /** The organization whose key it is about. */
  organization: Organization;
  /** Whether Adobe may delete data (AL-03). */
  purgeClass: Scalars['Boolean']['output'];
  /** When what it was about ended. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What to do, in order; empty where there is nothing to do. */
  runbook: Array<Scalars['String']['output']>;
  /** The event as received, the first of its kind; null for Keyway's own alerts. */
  source?: Maybe<Scalars['JSON']['output']>;
  /** Where it stands. */
  status: AlertStatus;
  /** What it is, in short. */
  title: Scalars['String']['output'];
  /** The track; null where Adobe doesn't say. */
  track?: Maybe<TrackId>;
};


/** Something about an organization's keys that people should know of. */
export type AlertDetailArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** Something about an organization's keys that people should know of. */
export type AlertEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** Something about an organization's keys that people should know of. */
export type AlertRunbookArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** Something about an organization's keys that people should know of. */
export type AlertTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A page of alerts. */
export type AlertConnection = {
  __typename?: 'AlertConnection';
  edges: Array<AlertEdge>;
  nodes: Array<Alert>;
  pageInfo: PageInfo;
  /** How many there are, at most 10,000. A larger count is 10,000. */
  totalCount: Scalars['Int']['output'];
};

/** An alert in a page. */
export type AlertEdge = {
  __typename?: 'AlertEdge';
  cursor: Scalars['String']['output'];
  node: Alert;
};

/** An event that Adobe sent. */
export type AlertEvent = {
  __typename?: 'AlertEvent';
  /** As Adobe identifies it. */
  eventId: Scalars['String']['output'];
  /** When it was received. */
  receivedAt: Scalars['DateTime']['output'];
  /**
   * The event as received. Of one with more than 16,384 characters that did not open its alert:
   * `{ truncated }` with its beginning. Null where it was received before Keyway kept it.
   */
  source?: Maybe<Scalars['JSON']['output']>;
};

/** A page of events. */
export type AlertEventConnection = {
  __typename?: 'AlertEventConnection';
  edges: Array<AlertEventEdge>;
  nodes: Array<AlertEvent>;
  pageInfo: PageInfo;
};

/** An event in a page. */
export type AlertEventEdge = {
  __typename?: 'AlertEventEdge';
  cursor: Scalars['String']['output'];
  node: AlertEvent;
};

/** Which alerts. What is given must all hold. */
export type AlertFilter = {
  /** One of these kinds. */
  kind?: InputMaybe<Array<AlertKind>>;
  /** Of one organization. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** One of these statuses. */
  status?: InputMaybe<Array<AlertStatus>>;
};

/** What an alert is about. */
export type AlertKind =
  /** Of Adobe: anything else (AL-07). */
  | 'ALERT_NOTIFICATION'
  /** Found by a health check. */
  | 'HEALTH'
  /** Of Adobe: it regards the key as withdrawn, and will delete all data (AL-03). */
  | 'KEY_ACCESS_DISABLED'
  /** Of Adobe: it can't use the key; no data is deleted for it (AL-05). */
  | 'KEY_ACCESS_FAILURE'
  /** 90, 30, 7, 1 days before a key expires. */
  | 'KEY_EXPIRY'
  /** A version was added. */
  | 'KEY_ROTATED'
  /** An old version was disabled within 24 hours of a rotation (ROT-03). */
  | 'ROTATION_UNSAFE';

/** The alert after the change. */
export type AlertPayload = {
  __typename?: 'AlertPayload';
  /** Null where it was refused. */
  alert?: Maybe<Alert>;
  /**
   * True where somebody else had acknowledged it before: nothing was changed, and the comment is not
   * kept.
   */
  alreadyAcknowledged: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

/** Where an alert stands. */
export type AlertStatus =
  /** Somebody takes care of it. */
  | 'ACKNOWLEDGED'
  /** Nobody takes care of it yet. */
  | 'OPEN'
  /** What it was about has ended. */
  | 'RESOLVED';

/** An unexpected report of Adobe or a cloud. */
export type Anomaly = {
  __typename?: 'Anomaly';
  /** When it was reported. */
  at: Scalars['DateTime']['output'];
  /** What was reported, in the requested language. */
  message: Scalars['String']['output'];
  /** The step that it is about. */
  step: StepId;
  /** The track that it is about. */
  track: TrackId;
};


/** An unexpected report of Adobe or a cloud. */
export type AnomalyMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A credential for API clients. */
export type ApiToken = Node & {
  __typename?: 'ApiToken';
  /**
   * The program that got it when its member signed in by the browser: `keyway-cli`. Null for one that
   * was created by `createApiToken`.
   */
  client?: Maybe<Scalars['String']['output']>;
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Who created it, or signed in by the program that got it. */
  createdBy: Scalars['String']['output'];
  /** When it expires; null for never. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** When it was last used; null for never. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it is for. */
  name: Scalars['String']['output'];
  /** The organizations that it is limited to; null for every one of the partner. */
  organizations?: Maybe<Array<Organization>>;
  /** Its first characters, to recognize it. */
  prefix: Scalars['String']['output'];
  /** When it was revoked; null if it was not. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Its role. */
  role: Role;
  /** What it may be used for: `read`, `runs:write`, `approve`, `admin`. */
  scopes: Array<Scalars['String']['output']>;
  /** Those of its scopes that its role can't use, so that it can do nothing with them. */
  unusableScopes: Array<Scalars['String']['output']>;
};

export type ApiTokenConnection = {
  __typename?: 'ApiTokenConnection';
  edges: Array<ApiTokenEdge>;
  nodes: Array<ApiToken>;
  pageInfo: PageInfo;
};

export type ApiTokenEdge = {
  __typename?: 'ApiTokenEdge';
  cursor: Scalars['String']['output'];
  node: ApiToken;
};

/** The approval of a second person, bound to one key and its evidence. */
export type Approval = {
  __typename?: 'Approval';
  /**
   * The checks that the approver accepted though they were not met when Keyway last read them; null
   * until it is approved, and if there were none.
   */
  acceptedBlocks?: Maybe<Array<AcceptedBlock>>;
  /** The approver's comment; null without one. */
  comment?: Maybe<Scalars['String']['output']>;
  /** The only name that can be submitted; null if the approval is for any name. */
  configurationName?: Maybe<Scalars['String']['output']>;
  /** The check of that name (VAL-26); approving accepts its warning. Null without a name. */
  configurationNameCheck?: Maybe<Check>;
  /** When it was approved or refused; null until then. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who approved or refused it; null until then. */
  decidedBy?: Maybe<Scalars['String']['output']>;
  /** SHA-256 of the canonical evidence, lowercase hex. */
  evidenceHash: Scalars['String']['output'];
  /** When it expires; null until it is approved. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The host that the configuration is sent to; null on CJA, which has no API. */
  host?: Maybe<Scalars['String']['output']>;
  /** The IMS organization ID that it is for. */
  imsOrgId: Scalars['String']['output'];
  /**
   * The key with its version. On AWS the attested reference (an ARN), or the statement if there is no
   * reference.
   */
  keyIdentifier: Scalars['String']['output'];
  /**
   * Why this viewer can't approve it; null if they can. After `POLICY_FORBIDS` they may still refuse
   * it: see `mayNotRefuse`.
   */
  mayNotDecide?: Maybe<UserErrorCode>;
  /** Why this viewer can't refuse it; null if they can. */
  mayNotRefuse?: Maybe<UserErrorCode>;
  /** Why no person can approve it; null where one can, and once it was decided. */
  noApprover?: Maybe<NoApprover>;
  /** Why it is void, refused or withdrawn; null otherwise. A person's reason is not translated. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What another person refused before this request. Null where the request before was not refused. */
  refusedBefore?: Maybe<EarlierRefusal>;
  /** When it was requested. */
  requestedAt: Scalars['DateTime']['output'];
  /** Who requested it. */
  requestedBy: Scalars['String']['output'];
  /** The status of the approval. */
  status: ApprovalStatus;
  /** The ID of the vault's Entra tenant; empty on AWS. */
  tenantId: Scalars['String']['output'];
  /** Whether it can be used now: approved, not expired, and past `usableAt`. */
  usable: Scalars['Boolean']['output'];
  /** From when on it may be used, by the run's policy; null until it is approved. */
  usableAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it became void, or expired; null otherwise, and where that was not kept. */
  voidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When it was withdrawn; null if it was not. */
  withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who withdrew it; null if it was not withdrawn. */
  withdrawnBy?: Maybe<Scalars['String']['output']>;
};


/** The approval of a second person, bound to one key and its evidence. */
export type ApprovalDecidedByArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The approval of a second person, bound to one key and its evidence. */
export type ApprovalReasonArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The approval of a second person, bound to one key and its evidence. */
export type ApprovalRequestedByArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The approval of a second person, bound to one key and its evidence. */
export type ApprovalWithdrawnByArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** The status of an approval. */
export type ApprovalStatus =
  /** Given, and valid until `expiresAt`. */
  | 'APPROVED'
  /** Not used in time. */
  | 'EXPIRED'
  /** Refused by an approver. */
  | 'REFUSED'
  /** Requested; not decided yet. */
  | 'REQUESTED'
  /** Used for the point of no return. */
  | 'SPENT'
  /** Withdrawn, or its evidence changed. */
  | 'VOID';

/** Why a policy would void an approval. */
export type ApprovalVoidReason =
  /** A warning was accepted that nobody could accept any more. */
  | 'ACCEPTED_WARNING'
  /** It was given longer ago than it would be valid. */
  | 'EXPIRED'
  /** An approver of the organization itself would have to approve, and someone else did. */
  | 'OWN_APPROVER_REQUIRED'
  /** The policy would be loosened: it would allow something that the policy that holds does not. */
  | 'POLICY_LOOSENED';

/** The request to approve. */
export type ApproveInput = {
  /**
   * The IDs of the checks in `lastBlocked` of the track's steps, each of which you accept. Required
   * where there are any; `comment` then says why.
   */
  acceptedBlocks?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Kept with the approval and in the history. */
  comment?: InputMaybe<Scalars['String']['input']>;
  /** The IMS organization ID, typed to confirm the organization. */
  confirmImsOrgId: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  runId: Scalars['ID']['input'];
  /** The track whose point of no return is approved. */
  track: TrackId;
};

/** The organization to archive. */
export type ArchiveOrganizationInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
  /** Why it is archived. Required after a submission. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What changes of who is responsible. */
export type AssignRunInput = {
  /** Until when it should be done. Null takes the date away; left out, it stays. */
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A member who sees the organization. Null takes the owner away; left out, the owner stays. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  runId: Scalars['ID']['input'];
};

/** The step to attest. */
export type AttestHandedOffInput = {
  /** The name of the person who states it. */
  by: Scalars['String']['input'];
  /** What was done, and where it can be seen. */
  statement: Scalars['String']['input'];
  /** The step. */
  step: StepId;
  /** Its track. */
  track: TrackId;
};

/** The step that was done, and how that is known. */
export type AttestStepInput = {
  /** The IMS organization ID, typed to confirm. Required if the step is a point of no return. */
  confirmImsOrgId?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A contract, ticket or order number; in the KEY step on AWS the key's ARN. */
  reference?: InputMaybe<Scalars['String']['input']>;
  runId: Scalars['ID']['input'];
  /** What was done, and how you know. */
  statement: Scalars['String']['input'];
  /** The step that was done. */
  step: StepId;
  /** The step's track. */
  track: TrackId;
};

/** A person's statement that a step is done. */
export type Attestation = {
  __typename?: 'Attestation';
  /** When it was attested. */
  at: Scalars['DateTime']['output'];
  /** Who attested it. */
  by: Scalars['String']['output'];
  /** A reference, such as a contract number; null without one. */
  reference?: Maybe<Scalars['String']['output']>;
  /** What was done, and how the person knows. */
  statement: Scalars['String']['output'];
};


/** A person's statement that a step is done. */
export type AttestationByArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What a customer creates in AWS so that Keyway can read the key, and the role that it made. */
export type AwsConnection = {
  __typename?: 'AwsConnection';
  /**
   * Made by Keyway for this organization alone and never changed. The trust policy asks for it, so
   * that nobody can use the role through Keyway for another organization.
   */
  externalId: Scalars['String']['output'];
  /**
   * JSON to paste as a policy of the role: three reads, on the run's key where it is known, else on the
   * keys of the region.
   */
  permissionsPolicy: Scalars['String']['output'];
  /** The region of the key, such as `us-east-1`. */
  region: Scalars['String']['output'];
  /** The ARN of the role; empty until one is stored. */
  roleArn: Scalars['String']['output'];
  /** JSON to paste as the role's trust policy. */
  trustPolicy: Scalars['String']['output'];
};

/** What a stored Azure credential is used for. */
export type AzureAccess =
  /** Keyway reads; people make changes. */
  | 'READ'
  /** Keyway reads and makes changes. */
  | 'WRITE';

/** The stored credential of an application in Entra, without what is secret. */
export type AzureCredential = {
  __typename?: 'AzureCredential';
  /** The audience to enter in Entra; null unless `FEDERATED`. */
  audience?: Maybe<Scalars['String']['output']>;
  /** The application (client) ID. */
  clientId: Scalars['String']['output'];
  /** When the secret or certificate expires; null if it doesn't or if that is not known. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** The issuer to enter in Entra; null unless `FEDERATED`. */
  issuer?: Maybe<Scalars['String']['output']>;
  /** What Keyway signs in with. */
  kind: AzureCredentialKind;
  /** The credential that takes the place of this one once it works; null if there is none. */
  replacement?: Maybe<CredentialReplacement>;
  /** The subject identifier to enter in Entra; null unless `FEDERATED`. */
  subject?: Maybe<Scalars['String']['output']>;
};

/** How Keyway authenticates to Azure. */
export type AzureCredentialKind =
  /** A certificate. Its private key signs each sign-in and is never sent. */
  | 'CERTIFICATE'
  /** A client secret. */
  | 'CLIENT_SECRET'
  /** Workload identity federation. Keyway signs in as an identity provider and stores no secret. */
  | 'FEDERATED';

/** A federated credential as it is entered in Entra. All three values are compared exactly. */
export type AzureFederation = {
  __typename?: 'AzureFederation';
  /** The audience that Entra expects. */
  audience: Scalars['String']['output'];
  /** Keyway's address as an identity provider. Entra fetches the public keys from there. */
  issuer: Scalars['String']['output'];
  /** Names this organization. */
  subject: Scalars['String']['output'];
};

/** A custom role of Azure RBAC, ready to paste. */
export type AzureRole = {
  __typename?: 'AzureRole';
  /** JSON for `az role definition create --role-definition`. */
  definition: Scalars['String']['output'];
  /** Such as `Keyway reader`. */
  name: Scalars['String']['output'];
  /** The ID where it is assigned, with names in angle brackets for what isn't known. */
  scope: Scalars['String']['output'];
};

/** What a bulk job does for each organization. */
export type BulkAction =
  /** Changes the owner or the due date of the current run, as `assignRun`. */
  | 'ASSIGN'
  /**
   * Attests a step of the current run, as `attestStep`: the same statement for each. A point of no
   * return is refused, since each organization's ID has to be typed there (IRR-09), and so is a step
   * whose reference is another one for each organization (AEP-23).
   */
  | 'ATTEST_STEPS'
  /** Cancels the current run, as `cancelRun`. */
  | 'CANCEL_RUNS'
  /**
   * Makes a link to one actor's open steps of the current run, as `createHandOff`. The links are in the
   * items' `message`, readable by whoever started the job for 24 hours while they work. Refused where
   * the actor has nothing left to do.
   */
  | 'CREATE_HAND_OFFS'
  /**
   * Provides keys, as `provideKey` does, to current runs that have none. `importOrganizations` starts
   * such jobs; `startBulk` and `bulkPreview` refuse it.
   */
  | 'PROVIDE_KEYS'
  /** Requests approval of a track of the current run, as `requestApproval`. The starter is the requester. */
  | 'REQUEST_APPROVAL'
  /** Tries a step of the current run again after a failure, as `retryStep`. */
  | 'RETRY_STEPS'
  /** Starts a run, as `startRun`. */
  | 'START_RUNS'
  /** Checks every open step of the current run now, as `verify`. */
  | 'VERIFY';

/** An organization that gets no run, and why. */
export type BulkBlock = {
  __typename?: 'BulkBlock';
  /** The kind of refusal. */
  code: UserErrorCode;
  /** What happened and what to do, in the requested language. */
  message: Scalars['String']['output'];
  /** The organization that gets no run. */
  organization: Organization;
};


/** An organization that gets no run, and why. */
export type BulkBlockMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A step of an item's run that is not done. */
export type BulkFinding = {
  __typename?: 'BulkFinding';
  /** The checks that it does not pass. */
  checks: Array<Check>;
  /** Its status. */
  status: StepStatus;
  /** The step. */
  step: StepId;
  /** Its track. */
  track: TrackId;
};

/** An organization of a bulk job. */
export type BulkItem = {
  __typename?: 'BulkItem';
  /** The kind of refusal; null where nothing was refused. */
  code?: Maybe<UserErrorCode>;
  /** VERIFY: the steps that are blocked, failed or not done yet, as the run is now. */
  findings: Array<BulkFinding>;
  /** PROVIDE_KEYS: the keys to provide, all of them or none. Else empty. */
  keys: Array<BulkItemKey>;
  /**
   * Why it was refused or skipped and what to do, in the requested language. Of CREATE_HAND_OFFS, the
   * link that was made, for whoever started the job and for 24 hours: while they may make hand-offs
   * for the organization, and while the link works.
   */
  message?: Maybe<Scalars['String']['output']>;
  /** The organization. */
  organization: Organization;
  /** VERIFY: what came of the checks, as the run is now; null where nothing was checked. */
  outcome?: Maybe<BulkOutcome>;
  /** The outcome as a text, such as the checks that failed, in the requested language. */
  outcomeMessage?: Maybe<Scalars['String']['output']>;
  /** The run that it was done to; null where it was not done. */
  run?: Maybe<Run>;
  /** What became of it. */
  status: BulkItemStatus;
};


/** An organization of a bulk job. */
export type BulkItemMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** An organization of a bulk job. */
export type BulkItemOutcomeMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

export type BulkItemConnection = {
  __typename?: 'BulkItemConnection';
  edges: Array<BulkItemEdge>;
  nodes: Array<BulkItem>;
  pageInfo: PageInfo;
  /** How many there are. */
  totalCount: Scalars['Int']['output'];
};

export type BulkItemEdge = {
  __typename?: 'BulkItemEdge';
  cursor: Scalars['String']['output'];
  node: BulkItem;
};

/** A key that a bulk job provides. */
export type BulkItemKey = {
  __typename?: 'BulkItemKey';
  /** The key identifier, or the key ARN on AWS, as it was given. */
  keyIdentifier: Scalars['String']['output'];
  /** The track that will use it. */
  track: TrackId;
  /** The vault's ARM resource ID, where one was given. */
  vaultResourceId?: Maybe<Scalars['String']['output']>;
};

/** What became of an item of a bulk job. */
export type BulkItemStatus =
  /** Done. */
  | 'DONE'
  /** Not yet done. */
  | 'PENDING'
  /** Refused; `message` says why. */
  | 'REFUSED'
  /** Not tried, because the job ended before. */
  | 'SKIPPED';

/** A background job that does one action for many organizations, each exactly once. */
export type BulkJob = Node & {
  __typename?: 'BulkJob';
  /** What it does. */
  action: BulkAction;
  /** CREATE_HAND_OFFS: whom the links are for. Else null. */
  actor?: Maybe<Actor>;
  /** Who canceled it; null where nobody did. */
  cancelledBy?: Maybe<Scalars['String']['output']>;
  /** How many are done. */
  done: Scalars['Int']['output'];
  /** When it ended; null while it runs. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** Its organizations with what became of each. `first` is 1 to 100. */
  items: BulkItemConnection;
  /** CREATE_HAND_OFFS: until when its first link can be read; null for everybody but the starter. */
  linksUntil?: Maybe<Scalars['DateTime']['output']>;
  /** CREATE_HAND_OFFS: when its first link stops working, if nobody revokes it before. Else null. */
  linksWorkUntil?: Maybe<Scalars['DateTime']['output']>;
  /** How many items were refused, or have the outcome NEEDS_ATTENTION now. */
  needsAttention: Scalars['Int']['output'];
  /** VERIFY: how many items have which outcome now; those without any are left out. Else empty. */
  outcomes: Array<BulkOutcomeCount>;
  /** How many were refused. */
  refused: Scalars['Int']['output'];
  /** How many were skipped. */
  skipped: Scalars['Int']['output'];
  /** When it was started. */
  startedAt: Scalars['DateTime']['output'];
  /** Who started it. */
  startedBy: Scalars['String']['output'];
  /** Where it stands. */
  status: BulkStatus;
  /** RETRY_STEPS and ATTEST_STEPS: the step. Else null. */
  step?: Maybe<StepId>;
  /** How many organizations it is about. This and the other counts: of those that the viewer sees. */
  total: Scalars['Int']['output'];
  /** The track that it is about, if any. */
  track?: Maybe<TrackId>;
};


/** A background job that does one action for many organizations, each exactly once. */
export type BulkJobItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  needsAttention?: InputMaybe<Scalars['Boolean']['input']>;
  status?: InputMaybe<BulkItemStatus>;
};

export type BulkJobConnection = {
  __typename?: 'BulkJobConnection';
  edges: Array<BulkJobEdge>;
  nodes: Array<BulkJob>;
  pageInfo: PageInfo;
};

export type BulkJobEdge = {
  __typename?: 'BulkJobEdge';
  cursor: Scalars['String']['output'];
  node: BulkJob;
};

/** What came of the checks that VERIFY started, as the run is now. */
export type BulkOutcome =
  /** Being checked. */
  | 'CHECKING'
  /** A step is blocked or failed. */
  | 'NEEDS_ATTENTION'
  /** Every step that Keyway checks is done. */
  | 'PASSED'
  /** Nothing failed, and a step that Keyway checks is not done yet. */
  | 'WAITING';

/** How many items of a job have an outcome. */
export type BulkOutcomeCount = {
  __typename?: 'BulkOutcomeCount';
  /** How many have it. */
  count: Scalars['Int']['output'];
  /** The outcome. */
  outcome: BulkOutcome;
};

/** What a bulk job would do. */
export type BulkPreview = {
  __typename?: 'BulkPreview';
  /** For how many organizations it would be done. */
  affected: Scalars['Int']['output'];
  /** Those for which it would be refused, and why; the first 500. */
  blocked: Array<BulkBlock>;
  /** How many would be refused. */
  blockedCount: Scalars['Int']['output'];
  /** Those for which it would be done, in the order of the list; the first 500. */
  eligible: Array<Organization>;
};

/** Where a bulk job stands. */
export type BulkStatus =
  /** Somebody canceled it, or its starter has no access any more. */
  | 'CANCELLED'
  /** Every item has an outcome. */
  | 'DONE'
  /** Workers do its items. */
  | 'RUNNING';

/** The job to cancel. */
export type CancelBulkInput = {
  /** The job. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The dry run to cancel. */
export type CancelDryRunInput = {
  /** The dry run. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The run to cancel. */
export type CancelRunInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why it is cancelled; kept in the history. */
  reason: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
};

/** The set-up to cancel. */
export type CancelSetupInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  runId: Scalars['ID']['input'];
  /** The set-up's track. */
  track: TrackId;
};

/** What a member may do from now on. */
export type ChangeGrantsInput = {
  /** All grants that owners give: 1 to 100. Those of rules stay with their rule. */
  grants: Array<GrantInput>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The member's ID. */
  memberId: Scalars['ID']['input'];
};

/** The partner's chat. It is sent what concerns a team: each message at most once. */
export type Chat = {
  __typename?: 'Chat';
  /** When it was set. */
  changedAt: Scalars['DateTime']['output'];
  /** Who set it. */
  changedBy: Scalars['String']['output'];
  /** How often. */
  digest: DigestFrequency;
  /** When the next message is due; null: never. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Host and port of its address. The rest is secret. */
  host: Scalars['String']['output'];
  /** Which one. */
  kind: ChatKind;
  /** Of what. */
  kinds: Array<InboxKind>;
  /** The language of its messages, `en` or `es`. */
  language: Scalars['String']['output'];
  /** Why the last one was not sent; null: there is nothing wrong. */
  problem?: Maybe<DigestProblem>;
  /** When nothing is sent; null: there are no such hours. */
  quietHours?: Maybe<QuietHours>;
  /** When the last one was sent. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Why it was not sent; null: it arrived, or none was tried. `OUTCOME_UNKNOWN`: it may have been sent,
   * and is not sent again.
   */
  testProblem?: Maybe<DigestProblem>;
  /** Since when a test message waits for a worker, or is being sent; null: none is under way. */
  testRequestedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the last test message was tried; null: not since the chat was set. */
  testedAt?: Maybe<Scalars['DateTime']['output']>;
  /** A name of the IANA time zone database. */
  timeZone: Scalars['String']['output'];
};

/** The partner has one chat, so nothing names it. */
export type ChatInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** A chat that takes messages by an incoming webhook. */
export type ChatKind =
  /** Slack, by an incoming webhook of an app. */
  | 'SLACK'
  /** Microsoft Teams, by a workflow that is started by a webhook. */
  | 'TEAMS';

export type ChatPayload = {
  __typename?: 'ChatPayload';
  /** As it is now, or was; null if the mutation was refused. */
  chat?: Maybe<Chat>;
  userErrors: Array<UserError>;
};

/** The result of a check in a run. */
export type Check = {
  __typename?: 'Check';
  /** Who must act; `SYSTEM` if Keyway tries again, null if the check passes. */
  actor?: Maybe<Actor>;
  /** Why it is not as expected; null if it passes. */
  cause?: Maybe<Scalars['String']['output']>;
  /** When the facts were read; null if they were not. */
  checkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is expected. */
  expected: Scalars['String']['output'];
  /** The failed call that the result is about; null without one. */
  failure?: Maybe<FailedCall>;
  /** The check's ID, such as `vaultHasPurgeProtection`. */
  id: Scalars['String']['output'];
  /** Whether it could be accepted, if the run's policy didn't name it. */
  neverAccepted: Scalars['Boolean']['output'];
  /** What was found; null if nothing could be read. */
  observed?: Maybe<Scalars['String']['output']>;
  /**
   * Whether `overrideCheck` can accept it: a WARN, or a BLOCK of Keyway's own baseline (GAP-19), that
   * the run's policy doesn't name.
   */
  overridable: Scalars['Boolean']['output'];
  /** Who accepted it, and why; null if nobody did. */
  override?: Maybe<CheckOverride>;
  /** What to do about it; null if it passes. */
  remedy?: Maybe<Scalars['String']['output']>;
  /** The domain rules that it rests on, such as `VAL-10`. */
  rules: Array<Scalars['String']['output']>;
  /** What is checked, in the requested language. */
  title: Scalars['String']['output'];
  /** The result. */
  verdict: Verdict;
};


/** The result of a check in a run. */
export type CheckCauseArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The result of a check in a run. */
export type CheckExpectedArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The result of a check in a run. */
export type CheckObservedArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The result of a check in a run. */
export type CheckRemedyArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** The result of a check in a run. */
export type CheckTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A check as the catalog defines it. */
export type CheckDefinition = {
  __typename?: 'CheckDefinition';
  /**
   * Whether `overrideCheck` can ever accept a result of it: a warning, or an overridable block. In
   * `Policy.neverAccept`, others have no effect.
   */
  acceptable: Scalars['Boolean']['output'];
  /** The check's ID, such as `vaultHasPurgeProtection`. */
  id: Scalars['String']['output'];
  /** Whether a BLOCK may be overridden on any of the tracks. */
  overridable: Scalars['Boolean']['output'];
  /** The domain rules that it rests on, such as `VAL-10`. */
  rules: Array<Scalars['String']['output']>;
  /** The step that it belongs to. */
  step: StepId;
  /** What is checked, in the requested language. */
  title: Scalars['String']['output'];
  /** The tracks that have it. */
  track: Array<TrackId>;
};


/** A check as the catalog defines it. */
export type CheckDefinitionTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** The step to check. */
export type CheckHandedOffInput = {
  /** The step. */
  step: StepId;
  /** Its track. */
  track: TrackId;
};

/** Input of `checkHealth`. */
export type CheckHealthInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The organization. */
  organizationId: Scalars['ID']['input'];
};

/** Who accepted a warning, or an overridable block, and why. */
export type CheckOverride = {
  __typename?: 'CheckOverride';
  /** When it was accepted. */
  at: Scalars['DateTime']['output'];
  /** Who accepted it. */
  by: Scalars['String']['output'];
  /** Why it was accepted; empty for the link of a hand-off, since it is for colleagues. */
  reason: Scalars['String']['output'];
};


/** Who accepted a warning, or an overridable block, and why. */
export type CheckOverrideByArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Why a checkpoint isn't valid. */
export type CheckpointProblem =
  /** Its signature isn't that of one of the installation's keys. */
  | 'NOT_SIGNED'
  /** It was signed over other entries than history has: history was rewritten or cut off. */
  | 'OTHER_HISTORY'
  /** It doesn't follow the checkpoint before it: one was changed, added or deleted. */
  | 'OUT_OF_ORDER';

/**
 * The result of comparing a chain with its signed checkpoints. Whoever holds the database can delete
 * checkpoints as well: compare with those that you kept, from `/checkpoints/<organization ID>.jsonl`.
 */
export type CheckpointVerification = {
  __typename?: 'CheckpointVerification';
  /** The number of the first one that isn't; null if all are valid. */
  brokenAt?: Maybe<Scalars['Int']['output']>;
  /** How many there are. */
  count: Scalars['Int']['output'];
  /** When the last valid one was signed; null if there is none. */
  lastAt?: Maybe<Scalars['DateTime']['output']>;
  /** How many entries the last valid one covers; null if there is none. */
  lastEntries?: Maybe<Scalars['Int']['output']>;
  /** What is wrong with that one; null if all are valid. */
  problem?: Maybe<CheckpointProblem>;
  /** Whether every one is signed, follows the one before it, and is what history has. */
  valid: Scalars['Boolean']['output'];
};

/** Gives a grant while the ID token carries the claim with this value (a text, or a list that contains it). */
export type ClaimRule = {
  __typename?: 'ClaimRule';
  /** The claim's name, such as `groups`. */
  claim: Scalars['String']['output'];
  /** What it gives. */
  grant: Grant;
  /**
   * The issuer of the provider that it holds for: what another provider sends does not count. Null: the
   * main one, the first of `SignInPolicy.providers`.
   */
  issuer?: Maybe<Scalars['String']['output']>;
  /** The value, compared exactly. */
  value: Scalars['String']['output'];
};

/** A rule that admits people. */
export type ClaimRuleInput = {
  /** The claim's name, such as `groups`. */
  claim: Scalars['String']['input'];
  /** What it gives. */
  grant: GrantInput;
  /** The issuer of the provider that it holds for. With several providers it is needed. */
  issuer?: InputMaybe<Scalars['String']['input']>;
  /** The value, compared exactly. */
  value: Scalars['String']['input'];
};

/** A documented moment. */
export type ClockMark = {
  __typename?: 'ClockMark';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Whether it has passed. */
  passed: Scalars['Boolean']['output'];
  /** The rule that says so, such as `TM-05`. */
  rule: Scalars['String']['output'];
  /** What a document says happens by then. */
  text: Scalars['String']['output'];
};


/** A documented moment. */
export type ClockMarkTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Where Adobe hosts the organization's Experience Platform. */
export type Cloud =
  /** Amazon Web Services. */
  | 'AWS'
  /** Microsoft Azure. */
  | 'AZURE';

/**
 * A stored credential without its secret. It is tested after it was stored, on `tryConnection`, and
 * after a call with it was refused.
 */
export type CloudConnection = {
  __typename?: 'CloudConnection';
  /** Why the cloud refused it, in the requested language; null unless `FAILED`. */
  cause?: Maybe<Scalars['String']['output']>;
  /** When the last test ended; null until then. */
  checkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The client ID of the credential; on AWS the ARN of the role. */
  clientId: Scalars['String']['output'];
  /** The cloud's error code, such as `AADSTS7000215` or `invalid_scope`; null without an error. */
  code?: Maybe<Scalars['String']['output']>;
  /** When the secret or certificate expires; null if it doesn't or if that is not known. */
  expiry?: Maybe<CredentialExpiry>;
  /** Which cloud the credential is for. */
  kind: ConnectionKind;
  /** The cloud's error message, up to 500 characters; null without an error. */
  message?: Maybe<Scalars['String']['output']>;
  /** When it is tested next; null if no test is scheduled. */
  nextCheckAt?: Maybe<Scalars['DateTime']['output']>;
  /** What to do about it, in the requested language; null unless `FAILED`. */
  remedy?: Maybe<Scalars['String']['output']>;
  /**
   * A credential that was stored later. It takes the place of this one once a test of it succeeded;
   * until then this one stays in use. Null if there is none.
   */
  replacement?: Maybe<CredentialReplacement>;
  /** The scopes; empty for Azure and AWS. */
  scopes: Array<Scalars['String']['output']>;
  /** The result of the last test. */
  state: ConnectionState;
  /** The ID of the subscription; null for Adobe and AWS, and if none is given. */
  subscriptionId?: Maybe<Scalars['String']['output']>;
  /** The ID of the Entra tenant; null for Adobe and AWS. */
  tenantId?: Maybe<Scalars['String']['output']>;
  /**
   * Where it is another tenant than the organization's, or than a vault of its run states: what that
   * means and what to do, in the requested language (VAL-16). Null otherwise.
   */
  tenantWarning?: Maybe<Scalars['String']['output']>;
};


/**
 * A stored credential without its secret. It is tested after it was stored, on `tryConnection`, and
 * after a call with it was refused.
 */
export type CloudConnectionCauseArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A stored credential without its secret. It is tested after it was stored, on `tryConnection`, and
 * after a call with it was refused.
 */
export type CloudConnectionRemedyArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/**
 * A stored credential without its secret. It is tested after it was stored, on `tryConnection`, and
 * after a call with it was refused.
 */
export type CloudConnectionTenantWarningArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Adobe Customer Care's confirmation. */
export type ConfirmCjaInput = {
  /** When it was confirmed; null for now. */
  confirmedAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Who at Adobe confirmed it. */
  confirmedBy: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  runId: Scalars['ID']['input'];
  /** The confirmation, as Adobe wrote it. */
  text: Scalars['String']['input'];
};

/** The plan to confirm. */
export type ConfirmSetupInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The hash of the plan that was reviewed. Refused if it is not the current one. */
  planHash: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
  /** The plan's track. */
  track: TrackId;
};

/** Adobe Customer Care's confirmation that the CJA key is in use. */
export type Confirmation = {
  __typename?: 'Confirmation';
  /** When it was confirmed. */
  confirmedAt: Scalars['DateTime']['output'];
  /** Who at Adobe confirmed it. */
  confirmedBy: Scalars['String']['output'];
  /** Who recorded it. */
  recordedBy: Scalars['String']['output'];
  /** The confirmation, as Adobe wrote it. */
  text: Scalars['String']['output'];
};


/** Adobe Customer Care's confirmation that the CJA key is in use. */
export type ConfirmationRecordedByArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A credential for Adobe. */
export type ConnectAdobeInput = {
  /** The client ID of the project in Adobe Developer Console. */
  clientId: Scalars['String']['input'];
  /** The client secret. In sandbox mode it starts with `sandbox-`. */
  clientSecret: Scalars['String']['input'];
  /** When the client secret expires, or when you have to replace it; null if that is not known. */
  clientSecretExpiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
  /** Adobe's scopes, such as `openid`, `AdobeID`, `read_organizations`. */
  scopes: Array<Scalars['String']['input']>;
};

/** A role in AWS, or what it needs. */
export type ConnectAwsInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
  /** The region of the key. */
  region?: Scalars['String']['input'];
  /** `arn:aws:iam::{account}:role/{name}`; null to get the external ID and the policies first. */
  roleArn?: InputMaybe<Scalars['String']['input']>;
};

/** A credential for Azure. */
export type ConnectAzureInput = {
  /** Whether Keyway may also make changes with it. */
  access?: AzureAccess;
  /**
   * A PEM with an unencrypted RSA private key of 2,048 bits or more and its certificate, in any order;
   * a chain is allowed. The key is encrypted at rest and never returned.
   */
  certificatePem?: InputMaybe<Scalars['String']['input']>;
  /** The application (client) ID, a GUID. */
  clientId: Scalars['String']['input'];
  /**
   * The client secret; in sandbox mode it starts with `sandbox-`. Exactly one of `clientSecret`,
   * `certificatePem` and `federated: true` is required.
   */
  clientSecret?: InputMaybe<Scalars['String']['input']>;
  /**
   * When the client secret expires, as Entra shows it; null if that is not known. Refused with
   * `certificatePem`: a certificate has an expiry of its own.
   */
  clientSecretExpiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * Whether Entra trusts Keyway as an identity provider; nothing secret is stored. Enter the values of
   * `Organization.azureFederation` in Entra first.
   */
  federated?: InputMaybe<Scalars['Boolean']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
  /** The subscription ID, a GUID; null to search all subscriptions that the credential can read. */
  subscriptionId?: InputMaybe<Scalars['String']['input']>;
  /** The ID of the customer's Entra tenant, a GUID. */
  tenantId: Scalars['String']['input'];
};

/** A cloud that a credential is stored for. */
export type ConnectionKind =
  /** Adobe's identity service (IMS) and Experience Platform. */
  | 'ADOBE'
  /** A role in Amazon Web Services. */
  | 'AWS'
  /** Microsoft Entra ID and Azure. */
  | 'AZURE';

/** The result of the last test of a stored credential. */
export type ConnectionState =
  /**
   * The last test succeeded: Adobe or Entra issued a token, and the subscription can be read if one is
   * given; or AWS let Keyway assume the role.
   */
  | 'CONNECTED'
  /** The cloud refused the credential: see `cause` and `remedy`. */
  | 'FAILED'
  /** Not tested yet. If the cloud could not be reached, `message` says why. */
  | 'NOT_TRIED';

/** A consequence that can't be undone. */
export type Consequence = {
  __typename?: 'Consequence';
  /** The rule, such as `IRR-01`. */
  rule: Scalars['String']['output'];
  /** The consequence, in the requested language. */
  text: Scalars['String']['output'];
};

/** An approval that was given and can't be used yet. */
export type CoolingOff = {
  __typename?: 'CoolingOff';
  /**
   * In how many seconds that is by the server's clock, rounded up. No change of the run announces it:
   * ask again then.
   */
  remainingSeconds: Scalars['Int']['output'];
  /** The step that waits for it. */
  step: StepId;
  /** The track. */
  track: TrackId;
  /** From when the approval can be used. */
  until: Scalars['DateTime']['output'];
};

/** A value to copy. */
export type CopyValue = {
  __typename?: 'CopyValue';
  /** The name of the value. */
  label: Scalars['String']['output'];
  /** The value. */
  value: Scalars['String']['output'];
};

/** A new API token. */
export type CreateApiTokenInput = {
  /** When it expires; null for never. A token expires no later than the token that creates it. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** A repeated request returns the same token for 24 hours. For that time it is stored encrypted. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it is for. */
  name: Scalars['String']['input'];
  /** The organizations that it is limited to; null for all that its creator sees. */
  organizationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The token's role, at most the creator's. */
  role: Role;
  /**
   * One or more of `read`, `runs:write`, `approve`, `admin`. Those that the role can't use are taken,
   * and listed in the token's `unusableScopes`.
   */
  scopes: Array<Scalars['String']['input']>;
};

/** The new token. */
export type CreateApiTokenPayload = {
  __typename?: 'CreateApiTokenPayload';
  /** The token without its secret; null if the mutation was refused. */
  apiToken?: Maybe<ApiToken>;
  /** The token with its secret, shown only once; null if the mutation was refused. */
  token?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** Input of `createEventGridAddress`. */
export type CreateEventGridAddressInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
};

/** A hand-off to make. */
export type CreateHandOffInput = {
  /** Whose steps: `AZURE_ADMIN`, `ENTRA_ADMIN` or, on AWS, `AWS_ADMIN`. */
  actor: Actor;
  /** In 14 days if left out; at most 90 days from now. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** For whoever opens the link; up to 4,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The run. */
  runId: Scalars['ID']['input'];
};

/** The new hand-off and its link. */
export type CreateHandOffPayload = {
  __typename?: 'CreateHandOffPayload';
  /** Null if it was refused. */
  handOff?: Maybe<HandOff>;
  /** The link, shown this once. */
  url?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** A new organization. */
export type CreateOrganizationInput = {
  /** The ID of the customer's Entra tenant, a GUID. */
  azureTenantId?: InputMaybe<Scalars['String']['input']>;
  /** Where Adobe hosts its Experience Platform. */
  cloud?: Cloud;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The IMS organization ID: 24 hexadecimal digits and `@AdobeOrg` (GL-09). */
  imsOrgId: Scalars['String']['input'];
  /** The organization's name, 1 to 200 characters. */
  name: Scalars['String']['input'];
  /** Whether Customer Journey Analytics was purchased. */
  ownsCja?: Scalars['Boolean']['input'];
  /** Adobe's hosting region. */
  region?: Region;
  /** The add-on that was purchased. */
  shield: Shield;
};

/** What to practice with. */
export type CreatePracticeOrganizationInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The language of its name, if it is created. */
  locale?: InputMaybe<Scalars['String']['input']>;
  /** Which one. */
  scenario: PracticeScenario;
};

export type CreatePracticeOrganizationPayload = {
  __typename?: 'CreatePracticeOrganizationPayload';
  /** The organization; null if the mutation was refused. */
  organization?: Maybe<Organization>;
  userErrors: Array<UserError>;
};

/** A new webhook. */
export type CreateWebhookInput = {
  /** Exact types, groups such as `run.*`, or `*` for all; `webhookEvents` has every type. */
  events: Array<Scalars['String']['input']>;
  /** A repeated request returns the same secret for 24 hours. For that time it is stored encrypted. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Up to 1,000 organizations whose events it gets; null for every one, later ones too. */
  organizationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Where messages are sent: https and public, at most 2,000 characters, without user and password. */
  url: Scalars['String']['input'];
};

/** The webhook with its new secret. */
export type CreateWebhookPayload = {
  __typename?: 'CreateWebhookPayload';
  /** The secret that verifies signatures, shown only once; null if the mutation was refused. */
  secret?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
  /** The webhook; null if the mutation was refused. */
  webhook?: Maybe<Webhook>;
};

/** When a client secret or a certificate expires. */
export type CredentialExpiry = {
  __typename?: 'CredentialExpiry';
  /** Days that are left, a begun one included; 0 once it has expired. */
  daysLeft: Scalars['Int']['output'];
  /** As the certificate says, or as it was entered. */
  expiresAt: Scalars['DateTime']['output'];
  /** How near that is. */
  state: CredentialExpiryState;
};

/** How near the expiry of a credential is. Keyway warns when each state but the first begins. */
export type CredentialExpiryState =
  /** It has expired: the cloud refuses it. */
  | 'EXPIRED'
  /** In more than 30 days. */
  | 'LATER'
  /** In 7 days or fewer. */
  | 'WITHIN_7_DAYS'
  /** In 30 days or fewer, and more than 7. */
  | 'WITHIN_30_DAYS';

/** A credential that is to replace a stored one, without its secret. */
export type CredentialReplacement = {
  __typename?: 'CredentialReplacement';
  /** What it will be used for; null for Adobe and AWS. */
  access?: Maybe<AzureAccess>;
  /** Why the cloud refused it, in the requested language; null unless `FAILED`. */
  cause?: Maybe<Scalars['String']['output']>;
  /** When the last test ended; null until then. */
  checkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The client ID of the credential; on AWS the ARN of the role. */
  clientId: Scalars['String']['output'];
  /** The cloud's error code, such as `AADSTS7000215` or `invalid_scope`; null without an error. */
  code?: Maybe<Scalars['String']['output']>;
  /** What Keyway signs in with; null for Adobe and AWS. */
  credentialKind?: Maybe<AzureCredentialKind>;
  /** When the secret or certificate expires; null if it doesn't or if that is not known. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the secret or certificate expires; null if it doesn't or if that is not known. */
  expiry?: Maybe<CredentialExpiry>;
  /** Which cloud the credential is for. */
  kind: ConnectionKind;
  /** The cloud's error message, up to 500 characters; null without an error. */
  message?: Maybe<Scalars['String']['output']>;
  /** When it is tested next. */
  nextCheckAt: Scalars['DateTime']['output'];
  /** What to do about it, in the requested language; null unless `FAILED`. */
  remedy?: Maybe<Scalars['String']['output']>;
  /** The result of the last test. */
  state: ReplacementState;
  /** When it was stored. */
  storedAt: Scalars['DateTime']['output'];
  /** The ID of the subscription; null for Adobe and AWS, and if none is given. */
  subscriptionId?: Maybe<Scalars['String']['output']>;
  /** The ID of the Entra tenant; null for Adobe and AWS. */
  tenantId?: Maybe<Scalars['String']['output']>;
};


/** A credential that is to replace a stored one, without its secret. */
export type CredentialReplacementCauseArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A credential that is to replace a stored one, without its secret. */
export type CredentialReplacementRemedyArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What is held back on a track since the database lost time. */
export type Delay = {
  __typename?: 'Delay';
  /**
   * In how many seconds that is by the server's clock, rounded up. No change of the run announces it:
   * ask again then.
   */
  remainingSeconds: Scalars['Int']['output'];
  /** Why, since when and until when, in the requested language; the same as `sentence` of its steps. */
  sentence: Scalars['String']['output'];
  /** The steps that wait. */
  steps: Array<StepId>;
  /** The track. */
  track: TrackId;
  /** Until when nothing is sent. */
  until: Scalars['DateTime']['output'];
};


/** What is held back on a track since the database lost time. */
export type DelaySentenceArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** The view to delete. */
export type DeleteViewInput = {
  /** The view. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `version` that was seen: where another one holds by now, nothing is deleted (`CONFLICT`). */
  ifVersion?: InputMaybe<Scalars['String']['input']>;
};

export type DeleteViewPayload = {
  __typename?: 'DeleteViewPayload';
  /** The ID of what was deleted; null if the mutation was refused. */
  deletedId?: Maybe<Scalars['ID']['output']>;
  userErrors: Array<UserError>;
};

/** One attempt to deliver a message. */
export type DeliveryAttempt = {
  __typename?: 'DeliveryAttempt';
  /** When it began. */
  at: Scalars['DateTime']['output'];
  /** A short description; never the full response body. Null where it was delivered. */
  error?: Maybe<Scalars['String']['output']>;
  /** How long it took. */
  milliseconds: Scalars['Int']['output'];
  /** The answer's status; null: no answer. */
  statusCode?: Maybe<Scalars['Int']['output']>;
};

/** What became of a delivery. */
export type DeliveryStatus =
  /** The receiver took it. */
  | 'DELIVERED'
  /** It is not sent again. */
  | 'FAILED'
  /** It is sent, or sent again, at `nextAttemptAt`. */
  | 'PENDING';

/** How often a digest is sent. One that would come in quiet hours comes when they end. */
export type DigestFrequency =
  /** At eight in the morning, where there is something new. */
  | 'DAILY'
  /** At whole hours, where there is something new. */
  | 'HOURLY'
  /** Never. */
  | 'OFF';

/** Why the last digest was not sent. */
export type DigestProblem =
  /** The sign-in provider gives no email address. */
  | 'ADDRESS_MISSING'
  /** The mail server refused the address. */
  | 'ADDRESS_REFUSED'
  /** Of chats alone: it may have arrived, so it is not sent again. */
  | 'OUTCOME_UNKNOWN'
  /** The mail server refused the mail for now. It is tried again. */
  | 'SERVER_REFUSED'
  /** The mail server did not answer. It is tried again. */
  | 'SERVER_UNREACHABLE';

/** A field that is different from what was approved. */
export type Drift = {
  __typename?: 'Drift';
  /**
   * Whether `acceptDrift` can accept it: false while Adobe can't use the key because of it, which only
   * a repair ends.
   */
  acceptable: Scalars['Boolean']['output'];
  /** When it was accepted. */
  acceptedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who accepted it as it is now. */
  acceptedBy?: Maybe<Scalars['String']['output']>;
  /** The value that was approved; null: not set. */
  approved?: Maybe<Scalars['String']['output']>;
  /** Step and path, such as `VAULT.softDeleteRetentionInDays`. */
  field: Scalars['String']['output'];
  /** Whether it weakens the key's protection, or Adobe's use of the key. */
  harmful: Scalars['Boolean']['output'];
  /** The value that the last health check saw; null: not set. */
  now?: Maybe<Scalars['String']['output']>;
  /** Why a difference of this field matters; null for a field that this version doesn't know. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When a health check saw it first. */
  seenAt: Scalars['DateTime']['output'];
  /** The field's name as people read it. */
  title: Scalars['String']['output'];
};


/** A field that is different from what was approved. */
export type DriftReasonArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A field that is different from what was approved. */
export type DriftTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A dry run over organizations. Its results are removed at `expiresAt`. */
export type DryRun = Node & {
  __typename?: 'DryRun';
  /** Who canceled it; null where nobody did. */
  cancelledBy?: Maybe<Scalars['String']['output']>;
  /** What is in the way of how many organizations, the most frequent first. */
  causes: Array<ReadinessCause>;
  /** How many have a result. */
  checked: Scalars['Int']['output'];
  /** When it ended; null while it runs. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** From when on its results are removed; null while it runs. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** Its organizations, in its order. `first` is 1 to 100. */
  organizations: ReadinessConnection;
  /** How many have which outcome so far; those without any are left out. */
  outcomes: Array<ReadinessCount>;
  /** How many were skipped: it was canceled, or its starter may not read them any more. */
  skipped: Scalars['Int']['output'];
  /** When it was started. */
  startedAt: Scalars['DateTime']['output'];
  /** Who started it. */
  startedBy: Scalars['String']['output'];
  /** Where it stands. */
  status: DryRunStatus;
  /** How many organizations it is about. This and the other counts: of those that the viewer sees. */
  total: Scalars['Int']['output'];
  /** The tracks that it is about. */
  tracks: Array<TrackId>;
};


/** A dry run over organizations. Its results are removed at `expiresAt`. */
export type DryRunOrganizationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  cause?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  outcome?: InputMaybe<ReadinessOutcome>;
};

export type DryRunConnection = {
  __typename?: 'DryRunConnection';
  edges: Array<DryRunEdge>;
  nodes: Array<DryRun>;
  pageInfo: PageInfo;
};

export type DryRunEdge = {
  __typename?: 'DryRunEdge';
  cursor: Scalars['String']['output'];
  node: DryRun;
};

export type DryRunPayload = {
  __typename?: 'DryRunPayload';
  /** The dry run; null if the mutation was refused. */
  dryRun?: Maybe<DryRun>;
  userErrors: Array<UserError>;
};

/** Where a dry run stands. */
export type DryRunStatus =
  /** Somebody canceled it. */
  | 'CANCELLED'
  /** Every organization has a result, or was skipped. */
  | 'DONE'
  /** Workers read its organizations. */
  | 'RUNNING';

/** The refusal of an earlier request for the same track. */
export type EarlierRefusal = {
  __typename?: 'EarlierRefusal';
  /** When it was refused. */
  at: Scalars['DateTime']['output'];
  /** Who refused it. */
  by: Scalars['String']['output'];
  /** Whether facts differed from those that were refused when it was requested again. */
  factsChanged: Scalars['Boolean']['output'];
  /** The person's reason, which is not translated. */
  reason: Scalars['String']['output'];
};


/** The refusal of an earlier request for the same track. */
export type EarlierRefusalByArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Which session to end. */
export type EndSessionInput = {
  /** The session. */
  id: Scalars['ID']['input'];
  /** Repeating a request with the same key within 24 hours changes nothing more. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** Whose sessions to end. */
export type EndSessionsInput = {
  /** Repeating a request with the same key within 24 hours changes nothing more. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The member; null for the caller. */
  memberId?: InputMaybe<Scalars['ID']['input']>;
};

/** What ended. */
export type EndSessionsPayload = {
  __typename?: 'EndSessionsPayload';
  /** How many sessions ended; null where the request was refused. */
  ended?: Maybe<Scalars['Int']['output']>;
  userErrors: Array<UserError>;
};

/** The installation. */
export type Environment = {
  __typename?: 'Environment';
  /** Whether Keyway uses emulated clouds only. */
  sandbox: Scalars['Boolean']['output'];
  /** The ways to sign in. */
  signIn: Array<SignInProvider>;
  /** Keyway's version. */
  version: Scalars['String']['output'];
};

/** The new address, or why there is none. */
export type EventGridAddressPayload = {
  __typename?: 'EventGridAddressPayload';
  /** The address with its secret. It can't be shown again. */
  address?: Maybe<Scalars['String']['output']>;
  /** The organization. */
  organization?: Maybe<Organization>;
  userErrors: Array<UserError>;
};

/** A credential that expires within 30 days, or has expired. */
export type ExpiringCredential = {
  __typename?: 'ExpiringCredential';
  /** The client ID of the credential. */
  clientId: Scalars['String']['output'];
  /** A client secret or a certificate. */
  credentialKind: AzureCredentialKind;
  /** When it expires. */
  expiry: CredentialExpiry;
  /** Whether Keyway signs in with it; false while it waits to replace another. */
  inUse: Scalars['Boolean']['output'];
  /** The cloud that it is for. */
  kind: ConnectionKind;
  /** The organization that it is stored for. */
  organization: Organization;
};

export type ExpiringCredentialConnection = {
  __typename?: 'ExpiringCredentialConnection';
  edges: Array<ExpiringCredentialEdge>;
  nodes: Array<ExpiringCredential>;
  pageInfo: PageInfo;
  /** How many there are. */
  totalCount: Scalars['Int']['output'];
};

export type ExpiringCredentialEdge = {
  __typename?: 'ExpiringCredentialEdge';
  cursor: Scalars['String']['output'];
  node: ExpiringCredential;
};

/** A status that Adobe reported. */
export type ExternalStatus = {
  __typename?: 'ExternalStatus';
  /** When it was first seen. */
  at: Scalars['DateTime']['output'];
  /** Adobe's status, verbatim; null if the response had none. */
  status?: Maybe<Scalars['String']['output']>;
};

/** A failed call to a cloud, as the cloud reported it. */
export type FailedCall = {
  __typename?: 'FailedCall';
  /** The cloud's error code, such as `403025` or `AuthorizationFailed`; null without one. */
  code?: Maybe<Scalars['String']['output']>;
  /** The host that was called; null if it is not known. */
  host?: Maybe<Scalars['String']['output']>;
  /**
   * The cloud's message, up to 500 characters. Control characters and anything that resembles a
   * credential are removed.
   */
  message: Scalars['String']['output'];
  /** The HTTP status; null without a response. */
  status?: Maybe<Scalars['Int']['output']>;
};

/** A detail that changed. */
export type FieldChange = {
  __typename?: 'FieldChange';
  /** The name of the field in `UpdateOrganizationInput`. */
  field: Scalars['String']['output'];
  /** The earlier value as text; null if there was none. */
  from?: Maybe<Scalars['String']['output']>;
  /** The new value as text; null if there is none. */
  to?: Maybe<Scalars['String']['output']>;
};

/** Who has to approve. */
export type FourEyes =
  /** Any approver other than the requester. */
  | 'ANOTHER_MEMBER'
  /** An approver other than the requester whose grant is for this organization (the customer's own). */
  | 'OWN_APPROVER';

/** Organizations by phase at the end of a week. */
export type FunnelWeek = {
  __typename?: 'FunnelWeek';
  /** Every phase, in the order in which runs pass them. */
  counts: Array<PhaseCount>;
  /** Monday, 00:00 UTC. */
  weekStart: Scalars['DateTime']['output'];
};

/** A role and its scope. */
export type Grant = {
  __typename?: 'Grant';
  /** The organization that it is limited to; null for every organization of the partner. */
  organization?: Maybe<Organization>;
  /** The role. */
  role: Role;
  /** The rule that gives it, by a claim of the last sign-in; null where an owner gave it. */
  rule?: Maybe<GrantRule>;
};

/** A role and its scope. */
export type GrantInput = {
  /** The organization that it is limited to; null for every organization of the partner. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** The role. */
  role: Role;
};

/** The claim that gives a grant. */
export type GrantRule = {
  __typename?: 'GrantRule';
  /** The claim's name. */
  claim: Scalars['String']['output'];
  /** The claim's value. */
  value: Scalars['String']['output'];
};

/** A link to one actor's open steps of one run. It works without an account and gives access to nothing else. */
export type HandOff = Node & {
  __typename?: 'HandOff';
  /** Whose steps it is for. */
  actor: Actor;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The name of who made it. */
  createdBy: Scalars['String']['output'];
  /** When it stops working. */
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** The last use, to about a minute; null if it was never used. */
  lastUsedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the maker wrote for whoever opens it. */
  note?: Maybe<Scalars['String']['output']>;
  /** Null while it is not revoked. */
  revokedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run. */
  run: Run;
  /** How often it was opened, used to check or used to attest. Visits within a minute count once. */
  uses: Scalars['Int']['output'];
};

/** The hand-off after the change. */
export type HandOffPayload = {
  __typename?: 'HandOffPayload';
  /** Null if it was refused. */
  handOff?: Maybe<HandOff>;
  userErrors: Array<UserError>;
};

/** What the link of a hand-off shows. */
export type HandedOff = {
  __typename?: 'HandedOff';
  /** Whose steps they are. */
  actor: Actor;
  /** The actor's steps that are done. */
  done: Array<HandedOffStep>;
  /** When the link stops working. */
  expiresAt: Scalars['DateTime']['output'];
  /** The actor's steps that open when the steps before them are done. */
  later: Array<HandedOffStep>;
  /** What the partner wrote. */
  note?: Maybe<Scalars['String']['output']>;
  /** The organization that it is for. */
  organization: Scalars['String']['output'];
  /** The partner who asks for it. */
  partner: Scalars['String']['output'];
  /** The actor's open steps, in the order of the plan. */
  steps: Array<HandedOffStep>;
};

/** The hand-off after the change. */
export type HandedOffPayload = {
  __typename?: 'HandedOffPayload';
  /** Null if it is closed. */
  handedOff?: Maybe<HandedOff>;
  userErrors: Array<UserError>;
};

/** A step as the link of a hand-off shows it. */
export type HandedOffStep = {
  __typename?: 'HandedOffStep';
  /** The latest results of its checks. */
  checks: Array<Check>;
  /** Which step it is. */
  id: StepId;
  /** What to do, with values and scripts; null where there is nothing to do. */
  instructions?: Maybe<Instructions>;
  /** When it was last checked; null if never. */
  lookedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is being checked right now. */
  looking: Scalars['Boolean']['output'];
  /** Whether `attestHandedOff` is possible now. Where Keyway can check the step, it can't be attested. */
  mayAttest: Scalars['Boolean']['output'];
  /** Whether `checkHandedOff` is possible now. */
  mayCheck: Scalars['Boolean']['output'];
  /** The status in one sentence. */
  sentence: Scalars['String']['output'];
  /** The step's status. */
  status: StepStatus;
  /** Its name. */
  title: Scalars['String']['output'];
  /** The track it belongs to. */
  track: TrackId;
};


/** A step as the link of a hand-off shows it. */
export type HandedOffStepInstructionsArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A step as the link of a hand-off shows it. */
export type HandedOffStepSentenceArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A step as the link of a hand-off shows it. */
export type HandedOffStepTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A header of the request. */
export type Header = {
  __typename?: 'Header';
  /** The header's name. */
  name: Scalars['String']['output'];
  /** The header's value, without secrets. */
  value: Scalars['String']['output'];
};

/** Whether Adobe can use a key. Worst first. An organization has the worse value of its two tracks. */
export type Health =
  /** Usable, but weakened, different from what was approved, or expiring within 30 days. */
  | 'AT_RISK'
  /** Observed: key and role are fine, but the network keeps Adobe away (AL-05). */
  | 'CUT_OFF'
  /** Adobe can use the key, and everything is as it was approved. */
  | 'HEALTHY'
  /** No completed run, or nothing that Keyway may read (attested only). */
  | 'NOT_WATCHED'
  /**
   * Observed: Adobe can't use the key (disabled, expired, deleted, operation removed, role or service
   * principal removed, vault deleted). Adobe may delete all data (AL-03).
   */
  | 'REVOKED'
  /** The current state could not be read. Never reported as one of the other values. */
  | 'UNREACHABLE';

/** How many organizations have a health. */
export type HealthCount = {
  __typename?: 'HealthCount';
  /** How many organizations have it. */
  count: Scalars['Int']['output'];
  /** The health. */
  health: Health;
};

/** An approval that could be used only later. */
export type HeldApproval = {
  __typename?: 'HeldApproval';
  /** Its run. */
  run: Run;
  /** Its track. */
  track: TrackId;
  /** From when on it could be used. */
  until: Scalars['DateTime']['output'];
};

/** Approvals that could be used only later. */
export type HeldApprovals = {
  __typename?: 'HeldApprovals';
  /** The first of them, by the organization's name. `first` is 1 to 100. */
  nodes: Array<HeldApproval>;
  /** How many there are. */
  totalCount: Scalars['Int']['output'];
  /** From when on all of them could be used; null where there are none. */
  until?: Maybe<Scalars['DateTime']['output']>;
};


/** Approvals that could be used only later. */
export type HeldApprovalsNodesArgs = {
  first?: Scalars['Int']['input'];
};

/** A change of a policy, which has an entry of its own and one for each open run that it reached. */
export type HistoryChange = {
  __typename?: 'HistoryChange';
  /** The entries of these runs, newest first. `first` is 1 to 100. */
  entries: HistoryConnection;
  /**
   * The change's own entry. For viewers of some organizations, who don't see that of a partner's
   * change: the entry of the run that it reached first.
   */
  first: HistoryEntry;
  /** How many runs it reached, of those that the viewer sees. */
  runCount: Scalars['Int']['output'];
};


/** A change of a policy, which has an entry of its own and one for each open run that it reached. */
export type HistoryChangeEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

export type HistoryConnection = {
  __typename?: 'HistoryConnection';
  edges: Array<HistoryEdge>;
  nodes: Array<HistoryEntry>;
  pageInfo: PageInfo;
};

export type HistoryEdge = {
  __typename?: 'HistoryEdge';
  cursor: Scalars['String']['output'];
  node: HistoryEntry;
};

/**
 * An entry of the append-only history. The hash is the lowercase hex SHA-256 of the UTF-8 bytes of
 * the RFC 8785 canonical JSON of `{ previous, id, at, actor, principal, kind, organization, run, data
 * }` with the values as served here, `organization` and `run` as IDs or null, `previous` the hash of
 * the entry before it of the same organization (64 zeros for the first). Entries whose `principal` is
 * null are hashed without it.
 */
export type HistoryEntry = Node & {
  __typename?: 'HistoryEntry';
  /**
   * The name of the member, token or process, and where they acted from. Only the English text is
   * hashed.
   */
  actor: Scalars['String']['output'];
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /**
   * Of every entry that a change of a policy made, the change's own and those of the runs: the change.
   * Null for other entries.
   */
  change?: Maybe<HistoryChange>;
  /** The data of the entry; never a secret. */
  data: Scalars['JSON']['output'];
  /**
   * All of `data` as labeled fields in the requested language, what the entry is about first. What is
   * within a field follows it with a greater `level`. Fields that this version doesn't know have their
   * name as label.
   */
  fields: Array<HistoryField>;
  /** SHA-256 of the previous hash and this entry's canonical form, lowercase hex. */
  hash: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** The kind of entry, such as `approvalGranted`. */
  kind: Scalars['String']['output'];
  /** The organization that it is about; null for the partner's own entries. */
  organization?: Maybe<Organization>;
  /** The hash of the entry before it; 64 zeros for the first. */
  previousHash: Scalars['String']['output'];
  /**
   * The actor's stable ID: a member's, a token's, the worker's or Adobe's. Part of the hashed
   * canonical form where not null; null for entries written before it existed.
   */
  principal?: Maybe<Scalars['String']['output']>;
  /** The run that it is about; null if it is about none. */
  run?: Maybe<Run>;
  /** What happened, in the requested language. */
  summary: Scalars['String']['output'];
};


/**
 * An entry of the append-only history. The hash is the lowercase hex SHA-256 of the UTF-8 bytes of
 * the RFC 8785 canonical JSON of `{ previous, id, at, actor, principal, kind, organization, run, data
 * }` with the values as served here, `organization` and `run` as IDs or null, `previous` the hash of
 * the entry before it of the same organization (64 zeros for the first). Entries whose `principal` is
 * null are hashed without it.
 */
export type HistoryEntryActorArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/**
 * An entry of the append-only history. The hash is the lowercase hex SHA-256 of the UTF-8 bytes of
 * the RFC 8785 canonical JSON of `{ previous, id, at, actor, principal, kind, organization, run, data
 * }` with the values as served here, `organization` and `run` as IDs or null, `previous` the hash of
 * the entry before it of the same organization (64 zeros for the first). Entries whose `principal` is
 * null are hashed without it.
 */
export type HistoryEntryFieldsArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/**
 * An entry of the append-only history. The hash is the lowercase hex SHA-256 of the UTF-8 bytes of
 * the RFC 8785 canonical JSON of `{ previous, id, at, actor, principal, kind, organization, run, data
 * }` with the values as served here, `organization` and `run` as IDs or null, `previous` the hash of
 * the entry before it of the same organization (64 zeros for the first). Entries whose `principal` is
 * null are hashed without it.
 */
export type HistoryEntrySummaryArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** One field of an entry's data, for people. */
export type HistoryField = {
  __typename?: 'HistoryField';
  /** How to show every one of the values. */
  format: HistoryFieldFormat;
  /** What it is, such as `Key identifier`. */
  label: Scalars['String']['output'];
  /** 0 for a field of `data` itself, one more for each field around it. */
  level: Scalars['Int']['output'];
  /** The name in `data`; null for one of a list. */
  name?: Maybe<Scalars['String']['output']>;
  /** Several for a list; none where the fields within it say it. */
  values: Array<Scalars['String']['output']>;
};

/** How a value of a history entry is shown. */
export type HistoryFieldFormat =
  /** A time in RFC 3339, to be shown in the reader's time zone. */
  | 'INSTANT'
  /** Text. */
  | 'TEXT'
  /** An identifier or an address, to be copied. */
  | 'VERBATIM';

/** All given conditions must hold. */
export type HistoryFilter = {
  /** The start of the actor's name, such as `Ana`; case-insensitive. */
  actor?: InputMaybe<Scalars['String']['input']>;
  /** No entries of these kinds. */
  exceptKind?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Entries of these kinds. */
  kind?: InputMaybe<Array<Scalars['String']['input']>>;
  /**
   * Of the entries that one change of a policy made, only the first that the other conditions find.
   * `HistoryEntry.change` has the others.
   */
  oncePerChange?: InputMaybe<Scalars['Boolean']['input']>;
  /** Entries about this organization. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** Entries about this run. */
  runId?: InputMaybe<Scalars['ID']['input']>;
  /** Entries at or after this time. */
  since?: InputMaybe<Scalars['DateTime']['input']>;
  /** Entries before this time. */
  until?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The result of verifying a hash chain. */
export type HistoryVerification = {
  __typename?: 'HistoryVerification';
  /** The ID of the first entry that doesn't match; null if all match. */
  brokenAt?: Maybe<Scalars['ID']['output']>;
  /** The signed checkpoints of the chain, as they are stored. */
  checkpoints: CheckpointVerification;
  /** How many entries were verified. */
  entries: Scalars['Int']['output'];
  /** Whether every entry matches its stored hash, and every checkpoint is valid. */
  ok: Scalars['Boolean']['output'];
};

/** The format of an import. */
export type ImportFormat =
  /**
   * A header line with the columns `name`, `imsOrgId` and `shield` (required), `cloud`, `region`,
   * `ownsCja` and `azureTenantId` in any order, then one line for each organization. Keys, as
   * `provideKey` takes them, may be in `aepKeyIdentifier` and `cjaKeyIdentifier` (a key ARN on AWS),
   * with `aepVaultResourceId` and `cjaVaultResourceId`.
   */
  | 'CSV'
  /** A list of objects with the same fields. */
  | 'JSON';

/** A key that is not provided. */
export type ImportKeyRefusal = {
  __typename?: 'ImportKeyRefusal';
  /** The kind of refusal. */
  code: UserErrorCode;
  /** The column. */
  field: Scalars['String']['output'];
  /** The organization's IMS organization ID. */
  imsOrgId: Scalars['String']['output'];
  /** The key, as it was given. */
  keyIdentifier: Scalars['String']['output'];
  /** The line of the file, counted as in `ImportRejection`. */
  line: Scalars['Int']['output'];
  /** Why it is not provided and what to do, in the requested language. */
  message: Scalars['String']['output'];
  /** The organization's name. */
  organizationName: Scalars['String']['output'];
  /** The track of the key. */
  track: TrackId;
};


/** A key that is not provided. */
export type ImportKeyRefusalMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A key that is provided, and something to know of it. */
export type ImportKeyWarning = {
  __typename?: 'ImportKeyWarning';
  /** The column. */
  field: Scalars['String']['output'];
  /** The organization's IMS organization ID. */
  imsOrgId: Scalars['String']['output'];
  /** The key, as it was given. */
  keyIdentifier: Scalars['String']['output'];
  /** The line of the file, counted as in `ImportRejection`. */
  line: Scalars['Int']['output'];
  /** What to know, in the requested language. */
  message: Scalars['String']['output'];
  /** The organization's name. */
  organizationName: Scalars['String']['output'];
  /** The track of the key. */
  track: TrackId;
};


/** A key that is provided, and something to know of it. */
export type ImportKeyWarningMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/**
 * The keys of the rows that were imported. A bulk job provides them, each exactly once and by the rules
 * of `provideKey`, but never in place of another key.
 */
export type ImportKeys = {
  __typename?: 'ImportKeys';
  /** The job; null with `dryRun`, and where there is nothing to provide. */
  job?: Maybe<BulkJob>;
  /** Keys that are not provided, and why. */
  refused: Array<ImportKeyRefusal>;
  /** How many runs the job starts first. */
  runsToStart: Scalars['Int']['output'];
  /** How many keys the job provides; with `dryRun`, would provide. */
  toProvide: Scalars['Int']['output'];
  /** How many keys the runs have already, so that nothing is done. */
  unchanged: Scalars['Int']['output'];
  /** Keys that are provided, and what to know of them. */
  warnings: Array<ImportKeyWarning>;
};

/** The organizations to import. */
export type ImportOrganizationsInput = {
  /**
   * The file's text, up to 5 MiB and 5,000 rows; 10,000 rows where it has a column for keys. CSV may
   * use commas, semicolons or tabs.
   */
  content: Scalars['String']['input'];
  /** True: report what would happen and write nothing. */
  dryRun?: Scalars['Boolean']['input'];
  /** The format of `content`. */
  format: ImportFormat;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to do with rows whose organization exists and differs. */
  onExisting?: InputMaybe<OnExisting>;
  /** For rows with keys: start a run where the organization has no open one. Otherwise such keys are refused. */
  startRuns?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Valid rows are imported together. Rejected rows change nothing. */
export type ImportOrganizationsPayload = {
  __typename?: 'ImportOrganizationsPayload';
  /** How many organizations were added; with `dryRun`, would be added. */
  created: Scalars['Int']['output'];
  /** What becomes of the keys in the file; null where it has no column for keys. */
  keys?: Maybe<ImportKeys>;
  /** Rows that were not imported, and why. */
  rejected: Array<ImportRejection>;
  /** How many rows equal the stored organization. */
  unchanged: Scalars['Int']['output'];
  /** How many rows changed an organization; with `dryRun`, would change one. */
  updated: Scalars['Int']['output'];
  /** What the rows changed; with `dryRun`, would change. */
  updates: Array<ImportUpdate>;
  userErrors: Array<UserError>;
};

/** A row that was not imported. */
export type ImportRejection = {
  __typename?: 'ImportRejection';
  /** The column; null if the whole line is rejected. */
  field?: Maybe<Scalars['String']['output']>;
  /** CSV: the line of the file; the header is line 1. JSON: the position in the list, from 1. */
  line: Scalars['Int']['output'];
  /** What is wrong with the line and what to do, in the requested language. */
  message: Scalars['String']['output'];
};


/** A row that was not imported. */
export type ImportRejectionMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What a row changed in an existing organization. */
export type ImportUpdate = {
  __typename?: 'ImportUpdate';
  /** The details that it changed. */
  changes: Array<FieldChange>;
  /** The line of the file, counted as in `ImportRejection`. */
  line: Scalars['Int']['output'];
  /** The organization that it changed. */
  organization: Organization;
};

/** Something that concerns the viewer. */
export type InboxItem = {
  __typename?: 'InboxItem';
  /** Who caused it, by the name they had then; null where it was Keyway. */
  actor?: Maybe<Scalars['String']['output']>;
  /** The alert that it is about. */
  alertId?: Maybe<Scalars['ID']['output']>;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** When it came into the inbox. */
  createdAt: Scalars['DateTime']['output'];
  /** The beginning of a comment, as plain text. */
  excerpt?: Maybe<Scalars['String']['output']>;
  id: Scalars['ID']['output'];
  /** Why it is here. */
  kind: InboxKind;
  /** The organization that it is about. */
  organization: Organization;
  /** When it was read; null: not yet. */
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /** The run that it is about; null for alerts. */
  runId?: Maybe<Scalars['ID']['output']>;
  /** The step that it is about, where it is about one. */
  step?: Maybe<StepId>;
  /** What happened, in a sentence. */
  title: Scalars['String']['output'];
  /** The track that it is about, where it is about one. */
  track?: Maybe<TrackId>;
};


/** Something that concerns the viewer. */
export type InboxItemTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

export type InboxItemConnection = {
  __typename?: 'InboxItemConnection';
  edges: Array<InboxItemEdge>;
  nodes: Array<InboxItem>;
  pageInfo: PageInfo;
};

export type InboxItemEdge = {
  __typename?: 'InboxItemEdge';
  cursor: Scalars['String']['output'];
  node: InboxItem;
};

/** Why something is in an inbox. */
export type InboxKind =
  /** An approval that the viewer requested was granted by somebody else. */
  | 'APPROVAL_GRANTED'
  /** An approval that the viewer requested was refused by somebody else. */
  | 'APPROVAL_REFUSED'
  /** An approval was requested that the viewer may give. */
  | 'APPROVAL_REQUESTED'
  /** The viewer became responsible for a run. */
  | 'ASSIGNED'
  /** An alert of an organization for whose run the viewer is responsible. */
  | 'HEALTH'
  /** Somebody named the viewer in a comment. */
  | 'MENTIONED'
  /** A run that the viewer is responsible for is blocked. */
  | 'RUN_BLOCKED'
  /** A run that the viewer is responsible for has failed. */
  | 'RUN_FAILED';

/** How an inbox is now. */
export type InboxState = {
  __typename?: 'InboxState';
  /** How many items are unread, up to 100. */
  unreadCount: Scalars['Int']['output'];
};

/** One thing to do. */
export type InstructionLine = {
  __typename?: 'InstructionLine';
  /** The IDs of the step's checks that find out whether it is done. */
  checks: Array<Scalars['String']['output']>;
  /** How far it is by their latest results; null where no check finds out. */
  progress?: Maybe<InstructionProgress>;
  /** What to do, as Markdown, without a number. */
  text: Scalars['String']['output'];
};

/** How far one thing to do is. */
export type InstructionProgress =
  /** Its checks pass, or what they found was accepted. */
  | 'DONE'
  /** A check found it missing or wrong. */
  | 'FAILING'
  /** Not known to be done. */
  | 'OPEN';

/** What a person does, with this organization's values. */
export type Instructions = {
  __typename?: 'Instructions';
  /** What to do, line by line, with how far each is. */
  lines: Array<InstructionLine>;
  /** What is no thing to do, as Markdown, such as what the scripts keep; also at the end of `text`. */
  remarks: Array<Scalars['String']['output']>;
  /** Scripts that do the same. */
  scripts: Array<Script>;
  /** What to do, as Markdown. */
  text: Scalars['String']['output'];
  /** Values to copy into other tools. */
  values: Array<CopyValue>;
};

/** An invitation of one email address. */
export type Invitation = Node & {
  __typename?: 'Invitation';
  /** The address that it is for. */
  email: Scalars['String']['output'];
  /** When it can no longer be accepted. */
  expiresAt: Scalars['DateTime']['output'];
  /** What the person gets who accepts it. */
  grants: Array<Grant>;
  id: Scalars['ID']['output'];
  /** The time of the invitation. */
  invitedAt: Scalars['DateTime']['output'];
  /** The name of who invited. */
  invitedBy: Scalars['String']['output'];
  /** What became of it. */
  status: InvitationStatus;
};

export type InvitationConnection = {
  __typename?: 'InvitationConnection';
  edges: Array<InvitationEdge>;
  nodes: Array<Invitation>;
  pageInfo: PageInfo;
};

export type InvitationEdge = {
  __typename?: 'InvitationEdge';
  cursor: Scalars['String']['output'];
  node: Invitation;
};

/** What became of an invitation. */
export type InvitationStatus =
  /** The invited person joined. */
  | 'ACCEPTED'
  /** Nobody accepted it in time. */
  | 'EXPIRED'
  /** It can be accepted. */
  | 'OPEN'
  /** An owner closed it, or invited the address again. */
  | 'REVOKED';

/** A person to invite. */
export type InviteMemberInput = {
  /** The one address that can accept it. */
  email: Scalars['String']['input'];
  /** When it can no longer be accepted: 7 days from now unless set, at most 30. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** What the person may do, and where: 1 to 100. */
  grants: Array<GrantInput>;
  /** A repeated request returns the same link for 24 hours. For that time it is stored encrypted. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The new invitation. */
export type InviteMemberPayload = {
  __typename?: 'InviteMemberPayload';
  /** The invitation; null if the mutation was refused. */
  invitation?: Maybe<Invitation>;
  /** The link, shown only once; null if the mutation was refused. */
  url?: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** The health of an organization's keys. */
export type KeyHealth = {
  __typename?: 'KeyHealth';
  /**
   * The address that receives Adobe's alerts about this organization, to register in the Adobe
   * Developer Console with the credential of the organization's Adobe connection.
   */
  adobeWebhookUrl: Scalars['String']['output'];
  /** That of the worse track. */
  health: Health;
  /** When the last health check ended; null before the first. */
  lookedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What it means, in one or two sentences. */
  sentence: Scalars['String']['output'];
  /** Since when the organization has this health; before the first health check, since when it exists. */
  since: Scalars['DateTime']['output'];
  /** The tracks that are watched. */
  tracks: Array<TrackHealth>;
  /** Grows when something else is known than before; 0 before anything is watched. */
  version: Scalars['Int']['output'];
};


/** The health of an organization's keys. */
export type KeyHealthSentenceArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A key identifier, evaluated and parsed. */
export type KeyIdentifierInspection = {
  __typename?: 'KeyIdentifierInspection';
  /** `public`, `usgov`, `china` or `aws`; null if it is not valid. */
  cloud?: Maybe<Scalars['String']['output']>;
  /** The name of the key, on AWS its ID; null if it is not valid. */
  key?: Maybe<Scalars['String']['output']>;
  /** `vault`, `managedHsm` or `kms`; null if it is not valid. */
  kind?: Maybe<Scalars['String']['output']>;
  /** The identifier as Keyway stores it; null if it is not valid. */
  normalized?: Maybe<Scalars['String']['output']>;
  /** What is wrong with it, in the requested language. */
  problems: Array<Scalars['String']['output']>;
  /** The rules that it breaks. */
  rules: Array<Scalars['String']['output']>;
  /** The name of the vault or Managed HSM; null on AWS, and if it is not valid. */
  vault?: Maybe<Scalars['String']['output']>;
  /** PASS, WARN (accepted, with a note) or BLOCK. */
  verdict: Verdict;
  /** The version of the key; null if the identifier has none. */
  version?: Maybe<Scalars['String']['output']>;
};

/** A key policy, statement by statement, beside the one of the organization's page at Adobe. */
export type KeyPolicyReview = {
  __typename?: 'KeyPolicyReview';
  /** The policy of the key as it was last read; null where it was not. */
  current?: Maybe<Scalars['String']['output']>;
  /** The Sids of statements that deny something of what is needed; empty for one without a Sid. */
  denyingSids: Array<Scalars['String']['output']>;
  /** Principals of accounts that neither the key nor Adobe's policy is of, sorted; `*` is everybody. */
  extraPrincipals: Array<Scalars['String']['output']>;
  /** Whether the account keeps its own administration of the key (AWS-05); null where not compared. */
  keepsAdmin?: Maybe<Scalars['Boolean']['output']>;
  /**
   * The policy to put on the key: every statement that it has, and what it lacks (AWS-05, AWS-06). Null
   * where nothing was compared, and where the text that was provided can't be that of Adobe's page.
   */
  merged?: Maybe<Scalars['String']['output']>;
  /** Sids that several statements of the key have (AWS-06). */
  repeatedSids: Array<Scalars['String']['output']>;
  /** The statements of Adobe's policy, in its order. */
  statements: Array<KeyPolicyStatement>;
  /** Adobe's policy as it was pasted, with its comments; null until `provideKeyPolicy`. */
  template?: Maybe<Scalars['String']['output']>;
  /** When it was pasted; null until then. */
  templateProvidedAt?: Maybe<Scalars['DateTime']['output']>;
};

/** One statement of Adobe's policy, and what the key has of it. */
export type KeyPolicyStatement = {
  __typename?: 'KeyPolicyStatement';
  /** As JSON, the statement of the key that holds it, or is nearest to it; null where none is. */
  found?: Maybe<Scalars['String']['output']>;
  /** The Sid of the statement that holds it, or is nearest to it. */
  foundSid?: Maybe<Scalars['String']['output']>;
  /** `DIFFERING`: in which elements, such as `Action`. */
  parts: Array<Scalars['String']['output']>;
  /** Its Sid at Adobe; null where it has none. */
  sid?: Maybe<Scalars['String']['output']>;
  /** What became of it; null where the key's policy was not read. */
  state?: Maybe<KeyPolicyStatementState>;
  /** As JSON, as Adobe's page has it. */
  wanted: Scalars['String']['output'];
};

/** Whether a key policy has a statement of Adobe's policy. */
export type KeyPolicyStatementState =
  /** The nearest statement of the key lacks a part of it. */
  | 'DIFFERING'
  /** No statement of the key is near it. */
  | 'MISSING'
  /** A statement of the key holds all of it. */
  | 'PRESENT';

/** How the material of a key is kept. */
export type KeyProtection =
  /** In a hardware security module, in a Premium vault. */
  | 'HSM'
  /** By software, in a Standard vault. */
  | 'SOFTWARE';

/** A version of a key. */
export type KeyVersion = {
  __typename?: 'KeyVersion';
  /** Whether it is enabled, as it was last read. */
  enabled: Scalars['Boolean']['output'];
  /** When a health check saw it first. */
  firstSeenAt: Scalars['DateTime']['output'];
  /** When it may be disabled at the earliest (ROT-03); null for the current one. */
  mayBeDisabledAfter?: Maybe<Scalars['DateTime']['output']>;
  /** As in the key identifier. */
  version: Scalars['String']['output'];
};

/** A key as AWS KMS describes it. A field is null where KMS doesn't state it. */
export type KmsKey = {
  __typename?: 'KmsKey';
  /** Its ARN. */
  arn: Scalars['String']['output'];
  /** When it is deleted; null if no deletion is scheduled. */
  deletionDate?: Maybe<Scalars['DateTime']['output']>;
  /** `CUSTOMER` or `AWS`. */
  keyManager?: Maybe<Scalars['String']['output']>;
  /** Such as `SYMMETRIC_DEFAULT`. */
  keySpec?: Maybe<Scalars['String']['output']>;
  /** Such as `Enabled`, `Disabled` or `PendingDeletion`. */
  keyState?: Maybe<Scalars['String']['output']>;
  /** Such as `ENCRYPT_DECRYPT`. */
  keyUsage?: Maybe<Scalars['String']['output']>;
  /** Whether it is a multi-Region key, which Adobe doesn't take. */
  multiRegion?: Maybe<Scalars['Boolean']['output']>;
  /** Where its material comes from, such as `AWS_KMS` or `EXTERNAL`. */
  origin?: Maybe<Scalars['String']['output']>;
  /** Its automatic rotation; null where that could not be read. */
  rotation?: Maybe<KmsRotation>;
  /** When its imported material expires; null if it doesn't. */
  validTo?: Maybe<Scalars['DateTime']['output']>;
};

/** The automatic rotation of a key in AWS KMS. */
export type KmsRotation = {
  __typename?: 'KmsRotation';
  /** Whether it is on. */
  enabled?: Maybe<Scalars['Boolean']['output']>;
  /** When the key is rotated next; null if rotation is off. */
  nextRotation?: Maybe<Scalars['DateTime']['output']>;
  /** Days between two rotations. */
  periodInDays?: Maybe<Scalars['Int']['output']>;
};

/** What Keyway last saw not to be as required, and could not read again since. */
export type LastBlocked = {
  __typename?: 'LastBlocked';
  /** When it was read. */
  at: Scalars['DateTime']['output'];
  /** The checks that blocked, with what was seen then. */
  checks: Array<Check>;
};

/** What was read: `ids` or `allUntil`. */
export type MarkInboxReadInput = {
  /** Everything that came into the inbox up to then (`createdAt`). */
  allUntil?: InputMaybe<Scalars['DateTime']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Items of the inbox, at most 100. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** False: unread again. */
  read?: Scalars['Boolean']['input'];
};

export type MarkInboxReadPayload = {
  __typename?: 'MarkInboxReadPayload';
  /** How many items changed; null if the mutation was refused. */
  changed?: Maybe<Scalars['Int']['output']>;
  /** The items that `ids` named, as they are now; null for `allUntil`, or if the mutation was refused. */
  items?: Maybe<Array<InboxItem>>;
  userErrors: Array<UserError>;
  /** The viewer, with how much is unread now. */
  viewer: Viewer;
};

/** A person of the partner or of one of its customers. */
export type Member = Node & {
  __typename?: 'Member';
  /** The email address, if the sign-in provider says it. */
  email?: Maybe<Scalars['String']['output']>;
  /** What the member may do, and where: those that owners gave first, then those of rules. */
  grants: Array<Grant>;
  /** What ends with a removal, and what it leaves; null for everybody but owners of the partner. */
  holdings?: Maybe<MemberHoldings>;
  id: Scalars['ID']['output'];
  /** The time of the first sign-in. */
  joinedAt: Scalars['DateTime']['output'];
  /** The last use of the console, to about a minute; null if it is not known. */
  lastSeenAt?: Maybe<Scalars['DateTime']['output']>;
  /** As the sign-in provider says. */
  name: Scalars['String']['output'];
  /** Null while the member may sign in. */
  removedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Where the member is signed in, the last used first; at most a hundred. */
  sessions: Array<Session>;
};

export type MemberConnection = {
  __typename?: 'MemberConnection';
  edges: Array<MemberEdge>;
  nodes: Array<Member>;
  pageInfo: PageInfo;
  /** How many of them were removed. Exact up to 10,000. */
  removedCount: Scalars['Int']['output'];
  /** With those who were removed. Exact up to 10,000. */
  totalCount: Scalars['Int']['output'];
};

export type MemberEdge = {
  __typename?: 'MemberEdge';
  cursor: Scalars['String']['output'];
  node: Member;
};

/** What a member has. */
export type MemberHoldings = {
  __typename?: 'MemberHoldings';
  /** API tokens of the member that work. A removal revokes them. */
  apiTokens: Scalars['Int']['output'];
  /** The organizations of `handOffs`, whose links stop working; the first 500. */
  handOffOrganizations: Array<Organization>;
  /** Hand-offs that the member made and that work. A removal revokes them. */
  handOffs: Scalars['Int']['output'];
  /** Open runs that the member is responsible for. A removal leaves them so, and shows the owner as removed. */
  openRuns: Scalars['Int']['output'];
  /** The organizations of `openRuns`, by name; the first 500. */
  runOrganizations: Array<Organization>;
  /** Views that the member shares. A removal leaves them; owners of the partner change and delete them. */
  sharedViews: Scalars['Int']['output'];
};

/** The changed member. */
export type MemberPayload = {
  __typename?: 'MemberPayload';
  /** The member; null if the mutation was refused. */
  member?: Maybe<Member>;
  userErrors: Array<UserError>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Accepts an intended difference as what is compared with from now on. Needs an approver who did not
   * cause it, and a reason. What takes the key from Adobe can't be accepted.
   */
  acceptDrift: OrganizationPayload;
  /**
   * Says that somebody takes care of an alert. It stays until what it is about has ended. An alert of
   * the purge class, or one whose texts differ, is open again when Adobe sends another event about it.
   */
  acknowledgeAlert: AlertPayload;
  /**
   * A note for colleagues, in the history; plain text, up to 4,000 characters. Also on a closed run.
   * Requires OPERATOR with the scope runs:write, or APPROVER with the scope approve.
   */
  addComment: RunPayload;
  /** Approves a request. The person who requested it, and their tokens, can't approve it. */
  approve: RunPayload;
  /**
   * Hides the organization from lists and counts, and cancels its open run. After a submission its run
   * continues, and `reason` is required.
   */
  archiveOrganization: OrganizationPayload;
  /** Says who is responsible for an open run, and until when it should be done. */
  assignRun: RunPayload;
  /**
   * With a hand-off token only: attests a step, as `attestStep`. History names the hand-off and the
   * stated person.
   */
  attestHandedOff: HandedOffPayload;
  /** States that a step is done where Keyway can't verify it. */
  attestStep: RunPayload;
  /** Cancels a job: what is pending is skipped, what was done stays. */
  cancelBulk: StartBulkPayload;
  /** Cancels a dry run: what was found stays, the rest is skipped. */
  cancelDryRun: DryRunPayload;
  /** Cancels an open run. Refused once a configuration was submitted or a ticket recorded. */
  cancelRun: RunPayload;
  /** Cancels a set-up that is not done. Changes that were made stay. */
  cancelSetup: RunPayload;
  /**
   * Replaces the grants that owners gave a member; owners alone. Takes effect at the member's next
   * request; live connections end where they show what the member no longer sees. The last owner
   * can't be lost (`LAST_OWNER`).
   */
  changeGrants: MemberPayload;
  /** With a hand-off token only: checks a step now, as `verify`. */
  checkHandedOff: HandedOffPayload;
  /** Runs a health check now. Its result follows when the worker has made it. */
  checkHealth: OrganizationPayload;
  /** Records Adobe Customer Care's confirmation that the CJA key is in use. */
  confirmCja: RunPayload;
  /**
   * Confirms exactly the plan with this hash. A worker then makes each change once, reading right before
   * it what is there. If that is not what was confirmed, it stops and plans again.
   */
  confirmSetup: RunPayload;
  /**
   * Stores Adobe's OAuth Server-to-Server credential (ROLE-03). The secret is encrypted at rest and
   * never returned. If one is stored already, it stays in use until the new one works: see
   * `CloudConnection.replacement`.
   */
  connectAdobe: OrganizationPayload;
  /**
   * Makes the external ID and both policies, so that the customer can create a role (`roleArn` left
   * out), or stores the role and tests whether Keyway may assume it. The external ID stays the same
   * however often this is called. If a role is stored already, it stays in use until the new one works:
   * see `CloudConnection.replacement`.
   */
  connectAws: OrganizationPayload;
  /**
   * Stores the credential of an app in the customer's Entra tenant: a client secret, a certificate, or
   * trust in Keyway as an identity provider. A secret or key is encrypted at rest and never returned. If one
   * is stored already, it stays in use until the new one works: see `CloudConnection.replacement`.
   */
  connectAzure: OrganizationPayload;
  /** Creates an API token; owners only. */
  createApiToken: CreateApiTokenPayload;
  /**
   * Makes the address that Azure Event Grid sends events about the organization's vaults to. It is
   * shown this once; the one before ends. Needs the scope runs:write and the role OPERATOR.
   */
  createEventGridAddress: EventGridAddressPayload;
  /**
   * Makes a link to one actor's open steps of one run: the customer's Azure, Entra or AWS admin.
   * `url` ends in the token (`/hand-off/kwh_…`) and is shown this once. Valid for 14 days by
   * default, at most 90.
   */
  createHandOff: CreateHandOffPayload;
  /** Adds an organization to the partner. */
  createOrganization: OrganizationPayload;
  /**
   * Sandbox only: adds an organization to practice with, whose clouds the sandbox lays out, connects
   * them and starts a run with its keys. Each scenario has one: once it exists, it is returned as it is.
   */
  createPracticeOrganization: CreatePracticeOrganizationPayload;
  /**
   * Creates a webhook; owners only. A partner can have 20. `secret` (`whsec_…`) is shown this once. The
   * address must be https and public; others only where `KEYWAY_WEBHOOK_ALLOW` (CIDRs, commas) names
   * them, http too.
   */
  createWebhook: CreateWebhookPayload;
  /** Deletes a view, for all who see it. For those who can change it. */
  deleteView: DeleteViewPayload;
  /** Deletes a webhook with its log. An attempt under way may still arrive. */
  deleteWebhook: WebhookPayload;
  /**
   * Deletes the stored credential. Steps that need it wait until Adobe is connected again or they are
   * attested. Refused (CONFLICT) while the configuration is being sent with it.
   */
  disconnectAdobe: OrganizationPayload;
  /**
   * Removes the stored role. Steps that need it wait until AWS is connected again or they are attested.
   * The external ID stays, so that the role's trust policy stays valid.
   */
  disconnectAws: OrganizationPayload;
  /**
   * Deletes the stored credential. Steps that need it wait until Azure is connected again or they are
   * attested.
   */
  disconnectAzure: OrganizationPayload;
  /** Signs a browser out: one of the caller's own sessions or, for owners, of any member. Its live connections end. */
  endSession: EndSessionsPayload;
  /** Signs all browsers of a member out. Without `memberId`, the caller's own except the one that asks; another member's for owners alone. */
  endSessions: EndSessionsPayload;
  /** Imports organizations from CSV or JSON. Every rejected line is reported with its number. */
  importOrganizations: ImportOrganizationsPayload;
  /**
   * Invites a person; owners alone. `url` is shown this once. It leads through sign-in, and holds for
   * the invited email address alone, which the provider must have verified. It replaces an open
   * invitation of the same address.
   */
  inviteMember: InviteMemberPayload;
  /**
   * Marks items of the viewer's inbox as read, or as unread again: some, or everything up to a time. For
   * members, whatever their role.
   */
  markInboxRead: MarkInboxReadPayload;
  /** Accepts a warning, or an overridable block, with a reason. */
  overrideCheck: RunPayload;
  /**
   * Requests a plan of changes for a track's vault, network and key. A worker reads what is there;
   * nothing is changed before `confirmSetup`. Needs a connection to Azure with access WRITE. A plan that
   * nobody confirmed is replaced.
   */
  planSetup: RunPayload;
  /**
   * Sets the key that a track uses. The key identifier determines the vault. The same key again changes
   * nothing: what is known of it and its approval stay.
   */
  provideKey: RunPayload;
  /**
   * AWS only: sets the key policy that the organization's page at Adobe shows. The step POLICY compares
   * the key's own policy with it, and it is part of the evidence (AWS-05, AWS-07).
   */
  provideKeyPolicy: RunPayload;
  /** Records the case at Adobe Customer Care: the point of no return of the CJA track. */
  recordTicket: RunPayload;
  /**
   * Sends a delivery again, now, under its old `messageId` and with the same body, signed with the
   * present secrets. It is a delivery of its own in the log.
   */
  redeliver: WebhookPayload;
  /** Refuses a requested approval, with a reason. */
  refuse: RunPayload;
  /** Disconnects the chat and deletes its address. */
  removeChat: ChatPayload;
  /** Ends a member's access; owners alone. Sessions, live connections and the tokens the member made end at once. They can come back by a new invitation. */
  removeMember: MemberPayload;
  /**
   * Requests the approval that the point of no return needs. Every check must pass, or its warning
   * must be accepted. With `configurationName`, the approval is for that name. Without it, after a
   * send whose outcome is unknown, it is for the name that was sent. Ask first about a name that
   * `Track.configurationNameCheck` warns of: approving accepts it.
   */
  requestApproval: RunPayload;
  /** Shows an archived organization in lists and counts again. */
  restoreOrganization: OrganizationPayload;
  /** Retries a failed step. */
  retryStep: RunPayload;
  /** Revokes a token at once: its next request is refused and its sockets are closed. */
  revokeApiToken: RevokeApiTokenPayload;
  /** Closes a link at once. What was done by it stays. */
  revokeHandOff: HandOffPayload;
  /** Closes an invitation at once; owners alone. */
  revokeInvitation: RevokeInvitationPayload;
  /**
   * Makes a new secret, shown this once. The former secret signs too for another 24 hours: messages
   * then have two signatures.
   */
  rotateWebhookSecret: CreateWebhookPayload;
  /** Saves the filters of a page under a name. For members, whatever their role. */
  saveView: SavedViewPayload;
  /**
   * Connects a chat, or changes what it is sent. Replaces all of it, except the address where it is left
   * out. The address is stored encrypted and never shown again.
   */
  setChat: ChatPayload;
  /** Says which view a page opens with, for the member who asks. */
  setDefaultView: SavedViewPayload;
  /**
   * Chooses what the viewer is sent of their inbox, how often, and when nothing is sent. Replaces all of
   * it. For members, whatever their role.
   */
  setNotificationSettings: SetNotificationSettingsPayload;
  /**
   * Changes the policy for approvals; owners of the organization, or of the partner. Without
   * `organizationId` the partner's. What is null stays as it is. A change reaches open runs; one that
   * loosens voids what was approved or requested and was not used yet.
   */
  setPolicy: SetPolicyPayload;
  /** Replaces the rules that admit people by claims; owners alone. What a rule gave ends with it. */
  setSignInPolicy: SetSignInPolicyPayload;
  /**
   * Starts a background job on the organizations that are selected now. Each is done exactly once, with
   * the rights that the starter then has.
   */
  startBulk: StartBulkPayload;
  /**
   * Starts a dry run: reads what a run of each organization would read, and evaluates its checks. No
   * run is started or changed, and nothing in a cloud. At most 3 at a time.
   */
  startDryRun: DryRunPayload;
  /** Starts a run for an organization that has no open or completed one. */
  startRun: RunPayload;
  /**
   * Starts a run for every organization that is selected, and reports those that can't have one. With
   * `dryRun` nothing is written, and `startable` lists those that would get one.
   */
  startRuns: StartRunsPayload;
  /** Submits the configuration to Adobe: the point of no return of the AEP track. */
  submitConfiguration: RunPayload;
  /** Sends a test message. `Chat.testedAt` and `Chat.testProblem` say how it ended. */
  testChat: ChatPayload;
  /** Sends `test.ping` now, once, also where the webhook is disabled. */
  testWebhook: WebhookPayload;
  /**
   * Tests the stored credential again, and the one that is to replace it. The state is `NOT_TRIED`,
   * of a replacement `PENDING`, until the test ends.
   */
  tryConnection: OrganizationPayload;
  /**
   * Changes details. Null and absent fields keep their value. `imsOrgId` can change until the first
   * run, and `cloud` while no run is open. After a submission only `name` can change.
   */
  updateOrganization: OrganizationPayload;
  /**
   * Changes a view. For its maker and, while it is shared, for owners of the whole partner. It is then
   * shared with those who see everything that the writer sees: where its maker has access to some
   * organizations alone, an owner's change takes it from them and from everybody else with limits.
   */
  updateView: SavedViewPayload;
  /**
   * Changes a webhook; what is left out stays. Enabled again, it sends what is still pending: what is
   * older than four days has failed. What happened while it was disabled is never sent.
   */
  updateWebhook: WebhookPayload;
  /** Checks a step now. Without a step, checks every open step. */
  verify: RunPayload;
  /** Withdraws an approval that was not used. Only its approver or an owner can. */
  withdrawApproval: RunPayload;
  /**
   * Deletes a credential that is to replace the stored one. The stored one stays in use. Answers the
   * organization also if there is none.
   */
  withdrawReplacement: OrganizationPayload;
};


export type MutationAcceptDriftArgs = {
  input: AcceptDriftInput;
};


export type MutationAcknowledgeAlertArgs = {
  input: AcknowledgeAlertInput;
};


export type MutationAddCommentArgs = {
  input: AddCommentInput;
};


export type MutationApproveArgs = {
  input: ApproveInput;
};


export type MutationArchiveOrganizationArgs = {
  input: ArchiveOrganizationInput;
};


export type MutationAssignRunArgs = {
  input: AssignRunInput;
};


export type MutationAttestHandedOffArgs = {
  input: AttestHandedOffInput;
};


export type MutationAttestStepArgs = {
  input: AttestStepInput;
};


export type MutationCancelBulkArgs = {
  input: CancelBulkInput;
};


export type MutationCancelDryRunArgs = {
  input: CancelDryRunInput;
};


export type MutationCancelRunArgs = {
  input: CancelRunInput;
};


export type MutationCancelSetupArgs = {
  input: CancelSetupInput;
};


export type MutationChangeGrantsArgs = {
  input: ChangeGrantsInput;
};


export type MutationCheckHandedOffArgs = {
  input: CheckHandedOffInput;
};


export type MutationCheckHealthArgs = {
  input: CheckHealthInput;
};


export type MutationConfirmCjaArgs = {
  input: ConfirmCjaInput;
};


export type MutationConfirmSetupArgs = {
  input: ConfirmSetupInput;
};


export type MutationConnectAdobeArgs = {
  input: ConnectAdobeInput;
};


export type MutationConnectAwsArgs = {
  input: ConnectAwsInput;
};


export type MutationConnectAzureArgs = {
  input: ConnectAzureInput;
};


export type MutationCreateApiTokenArgs = {
  input: CreateApiTokenInput;
};


export type MutationCreateEventGridAddressArgs = {
  input: CreateEventGridAddressInput;
};


export type MutationCreateHandOffArgs = {
  input: CreateHandOffInput;
};


export type MutationCreateOrganizationArgs = {
  input: CreateOrganizationInput;
};


export type MutationCreatePracticeOrganizationArgs = {
  input: CreatePracticeOrganizationInput;
};


export type MutationCreateWebhookArgs = {
  input: CreateWebhookInput;
};


export type MutationDeleteViewArgs = {
  input: DeleteViewInput;
};


export type MutationDeleteWebhookArgs = {
  input: WebhookIdInput;
};


export type MutationDisconnectAdobeArgs = {
  input: OrganizationIdInput;
};


export type MutationDisconnectAwsArgs = {
  input: OrganizationIdInput;
};


export type MutationDisconnectAzureArgs = {
  input: OrganizationIdInput;
};


export type MutationEndSessionArgs = {
  input: EndSessionInput;
};


export type MutationEndSessionsArgs = {
  input: EndSessionsInput;
};


export type MutationImportOrganizationsArgs = {
  input: ImportOrganizationsInput;
};


export type MutationInviteMemberArgs = {
  input: InviteMemberInput;
};


export type MutationMarkInboxReadArgs = {
  input: MarkInboxReadInput;
};


export type MutationOverrideCheckArgs = {
  input: OverrideCheckInput;
};


export type MutationPlanSetupArgs = {
  input: PlanSetupInput;
};


export type MutationProvideKeyArgs = {
  input: ProvideKeyInput;
};


export type MutationProvideKeyPolicyArgs = {
  input: ProvideKeyPolicyInput;
};


export type MutationRecordTicketArgs = {
  input: RecordTicketInput;
};


export type MutationRedeliverArgs = {
  input: RedeliverInput;
};


export type MutationRefuseArgs = {
  input: RefuseInput;
};


export type MutationRemoveChatArgs = {
  input: ChatInput;
};


export type MutationRemoveMemberArgs = {
  input: RemoveMemberInput;
};


export type MutationRequestApprovalArgs = {
  input: RunTrackInput;
};


export type MutationRestoreOrganizationArgs = {
  input: OrganizationIdInput;
};


export type MutationRetryStepArgs = {
  input: RunStepInput;
};


export type MutationRevokeApiTokenArgs = {
  input: RevokeApiTokenInput;
};


export type MutationRevokeHandOffArgs = {
  input: RevokeHandOffInput;
};


export type MutationRevokeInvitationArgs = {
  input: RevokeInvitationInput;
};


export type MutationRotateWebhookSecretArgs = {
  input: WebhookIdInput;
};


export type MutationSaveViewArgs = {
  input: SaveViewInput;
};


export type MutationSetChatArgs = {
  input: SetChatInput;
};


export type MutationSetDefaultViewArgs = {
  input: SetDefaultViewInput;
};


export type MutationSetNotificationSettingsArgs = {
  input: SetNotificationSettingsInput;
};


export type MutationSetPolicyArgs = {
  input: SetPolicyInput;
};


export type MutationSetSignInPolicyArgs = {
  input: SetSignInPolicyInput;
};


export type MutationStartBulkArgs = {
  input: StartBulkInput;
};


export type MutationStartDryRunArgs = {
  input: StartDryRunInput;
};


export type MutationStartRunArgs = {
  input: StartRunInput;
};


export type MutationStartRunsArgs = {
  input: StartRunsInput;
};


export type MutationSubmitConfigurationArgs = {
  input: SubmitConfigurationInput;
};


export type MutationTestChatArgs = {
  input: ChatInput;
};


export type MutationTestWebhookArgs = {
  input: WebhookIdInput;
};


export type MutationTryConnectionArgs = {
  input: TryConnectionInput;
};


export type MutationUpdateOrganizationArgs = {
  input: UpdateOrganizationInput;
};


export type MutationUpdateViewArgs = {
  input: UpdateViewInput;
};


export type MutationUpdateWebhookArgs = {
  input: UpdateWebhookInput;
};


export type MutationVerifyArgs = {
  input: VerifyInput;
};


export type MutationWithdrawApprovalArgs = {
  input: WithdrawApprovalInput;
};


export type MutationWithdrawReplacementArgs = {
  input: WithdrawReplacementInput;
};

/** Something that the viewer can do now. */
export type NeededAction = {
  __typename?: 'NeededAction';
  /** What to do. */
  action: NextAction;
  /** Where it is among the viewer's tasks now: compare as text. */
  position: Scalars['String']['output'];
  /** The run that needs it. */
  run: Run;
  /** When it began to wait. */
  since: Scalars['DateTime']['output'];
  /** What makes it urgent. */
  urgency: TaskUrgency;
};

/** A page of tasks. */
export type NeededActionConnection = {
  __typename?: 'NeededActionConnection';
  /** The tasks with their cursors. */
  edges: Array<NeededActionEdge>;
  /** The tasks of the page. */
  nodes: Array<NeededAction>;
  pageInfo: PageInfo;
  /** How many there are, exact up to 1,000 and 1,000 above. */
  totalCount: Scalars['Int']['output'];
  /** Whether there are more than `totalCount`. */
  totalCountCapped: Scalars['Boolean']['output'];
};

/** A task with its cursor. */
export type NeededActionEdge = {
  __typename?: 'NeededActionEdge';
  /** The `after` of the page that follows it. */
  cursor: Scalars['String']['output'];
  /** The task. */
  node: NeededAction;
};

/** A mutation that the viewer may send now. */
export type NextAction = {
  __typename?: 'NextAction';
  /** What to do, in the requested language. */
  label: Scalars['String']['output'];
  /**
   * Whether the run waits for it. False for actions that are possible at any time, such as checking
   * again, correcting and cancelling.
   */
  movesRun: Scalars['Boolean']['output'];
  /** The mutation's name, such as `requestApproval`. */
  mutation: Scalars['String']['output'];
  /**
   * Why it has to be done again, such as who refused the last request, and why; null for what was not
   * done before.
   */
  reason?: Maybe<Scalars['String']['output']>;
  /** The step to send; null if the mutation has none. */
  step?: Maybe<StepId>;
  /** The track to send; null if the mutation has none. */
  track?: Maybe<TrackId>;
};


/** A mutation that the viewer may send now. */
export type NextActionLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A mutation that the viewer may send now. */
export type NextActionReasonArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Why no person can approve. A request is taken all the same, since an approver may still be invited. */
export type NoApprover =
  /** Nobody may approve for the organization: there is neither an approver nor an owner. */
  | 'NO_APPROVER'
  /**
   * The policy asks for an approver of the organization itself (`OWN_APPROVER`), and nobody has a grant
   * for this organization in particular.
   */
  | 'NO_OWN_APPROVER'
  /** Only whoever requests it may approve by the policy, and nobody approves their own request. */
  | 'ONLY_REQUESTER'
  /**
   * No other person may approve by the policy; API tokens that act for nobody may, in the sandbox
   * alone.
   */
  | 'ONLY_TOKENS';

/** An object with a global, opaque ID. */
export type Node = {
  id: Scalars['ID']['output'];
};

/** What somebody is sent of their inbox. */
export type NotificationSettings = {
  __typename?: 'NotificationSettings';
  /** The address that digests go to, from the sign-in provider; null if it is not known. */
  address?: Maybe<Scalars['String']['output']>;
  /** How often. */
  digest: DigestFrequency;
  /** When the next one is due; null: never. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether this installation sends mail. Where it does not, a digest can only be turned off. */
  isAvailable: Scalars['Boolean']['output'];
  /** Of what. */
  kinds: Array<InboxKind>;
  /** The language of digests, `en` or `es`. */
  language: Scalars['String']['output'];
  /** Why the last one was not sent; null: there is nothing wrong. */
  problem?: Maybe<DigestProblem>;
  /** When nothing is sent; null: there are no such hours. */
  quietHours?: Maybe<QuietHours>;
  /** When the last one was sent. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** A name of the IANA time zone database. */
  timeZone: Scalars['String']['output'];
};

/** What an import does with organizations that exist. */
export type OnExisting =
  /** A row that differs is rejected; the organization keeps its details. */
  | 'SKIP'
  /**
   * A row that differs changes the organization as `updateOrganization` does. Empty cells keep their
   * value. A row with a detail that can't be changed is rejected.
   */
  | 'UPDATE';

/** An Adobe IMS organization that the partner manages. */
export type Organization = Node & {
  __typename?: 'Organization';
  /** Whether an Adobe credential is stored. */
  adobeConnected: Scalars['Boolean']['output'];
  /** The stored Adobe credential and the result of its last test; null if none is stored. */
  adobeConnection?: Maybe<CloudConnection>;
  /**
   * When it was archived; null if it is not. Lists, counts and search leave archived organizations
   * out.
   */
  archivedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What the role in AWS needs; null until `connectAws`, and on Azure. */
  aws?: Maybe<AwsConnection>;
  /** The stored role in AWS and the result of its last test; null if none is stored. */
  awsConnection?: Maybe<CloudConnection>;
  /** What the stored Azure credential is used for; null if none is stored. */
  azureConnected?: Maybe<AzureAccess>;
  /** The stored Azure credential and the result of its last test; null if none is stored. */
  azureConnection?: Maybe<CloudConnection>;
  /** How Keyway authenticates to Azure; null if no credential is stored. */
  azureCredential?: Maybe<AzureCredential>;
  /** What to enter in Entra before `connectAzure` with `federated: true`. */
  azureFederation: AzureFederation;
  /**
   * Custom roles for Azure RBAC that have exactly the permissions that the stored credential needs, by
   * its access. Empty if no credential is stored.
   */
  azureRoles: Array<AzureRole>;
  /** The ID of the customer's Entra tenant, a GUID; null until it is known. */
  azureTenantId?: Maybe<Scalars['String']['output']>;
  /** Where Adobe hosts its Experience Platform. */
  cloud: Cloud;
  /** When it was added to Keyway. */
  createdAt: Scalars['DateTime']['output'];
  /** The open or completed run; otherwise the newest. */
  currentRun?: Maybe<Run>;
  id: Scalars['ID']['output'];
  /** The IMS organization ID, such as `0123456789ABCDEF01234567@AdobeOrg`. */
  imsOrgId: Scalars['String']['output'];
  /**
   * Open invitations of people who could approve for it by its policy once they accept, newest first,
   * at most 20; none for everybody but owners of the partner.
   */
  invitedApprovers: Array<Invitation>;
  /** Whether Adobe can use the organization's keys, as the last health check saw it. */
  keyHealth: KeyHealth;
  /** The organization's name. */
  name: Scalars['String']['output'];
  /** What this viewer may do with the organization now. */
  nextActions: Array<OrganizationAction>;
  /** Why no person could approve what this viewer requests, by the organization's policy; null where one could. */
  noApprover?: Maybe<NoApprover>;
  /**
   * Whether Customer Journey Analytics was purchased. Journey Optimizer needs its key in any case
   * (AJO-01).
   */
  ownsCja: Scalars['Boolean']['output'];
  /**
   * Permissions of the stored Azure credential, per step, by Azure's list at the last test of it and by
   * the calls since. Empty if no credential is stored.
   */
  permissions: Array<PermissionProbe>;
  /** The organization's own policy if set, otherwise the partner's. */
  policy: Policy;
  /** Adobe's hosting region. */
  region: Region;
  /** All runs, newest first. */
  runs: RunConnection;
  /** Its details, and which of them can be changed now. */
  settings: Array<OrganizationSetting>;
  /** The add-on that was purchased. */
  shield: Shield;
  /** The gravest alert that is not resolved: of the purge class if there is one, else the newest. */
  topAlert?: Maybe<Alert>;
};


/** An Adobe IMS organization that the partner manages. */
export type OrganizationRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/** An Adobe IMS organization that the partner manages. */
export type OrganizationSettingsArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A mutation that the viewer may use on the organization now. */
export type OrganizationAction = {
  __typename?: 'OrganizationAction';
  /** The mutation's name, such as `archiveOrganization`. */
  mutation: Scalars['String']['output'];
  /** Whether a reason is required. */
  needsReason: Scalars['Boolean']['output'];
};

export type OrganizationConnection = {
  __typename?: 'OrganizationConnection';
  edges: Array<OrganizationEdge>;
  nodes: Array<Organization>;
  pageInfo: PageInfo;
  /** How many there are, at most 10,000. A larger count is 10,000. */
  totalCount: Scalars['Int']['output'];
};

export type OrganizationEdge = {
  __typename?: 'OrganizationEdge';
  cursor: Scalars['String']['output'];
  node: Organization;
};

/** All given conditions must hold. A list holds if one of its items does. */
export type OrganizationFilter = {
  /** True: only archived organizations. Otherwise: only those that are not. */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** Hosted on this cloud. */
  cloud?: InputMaybe<Cloud>;
  /** Whose current run is open and due within so many seconds, and not overdue. */
  dueWithinSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** One of these states of health. */
  health?: InputMaybe<Array<Health>>;
  /** Organizations with these IDs, at most 1,000. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** True: whose current run is open and past its due date. False: the others. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Organizations whose current run this member is responsible for, unless it was cancelled. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Hosted in this region. */
  region?: InputMaybe<Region>;
  /** Organizations whose current run has one of these statuses. */
  runStatus?: InputMaybe<Array<RunStatus>>;
  /** Whose current run has been without progress for at least this long; see `RunFilter`. */
  stuckForSeconds?: InputMaybe<Scalars['Int']['input']>;
  /**
   * Text in the name or the IMS organization ID, case-insensitive. One or two characters: in the name
   * only.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** True: whose current run is open and nobody’s. False: the others. */
  unassigned?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: whose current run is open and has no due date. False: the others. */
  undated?: InputMaybe<Scalars['Boolean']['input']>;
  /** Organizations whose current run waits on one of these actors. */
  waitingOn?: InputMaybe<Array<Actor>>;
};

/** The organization that the mutation is for. */
export type OrganizationIdInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
};

/** What organizations are ordered by. */
export type OrganizationOrder =
  /** Whose open run is due first, first; then those without a due date, by name. */
  | 'DUE'
  /** Name, case-insensitive. */
  | 'NAME';

export type OrganizationPayload = {
  __typename?: 'OrganizationPayload';
  /** The organization after the change; null if the mutation was refused. */
  organization?: Maybe<Organization>;
  userErrors: Array<UserError>;
};

/** A detail of the organization, and whether it can be changed. */
export type OrganizationSetting = {
  __typename?: 'OrganizationSetting';
  /** Whether it can be changed now. */
  editable: Scalars['Boolean']['output'];
  /** The name of the field in `UpdateOrganizationInput`. */
  field: Scalars['String']['output'];
  /** Why it can't be changed now, in the requested language; null if it can. */
  fixedBecause?: Maybe<Scalars['String']['output']>;
};

/** Organizations where no person could approve. */
export type OrganizationsWithoutApprover = {
  __typename?: 'OrganizationsWithoutApprover';
  /** The first of them, by name. `first` is 1 to 100. */
  nodes: Array<Organization>;
  /** How many there are. */
  totalCount: Scalars['Int']['output'];
};


/** Organizations where no person could approve. */
export type OrganizationsWithoutApproverNodesArgs = {
  first?: Scalars['Int']['input'];
};

/** The check to accept. */
export type OverrideCheckInput = {
  /** The check's ID, such as `vaultRetentionIsLong`. */
  check: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why the risk is accepted; shown on the approval. */
  reason: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
  /** The check's track. */
  track: TrackId;
};

/** The position of a page in its list. Cursors are opaque. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** The last item's cursor, for `after`; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether a page follows. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether a page comes before. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** The first item's cursor; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Who is waited for. */
export type Party =
  /** Adobe: activation and confirmation. */
  | 'ADOBE'
  /** The customer’s administrators in Azure, Entra or AWS. */
  | 'CUSTOMER'
  /** Those who work with Keyway: set-up, approval and submission. */
  | 'PARTNER';

/** An approval that waits for a decision. */
export type PendingApproval = {
  __typename?: 'PendingApproval';
  /** The run that needs it. */
  run: Run;
  /** When it began to wait. */
  since: Scalars['DateTime']['output'];
  /** The track whose point of no return is to be approved. */
  track: TrackId;
};

export type PendingApprovalConnection = {
  __typename?: 'PendingApprovalConnection';
  edges: Array<PendingApprovalEdge>;
  nodes: Array<PendingApproval>;
  pageInfo: PageInfo;
  /** How many there are, at most 10,000. A larger count is 10,000. */
  totalCount: Scalars['Int']['output'];
};

export type PendingApprovalEdge = {
  __typename?: 'PendingApprovalEdge';
  cursor: Scalars['String']['output'];
  node: PendingApproval;
};

/** What pending approvals are ordered by. */
export type PendingApprovalOrder =
  /** The organization's name, case-insensitive. */
  | 'NAME'
  /** The longest wait first. */
  | 'SINCE';

/** One permission at one scope, for one step. */
export type PermissionProbe = {
  __typename?: 'PermissionProbe';
  /** Such as `Microsoft.KeyVault/vaults/read`. */
  permission: Scalars['String']['output'];
  /** The ID of a vault or subscription, the host of a vault, or the ID of a tenant. */
  scope: Scalars['String']['output'];
  /** Whether the stored credential has it. */
  state: PermissionState;
  /** The step that needs it. */
  step: StepId;
  /** The track of the step; null without a run. */
  track?: Maybe<TrackId>;
};

/** Whether the stored credential has a permission. */
export type PermissionState =
  /** Azure lists it, or a call that needs it succeeded with the stored credential. */
  | 'GRANTED'
  /** Azure refused a call for it, or doesn't list it. */
  | 'MISSING'
  /** No call with the stored credential needed it, and Azure doesn't say. */
  | 'UNKNOWN';

/** How many organizations are in a phase. */
export type PhaseCount = {
  __typename?: 'PhaseCount';
  /** How many organizations are in it. */
  count: Scalars['Int']['output'];
  /** The phase. */
  phase: RunPhase;
};

/** What Keyway sets up. What is there already is used and not changed. */
export type PlanSetupInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The key's name: 1 to 127 letters, digits and hyphens (KID-04). */
  keyName: Scalars['String']['input'];
  /** How the key's material is kept. `HSM` needs a Premium vault (KV-07). */
  keyProtection?: KeyProtection;
  /** The size of a new key in bits: 3072 or 4096 (AEP-13). */
  keySize?: Scalars['Int']['input'];
  /** Azure's name of the region of a new vault, such as `westeurope`. */
  location: Scalars['String']['input'];
  /** Whether the vault gets a lock against deletion, where the credential may add one. */
  lock?: Scalars['Boolean']['input'];
  /** The network of a new vault. The network of an existing one is never opened. */
  network?: SetupNetwork;
  /** An existing resource group of the subscription. */
  resourceGroup: Scalars['String']['input'];
  /** Months until Azure makes a new version of the key, 1 to 24 (ROT-04); null: no rotation is set. */
  rotateEveryMonths?: InputMaybe<Scalars['Int']['input']>;
  runId: Scalars['ID']['input'];
  /** The subscription. Without it, the one that the connection names. */
  subscriptionId?: InputMaybe<Scalars['String']['input']>;
  /** The track that will use the key. Each track has a vault of its own (VAL-08). */
  track: TrackId;
  /** The vault's name: 3 to 24 letters, digits and hyphens, unique in all of Azure (KID-03, KV-08). */
  vaultName: Scalars['String']['input'];
  /** The Log Analytics workspace that gets the audit log, by its ARM resource ID; null: none is set. */
  workspaceId?: InputMaybe<Scalars['String']['input']>;
};

/**
 * A key that is planned for a track. One of `organizationId` and `imsOrgId`; where both are given, they
 * must be of the same organization.
 */
export type PlannedKeyInput = {
  /** The organization by its IMS organization ID. */
  imsOrgId?: InputMaybe<Scalars['String']['input']>;
  /** A key identifier, or a key ARN on AWS. What a run would refuse is reported as the result. */
  keyIdentifier: Scalars['String']['input'];
  /** The organization. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  /** The track. */
  track: TrackId;
  /**
   * The vault's ARM resource ID, where it can't be found by its name. What `provideKey` would refuse is
   * reported as the result.
   */
  vaultResourceId?: InputMaybe<Scalars['String']['input']>;
};

/** A line of a list of planned keys. */
export type PlannedKeyLine = {
  __typename?: 'PlannedKeyLine';
  /** The key identifier, or the key ARN on AWS, as it was given. */
  keyIdentifier: Scalars['String']['output'];
  /** The line of the file; the header is line 1. */
  line: Scalars['Int']['output'];
  /** The organization's ID. */
  organizationId: Scalars['ID']['output'];
  /** The organization's name. */
  organizationName: Scalars['String']['output'];
  /** The track. */
  track: TrackId;
  /** The vault's ARM resource ID, where one was given. */
  vaultResourceId?: Maybe<Scalars['String']['output']>;
};

/** A list of planned keys, line by line: each line is in `keys` or in `rejected`. */
export type PlannedKeyList = {
  __typename?: 'PlannedKeyList';
  /** The keys that can be checked. */
  keys: Array<PlannedKeyLine>;
  /** Lines that can't be used, with the reason. */
  rejected: Array<ImportRejection>;
  /** Why the list can't be read at all; otherwise empty. */
  userErrors: Array<UserError>;
};

/** The rules of approvals. */
export type Policy = {
  __typename?: 'Policy';
  /** How long after it was given an approval may be used: a minute to 90 days. */
  approvalValidSeconds: Scalars['Int']['output'];
  /** How long after it was given an approval may first be used: 0 to 30 days. */
  coolingOffSeconds: Scalars['Int']['output'];
  /** Who has to approve. */
  fourEyes: FourEyes;
  /**
   * Whether a change to these values would loosen the policy, and so void approvals that stand. What
   * is null stays as it is.
   */
  loosenedBy: Scalars['Boolean']['output'];
  /** IDs of checks that nobody may override, so that their warnings can't be accepted. */
  neverAccept: Array<Scalars['String']['output']>;
  /** Whether it is the organization's own; false where the organization follows the partner's, and for a run. */
  own: Scalars['Boolean']['output'];
  /** Changes with what the policy says, and with whether it is the organization's own. */
  version: Scalars['String']['output'];
  /** Why it can't work as it is; null where nothing is known against it. */
  warning?: Maybe<PolicyWarning>;
};


/** The rules of approvals. */
export type PolicyLoosenedByArgs = {
  approvalValidSeconds?: InputMaybe<Scalars['Int']['input']>;
  coolingOffSeconds?: InputMaybe<Scalars['Int']['input']>;
  fourEyes?: InputMaybe<FourEyes>;
  neverAccept?: InputMaybe<Array<Scalars['String']['input']>>;
};

/** Why a policy can't work as it is. It is taken all the same. */
export type PolicyWarning = {
  __typename?: 'PolicyWarning';
  /** For programs. */
  code: PolicyWarningCode;
  /** For people. */
  message: Scalars['String']['output'];
};


/** Why a policy can't work as it is. It is taken all the same. */
export type PolicyWarningMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** Why a policy can't work as it is. */
export type PolicyWarningCode =
  /** An approval expires before its cooling-off period ends, or with it: nothing can ever be submitted. */
  | 'NEVER_USABLE';

/** Counts over all organizations that the viewer can see. */
export type Portfolio = {
  __typename?: 'Portfolio';
  /** Organizations by the health of their keys, worst first. */
  byHealth: Array<HealthCount>;
  /** Runs by status. */
  byStatus: Array<StatusCount>;
  /** Steps by status, over all runs that are not cancelled. */
  byStep: Array<StepCount>;
  /**
   * When the last health check ended of the organization for which that is the longest ago; null
   * where no key is watched, or one was not checked yet.
   */
  checkedSince?: Maybe<Scalars['DateTime']['output']>;
  /**
   * How far organizations were at the end of each week, the oldest week first; the current one as it is
   * now. An organization counts from the week on in which its first run began, by the run that was its
   * newest then. A step that was open again and done again counts from the last time on.
   */
  funnel: Array<FunnelWeek>;
  /** How many runs `funnel` and `stepTimes` are of: the newest 1,000 at most, without cancelled ones. */
  measuredRuns: Scalars['Int']['output'];
  /** What this viewer can do now, the most urgent first: the beginning of `tasks`. */
  needsYou: Array<NeededAction>;
  /** Alerts that are not resolved, without those of archived organizations. */
  openAlerts: Scalars['Int']['output'];
  /** How many organizations there are. */
  organizations: Scalars['Int']['output'];
  /** How many runs there are, not counting cancelled ones. */
  runs: Scalars['Int']['output'];
  /** How long each step took, and who was waited for. Steps that no run has are left out. */
  stepTimes: Array<StepTime>;
  /**
   * What this viewer can do now, by what has to be done: what was refused or has failed first, then what
   * has waited longest.
   */
  taskGroups: Array<TaskGroup>;
  /**
   * What this viewer can do now, one for each run: what is overdue, then what was refused or has failed,
   * then what is due within 7 days, then the rest. What is due sooner or waits longer comes first. Pages
   * keep the order of the time at which the first was read. `first` is 1 to 100.
   */
  tasks: NeededActionConnection;
  /** Runs by the actor that they wait on. */
  waitingOn: Array<ActorCount>;
};


/** Counts over all organizations that the viewer can see. */
export type PortfolioFunnelArgs = {
  weeks?: Scalars['Int']['input'];
};


/** Counts over all organizations that the viewer can see. */
export type PortfolioNeedsYouArgs = {
  first?: Scalars['Int']['input'];
};


/** Counts over all organizations that the viewer can see. */
export type PortfolioTasksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  isProblem?: InputMaybe<Scalars['Boolean']['input']>;
  mutation?: InputMaybe<Scalars['String']['input']>;
};

/** What the sandbox lays out for an organization to practice with. */
export type PracticeScenario =
  /** A vault without purge protection, which somebody has to correct first. */
  | 'BROKEN'
  /** Everything is right: the whole set-up succeeds. */
  | 'GOOD';

/** How many of the applicable steps are done. */
export type Progress = {
  __typename?: 'Progress';
  /** How many steps are done. */
  done: Scalars['Int']['output'];
  /** How many steps are applicable. */
  total: Scalars['Int']['output'];
};

/** The key of a track. */
export type ProvideKeyInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The key identifier, such as `https://contoso-cmk.vault.azure.net/keys/aep`. */
  keyIdentifier: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
  /** The track that will use the key. */
  track: TrackId;
  /** The vault's ARM resource ID. Without it, the vault is found by name in the subscription. */
  vaultResourceId?: InputMaybe<Scalars['String']['input']>;
};

/** The key policy of the organization's page at Adobe. */
export type ProvideKeyPolicyInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * The policy as the page shows it, at most 32,768 characters. Comments and trailing commas are
   * ignored (AWS-07). A text that isn't a policy is refused with its line and character.
   */
  policy: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
};

/** The key that a track uses. */
export type ProvidedKey = {
  __typename?: 'ProvidedKey';
  /** The identifier that was provided, normalized. */
  identifier: Scalars['String']['output'];
  /** When it was provided. */
  providedAt: Scalars['DateTime']['output'];
  /** The identifier with the version that was read; null until then. */
  resolvedIdentifier?: Maybe<Scalars['String']['output']>;
  /** The vault's ARM resource ID; null until it is known. */
  vaultResourceId?: Maybe<Scalars['String']['output']>;
};

export type Query = {
  __typename?: 'Query';
  /**
   * Alerts: the purge class first, then the newest; without those of archived organizations, unless
   * the filter names one. `first` is 1 to 100.
   */
  alerts: AlertConnection;
  /** All API tokens, newest first; owners only. `first` is 1 to 100. */
  apiTokens: ApiTokenConnection;
  /**
   * The approvals, and requests for one, that would become void if the policy said this: on open runs
   * of organizations that follow the partner's policy, or of `organizationId`. By the organization's
   * name. Nothing is changed.
   */
  approvalsVoidedBy: VoidedApprovals;
  /**
   * Members who may operate an organization, by name: whom its run can be assigned to. Without an
   * organization those who may operate every one of the partner, for viewers of all of it. Says nothing
   * else of them. `first` is 1 to 100.
   */
  assignees: Array<Member>;
  /** Bulk jobs, newest first. Viewers of some organizations see those that they started. `first` is 1 to 100. */
  bulkJobs: BulkJobConnection;
  /**
   * What a bulk job would do and what would be refused, by the same rules as the job. Never changes
   * anything. START_RUNS is for organizations without a run, the others for their current run.
   */
  bulkPreview: BulkPreview;
  /**
   * The chat that the partner's digests go to; null where none is connected, or for viewers who may not
   * connect one.
   */
  chat?: Maybe<Chat>;
  /** Every check that Keyway makes, with its rules. */
  checkCatalog: Array<CheckDefinition>;
  /**
   * Members who see an organization, by name: whom a comment on its run can name. Says nothing else of
   * them. `first` is 1 to 100.
   */
  colleagues: Array<Member>;
  /**
   * Dry runs over organizations, newest first. Viewers of some organizations see those that they
   * started. `first` is 1 to 100.
   */
  dryRuns: DryRunConnection;
  /** What unauthenticated callers may read. */
  environment: Environment;
  /**
   * Credentials that expire within 30 days or have expired, of every organization that you see, the
   * first to expire first. Without archived organizations. `first` is 1 to 100.
   */
  expiringCredentials: ExpiringCredentialConnection;
  /**
   * Answers a hand-off token (`Authorization: Bearer kwh_…`) only, and is the only query that such a
   * token can run. Null where the hand-off was revoked, expired, or the work on the run ended, with
   * the error `HAND_OFF_CLOSED`, whose `extensions` say why.
   */
  handedOff?: Maybe<HandedOff>;
  /** The history, newest first. `first` is 1 to 100. */
  history: HistoryConnection;
  /**
   * Verifies the hash chain of one organization, and that it is what its signed checkpoints say.
   * Without `organizationId`, that of the partner's own entries.
   */
  historyVerification: HistoryVerification;
  /** Evaluates a key identifier by its text (VAL-01 to VAL-07), without reading the key. */
  inspectKeyIdentifier: KeyIdentifierInspection;
  /** All invitations, newest first; owners alone. `first` is 1 to 100. */
  invitations: InvitationConnection;
  /**
   * The partner's only owner, who can't be removed or lose that role (`LAST_OWNER`). Null where there
   * are several, and for everybody but owners of the partner. Owners by a rule don't count.
   */
  lastOwner?: Maybe<Member>;
  /**
   * The partner's members in the order in which they joined, with those who were removed; owners alone.
   * `text` is in the name or the email address. `organizationId`: who has access to this organization,
   * by a grant for it or for every one of the partner. `first` is 1 to 100.
   */
  members: MemberConnection;
  /** An object by its ID; null if it doesn't exist or the viewer can't see it. */
  node?: Maybe<Node>;
  /** One organization, by its ID or its IMS organization ID. Use exactly one of the two. */
  organization?: Maybe<Organization>;
  /** All organizations, in the given order, then by ID. `first` is 1 to 100. */
  organizations: OrganizationConnection;
  /**
   * The organizations where no person could approve by such a policy, whoever requests it: those that
   * follow the partner's policy, or the one of `organizationId`. By name, without archived ones.
   */
  organizationsWithoutApprover: OrganizationsWithoutApprover;
  /** Approvals that wait for a decision, in the given order; none of archived organizations. */
  pendingApprovals: PendingApprovalConnection;
  /**
   * Reads a CSV list of planned keys, for `startDryRun`. Nothing is stored or read in a cloud. The
   * columns, in any order: `imsOrgId`, `track` and `keyIdentifier` (a key ARN on AWS), and
   * `vaultResourceId`, which may be left out. At most 4,000 lines; separated by comma, semicolon or tab.
   */
  plannedKeys: PlannedKeyList;
  /** The partner's own policy for approvals, which holds for organizations without one of their own. */
  policy: Policy;
  /** Counts over everything that the viewer can see. */
  portfolio: Portfolio;
  /**
   * Public facts of the vault of a key identifier. A worker asks the vault without a credential, and
   * nothing is stored. At most 10 a minute for each token or person, and 30 for the partner; UNKNOWN
   * beyond that, with `retryAfterSeconds`.
   */
  probeVault: VaultProbe;
  /** Every role, with the scopes that a token of this role can use. */
  roles: Array<RoleScopes>;
  /** Every domain rule, a fact about Adobe or a cloud that checks and steps rely on. */
  rules: Array<Rule>;
  /** One run; null if it doesn't exist or the viewer can't see it. */
  run?: Maybe<Run>;
  /**
   * Who is responsible for runs that the viewer sees, by name; also who was removed. `first` is 1 to
   * 100.
   */
  runOwners: Array<Member>;
  /** All runs by `startedAt`, newest first. `first` is 1 to 100. */
  runs: RunConnection;
  /**
   * Views of a page that the viewer sees, by name: their own, and those shared by people who see
   * nothing that the viewer doesn't see. A token sees shared ones.
   */
  savedViews: Array<SavedView>;
  /**
   * Organizations by name, IMS organization ID, vault or case number. One or two characters: by name
   * only. `first` is 1 to 100.
   */
  search: Array<SearchHit>;
  /** Who is admitted by single sign-on without an invitation; owners alone. */
  signInPolicy: SignInPolicy;
  /** The caller. Unauthenticated requests get the error code `UNAUTHENTICATED`. */
  viewer: Viewer;
  /** Every type of event with an example body. */
  webhookEvents: Array<WebhookEvent>;
  /**
   * All webhooks, oldest first; owners of the whole partner only, tokens with `admin`. `first` is 1 to
   * 100.
   */
  webhooks: WebhookConnection;
};


export type QueryAlertsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<AlertFilter>;
  first: Scalars['Int']['input'];
};


export type QueryApiTokensArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryApprovalsVoidedByArgs = {
  approvalValidSeconds: Scalars['Int']['input'];
  coolingOffSeconds: Scalars['Int']['input'];
  fourEyes: FourEyes;
  neverAccept: Array<Scalars['String']['input']>;
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryAssigneesArgs = {
  first?: Scalars['Int']['input'];
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryBulkJobsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryBulkPreviewArgs = {
  action: BulkAction;
  actor?: InputMaybe<Actor>;
  filter?: InputMaybe<OrganizationFilter>;
  organizationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  step?: InputMaybe<StepId>;
  track?: InputMaybe<TrackId>;
};


export type QueryColleaguesArgs = {
  first?: Scalars['Int']['input'];
  organizationId: Scalars['ID']['input'];
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryDryRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryExpiringCredentialsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<HistoryFilter>;
  first: Scalars['Int']['input'];
};


export type QueryHistoryVerificationArgs = {
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryInspectKeyIdentifierArgs = {
  cloud?: InputMaybe<Cloud>;
  identifier: Scalars['String']['input'];
  locale?: InputMaybe<Scalars['String']['input']>;
};


export type QueryInvitationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


export type QueryMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  organizationId?: InputMaybe<Scalars['ID']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrganizationArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  imsOrgId?: InputMaybe<Scalars['String']['input']>;
};


export type QueryOrganizationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrganizationFilter>;
  first: Scalars['Int']['input'];
  orderBy?: OrganizationOrder;
};


export type QueryOrganizationsWithoutApproverArgs = {
  fourEyes: FourEyes;
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryPendingApprovalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  mayDecide?: InputMaybe<Scalars['Boolean']['input']>;
  orderBy?: PendingApprovalOrder;
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryPlannedKeysArgs = {
  content: Scalars['String']['input'];
};


export type QueryProbeVaultArgs = {
  keyIdentifier: Scalars['String']['input'];
};


export type QueryRunArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRunOwnersArgs = {
  first?: Scalars['Int']['input'];
  text?: InputMaybe<Scalars['String']['input']>;
};


export type QueryRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RunFilter>;
  first: Scalars['Int']['input'];
};


export type QuerySavedViewsArgs = {
  page: SavedViewPage;
};


export type QuerySearchArgs = {
  first?: Scalars['Int']['input'];
  text: Scalars['String']['input'];
};


export type QueryWebhooksArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};

/** Hours of the day, in the time zone of the settings. `until` may be on the next day. */
export type QuietHours = {
  __typename?: 'QuietHours';
  /** Hours and minutes, such as `22:00`. */
  from: Scalars['String']['output'];
  /** The first minute that is not quiet. */
  until: Scalars['String']['output'];
};

/** Hours of the day in which nothing is sent. `until` may be on the next day. */
export type QuietHoursInput = {
  /** Hours and minutes, such as `22:00`. */
  from: Scalars['String']['input'];
  /** The first minute that is not quiet, such as `07:30`. */
  until: Scalars['String']['input'];
};

/** What a dry run found of an organization. */
export type Readiness = {
  __typename?: 'Readiness';
  /** When it was checked; null where it was not. */
  checkedAt?: Maybe<Scalars['DateTime']['output']>;
  /** What is in the way, in one text in the requested language; null where nothing is. */
  message?: Maybe<Scalars['String']['output']>;
  /** The organization. */
  organization: Organization;
  /** Null until it was checked, and where it was skipped. */
  outcome?: Maybe<ReadinessOutcome>;
  /** Whether it was skipped. */
  skipped: Scalars['Boolean']['output'];
  /** Each track with its steps; none where no run could be started. */
  tracks: Array<ReadinessTrack>;
};


/** What a dry run found of an organization. */
export type ReadinessMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** One thing that is in the way of organizations. */
export type ReadinessCause = {
  __typename?: 'ReadinessCause';
  /** The check, permission or cloud; else the reason, or empty. */
  code: Scalars['String']['output'];
  /** How many organizations have it, for whatever track. */
  count: Scalars['Int']['output'];
  /** For the filter of `organizations`. Not to be read by programs. */
  id: Scalars['String']['output'];
  /** What kind of thing. */
  kind: ReadinessCauseKind;
  /** As a text, in the requested language. */
  message: Scalars['String']['output'];
  /** BLOCKED, UNKNOWN or WAITING. */
  outcome: ReadinessOutcome;
  /** The step that it is about; null: the organization. */
  step?: Maybe<StepId>;
};


/** One thing that is in the way of organizations. */
export type ReadinessCauseMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What kind of thing keeps an organization from being set up. */
export type ReadinessCauseKind =
  /** A check, by its ID. */
  | 'CHECK'
  /** A cloud that is not connected. */
  | 'CONNECTION'
  /** A stored credential that is refused, by its cloud: `azure`, `adobe` or `aws`. */
  | 'CREDENTIAL'
  /** No key is known for a track. */
  | 'KEY'
  /** The key policy of the organization's page at Adobe was not provided (AWS). */
  | 'KEY_POLICY'
  /** The planned key can't be used. */
  | 'KEY_REFUSED'
  /** Keyway failed to check the organization several times. */
  | 'NOT_CHECKED'
  /** No run could be started, or none of the chosen tracks applies to the organization. */
  | 'NOT_STARTABLE'
  /** A permission, by its name. */
  | 'PERMISSION';

/** A check of a dry run. */
export type ReadinessCheck = {
  __typename?: 'ReadinessCheck';
  /** Why it is not as expected; null if it passes. */
  cause?: Maybe<Scalars['String']['output']>;
  /** What is expected. */
  expected: Scalars['String']['output'];
  /** The check's ID. */
  id: Scalars['String']['output'];
  /** What was found; null if nothing could be read. */
  observed?: Maybe<Scalars['String']['output']>;
  /** What to do about it; null if it passes. */
  remedy?: Maybe<Scalars['String']['output']>;
  /** The domain rules that it rests on. */
  rules: Array<Scalars['String']['output']>;
  /** What is checked, in the requested language. */
  title: Scalars['String']['output'];
  /** The result. */
  verdict: Verdict;
};


/** A check of a dry run. */
export type ReadinessCheckCauseArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A check of a dry run. */
export type ReadinessCheckExpectedArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A check of a dry run. */
export type ReadinessCheckObservedArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A check of a dry run. */
export type ReadinessCheckRemedyArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A check of a dry run. */
export type ReadinessCheckTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

export type ReadinessConnection = {
  __typename?: 'ReadinessConnection';
  edges: Array<ReadinessEdge>;
  nodes: Array<Readiness>;
  pageInfo: PageInfo;
  /** How many there are. */
  totalCount: Scalars['Int']['output'];
};

/** How many organizations have an outcome. */
export type ReadinessCount = {
  __typename?: 'ReadinessCount';
  /** How many have it. */
  count: Scalars['Int']['output'];
  /** The outcome. */
  outcome: ReadinessOutcome;
};

export type ReadinessEdge = {
  __typename?: 'ReadinessEdge';
  cursor: Scalars['String']['output'];
  node: Readiness;
};

/** Whether an organization could be set up today. */
export type ReadinessOutcome =
  /** A check fails, or no run could be started. */
  | 'BLOCKED'
  /** Every step that Keyway checks is done. */
  | 'READY'
  /** It was submitted already, so nothing was checked. */
  | 'SUBMITTED'
  /** Something could not be read: a permission, a credential or a connection is missing. */
  | 'UNKNOWN'
  /** Nothing is wrong, and somebody has something to do first. */
  | 'WAITING';

/** What a dry run found of a step. */
export type ReadinessStep = {
  __typename?: 'ReadinessStep';
  /** Who has to act; null where nobody has to, or a step before is in the way. */
  actor?: Maybe<Actor>;
  /** Whether a person attested it in the open run, so that nothing was read. */
  attested: Scalars['Boolean']['output'];
  /** Its checks, as a run would have them. */
  checks: Array<ReadinessCheck>;
  /** The step. */
  id: StepId;
  /** What is in the way apart from checks, such as a connection; null where nothing is. */
  message?: Maybe<Scalars['String']['output']>;
  /** Null where it could not be read because of a step before. */
  outcome?: Maybe<ReadinessOutcome>;
};


/** What a dry run found of a step. */
export type ReadinessStepMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What a dry run found of a track. */
export type ReadinessTrack = {
  __typename?: 'ReadinessTrack';
  /** The track. */
  id: TrackId;
  /** The key that was checked: planned, or else that of the latest run. Null without one. */
  keyIdentifier?: Maybe<Scalars['String']['output']>;
  /** The worst of its steps. */
  outcome: ReadinessOutcome;
  /** The steps that Keyway checks. */
  steps: Array<ReadinessStep>;
};

/** The case that was opened at Adobe Customer Care. */
export type RecordTicketInput = {
  /** Adobe's case number. */
  caseNumber: Scalars['String']['input'];
  /** The IMS organization ID, typed to confirm the organization. Optional. */
  confirmImsOrgId?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** When it was opened; null for now. */
  openedAt?: InputMaybe<Scalars['DateTime']['input']>;
  runId: Scalars['ID']['input'];
  /** The URL of the case; it starts with `https://`. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** A delivery to send again. */
export type RedeliverInput = {
  /** The delivery's ID. */
  deliveryId: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The request to refuse. */
export type RefuseInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; shown to the person who requested it. */
  reason: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
  /** The track whose approval is refused. */
  track: TrackId;
};

/** Adobe's hosting regions. */
export type Region =
  /** Azure, Australia. */
  | 'AUS5'
  /** Azure, Canada. */
  | 'CAN2'
  /** Azure, United Kingdom. */
  | 'GBR9'
  /** Azure, India. */
  | 'IND2'
  /** Azure, Netherlands. */
  | 'NLD2'
  /** AWS, United States. */
  | 'VA6'
  /** Azure, United States. */
  | 'VA7';

/** The member to remove. */
export type RemoveMemberInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The member's ID. */
  memberId: Scalars['ID']['input'];
  /** Why, for the history. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The result of the last test of a credential that is to replace a stored one. */
export type ReplacementState =
  /** The cloud refused it: see `cause` and `remedy`. The former credential is still in use. */
  | 'FAILED'
  /** Not tested yet. If the cloud could not be reached, `message` says why. */
  | 'PENDING';

/**
 * What the documents say happens when Adobe can't use a key, and when (TM-05, TM-06, TM-14). Whether a
 * repair restores everything, they say differently: nothing here promises it.
 */
export type RevocationClock = {
  __typename?: 'RevocationClock';
  /** Why, as the worst failing check says. */
  cause: Scalars['String']['output'];
  /** In the order of their times. */
  marks: Array<ClockMark>;
  /** What to do, in order. */
  runbook: Array<Scalars['String']['output']>;
  /** When a health check saw it first. */
  startedAt: Scalars['DateTime']['output'];
};


/**
 * What the documents say happens when Adobe can't use a key, and when (TM-05, TM-06, TM-14). Whether a
 * repair restores everything, they say differently: nothing here promises it.
 */
export type RevocationClockCauseArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/**
 * What the documents say happens when Adobe can't use a key, and when (TM-05, TM-06, TM-14). Whether a
 * repair restores everything, they say differently: nothing here promises it.
 */
export type RevocationClockRunbookArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** The API token to revoke. */
export type RevokeApiTokenInput = {
  /** The token's ID. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The revoked token. */
export type RevokeApiTokenPayload = {
  __typename?: 'RevokeApiTokenPayload';
  /** The token; null if the mutation was refused. */
  apiToken?: Maybe<ApiToken>;
  userErrors: Array<UserError>;
};

/** The hand-off to close. */
export type RevokeHandOffInput = {
  /** The hand-off. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The invitation to close. */
export type RevokeInvitationInput = {
  /** The invitation's ID. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The closed invitation. */
export type RevokeInvitationPayload = {
  __typename?: 'RevokeInvitationPayload';
  /** The invitation; null if the mutation was refused. */
  invitation?: Maybe<Invitation>;
  userErrors: Array<UserError>;
};

/** What a member or token may do. The scopes of a token limit it further. */
export type Role =
  /** Reads, approves and refuses. */
  | 'APPROVER'
  /** Reads only. */
  | 'AUDITOR'
  /** Adds and connects organizations and works on their runs, but can't approve. */
  | 'OPERATOR'
  /** May do everything, and manages people, tokens and policies. */
  | 'OWNER';

/** A role, and what of a token's scopes it can use. */
export type RoleScopes = {
  __typename?: 'RoleScopes';
  /** The role. */
  role: Role;
  /** Some of `read`, `runs:write`, `approve`, `admin`. A token of this role can do nothing with the others. */
  scopes: Array<Scalars['String']['output']>;
};

/** A domain rule. */
export type Rule = {
  __typename?: 'Rule';
  /** The rule's ID, such as `VAL-10`. Its meaning never changes. */
  id: Scalars['String']['output'];
  /** How well it is documented. Several values if its parts differ. */
  proof: Array<RuleProof>;
  /**
   * The documents that state it: repository or site, and page. Empty for choices of Keyway and for
   * undocumented rules.
   */
  sources: Array<Scalars['String']['output']>;
  /** What it says, one line in the requested language. Code is in backticks. */
  title: Scalars['String']['output'];
};


/** A domain rule. */
export type RuleTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** How well a domain rule is documented. */
export type RuleProof =
  /** Documents contradict each other. */
  | 'CONFLICTING'
  /** A current document states it. */
  | 'DOCUMENTED'
  /** It is general knowledge of the platform, but in no document that was read. */
  | 'GENERAL'
  /** It follows from documents, or is a choice of Keyway built on them. */
  | 'INFERRED'
  /** Only an older version of a document states it. */
  | 'SUPERSEDED'
  /** No document states it. */
  | 'UNDOCUMENTED';

/** A sign-in provider that rules can be for. */
export type RuleProvider = {
  __typename?: 'RuleProvider';
  /** As `ClaimRule.issuer` names it. */
  issuer: Scalars['String']['output'];
  /** Its name, as on its button. */
  name: Scalars['String']['output'];
};

/**
 * The setup of one organization. Complete when AEP is active and CJA is confirmed or does not apply
 * (AJO-02).
 */
export type Run = Node & {
  __typename?: 'Run';
  /** Unexpected reports of Adobe or a cloud; always shown (ST-08). */
  anomalies: Array<Anomaly>;
  /** When it was completed; null until then. */
  completedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Approvals that can't be used yet by the policy, each with the step that waits. Afterwards
   * `waitingOn` names the partner.
   */
  coolingOffs: Array<CoolingOff>;
  /**
   * What is held back since Keyway's database failed over, was restored or was not reachable for a
   * while, so that nothing is sent twice. Nobody has to act. Empty once it is over.
   */
  delays: Array<Delay>;
  /** Until when it should be done. */
  dueAt?: Maybe<Scalars['DateTime']['output']>;
  /** The links to its open steps, open ones first, then the newest first. */
  handOffs: Array<HandOff>;
  /** The history of the run, newest first. `first` is 1 to 100. */
  history: HistoryConnection;
  id: Scalars['ID']['output'];
  /** Whether the viewer may say who is responsible now. */
  mayAssign: Scalars['Boolean']['output'];
  /** Whether the viewer may comment. */
  mayComment: Scalars['Boolean']['output'];
  /** What this viewer may do now, the most important first. */
  nextActions: Array<NextAction>;
  /**
   * Until when nobody can act, since every open step waits for a cooling-off; null where somebody can,
   * and once it is over.
   */
  nobodysTurnUntil?: Maybe<Scalars['DateTime']['output']>;
  /** The organization that it sets up. */
  organization: Organization;
  /** Whether it is open and past its due date. */
  overdue: Scalars['Boolean']['output'];
  /**
   * Who is responsible for it. Whoever does not manage members sees ID, name, `joinedAt` and
   * `removedAt`, and neither an email address nor grants.
   */
  owner?: Maybe<Member>;
  /** The Experience Platform host of the organization's region; null if it is not documented. */
  platformHost?: Maybe<Scalars['String']['output']>;
  /** The policy that decides on the run's approvals: that of its start, and every later change. */
  policy: Policy;
  /** How many steps are done. */
  progress: Progress;
  /** Tracks whose last request for approval was refused and has to be made again. AEP, then CJA. */
  refusedTracks: Array<TrackId>;
  /** The status of the run and whom it waits for, in the requested language. */
  sentence: Scalars['String']['output'];
  /** When it was started. */
  startedAt: Scalars['DateTime']['output'];
  /** Where the run is. */
  status: RunStatus;
  /** What this viewer can do now that the run waits for, the most important; null: nothing. */
  task?: Maybe<NeededAction>;
  /** AEP, then CJA; CJA is NOT_APPLICABLE on AWS. */
  tracks: Array<Track>;
  /** When it last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Increases by one with every change. */
  version: Scalars['Int']['output'];
  /**
   * Who must act before it continues. The partner is not among them while all of its open steps wait
   * for a cooling-off.
   */
  waitingOn: Array<Actor>;
};


/**
 * The setup of one organization. Complete when AEP is active and CJA is confirmed or does not apply
 * (AJO-02).
 */
export type RunHistoryArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
};


/**
 * The setup of one organization. Complete when AEP is active and CJA is confirmed or does not apply
 * (AJO-02).
 */
export type RunSentenceArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

export type RunConnection = {
  __typename?: 'RunConnection';
  edges: Array<RunEdge>;
  nodes: Array<Run>;
  pageInfo: PageInfo;
  /** How many there are, at most 10,000. A larger count is 10,000. */
  totalCount: Scalars['Int']['output'];
};

export type RunEdge = {
  __typename?: 'RunEdge';
  cursor: Scalars['String']['output'];
  node: Run;
};

/** All given conditions must hold. A list holds if one of its items does. */
export type RunFilter = {
  /**
   * True: only runs of archived organizations. False: only runs of the others. Default: false, except
   * for organizations in `organizationIds`.
   */
  archived?: InputMaybe<Scalars['Boolean']['input']>;
  /** Open runs that are due within so many seconds and are not overdue. */
  dueWithinSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Runs of these organizations. */
  organizationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** True: open runs past their due date. False: the others. */
  overdue?: InputMaybe<Scalars['Boolean']['input']>;
  /** Runs that this member is responsible for. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** Runs in one of these statuses. */
  status?: InputMaybe<Array<RunStatus>>;
  /** The step; see `track`. */
  step?: InputMaybe<StepId>;
  /** The step's status; see `track`. */
  stepStatus?: InputMaybe<Array<StepStatus>>;
  /**
   * Open runs without progress for at least this long: with a step whose status has not changed for so
   * many seconds. Checks that find the same again are no progress.
   */
  stuckForSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Open runs with a step whose status has not changed since this time. */
  stuckSince?: InputMaybe<Scalars['DateTime']['input']>;
  /** Text in the organization's name or IMS organization ID, case-insensitive. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** The track. One step must match `track`, `step` and `stepStatus` together. */
  track?: InputMaybe<TrackId>;
  /** True: open runs that nobody is responsible for. False: the others. */
  unassigned?: InputMaybe<Scalars['Boolean']['input']>;
  /** True: open runs without a due date. False: the others. */
  undated?: InputMaybe<Scalars['Boolean']['input']>;
  /** Runs that wait on one of these actors. */
  waitingOn?: InputMaybe<Array<Actor>>;
};

export type RunPayload = {
  __typename?: 'RunPayload';
  /** The run after the change; null if the mutation was refused. */
  run?: Maybe<Run>;
  userErrors: Array<UserError>;
};

/** What a run is at, by its track that is furthest behind. */
export type RunPhase =
  /** Adobe has not activated or confirmed it. */
  | 'ADOBE'
  /** The approval is missing. */
  | 'APPROVAL'
  /** Every track is done. */
  | 'COMPLETED'
  /** A step before the approval isn’t done. */
  | 'PREPARATION'
  /** It is approved and was not sent to Adobe. */
  | 'SUBMISSION';

/** The status of a run. */
export type RunStatus =
  /** A check fails. */
  | 'BLOCKED'
  /** Cancelled by a person. */
  | 'CANCELLED'
  /** Every track is done or does not apply. */
  | 'COMPLETED'
  /** A step failed and must be retried. */
  | 'FAILED'
  /** A person can act, or Keyway is acting. */
  | 'IN_PROGRESS'
  /** Waits for a person or Adobe. */
  | 'WAITING';

/** The step to retry. */
export type RunStepInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  runId: Scalars['ID']['input'];
  /** The failed step. */
  step: StepId;
  /** The step's track. */
  track: TrackId;
};

/** The track to request approval for. */
export type RunTrackInput = {
  /** The configuration name to approve. Without it, the approval is for any name. AEP only. */
  configurationName?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  runId: Scalars['ID']['input'];
  /** The track to approve. */
  track: TrackId;
};

/** The view to save. */
export type SaveViewInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** At most 80 characters. Unique among one's private views, or among those shared with the same people; upper and lower case are the same. */
  name: Scalars['String']['input'];
  /** The page that it is of. */
  page: SavedViewPage;
  /** An object of at most 40 parameters: texts, numbers, true, false, or lists of texts; at most 4,000 characters as JSON. */
  search: Scalars['JSON']['input'];
  /** Whether others see it. */
  shared?: Scalars['Boolean']['input'];
};

/** The filters of a page, under a name. */
export type SavedView = Node & {
  __typename?: 'SavedView';
  /** Who changed it last, by the name they had then; null where nobody has, or where it is not known. */
  changedBy?: Maybe<Scalars['String']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether the page opens with it for the viewer. */
  default: Scalars['Boolean']['output'];
  id: Scalars['ID']['output'];
  /** Who made it, by the name they had then. */
  madeBy: Scalars['String']['output'];
  /** Whether the viewer can change and delete it. */
  mayChange: Scalars['Boolean']['output'];
  /** Its name. */
  name: Scalars['String']['output'];
  /** Whether the viewer made it. */
  own: Scalars['Boolean']['output'];
  /** The page that it is of. */
  page: SavedViewPage;
  /** The parameters of the page's address. They may be those of another version of the console. */
  search: Scalars['JSON']['output'];
  /** Whether others see it, or its maker alone. */
  shared: Scalars['Boolean']['output'];
  /** When it was last changed. */
  updatedAt: Scalars['DateTime']['output'];
  /** Changes with its name, its parameters, and whether it is shared. */
  version: Scalars['String']['output'];
};

/** A page of the console that has views. */
export type SavedViewPage =
  /** The list of organizations. */
  | 'ORGANIZATIONS'
  /** The home page with the matrix. */
  | 'PORTFOLIO';

export type SavedViewPayload = {
  __typename?: 'SavedViewPayload';
  userErrors: Array<UserError>;
  /** The view; null if the mutation was refused, or where there is none any more. */
  view?: Maybe<SavedView>;
};

/** A script for one tool, with this organization's values. */
export type Script = {
  __typename?: 'Script';
  /** The script. */
  text: Scalars['String']['output'];
  /** The tool that runs it. */
  tool: ScriptTool;
};

/** The tools that scripts are offered for. */
export type ScriptTool =
  /** AWS CLI. */
  | 'AWS_CLI'
  /** Azure CLI. */
  | 'AZ_CLI'
  /** Bicep. */
  | 'BICEP'
  /** AWS CloudFormation. */
  | 'CLOUDFORMATION'
  /** curl. */
  | 'CURL'
  /** Azure PowerShell. */
  | 'POWERSHELL'
  /** Terraform. */
  | 'TERRAFORM';

/** A search result. */
export type SearchHit = {
  __typename?: 'SearchHit';
  /** The text that matched. */
  matched: Scalars['String']['output'];
  /** The organization that was found, or that the run belongs to. */
  organization: Organization;
  /** The run that was found; null if the organization matched. */
  run?: Maybe<Run>;
};

/** A browser in which a member is signed in. */
export type Session = {
  __typename?: 'Session';
  /** The time of the sign-in. */
  createdAt: Scalars['DateTime']['output'];
  /** Whether it is the one that asks. */
  current: Scalars['Boolean']['output'];
  /** When it ends at the latest, used or not. */
  endsAt: Scalars['DateTime']['output'];
  /** When it ends if it is not used. */
  expiresAt: Scalars['DateTime']['output'];
  id: Scalars['ID']['output'];
  /** The seconds without a request after which it ends. */
  idleSeconds: Scalars['Int']['output'];
  /** The last use, to about a minute. */
  lastUsedAt: Scalars['DateTime']['output'];
  /** The name of the sign-in provider; null if it is not known. */
  provider?: Maybe<Scalars['String']['output']>;
  /** The browser and its system as it calls itself, shortened; null if it is not known. */
  userAgent?: Maybe<Scalars['String']['output']>;
};

/** What a chat is sent, and where it is. */
export type SetChatInput = {
  /** How often. */
  digest: DigestFrequency;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which one. */
  kind: ChatKind;
  /**
   * Of what: `APPROVAL_REQUESTED`, `APPROVAL_GRANTED`, `APPROVAL_REFUSED`, `RUN_BLOCKED`, `RUN_FAILED`,
   * `HEALTH`; left out: of all of these.
   */
  kinds?: InputMaybe<Array<InboxKind>>;
  /** The language of its messages, `en` (where it is left out) or `es`. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Left out: there are none. */
  quietHours?: InputMaybe<QuietHoursInput>;
  /** A name of the IANA time zone database, such as `Europe/Madrid`. */
  timeZone: Scalars['String']['input'];
  /** The address of its incoming webhook, by https. Left out: it stays, for a chat of the same kind. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** The view that a page opens with. */
export type SetDefaultViewInput = {
  /** A view of this page; null: none. */
  id?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The page. */
  page: SavedViewPage;
};

/** What the viewer wants to be sent. It replaces all that they chose before. */
export type SetNotificationSettingsInput = {
  /** How often. */
  digest: DigestFrequency;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Of what; left out: of everything. */
  kinds?: InputMaybe<Array<InboxKind>>;
  /** The language of digests, `en` (where it is left out) or `es`. */
  language?: InputMaybe<Scalars['String']['input']>;
  /** Left out: there are none. */
  quietHours?: InputMaybe<QuietHoursInput>;
  /** A name of the IANA time zone database, such as `Europe/Madrid`. */
  timeZone: Scalars['String']['input'];
};

export type SetNotificationSettingsPayload = {
  __typename?: 'SetNotificationSettingsPayload';
  /** As they are now; null if the mutation was refused. */
  notificationSettings?: Maybe<NotificationSettings>;
  userErrors: Array<UserError>;
};

/** What changes. What is null stays as it is. */
export type SetPolicyInput = {
  /** A minute to 90 days. */
  approvalValidSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** 0 to 30 days. */
  coolingOffSeconds?: InputMaybe<Scalars['Int']['input']>;
  /** Who has to approve. */
  fourEyes?: InputMaybe<FourEyes>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `version` that the change was made to: where another one holds by now, nothing is changed (`CONFLICT`). */
  ifVersion?: InputMaybe<Scalars['String']['input']>;
  /** True: the organization follows the partner's policy again; nothing else may be given then. */
  inherit?: InputMaybe<Scalars['Boolean']['input']>;
  /** Replaces the list. */
  neverAccept?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The organization; left out, the partner's policy is changed. */
  organizationId?: InputMaybe<Scalars['ID']['input']>;
};

/** The policy as it is now. */
export type SetPolicyPayload = {
  __typename?: 'SetPolicyPayload';
  /** The policy; null if the mutation was refused. */
  policy?: Maybe<Policy>;
  userErrors: Array<UserError>;
  /** Why the policy can't work as it was set; null where nothing is known against it. */
  warning?: Maybe<PolicyWarning>;
};

/** All rules from now on. */
export type SetSignInPolicyInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `version` that the rules were made of: where other rules are there by now, nothing is changed (`CONFLICT`). */
  ifVersion?: InputMaybe<Scalars['String']['input']>;
  /** At most 100. */
  rules: Array<ClaimRuleInput>;
};

/** The rules as they are now. */
export type SetSignInPolicyPayload = {
  __typename?: 'SetSignInPolicyPayload';
  /** The policy; null if the mutation was refused. */
  signInPolicy?: Maybe<SignInPolicy>;
  userErrors: Array<UserError>;
};

/** A set-up of a track's vault, network and key by Keyway. */
export type Setup = {
  __typename?: 'Setup';
  /** The changes, in the order in which they are made; empty until they are planned. */
  changes: Array<SetupChange>;
  /** Whether `confirmSetup` takes the plan now. */
  confirmable: Scalars['Boolean']['output'];
  /** When the plan was confirmed; null until then. */
  confirmedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who confirmed the plan; null until then. */
  confirmedBy?: Maybe<Scalars['String']['output']>;
  /** When it ended before it was done; null if it did not. */
  endedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The key's name. */
  keyName: Scalars['String']['output'];
  /** How the material of a new key is kept. */
  keyProtection: KeyProtection;
  /** The size of a new key in bits. */
  keySize: Scalars['Int']['output'];
  /** The region of a new vault. */
  location: Scalars['String']['output'];
  /** Whether the vault gets a lock against deletion. */
  lock: Scalars['Boolean']['output'];
  /** The network of a new vault. */
  network: SetupNetwork;
  /** Names exactly this plan; null until everything was read. */
  planHash?: Maybe<Scalars['String']['output']>;
  /** When the plan was read; null until then. */
  plannedAt?: Maybe<Scalars['DateTime']['output']>;
  /**
   * Whether the plan replaced a confirmed one, because what is in Azure changed, or the database was
   * restored from a backup.
   */
  replanned: Scalars['Boolean']['output'];
  /** When it was requested. */
  requestedAt: Scalars['DateTime']['output'];
  /** Who requested it. */
  requestedBy: Scalars['String']['output'];
  /** The resource group. */
  resourceGroup: Scalars['String']['output'];
  /** Months until Azure makes a new version of a new key; null: no rotation is set. */
  rotateEveryMonths?: Maybe<Scalars['Int']['output']>;
  /** How far it is, or why it ended, in the requested language. */
  sentence: Scalars['String']['output'];
  /** How far it is. */
  status: SetupStatus;
  /** The subscription. */
  subscriptionId: Scalars['String']['output'];
  /** The vault's name. */
  vaultName: Scalars['String']['output'];
  /** The workspace that gets the audit log; null: none is set. */
  workspaceId?: Maybe<Scalars['String']['output']>;
};


/** A set-up of a track's vault, network and key by Keyway. */
export type SetupConfirmedByArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A set-up of a track's vault, network and key by Keyway. */
export type SetupRequestedByArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** A set-up of a track's vault, network and key by Keyway. */
export type SetupSentenceArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** One change of a plan. */
export type SetupChange = {
  __typename?: 'SetupChange';
  /** The settings afterwards; empty if nothing can be done. */
  after: Array<SetupSetting>;
  /** When its result became known, or it was begun; null before. */
  at?: Maybe<Scalars['DateTime']['output']>;
  /** The settings that are there; empty if nothing is. */
  before: Array<SetupSetting>;
  /** Whether nobody can undo it, Microsoft included (KV-03, IRR-02). */
  irreversible: Scalars['Boolean']['output'];
  /** Which change it is. A plan has each kind at most once. */
  kind: SetupChangeKind;
  /** What is to be done. */
  outcome: SetupChangeOutcome;
  /** How far it is, in the requested language; null before it was begun. */
  progress?: Maybe<Scalars['String']['output']>;
  /** Why it is not possible or not known, why it failed, or how what is there differs; else null. */
  reason?: Maybe<Scalars['String']['output']>;
  /** What to do about the reason; null without one. */
  remedy?: Maybe<Scalars['String']['output']>;
  /** What became of it; null before it was done. */
  result?: Maybe<SetupChangeResult>;
  /** Whether it was begun and its result is not known yet; false once the set-up ended. */
  running: Scalars['Boolean']['output'];
  /** What it is about, in the requested language. */
  title: Scalars['String']['output'];
};


/** One change of a plan. */
export type SetupChangeAfterArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** One change of a plan. */
export type SetupChangeBeforeArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** One change of a plan. */
export type SetupChangeProgressArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** One change of a plan. */
export type SetupChangeReasonArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** One change of a plan. */
export type SetupChangeRemedyArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** One change of a plan. */
export type SetupChangeTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What a change is about. */
export type SetupChangeKind =
  /** Network rules of an existing vault (AEP-09). */
  | 'ADD_NETWORK_RULE'
  /** The key (AEP-13). */
  | 'CREATE_KEY'
  /** The vault (AEP-03). */
  | 'CREATE_VAULT'
  /** Purge protection of an existing vault (KV-03). */
  | 'ENABLE_PURGE_PROTECTION'
  /** A diagnostic setting for the audit log. */
  | 'PUT_DIAGNOSTIC_SETTING'
  /** A lock against deletion. */
  | 'PUT_LOCK'
  /** The rotation of an existing key (ROT-04). Keyway does not change it. */
  | 'SET_ROTATION';

/** What is to be done about a change. */
export type SetupChangeOutcome =
  /** It is there as it should be. */
  | 'ALREADY_THERE'
  /** It is there, and a setting is added. */
  | 'CHANGE'
  /** It is not there and is created. */
  | 'CREATE'
  /** It is wrong, and Keyway does not force it. */
  | 'NOT_POSSIBLE'
  /** It could not be read. The plan can't be confirmed. */
  | 'UNKNOWN';

/** What became of a change. */
export type SetupChangeResult =
  /** It was there. Keyway changed nothing. */
  | 'ALREADY_THERE'
  /** Azure refused it. */
  | 'FAILED'
  /** Keyway made it. */
  | 'MADE'
  /** Keyway sent it and got no answer, and it is there. */
  | 'UNCONFIRMED';

/** Who reaches a new vault. */
export type SetupNetwork =
  /** Everybody who has a role (AEP-08). */
  | 'OPEN'
  /** Adobe's address and trusted Microsoft services (AEP-09). */
  | 'RESTRICTED';

/** A setting with its value. */
export type SetupSetting = {
  __typename?: 'SetupSetting';
  /** The name of the setting, in the requested language. */
  label: Scalars['String']['output'];
  /** The value, to show. */
  value: Scalars['String']['output'];
};

/** How far a set-up is. */
export type SetupStatus =
  /** A worker makes the changes. */
  | 'APPLYING'
  /** A person canceled it or its run. */
  | 'CANCELLED'
  /** Everything was made or was there; optional changes may have failed or may not be possible. */
  | 'DONE'
  /** The plan waits for a person to confirm it. */
  | 'PLANNED'
  /** A worker reads what is there. */
  | 'PLANNING'
  /** It ended before everything was in place: Azure refused a change, or Keyway can't make one. */
  | 'STOPPED';

/**
 * The add-on that was purchased. Both include customer-managed keys on Azure (ENT-01), only the second
 * on AWS (ENT-02).
 */
export type Shield =
  /** Healthcare Shield. */
  | 'HEALTHCARE_SHIELD'
  /** Privacy and Security Shield. */
  | 'PRIVACY_AND_SECURITY_SHIELD';

/** How people are admitted. A person who was neither invited nor admitted by a rule sees nothing. */
export type SignInPolicy = {
  __typename?: 'SignInPolicy';
  /** The sign-in providers that a rule can be for, the main one first. */
  providers: Array<RuleProvider>;
  /** The rules, in the order in which they were set. */
  rules: Array<ClaimRule>;
  /** Changes with the rules. */
  version: Scalars['String']['output'];
};

/** An identity provider that people can sign in with. */
export type SignInProvider = {
  __typename?: 'SignInProvider';
  /** Its name on the button. */
  name: Scalars['String']['output'];
  /** The URL to sign in at. Add `?returnTo=/path` to return to a page. */
  url: Scalars['String']['output'];
};

/** The action, and the organizations to do it for. */
export type StartBulkInput = {
  /** What to do. */
  action: BulkAction;
  /** CREATE_HAND_OFFS needs it: whom the links are for. */
  actor?: InputMaybe<Actor>;
  /** ASSIGN: when the runs should be done. */
  dueAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** CREATE_HAND_OFFS: 14 days from then by default, at most 90. */
  expiresAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** A filter that at most 10,000 organizations match. With both, those that match both. */
  filter?: InputMaybe<OrganizationFilter>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** CREATE_HAND_OFFS: what the links' page says besides. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** IDs of organizations, at most 10,000. */
  organizationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** ASSIGN: who becomes responsible. Null takes the owner away, left out leaves them; so does `dueAt`. */
  ownerId?: InputMaybe<Scalars['ID']['input']>;
  /** CANCEL_RUNS needs it: why. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** ATTEST_STEPS: a reference, such as a contract number. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** ATTEST_STEPS needs it: what was done, and how the person knows. */
  statement?: InputMaybe<Scalars['String']['input']>;
  /** RETRY_STEPS and ATTEST_STEPS need it. */
  step?: InputMaybe<StepId>;
  /** REQUEST_APPROVAL, RETRY_STEPS and ATTEST_STEPS need it; VERIFY may have it. */
  track?: InputMaybe<TrackId>;
};

export type StartBulkPayload = {
  __typename?: 'StartBulkPayload';
  /** The job; null if the mutation was refused. */
  job?: Maybe<BulkJob>;
  userErrors: Array<UserError>;
};

/** The organizations to check, and the keys that are planned for them. */
export type StartDryRunInput = {
  /** A filter that at most 2,000 organizations match. With both, those that match both. */
  filter?: InputMaybe<OrganizationFilter>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /**
   * Keys that are planned; where none is, the key of the latest run. Without `organizationIds` and
   * `filter`, the dry run is about these organizations.
   */
  keys?: InputMaybe<Array<PlannedKeyInput>>;
  /** IDs of organizations, at most 2,000. */
  organizationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Both by default; at least one. An organization to which none of them applies is reported as BLOCKED. */
  tracks?: InputMaybe<Array<TrackId>>;
};

/** The organization to start a run for. */
export type StartRunInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
};

/** The organizations to start runs for. With both fields, those that match both. */
export type StartRunsInput = {
  /** True: report what would happen and write nothing. */
  dryRun?: Scalars['Boolean']['input'];
  /** A filter that at most 500 organizations match. */
  filter?: InputMaybe<OrganizationFilter>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** IDs of organizations, at most 500. */
  organizationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** The result of starting runs. */
export type StartRunsPayload = {
  __typename?: 'StartRunsPayload';
  /** The organizations that get no run, and why. */
  blocked: Array<BulkBlock>;
  /** The organizations that got a run; with `dryRun`, would get one. */
  startable: Array<Organization>;
  /** The runs that were started. */
  started: Array<Run>;
  userErrors: Array<UserError>;
};

/** How many runs have a status. */
export type StatusCount = {
  __typename?: 'StatusCount';
  /** How many runs have it. */
  count: Scalars['Int']['output'];
  /** The status. */
  status: RunStatus;
};

/** One step of a track. */
export type Step = {
  __typename?: 'Step';
  /** Who acts in this step. */
  actor: Actor;
  /** Who attested it, and how; null if nobody did. */
  attestation?: Maybe<Attestation>;
  /** The checks of this step, with their results. */
  checks: Array<Check>;
  /** Until when its approval can't be used yet by the policy; null otherwise, and once it is over. */
  coolingOffUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Adobe's status or the last error message, verbatim; null without one. */
  externalStatus?: Maybe<Scalars['String']['output']>;
  /** Why it failed, in the requested language; null if it did not. */
  failure?: Maybe<Scalars['String']['output']>;
  /** Which step it is. */
  id: StepId;
  /** What a person does in this step; null if there is nothing to do. */
  instructions?: Maybe<Instructions>;
  /**
   * What was not as required when Keyway last read this step, of the key that the track has now; null
   * if nothing was, or if Keyway read the step again since.
   */
  lastBlocked?: Maybe<LastBlocked>;
  /** When it was last checked; null if it was not. */
  lookedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Whether a check is running. */
  looking: Scalars['Boolean']['output'];
  /** How the step is done; null if it does not apply. */
  mode?: Maybe<StepMode>;
  /**
   * When it is checked again automatically; null if no check is scheduled. While nothing is sent since
   * Keyway's database failed over or was restored: from when on it is sent. `sentence` then says why.
   */
  nextLookAt?: Maybe<Scalars['DateTime']['output']>;
  /** The status of the step and whom it waits for, in the requested language. */
  sentence: Scalars['String']['output'];
  /** When it got this status. */
  since: Scalars['DateTime']['output'];
  /** The status of the step. */
  status: StepStatus;
  /** The step's name, in the requested language. */
  title: Scalars['String']['output'];
  /** The track that it belongs to. */
  track: TrackId;
};


/** One step of a track. */
export type StepFailureArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** One step of a track. */
export type StepInstructionsArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** One step of a track. */
export type StepSentenceArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** One step of a track. */
export type StepTitleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** How many runs have a step in a status. */
export type StepCount = {
  __typename?: 'StepCount';
  /** How many runs have it. */
  count: Scalars['Int']['output'];
  /** The step's status. */
  status: StepStatus;
  /** The step. */
  step: StepId;
  /** The step's track. */
  track: TrackId;
};

/** The steps of all plans. */
export type StepId =
  /** Adobe has activated the key. */
  | 'ACTIVATION'
  /** A second person has approved. */
  | 'APPROVAL'
  /** Adobe's multi-tenant application is known. */
  | 'APP_REGISTRATION'
  /** Adobe Customer Care has confirmed. */
  | 'CONFIRMATION'
  /** The customer's tenant has consented to it. */
  | 'CONSENT'
  /** The shield was purchased. */
  | 'ENTITLEMENT'
  /** A key that meets Adobe's requirements. */
  | 'KEY'
  /** Adobe can reach the vault. */
  | 'NETWORK'
  /** AWS: the key policy holds every statement of the organization's own template (VAL-31). */
  | 'POLICY'
  /** The application has a role on the vault. */
  | 'ROLE'
  /** The configuration was sent to Adobe. A point of no return. */
  | 'SUBMISSION'
  /** The case at Adobe Customer Care was opened. A point of no return. */
  | 'TICKET'
  /** A vault that meets Adobe's requirements. */
  | 'VAULT';

/** How a step is, or was, done. Attested is never shown as verified. */
export type StepMode =
  /** A person does it and states so. */
  | 'ATTESTED'
  /** Keyway does it and then verifies it. */
  | 'AUTOMATIC'
  /** A person does it and Keyway verifies it. */
  | 'VERIFIED';

/** The status of a step. */
export type StepStatus =
  /** A check fails. */
  | 'BLOCKED'
  /** Done: verified, or attested. */
  | 'DONE'
  /** It failed and must be retried. */
  | 'FAILED'
  /** An earlier step is open. */
  | 'LOCKED'
  /** Not part of this run. */
  | 'NOT_APPLICABLE'
  /** Its actor can act; not checked yet. */
  | 'READY'
  /** Waits for a person, Adobe, or propagation. */
  | 'WAITING'
  /** Keyway is acting or polling. */
  | 'WORKING';

/** How long a step took in the runs that have it. */
export type StepTime = {
  __typename?: 'StepTime';
  /** In how many runs it is done and its duration is known. */
  count: Scalars['Int']['output'];
  /**
   * The median of the durations, each from when the step could begin until it was done; null where
   * `count` is 0.
   */
  medianSeconds?: Maybe<Scalars['Int']['output']>;
  /** In how many runs it could begin and isn’t done. They are in no duration. */
  openCount: Scalars['Int']['output'];
  /** Nine of ten runs took no longer; null where `count` is 0. */
  p90Seconds?: Maybe<Scalars['Int']['output']>;
  /** Who is waited for. */
  party: Party;
  /** The step. */
  step: StepId;
  /** The step's track. */
  track: TrackId;
};

/** The configuration that is sent to Adobe, and its result. */
export type Submission = {
  __typename?: 'Submission';
  /** The exact bytes that are sent; null until the facts were read again. */
  body?: Maybe<Scalars['String']['output']>;
  /** SHA-256 of these bytes, lowercase hex; null until they are known. */
  bodySha256?: Maybe<Scalars['String']['output']>;
  /** Adobe's job ID; null until it is known. */
  externalId?: Maybe<Scalars['String']['output']>;
  /** The host that it was sent to. */
  host: Scalars['String']['output'];
  /** The configuration's name. */
  name: Scalars['String']['output'];
  /** When it was requested. */
  requestedAt: Scalars['DateTime']['output'];
  /** Who submitted it. */
  requestedBy: Scalars['String']['output'];
  /** How often sending began: again only where the outcome of the time before is not known. */
  sends: Scalars['Int']['output'];
  /** When it was sent; null until then. */
  sentAt?: Maybe<Scalars['DateTime']['output']>;
  /** `rereading`, `sending`, `sent`, `failed` or `aborted` (nothing was sent). */
  status: Scalars['String']['output'];
  /** The statuses that Adobe reported, in order of first appearance. */
  statuses: Array<ExternalStatus>;
};


/** The configuration that is sent to Adobe, and its result. */
export type SubmissionRequestedByArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** The request that will be sent to Adobe. */
export type SubmissionPreview = {
  __typename?: 'SubmissionPreview';
  /**
   * The exact JSON for a configuration of this name (AEP-36). The default name is the approved one, or
   * `keyway-cmk`.
   */
  body: Scalars['String']['output'];
  /** The check of a name (VAL-26) before it is requested or sent. */
  configurationNameCheck: Check;
  /** SHA-256 of the evidence that the approval is for, lowercase hex. */
  evidenceHash: Scalars['String']['output'];
  /** The headers, without secrets. */
  headers: Array<Header>;
  /** The host of the organization's region. */
  host: Scalars['String']['output'];
  /** The consequences that can't be undone. */
  irreversible: Array<Consequence>;
  /** The HTTP method. */
  method: Scalars['String']['output'];
  /** The path of the request. */
  path: Scalars['String']['output'];
};


/** The request that will be sent to Adobe. */
export type SubmissionPreviewBodyArgs = {
  configurationName?: InputMaybe<Scalars['String']['input']>;
};


/** The request that will be sent to Adobe. */
export type SubmissionPreviewConfigurationNameCheckArgs = {
  configurationName: Scalars['String']['input'];
};


/** The request that will be sent to Adobe. */
export type SubmissionPreviewIrreversibleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What to submit to Adobe. */
export type SubmitConfigurationInput = {
  /** The configuration's name. If the approval names one, it must be that one. */
  configurationName: Scalars['String']['input'];
  /** The IMS organization ID, typed to confirm the organization. */
  confirmImsOrgId: Scalars['String']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  runId: Scalars['ID']['input'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Alerts that are opened, acknowledged or resolved. */
  alertsChanged: Alert;
  /** The job's current state, then its changes, at most one a second. */
  bulkJobChanged: BulkJob;
  /** The dry run's current state, then its changes, at most one a second. */
  dryRunChanged: DryRun;
  /** The viewer's inbox as it is, and when something comes into it or is read. For members. */
  inboxChanged: InboxState;
  /**
   * Organizations of whose keys something else is known than before: `keyHealth.version` has grown. A
   * health check that found nothing new changes `keyHealth.lookedAt` alone, and is not sent.
   */
  keyHealthChanged: Organization;
  /** The run's current state, then every change, also where only its history has a new entry. */
  runChanged: Run;
  /** Every change of a run that the filter matches, also where only its history has a new entry. */
  runsChanged: Run;
};


export type SubscriptionAlertsChangedArgs = {
  withRecent?: InputMaybe<Scalars['Boolean']['input']>;
};


export type SubscriptionBulkJobChangedArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionDryRunChangedArgs = {
  id: Scalars['ID']['input'];
};


export type SubscriptionKeyHealthChangedArgs = {
  withRecent?: InputMaybe<Scalars['Boolean']['input']>;
};


export type SubscriptionRunChangedArgs = {
  runId: Scalars['ID']['input'];
};


export type SubscriptionRunsChangedArgs = {
  filter?: InputMaybe<RunFilter>;
  withRecent?: InputMaybe<Scalars['Boolean']['input']>;
};

/** Tasks that are done by the same mutation. */
export type TaskGroup = {
  __typename?: 'TaskGroup';
  /** How many there are, exact up to 1,000 and 1,000 above. */
  count: Scalars['Int']['output'];
  /** Whether there are more than `count`. */
  countCapped: Scalars['Boolean']['output'];
  /** Whether they are of what was refused or has failed. */
  isProblem: Scalars['Boolean']['output'];
  /** What to do, in the requested language. */
  label: Scalars['String']['output'];
  /** The mutation's name, such as `provideKey`. */
  mutation: Scalars['String']['output'];
  /** When the oldest of them began to wait. */
  oldestSince: Scalars['DateTime']['output'];
};


/** Tasks that are done by the same mutation. */
export type TaskGroupLabelArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** What makes a task urgent, the most urgent first. */
export type TaskUrgency =
  /** Its run is due within 7 days. */
  | 'DUE_SOON'
  /** Its run is past its due date. */
  | 'OVERDUE'
  /** A request for approval was refused, or a step has failed. */
  | 'PROBLEM'
  /** None of these. */
  | 'WAITING';

/** The case at Adobe Customer Care. */
export type Ticket = {
  __typename?: 'Ticket';
  /** Adobe's case number. */
  caseNumber: Scalars['String']['output'];
  /** When it was opened. */
  openedAt: Scalars['DateTime']['output'];
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** Who recorded it. */
  recordedBy: Scalars['String']['output'];
  /** Where the case can be read; null if no URL was given. */
  url?: Maybe<Scalars['String']['output']>;
};


/** The case at Adobe Customer Care. */
export type TicketRecordedByArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** One of a run's two tracks. */
export type Track = {
  __typename?: 'Track';
  /**
   * The ID of Adobe's multi-tenant application, which needs consent. Null until it has passed its check
   * (VAL-32).
   */
  applicationId?: Maybe<Scalars['String']['output']>;
  /** The newest approval; null until one is requested. */
  approval?: Maybe<Approval>;
  /** The check of a configuration's name (VAL-26) before approval is requested; null on CJA. */
  configurationNameCheck?: Maybe<Check>;
  /** Adobe Customer Care's confirmation; null until it is recorded. */
  confirmation?: Maybe<Confirmation>;
  /**
   * The URL where the customer's Entra administrator consents, for the vault's tenant (AEP-27). Null
   * until tenant and application are known. Where Azure is not connected it is the tenant that the vault
   * states to anybody; null if that is another one than the organization's.
   */
  consentUrl?: Maybe<Scalars['String']['output']>;
  /** Which track it is. */
  id: TrackId;
  /** What can never be undone once this track is submitted. */
  irreversible: Array<Consequence>;
  /** The key that the track uses; null until `provideKey`. */
  key?: Maybe<ProvidedKey>;
  /**
   * The key policy compared with the one of the organization's page at Adobe (VAL-31); null on Azure,
   * and until one of the two is known.
   */
  keyPolicy?: Maybe<KeyPolicyReview>;
  /** The key in AWS KMS as it was last read; null on Azure, and until it was read. */
  kmsKey?: Maybe<KmsKey>;
  /**
   * Why no person can approve: the pending request, or else one that this viewer would send. Null where
   * one can, and where nothing is to be decided any more.
   */
  noApprover?: Maybe<NoApprover>;
  /**
   * The only name that a configuration may have, because a send of it may have reached Adobe (GAP-31);
   * null: any, and on CJA.
   */
  onlyConfigurationName?: Maybe<Scalars['String']['output']>;
  /** What `submitConfiguration` would send now; null if nothing can be sent, and on CJA. */
  preview?: Maybe<SubmissionPreview>;
  /**
   * The last set-up by Keyway: the plan of changes of vault, network and key, and how far it is. Null
   * until one is requested, and on AWS.
   */
  setup?: Maybe<Setup>;
  /** The status of the track's current step, or `DONE`. */
  status: StepStatus;
  /** Its steps, in the order of the plan. */
  steps: Array<Step>;
  /** The configuration that was sent; null until then, and on CJA. */
  submission?: Maybe<Submission>;
  /** The case at Adobe Customer Care; null until it is recorded, and on AEP. */
  ticket?: Maybe<Ticket>;
  /**
   * Whether the case can be opened, or was opened: all earlier steps are done and the approval is
   * valid. False on AEP.
   */
  ticketReady: Scalars['Boolean']['output'];
  /**
   * The text for Adobe Customer Care (GAP-05); null on AEP. It states for each item whether it is
   * verified, attested or open. Until `ticketReady` it is marked as a draft.
   */
  ticketText?: Maybe<Scalars['String']['output']>;
};


/** One of a run's two tracks. */
export type TrackConfigurationNameCheckArgs = {
  configurationName: Scalars['String']['input'];
};


/** One of a run's two tracks. */
export type TrackIrreversibleArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};


/** One of a run's two tracks. */
export type TrackTicketTextArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** The health of one track's key. */
export type TrackHealth = {
  __typename?: 'TrackHealth';
  /** Why it isn't healthy, in one or two sentences; null where it is. */
  cause?: Maybe<Scalars['String']['output']>;
  /** The set-up's checks, evaluated again. */
  checks: Array<Check>;
  /** Documented times since Adobe can't use the key. Set while REVOKED or CUT_OFF. */
  clock?: Maybe<RevocationClock>;
  /** The version that the key resolves to now; null where it could not be read yet. */
  currentVersion?: Maybe<KeyVersion>;
  /** What differs from the evidence that was approved, field by field. */
  drift: Array<Drift>;
  /** When the current version of the key expires; null where it doesn't. */
  expiresAt?: Maybe<Scalars['DateTime']['output']>;
  /** Versions that were replaced, newest first. They must stay enabled for 24 hours (ROT-02, ROT-03). */
  formerVersions: Array<KeyVersion>;
  /** Its health. */
  health: Health;
  /** Since when it has this health. */
  since: Scalars['DateTime']['output'];
  /** The track. */
  track: TrackId;
};


/** The health of one track's key. */
export type TrackHealthCauseArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** AEP: Experience Platform. CJA: Customer Journey Analytics. Journey Optimizer needs both (AJO-01). */
export type TrackId =
  /** Adobe Experience Platform. */
  | 'AEP'
  /** Customer Journey Analytics. */
  | 'CJA';

/** The stored credential to test. */
export type TryConnectionInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The cloud that the credential is for. */
  kind: ConnectionKind;
  organizationId: Scalars['ID']['input'];
};

/** The details to change. */
export type UpdateOrganizationInput = {
  /** The ID of the customer's Entra tenant, a GUID. An empty text removes it. */
  azureTenantId?: InputMaybe<Scalars['String']['input']>;
  /** Where Adobe hosts its Experience Platform. */
  cloud?: InputMaybe<Cloud>;
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The IMS organization ID: 24 hexadecimal digits and `@AdobeOrg` (GL-09). */
  imsOrgId?: InputMaybe<Scalars['String']['input']>;
  /** The organization's name, 1 to 200 characters. */
  name?: InputMaybe<Scalars['String']['input']>;
  organizationId: Scalars['ID']['input'];
  /** Whether Customer Journey Analytics was purchased. */
  ownsCja?: InputMaybe<Scalars['Boolean']['input']>;
  /** Adobe's hosting region. */
  region?: InputMaybe<Region>;
  /** The add-on that was purchased. */
  shield?: InputMaybe<Shield>;
};

/** What changes of a view. What is left out, or null, stays. */
export type UpdateViewInput = {
  /** The view. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The `version` that the change was made to: where another one holds by now, nothing is changed (`CONFLICT`). */
  ifVersion?: InputMaybe<Scalars['String']['input']>;
  /** Another name. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Other parameters, in place of all. */
  search?: InputMaybe<Scalars['JSON']['input']>;
  /** Whether others see it. Only its maker can make it private. */
  shared?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What changes of a webhook. */
export type UpdateWebhookInput = {
  /** False: it gets nothing until it is enabled again. */
  enabled?: InputMaybe<Scalars['Boolean']['input']>;
  /** As in `createWebhook`; replaces the list. */
  events?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The webhook's ID. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** As in `createWebhook`. */
  url?: InputMaybe<Scalars['String']['input']>;
};

/** Why a mutation was refused. A refused mutation changed nothing. */
export type UserError = {
  __typename?: 'UserError';
  /** The kind of refusal, for programs. */
  code: UserErrorCode;
  /**
   * The path of the field inside `input`, such as `[\"imsOrgId\"]`; null if the refusal is not about
   * one field.
   */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What happened and what to do, in the requested language. */
  message: Scalars['String']['output'];
};


/** Why a mutation was refused. A refused mutation changed nothing. */
export type UserErrorMessageArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** The kind of a refusal. */
export type UserErrorCode =
  /** The configuration was already submitted. An organization has only one. */
  | 'ALREADY_SUBMITTED'
  /** An approval is required first. */
  | 'APPROVAL_REQUIRED'
  /** The approval expired, was withdrawn, or its evidence changed. */
  | 'APPROVAL_VOID'
  /** A check neither passes nor is an accepted warning. */
  | 'CHECKS_NOT_GREEN'
  /** The organization's cloud or Adobe account is not connected. */
  | 'CLOUD_NOT_CONNECTED'
  /** The typed IMS organization ID is not this organization's. */
  | 'CONFIRMATION_MISMATCH'
  /** The request conflicts with the current state. */
  | 'CONFLICT'
  /** The cooling-off period after the approval is not over. */
  | 'COOLING_OFF'
  /** The viewer's role or scope doesn't allow this. */
  | 'FORBIDDEN'
  /** The link of the hand-off expired or was revoked, or the work that it is for has ended. */
  | 'HAND_OFF_CLOSED'
  /** This idempotency key was used with another input in the last 24 hours. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value in the input is not valid; `field` names it. */
  | 'INVALID_INPUT'
  /** The invitation was accepted, so it can't be revoked. */
  | 'INVITATION_CLOSED'
  /** It would leave the partner without an owner. */
  | 'LAST_OWNER'
  /** The organization's shield doesn't include customer-managed keys on its cloud (ENT-01, ENT-02). */
  | 'NOT_ENTITLED'
  /** The object doesn't exist, or the viewer can't see it. */
  | 'NOT_FOUND'
  /** The organization's policy doesn't allow it. */
  | 'POLICY_FORBIDS'
  /** The run is completed or cancelled. */
  | 'RUN_CLOSED'
  /** The organization has an open or completed run. */
  | 'RUN_EXISTS'
  /** The caller requested this approval. The requester and their tokens can't decide on it. */
  | 'SELF_APPROVAL'
  /** The step is already done. */
  | 'STEP_ALREADY_DONE'
  /** An earlier step is open. */
  | 'STEP_LOCKED'
  /** Both tracks name the same vault (CJA-04, VAL-08). */
  | 'VAULT_NOT_SEPARATE';

/** Public facts of a vault: cloud, existence, tenant (from the 401 challenge). */
export type VaultProbe = {
  __typename?: 'VaultProbe';
  /** Public addresses, as the worker resolved the name. Private ones are not shown. */
  addresses: Array<Scalars['String']['output']>;
  /** `public`, `usgov` or `china`; null if the identifier is not valid. */
  cloud?: Maybe<Scalars['String']['output']>;
  /** PASS: it answered. BLOCK: there is none of this name. UNKNOWN: nobody could find out. */
  exists: Verdict;
  /** `vault` or `managedHsm`; null if the identifier is not valid. */
  kind?: Maybe<Scalars['String']['output']>;
  /** Whether the vault has a private endpoint; null if it is unknown. */
  privateLink?: Maybe<Scalars['Boolean']['output']>;
  /** When to ask again, where too many were asked for; null otherwise. */
  retryAfterSeconds?: Maybe<Scalars['Int']['output']>;
  /** What it means, in the requested language. */
  sentence: Scalars['String']['output'];
  /** The tenant that the vault belongs to, a GUID; null if it is unknown. */
  tenantId?: Maybe<Scalars['String']['output']>;
  /** The vault's address, without a slash at the end; null if the identifier is not valid. */
  vaultUri?: Maybe<Scalars['String']['output']>;
};


/** Public facts of a vault: cloud, existence, tenant (from the 401 challenge). */
export type VaultProbeSentenceArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** The result of a check. UNKNOWN is neither passed nor failed. */
export type Verdict =
  /** Not as expected. Its cause must be fixed before the step is done. */
  | 'BLOCK'
  /** The fact is as expected. */
  | 'PASS'
  /** It could not be checked. */
  | 'UNKNOWN'
  /** Not as expected. It must be accepted with a reason before approval is requested. */
  | 'WARN';

/** The steps to check. Without track and step, every open step. */
export type VerifyInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  runId: Scalars['ID']['input'];
  /** Only this step. Requires `track`. */
  step?: InputMaybe<StepId>;
  /** Only steps of this track. */
  track?: InputMaybe<TrackId>;
};

/** The caller. */
export type Viewer = {
  __typename?: 'Viewer';
  /** The email address; null for a token, and if it is not known. */
  email?: Maybe<Scalars['String']['output']>;
  /** What the viewer may do, and where. A token has at most those of the member who made it. */
  grants: Array<Grant>;
  id: Scalars['ID']['output'];
  /**
   * What concerns the viewer, of organizations that they see: the newest first. For members; a token has
   * none and gets `FORBIDDEN`. `first` is 1 to 100.
   */
  inbox?: Maybe<InboxItemConnection>;
  /** Whether it is a member, a token or the bootstrap token. */
  kind: ViewerKind;
  /** The name of the token, or of the person, also where they signed in by a program. */
  name: Scalars['String']['output'];
  /** What the viewer is sent of their inbox; null for tokens, which have none. */
  notificationSettings?: Maybe<NotificationSettings>;
  /** The organizations that the viewer is limited to; null for all of the partner's. */
  organizations?: Maybe<Array<Organization>>;
  /** The name of the partner the viewer belongs to. */
  partner: Scalars['String']['output'];
  /** The role that says the most; `grants` say where the viewer has which. */
  role: Role;
  /**
   * The scopes of a token: `read`, `runs:write`, `approve`, `admin`. A member has those that their role
   * can use.
   */
  scopes: Array<Scalars['String']['output']>;
  /** The session of the browser that asks; null for a token. */
  session?: Maybe<Session>;
  /** Where the member is signed in, the last used first; at most a hundred. Empty for a token. */
  sessions: Array<Session>;
  /**
   * Where to sign in again before approving, submitting or giving access, which otherwise answer
   * `FORBIDDEN`. Add `&returnTo=/path` to return to a page. Null where the sign-in suffices, and for
   * tokens.
   */
  signInAgainUrl?: Maybe<Scalars['String']['output']>;
  /** How many items of the inbox are unread, up to 100; null for tokens. */
  unreadCount?: Maybe<Scalars['Int']['output']>;
};


/** The caller. */
export type ViewerInboxArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  kinds?: InputMaybe<Array<InboxKind>>;
  unreadOnly?: Scalars['Boolean']['input'];
};

/** What a viewer is. */
export type ViewerKind =
  /** The bootstrap token that an empty installation was started with. */
  | 'BOOTSTRAP'
  /** A person, signed in with the browser. */
  | 'MEMBER'
  /** An API token. */
  | 'TOKEN';

/** An approval, or a request for one, that would become void. */
export type VoidedApproval = {
  __typename?: 'VoidedApproval';
  /** Whether it was given; false for a request that waits for a decision. */
  given: Scalars['Boolean']['output'];
  /** Why it would become void. */
  reason: ApprovalVoidReason;
  /** Its run. */
  run: Run;
  /** Its track. */
  track: TrackId;
};

/** Approvals that would become void. */
export type VoidedApprovals = {
  __typename?: 'VoidedApprovals';
  /** The approvals that would stay valid, and that a longer time before use would put off. */
  held: HeldApprovals;
  /** The first of them, by the organization's name. `first` is 1 to 100. */
  nodes: Array<VoidedApproval>;
  /** How many there are. */
  totalCount: Scalars['Int']['output'];
};


/** Approvals that would become void. */
export type VoidedApprovalsNodesArgs = {
  first?: Scalars['Int']['input'];
};

/**
 * A receiver of events by the rules of Standard Webhooks: each message is a POST with `webhook-id`,
 * `webhook-timestamp` and `webhook-signature` (`v1,…`; several signatures while two secrets hold).
 *
 * A message counts as delivered with an answer of 200 to 299 within 15 seconds; redirects are not
 * followed. Otherwise it is sent again after 5 seconds, 5 minutes, 30 minutes, 2, 5, 10, 14, 20 and 24
 * hours, each up to a tenth later, or later where the receiver says `Retry-After`; with 429 or 503 that
 * pauses the whole webhook, for an hour at most. Messages of an
 * organization are sent one after the other. One that fails while others wait behind it is tried more
 * often; where the receiver takes the next one and not this one, it waits alone and the others follow. A
 * message can arrive more than once: `webhook-id` is then the same.
 */
export type Webhook = Node & {
  __typename?: 'Webhook';
  /** When it was created. */
  createdAt: Scalars['DateTime']['output'];
  /** Who created it. */
  createdBy: Scalars['String']['output'];
  /**
   * What was sent and is to be sent, newest first. A delivery that ended is kept for 30 days. `first` is
   * 1 to 100.
   */
  deliveries: WebhookDeliveryConnection;
  /**
   * Why it was disabled automatically: `FAILING`, five days of failures only, or `GONE`, it answered 410.
   * Null where it was not.
   */
  disabledReason?: Maybe<Scalars['String']['output']>;
  /** Whether it gets events. */
  enabled: Scalars['Boolean']['output'];
  /** Exact types, or `run.*`, or `*`. */
  events: Array<Scalars['String']['output']>;
  /** Since when no message was delivered; null where the last attempt succeeded, or there was none. */
  failingSince?: Maybe<Scalars['DateTime']['output']>;
  id: Scalars['ID']['output'];
  /** The organizations whose events it gets; null: every organization of the partner, later ones too. */
  organizations?: Maybe<Array<Organization>>;
  /**
   * Until then the receiver asked for nothing, by 429 or 503 with `Retry-After`; an hour at most. Tests
   * and redeliveries are sent all the same. Null, or past: it gets messages.
   */
  pausedUntil?: Maybe<Scalars['DateTime']['output']>;
  /** Where messages are sent. */
  url: Scalars['String']['output'];
};


/**
 * A receiver of events by the rules of Standard Webhooks: each message is a POST with `webhook-id`,
 * `webhook-timestamp` and `webhook-signature` (`v1,…`; several signatures while two secrets hold).
 *
 * A message counts as delivered with an answer of 200 to 299 within 15 seconds; redirects are not
 * followed. Otherwise it is sent again after 5 seconds, 5 minutes, 30 minutes, 2, 5, 10, 14, 20 and 24
 * hours, each up to a tenth later, or later where the receiver says `Retry-After`; with 429 or 503 that
 * pauses the whole webhook, for an hour at most. Messages of an
 * organization are sent one after the other. One that fails while others wait behind it is tried more
 * often; where the receiver takes the next one and not this one, it waits alone and the others follow. A
 * message can arrive more than once: `webhook-id` is then the same.
 */
export type WebhookDeliveriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first: Scalars['Int']['input'];
  status?: InputMaybe<DeliveryStatus>;
};

export type WebhookConnection = {
  __typename?: 'WebhookConnection';
  edges: Array<WebhookEdge>;
  nodes: Array<Webhook>;
  pageInfo: PageInfo;
};

/** A message to one webhook. */
export type WebhookDelivery = Node & {
  __typename?: 'WebhookDelivery';
  /** Oldest first. */
  attempts: Array<DeliveryAttempt>;
  /** The exact body. */
  body: Scalars['String']['output'];
  /** When the message was made. */
  createdAt: Scalars['DateTime']['output'];
  /** The type of the event. */
  event: Scalars['String']['output'];
  id: Scalars['ID']['output'];
  /** The `webhook-id`: the same for every attempt and every redelivery. */
  messageId: Scalars['String']['output'];
  /** When it is sent next, if nothing before it is sent first; null where it ended, or the webhook is disabled. */
  nextAttemptAt?: Maybe<Scalars['DateTime']['output']>;
  /** What became of it. */
  status: DeliveryStatus;
};

export type WebhookDeliveryConnection = {
  __typename?: 'WebhookDeliveryConnection';
  edges: Array<WebhookDeliveryEdge>;
  nodes: Array<WebhookDelivery>;
  pageInfo: PageInfo;
};

export type WebhookDeliveryEdge = {
  __typename?: 'WebhookDeliveryEdge';
  cursor: Scalars['String']['output'];
  node: WebhookDelivery;
};

export type WebhookEdge = {
  __typename?: 'WebhookEdge';
  cursor: Scalars['String']['output'];
  node: Webhook;
};

/** A type of event. */
export type WebhookEvent = {
  __typename?: 'WebhookEvent';
  /** What it is about. */
  description: Scalars['String']['output'];
  /** The body of a message. */
  example: Scalars['String']['output'];
  /** Its name, such as `run.started`. */
  type: Scalars['String']['output'];
};


/** A type of event. */
export type WebhookEventDescriptionArgs = {
  locale?: InputMaybe<Scalars['String']['input']>;
};

/** A webhook. */
export type WebhookIdInput = {
  /** The webhook's ID. */
  id: Scalars['ID']['input'];
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The webhook. */
export type WebhookPayload = {
  __typename?: 'WebhookPayload';
  userErrors: Array<UserError>;
  /** The webhook; null if the mutation was refused. */
  webhook?: Maybe<Webhook>;
};

/** The approval to withdraw. */
export type WithdrawApprovalInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; shown on the approval, which becomes `VOID`. */
  reason: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
  /** The track whose approval is withdrawn. */
  track: TrackId;
};

/** The credential to delete before it replaced the stored one. */
export type WithdrawReplacementInput = {
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The cloud that the credential is for. */
  kind: ConnectionKind;
  organizationId: Scalars['ID']['input'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AcceptDriftInput: AcceptDriftInput;
  AcceptedBlock: ResolverTypeWrapper<AcceptedBlockParent>;
  AcknowledgeAlertInput: AcknowledgeAlertInput;
  Actor: Actor;
  ActorCount: ResolverTypeWrapper<ActorCount>;
  AddCommentInput: AddCommentInput;
  Alert: ResolverTypeWrapper<AlertParent>;
  AlertConnection: ResolverTypeWrapper<AlertConnectionParent>;
  AlertEdge: ResolverTypeWrapper<Omit<AlertEdge, 'node'> & { node: ResolversTypes['Alert'] }>;
  AlertEvent: ResolverTypeWrapper<AlertEventParent>;
  AlertEventConnection: ResolverTypeWrapper<AlertEventConnectionParent>;
  AlertEventEdge: ResolverTypeWrapper<Omit<AlertEventEdge, 'node'> & { node: ResolversTypes['AlertEvent'] }>;
  AlertFilter: AlertFilter;
  AlertKind: AlertKind;
  AlertPayload: ResolverTypeWrapper<Omit<AlertPayload, 'alert' | 'userErrors'> & { alert?: Maybe<ResolversTypes['Alert']>, userErrors: Array<ResolversTypes['UserError']> }>;
  AlertStatus: AlertStatus;
  Anomaly: ResolverTypeWrapper<AnomalyParent>;
  ApiToken: ResolverTypeWrapper<ApiTokenParent>;
  ApiTokenConnection: ResolverTypeWrapper<ApiTokenConnectionParent>;
  ApiTokenEdge: ResolverTypeWrapper<Omit<ApiTokenEdge, 'node'> & { node: ResolversTypes['ApiToken'] }>;
  Approval: ResolverTypeWrapper<ApprovalParent>;
  ApprovalStatus: ApprovalStatus;
  ApprovalVoidReason: ApprovalVoidReason;
  ApproveInput: ApproveInput;
  ArchiveOrganizationInput: ArchiveOrganizationInput;
  AssignRunInput: AssignRunInput;
  AttestHandedOffInput: AttestHandedOffInput;
  AttestStepInput: AttestStepInput;
  Attestation: ResolverTypeWrapper<AttestationParent>;
  AwsConnection: ResolverTypeWrapper<AwsConnectionParent>;
  AzureAccess: AzureAccess;
  AzureCredential: ResolverTypeWrapper<Omit<AzureCredential, 'replacement'> & { replacement?: Maybe<ResolversTypes['CredentialReplacement']> }>;
  AzureCredentialKind: AzureCredentialKind;
  AzureFederation: ResolverTypeWrapper<AzureFederation>;
  AzureRole: ResolverTypeWrapper<AzureRole>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  BulkAction: BulkAction;
  BulkBlock: ResolverTypeWrapper<BulkBlockParent>;
  BulkFinding: ResolverTypeWrapper<BulkFindingParent>;
  BulkItem: ResolverTypeWrapper<BulkItemParent>;
  BulkItemConnection: ResolverTypeWrapper<BulkItemConnectionParent>;
  BulkItemEdge: ResolverTypeWrapper<Omit<BulkItemEdge, 'node'> & { node: ResolversTypes['BulkItem'] }>;
  BulkItemKey: ResolverTypeWrapper<BulkItemKey>;
  BulkItemStatus: BulkItemStatus;
  BulkJob: ResolverTypeWrapper<BulkJobParent>;
  BulkJobConnection: ResolverTypeWrapper<BulkJobConnectionParent>;
  BulkJobEdge: ResolverTypeWrapper<Omit<BulkJobEdge, 'node'> & { node: ResolversTypes['BulkJob'] }>;
  BulkOutcome: BulkOutcome;
  BulkOutcomeCount: ResolverTypeWrapper<BulkOutcomeCount>;
  BulkPreview: ResolverTypeWrapper<Omit<BulkPreview, 'blocked' | 'eligible'> & { blocked: Array<ResolversTypes['BulkBlock']>, eligible: Array<ResolversTypes['Organization']> }>;
  BulkStatus: BulkStatus;
  CancelBulkInput: CancelBulkInput;
  CancelDryRunInput: CancelDryRunInput;
  CancelRunInput: CancelRunInput;
  CancelSetupInput: CancelSetupInput;
  ChangeGrantsInput: ChangeGrantsInput;
  Chat: ResolverTypeWrapper<ChatParent>;
  ChatInput: ChatInput;
  ChatKind: ChatKind;
  ChatPayload: ResolverTypeWrapper<Omit<ChatPayload, 'chat' | 'userErrors'> & { chat?: Maybe<ResolversTypes['Chat']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Check: ResolverTypeWrapper<CheckParent>;
  CheckDefinition: ResolverTypeWrapper<CheckDefinitionParent>;
  CheckHandedOffInput: CheckHandedOffInput;
  CheckHealthInput: CheckHealthInput;
  CheckOverride: ResolverTypeWrapper<CheckOverrideParent>;
  CheckpointProblem: CheckpointProblem;
  CheckpointVerification: ResolverTypeWrapper<CheckpointVerification>;
  ClaimRule: ResolverTypeWrapper<Omit<ClaimRule, 'grant'> & { grant: ResolversTypes['Grant'] }>;
  ClaimRuleInput: ClaimRuleInput;
  ClockMark: ResolverTypeWrapper<ClockMarkParent>;
  Cloud: Cloud;
  CloudConnection: ResolverTypeWrapper<CloudConnectionParent>;
  ConfirmCjaInput: ConfirmCjaInput;
  ConfirmSetupInput: ConfirmSetupInput;
  Confirmation: ResolverTypeWrapper<ConfirmationParent>;
  ConnectAdobeInput: ConnectAdobeInput;
  ConnectAwsInput: ConnectAwsInput;
  ConnectAzureInput: ConnectAzureInput;
  ConnectionKind: ConnectionKind;
  ConnectionState: ConnectionState;
  Consequence: ResolverTypeWrapper<Consequence>;
  CoolingOff: ResolverTypeWrapper<CoolingOff>;
  CopyValue: ResolverTypeWrapper<CopyValue>;
  CreateApiTokenInput: CreateApiTokenInput;
  CreateApiTokenPayload: ResolverTypeWrapper<Omit<CreateApiTokenPayload, 'apiToken' | 'userErrors'> & { apiToken?: Maybe<ResolversTypes['ApiToken']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateEventGridAddressInput: CreateEventGridAddressInput;
  CreateHandOffInput: CreateHandOffInput;
  CreateHandOffPayload: ResolverTypeWrapper<Omit<CreateHandOffPayload, 'handOff' | 'userErrors'> & { handOff?: Maybe<ResolversTypes['HandOff']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateOrganizationInput: CreateOrganizationInput;
  CreatePracticeOrganizationInput: CreatePracticeOrganizationInput;
  CreatePracticeOrganizationPayload: ResolverTypeWrapper<Omit<CreatePracticeOrganizationPayload, 'organization' | 'userErrors'> & { organization?: Maybe<ResolversTypes['Organization']>, userErrors: Array<ResolversTypes['UserError']> }>;
  CreateWebhookInput: CreateWebhookInput;
  CreateWebhookPayload: ResolverTypeWrapper<Omit<CreateWebhookPayload, 'userErrors' | 'webhook'> & { userErrors: Array<ResolversTypes['UserError']>, webhook?: Maybe<ResolversTypes['Webhook']> }>;
  CredentialExpiry: ResolverTypeWrapper<CredentialExpiry>;
  CredentialExpiryState: CredentialExpiryState;
  CredentialReplacement: ResolverTypeWrapper<CredentialReplacementParent>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Delay: ResolverTypeWrapper<DelayParent>;
  DeleteViewInput: DeleteViewInput;
  DeleteViewPayload: ResolverTypeWrapper<Omit<DeleteViewPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  DeliveryAttempt: ResolverTypeWrapper<DeliveryAttempt>;
  DeliveryStatus: DeliveryStatus;
  DigestFrequency: DigestFrequency;
  DigestProblem: DigestProblem;
  Drift: ResolverTypeWrapper<DriftParent>;
  DryRun: ResolverTypeWrapper<DryRunParent>;
  DryRunConnection: ResolverTypeWrapper<DryRunConnectionParent>;
  DryRunEdge: ResolverTypeWrapper<Omit<DryRunEdge, 'node'> & { node: ResolversTypes['DryRun'] }>;
  DryRunPayload: ResolverTypeWrapper<Omit<DryRunPayload, 'dryRun' | 'userErrors'> & { dryRun?: Maybe<ResolversTypes['DryRun']>, userErrors: Array<ResolversTypes['UserError']> }>;
  DryRunStatus: DryRunStatus;
  EarlierRefusal: ResolverTypeWrapper<EarlierRefusalParent>;
  EndSessionInput: EndSessionInput;
  EndSessionsInput: EndSessionsInput;
  EndSessionsPayload: ResolverTypeWrapper<Omit<EndSessionsPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  Environment: ResolverTypeWrapper<Environment>;
  EventGridAddressPayload: ResolverTypeWrapper<Omit<EventGridAddressPayload, 'organization' | 'userErrors'> & { organization?: Maybe<ResolversTypes['Organization']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ExpiringCredential: ResolverTypeWrapper<ExpiringCredentialParent>;
  ExpiringCredentialConnection: ResolverTypeWrapper<ExpiringCredentialConnectionParent>;
  ExpiringCredentialEdge: ResolverTypeWrapper<Omit<ExpiringCredentialEdge, 'node'> & { node: ResolversTypes['ExpiringCredential'] }>;
  ExternalStatus: ResolverTypeWrapper<ExternalStatus>;
  FailedCall: ResolverTypeWrapper<FailedCall>;
  FieldChange: ResolverTypeWrapper<FieldChange>;
  FourEyes: FourEyes;
  FunnelWeek: ResolverTypeWrapper<FunnelWeek>;
  Grant: ResolverTypeWrapper<GrantParent>;
  GrantInput: GrantInput;
  GrantRule: ResolverTypeWrapper<GrantRule>;
  HandOff: ResolverTypeWrapper<HandOffParent>;
  HandOffPayload: ResolverTypeWrapper<Omit<HandOffPayload, 'handOff' | 'userErrors'> & { handOff?: Maybe<ResolversTypes['HandOff']>, userErrors: Array<ResolversTypes['UserError']> }>;
  HandedOff: ResolverTypeWrapper<HandedOffParent>;
  HandedOffPayload: ResolverTypeWrapper<Omit<HandedOffPayload, 'handedOff' | 'userErrors'> & { handedOff?: Maybe<ResolversTypes['HandedOff']>, userErrors: Array<ResolversTypes['UserError']> }>;
  HandedOffStep: ResolverTypeWrapper<HandedOffStepParent>;
  Header: ResolverTypeWrapper<Header>;
  Health: Health;
  HealthCount: ResolverTypeWrapper<HealthCount>;
  HeldApproval: ResolverTypeWrapper<HeldApprovalParent>;
  HeldApprovals: ResolverTypeWrapper<HeldApprovalsParent>;
  HistoryChange: ResolverTypeWrapper<HistoryChangeParent>;
  HistoryConnection: ResolverTypeWrapper<HistoryConnectionParent>;
  HistoryEdge: ResolverTypeWrapper<Omit<HistoryEdge, 'node'> & { node: ResolversTypes['HistoryEntry'] }>;
  HistoryEntry: ResolverTypeWrapper<HistoryEntryParent>;
  HistoryField: ResolverTypeWrapper<HistoryField>;
  HistoryFieldFormat: HistoryFieldFormat;
  HistoryFilter: HistoryFilter;
  HistoryVerification: ResolverTypeWrapper<HistoryVerification>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImportFormat: ImportFormat;
  ImportKeyRefusal: ResolverTypeWrapper<ImportKeyNoteParent>;
  ImportKeyWarning: ResolverTypeWrapper<ImportKeyNoteParent>;
  ImportKeys: ResolverTypeWrapper<Omit<ImportKeys, 'job' | 'refused' | 'warnings'> & { job?: Maybe<ResolversTypes['BulkJob']>, refused: Array<ResolversTypes['ImportKeyRefusal']>, warnings: Array<ResolversTypes['ImportKeyWarning']> }>;
  ImportOrganizationsInput: ImportOrganizationsInput;
  ImportOrganizationsPayload: ResolverTypeWrapper<Omit<ImportOrganizationsPayload, 'keys' | 'rejected' | 'updates' | 'userErrors'> & { keys?: Maybe<ResolversTypes['ImportKeys']>, rejected: Array<ResolversTypes['ImportRejection']>, updates: Array<ResolversTypes['ImportUpdate']>, userErrors: Array<ResolversTypes['UserError']> }>;
  ImportRejection: ResolverTypeWrapper<ImportRejectionParent>;
  ImportUpdate: ResolverTypeWrapper<Omit<ImportUpdate, 'organization'> & { organization: ResolversTypes['Organization'] }>;
  InboxItem: ResolverTypeWrapper<InboxItemParent>;
  InboxItemConnection: ResolverTypeWrapper<InboxItemConnectionParent>;
  InboxItemEdge: ResolverTypeWrapper<Omit<InboxItemEdge, 'node'> & { node: ResolversTypes['InboxItem'] }>;
  InboxKind: InboxKind;
  InboxState: ResolverTypeWrapper<InboxState>;
  InstructionLine: ResolverTypeWrapper<InstructionLine>;
  InstructionProgress: InstructionProgress;
  Instructions: ResolverTypeWrapper<Instructions>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Invitation: ResolverTypeWrapper<InvitationParent>;
  InvitationConnection: ResolverTypeWrapper<InvitationConnectionParent>;
  InvitationEdge: ResolverTypeWrapper<Omit<InvitationEdge, 'node'> & { node: ResolversTypes['Invitation'] }>;
  InvitationStatus: InvitationStatus;
  InviteMemberInput: InviteMemberInput;
  InviteMemberPayload: ResolverTypeWrapper<Omit<InviteMemberPayload, 'invitation' | 'userErrors'> & { invitation?: Maybe<ResolversTypes['Invitation']>, userErrors: Array<ResolversTypes['UserError']> }>;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  KeyHealth: ResolverTypeWrapper<KeyHealthParent>;
  KeyIdentifierInspection: ResolverTypeWrapper<KeyIdentifierInspection>;
  KeyPolicyReview: ResolverTypeWrapper<KeyPolicyReview>;
  KeyPolicyStatement: ResolverTypeWrapper<KeyPolicyStatement>;
  KeyPolicyStatementState: KeyPolicyStatementState;
  KeyProtection: KeyProtection;
  KeyVersion: ResolverTypeWrapper<KeyVersionParent>;
  KmsKey: ResolverTypeWrapper<KmsKey>;
  KmsRotation: ResolverTypeWrapper<KmsRotation>;
  LastBlocked: ResolverTypeWrapper<Omit<LastBlocked, 'checks'> & { checks: Array<ResolversTypes['Check']> }>;
  MarkInboxReadInput: MarkInboxReadInput;
  MarkInboxReadPayload: ResolverTypeWrapper<Omit<MarkInboxReadPayload, 'items' | 'userErrors' | 'viewer'> & { items?: Maybe<Array<ResolversTypes['InboxItem']>>, userErrors: Array<ResolversTypes['UserError']>, viewer: ResolversTypes['Viewer'] }>;
  Member: ResolverTypeWrapper<MemberParent>;
  MemberConnection: ResolverTypeWrapper<MemberConnectionParent>;
  MemberEdge: ResolverTypeWrapper<Omit<MemberEdge, 'node'> & { node: ResolversTypes['Member'] }>;
  MemberHoldings: ResolverTypeWrapper<MemberHoldingsParent>;
  MemberPayload: ResolverTypeWrapper<Omit<MemberPayload, 'member' | 'userErrors'> & { member?: Maybe<ResolversTypes['Member']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NeededAction: ResolverTypeWrapper<NeededActionParent>;
  NeededActionConnection: ResolverTypeWrapper<NeededActionConnectionParent>;
  NeededActionEdge: ResolverTypeWrapper<Omit<NeededActionEdge, 'node'> & { node: ResolversTypes['NeededAction'] }>;
  NextAction: ResolverTypeWrapper<NextActionParent>;
  NoApprover: NoApprover;
  Node: ResolverTypeWrapper<NodeParent>;
  NotificationSettings: ResolverTypeWrapper<NotificationSettingsParent>;
  OnExisting: OnExisting;
  Organization: ResolverTypeWrapper<OrganizationParent>;
  OrganizationAction: ResolverTypeWrapper<OrganizationAction>;
  OrganizationConnection: ResolverTypeWrapper<OrganizationConnectionParent>;
  OrganizationEdge: ResolverTypeWrapper<Omit<OrganizationEdge, 'node'> & { node: ResolversTypes['Organization'] }>;
  OrganizationFilter: OrganizationFilter;
  OrganizationIdInput: OrganizationIdInput;
  OrganizationOrder: OrganizationOrder;
  OrganizationPayload: ResolverTypeWrapper<Omit<OrganizationPayload, 'organization' | 'userErrors'> & { organization?: Maybe<ResolversTypes['Organization']>, userErrors: Array<ResolversTypes['UserError']> }>;
  OrganizationSetting: ResolverTypeWrapper<OrganizationSetting>;
  OrganizationsWithoutApprover: ResolverTypeWrapper<OrganizationsWithoutApproverParent>;
  OverrideCheckInput: OverrideCheckInput;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Party: Party;
  PendingApproval: ResolverTypeWrapper<PendingApprovalParent>;
  PendingApprovalConnection: ResolverTypeWrapper<PendingApprovalConnectionParent>;
  PendingApprovalEdge: ResolverTypeWrapper<Omit<PendingApprovalEdge, 'node'> & { node: ResolversTypes['PendingApproval'] }>;
  PendingApprovalOrder: PendingApprovalOrder;
  PermissionProbe: ResolverTypeWrapper<PermissionProbe>;
  PermissionState: PermissionState;
  PhaseCount: ResolverTypeWrapper<PhaseCount>;
  PlanSetupInput: PlanSetupInput;
  PlannedKeyInput: PlannedKeyInput;
  PlannedKeyLine: ResolverTypeWrapper<PlannedKeyLine>;
  PlannedKeyList: ResolverTypeWrapper<Omit<PlannedKeyList, 'rejected' | 'userErrors'> & { rejected: Array<ResolversTypes['ImportRejection']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Policy: ResolverTypeWrapper<PolicyParent>;
  PolicyWarning: ResolverTypeWrapper<PolicyWarningParent>;
  PolicyWarningCode: PolicyWarningCode;
  Portfolio: ResolverTypeWrapper<PortfolioParent>;
  PracticeScenario: PracticeScenario;
  Progress: ResolverTypeWrapper<Progress>;
  ProvideKeyInput: ProvideKeyInput;
  ProvideKeyPolicyInput: ProvideKeyPolicyInput;
  ProvidedKey: ResolverTypeWrapper<ProvidedKeyParent>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  QuietHours: ResolverTypeWrapper<QuietHours>;
  QuietHoursInput: QuietHoursInput;
  Readiness: ResolverTypeWrapper<ReadinessParent>;
  ReadinessCause: ResolverTypeWrapper<ReadinessCauseParent>;
  ReadinessCauseKind: ReadinessCauseKind;
  ReadinessCheck: ResolverTypeWrapper<ReadinessCheckParent>;
  ReadinessConnection: ResolverTypeWrapper<ReadinessConnectionParent>;
  ReadinessCount: ResolverTypeWrapper<ReadinessCount>;
  ReadinessEdge: ResolverTypeWrapper<Omit<ReadinessEdge, 'node'> & { node: ResolversTypes['Readiness'] }>;
  ReadinessOutcome: ReadinessOutcome;
  ReadinessStep: ResolverTypeWrapper<ReadinessStepParent>;
  ReadinessTrack: ResolverTypeWrapper<ReadinessTrackParent>;
  RecordTicketInput: RecordTicketInput;
  RedeliverInput: RedeliverInput;
  RefuseInput: RefuseInput;
  Region: Region;
  RemoveMemberInput: RemoveMemberInput;
  ReplacementState: ReplacementState;
  RevocationClock: ResolverTypeWrapper<RevocationClockParent>;
  RevokeApiTokenInput: RevokeApiTokenInput;
  RevokeApiTokenPayload: ResolverTypeWrapper<Omit<RevokeApiTokenPayload, 'apiToken' | 'userErrors'> & { apiToken?: Maybe<ResolversTypes['ApiToken']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RevokeHandOffInput: RevokeHandOffInput;
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeInvitationPayload: ResolverTypeWrapper<Omit<RevokeInvitationPayload, 'invitation' | 'userErrors'> & { invitation?: Maybe<ResolversTypes['Invitation']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Role: Role;
  RoleScopes: ResolverTypeWrapper<RoleScopes>;
  Rule: ResolverTypeWrapper<RuleParent>;
  RuleProof: RuleProof;
  RuleProvider: ResolverTypeWrapper<RuleProvider>;
  Run: ResolverTypeWrapper<RunParent>;
  RunConnection: ResolverTypeWrapper<RunConnectionParent>;
  RunEdge: ResolverTypeWrapper<Omit<RunEdge, 'node'> & { node: ResolversTypes['Run'] }>;
  RunFilter: RunFilter;
  RunPayload: ResolverTypeWrapper<Omit<RunPayload, 'run' | 'userErrors'> & { run?: Maybe<ResolversTypes['Run']>, userErrors: Array<ResolversTypes['UserError']> }>;
  RunPhase: RunPhase;
  RunStatus: RunStatus;
  RunStepInput: RunStepInput;
  RunTrackInput: RunTrackInput;
  SaveViewInput: SaveViewInput;
  SavedView: ResolverTypeWrapper<SavedViewParent>;
  SavedViewPage: SavedViewPage;
  SavedViewPayload: ResolverTypeWrapper<Omit<SavedViewPayload, 'userErrors' | 'view'> & { userErrors: Array<ResolversTypes['UserError']>, view?: Maybe<ResolversTypes['SavedView']> }>;
  Script: ResolverTypeWrapper<Script>;
  ScriptTool: ScriptTool;
  SearchHit: ResolverTypeWrapper<Omit<SearchHit, 'organization' | 'run'> & { organization: ResolversTypes['Organization'], run?: Maybe<ResolversTypes['Run']> }>;
  Session: ResolverTypeWrapper<SessionParent>;
  SetChatInput: SetChatInput;
  SetDefaultViewInput: SetDefaultViewInput;
  SetNotificationSettingsInput: SetNotificationSettingsInput;
  SetNotificationSettingsPayload: ResolverTypeWrapper<Omit<SetNotificationSettingsPayload, 'notificationSettings' | 'userErrors'> & { notificationSettings?: Maybe<ResolversTypes['NotificationSettings']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SetPolicyInput: SetPolicyInput;
  SetPolicyPayload: ResolverTypeWrapper<Omit<SetPolicyPayload, 'policy' | 'userErrors' | 'warning'> & { policy?: Maybe<ResolversTypes['Policy']>, userErrors: Array<ResolversTypes['UserError']>, warning?: Maybe<ResolversTypes['PolicyWarning']> }>;
  SetSignInPolicyInput: SetSignInPolicyInput;
  SetSignInPolicyPayload: ResolverTypeWrapper<Omit<SetSignInPolicyPayload, 'signInPolicy' | 'userErrors'> & { signInPolicy?: Maybe<ResolversTypes['SignInPolicy']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Setup: ResolverTypeWrapper<SetupParent>;
  SetupChange: ResolverTypeWrapper<SetupChangeParent>;
  SetupChangeKind: SetupChangeKind;
  SetupChangeOutcome: SetupChangeOutcome;
  SetupChangeResult: SetupChangeResult;
  SetupNetwork: SetupNetwork;
  SetupSetting: ResolverTypeWrapper<SetupSetting>;
  SetupStatus: SetupStatus;
  Shield: Shield;
  SignInPolicy: ResolverTypeWrapper<Omit<SignInPolicy, 'rules'> & { rules: Array<ResolversTypes['ClaimRule']> }>;
  SignInProvider: ResolverTypeWrapper<SignInProvider>;
  StartBulkInput: StartBulkInput;
  StartBulkPayload: ResolverTypeWrapper<Omit<StartBulkPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversTypes['BulkJob']>, userErrors: Array<ResolversTypes['UserError']> }>;
  StartDryRunInput: StartDryRunInput;
  StartRunInput: StartRunInput;
  StartRunsInput: StartRunsInput;
  StartRunsPayload: ResolverTypeWrapper<Omit<StartRunsPayload, 'blocked' | 'startable' | 'started' | 'userErrors'> & { blocked: Array<ResolversTypes['BulkBlock']>, startable: Array<ResolversTypes['Organization']>, started: Array<ResolversTypes['Run']>, userErrors: Array<ResolversTypes['UserError']> }>;
  StatusCount: ResolverTypeWrapper<StatusCount>;
  Step: ResolverTypeWrapper<StepParent>;
  StepCount: ResolverTypeWrapper<StepCount>;
  StepId: StepId;
  StepMode: StepMode;
  StepStatus: StepStatus;
  StepTime: ResolverTypeWrapper<StepTime>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Submission: ResolverTypeWrapper<SubmissionParent>;
  SubmissionPreview: ResolverTypeWrapper<SubmissionPreviewParent>;
  SubmitConfigurationInput: SubmitConfigurationInput;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TaskGroup: ResolverTypeWrapper<TaskGroupParent>;
  TaskUrgency: TaskUrgency;
  Ticket: ResolverTypeWrapper<TicketParent>;
  Track: ResolverTypeWrapper<TrackParent>;
  TrackHealth: ResolverTypeWrapper<TrackHealthParent>;
  TrackId: TrackId;
  TryConnectionInput: TryConnectionInput;
  UpdateOrganizationInput: UpdateOrganizationInput;
  UpdateViewInput: UpdateViewInput;
  UpdateWebhookInput: UpdateWebhookInput;
  UserError: ResolverTypeWrapper<UserErrorParent>;
  UserErrorCode: UserErrorCode;
  VaultProbe: ResolverTypeWrapper<VaultProbeParent>;
  Verdict: Verdict;
  VerifyInput: VerifyInput;
  Viewer: ResolverTypeWrapper<ViewerParent>;
  ViewerKind: ViewerKind;
  VoidedApproval: ResolverTypeWrapper<VoidedApprovalParent>;
  VoidedApprovals: ResolverTypeWrapper<VoidedApprovalsParent>;
  Webhook: ResolverTypeWrapper<WebhookParent>;
  WebhookConnection: ResolverTypeWrapper<WebhookConnectionParent>;
  WebhookDelivery: ResolverTypeWrapper<WebhookDeliveryParent>;
  WebhookDeliveryConnection: ResolverTypeWrapper<WebhookDeliveryConnectionParent>;
  WebhookDeliveryEdge: ResolverTypeWrapper<Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversTypes['WebhookDelivery'] }>;
  WebhookEdge: ResolverTypeWrapper<Omit<WebhookEdge, 'node'> & { node: ResolversTypes['Webhook'] }>;
  WebhookEvent: ResolverTypeWrapper<WebhookEventParent>;
  WebhookIdInput: WebhookIdInput;
  WebhookPayload: ResolverTypeWrapper<Omit<WebhookPayload, 'userErrors' | 'webhook'> & { userErrors: Array<ResolversTypes['UserError']>, webhook?: Maybe<ResolversTypes['Webhook']> }>;
  WithdrawApprovalInput: WithdrawApprovalInput;
  WithdrawReplacementInput: WithdrawReplacementInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptDriftInput: AcceptDriftInput;
  AcceptedBlock: AcceptedBlockParent;
  AcknowledgeAlertInput: AcknowledgeAlertInput;
  ActorCount: ActorCount;
  AddCommentInput: AddCommentInput;
  Alert: AlertParent;
  AlertConnection: AlertConnectionParent;
  AlertEdge: Omit<AlertEdge, 'node'> & { node: ResolversParentTypes['Alert'] };
  AlertEvent: AlertEventParent;
  AlertEventConnection: AlertEventConnectionParent;
  AlertEventEdge: Omit<AlertEventEdge, 'node'> & { node: ResolversParentTypes['AlertEvent'] };
  AlertFilter: AlertFilter;
  AlertPayload: Omit<AlertPayload, 'alert' | 'userErrors'> & { alert?: Maybe<ResolversParentTypes['Alert']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Anomaly: AnomalyParent;
  ApiToken: ApiTokenParent;
  ApiTokenConnection: ApiTokenConnectionParent;
  ApiTokenEdge: Omit<ApiTokenEdge, 'node'> & { node: ResolversParentTypes['ApiToken'] };
  Approval: ApprovalParent;
  ApproveInput: ApproveInput;
  ArchiveOrganizationInput: ArchiveOrganizationInput;
  AssignRunInput: AssignRunInput;
  AttestHandedOffInput: AttestHandedOffInput;
  AttestStepInput: AttestStepInput;
  Attestation: AttestationParent;
  AwsConnection: AwsConnectionParent;
  AzureCredential: Omit<AzureCredential, 'replacement'> & { replacement?: Maybe<ResolversParentTypes['CredentialReplacement']> };
  AzureFederation: AzureFederation;
  AzureRole: AzureRole;
  Boolean: Scalars['Boolean']['output'];
  BulkBlock: BulkBlockParent;
  BulkFinding: BulkFindingParent;
  BulkItem: BulkItemParent;
  BulkItemConnection: BulkItemConnectionParent;
  BulkItemEdge: Omit<BulkItemEdge, 'node'> & { node: ResolversParentTypes['BulkItem'] };
  BulkItemKey: BulkItemKey;
  BulkJob: BulkJobParent;
  BulkJobConnection: BulkJobConnectionParent;
  BulkJobEdge: Omit<BulkJobEdge, 'node'> & { node: ResolversParentTypes['BulkJob'] };
  BulkOutcomeCount: BulkOutcomeCount;
  BulkPreview: Omit<BulkPreview, 'blocked' | 'eligible'> & { blocked: Array<ResolversParentTypes['BulkBlock']>, eligible: Array<ResolversParentTypes['Organization']> };
  CancelBulkInput: CancelBulkInput;
  CancelDryRunInput: CancelDryRunInput;
  CancelRunInput: CancelRunInput;
  CancelSetupInput: CancelSetupInput;
  ChangeGrantsInput: ChangeGrantsInput;
  Chat: ChatParent;
  ChatInput: ChatInput;
  ChatPayload: Omit<ChatPayload, 'chat' | 'userErrors'> & { chat?: Maybe<ResolversParentTypes['Chat']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Check: CheckParent;
  CheckDefinition: CheckDefinitionParent;
  CheckHandedOffInput: CheckHandedOffInput;
  CheckHealthInput: CheckHealthInput;
  CheckOverride: CheckOverrideParent;
  CheckpointVerification: CheckpointVerification;
  ClaimRule: Omit<ClaimRule, 'grant'> & { grant: ResolversParentTypes['Grant'] };
  ClaimRuleInput: ClaimRuleInput;
  ClockMark: ClockMarkParent;
  CloudConnection: CloudConnectionParent;
  ConfirmCjaInput: ConfirmCjaInput;
  ConfirmSetupInput: ConfirmSetupInput;
  Confirmation: ConfirmationParent;
  ConnectAdobeInput: ConnectAdobeInput;
  ConnectAwsInput: ConnectAwsInput;
  ConnectAzureInput: ConnectAzureInput;
  Consequence: Consequence;
  CoolingOff: CoolingOff;
  CopyValue: CopyValue;
  CreateApiTokenInput: CreateApiTokenInput;
  CreateApiTokenPayload: Omit<CreateApiTokenPayload, 'apiToken' | 'userErrors'> & { apiToken?: Maybe<ResolversParentTypes['ApiToken']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateEventGridAddressInput: CreateEventGridAddressInput;
  CreateHandOffInput: CreateHandOffInput;
  CreateHandOffPayload: Omit<CreateHandOffPayload, 'handOff' | 'userErrors'> & { handOff?: Maybe<ResolversParentTypes['HandOff']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateOrganizationInput: CreateOrganizationInput;
  CreatePracticeOrganizationInput: CreatePracticeOrganizationInput;
  CreatePracticeOrganizationPayload: Omit<CreatePracticeOrganizationPayload, 'organization' | 'userErrors'> & { organization?: Maybe<ResolversParentTypes['Organization']>, userErrors: Array<ResolversParentTypes['UserError']> };
  CreateWebhookInput: CreateWebhookInput;
  CreateWebhookPayload: Omit<CreateWebhookPayload, 'userErrors' | 'webhook'> & { userErrors: Array<ResolversParentTypes['UserError']>, webhook?: Maybe<ResolversParentTypes['Webhook']> };
  CredentialExpiry: CredentialExpiry;
  CredentialReplacement: CredentialReplacementParent;
  DateTime: Scalars['DateTime']['output'];
  Delay: DelayParent;
  DeleteViewInput: DeleteViewInput;
  DeleteViewPayload: Omit<DeleteViewPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  DeliveryAttempt: DeliveryAttempt;
  Drift: DriftParent;
  DryRun: DryRunParent;
  DryRunConnection: DryRunConnectionParent;
  DryRunEdge: Omit<DryRunEdge, 'node'> & { node: ResolversParentTypes['DryRun'] };
  DryRunPayload: Omit<DryRunPayload, 'dryRun' | 'userErrors'> & { dryRun?: Maybe<ResolversParentTypes['DryRun']>, userErrors: Array<ResolversParentTypes['UserError']> };
  EarlierRefusal: EarlierRefusalParent;
  EndSessionInput: EndSessionInput;
  EndSessionsInput: EndSessionsInput;
  EndSessionsPayload: Omit<EndSessionsPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  Environment: Environment;
  EventGridAddressPayload: Omit<EventGridAddressPayload, 'organization' | 'userErrors'> & { organization?: Maybe<ResolversParentTypes['Organization']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ExpiringCredential: ExpiringCredentialParent;
  ExpiringCredentialConnection: ExpiringCredentialConnectionParent;
  ExpiringCredentialEdge: Omit<ExpiringCredentialEdge, 'node'> & { node: ResolversParentTypes['ExpiringCredential'] };
  ExternalStatus: ExternalStatus;
  FailedCall: FailedCall;
  FieldChange: FieldChange;
  FunnelWeek: FunnelWeek;
  Grant: GrantParent;
  GrantInput: GrantInput;
  GrantRule: GrantRule;
  HandOff: HandOffParent;
  HandOffPayload: Omit<HandOffPayload, 'handOff' | 'userErrors'> & { handOff?: Maybe<ResolversParentTypes['HandOff']>, userErrors: Array<ResolversParentTypes['UserError']> };
  HandedOff: HandedOffParent;
  HandedOffPayload: Omit<HandedOffPayload, 'handedOff' | 'userErrors'> & { handedOff?: Maybe<ResolversParentTypes['HandedOff']>, userErrors: Array<ResolversParentTypes['UserError']> };
  HandedOffStep: HandedOffStepParent;
  Header: Header;
  HealthCount: HealthCount;
  HeldApproval: HeldApprovalParent;
  HeldApprovals: HeldApprovalsParent;
  HistoryChange: HistoryChangeParent;
  HistoryConnection: HistoryConnectionParent;
  HistoryEdge: Omit<HistoryEdge, 'node'> & { node: ResolversParentTypes['HistoryEntry'] };
  HistoryEntry: HistoryEntryParent;
  HistoryField: HistoryField;
  HistoryFilter: HistoryFilter;
  HistoryVerification: HistoryVerification;
  ID: Scalars['ID']['output'];
  ImportKeyRefusal: ImportKeyNoteParent;
  ImportKeyWarning: ImportKeyNoteParent;
  ImportKeys: Omit<ImportKeys, 'job' | 'refused' | 'warnings'> & { job?: Maybe<ResolversParentTypes['BulkJob']>, refused: Array<ResolversParentTypes['ImportKeyRefusal']>, warnings: Array<ResolversParentTypes['ImportKeyWarning']> };
  ImportOrganizationsInput: ImportOrganizationsInput;
  ImportOrganizationsPayload: Omit<ImportOrganizationsPayload, 'keys' | 'rejected' | 'updates' | 'userErrors'> & { keys?: Maybe<ResolversParentTypes['ImportKeys']>, rejected: Array<ResolversParentTypes['ImportRejection']>, updates: Array<ResolversParentTypes['ImportUpdate']>, userErrors: Array<ResolversParentTypes['UserError']> };
  ImportRejection: ImportRejectionParent;
  ImportUpdate: Omit<ImportUpdate, 'organization'> & { organization: ResolversParentTypes['Organization'] };
  InboxItem: InboxItemParent;
  InboxItemConnection: InboxItemConnectionParent;
  InboxItemEdge: Omit<InboxItemEdge, 'node'> & { node: ResolversParentTypes['InboxItem'] };
  InboxState: InboxState;
  InstructionLine: InstructionLine;
  Instructions: Instructions;
  Int: Scalars['Int']['output'];
  Invitation: InvitationParent;
  InvitationConnection: InvitationConnectionParent;
  InvitationEdge: Omit<InvitationEdge, 'node'> & { node: ResolversParentTypes['Invitation'] };
  InviteMemberInput: InviteMemberInput;
  InviteMemberPayload: Omit<InviteMemberPayload, 'invitation' | 'userErrors'> & { invitation?: Maybe<ResolversParentTypes['Invitation']>, userErrors: Array<ResolversParentTypes['UserError']> };
  JSON: Scalars['JSON']['output'];
  KeyHealth: KeyHealthParent;
  KeyIdentifierInspection: KeyIdentifierInspection;
  KeyPolicyReview: KeyPolicyReview;
  KeyPolicyStatement: KeyPolicyStatement;
  KeyVersion: KeyVersionParent;
  KmsKey: KmsKey;
  KmsRotation: KmsRotation;
  LastBlocked: Omit<LastBlocked, 'checks'> & { checks: Array<ResolversParentTypes['Check']> };
  MarkInboxReadInput: MarkInboxReadInput;
  MarkInboxReadPayload: Omit<MarkInboxReadPayload, 'items' | 'userErrors' | 'viewer'> & { items?: Maybe<Array<ResolversParentTypes['InboxItem']>>, userErrors: Array<ResolversParentTypes['UserError']>, viewer: ResolversParentTypes['Viewer'] };
  Member: MemberParent;
  MemberConnection: MemberConnectionParent;
  MemberEdge: Omit<MemberEdge, 'node'> & { node: ResolversParentTypes['Member'] };
  MemberHoldings: MemberHoldingsParent;
  MemberPayload: Omit<MemberPayload, 'member' | 'userErrors'> & { member?: Maybe<ResolversParentTypes['Member']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Mutation: Record<PropertyKey, never>;
  NeededAction: NeededActionParent;
  NeededActionConnection: NeededActionConnectionParent;
  NeededActionEdge: Omit<NeededActionEdge, 'node'> & { node: ResolversParentTypes['NeededAction'] };
  NextAction: NextActionParent;
  Node: NodeParent;
  NotificationSettings: NotificationSettingsParent;
  Organization: OrganizationParent;
  OrganizationAction: OrganizationAction;
  OrganizationConnection: OrganizationConnectionParent;
  OrganizationEdge: Omit<OrganizationEdge, 'node'> & { node: ResolversParentTypes['Organization'] };
  OrganizationFilter: OrganizationFilter;
  OrganizationIdInput: OrganizationIdInput;
  OrganizationPayload: Omit<OrganizationPayload, 'organization' | 'userErrors'> & { organization?: Maybe<ResolversParentTypes['Organization']>, userErrors: Array<ResolversParentTypes['UserError']> };
  OrganizationSetting: OrganizationSetting;
  OrganizationsWithoutApprover: OrganizationsWithoutApproverParent;
  OverrideCheckInput: OverrideCheckInput;
  PageInfo: PageInfo;
  PendingApproval: PendingApprovalParent;
  PendingApprovalConnection: PendingApprovalConnectionParent;
  PendingApprovalEdge: Omit<PendingApprovalEdge, 'node'> & { node: ResolversParentTypes['PendingApproval'] };
  PermissionProbe: PermissionProbe;
  PhaseCount: PhaseCount;
  PlanSetupInput: PlanSetupInput;
  PlannedKeyInput: PlannedKeyInput;
  PlannedKeyLine: PlannedKeyLine;
  PlannedKeyList: Omit<PlannedKeyList, 'rejected' | 'userErrors'> & { rejected: Array<ResolversParentTypes['ImportRejection']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Policy: PolicyParent;
  PolicyWarning: PolicyWarningParent;
  Portfolio: PortfolioParent;
  Progress: Progress;
  ProvideKeyInput: ProvideKeyInput;
  ProvideKeyPolicyInput: ProvideKeyPolicyInput;
  ProvidedKey: ProvidedKeyParent;
  Query: Record<PropertyKey, never>;
  QuietHours: QuietHours;
  QuietHoursInput: QuietHoursInput;
  Readiness: ReadinessParent;
  ReadinessCause: ReadinessCauseParent;
  ReadinessCheck: ReadinessCheckParent;
  ReadinessConnection: ReadinessConnectionParent;
  ReadinessCount: ReadinessCount;
  ReadinessEdge: Omit<ReadinessEdge, 'node'> & { node: ResolversParentTypes['Readiness'] };
  ReadinessStep: ReadinessStepParent;
  ReadinessTrack: ReadinessTrackParent;
  RecordTicketInput: RecordTicketInput;
  RedeliverInput: RedeliverInput;
  RefuseInput: RefuseInput;
  RemoveMemberInput: RemoveMemberInput;
  RevocationClock: RevocationClockParent;
  RevokeApiTokenInput: RevokeApiTokenInput;
  RevokeApiTokenPayload: Omit<RevokeApiTokenPayload, 'apiToken' | 'userErrors'> & { apiToken?: Maybe<ResolversParentTypes['ApiToken']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RevokeHandOffInput: RevokeHandOffInput;
  RevokeInvitationInput: RevokeInvitationInput;
  RevokeInvitationPayload: Omit<RevokeInvitationPayload, 'invitation' | 'userErrors'> & { invitation?: Maybe<ResolversParentTypes['Invitation']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RoleScopes: RoleScopes;
  Rule: RuleParent;
  RuleProvider: RuleProvider;
  Run: RunParent;
  RunConnection: RunConnectionParent;
  RunEdge: Omit<RunEdge, 'node'> & { node: ResolversParentTypes['Run'] };
  RunFilter: RunFilter;
  RunPayload: Omit<RunPayload, 'run' | 'userErrors'> & { run?: Maybe<ResolversParentTypes['Run']>, userErrors: Array<ResolversParentTypes['UserError']> };
  RunStepInput: RunStepInput;
  RunTrackInput: RunTrackInput;
  SaveViewInput: SaveViewInput;
  SavedView: SavedViewParent;
  SavedViewPayload: Omit<SavedViewPayload, 'userErrors' | 'view'> & { userErrors: Array<ResolversParentTypes['UserError']>, view?: Maybe<ResolversParentTypes['SavedView']> };
  Script: Script;
  SearchHit: Omit<SearchHit, 'organization' | 'run'> & { organization: ResolversParentTypes['Organization'], run?: Maybe<ResolversParentTypes['Run']> };
  Session: SessionParent;
  SetChatInput: SetChatInput;
  SetDefaultViewInput: SetDefaultViewInput;
  SetNotificationSettingsInput: SetNotificationSettingsInput;
  SetNotificationSettingsPayload: Omit<SetNotificationSettingsPayload, 'notificationSettings' | 'userErrors'> & { notificationSettings?: Maybe<ResolversParentTypes['NotificationSettings']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SetPolicyInput: SetPolicyInput;
  SetPolicyPayload: Omit<SetPolicyPayload, 'policy' | 'userErrors' | 'warning'> & { policy?: Maybe<ResolversParentTypes['Policy']>, userErrors: Array<ResolversParentTypes['UserError']>, warning?: Maybe<ResolversParentTypes['PolicyWarning']> };
  SetSignInPolicyInput: SetSignInPolicyInput;
  SetSignInPolicyPayload: Omit<SetSignInPolicyPayload, 'signInPolicy' | 'userErrors'> & { signInPolicy?: Maybe<ResolversParentTypes['SignInPolicy']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Setup: SetupParent;
  SetupChange: SetupChangeParent;
  SetupSetting: SetupSetting;
  SignInPolicy: Omit<SignInPolicy, 'rules'> & { rules: Array<ResolversParentTypes['ClaimRule']> };
  SignInProvider: SignInProvider;
  StartBulkInput: StartBulkInput;
  StartBulkPayload: Omit<StartBulkPayload, 'job' | 'userErrors'> & { job?: Maybe<ResolversParentTypes['BulkJob']>, userErrors: Array<ResolversParentTypes['UserError']> };
  StartDryRunInput: StartDryRunInput;
  StartRunInput: StartRunInput;
  StartRunsInput: StartRunsInput;
  StartRunsPayload: Omit<StartRunsPayload, 'blocked' | 'startable' | 'started' | 'userErrors'> & { blocked: Array<ResolversParentTypes['BulkBlock']>, startable: Array<ResolversParentTypes['Organization']>, started: Array<ResolversParentTypes['Run']>, userErrors: Array<ResolversParentTypes['UserError']> };
  StatusCount: StatusCount;
  Step: StepParent;
  StepCount: StepCount;
  StepTime: StepTime;
  String: Scalars['String']['output'];
  Submission: SubmissionParent;
  SubmissionPreview: SubmissionPreviewParent;
  SubmitConfigurationInput: SubmitConfigurationInput;
  Subscription: Record<PropertyKey, never>;
  TaskGroup: TaskGroupParent;
  Ticket: TicketParent;
  Track: TrackParent;
  TrackHealth: TrackHealthParent;
  TryConnectionInput: TryConnectionInput;
  UpdateOrganizationInput: UpdateOrganizationInput;
  UpdateViewInput: UpdateViewInput;
  UpdateWebhookInput: UpdateWebhookInput;
  UserError: UserErrorParent;
  VaultProbe: VaultProbeParent;
  VerifyInput: VerifyInput;
  Viewer: ViewerParent;
  VoidedApproval: VoidedApprovalParent;
  VoidedApprovals: VoidedApprovalsParent;
  Webhook: WebhookParent;
  WebhookConnection: WebhookConnectionParent;
  WebhookDelivery: WebhookDeliveryParent;
  WebhookDeliveryConnection: WebhookDeliveryConnectionParent;
  WebhookDeliveryEdge: Omit<WebhookDeliveryEdge, 'node'> & { node: ResolversParentTypes['WebhookDelivery'] };
  WebhookEdge: Omit<WebhookEdge, 'node'> & { node: ResolversParentTypes['Webhook'] };
  WebhookEvent: WebhookEventParent;
  WebhookIdInput: WebhookIdInput;
  WebhookPayload: Omit<WebhookPayload, 'userErrors' | 'webhook'> & { userErrors: Array<ResolversParentTypes['UserError']>, webhook?: Maybe<ResolversParentTypes['Webhook']> };
  WithdrawApprovalInput: WithdrawApprovalInput;
  WithdrawReplacementInput: WithdrawReplacementInput;
};

export type AcceptedBlockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AcceptedBlock'] = ResolversParentTypes['AcceptedBlock']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AcceptedBlockTitleArgs, 'locale'>>;
};

export type ActorCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ActorCount'] = ResolversParentTypes['ActorCount']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AlertResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Alert'] = ResolversParentTypes['Alert']> = {
  acknowledgedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acknowledgedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AlertDetailArgs, 'locale'>>;
  eventCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  events?: Resolver<ResolversTypes['AlertEventConnection'], ParentType, ContextType, RequireFields<AlertEventsArgs, 'first'>>;
  health?: Resolver<Maybe<ResolversTypes['Health']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AlertKind'], ParentType, ContextType>;
  lastEventAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  purgeClass?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  resolvedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  runbook?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType, RequireFields<AlertRunbookArgs, 'locale'>>;
  source?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AlertStatus'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AlertTitleArgs, 'locale'>>;
  track?: Resolver<Maybe<ResolversTypes['TrackId']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AlertConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AlertConnection'] = ResolversParentTypes['AlertConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AlertEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Alert']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AlertEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AlertEdge'] = ResolversParentTypes['AlertEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Alert'], ParentType, ContextType>;
};

export type AlertEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AlertEvent'] = ResolversParentTypes['AlertEvent']> = {
  eventId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
};

export type AlertEventConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AlertEventConnection'] = ResolversParentTypes['AlertEventConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AlertEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['AlertEvent']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AlertEventEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AlertEventEdge'] = ResolversParentTypes['AlertEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AlertEvent'], ParentType, ContextType>;
};

export type AlertPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AlertPayload'] = ResolversParentTypes['AlertPayload']> = {
  alert?: Resolver<Maybe<ResolversTypes['Alert']>, ParentType, ContextType>;
  alreadyAcknowledged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AnomalyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Anomaly'] = ResolversParentTypes['Anomaly']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AnomalyMessageArgs, 'locale'>>;
  step?: Resolver<ResolversTypes['StepId'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
};

export type ApiTokenResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiToken'] = ResolversParentTypes['ApiToken']> = {
  client?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organizations?: Resolver<Maybe<Array<ResolversTypes['Organization']>>, ParentType, ContextType>;
  prefix?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  unusableScopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ApiTokenConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiTokenConnection'] = ResolversParentTypes['ApiTokenConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ApiTokenEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ApiTokenEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ApiTokenEdge'] = ResolversParentTypes['ApiTokenEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ApiToken'], ParentType, ContextType>;
};

export type ApprovalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Approval'] = ResolversParentTypes['Approval']> = {
  acceptedBlocks?: Resolver<Maybe<Array<ResolversTypes['AcceptedBlock']>>, ParentType, ContextType>;
  comment?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  configurationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  configurationNameCheck?: Resolver<Maybe<ResolversTypes['Check']>, ParentType, ContextType>;
  decidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ApprovalDecidedByArgs, 'locale'>>;
  evidenceHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  imsOrgId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keyIdentifier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mayNotDecide?: Resolver<Maybe<ResolversTypes['UserErrorCode']>, ParentType, ContextType>;
  mayNotRefuse?: Resolver<Maybe<ResolversTypes['UserErrorCode']>, ParentType, ContextType>;
  noApprover?: Resolver<Maybe<ResolversTypes['NoApprover']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ApprovalReasonArgs, 'locale'>>;
  refusedBefore?: Resolver<Maybe<ResolversTypes['EarlierRefusal']>, ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ApprovalRequestedByArgs, 'locale'>>;
  status?: Resolver<ResolversTypes['ApprovalStatus'], ParentType, ContextType>;
  tenantId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  usable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  usableAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  voidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  withdrawnBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ApprovalWithdrawnByArgs, 'locale'>>;
};

export type AttestationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Attestation'] = ResolversParentTypes['Attestation']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<AttestationByArgs, 'locale'>>;
  reference?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statement?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AwsConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AwsConnection'] = ResolversParentTypes['AwsConnection']> = {
  externalId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  permissionsPolicy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  roleArn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trustPolicy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AzureCredentialResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AzureCredential'] = ResolversParentTypes['AzureCredential']> = {
  audience?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clientId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AzureCredentialKind'], ParentType, ContextType>;
  replacement?: Resolver<Maybe<ResolversTypes['CredentialReplacement']>, ParentType, ContextType>;
  subject?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AzureFederationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AzureFederation'] = ResolversParentTypes['AzureFederation']> = {
  audience?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AzureRoleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['AzureRole'] = ResolversParentTypes['AzureRole']> = {
  definition?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type BulkBlockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkBlock'] = ResolversParentTypes['BulkBlock']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<BulkBlockMessageArgs, 'locale'>>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export type BulkFindingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkFinding'] = ResolversParentTypes['BulkFinding']> = {
  checks?: Resolver<Array<ResolversTypes['Check']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StepStatus'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['StepId'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
};

export type BulkItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkItem'] = ResolversParentTypes['BulkItem']> = {
  code?: Resolver<Maybe<ResolversTypes['UserErrorCode']>, ParentType, ContextType>;
  findings?: Resolver<Array<ResolversTypes['BulkFinding']>, ParentType, ContextType>;
  keys?: Resolver<Array<ResolversTypes['BulkItemKey']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<BulkItemMessageArgs, 'locale'>>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['BulkOutcome']>, ParentType, ContextType>;
  outcomeMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<BulkItemOutcomeMessageArgs, 'locale'>>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BulkItemStatus'], ParentType, ContextType>;
};

export type BulkItemConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkItemConnection'] = ResolversParentTypes['BulkItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BulkItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['BulkItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type BulkItemEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkItemEdge'] = ResolversParentTypes['BulkItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BulkItem'], ParentType, ContextType>;
};

export type BulkItemKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkItemKey'] = ResolversParentTypes['BulkItemKey']> = {
  keyIdentifier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
  vaultResourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type BulkJobResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkJob'] = ResolversParentTypes['BulkJob']> = {
  action?: Resolver<ResolversTypes['BulkAction'], ParentType, ContextType>;
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  cancelledBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  items?: Resolver<ResolversTypes['BulkItemConnection'], ParentType, ContextType, RequireFields<BulkJobItemsArgs, 'first'>>;
  linksUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  linksWorkUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  needsAttention?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcomes?: Resolver<Array<ResolversTypes['BulkOutcomeCount']>, ParentType, ContextType>;
  refused?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['BulkStatus'], ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['StepId']>, ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  track?: Resolver<Maybe<ResolversTypes['TrackId']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type BulkJobConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkJobConnection'] = ResolversParentTypes['BulkJobConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BulkJobEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['BulkJob']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BulkJobEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkJobEdge'] = ResolversParentTypes['BulkJobEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['BulkJob'], ParentType, ContextType>;
};

export type BulkOutcomeCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkOutcomeCount'] = ResolversParentTypes['BulkOutcomeCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['BulkOutcome'], ParentType, ContextType>;
};

export type BulkPreviewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['BulkPreview'] = ResolversParentTypes['BulkPreview']> = {
  affected?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  blocked?: Resolver<Array<ResolversTypes['BulkBlock']>, ParentType, ContextType>;
  blockedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eligible?: Resolver<Array<ResolversTypes['Organization']>, ParentType, ContextType>;
};

export type ChatResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Chat'] = ResolversParentTypes['Chat']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  changedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['DigestFrequency'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChatKind'], ParentType, ContextType>;
  kinds?: Resolver<Array<ResolversTypes['InboxKind']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['DigestProblem']>, ParentType, ContextType>;
  quietHours?: Resolver<Maybe<ResolversTypes['QuietHours']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  testProblem?: Resolver<Maybe<ResolversTypes['DigestProblem']>, ParentType, ContextType>;
  testRequestedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  testedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ChatPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ChatPayload'] = ResolversParentTypes['ChatPayload']> = {
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CheckResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Check'] = ResolversParentTypes['Check']> = {
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CheckCauseArgs, 'locale'>>;
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expected?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CheckExpectedArgs, 'locale'>>;
  failure?: Resolver<Maybe<ResolversTypes['FailedCall']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  neverAccepted?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  observed?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CheckObservedArgs, 'locale'>>;
  overridable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  override?: Resolver<Maybe<ResolversTypes['CheckOverride']>, ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CheckRemedyArgs, 'locale'>>;
  rules?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CheckTitleArgs, 'locale'>>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
};

export type CheckDefinitionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CheckDefinition'] = ResolversParentTypes['CheckDefinition']> = {
  acceptable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  overridable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rules?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  step?: Resolver<ResolversTypes['StepId'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CheckDefinitionTitleArgs, 'locale'>>;
  track?: Resolver<Array<ResolversTypes['TrackId']>, ParentType, ContextType>;
};

export type CheckOverrideResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CheckOverride'] = ResolversParentTypes['CheckOverride']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<CheckOverrideByArgs, 'locale'>>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CheckpointVerificationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CheckpointVerification'] = ResolversParentTypes['CheckpointVerification']> = {
  brokenAt?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  lastEntries?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['CheckpointProblem']>, ParentType, ContextType>;
  valid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ClaimRuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ClaimRule'] = ResolversParentTypes['ClaimRule']> = {
  claim?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  grant?: Resolver<ResolversTypes['Grant'], ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClockMarkResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ClockMark'] = ResolversParentTypes['ClockMark']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  passed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ClockMarkTextArgs, 'locale'>>;
};

export type CloudConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CloudConnection'] = ResolversParentTypes['CloudConnection']> = {
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CloudConnectionCauseArgs, 'locale'>>;
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  clientId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  expiry?: Resolver<Maybe<ResolversTypes['CredentialExpiry']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ConnectionKind'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextCheckAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CloudConnectionRemedyArgs, 'locale'>>;
  replacement?: Resolver<Maybe<ResolversTypes['CredentialReplacement']>, ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['ConnectionState'], ParentType, ContextType>;
  subscriptionId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenantId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenantWarning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CloudConnectionTenantWarningArgs, 'locale'>>;
};

export type ConfirmationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Confirmation'] = ResolversParentTypes['Confirmation']> = {
  confirmedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  confirmedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ConfirmationRecordedByArgs, 'locale'>>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ConsequenceResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Consequence'] = ResolversParentTypes['Consequence']> = {
  rule?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CoolingOffResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CoolingOff'] = ResolversParentTypes['CoolingOff']> = {
  remainingSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['StepId'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type CopyValueResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CopyValue'] = ResolversParentTypes['CopyValue']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CreateApiTokenPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateApiTokenPayload'] = ResolversParentTypes['CreateApiTokenPayload']> = {
  apiToken?: Resolver<Maybe<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  token?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateHandOffPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateHandOffPayload'] = ResolversParentTypes['CreateHandOffPayload']> = {
  handOff?: Resolver<Maybe<ResolversTypes['HandOff']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreatePracticeOrganizationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreatePracticeOrganizationPayload'] = ResolversParentTypes['CreatePracticeOrganizationPayload']> = {
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type CreateWebhookPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CreateWebhookPayload'] = ResolversParentTypes['CreateWebhookPayload']> = {
  secret?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type CredentialExpiryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CredentialExpiry'] = ResolversParentTypes['CredentialExpiry']> = {
  daysLeft?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['CredentialExpiryState'], ParentType, ContextType>;
};

export type CredentialReplacementResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['CredentialReplacement'] = ResolversParentTypes['CredentialReplacement']> = {
  access?: Resolver<Maybe<ResolversTypes['AzureAccess']>, ParentType, ContextType>;
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CredentialReplacementCauseArgs, 'locale'>>;
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  clientId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  credentialKind?: Resolver<Maybe<ResolversTypes['AzureCredentialKind']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiry?: Resolver<Maybe<ResolversTypes['CredentialExpiry']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ConnectionKind'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nextCheckAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<CredentialReplacementRemedyArgs, 'locale'>>;
  state?: Resolver<ResolversTypes['ReplacementState'], ParentType, ContextType>;
  storedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  subscriptionId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tenantId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DelayResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Delay'] = ResolversParentTypes['Delay']> = {
  remainingSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DelaySentenceArgs, 'locale'>>;
  steps?: Resolver<Array<ResolversTypes['StepId']>, ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type DeleteViewPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeleteViewPayload'] = ResolversParentTypes['DeleteViewPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DeliveryAttemptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DeliveryAttempt'] = ResolversParentTypes['DeliveryAttempt']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  milliseconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  statusCode?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DriftResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Drift'] = ResolversParentTypes['Drift']> = {
  acceptable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  acceptedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  acceptedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  approved?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  harmful?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  now?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<DriftReasonArgs, 'locale'>>;
  seenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<DriftTitleArgs, 'locale'>>;
};

export type DryRunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DryRun'] = ResolversParentTypes['DryRun']> = {
  cancelledBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  causes?: Resolver<Array<ResolversTypes['ReadinessCause']>, ParentType, ContextType>;
  checked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organizations?: Resolver<ResolversTypes['ReadinessConnection'], ParentType, ContextType, RequireFields<DryRunOrganizationsArgs, 'first'>>;
  outcomes?: Resolver<Array<ResolversTypes['ReadinessCount']>, ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  startedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DryRunStatus'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  tracks?: Resolver<Array<ResolversTypes['TrackId']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DryRunConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DryRunConnection'] = ResolversParentTypes['DryRunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['DryRunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['DryRun']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type DryRunEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DryRunEdge'] = ResolversParentTypes['DryRunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['DryRun'], ParentType, ContextType>;
};

export type DryRunPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['DryRunPayload'] = ResolversParentTypes['DryRunPayload']> = {
  dryRun?: Resolver<Maybe<ResolversTypes['DryRun']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EarlierRefusalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EarlierRefusal'] = ResolversParentTypes['EarlierRefusal']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<EarlierRefusalByArgs, 'locale'>>;
  factsChanged?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EndSessionsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EndSessionsPayload'] = ResolversParentTypes['EndSessionsPayload']> = {
  ended?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EnvironmentResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Environment'] = ResolversParentTypes['Environment']> = {
  sandbox?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  signIn?: Resolver<Array<ResolversTypes['SignInProvider']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EventGridAddressPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['EventGridAddressPayload'] = ResolversParentTypes['EventGridAddressPayload']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ExpiringCredentialResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExpiringCredential'] = ResolversParentTypes['ExpiringCredential']> = {
  clientId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  credentialKind?: Resolver<ResolversTypes['AzureCredentialKind'], ParentType, ContextType>;
  expiry?: Resolver<ResolversTypes['CredentialExpiry'], ParentType, ContextType>;
  inUse?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ConnectionKind'], ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export type ExpiringCredentialConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExpiringCredentialConnection'] = ResolversParentTypes['ExpiringCredentialConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ExpiringCredentialEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['ExpiringCredential']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ExpiringCredentialEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExpiringCredentialEdge'] = ResolversParentTypes['ExpiringCredentialEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ExpiringCredential'], ParentType, ContextType>;
};

export type ExternalStatusResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ExternalStatus'] = ResolversParentTypes['ExternalStatus']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FailedCallResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FailedCall'] = ResolversParentTypes['FailedCall']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  host?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type FieldChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FieldChange'] = ResolversParentTypes['FieldChange']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FunnelWeekResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['FunnelWeek'] = ResolversParentTypes['FunnelWeek']> = {
  counts?: Resolver<Array<ResolversTypes['PhaseCount']>, ParentType, ContextType>;
  weekStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type GrantResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Grant'] = ResolversParentTypes['Grant']> = {
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['GrantRule']>, ParentType, ContextType>;
};

export type GrantRuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['GrantRule'] = ResolversParentTypes['GrantRule']> = {
  claim?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HandOffResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HandOff'] = ResolversParentTypes['HandOff']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  lastUsedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  revokedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  run?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
  uses?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HandOffPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HandOffPayload'] = ResolversParentTypes['HandOffPayload']> = {
  handOff?: Resolver<Maybe<ResolversTypes['HandOff']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type HandedOffResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HandedOff'] = ResolversParentTypes['HandedOff']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  done?: Resolver<Array<ResolversTypes['HandedOffStep']>, ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  later?: Resolver<Array<ResolversTypes['HandedOffStep']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  partner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['HandedOffStep']>, ParentType, ContextType>;
};

export type HandedOffPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HandedOffPayload'] = ResolversParentTypes['HandedOffPayload']> = {
  handedOff?: Resolver<Maybe<ResolversTypes['HandedOff']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type HandedOffStepResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HandedOffStep'] = ResolversParentTypes['HandedOffStep']> = {
  checks?: Resolver<Array<ResolversTypes['Check']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['StepId'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['Instructions']>, ParentType, ContextType, RequireFields<HandedOffStepInstructionsArgs, 'locale'>>;
  lookedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  looking?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mayAttest?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mayCheck?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<HandedOffStepSentenceArgs, 'locale'>>;
  status?: Resolver<ResolversTypes['StepStatus'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<HandedOffStepTitleArgs, 'locale'>>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
};

export type HeaderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Header'] = ResolversParentTypes['Header']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type HealthCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HealthCount'] = ResolversParentTypes['HealthCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
};

export type HeldApprovalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HeldApproval'] = ResolversParentTypes['HeldApproval']> = {
  run?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type HeldApprovalsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HeldApprovals'] = ResolversParentTypes['HeldApprovals']> = {
  nodes?: Resolver<Array<ResolversTypes['HeldApproval']>, ParentType, ContextType, RequireFields<HeldApprovalsNodesArgs, 'first'>>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type HistoryChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HistoryChange'] = ResolversParentTypes['HistoryChange']> = {
  entries?: Resolver<ResolversTypes['HistoryConnection'], ParentType, ContextType, RequireFields<HistoryChangeEntriesArgs, 'first'>>;
  first?: Resolver<ResolversTypes['HistoryEntry'], ParentType, ContextType>;
  runCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type HistoryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HistoryConnection'] = ResolversParentTypes['HistoryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['HistoryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['HistoryEntry']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type HistoryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HistoryEdge'] = ResolversParentTypes['HistoryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['HistoryEntry'], ParentType, ContextType>;
};

export type HistoryEntryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HistoryEntry'] = ResolversParentTypes['HistoryEntry']> = {
  actor?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<HistoryEntryActorArgs, 'locale'>>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  change?: Resolver<Maybe<ResolversTypes['HistoryChange']>, ParentType, ContextType>;
  data?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['HistoryField']>, ParentType, ContextType, RequireFields<HistoryEntryFieldsArgs, 'locale'>>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  previousHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  principal?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<HistoryEntrySummaryArgs, 'locale'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type HistoryFieldResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HistoryField'] = ResolversParentTypes['HistoryField']> = {
  format?: Resolver<ResolversTypes['HistoryFieldFormat'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type HistoryVerificationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['HistoryVerification'] = ResolversParentTypes['HistoryVerification']> = {
  brokenAt?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  checkpoints?: Resolver<ResolversTypes['CheckpointVerification'], ParentType, ContextType>;
  entries?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  ok?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ImportKeyRefusalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportKeyRefusal'] = ResolversParentTypes['ImportKeyRefusal']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  imsOrgId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keyIdentifier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ImportKeyRefusalMessageArgs, 'locale'>>;
  organizationName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
};

export type ImportKeyWarningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportKeyWarning'] = ResolversParentTypes['ImportKeyWarning']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  imsOrgId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keyIdentifier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ImportKeyWarningMessageArgs, 'locale'>>;
  organizationName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
};

export type ImportKeysResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportKeys'] = ResolversParentTypes['ImportKeys']> = {
  job?: Resolver<Maybe<ResolversTypes['BulkJob']>, ParentType, ContextType>;
  refused?: Resolver<Array<ResolversTypes['ImportKeyRefusal']>, ParentType, ContextType>;
  runsToStart?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  toProvide?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['ImportKeyWarning']>, ParentType, ContextType>;
};

export type ImportOrganizationsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportOrganizationsPayload'] = ResolversParentTypes['ImportOrganizationsPayload']> = {
  created?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  keys?: Resolver<Maybe<ResolversTypes['ImportKeys']>, ParentType, ContextType>;
  rejected?: Resolver<Array<ResolversTypes['ImportRejection']>, ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updated?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  updates?: Resolver<Array<ResolversTypes['ImportUpdate']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ImportRejectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportRejection'] = ResolversParentTypes['ImportRejection']> = {
  field?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ImportRejectionMessageArgs, 'locale'>>;
};

export type ImportUpdateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ImportUpdate'] = ResolversParentTypes['ImportUpdate']> = {
  changes?: Resolver<Array<ResolversTypes['FieldChange']>, ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export type InboxItemResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InboxItem'] = ResolversParentTypes['InboxItem']> = {
  actor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  alertId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  excerpt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['InboxKind'], ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  readAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  runId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['StepId']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<InboxItemTitleArgs>>;
  track?: Resolver<Maybe<ResolversTypes['TrackId']>, ParentType, ContextType>;
};

export type InboxItemConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InboxItemConnection'] = ResolversParentTypes['InboxItemConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InboxItemEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['InboxItem']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InboxItemEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InboxItemEdge'] = ResolversParentTypes['InboxItemEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['InboxItem'], ParentType, ContextType>;
};

export type InboxStateResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InboxState'] = ResolversParentTypes['InboxState']> = {
  unreadCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InstructionLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InstructionLine'] = ResolversParentTypes['InstructionLine']> = {
  checks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['InstructionProgress']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InstructionsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Instructions'] = ResolversParentTypes['Instructions']> = {
  lines?: Resolver<Array<ResolversTypes['InstructionLine']>, ParentType, ContextType>;
  remarks?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  scripts?: Resolver<Array<ResolversTypes['Script']>, ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  values?: Resolver<Array<ResolversTypes['CopyValue']>, ParentType, ContextType>;
};

export type InvitationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Invitation'] = ResolversParentTypes['Invitation']> = {
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  grants?: Resolver<Array<ResolversTypes['Grant']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  invitedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  invitedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['InvitationStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InvitationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InvitationConnection'] = ResolversParentTypes['InvitationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['InvitationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Invitation']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type InvitationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InvitationEdge'] = ResolversParentTypes['InvitationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Invitation'], ParentType, ContextType>;
};

export type InviteMemberPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['InviteMemberPayload'] = ResolversParentTypes['InviteMemberPayload']> = {
  invitation?: Resolver<Maybe<ResolversTypes['Invitation']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type KeyHealthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeyHealth'] = ResolversParentTypes['KeyHealth']> = {
  adobeWebhookUrl?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  health?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
  lookedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<KeyHealthSentenceArgs, 'locale'>>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  tracks?: Resolver<Array<ResolversTypes['TrackHealth']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type KeyIdentifierInspectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeyIdentifierInspection'] = ResolversParentTypes['KeyIdentifierInspection']> = {
  cloud?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  key?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  normalized?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problems?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  rules?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  vault?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type KeyPolicyReviewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeyPolicyReview'] = ResolversParentTypes['KeyPolicyReview']> = {
  current?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  denyingSids?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  extraPrincipals?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  keepsAdmin?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  merged?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  repeatedSids?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  statements?: Resolver<Array<ResolversTypes['KeyPolicyStatement']>, ParentType, ContextType>;
  template?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  templateProvidedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type KeyPolicyStatementResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeyPolicyStatement'] = ResolversParentTypes['KeyPolicyStatement']> = {
  found?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  foundSid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  parts?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  sid?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['KeyPolicyStatementState']>, ParentType, ContextType>;
  wanted?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KeyVersionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KeyVersion'] = ResolversParentTypes['KeyVersion']> = {
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  firstSeenAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  mayBeDisabledAfter?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type KmsKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KmsKey'] = ResolversParentTypes['KmsKey']> = {
  arn?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deletionDate?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  keyManager?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keySpec?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keyState?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  keyUsage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  multiRegion?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  origin?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rotation?: Resolver<Maybe<ResolversTypes['KmsRotation']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type KmsRotationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['KmsRotation'] = ResolversParentTypes['KmsRotation']> = {
  enabled?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  nextRotation?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  periodInDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type LastBlockedResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['LastBlocked'] = ResolversParentTypes['LastBlocked']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['Check']>, ParentType, ContextType>;
};

export type MarkInboxReadPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MarkInboxReadPayload'] = ResolversParentTypes['MarkInboxReadPayload']> = {
  changed?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  items?: Resolver<Maybe<Array<ResolversTypes['InboxItem']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member']> = {
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grants?: Resolver<Array<ResolversTypes['Grant']>, ParentType, ContextType>;
  holdings?: Resolver<Maybe<ResolversTypes['MemberHoldings']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  joinedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  lastSeenAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  removedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MemberConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MemberConnection'] = ResolversParentTypes['MemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Member']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  removedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MemberEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MemberEdge'] = ResolversParentTypes['MemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Member'], ParentType, ContextType>;
};

export type MemberHoldingsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MemberHoldings'] = ResolversParentTypes['MemberHoldings']> = {
  apiTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  handOffOrganizations?: Resolver<Array<ResolversTypes['Organization']>, ParentType, ContextType>;
  handOffs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openRuns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runOrganizations?: Resolver<Array<ResolversTypes['Organization']>, ParentType, ContextType>;
  sharedViews?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MemberPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['MemberPayload'] = ResolversParentTypes['MemberPayload']> = {
  member?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptDrift?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationAcceptDriftArgs, 'input'>>;
  acknowledgeAlert?: Resolver<ResolversTypes['AlertPayload'], ParentType, ContextType, RequireFields<MutationAcknowledgeAlertArgs, 'input'>>;
  addComment?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationAddCommentArgs, 'input'>>;
  approve?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationApproveArgs, 'input'>>;
  archiveOrganization?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationArchiveOrganizationArgs, 'input'>>;
  assignRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationAssignRunArgs, 'input'>>;
  attestHandedOff?: Resolver<ResolversTypes['HandedOffPayload'], ParentType, ContextType, RequireFields<MutationAttestHandedOffArgs, 'input'>>;
  attestStep?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationAttestStepArgs, 'input'>>;
  cancelBulk?: Resolver<ResolversTypes['StartBulkPayload'], ParentType, ContextType, RequireFields<MutationCancelBulkArgs, 'input'>>;
  cancelDryRun?: Resolver<ResolversTypes['DryRunPayload'], ParentType, ContextType, RequireFields<MutationCancelDryRunArgs, 'input'>>;
  cancelRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationCancelRunArgs, 'input'>>;
  cancelSetup?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationCancelSetupArgs, 'input'>>;
  changeGrants?: Resolver<ResolversTypes['MemberPayload'], ParentType, ContextType, RequireFields<MutationChangeGrantsArgs, 'input'>>;
  checkHandedOff?: Resolver<ResolversTypes['HandedOffPayload'], ParentType, ContextType, RequireFields<MutationCheckHandedOffArgs, 'input'>>;
  checkHealth?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationCheckHealthArgs, 'input'>>;
  confirmCja?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationConfirmCjaArgs, 'input'>>;
  confirmSetup?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationConfirmSetupArgs, 'input'>>;
  connectAdobe?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationConnectAdobeArgs, 'input'>>;
  connectAws?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationConnectAwsArgs, 'input'>>;
  connectAzure?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationConnectAzureArgs, 'input'>>;
  createApiToken?: Resolver<ResolversTypes['CreateApiTokenPayload'], ParentType, ContextType, RequireFields<MutationCreateApiTokenArgs, 'input'>>;
  createEventGridAddress?: Resolver<ResolversTypes['EventGridAddressPayload'], ParentType, ContextType, RequireFields<MutationCreateEventGridAddressArgs, 'input'>>;
  createHandOff?: Resolver<ResolversTypes['CreateHandOffPayload'], ParentType, ContextType, RequireFields<MutationCreateHandOffArgs, 'input'>>;
  createOrganization?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationCreateOrganizationArgs, 'input'>>;
  createPracticeOrganization?: Resolver<ResolversTypes['CreatePracticeOrganizationPayload'], ParentType, ContextType, RequireFields<MutationCreatePracticeOrganizationArgs, 'input'>>;
  createWebhook?: Resolver<ResolversTypes['CreateWebhookPayload'], ParentType, ContextType, RequireFields<MutationCreateWebhookArgs, 'input'>>;
  deleteView?: Resolver<ResolversTypes['DeleteViewPayload'], ParentType, ContextType, RequireFields<MutationDeleteViewArgs, 'input'>>;
  deleteWebhook?: Resolver<ResolversTypes['WebhookPayload'], ParentType, ContextType, RequireFields<MutationDeleteWebhookArgs, 'input'>>;
  disconnectAdobe?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationDisconnectAdobeArgs, 'input'>>;
  disconnectAws?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationDisconnectAwsArgs, 'input'>>;
  disconnectAzure?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationDisconnectAzureArgs, 'input'>>;
  endSession?: Resolver<ResolversTypes['EndSessionsPayload'], ParentType, ContextType, RequireFields<MutationEndSessionArgs, 'input'>>;
  endSessions?: Resolver<ResolversTypes['EndSessionsPayload'], ParentType, ContextType, RequireFields<MutationEndSessionsArgs, 'input'>>;
  importOrganizations?: Resolver<ResolversTypes['ImportOrganizationsPayload'], ParentType, ContextType, RequireFields<MutationImportOrganizationsArgs, 'input'>>;
  inviteMember?: Resolver<ResolversTypes['InviteMemberPayload'], ParentType, ContextType, RequireFields<MutationInviteMemberArgs, 'input'>>;
  markInboxRead?: Resolver<ResolversTypes['MarkInboxReadPayload'], ParentType, ContextType, RequireFields<MutationMarkInboxReadArgs, 'input'>>;
  overrideCheck?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationOverrideCheckArgs, 'input'>>;
  planSetup?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationPlanSetupArgs, 'input'>>;
  provideKey?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationProvideKeyArgs, 'input'>>;
  provideKeyPolicy?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationProvideKeyPolicyArgs, 'input'>>;
  recordTicket?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationRecordTicketArgs, 'input'>>;
  redeliver?: Resolver<ResolversTypes['WebhookPayload'], ParentType, ContextType, RequireFields<MutationRedeliverArgs, 'input'>>;
  refuse?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationRefuseArgs, 'input'>>;
  removeChat?: Resolver<ResolversTypes['ChatPayload'], ParentType, ContextType, RequireFields<MutationRemoveChatArgs, 'input'>>;
  removeMember?: Resolver<ResolversTypes['MemberPayload'], ParentType, ContextType, RequireFields<MutationRemoveMemberArgs, 'input'>>;
  requestApproval?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationRequestApprovalArgs, 'input'>>;
  restoreOrganization?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationRestoreOrganizationArgs, 'input'>>;
  retryStep?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationRetryStepArgs, 'input'>>;
  revokeApiToken?: Resolver<ResolversTypes['RevokeApiTokenPayload'], ParentType, ContextType, RequireFields<MutationRevokeApiTokenArgs, 'input'>>;
  revokeHandOff?: Resolver<ResolversTypes['HandOffPayload'], ParentType, ContextType, RequireFields<MutationRevokeHandOffArgs, 'input'>>;
  revokeInvitation?: Resolver<ResolversTypes['RevokeInvitationPayload'], ParentType, ContextType, RequireFields<MutationRevokeInvitationArgs, 'input'>>;
  rotateWebhookSecret?: Resolver<ResolversTypes['CreateWebhookPayload'], ParentType, ContextType, RequireFields<MutationRotateWebhookSecretArgs, 'input'>>;
  saveView?: Resolver<ResolversTypes['SavedViewPayload'], ParentType, ContextType, RequireFields<MutationSaveViewArgs, 'input'>>;
  setChat?: Resolver<ResolversTypes['ChatPayload'], ParentType, ContextType, RequireFields<MutationSetChatArgs, 'input'>>;
  setDefaultView?: Resolver<ResolversTypes['SavedViewPayload'], ParentType, ContextType, RequireFields<MutationSetDefaultViewArgs, 'input'>>;
  setNotificationSettings?: Resolver<ResolversTypes['SetNotificationSettingsPayload'], ParentType, ContextType, RequireFields<MutationSetNotificationSettingsArgs, 'input'>>;
  setPolicy?: Resolver<ResolversTypes['SetPolicyPayload'], ParentType, ContextType, RequireFields<MutationSetPolicyArgs, 'input'>>;
  setSignInPolicy?: Resolver<ResolversTypes['SetSignInPolicyPayload'], ParentType, ContextType, RequireFields<MutationSetSignInPolicyArgs, 'input'>>;
  startBulk?: Resolver<ResolversTypes['StartBulkPayload'], ParentType, ContextType, RequireFields<MutationStartBulkArgs, 'input'>>;
  startDryRun?: Resolver<ResolversTypes['DryRunPayload'], ParentType, ContextType, RequireFields<MutationStartDryRunArgs, 'input'>>;
  startRun?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationStartRunArgs, 'input'>>;
  startRuns?: Resolver<ResolversTypes['StartRunsPayload'], ParentType, ContextType, RequireFields<MutationStartRunsArgs, 'input'>>;
  submitConfiguration?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationSubmitConfigurationArgs, 'input'>>;
  testChat?: Resolver<ResolversTypes['ChatPayload'], ParentType, ContextType, RequireFields<MutationTestChatArgs, 'input'>>;
  testWebhook?: Resolver<ResolversTypes['WebhookPayload'], ParentType, ContextType, RequireFields<MutationTestWebhookArgs, 'input'>>;
  tryConnection?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationTryConnectionArgs, 'input'>>;
  updateOrganization?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationUpdateOrganizationArgs, 'input'>>;
  updateView?: Resolver<ResolversTypes['SavedViewPayload'], ParentType, ContextType, RequireFields<MutationUpdateViewArgs, 'input'>>;
  updateWebhook?: Resolver<ResolversTypes['WebhookPayload'], ParentType, ContextType, RequireFields<MutationUpdateWebhookArgs, 'input'>>;
  verify?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationVerifyArgs, 'input'>>;
  withdrawApproval?: Resolver<ResolversTypes['RunPayload'], ParentType, ContextType, RequireFields<MutationWithdrawApprovalArgs, 'input'>>;
  withdrawReplacement?: Resolver<ResolversTypes['OrganizationPayload'], ParentType, ContextType, RequireFields<MutationWithdrawReplacementArgs, 'input'>>;
};

export type NeededActionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NeededAction'] = ResolversParentTypes['NeededAction']> = {
  action?: Resolver<ResolversTypes['NextAction'], ParentType, ContextType>;
  position?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  run?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  urgency?: Resolver<ResolversTypes['TaskUrgency'], ParentType, ContextType>;
};

export type NeededActionConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NeededActionConnection'] = ResolversParentTypes['NeededActionConnection']> = {
  edges?: Resolver<Array<ResolversTypes['NeededActionEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['NeededAction']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalCountCapped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type NeededActionEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NeededActionEdge'] = ResolversParentTypes['NeededActionEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['NeededAction'], ParentType, ContextType>;
};

export type NextActionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NextAction'] = ResolversParentTypes['NextAction']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<NextActionLabelArgs, 'locale'>>;
  movesRun?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mutation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<NextActionReasonArgs, 'locale'>>;
  step?: Resolver<Maybe<ResolversTypes['StepId']>, ParentType, ContextType>;
  track?: Resolver<Maybe<ResolversTypes['TrackId']>, ParentType, ContextType>;
};

export type NodeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Alert' | 'ApiToken' | 'BulkJob' | 'DryRun' | 'HandOff' | 'HistoryEntry' | 'Invitation' | 'Member' | 'Organization' | 'Run' | 'SavedView' | 'Webhook' | 'WebhookDelivery', ParentType, ContextType>;
};

export type NotificationSettingsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['NotificationSettings'] = ResolversParentTypes['NotificationSettings']> = {
  address?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  digest?: Resolver<ResolversTypes['DigestFrequency'], ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isAvailable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kinds?: Resolver<Array<ResolversTypes['InboxKind']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  problem?: Resolver<Maybe<ResolversTypes['DigestProblem']>, ParentType, ContextType>;
  quietHours?: Resolver<Maybe<ResolversTypes['QuietHours']>, ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrganizationResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Organization'] = ResolversParentTypes['Organization']> = {
  adobeConnected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  adobeConnection?: Resolver<Maybe<ResolversTypes['CloudConnection']>, ParentType, ContextType>;
  archivedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  aws?: Resolver<Maybe<ResolversTypes['AwsConnection']>, ParentType, ContextType>;
  awsConnection?: Resolver<Maybe<ResolversTypes['CloudConnection']>, ParentType, ContextType>;
  azureConnected?: Resolver<Maybe<ResolversTypes['AzureAccess']>, ParentType, ContextType>;
  azureConnection?: Resolver<Maybe<ResolversTypes['CloudConnection']>, ParentType, ContextType>;
  azureCredential?: Resolver<Maybe<ResolversTypes['AzureCredential']>, ParentType, ContextType>;
  azureFederation?: Resolver<ResolversTypes['AzureFederation'], ParentType, ContextType>;
  azureRoles?: Resolver<Array<ResolversTypes['AzureRole']>, ParentType, ContextType>;
  azureTenantId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cloud?: Resolver<ResolversTypes['Cloud'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  currentRun?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imsOrgId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  invitedApprovers?: Resolver<Array<ResolversTypes['Invitation']>, ParentType, ContextType>;
  keyHealth?: Resolver<ResolversTypes['KeyHealth'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextActions?: Resolver<Array<ResolversTypes['OrganizationAction']>, ParentType, ContextType>;
  noApprover?: Resolver<Maybe<ResolversTypes['NoApprover']>, ParentType, ContextType>;
  ownsCja?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  permissions?: Resolver<Array<ResolversTypes['PermissionProbe']>, ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  region?: Resolver<ResolversTypes['Region'], ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, RequireFields<OrganizationRunsArgs, 'first'>>;
  settings?: Resolver<Array<ResolversTypes['OrganizationSetting']>, ParentType, ContextType, RequireFields<OrganizationSettingsArgs, 'locale'>>;
  shield?: Resolver<ResolversTypes['Shield'], ParentType, ContextType>;
  topAlert?: Resolver<Maybe<ResolversTypes['Alert']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrganizationActionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationAction'] = ResolversParentTypes['OrganizationAction']> = {
  mutation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  needsReason?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type OrganizationConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationConnection'] = ResolversParentTypes['OrganizationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrganizationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Organization']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrganizationEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationEdge'] = ResolversParentTypes['OrganizationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
};

export type OrganizationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationPayload'] = ResolversParentTypes['OrganizationPayload']> = {
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type OrganizationSettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationSetting'] = ResolversParentTypes['OrganizationSetting']> = {
  editable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  fixedBecause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrganizationsWithoutApproverResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['OrganizationsWithoutApprover'] = ResolversParentTypes['OrganizationsWithoutApprover']> = {
  nodes?: Resolver<Array<ResolversTypes['Organization']>, ParentType, ContextType, RequireFields<OrganizationsWithoutApproverNodesArgs, 'first'>>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PendingApprovalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PendingApproval'] = ResolversParentTypes['PendingApproval']> = {
  run?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
};

export type PendingApprovalConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PendingApprovalConnection'] = ResolversParentTypes['PendingApprovalConnection']> = {
  edges?: Resolver<Array<ResolversTypes['PendingApprovalEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['PendingApproval']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PendingApprovalEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PendingApprovalEdge'] = ResolversParentTypes['PendingApprovalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['PendingApproval'], ParentType, ContextType>;
};

export type PermissionProbeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PermissionProbe'] = ResolversParentTypes['PermissionProbe']> = {
  permission?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['PermissionState'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['StepId'], ParentType, ContextType>;
  track?: Resolver<Maybe<ResolversTypes['TrackId']>, ParentType, ContextType>;
};

export type PhaseCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PhaseCount'] = ResolversParentTypes['PhaseCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['RunPhase'], ParentType, ContextType>;
};

export type PlannedKeyLineResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlannedKeyLine'] = ResolversParentTypes['PlannedKeyLine']> = {
  keyIdentifier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  line?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  organizationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organizationName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
  vaultResourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PlannedKeyListResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PlannedKeyList'] = ResolversParentTypes['PlannedKeyList']> = {
  keys?: Resolver<Array<ResolversTypes['PlannedKeyLine']>, ParentType, ContextType>;
  rejected?: Resolver<Array<ResolversTypes['ImportRejection']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Policy'] = ResolversParentTypes['Policy']> = {
  approvalValidSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  coolingOffSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fourEyes?: Resolver<ResolversTypes['FourEyes'], ParentType, ContextType>;
  loosenedBy?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType, Partial<PolicyLoosenedByArgs>>;
  neverAccept?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  own?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['PolicyWarning']>, ParentType, ContextType>;
};

export type PolicyWarningResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['PolicyWarning'] = ResolversParentTypes['PolicyWarning']> = {
  code?: Resolver<ResolversTypes['PolicyWarningCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<PolicyWarningMessageArgs, 'locale'>>;
};

export type PortfolioResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Portfolio'] = ResolversParentTypes['Portfolio']> = {
  byHealth?: Resolver<Array<ResolversTypes['HealthCount']>, ParentType, ContextType>;
  byStatus?: Resolver<Array<ResolversTypes['StatusCount']>, ParentType, ContextType>;
  byStep?: Resolver<Array<ResolversTypes['StepCount']>, ParentType, ContextType>;
  checkedSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  funnel?: Resolver<Array<ResolversTypes['FunnelWeek']>, ParentType, ContextType, RequireFields<PortfolioFunnelArgs, 'weeks'>>;
  measuredRuns?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  needsYou?: Resolver<Array<ResolversTypes['NeededAction']>, ParentType, ContextType, RequireFields<PortfolioNeedsYouArgs, 'first'>>;
  openAlerts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  organizations?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  runs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  stepTimes?: Resolver<Array<ResolversTypes['StepTime']>, ParentType, ContextType>;
  taskGroups?: Resolver<Array<ResolversTypes['TaskGroup']>, ParentType, ContextType>;
  tasks?: Resolver<ResolversTypes['NeededActionConnection'], ParentType, ContextType, RequireFields<PortfolioTasksArgs, 'first'>>;
  waitingOn?: Resolver<Array<ResolversTypes['ActorCount']>, ParentType, ContextType>;
};

export type ProgressResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Progress'] = ResolversParentTypes['Progress']> = {
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  total?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ProvidedKeyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ProvidedKey'] = ResolversParentTypes['ProvidedKey']> = {
  identifier?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  providedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  resolvedIdentifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vaultResourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  alerts?: Resolver<ResolversTypes['AlertConnection'], ParentType, ContextType, RequireFields<QueryAlertsArgs, 'first'>>;
  apiTokens?: Resolver<ResolversTypes['ApiTokenConnection'], ParentType, ContextType, RequireFields<QueryApiTokensArgs, 'first'>>;
  approvalsVoidedBy?: Resolver<ResolversTypes['VoidedApprovals'], ParentType, ContextType, RequireFields<QueryApprovalsVoidedByArgs, 'approvalValidSeconds' | 'coolingOffSeconds' | 'fourEyes' | 'neverAccept'>>;
  assignees?: Resolver<Array<ResolversTypes['Member']>, ParentType, ContextType, RequireFields<QueryAssigneesArgs, 'first'>>;
  bulkJobs?: Resolver<ResolversTypes['BulkJobConnection'], ParentType, ContextType, RequireFields<QueryBulkJobsArgs, 'first'>>;
  bulkPreview?: Resolver<ResolversTypes['BulkPreview'], ParentType, ContextType, RequireFields<QueryBulkPreviewArgs, 'action'>>;
  chat?: Resolver<Maybe<ResolversTypes['Chat']>, ParentType, ContextType>;
  checkCatalog?: Resolver<Array<ResolversTypes['CheckDefinition']>, ParentType, ContextType>;
  colleagues?: Resolver<Array<ResolversTypes['Member']>, ParentType, ContextType, RequireFields<QueryColleaguesArgs, 'first' | 'organizationId'>>;
  dryRuns?: Resolver<ResolversTypes['DryRunConnection'], ParentType, ContextType, RequireFields<QueryDryRunsArgs, 'first'>>;
  environment?: Resolver<ResolversTypes['Environment'], ParentType, ContextType>;
  expiringCredentials?: Resolver<ResolversTypes['ExpiringCredentialConnection'], ParentType, ContextType, RequireFields<QueryExpiringCredentialsArgs, 'first'>>;
  handedOff?: Resolver<Maybe<ResolversTypes['HandedOff']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['HistoryConnection'], ParentType, ContextType, RequireFields<QueryHistoryArgs, 'first'>>;
  historyVerification?: Resolver<ResolversTypes['HistoryVerification'], ParentType, ContextType, Partial<QueryHistoryVerificationArgs>>;
  inspectKeyIdentifier?: Resolver<ResolversTypes['KeyIdentifierInspection'], ParentType, ContextType, RequireFields<QueryInspectKeyIdentifierArgs, 'cloud' | 'identifier' | 'locale'>>;
  invitations?: Resolver<ResolversTypes['InvitationConnection'], ParentType, ContextType, RequireFields<QueryInvitationsArgs, 'first'>>;
  lastOwner?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  members?: Resolver<ResolversTypes['MemberConnection'], ParentType, ContextType, RequireFields<QueryMembersArgs, 'first'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  organization?: Resolver<Maybe<ResolversTypes['Organization']>, ParentType, ContextType, Partial<QueryOrganizationArgs>>;
  organizations?: Resolver<ResolversTypes['OrganizationConnection'], ParentType, ContextType, RequireFields<QueryOrganizationsArgs, 'first' | 'orderBy'>>;
  organizationsWithoutApprover?: Resolver<ResolversTypes['OrganizationsWithoutApprover'], ParentType, ContextType, RequireFields<QueryOrganizationsWithoutApproverArgs, 'fourEyes'>>;
  pendingApprovals?: Resolver<ResolversTypes['PendingApprovalConnection'], ParentType, ContextType, RequireFields<QueryPendingApprovalsArgs, 'first' | 'orderBy'>>;
  plannedKeys?: Resolver<ResolversTypes['PlannedKeyList'], ParentType, ContextType, RequireFields<QueryPlannedKeysArgs, 'content'>>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  portfolio?: Resolver<ResolversTypes['Portfolio'], ParentType, ContextType>;
  probeVault?: Resolver<ResolversTypes['VaultProbe'], ParentType, ContextType, RequireFields<QueryProbeVaultArgs, 'keyIdentifier'>>;
  roles?: Resolver<Array<ResolversTypes['RoleScopes']>, ParentType, ContextType>;
  rules?: Resolver<Array<ResolversTypes['Rule']>, ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType, RequireFields<QueryRunArgs, 'id'>>;
  runOwners?: Resolver<Array<ResolversTypes['Member']>, ParentType, ContextType, RequireFields<QueryRunOwnersArgs, 'first'>>;
  runs?: Resolver<ResolversTypes['RunConnection'], ParentType, ContextType, RequireFields<QueryRunsArgs, 'first'>>;
  savedViews?: Resolver<Array<ResolversTypes['SavedView']>, ParentType, ContextType, RequireFields<QuerySavedViewsArgs, 'page'>>;
  search?: Resolver<Array<ResolversTypes['SearchHit']>, ParentType, ContextType, RequireFields<QuerySearchArgs, 'first' | 'text'>>;
  signInPolicy?: Resolver<ResolversTypes['SignInPolicy'], ParentType, ContextType>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  webhookEvents?: Resolver<Array<ResolversTypes['WebhookEvent']>, ParentType, ContextType>;
  webhooks?: Resolver<ResolversTypes['WebhookConnection'], ParentType, ContextType, RequireFields<QueryWebhooksArgs, 'first'>>;
};

export type QuietHoursResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['QuietHours'] = ResolversParentTypes['QuietHours']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReadinessResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Readiness'] = ResolversParentTypes['Readiness']> = {
  checkedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ReadinessMessageArgs, 'locale'>>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  outcome?: Resolver<Maybe<ResolversTypes['ReadinessOutcome']>, ParentType, ContextType>;
  skipped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  tracks?: Resolver<Array<ResolversTypes['ReadinessTrack']>, ParentType, ContextType>;
};

export type ReadinessCauseResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReadinessCause'] = ResolversParentTypes['ReadinessCause']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ReadinessCauseKind'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ReadinessCauseMessageArgs, 'locale'>>;
  outcome?: Resolver<ResolversTypes['ReadinessOutcome'], ParentType, ContextType>;
  step?: Resolver<Maybe<ResolversTypes['StepId']>, ParentType, ContextType>;
};

export type ReadinessCheckResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReadinessCheck'] = ResolversParentTypes['ReadinessCheck']> = {
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ReadinessCheckCauseArgs, 'locale'>>;
  expected?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ReadinessCheckExpectedArgs, 'locale'>>;
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  observed?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ReadinessCheckObservedArgs, 'locale'>>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ReadinessCheckRemedyArgs, 'locale'>>;
  rules?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<ReadinessCheckTitleArgs, 'locale'>>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
};

export type ReadinessConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReadinessConnection'] = ResolversParentTypes['ReadinessConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ReadinessEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Readiness']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReadinessCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReadinessCount'] = ResolversParentTypes['ReadinessCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ReadinessOutcome'], ParentType, ContextType>;
};

export type ReadinessEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReadinessEdge'] = ResolversParentTypes['ReadinessEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Readiness'], ParentType, ContextType>;
};

export type ReadinessStepResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReadinessStep'] = ResolversParentTypes['ReadinessStep']> = {
  actor?: Resolver<Maybe<ResolversTypes['Actor']>, ParentType, ContextType>;
  attested?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['ReadinessCheck']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['StepId'], ParentType, ContextType>;
  message?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<ReadinessStepMessageArgs, 'locale'>>;
  outcome?: Resolver<Maybe<ResolversTypes['ReadinessOutcome']>, ParentType, ContextType>;
};

export type ReadinessTrackResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['ReadinessTrack'] = ResolversParentTypes['ReadinessTrack']> = {
  id?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
  keyIdentifier?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['ReadinessOutcome'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['ReadinessStep']>, ParentType, ContextType>;
};

export type RevocationClockResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevocationClock'] = ResolversParentTypes['RevocationClock']> = {
  cause?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RevocationClockCauseArgs, 'locale'>>;
  marks?: Resolver<Array<ResolversTypes['ClockMark']>, ParentType, ContextType>;
  runbook?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType, RequireFields<RevocationClockRunbookArgs, 'locale'>>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type RevokeApiTokenPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeApiTokenPayload'] = ResolversParentTypes['RevokeApiTokenPayload']> = {
  apiToken?: Resolver<Maybe<ResolversTypes['ApiToken']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RevokeInvitationPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RevokeInvitationPayload'] = ResolversParentTypes['RevokeInvitationPayload']> = {
  invitation?: Resolver<Maybe<ResolversTypes['Invitation']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type RoleScopesResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RoleScopes'] = ResolversParentTypes['RoleScopes']> = {
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RuleResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Rule'] = ResolversParentTypes['Rule']> = {
  id?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  proof?: Resolver<Array<ResolversTypes['RuleProof']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RuleTitleArgs, 'locale'>>;
};

export type RuleProviderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RuleProvider'] = ResolversParentTypes['RuleProvider']> = {
  issuer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RunResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Run'] = ResolversParentTypes['Run']> = {
  anomalies?: Resolver<Array<ResolversTypes['Anomaly']>, ParentType, ContextType>;
  completedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  coolingOffs?: Resolver<Array<ResolversTypes['CoolingOff']>, ParentType, ContextType>;
  delays?: Resolver<Array<ResolversTypes['Delay']>, ParentType, ContextType>;
  dueAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  handOffs?: Resolver<Array<ResolversTypes['HandOff']>, ParentType, ContextType>;
  history?: Resolver<ResolversTypes['HistoryConnection'], ParentType, ContextType, RequireFields<RunHistoryArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mayAssign?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mayComment?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  nextActions?: Resolver<Array<ResolversTypes['NextAction']>, ParentType, ContextType>;
  nobodysTurnUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  owner?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  platformHost?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  policy?: Resolver<ResolversTypes['Policy'], ParentType, ContextType>;
  progress?: Resolver<ResolversTypes['Progress'], ParentType, ContextType>;
  refusedTracks?: Resolver<Array<ResolversTypes['TrackId']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<RunSentenceArgs, 'locale'>>;
  startedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
  task?: Resolver<Maybe<ResolversTypes['NeededAction']>, ParentType, ContextType>;
  tracks?: Resolver<Array<ResolversTypes['Track']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waitingOn?: Resolver<Array<ResolversTypes['Actor']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RunConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunConnection'] = ResolversParentTypes['RunConnection']> = {
  edges?: Resolver<Array<ResolversTypes['RunEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RunEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunEdge'] = ResolversParentTypes['RunEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
};

export type RunPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['RunPayload'] = ResolversParentTypes['RunPayload']> = {
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SavedViewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SavedView'] = ResolversParentTypes['SavedView']> = {
  changedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  default?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  madeBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  mayChange?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  own?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  page?: Resolver<ResolversTypes['SavedViewPage'], ParentType, ContextType>;
  search?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  shared?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SavedViewPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SavedViewPayload'] = ResolversParentTypes['SavedViewPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  view?: Resolver<Maybe<ResolversTypes['SavedView']>, ParentType, ContextType>;
};

export type ScriptResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Script'] = ResolversParentTypes['Script']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tool?: Resolver<ResolversTypes['ScriptTool'], ParentType, ContextType>;
};

export type SearchHitResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SearchHit'] = ResolversParentTypes['SearchHit']> = {
  matched?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organization?: Resolver<ResolversTypes['Organization'], ParentType, ContextType>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
};

export type SessionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Session'] = ResolversParentTypes['Session']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  current?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  endsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  idleSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastUsedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  provider?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userAgent?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SetNotificationSettingsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetNotificationSettingsPayload'] = ResolversParentTypes['SetNotificationSettingsPayload']> = {
  notificationSettings?: Resolver<Maybe<ResolversTypes['NotificationSettings']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetPolicyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetPolicyPayload'] = ResolversParentTypes['SetPolicyPayload']> = {
  policy?: Resolver<Maybe<ResolversTypes['Policy']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  warning?: Resolver<Maybe<ResolversTypes['PolicyWarning']>, ParentType, ContextType>;
};

export type SetSignInPolicyPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetSignInPolicyPayload'] = ResolversParentTypes['SetSignInPolicyPayload']> = {
  signInPolicy?: Resolver<Maybe<ResolversTypes['SignInPolicy']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SetupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Setup'] = ResolversParentTypes['Setup']> = {
  changes?: Resolver<Array<ResolversTypes['SetupChange']>, ParentType, ContextType>;
  confirmable?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  confirmedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  confirmedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<SetupConfirmedByArgs, 'locale'>>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  keyName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keyProtection?: Resolver<ResolversTypes['KeyProtection'], ParentType, ContextType>;
  keySize?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  location?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lock?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  network?: Resolver<ResolversTypes['SetupNetwork'], ParentType, ContextType>;
  planHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  plannedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  replanned?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SetupRequestedByArgs, 'locale'>>;
  resourceGroup?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rotateEveryMonths?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SetupSentenceArgs, 'locale'>>;
  status?: Resolver<ResolversTypes['SetupStatus'], ParentType, ContextType>;
  subscriptionId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vaultName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  workspaceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SetupChangeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetupChange'] = ResolversParentTypes['SetupChange']> = {
  after?: Resolver<Array<ResolversTypes['SetupSetting']>, ParentType, ContextType, RequireFields<SetupChangeAfterArgs, 'locale'>>;
  at?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  before?: Resolver<Array<ResolversTypes['SetupSetting']>, ParentType, ContextType, RequireFields<SetupChangeBeforeArgs, 'locale'>>;
  irreversible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SetupChangeKind'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['SetupChangeOutcome'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<SetupChangeProgressArgs, 'locale'>>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<SetupChangeReasonArgs, 'locale'>>;
  remedy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<SetupChangeRemedyArgs, 'locale'>>;
  result?: Resolver<Maybe<ResolversTypes['SetupChangeResult']>, ParentType, ContextType>;
  running?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SetupChangeTitleArgs, 'locale'>>;
};

export type SetupSettingResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SetupSetting'] = ResolversParentTypes['SetupSetting']> = {
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignInPolicyResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SignInPolicy'] = ResolversParentTypes['SignInPolicy']> = {
  providers?: Resolver<Array<ResolversTypes['RuleProvider']>, ParentType, ContextType>;
  rules?: Resolver<Array<ResolversTypes['ClaimRule']>, ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SignInProviderResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SignInProvider'] = ResolversParentTypes['SignInProvider']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type StartBulkPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StartBulkPayload'] = ResolversParentTypes['StartBulkPayload']> = {
  job?: Resolver<Maybe<ResolversTypes['BulkJob']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StartRunsPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StartRunsPayload'] = ResolversParentTypes['StartRunsPayload']> = {
  blocked?: Resolver<Array<ResolversTypes['BulkBlock']>, ParentType, ContextType>;
  startable?: Resolver<Array<ResolversTypes['Organization']>, ParentType, ContextType>;
  started?: Resolver<Array<ResolversTypes['Run']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type StatusCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StatusCount'] = ResolversParentTypes['StatusCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['RunStatus'], ParentType, ContextType>;
};

export type StepResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Step'] = ResolversParentTypes['Step']> = {
  actor?: Resolver<ResolversTypes['Actor'], ParentType, ContextType>;
  attestation?: Resolver<Maybe<ResolversTypes['Attestation']>, ParentType, ContextType>;
  checks?: Resolver<Array<ResolversTypes['Check']>, ParentType, ContextType>;
  coolingOffUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  externalStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  failure?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<StepFailureArgs, 'locale'>>;
  id?: Resolver<ResolversTypes['StepId'], ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['Instructions']>, ParentType, ContextType, RequireFields<StepInstructionsArgs, 'locale'>>;
  lastBlocked?: Resolver<Maybe<ResolversTypes['LastBlocked']>, ParentType, ContextType>;
  lookedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  looking?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mode?: Resolver<Maybe<ResolversTypes['StepMode']>, ParentType, ContextType>;
  nextLookAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<StepSentenceArgs, 'locale'>>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StepStatus'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<StepTitleArgs, 'locale'>>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
};

export type StepCountResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StepCount'] = ResolversParentTypes['StepCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StepStatus'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['StepId'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
};

export type StepTimeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['StepTime'] = ResolversParentTypes['StepTime']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  medianSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  openCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p90Seconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  party?: Resolver<ResolversTypes['Party'], ParentType, ContextType>;
  step?: Resolver<ResolversTypes['StepId'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
};

export type SubmissionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Submission'] = ResolversParentTypes['Submission']> = {
  body?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  bodySha256?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  externalId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  requestedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  requestedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<SubmissionRequestedByArgs, 'locale'>>;
  sends?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sentAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  statuses?: Resolver<Array<ResolversTypes['ExternalStatus']>, ParentType, ContextType>;
};

export type SubmissionPreviewResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['SubmissionPreview'] = ResolversParentTypes['SubmissionPreview']> = {
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<SubmissionPreviewBodyArgs>>;
  configurationNameCheck?: Resolver<ResolversTypes['Check'], ParentType, ContextType, RequireFields<SubmissionPreviewConfigurationNameCheckArgs, 'configurationName'>>;
  evidenceHash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  headers?: Resolver<Array<ResolversTypes['Header']>, ParentType, ContextType>;
  host?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  irreversible?: Resolver<Array<ResolversTypes['Consequence']>, ParentType, ContextType, RequireFields<SubmissionPreviewIrreversibleArgs, 'locale'>>;
  method?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  alertsChanged?: SubscriptionResolver<ResolversTypes['Alert'], "alertsChanged", ParentType, ContextType, Partial<SubscriptionAlertsChangedArgs>>;
  bulkJobChanged?: SubscriptionResolver<ResolversTypes['BulkJob'], "bulkJobChanged", ParentType, ContextType, RequireFields<SubscriptionBulkJobChangedArgs, 'id'>>;
  dryRunChanged?: SubscriptionResolver<ResolversTypes['DryRun'], "dryRunChanged", ParentType, ContextType, RequireFields<SubscriptionDryRunChangedArgs, 'id'>>;
  inboxChanged?: SubscriptionResolver<ResolversTypes['InboxState'], "inboxChanged", ParentType, ContextType>;
  keyHealthChanged?: SubscriptionResolver<ResolversTypes['Organization'], "keyHealthChanged", ParentType, ContextType, Partial<SubscriptionKeyHealthChangedArgs>>;
  runChanged?: SubscriptionResolver<ResolversTypes['Run'], "runChanged", ParentType, ContextType, RequireFields<SubscriptionRunChangedArgs, 'runId'>>;
  runsChanged?: SubscriptionResolver<ResolversTypes['Run'], "runsChanged", ParentType, ContextType, RequireFields<SubscriptionRunsChangedArgs, 'withRecent'>>;
};

export type TaskGroupResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TaskGroup'] = ResolversParentTypes['TaskGroup']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  countCapped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isProblem?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  label?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TaskGroupLabelArgs, 'locale'>>;
  mutation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  oldestSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type TicketResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Ticket'] = ResolversParentTypes['Ticket']> = {
  caseNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  openedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  recordedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<TicketRecordedByArgs, 'locale'>>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TrackResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Track'] = ResolversParentTypes['Track']> = {
  applicationId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  approval?: Resolver<Maybe<ResolversTypes['Approval']>, ParentType, ContextType>;
  configurationNameCheck?: Resolver<Maybe<ResolversTypes['Check']>, ParentType, ContextType, RequireFields<TrackConfigurationNameCheckArgs, 'configurationName'>>;
  confirmation?: Resolver<Maybe<ResolversTypes['Confirmation']>, ParentType, ContextType>;
  consentUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
  irreversible?: Resolver<Array<ResolversTypes['Consequence']>, ParentType, ContextType, RequireFields<TrackIrreversibleArgs, 'locale'>>;
  key?: Resolver<Maybe<ResolversTypes['ProvidedKey']>, ParentType, ContextType>;
  keyPolicy?: Resolver<Maybe<ResolversTypes['KeyPolicyReview']>, ParentType, ContextType>;
  kmsKey?: Resolver<Maybe<ResolversTypes['KmsKey']>, ParentType, ContextType>;
  noApprover?: Resolver<Maybe<ResolversTypes['NoApprover']>, ParentType, ContextType>;
  onlyConfigurationName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  preview?: Resolver<Maybe<ResolversTypes['SubmissionPreview']>, ParentType, ContextType>;
  setup?: Resolver<Maybe<ResolversTypes['Setup']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['StepStatus'], ParentType, ContextType>;
  steps?: Resolver<Array<ResolversTypes['Step']>, ParentType, ContextType>;
  submission?: Resolver<Maybe<ResolversTypes['Submission']>, ParentType, ContextType>;
  ticket?: Resolver<Maybe<ResolversTypes['Ticket']>, ParentType, ContextType>;
  ticketReady?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  ticketText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<TrackTicketTextArgs, 'locale'>>;
};

export type TrackHealthResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['TrackHealth'] = ResolversParentTypes['TrackHealth']> = {
  cause?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, RequireFields<TrackHealthCauseArgs, 'locale'>>;
  checks?: Resolver<Array<ResolversTypes['Check']>, ParentType, ContextType>;
  clock?: Resolver<Maybe<ResolversTypes['RevocationClock']>, ParentType, ContextType>;
  currentVersion?: Resolver<Maybe<ResolversTypes['KeyVersion']>, ParentType, ContextType>;
  drift?: Resolver<Array<ResolversTypes['Drift']>, ParentType, ContextType>;
  expiresAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  formerVersions?: Resolver<Array<ResolversTypes['KeyVersion']>, ParentType, ContextType>;
  health?: Resolver<ResolversTypes['Health'], ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<UserErrorMessageArgs, 'locale'>>;
};

export type VaultProbeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VaultProbe'] = ResolversParentTypes['VaultProbe']> = {
  addresses?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  cloud?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  exists?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  privateLink?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<VaultProbeSentenceArgs, 'locale'>>;
  tenantId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vaultUri?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  grants?: Resolver<Array<ResolversTypes['Grant']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inbox?: Resolver<Maybe<ResolversTypes['InboxItemConnection']>, ParentType, ContextType, RequireFields<ViewerInboxArgs, 'first' | 'unreadOnly'>>;
  kind?: Resolver<ResolversTypes['ViewerKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  notificationSettings?: Resolver<Maybe<ResolversTypes['NotificationSettings']>, ParentType, ContextType>;
  organizations?: Resolver<Maybe<Array<ResolversTypes['Organization']>>, ParentType, ContextType>;
  partner?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
  scopes?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  session?: Resolver<Maybe<ResolversTypes['Session']>, ParentType, ContextType>;
  sessions?: Resolver<Array<ResolversTypes['Session']>, ParentType, ContextType>;
  signInAgainUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unreadCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type VoidedApprovalResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VoidedApproval'] = ResolversParentTypes['VoidedApproval']> = {
  given?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['ApprovalVoidReason'], ParentType, ContextType>;
  run?: Resolver<ResolversTypes['Run'], ParentType, ContextType>;
  track?: Resolver<ResolversTypes['TrackId'], ParentType, ContextType>;
};

export type VoidedApprovalsResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['VoidedApprovals'] = ResolversParentTypes['VoidedApprovals']> = {
  held?: Resolver<ResolversTypes['HeldApprovals'], ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['VoidedApproval']>, ParentType, ContextType, RequireFields<VoidedApprovalsNodesArgs, 'first'>>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WebhookResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['Webhook'] = ResolversParentTypes['Webhook']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  createdBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deliveries?: Resolver<ResolversTypes['WebhookDeliveryConnection'], ParentType, ContextType, RequireFields<WebhookDeliveriesArgs, 'first'>>;
  disabledReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  enabled?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  failingSince?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organizations?: Resolver<Maybe<Array<ResolversTypes['Organization']>>, ParentType, ContextType>;
  pausedUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookConnection'] = ResolversParentTypes['WebhookConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['Webhook']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  attempts?: Resolver<Array<ResolversTypes['DeliveryAttempt']>, ParentType, ContextType>;
  body?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messageId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeliveryStatus'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WebhookDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<Array<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WebhookDeliveryEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookDeliveryEdge'] = ResolversParentTypes['WebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WebhookDelivery'], ParentType, ContextType>;
};

export type WebhookEdgeResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookEdge'] = ResolversParentTypes['WebhookEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Webhook'], ParentType, ContextType>;
};

export type WebhookEventResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookEvent'] = ResolversParentTypes['WebhookEvent']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<WebhookEventDescriptionArgs>>;
  example?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WebhookPayloadResolvers<ContextType = RequestContext, ParentType extends ResolversParentTypes['WebhookPayload'] = ResolversParentTypes['WebhookPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  webhook?: Resolver<Maybe<ResolversTypes['Webhook']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = RequestContext> = {
  AcceptedBlock?: AcceptedBlockResolvers<ContextType>;
  ActorCount?: ActorCountResolvers<ContextType>;
  Alert?: AlertResolvers<ContextType>;
  AlertConnection?: AlertConnectionResolvers<ContextType>;
  AlertEdge?: AlertEdgeResolvers<ContextType>;
  AlertEvent?: AlertEventResolvers<ContextType>;
  AlertEventConnection?: AlertEventConnectionResolvers<ContextType>;
  AlertEventEdge?: AlertEventEdgeResolvers<ContextType>;
  AlertPayload?: AlertPayloadResolvers<ContextType>;
  Anomaly?: AnomalyResolvers<ContextType>;
  ApiToken?: ApiTokenResolvers<ContextType>;
  ApiTokenConnection?: ApiTokenConnectionResolvers<ContextType>;
  ApiTokenEdge?: ApiTokenEdgeResolvers<ContextType>;
  Approval?: ApprovalResolvers<ContextType>;
  Attestation?: AttestationResolvers<ContextType>;
  AwsConnection?: AwsConnectionResolvers<ContextType>;
  AzureCredential?: AzureCredentialResolvers<ContextType>;
  AzureFederation?: AzureFederationResolvers<ContextType>;
  AzureRole?: AzureRoleResolvers<ContextType>;
  BulkBlock?: BulkBlockResolvers<ContextType>;
  BulkFinding?: BulkFindingResolvers<ContextType>;
  BulkItem?: BulkItemResolvers<ContextType>;
  BulkItemConnection?: BulkItemConnectionResolvers<ContextType>;
  BulkItemEdge?: BulkItemEdgeResolvers<ContextType>;
  BulkItemKey?: BulkItemKeyResolvers<ContextType>;
  BulkJob?: BulkJobResolvers<ContextType>;
  BulkJobConnection?: BulkJobConnectionResolvers<ContextType>;
  BulkJobEdge?: BulkJobEdgeResolvers<ContextType>;
  BulkOutcomeCount?: BulkOutcomeCountResolvers<ContextType>;
  BulkPreview?: BulkPreviewResolvers<ContextType>;
  Chat?: ChatResolvers<ContextType>;
  ChatPayload?: ChatPayloadResolvers<ContextType>;
  Check?: CheckResolvers<ContextType>;
  CheckDefinition?: CheckDefinitionResolvers<ContextType>;
  CheckOverride?: CheckOverrideResolvers<ContextType>;
  CheckpointVerification?: CheckpointVerificationResolvers<ContextType>;
  ClaimRule?: ClaimRuleResolvers<ContextType>;
  ClockMark?: ClockMarkResolvers<ContextType>;
  CloudConnection?: CloudConnectionResolvers<ContextType>;
  Confirmation?: ConfirmationResolvers<ContextType>;
  Consequence?: ConsequenceResolvers<ContextType>;
  CoolingOff?: CoolingOffResolvers<ContextType>;
  CopyValue?: CopyValueResolvers<ContextType>;
  CreateApiTokenPayload?: CreateApiTokenPayloadResolvers<ContextType>;
  CreateHandOffPayload?: CreateHandOffPayloadResolvers<ContextType>;
  CreatePracticeOrganizationPayload?: CreatePracticeOrganizationPayloadResolvers<ContextType>;
  CreateWebhookPayload?: CreateWebhookPayloadResolvers<ContextType>;
  CredentialExpiry?: CredentialExpiryResolvers<ContextType>;
  CredentialReplacement?: CredentialReplacementResolvers<ContextType>;
  DateTime?: GraphQLScalarType;
  Delay?: DelayResolvers<ContextType>;
  DeleteViewPayload?: DeleteViewPayloadResolvers<ContextType>;
  DeliveryAttempt?: DeliveryAttemptResolvers<ContextType>;
  Drift?: DriftResolvers<ContextType>;
  DryRun?: DryRunResolvers<ContextType>;
  DryRunConnection?: DryRunConnectionResolvers<ContextType>;
  DryRunEdge?: DryRunEdgeResolvers<ContextType>;
  DryRunPayload?: DryRunPayloadResolvers<ContextType>;
  EarlierRefusal?: EarlierRefusalResolvers<ContextType>;
  EndSessionsPayload?: EndSessionsPayloadResolvers<ContextType>;
  Environment?: EnvironmentResolvers<ContextType>;
  EventGridAddressPayload?: EventGridAddressPayloadResolvers<ContextType>;
  ExpiringCredential?: ExpiringCredentialResolvers<ContextType>;
  ExpiringCredentialConnection?: ExpiringCredentialConnectionResolvers<ContextType>;
  ExpiringCredentialEdge?: ExpiringCredentialEdgeResolvers<ContextType>;
  ExternalStatus?: ExternalStatusResolvers<ContextType>;
  FailedCall?: FailedCallResolvers<ContextType>;
  FieldChange?: FieldChangeResolvers<ContextType>;
  FunnelWeek?: FunnelWeekResolvers<ContextType>;
  Grant?: GrantResolvers<ContextType>;
  GrantRule?: GrantRuleResolvers<ContextType>;
  HandOff?: HandOffResolvers<ContextType>;
  HandOffPayload?: HandOffPayloadResolvers<ContextType>;
  HandedOff?: HandedOffResolvers<ContextType>;
  HandedOffPayload?: HandedOffPayloadResolvers<ContextType>;
  HandedOffStep?: HandedOffStepResolvers<ContextType>;
  Header?: HeaderResolvers<ContextType>;
  HealthCount?: HealthCountResolvers<ContextType>;
  HeldApproval?: HeldApprovalResolvers<ContextType>;
  HeldApprovals?: HeldApprovalsResolvers<ContextType>;
  HistoryChange?: HistoryChangeResolvers<ContextType>;
  HistoryConnection?: HistoryConnectionResolvers<ContextType>;
  HistoryEdge?: HistoryEdgeResolvers<ContextType>;
  HistoryEntry?: HistoryEntryResolvers<ContextType>;
  HistoryField?: HistoryFieldResolvers<ContextType>;
  HistoryVerification?: HistoryVerificationResolvers<ContextType>;
  ImportKeyRefusal?: ImportKeyRefusalResolvers<ContextType>;
  ImportKeyWarning?: ImportKeyWarningResolvers<ContextType>;
  ImportKeys?: ImportKeysResolvers<ContextType>;
  ImportOrganizationsPayload?: ImportOrganizationsPayloadResolvers<ContextType>;
  ImportRejection?: ImportRejectionResolvers<ContextType>;
  ImportUpdate?: ImportUpdateResolvers<ContextType>;
  InboxItem?: InboxItemResolvers<ContextType>;
  InboxItemConnection?: InboxItemConnectionResolvers<ContextType>;
  InboxItemEdge?: InboxItemEdgeResolvers<ContextType>;
  InboxState?: InboxStateResolvers<ContextType>;
  InstructionLine?: InstructionLineResolvers<ContextType>;
  Instructions?: InstructionsResolvers<ContextType>;
  Invitation?: InvitationResolvers<ContextType>;
  InvitationConnection?: InvitationConnectionResolvers<ContextType>;
  InvitationEdge?: InvitationEdgeResolvers<ContextType>;
  InviteMemberPayload?: InviteMemberPayloadResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  KeyHealth?: KeyHealthResolvers<ContextType>;
  KeyIdentifierInspection?: KeyIdentifierInspectionResolvers<ContextType>;
  KeyPolicyReview?: KeyPolicyReviewResolvers<ContextType>;
  KeyPolicyStatement?: KeyPolicyStatementResolvers<ContextType>;
  KeyVersion?: KeyVersionResolvers<ContextType>;
  KmsKey?: KmsKeyResolvers<ContextType>;
  KmsRotation?: KmsRotationResolvers<ContextType>;
  LastBlocked?: LastBlockedResolvers<ContextType>;
  MarkInboxReadPayload?: MarkInboxReadPayloadResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  MemberHoldings?: MemberHoldingsResolvers<ContextType>;
  MemberPayload?: MemberPayloadResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NeededAction?: NeededActionResolvers<ContextType>;
  NeededActionConnection?: NeededActionConnectionResolvers<ContextType>;
  NeededActionEdge?: NeededActionEdgeResolvers<ContextType>;
  NextAction?: NextActionResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NotificationSettings?: NotificationSettingsResolvers<ContextType>;
  Organization?: OrganizationResolvers<ContextType>;
  OrganizationAction?: OrganizationActionResolvers<ContextType>;
  OrganizationConnection?: OrganizationConnectionResolvers<ContextType>;
  OrganizationEdge?: OrganizationEdgeResolvers<ContextType>;
  OrganizationPayload?: OrganizationPayloadResolvers<ContextType>;
  OrganizationSetting?: OrganizationSettingResolvers<ContextType>;
  OrganizationsWithoutApprover?: OrganizationsWithoutApproverResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PendingApproval?: PendingApprovalResolvers<ContextType>;
  PendingApprovalConnection?: PendingApprovalConnectionResolvers<ContextType>;
  PendingApprovalEdge?: PendingApprovalEdgeResolvers<ContextType>;
  PermissionProbe?: PermissionProbeResolvers<ContextType>;
  PhaseCount?: PhaseCountResolvers<ContextType>;
  PlannedKeyLine?: PlannedKeyLineResolvers<ContextType>;
  PlannedKeyList?: PlannedKeyListResolvers<ContextType>;
  Policy?: PolicyResolvers<ContextType>;
  PolicyWarning?: PolicyWarningResolvers<ContextType>;
  Portfolio?: PortfolioResolvers<ContextType>;
  Progress?: ProgressResolvers<ContextType>;
  ProvidedKey?: ProvidedKeyResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  QuietHours?: QuietHoursResolvers<ContextType>;
  Readiness?: ReadinessResolvers<ContextType>;
  ReadinessCause?: ReadinessCauseResolvers<ContextType>;
  ReadinessCheck?: ReadinessCheckResolvers<ContextType>;
  ReadinessConnection?: ReadinessConnectionResolvers<ContextType>;
  ReadinessCount?: ReadinessCountResolvers<ContextType>;
  ReadinessEdge?: ReadinessEdgeResolvers<ContextType>;
  ReadinessStep?: ReadinessStepResolvers<ContextType>;
  ReadinessTrack?: ReadinessTrackResolvers<ContextType>;
  RevocationClock?: RevocationClockResolvers<ContextType>;
  RevokeApiTokenPayload?: RevokeApiTokenPayloadResolvers<ContextType>;
  RevokeInvitationPayload?: RevokeInvitationPayloadResolvers<ContextType>;
  RoleScopes?: RoleScopesResolvers<ContextType>;
  Rule?: RuleResolvers<ContextType>;
  RuleProvider?: RuleProviderResolvers<ContextType>;
  Run?: RunResolvers<ContextType>;
  RunConnection?: RunConnectionResolvers<ContextType>;
  RunEdge?: RunEdgeResolvers<ContextType>;
  RunPayload?: RunPayloadResolvers<ContextType>;
  SavedView?: SavedViewResolvers<ContextType>;
  SavedViewPayload?: SavedViewPayloadResolvers<ContextType>;
  Script?: ScriptResolvers<ContextType>;
  SearchHit?: SearchHitResolvers<ContextType>;
  Session?: SessionResolvers<ContextType>;
  SetNotificationSettingsPayload?: SetNotificationSettingsPayloadResolvers<ContextType>;
  SetPolicyPayload?: SetPolicyPayloadResolvers<ContextType>;
  SetSignInPolicyPayload?: SetSignInPolicyPayloadResolvers<ContextType>;
  Setup?: SetupResolvers<ContextType>;
  SetupChange?: SetupChangeResolvers<ContextType>;
  SetupSetting?: SetupSettingResolvers<ContextType>;
  SignInPolicy?: SignInPolicyResolvers<ContextType>;
  SignInProvider?: SignInProviderResolvers<ContextType>;
  StartBulkPayload?: StartBulkPayloadResolvers<ContextType>;
  StartRunsPayload?: StartRunsPayloadResolvers<ContextType>;
  StatusCount?: StatusCountResolvers<ContextType>;
  Step?: StepResolvers<ContextType>;
  StepCount?: StepCountResolvers<ContextType>;
  StepTime?: StepTimeResolvers<ContextType>;
  Submission?: SubmissionResolvers<ContextType>;
  SubmissionPreview?: SubmissionPreviewResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TaskGroup?: TaskGroupResolvers<ContextType>;
  Ticket?: TicketResolvers<ContextType>;
  Track?: TrackResolvers<ContextType>;
  TrackHealth?: TrackHealthResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VaultProbe?: VaultProbeResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  VoidedApproval?: VoidedApprovalResolvers<ContextType>;
  VoidedApprovals?: VoidedApprovalsResolvers<ContextType>;
  Webhook?: WebhookResolvers<ContextType>;
  WebhookConnection?: WebhookConnectionResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  WebhookEdge?: WebhookEdgeResolvers<ContextType>;
  WebhookEvent?: WebhookEventResolvers<ContextType>;
  WebhookPayload?: WebhookPayloadResolvers<ContextType>;
};

