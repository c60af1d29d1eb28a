/** Input of `acceptDrift`. */
export type AcceptDriftInput = {
  /** As in `Drift.field`. */
  field: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The organization. */
  organizationId: string;
  /** Why it is as wanted; kept in history. */
  reason: string;
  /** The track. */
  track: TrackId;
};

/** Input of `acknowledgeAlert`. */
export type AcknowledgeAlertInput = {
  /** What is being done about it; kept in history. */
  comment?: string | null | undefined;
  /** The alert. */
  id: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
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

/** A comment on a run, or on one of its tracks or steps. */
export type AddCommentInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /**
   * Members whom it names, at most 20; each must see the organization, and finds it in their inbox. The
   * text has their names as it was written.
   */
  mentions?: Array<string> | null | undefined;
  /** The run's ID. */
  runId: string;
  /** The step that it is about. Requires `track`. */
  step?: StepId | null | undefined;
  /** The comment, as plain text. */
  text: string;
  /** The track that it is about. */
  track?: TrackId | null | undefined;
};

/** Which alerts. What is given must all hold. */
export type AlertFilter = {
  /** One of these kinds. */
  kind?: Array<AlertKind> | null | undefined;
  /** Of one organization. */
  organizationId?: string | null | undefined;
  /** One of these statuses. */
  status?: Array<AlertStatus> | null | undefined;
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

/** Where an alert stands. */
export type AlertStatus =
  /** Somebody takes care of it. */
  | 'ACKNOWLEDGED'
  /** Nobody takes care of it yet. */
  | 'OPEN'
  /** What it was about has ended. */
  | 'RESOLVED';

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
  acceptedBlocks?: Array<string> | null | undefined;
  /** Kept with the approval and in the history. */
  comment?: string | null | undefined;
  /** The IMS organization ID, typed to confirm the organization. */
  confirmImsOrgId: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The run's ID. */
  runId: string;
  /** The track whose point of no return is approved. */
  track: TrackId;
};

/** The organization to archive. */
export type ArchiveOrganizationInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The organization's ID. */
  organizationId: string;
  /** Why it is archived. Required after a submission. */
  reason?: string | null | undefined;
};

/** What changes of who is responsible. */
export type AssignRunInput = {
  /** Until when it should be done. Null takes the date away; left out, it stays. */
  dueAt?: string | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** A member who sees the organization. Null takes the owner away; left out, the owner stays. */
  ownerId?: string | null | undefined;
  /** The run's ID. */
  runId: string;
};

/** The step to attest. */
export type AttestHandedOffInput = {
  /** The name of the person who states it. */
  by: string;
  /** What was done, and where it can be seen. */
  statement: string;
  /** The step. */
  step: StepId;
  /** Its track. */
  track: TrackId;
};

/** The step that was done, and how that is known. */
export type AttestStepInput = {
  /** The IMS organization ID, typed to confirm. Required if the step is a point of no return. */
  confirmImsOrgId?: string | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** A contract, ticket or order number; in the KEY step on AWS the key's ARN. */
  reference?: string | null | undefined;
  /** The run's ID. */
  runId: string;
  /** What was done, and how you know. */
  statement: string;
  /** The step that was done. */
  step: StepId;
  /** The step's track. */
  track: TrackId;
};

/** What a stored Azure credential is used for. */
export type AzureAccess =
  /** Keyway reads; people make changes. */
  | 'READ'
  /** Keyway reads and makes changes. */
  | 'WRITE';

/** How Keyway authenticates to Azure. */
export type AzureCredentialKind =
  /** A certificate. Its private key signs each sign-in and is never sent. */
  | 'CERTIFICATE'
  /** A client secret. */
  | 'CLIENT_SECRET'
  /** Workload identity federation. Keyway signs in as an identity provider and stores no secret. */
  | 'FEDERATED';

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
  id: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
};

/** The dry run to cancel. */
export type CancelDryRunInput = {
  /** The dry run. */
  id: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
};

/** The run to cancel. */
export type CancelRunInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** Why it is cancelled; kept in the history. */
  reason: string;
  /** The run's ID. */
  runId: string;
};

/** The set-up to cancel. */
export type CancelSetupInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The run's ID. */
  runId: string;
  /** The set-up's track. */
  track: TrackId;
};

/** What a member may do from now on. */
export type ChangeGrantsInput = {
  /** All grants that owners give: 1 to 100. Those of rules stay with their rule. */
  grants: Array<GrantInput>;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The member's ID. */
  memberId: string;
};

/** The partner has one chat, so nothing names it. */
export type ChatInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
};

