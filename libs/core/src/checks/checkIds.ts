/**
 * Every check by name: the fact that is wanted. The catalog (catalog.ts) and the texts satisfy a
 * Record over this union.
 */
export const CHECK_IDS = [
  // VAULT
  'vaultExists',
  'vaultIsDedicated',
  'vaultIsNotShared',
  'vaultHasPurgeProtection',
  'vaultHasSoftDelete',
  'vaultRetentionIsLong',
  'vaultUsesRbac',
  'vaultSkuIsSupported',
  'vaultIsInTenant',
  // NETWORK
  'networkAdmitsAdobe',
  // KEY
  'keyIdentifierIsValid',
  'keyExists',
  'keyTypeIsRsa',
  'keyIsLongEnough',
  'keyAllowsWrapping',
  'keyIsEnabled',
  'keyIsActive',
  'keyIsNotExpiring',
  'keyIsRecoverable',
  // APP_REGISTRATION
  'platformHostIsKnown',
  'appRegistrationHoldsTogether',
  // CONSENT
  'servicePrincipalExists',
  // ROLE
  'roleIsAssigned',
  // What Keyway does itself: ROLE, SUBMISSION, ACTIVATION
  'roleCanBeAssigned',
  'configurationIsTaken',
  'configurationStatusIsRead',
  // ENTITLEMENT and SUBMISSION, evaluated from input
  'shieldIsEntitled',
  'configurationNameIsSafe',
  'bodyNamesSameOrganization',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];
