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

/** A chat that takes messages by an incoming webhook. */
export type ChatKind =
  /** Slack, by an incoming webhook of an app. */
  | 'SLACK'
  /** Microsoft Teams, by a workflow that is started by a webhook. */
  | 'TEAMS';

/** Why a checkpoint isn't valid. */
export type CheckpointProblem =
  /** Its signature isn't that of one of the installation's keys. */
  | 'NOT_SIGNED'
  /** It was signed over other entries than history has: history was rewritten or cut off. */
  | 'OTHER_HISTORY'
  /** It doesn't follow the checkpoint before it: one was changed, added or deleted. */
  | 'OUT_OF_ORDER';

/** Where Adobe hosts the organization's Experience Platform. */
export type Cloud =
  /** Amazon Web Services. */
  | 'AWS'
  /** Microsoft Azure. */
  | 'AZURE';

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

/** Where a dry run stands. */
export type DryRunStatus =
  /** Somebody canceled it. */
  | 'CANCELLED'
  /** Every organization has a result, or was skipped. */
  | 'DONE'
  /** Workers read its organizations. */
  | 'RUNNING';

/** Who has to approve. */
export type FourEyes =
  /** Any approver other than the requester. */
  | 'ANOTHER_MEMBER'
  /** An approver other than the requester whose grant is for this organization (the customer's own). */
  | 'OWN_APPROVER';

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

/** How far one thing to do is. */
export type InstructionProgress =
  /** Its checks pass, or what they found was accepted. */
  | 'DONE'
  /** A check found it missing or wrong. */
  | 'FAILING'
  /** Not known to be done. */
  | 'OPEN';

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

/** What organizations are ordered by. */
export type OrganizationOrder =
  /** Whose open run is due first, first; then those without a due date, by name. */
  | 'DUE'
  /** Name, case-insensitive. */
  | 'NAME';

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

/** The result of the last test of a credential that is to replace a stored one. */
export type ReplacementState =
  /** The cloud refused it: see `cause` and `remedy`. The former credential is still in use. */
  | 'FAILED'
  /** Not tested yet. If the cloud could not be reached, `message` says why. */
  | 'PENDING';

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

/** A page of the console that has views. */
export type SavedViewPage =
  /** The list of organizations. */
  | 'ORGANIZATIONS'
  /** The home page with the matrix. */
  | 'PORTFOLIO';

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

/** What a viewer is. */
export type ViewerKind =
  /** The bootstrap token that an empty installation was started with. */
  | 'BOOTSTRAP'
  /** A person, signed in with the browser. */
  | 'MEMBER'
  /** An API token. */
  | 'TOKEN';