/** A chat that takes messages by an incoming webhook. */
export type ChatKind =
  /** Slack, by an incoming webhook of an app. */
  | 'SLACK'
  /** Microsoft Teams, by a workflow that is started by a webhook. */
  | 'TEAMS';

/** The step to check. */
export type CheckHandedOffInput = {
  /** The step. */
  step: StepId;
  /** Its track. */
  track: TrackId;
};

/** Input of `checkHealth`. */
export type CheckHealthInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The organization. */
  organizationId: string;
};

/** Why a checkpoint isn't valid. */
export type CheckpointProblem =
  /** Its signature isn't that of one of the installation's keys. */
  | 'NOT_SIGNED'
  /** It was signed over other entries than history has: history was rewritten or cut off. */
  | 'OTHER_HISTORY'
  /** It doesn't follow the checkpoint before it: one was changed, added or deleted. */
  | 'OUT_OF_ORDER';

/** A rule that admits people. */
export type ClaimRuleInput = {
  /** The claim's name, such as `groups`. */
  claim: string;
  /** What it gives. */
  grant: GrantInput;
  /** The issuer of the provider that it holds for. With several providers it is needed. */
  issuer?: string | null | undefined;
  /** The value, compared exactly. */
  value: string;
};

/** Where Adobe hosts the organization's Experience Platform. */
export type Cloud =
  /** Amazon Web Services. */
  | 'AWS'
  /** Microsoft Azure. */
  | 'AZURE';

/** Adobe Customer Care's confirmation. */
export type ConfirmCjaInput = {
  /** When it was confirmed; null for now. */
  confirmedAt?: string | null | undefined;
  /** Who at Adobe confirmed it. */
  confirmedBy: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The run's ID. */
  runId: string;
  /** The confirmation, as Adobe wrote it. */
  text: string;
};

/** The plan to confirm. */
export type ConfirmSetupInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The hash of the plan that was reviewed. Refused if it is not the current one. */
  planHash: string;
  /** The run's ID. */
  runId: string;
  /** The plan's track. */
  track: TrackId;
};

/** A credential for Adobe. */
export type ConnectAdobeInput = {
  /** The client ID of the project in Adobe Developer Console. */
  clientId: string;
  /** The client secret. In sandbox mode it starts with `sandbox-`. */
  clientSecret: string;
  /** When the client secret expires, or when you have to replace it; null if that is not known. */
  clientSecretExpiresAt?: string | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The organization's ID. */
  organizationId: string;
  /** Adobe's scopes, such as `openid`, `AdobeID`, `read_organizations`. */
  scopes: Array<string>;
};

/** A role in AWS, or what it needs. */
export type ConnectAwsInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The organization's ID. */
  organizationId: string;
  /** The region of the key. */
  region?: string;
  /** `arn:aws:iam::{account}:role/{name}`; null to get the external ID and the policies first. */
  roleArn?: string | null | undefined;
};

/** A credential for Azure. */
export type ConnectAzureInput = {
  /** Whether Keyway may also make changes with it. */
  access?: AzureAccess;
  /**
   * A PEM with an unencrypted RSA private key of 2,048 bits or more and its certificate, in any order;
   * a chain is allowed. The key is encrypted at rest and never returned.
   */
  certificatePem?: string | null | undefined;
  /** The application (client) ID, a GUID. */
  clientId: string;
  /**
   * The client secret; in sandbox mode it starts with `sandbox-`. Exactly one of `clientSecret`,
   * `certificatePem` and `federated: true` is required.
   */
  clientSecret?: string | null | undefined;
  /**
   * When the client secret expires, as Entra shows it; null if that is not known. Refused with
   * `certificatePem`: a certificate has an expiry of its own.
   */
  clientSecretExpiresAt?: string | null | undefined;
  /**
   * Whether Entra trusts Keyway as an identity provider; nothing secret is stored. Enter the values of
   * `Organization.azureFederation` in Entra first.
   */
  federated?: boolean | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The organization's ID. */
  organizationId: string;
  /** The subscription ID, a GUID; null to search all subscriptions that the credential can read. */
  subscriptionId?: string | null | undefined;
  /** The ID of the customer's Entra tenant, a GUID. */
  tenantId: string;
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

/** A new API token. */
export type CreateApiTokenInput = {
  /** When it expires; null for never. A token expires no later than the token that creates it. */
  expiresAt?: string | null | undefined;
  /** A repeated request returns the same token for 24 hours. For that time it is stored encrypted. */
  idempotencyKey?: string | null | undefined;
  /** What it is for. */
  name: string;
  /** The organizations that it is limited to; null for all that its creator sees. */
  organizationIds?: Array<string> | null | undefined;
  /** The token's role, at most the creator's. */
  role: Role;
  /**
   * One or more of `read`, `runs:write`, `approve`, `admin`. Those that the role can't use are taken,
   * and listed in the token's `unusableScopes`.
   */
  scopes: Array<string>;
};

/** Input of `createEventGridAddress`. */
export type CreateEventGridAddressInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The organization's ID. */
  organizationId: string;
};

