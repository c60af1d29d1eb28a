/** Values of the contract's enums, for options. A test compares them with the contract. */

export const ACTORS = [
  'PARTNER',
  'AZURE_ADMIN',
  'ENTRA_ADMIN',
  'AWS_ADMIN',
  'APPROVER',
  'ADOBE',
  'SYSTEM',
] as const;
export const AZURE_ACCESS = ['READ', 'WRITE'] as const;
export const CLOUDS = ['AZURE', 'AWS'] as const;
export const HEALTHS = [
  'REVOKED',
  'CUT_OFF',
  'AT_RISK',
  'UNREACHABLE',
  'HEALTHY',
  'NOT_WATCHED',
] as const;
export const REGIONS = ['VA7', 'NLD2', 'AUS5', 'CAN2', 'GBR9', 'IND2', 'VA6'] as const;
export const ROLES = ['OWNER', 'OPERATOR', 'APPROVER', 'AUDITOR'] as const;
export const RUN_STATUSES = [
  'IN_PROGRESS',
  'WAITING',
  'BLOCKED',
  'FAILED',
  'COMPLETED',
  'CANCELLED',
] as const;
export const SHIELDS = ['HEALTHCARE_SHIELD', 'PRIVACY_AND_SECURITY_SHIELD'] as const;
export const STEPS = [
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
export const TRACKS = ['AEP', 'CJA'] as const;
export const SCOPES = ['read', 'runs:write', 'approve', 'admin'] as const;
export const SCRIPT_TOOLS = [
  'AZ_CLI',
  'POWERSHELL',
  'BICEP',
  'TERRAFORM',
  'CURL',
  'AWS_CLI',
  'CLOUDFORMATION',
] as const;

/** Whom a hand-off can be for. */
export const HAND_OFF_ACTORS = ['AZURE_ADMIN', 'ENTRA_ADMIN', 'AWS_ADMIN'] as const;
export const DELIVERY_STATUSES = ['PENDING', 'DELIVERED', 'FAILED'] as const;
