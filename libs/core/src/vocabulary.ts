/**
 * The values that Keyway shares with its public contract. A test compares them with the SDL's
 * enums.
 */

/** The tracks, in the order in which pages show them. */
export const TRACK_IDS = ['AEP', 'CJA'] as const;
/**
 * AEP: Experience Platform. CJA: Customer Journey Analytics. Journey Optimizer needs both (AJO-01).
 */
export type TrackId = (typeof TRACK_IDS)[number];

/** Every step of every plan. `planFor` says which of them a track has. */
export const STEP_IDS = [
  'ENTITLEMENT',
  'VAULT',
  'NETWORK',
  'KEY',
  'POLICY',
  'APP_REGISTRATION',
  'CONSENT',
  'ROLE',
  'APPROVAL',
  'SUBMISSION',
  'ACTIVATION',
  'TICKET',
  'CONFIRMATION',
] as const;
/** Each is explained in docs/reference/run.md, "Steps and their proof". */
export type StepId = (typeof STEP_IDS)[number];

/** Steps whose state is read from a cloud. People or Adobe do the others. */
export const OBSERVED_STEP_IDS = [
  'VAULT',
  'NETWORK',
  'KEY',
  'POLICY',
  'APP_REGISTRATION',
  'CONSENT',
  'ROLE',
] as const;
/** The key of `StepFactsOf`. */
export type ObservedStepId = (typeof OBSERVED_STEP_IDS)[number];

/** Every `StepStatus`, as in the enum of the public contract. */
export const STEP_STATUSES = [
  'LOCKED',
  'READY',
  'WORKING',
  'WAITING',
  'BLOCKED',
  'FAILED',
  'DONE',
  'NOT_APPLICABLE',
] as const;
/**
 * - `LOCKED`: a step before it is open
 * - `READY`: its actor may act; nothing was observed yet
 * - `WORKING`: Keyway is observing or acting
 * - `WAITING`: on a person, on Adobe or on propagation
 * - `BLOCKED`: a check fails
 * - `FAILED`: an effect failed for good
 * - `DONE`: proven or attested
 * - `NOT_APPLICABLE`: the plan has no such step, or it can decide nothing any more
 */
export type StepStatus = (typeof STEP_STATUSES)[number];

/** Every `StepMode`, as in the enum of the public contract. */
export const STEP_MODES = ['AUTOMATIC', 'VERIFIED', 'ATTESTED'] as const;
/** How a step is, or was, done. Attested is never shown as verified. */
export type StepMode = (typeof STEP_MODES)[number];

/** Every `RunStatus`, as in the enum of the public contract. */
export const RUN_STATUSES = [
  'IN_PROGRESS',
  'WAITING',
  'BLOCKED',
  'FAILED',
  'COMPLETED',
  'CANCELLED',
] as const;
/**
 * The most urgent status of its steps: FAILED, BLOCKED, IN_PROGRESS (a step is READY or WORKING),
 * else WAITING. COMPLETED and CANCELLED are final.
 */
export type RunStatus = (typeof RUN_STATUSES)[number];

/** Every `Actor`, in the order in which lists show them; as in the enum of the public contract. */
export const ACTORS = [
  'PARTNER',
  'AZURE_ADMIN',
  'ENTRA_ADMIN',
  'AWS_ADMIN',
  'APPROVER',
  'ADOBE',
  'SYSTEM',
] as const;
/** Who must act. */
export type Actor = (typeof ACTORS)[number];

/** Every `Verdict`, as in the enum of the public contract. */
export const VERDICTS = ['PASS', 'WARN', 'BLOCK', 'UNKNOWN'] as const;
/** UNKNOWN: could not be checked; neither passed nor failed. */
export type Verdict = (typeof VERDICTS)[number];

/** Every `Cloud`, as in the enum of the public contract. */
export const CLOUDS = ['AZURE', 'AWS'] as const;
/** Where the organization's keys are: in Azure Key Vault or in AWS KMS. */
export type Cloud = (typeof CLOUDS)[number];

/** Every `Region`, as in the enum of the public contract. */
export const REGIONS = ['VA7', 'NLD2', 'AUS5', 'CAN2', 'GBR9', 'IND2', 'VA6'] as const;
/**
 * A region of Experience Platform. Only some have a known host (REG-01 to REG-05):
 * `platformHostOf`.
 */
export type Region = (typeof REGIONS)[number];

/** Every `Shield`, as in the enum of the public contract. */
export const SHIELDS = ['HEALTHCARE_SHIELD', 'PRIVACY_AND_SECURITY_SHIELD'] as const;
/**
 * The product that includes customer-managed keys (ENT-01). On AWS only Privacy and Security Shield
 * does (ENT-02).
 */
export type Shield = (typeof SHIELDS)[number];

/** Every `Role`, as in the enum of the public contract. */
export const ROLES = ['OWNER', 'OPERATOR', 'APPROVER', 'AUDITOR'] as const;
/**
 * Of a member or token. OWNER may do everything; OPERATOR works on organizations and runs but can't
 * approve; APPROVER reads and decides on approvals; AUDITOR reads.
 */
export type Role = (typeof ROLES)[number];

/** Every `Locale`, for schemas and for choosing one. */
export const LOCALES = ['en', 'es'] as const;
/** A language of the texts for people. English is the default. */
export type Locale = (typeof LOCALES)[number];

/** RFC 3339 in UTC with milliseconds, ending in `Z`. */
export type Instant = string;