/** A hand-off to make. */
export type CreateHandOffInput = {
  /** Whose steps: `AZURE_ADMIN`, `ENTRA_ADMIN` or, on AWS, `AWS_ADMIN`. */
  actor: Actor;
  /** In 14 days if left out; at most 90 days from now. */
  expiresAt?: string | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** For whoever opens the link; up to 4,000 characters. */
  note?: string | null | undefined;
  /** The run. */
  runId: string;
};

/** A new organization. */
export type CreateOrganizationInput = {
  /** The ID of the customer's Entra tenant, a GUID. */
  azureTenantId?: string | null | undefined;
  /** Where Adobe hosts its Experience Platform. */
  cloud?: Cloud;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The IMS organization ID: 24 hexadecimal digits and `@AdobeOrg` (GL-09). */
  imsOrgId: string;
  /** The organization's name, 1 to 200 characters. */
  name: string;
  /** Whether Customer Journey Analytics was purchased. */
  ownsCja?: boolean;
  /** Adobe's hosting region. */
  region?: Region;
  /** The add-on that was purchased. */
  shield: Shield;
};

/** What to practice with. */
export type CreatePracticeOrganizationInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The language of its name, if it is created. */
  locale?: string | null | undefined;
  /** Which one. */
  scenario: PracticeScenario;
};

