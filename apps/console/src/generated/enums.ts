/** Who has to act. */
export type Actor =
  /** Adobe. */
  | 'ADOBE'
  /** An approver other than the requester. */
  | 'APPROVER'
  /** The customer's Azure administrator. */
  | 'AZURE_ADMIN'
  /** The customer's Entra administrator. */
  | 'ENTRA_ADMIN'
  /** The partner who runs Keyway. */
  | 'PARTNER'
  /** Keyway. */
  | 'SYSTEM';

/** Where an approval is between request and use. */
export type ApprovalStatus =
  /** Given, and valid until `expiresAt`. */
  | 'APPROVED'
  /** Not used in time. */
  | 'EXPIRED'
  /** Refused by an approver. */
  | 'REFUSED'
  /** Requested; not decided yet. */
  | 'REQUESTED'
  /** Used. */
  | 'SPENT'
  /** What it was given for has changed. */
  | 'VOID';

/** What a held Azure credential is used for. */
export type AzureAccess =
  /** To look; people act. */
  | 'READ'
  /** To look and to act. */
  | 'WRITE';

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
  /** Microsoft Entra ID and Azure. */
  | 'AZURE';

/** What is known of a stored credential. */
export type ConnectionState =
  /**
   * The last trial succeeded: Adobe or Entra gave a token, and the subscription, where one is named,
   * can be read.
   */
  | 'CONNECTED'
  /** The last trial was refused: `code` and `message` are Adobe's or Azure's own. */
  | 'FAILED'
  /** Stored; no trial of it has ended yet. `message` says why where one could not be made. */
  | 'NOT_TRIED';

/** The format of an import. */
export type ImportFormat =
  /**
   * Columns `name, imsOrgId, cloud, region, shield, ownsCja, azureTenantId` in any order; the first,
   * second and fifth are required.
   */
  | 'CSV'
  /** A list of objects with the same names. */
  | 'JSON';

/** How an import treats organizations that are there already. */
export type OnExisting =
  /** It is rejected, and what is there stays. */
  | 'SKIP'
  /**
   * What may be changed is changed as by `updateOrganization`; empty cells stay. A row of which
   * something may not be changed is rejected.
   */
  | 'UPDATE';

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

/** What somebody may do. A token has a role too; its scopes narrow it further. */
export type Role =
  /** Reads, approves and refuses. */
  | 'APPROVER'
  /** Reads. */
  | 'AUDITOR'
  /** Creates, imports and connects organizations and drives runs, but approves nothing. */
  | 'OPERATOR'
  /** Everything, and manages tokens, members and policies. */
  | 'OWNER';

/** Where a run is. */
export type RunStatus =
  /** A check fails. */
  | 'BLOCKED'
  /** Cancelled by a person. */
  | 'CANCELLED'
  /** Every track is done or does not apply. */
  | 'COMPLETED'
  /** A step failed for good. */
  | 'FAILED'
  /** Somebody may act, or Keyway is acting. */
  | 'IN_PROGRESS'
  /** Waits on a person or on Adobe. */
  | 'WAITING';

/** The tools that scripts are offered for. */
export type ScriptTool =
  /** AWS CLI. */
  | 'AWS_CLI'
  /** Azure CLI. */
  | 'AZ_CLI'
  /** Bicep. */
  | 'BICEP'
  /** curl. */
  | 'CURL'
  /** Azure PowerShell. */
  | 'POWERSHELL'
  /** Terraform. */
  | 'TERRAFORM';

/**
 * The add-on that was bought; customer-managed keys come with either (ENT-01), on AWS only with the
 * second (ENT-02).
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
  /** The shield was bought. */
  | 'ENTITLEMENT'
  /** A key that meets Adobe's requirements. */
  | 'KEY'
  /** Adobe can reach the vault. */
  | 'NETWORK'
  /** It has a role on the vault. */
  | 'ROLE'
  /** The configuration was sent to Adobe. A point of no return. */
  | 'SUBMISSION'
  /** The case at Adobe Customer Care was opened. A point of no return. */
  | 'TICKET'
  /** A vault that meets Adobe's requirements. */
  | 'VAULT';

