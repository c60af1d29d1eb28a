/**
 * The values that Keyway shares with its public contract. A test compares them with the SDL's
 * enums.
 */
export const TRACK_IDS = ['AEP', 'CJA'] as const;
/**
 * AEP: Experience Platform. CJA: Customer Journey Analytics. Journey Optimizer needs both (AJO-01).
 */
export type TrackId = (typeof TRACK_IDS)[number];

export const STEP_IDS = [
  'ENTITLEMENT',
  'VAULT',
  'NETWORK',
  'KEY',
  'APP_REGISTRATION',
  'CONSENT',
  'ROLE',
  'APPROVAL',
  'SUBMISSION',
  'ACTIVATION',
  'TICKET',
  'CONFIRMATION',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** Steps whose state is read from a cloud. People or Adobe do the others. */
export const OBSERVED_STEP_IDS = [
  'VAULT',
  'NETWORK',
  'KEY',
  'APP_REGISTRATION',
  'CONSENT',
  'ROLE',
] as const;
export type ObservedStepId = (typeof OBSERVED_STEP_IDS)[number];

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
export type StepStatus = (typeof STEP_STATUSES)[number];

export const STEP_MODES = ['AUTOMATIC', 'VERIFIED', 'ATTESTED'] as const;
/** How a step is, or was, done. Attested is never shown as verified. */
export type StepMode = (typeof STEP_MODES)[number];

export const RUN_STATUSES = [
  'IN_PROGRESS',
  'WAITING',
  'BLOCKED',
  'FAILED',
  'COMPLETED',
  'CANCELLED',
] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];

export const ACTORS = [
  'PARTNER',
  'AZURE_ADMIN',
  'ENTRA_ADMIN',
  'APPROVER',
  'ADOBE',
  'SYSTEM',
] as const;
/** Who must act. */
export type Actor = (typeof ACTORS)[number];

export const VERDICTS = ['PASS', 'WARN', 'BLOCK', 'UNKNOWN'] as const;
/** UNKNOWN: could not be checked; neither passed nor failed. */
export type Verdict = (typeof VERDICTS)[number];

export const CLOUDS = ['AZURE', 'AWS'] as const;
export type Cloud = (typeof CLOUDS)[number];

export const REGIONS = ['VA7', 'NLD2', 'AUS5', 'CAN2', 'GBR9', 'IND2', 'VA6'] as const;
export type Region = (typeof REGIONS)[number];

export const SHIELDS = ['HEALTHCARE_SHIELD', 'PRIVACY_AND_SECURITY_SHIELD'] as const;
export type Shield = (typeof SHIELDS)[number];

export const ROLES = ['OWNER', 'OPERATOR', 'APPROVER', 'AUDITOR'] as const;
export type Role = (typeof ROLES)[number];

export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** RFC 3339 in UTC with milliseconds, ending in `Z`. */
export type Instant = string;