/** A new webhook. */
export type CreateWebhookInput = {
  /** Exact types, groups such as `run.*`, or `*` for all; `webhookEvents` has every type. */
  events: Array<string>;
  /** A repeated request returns the same secret for 24 hours. For that time it is stored encrypted. */
  idempotencyKey?: string | null | undefined;
  /** Up to 1,000 organizations whose events it gets; null for every one, later ones too. */
  organizationIds?: Array<string> | null | undefined;
  /** Where messages are sent: https and public, at most 2,000 characters, without user and password. */
  url: string;
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

/** The view to delete. */
export type DeleteViewInput = {
  /** The view. */
  id: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The `version` that was seen: where another one holds by now, nothing is deleted (`CONFLICT`). */
  ifVersion?: string | null | undefined;
};

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

/** Where a dry run stands. */
export type DryRunStatus =
  /** Somebody canceled it. */
  | 'CANCELLED'
  /** Every organization has a result, or was skipped. */
  | 'DONE'
  /** Workers read its organizations. */
  | 'RUNNING';

/** Which session to end. */
export type EndSessionInput = {
  /** The session. */
  id: string;
  /** Repeating a request with the same key within 24 hours changes nothing more. */
  idempotencyKey?: string | null | undefined;
};

/** Whose sessions to end. */
export type EndSessionsInput = {
  /** Repeating a request with the same key within 24 hours changes nothing more. */
  idempotencyKey?: string | null | undefined;
  /** The member; null for the caller. */
  memberId?: string | null | undefined;
};

/** Who has to approve. */
export type FourEyes =
  /** Any approver other than the requester. */
  | 'ANOTHER_MEMBER'
  /** An approver other than the requester whose grant is for this organization (the customer's own). */
  | 'OWN_APPROVER';

/** A role and its scope. */
export type GrantInput = {
  /** The organization that it is limited to; null for every organization of the partner. */
  organizationId?: string | null | undefined;
  /** The role. */
  role: Role;
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
  actor?: string | null | undefined;
  /** No entries of these kinds. */
  exceptKind?: Array<string> | null | undefined;
  /** Entries of these kinds. */
  kind?: Array<string> | null | undefined;
  /**
   * Of the entries that one change of a policy made, only the first that the other conditions find.
   * `HistoryEntry.change` has the others.
   */
  oncePerChange?: boolean | null | undefined;
  /** Entries about this organization. */
  organizationId?: string | null | undefined;
  /** Entries about this run. */
  runId?: string | null | undefined;
  /** Entries at or after this time. */
  since?: string | null | undefined;
  /** Entries before this time. */
  until?: string | null | undefined;
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

/** The organizations to import. */
export type ImportOrganizationsInput = {
  /**
   * The file's text, up to 5 MiB and 5,000 rows; 10,000 rows where it has a column for keys. CSV may
   * use commas, semicolons or tabs.
   */
  content: string;
  /** True: report what would happen and write nothing. */
  dryRun?: boolean;
  /** The format of `content`. */
  format: ImportFormat;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** What to do with rows whose organization exists and differs. */
  onExisting?: OnExisting | null | undefined;
  /** For rows with keys: start a run where the organization has no open one. Otherwise such keys are refused. */
  startRuns?: boolean | null | undefined;
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
  email: string;
  /** When it can no longer be accepted: 7 days from now unless set, at most 30. */
  expiresAt?: string | null | undefined;
  /** What the person may do, and where: 1 to 100. */
  grants: Array<GrantInput>;
  /** A repeated request returns the same link for 24 hours. For that time it is stored encrypted. */
  idempotencyKey?: string | null | undefined;
};

/** How the material of a key is kept. */
export type KeyProtection =
  /** In a hardware security module, in a Premium vault. */
  | 'HSM'
  /** By software, in a Standard vault. */
  | 'SOFTWARE';

/** What was read: `ids` or `allUntil`. */
export type MarkInboxReadInput = {
  /** Everything that came into the inbox up to then (`createdAt`). */
  allUntil?: string | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** Items of the inbox, at most 100. */
  ids?: Array<string> | null | undefined;
  /** False: unread again. */
  read?: boolean;
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

/** What an import does with organizations that exist. */
export type OnExisting =
  /** A row that differs is rejected; the organization keeps its details. */
  | 'SKIP'
  /**
   * A row that differs changes the organization as `updateOrganization` does. Empty cells keep their
   * value. A row with a detail that can't be changed is rejected.
   */
  | 'UPDATE';

/** All given conditions must hold. A list holds if one of its items does. */
export type OrganizationFilter = {
  /** True: only archived organizations. Otherwise: only those that are not. */
  archived?: boolean | null | undefined;
  /** Hosted on this cloud. */
  cloud?: Cloud | null | undefined;
  /** Whose current run is open and due within so many seconds, and not overdue. */
  dueWithinSeconds?: number | null | undefined;
  /** One of these states of health. */
  health?: Array<Health> | null | undefined;
  /** Organizations with these IDs, at most 1,000. */
  ids?: Array<string> | null | undefined;
  /** True: whose current run is open and past its due date. False: the others. */
  overdue?: boolean | null | undefined;
  /** Organizations whose current run this member is responsible for, unless it was cancelled. */
  ownerId?: string | null | undefined;
  /** Hosted in this region. */
  region?: Region | null | undefined;
  /** Organizations whose current run has one of these statuses. */
  runStatus?: Array<RunStatus> | null | undefined;
  /** Whose current run has been without progress for at least this long; see `RunFilter`. */
  stuckForSeconds?: number | null | undefined;
  /**
   * Text in the name or the IMS organization ID, case-insensitive. One or two characters: in the name
   * only.
   */
  text?: string | null | undefined;
  /** True: whose current run is open and nobody’s. False: the others. */
  unassigned?: boolean | null | undefined;
  /** True: whose current run is open and has no due date. False: the others. */
  undated?: boolean | null | undefined;
  /** Organizations whose current run waits on one of these actors. */
  waitingOn?: Array<Actor> | null | undefined;
};

/** The organization that the mutation is for. */
export type OrganizationIdInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The organization's ID. */
  organizationId: string;
};

/** What organizations are ordered by. */
export type OrganizationOrder =
  /** Whose open run is due first, first; then those without a due date, by name. */
  | 'DUE'
  /** Name, case-insensitive. */
  | 'NAME';

/** The check to accept. */
export type OverrideCheckInput = {
  /** The check's ID, such as `vaultRetentionIsLong`. */
  check: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** Why the risk is accepted; shown on the approval. */
  reason: string;
  /** The run's ID. */
  runId: string;
  /** The check's track. */
  track: TrackId;
};

/** Who is waited for. */
export type Party =
  /** Adobe: activation and confirmation. */
  | 'ADOBE'
  /** The customer’s administrators in Azure, Entra or AWS. */
  | 'CUSTOMER'
  /** Those who work with Keyway: set-up, approval and submission. */
  | 'PARTNER';

/** What pending approvals are ordered by. */
export type PendingApprovalOrder =
  /** The organization's name, case-insensitive. */
  | 'NAME'
  /** The longest wait first. */
  | 'SINCE';

/** Whether the stored credential has a permission. */
export type PermissionState =
  /** Azure lists it, or a call that needs it succeeded with the stored credential. */
  | 'GRANTED'
  /** Azure refused a call for it, or doesn't list it. */
  | 'MISSING'
  /** No call with the stored credential needed it, and Azure doesn't say. */
  | 'UNKNOWN';

/** What Keyway sets up. What is there already is used and not changed. */
export type PlanSetupInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The key's name: 1 to 127 letters, digits and hyphens (KID-04). */
  keyName: string;
  /** How the key's material is kept. `HSM` needs a Premium vault (KV-07). */
  keyProtection?: KeyProtection;
  /** The size of a new key in bits: 3072 or 4096 (AEP-13). */
  keySize?: number;
  /** Azure's name of the region of a new vault, such as `westeurope`. */
  location: string;
  /** Whether the vault gets a lock against deletion, where the credential may add one. */
  lock?: boolean;
  /** The network of a new vault. The network of an existing one is never opened. */
  network?: SetupNetwork;
  /** An existing resource group of the subscription. */
  resourceGroup: string;
  /** Months until Azure makes a new version of the key, 1 to 24 (ROT-04); null: no rotation is set. */
  rotateEveryMonths?: number | null | undefined;
  /** The run's ID. */
  runId: string;
  /** The subscription. Without it, the one that the connection names. */
  subscriptionId?: string | null | undefined;
  /** The track that will use the key. Each track has a vault of its own (VAL-08). */
  track: TrackId;
  /** The vault's name: 3 to 24 letters, digits and hyphens, unique in all of Azure (KID-03, KV-08). */
  vaultName: string;
  /** The Log Analytics workspace that gets the audit log, by its ARM resource ID; null: none is set. */
  workspaceId?: string | null | undefined;
};

/**
 * A key that is planned for a track. One of `organizationId` and `imsOrgId`; where both are given, they
 * must be of the same organization.
 */
export type PlannedKeyInput = {
  /** The organization by its IMS organization ID. */
  imsOrgId?: string | null | undefined;
  /** A key identifier, or a key ARN on AWS. What a run would refuse is reported as the result. */
  keyIdentifier: string;
  /** The organization. */
  organizationId?: string | null | undefined;
  /** The track. */
  track: TrackId;
  /**
   * The vault's ARM resource ID, where it can't be found by its name. What `provideKey` would refuse is
   * reported as the result.
   */
  vaultResourceId?: string | null | undefined;
};

/** Why a policy can't work as it is. */
export type PolicyWarningCode =
  /** An approval expires before its cooling-off period ends, or with it: nothing can ever be submitted. */
  | 'NEVER_USABLE';

/** What the sandbox lays out for an organization to practice with. */
export type PracticeScenario =
  /** A vault without purge protection, which somebody has to correct first. */
  | 'BROKEN'
  /** Everything is right: the whole set-up succeeds. */
  | 'GOOD';

/** The key of a track. */
export type ProvideKeyInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The key identifier, such as `https://contoso-cmk.vault.azure.net/keys/aep`. */
  keyIdentifier: string;
  /** The run's ID. */
  runId: string;
  /** The track that will use the key. */
  track: TrackId;
  /** The vault's ARM resource ID. Without it, the vault is found by name in the subscription. */
  vaultResourceId?: string | null | undefined;
};