/** How a step is, or was, done. Attested is never shown as verified. */
export type StepMode =
  /** A person does it and says so. */
  | 'ATTESTED'
  /** Keyway does it and then verifies it. */
  | 'AUTOMATIC'
  /** A person does it and Keyway verifies it. */
  | 'VERIFIED';

/** Where a step is. */
export type StepStatus =
  /** A check fails. */
  | 'BLOCKED'
  /** Done: verified, or attested. */
  | 'DONE'
  /** It failed for good. */
  | 'FAILED'
  /** A predecessor is open. */
  | 'LOCKED'
  /** Not part of this run. */
  | 'NOT_APPLICABLE'
  /** Its actor may act; not looked at yet. */
  | 'READY'
  /** On a person, on Adobe, or on propagation. */
  | 'WAITING'
  /** Keyway is acting or polling. */
  | 'WORKING';

/** AEP: Experience Platform. CJA: Customer Journey Analytics. Journey Optimizer needs both (AJO-01). */
export type TrackId =
  /** Adobe Experience Platform. */
  | 'AEP'
  /** Customer Journey Analytics. */
  | 'CJA';

/** The refusals that clients may rely on. */
export type UserErrorCode =
  /** The configuration was sent already; it is sent once in the life of an organization. */
  | 'ALREADY_SUBMITTED'
  /** Nobody approved it. */
  | 'APPROVAL_REQUIRED'
  /** The approval expired, or what it was given for has changed. */
  | 'APPROVAL_VOID'
  /** A check is neither green nor a warning that somebody accepted. */
  | 'CHECKS_NOT_GREEN'
  /** The organization's cloud or Adobe account is not connected. */
  | 'CLOUD_NOT_CONNECTED'
  /** The typed IMS organization ID is not this organization's. */
  | 'CONFIRMATION_MISMATCH'
  /** It clashes with what is there. */
  | 'CONFLICT'
  /** The cooling-off period after the approval has not passed. */
  | 'COOLING_OFF'
  /** The viewer may see it, but their role or scope may not do this. */
  | 'FORBIDDEN'
  /** This idempotency key was used with another input in the last 24 hours. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A value in the input cannot be taken; `field` names it. */
  | 'INVALID_INPUT'
  /** The shield and cloud of the organization do not include customer-managed keys (ENT-01, ENT-02). */
  | 'NOT_ENTITLED'
  /** There is no such thing, or not for this viewer. */
  | 'NOT_FOUND'
  /** The run ended. */
  | 'RUN_CLOSED'
  /** The organization has a run that is open or completed. */
  | 'RUN_EXISTS'
  /** Whoever asked for an approval cannot give it, nor can their tokens. */
  | 'SELF_APPROVAL'
  /** The step is done already. */
  | 'STEP_ALREADY_DONE'
  /** A predecessor of the step is still open. */
  | 'STEP_LOCKED'
  /** Both tracks name the same vault (CJA-04, VAL-08). */
  | 'VAULT_NOT_SEPARATE';

/** UNKNOWN: could not be checked. Neither passed nor failed. */
export type Verdict =
  /** The step cannot be done until this is corrected. */
  | 'BLOCK'
  /** The fact is as expected. */
  | 'PASS'
  /** It could not be checked. */
  | 'UNKNOWN'
  /** Must be accepted with a reason before approval is asked for. */
  | 'WARN';

/** What a viewer is. */
export type ViewerKind =
  /** The token an empty installation was started with; it stands for no person. */
  | 'BOOTSTRAP'
  /** A person, signed in with the browser. */
  | 'MEMBER'
  /** An API token. */
  | 'TOKEN';