/** The key policy of the organization's page at Adobe. */
export type ProvideKeyPolicyInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /**
   * The policy as the page shows it, at most 32,768 characters. Comments and trailing commas are
   * ignored (AWS-07). A text that isn't a policy is refused with its line and character.
   */
  policy: string;
  /** The run's ID. */
  runId: string;
};

/** Hours of the day in which nothing is sent. `until` may be on the next day. */
export type QuietHoursInput = {
  /** Hours and minutes, such as `22:00`. */
  from: string;
  /** The first minute that is not quiet, such as `07:30`. */
  until: string;
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

/** The case that was opened at Adobe Customer Care. */
export type RecordTicketInput = {
  /** Adobe's case number. */
  caseNumber: string;
  /** The IMS organization ID, typed to confirm the organization. Optional. */
  confirmImsOrgId?: string | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** When it was opened; null for now. */
  openedAt?: string | null | undefined;
  /** The run's ID. */
  runId: string;
  /** The URL of the case; it starts with `https://`. */
  url?: string | null | undefined;
};

/** A delivery to send again. */
export type RedeliverInput = {
  /** The delivery's ID. */
  deliveryId: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
};

/** The request to refuse. */
export type RefuseInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** Why; shown to the person who requested it. */
  reason: string;
  /** The run's ID. */
  runId: string;
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
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The member's ID. */
  memberId: string;
  /** Why, for the history. */
  reason?: string | null | undefined;
};

/** The result of the last test of a credential that is to replace a stored one. */
export type ReplacementState =
  /** The cloud refused it: see `cause` and `remedy`. The former credential is still in use. */
  | 'FAILED'
  /** Not tested yet. If the cloud could not be reached, `message` says why. */
  | 'PENDING';

/** The API token to revoke. */
export type RevokeApiTokenInput = {
  /** The token's ID. */
  id: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
};

/** The hand-off to close. */
export type RevokeHandOffInput = {
  /** The hand-off. */
  id: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
};

/** The invitation to close. */
export type RevokeInvitationInput = {
  /** The invitation's ID. */
  id: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
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

/** All given conditions must hold. A list holds if one of its items does. */
export type RunFilter = {
  /**
   * True: only runs of archived organizations. False: only runs of the others. Default: false, except
   * for organizations in `organizationIds`.
   */
  archived?: boolean | null | undefined;
  /** Open runs that are due within so many seconds and are not overdue. */
  dueWithinSeconds?: number | null | undefined;
  /** Runs of these organizations. */
  organizationIds?: Array<string> | null | undefined;
  /** True: open runs past their due date. False: the others. */
  overdue?: boolean | null | undefined;
  /** Runs that this member is responsible for. */
  ownerId?: string | null | undefined;
  /** Runs in one of these statuses. */
  status?: Array<RunStatus> | null | undefined;
  /** The step; see `track`. */
  step?: StepId | null | undefined;
  /** The step's status; see `track`. */
  stepStatus?: Array<StepStatus> | null | undefined;
  /**
   * Open runs without progress for at least this long: with a step whose status has not changed for so
   * many seconds. Checks that find the same again are no progress.
   */
  stuckForSeconds?: number | null | undefined;
  /** Open runs with a step whose status has not changed since this time. */
  stuckSince?: string | null | undefined;
  /** Text in the organization's name or IMS organization ID, case-insensitive. */
  text?: string | null | undefined;
  /** The track. One step must match `track`, `step` and `stepStatus` together. */
  track?: TrackId | null | undefined;
  /** True: open runs that nobody is responsible for. False: the others. */
  unassigned?: boolean | null | undefined;
  /** True: open runs without a due date. False: the others. */
  undated?: boolean | null | undefined;
  /** Runs that wait on one of these actors. */
  waitingOn?: Array<Actor> | null | undefined;
};

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
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The run's ID. */
  runId: string;
  /** The failed step. */
  step: StepId;
  /** The step's track. */
  track: TrackId;
};

/** The track to request approval for. */
export type RunTrackInput = {
  /** The configuration name to approve. Without it, the approval is for any name. AEP only. */
  configurationName?: string | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The run's ID. */
  runId: string;
  /** The track to approve. */
  track: TrackId;
};

/** The view to save. */
export type SaveViewInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** At most 80 characters. Unique among one's private views, or among those shared with the same people; upper and lower case are the same. */
  name: string;
  /** The page that it is of. */
  page: SavedViewPage;
  /** An object of at most 40 parameters: texts, numbers, true, false, or lists of texts; at most 4,000 characters as JSON. */
  search: unknown;
  /** Whether others see it. */
  shared?: boolean;
};

/** A page of the console that has views. */
export type SavedViewPage =
  /** The list of organizations. */
  | 'ORGANIZATIONS'
  /** The home page with the matrix. */
  | 'PORTFOLIO';

/** What a chat is sent, and where it is. */
export type SetChatInput = {
  /** How often. */
  digest: DigestFrequency;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** Which one. */
  kind: ChatKind;
  /**
   * Of what: `APPROVAL_REQUESTED`, `APPROVAL_GRANTED`, `APPROVAL_REFUSED`, `RUN_BLOCKED`, `RUN_FAILED`,
   * `HEALTH`; left out: of all of these.
   */
  kinds?: Array<InboxKind> | null | undefined;
  /** The language of its messages, `en` (where it is left out) or `es`. */
  language?: string | null | undefined;
  /** Left out: there are none. */
  quietHours?: QuietHoursInput | null | undefined;
  /** A name of the IANA time zone database, such as `Europe/Madrid`. */
  timeZone: string;
  /** The address of its incoming webhook, by https. Left out: it stays, for a chat of the same kind. */
  url?: string | null | undefined;
};

/** The view that a page opens with. */
export type SetDefaultViewInput = {
  /** A view of this page; null: none. */
  id?: string | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The page. */
  page: SavedViewPage;
};

/** What the viewer wants to be sent. It replaces all that they chose before. */
export type SetNotificationSettingsInput = {
  /** How often. */
  digest: DigestFrequency;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** Of what; left out: of everything. */
  kinds?: Array<InboxKind> | null | undefined;
  /** The language of digests, `en` (where it is left out) or `es`. */
  language?: string | null | undefined;
  /** Left out: there are none. */
  quietHours?: QuietHoursInput | null | undefined;
  /** A name of the IANA time zone database, such as `Europe/Madrid`. */
  timeZone: string;
};

/** What changes. What is null stays as it is. */
export type SetPolicyInput = {
  /** A minute to 90 days. */
  approvalValidSeconds?: number | null | undefined;
  /** 0 to 30 days. */
  coolingOffSeconds?: number | null | undefined;
  /** Who has to approve. */
  fourEyes?: FourEyes | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The `version` that the change was made to: where another one holds by now, nothing is changed (`CONFLICT`). */
  ifVersion?: string | null | undefined;
  /** True: the organization follows the partner's policy again; nothing else may be given then. */
  inherit?: boolean | null | undefined;
  /** Replaces the list. */
  neverAccept?: Array<string> | null | undefined;
  /** The organization; left out, the partner's policy is changed. */
  organizationId?: string | null | undefined;
};

/** All rules from now on. */
export type SetSignInPolicyInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The `version` that the rules were made of: where other rules are there by now, nothing is changed (`CONFLICT`). */
  ifVersion?: string | null | undefined;
  /** At most 100. */
  rules: Array<ClaimRuleInput>;
};

/** Who reaches a new vault. */
export type SetupNetwork =
  /** Everybody who has a role (AEP-08). */
  | 'OPEN'
  /** Adobe's address and trusted Microsoft services (AEP-09). */
  | 'RESTRICTED';

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

/** The action, and the organizations to do it for. */
export type StartBulkInput = {
  /** What to do. */
  action: BulkAction;
  /** CREATE_HAND_OFFS needs it: whom the links are for. */
  actor?: Actor | null | undefined;
  /** ASSIGN: when the runs should be done. */
  dueAt?: string | null | undefined;
  /** CREATE_HAND_OFFS: 14 days from then by default, at most 90. */
  expiresAt?: string | null | undefined;
  /** A filter that at most 10,000 organizations match. With both, those that match both. */
  filter?: OrganizationFilter | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** CREATE_HAND_OFFS: what the links' page says besides. */
  note?: string | null | undefined;
  /** IDs of organizations, at most 10,000. */
  organizationIds?: Array<string> | null | undefined;
  /** ASSIGN: who becomes responsible. Null takes the owner away, left out leaves them; so does `dueAt`. */
  ownerId?: string | null | undefined;
  /** CANCEL_RUNS needs it: why. */
  reason?: string | null | undefined;
  /** ATTEST_STEPS: a reference, such as a contract number. */
  reference?: string | null | undefined;
  /** ATTEST_STEPS needs it: what was done, and how the person knows. */
  statement?: string | null | undefined;
  /** RETRY_STEPS and ATTEST_STEPS need it. */
  step?: StepId | null | undefined;
  /** REQUEST_APPROVAL, RETRY_STEPS and ATTEST_STEPS need it; VERIFY may have it. */
  track?: TrackId | null | undefined;
};

/** The organizations to check, and the keys that are planned for them. */
export type StartDryRunInput = {
  /** A filter that at most 2,000 organizations match. With both, those that match both. */
  filter?: OrganizationFilter | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /**
   * Keys that are planned; where none is, the key of the latest run. Without `organizationIds` and
   * `filter`, the dry run is about these organizations.
   */
  keys?: Array<PlannedKeyInput> | null | undefined;
  /** IDs of organizations, at most 2,000. */
  organizationIds?: Array<string> | null | undefined;
  /** Both by default; at least one. An organization to which none of them applies is reported as BLOCKED. */
  tracks?: Array<TrackId> | null | undefined;
};

/** The organization to start a run for. */
export type StartRunInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The organization's ID. */
  organizationId: string;
};

/** The organizations to start runs for. With both fields, those that match both. */
export type StartRunsInput = {
  /** True: report what would happen and write nothing. */
  dryRun?: boolean;
  /** A filter that at most 500 organizations match. */
  filter?: OrganizationFilter | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** IDs of organizations, at most 500. */
  organizationIds?: Array<string> | null | undefined;
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

/** What to submit to Adobe. */
export type SubmitConfigurationInput = {
  /** The configuration's name. If the approval names one, it must be that one. */
  configurationName: string;
  /** The IMS organization ID, typed to confirm the organization. */
  confirmImsOrgId: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The run's ID. */
  runId: string;
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

/** AEP: Experience Platform. CJA: Customer Journey Analytics. Journey Optimizer needs both (AJO-01). */
export type TrackId =
  /** Adobe Experience Platform. */
  | 'AEP'
  /** Customer Journey Analytics. */
  | 'CJA';

/** The stored credential to test. */
export type TryConnectionInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The cloud that the credential is for. */
  kind: ConnectionKind;
  /** The organization's ID. */
  organizationId: string;
};

/** The details to change. */
export type UpdateOrganizationInput = {
  /** The ID of the customer's Entra tenant, a GUID. An empty text removes it. */
  azureTenantId?: string | null | undefined;
  /** Where Adobe hosts its Experience Platform. */
  cloud?: Cloud | null | undefined;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The IMS organization ID: 24 hexadecimal digits and `@AdobeOrg` (GL-09). */
  imsOrgId?: string | null | undefined;
  /** The organization's name, 1 to 200 characters. */
  name?: string | null | undefined;
  /** The organization's ID. */
  organizationId: string;
  /** Whether Customer Journey Analytics was purchased. */
  ownsCja?: boolean | null | undefined;
  /** Adobe's hosting region. */
  region?: Region | null | undefined;
  /** The add-on that was purchased. */
  shield?: Shield | null | undefined;
};

/** What changes of a view. What is left out, or null, stays. */
export type UpdateViewInput = {
  /** The view. */
  id: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The `version` that the change was made to: where another one holds by now, nothing is changed (`CONFLICT`). */
  ifVersion?: string | null | undefined;
  /** Another name. */
  name?: string | null | undefined;
  /** Other parameters, in place of all. */
  search?: unknown;
  /** Whether others see it. Only its maker can make it private. */
  shared?: boolean | null | undefined;
};

/** What changes of a webhook. */
export type UpdateWebhookInput = {
  /** False: it gets nothing until it is enabled again. */
  enabled?: boolean | null | undefined;
  /** As in `createWebhook`; replaces the list. */
  events?: Array<string> | null | undefined;
  /** The webhook's ID. */
  id: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** As in `createWebhook`. */
  url?: string | null | undefined;
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
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The run's ID. */
  runId: string;
  /** Only this step. Requires `track`. */
  step?: StepId | null | undefined;
  /** Only steps of this track. */
  track?: TrackId | null | undefined;
};

/** What a viewer is. */
export type ViewerKind =
  /** The bootstrap token that an empty installation was started with. */
  | 'BOOTSTRAP'
  /** A person, signed in with the browser. */
  | 'MEMBER'
  /** An API token. */
  | 'TOKEN';

/** A webhook. */
export type WebhookIdInput = {
  /** The webhook's ID. */
  id: string;
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
};

/** The approval to withdraw. */
export type WithdrawApprovalInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** Why; shown on the approval, which becomes `VOID`. */
  reason: string;
  /** The run's ID. */
  runId: string;
  /** The track whose approval is withdrawn. */
  track: TrackId;
};

/** The credential to delete before it replaced the stored one. */
export type WithdrawReplacementInput = {
  /** The same key with the same input returns the first result again for 24 hours. Up to 255 characters. */
  idempotencyKey?: string | null | undefined;
  /** The cloud that the credential is for. */
  kind: ConnectionKind;
  /** The organization's ID. */
  organizationId: string;
};
/** What became of an item of a bulk job. */
export type BulkItemStatus =
  | 'PENDING'
  | 'DONE'
  | 'REFUSED'
  | 'SKIPPED';

/** What a run is at, by its track that is furthest behind. */
export type RunPhase =
  | 'PREPARATION'
  | 'APPROVAL'
  | 'SUBMISSION'
  | 'ADOBE'
  | 'COMPLETED';

/** Whether a key policy has a statement of Adobe's policy. */
export type KeyPolicyStatementState =
  | 'PRESENT'
  | 'DIFFERING'
  | 'MISSING';

/** How far one thing to do is. */
export type InstructionProgress =
  | 'DONE'
  | 'FAILING'
  | 'OPEN';

/** The tools that scripts are offered for. */
export type ScriptTool =
  | 'AZ_CLI'
  | 'POWERSHELL'
  | 'BICEP'
  | 'TERRAFORM'
  | 'CURL'
  | 'AWS_CLI'
  | 'CLOUDFORMATION';

/** What a change is about. */
export type SetupChangeKind =
  | 'CREATE_VAULT'
  | 'ENABLE_PURGE_PROTECTION'
  | 'ADD_NETWORK_RULE'
  | 'CREATE_KEY'
  | 'SET_ROTATION'
  | 'PUT_DIAGNOSTIC_SETTING'
  | 'PUT_LOCK';

/** What is to be done about a change. */
export type SetupChangeOutcome =
  | 'CREATE'
  | 'CHANGE'
  | 'ALREADY_THERE'
  | 'NOT_POSSIBLE'
  | 'UNKNOWN';

/** What became of a change. */
export type SetupChangeResult =
  | 'MADE'
  | 'UNCONFIRMED'
  | 'ALREADY_THERE'
  | 'FAILED';

/** What became of a delivery. */
export type DeliveryStatus =
  | 'PENDING'
  | 'DELIVERED'
  | 'FAILED';

