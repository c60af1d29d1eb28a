/** What to do about a finding, in the documented order (AL-08, REC-03). Texts are in messages. */
import type { AlertKind, AlertSubject } from './alertsOf.ts';
import type { Health } from './health.ts';

/** One thing to do. */
export type RunbookStep =
  | 'openCustomerCareTicket'
  | 'enableKey'
  | 'restoreKeyOperations'
  | 'correctKeyDates'
  | 'recoverKey'
  | 'recoverVault'
  | 'assignRoleAgain'
  | 'removeDenyAssignment'
  | 'createEventSubscriptionAgain'
  | 'restoreServicePrincipal'
  | 'askAdobeForApplication'
  | 'askAdobeForConfiguration'
  | 'moveVaultBack'
  | 'useAzureRbac'
  | 'allowAdobeAddress'
  | 'allowTrustedServices'
  | 'openPublicAccess'
  | 'narrowAddressRange'
  | 'leavePerimeter'
  | 'extendExpiry'
  | 'addRotationPolicy'
  | 'enableFormerVersion'
  | 'restoreAsApproved'
  | 'acceptOrRevert'
  | 'enableKmsKey'
  | 'cancelKmsKeyDeletion'
  | 'importKeyMaterial'
  | 'connectKeyStore'
  | 'askAwsSupport'
  | 'turnOnKmsRotation'
  | 'mergeKeyPolicy'
  | 'removeDenyStatement'
  | 'restoreAdminStatement'
  | 'removeOtherPrincipals'
  | 'readAgain'
  | 'reviewChanges'
  | 'checkAgain'
  | 'watchAlerts'
  | 'document';

/** By check and outcome; `*` where every outcome has the same cause. */
const REMEDIES: Readonly<Record<string, Readonly<Record<string, readonly RunbookStep[]>>>> = {
  // Azure drops role assignments and event subscriptions with a vault (KV-09, REC-02, GAP-08).
  vaultExists: {
    '*': ['recoverVault', 'assignRoleAgain', 'createEventSubscriptionAgain'],
    otherVault: ['restoreAsApproved'],
  },
  vaultIsInTenant: { '*': ['moveVaultBack', 'assignRoleAgain'] },
  vaultUsesRbac: { '*': ['useAzureRbac', 'assignRoleAgain'] },
  networkAdmitsAdobe: {
    '*': ['allowAdobeAddress'],
    // Adobe's address is admitted already.
    restricted: ['acceptOrRevert'],
    restrictedWiderRange: ['narrowAddressRange'],
    noBypass: ['allowTrustedServices'],
    noAddressNoBypass: ['allowAdobeAddress', 'allowTrustedServices'],
    disabledNoBypass: ['openPublicAccess', 'allowAdobeAddress', 'allowTrustedServices'],
    disabledWithBypass: ['openPublicAccess', 'allowAdobeAddress'],
    perimeter: ['leavePerimeter', 'allowAdobeAddress', 'allowTrustedServices'],
  },
  keyExists: { '*': ['recoverKey'], otherKey: ['restoreAsApproved'] },
  keyIsEnabled: { '*': ['enableKey'] },
  keyIsActive: { '*': ['correctKeyDates'] },
  keyIsNotExpiring: {
    '*': ['extendExpiry'],
    noRotation: ['addRotationPolicy'],
    rotationNotRead: ['readAgain'],
    expired: ['correctKeyDates'],
  },
  keyAllowsWrapping: { '*': ['restoreKeyOperations', 'correctKeyDates'] },
  servicePrincipalExists: {
    '*': ['restoreServicePrincipal', 'askAdobeForApplication', 'assignRoleAgain'],
  },
  roleIsAssigned: { '*': ['assignRoleAgain'], denied: ['removeDenyAssignment'] },
  // A key that KMS deleted is gone (AWS-15).
  kmsKeyExists: { absent: ['askAwsSupport'] },
  kmsKeyIsEnabled: {
    '*': ['enableKmsKey'],
    // Cancelling leaves it disabled.
    pendingDeletion: ['cancelKmsKeyDeletion', 'enableKmsKey'],
    pendingImport: ['importKeyMaterial'],
    unavailable: ['connectKeyStore'],
  },
  kmsKeyMaterialIsOwn: { expiring: ['importKeyMaterial'] },
  kmsKeyRotates: { '*': ['turnOnKmsRotation'] },
  // Merged, never overwritten (AWS-05).
  keyPolicyHoldsTemplate: {
    '*': ['mergeKeyPolicy'],
    notComparable: ['restoreAsApproved'],
    denied: ['removeDenyStatement'],
    perhapsDenied: ['removeDenyStatement'],
  },
  keyPolicyKeepsAdmin: { '*': ['restoreAdminStatement'] },
  keyPolicyNamesNoOthers: { '*': ['removeOtherPrincipals'] },
};

function remediesOf(subject: AlertSubject): readonly RunbookStep[] {
  switch (subject.kind) {
    case 'version':
    case 'unsafeVersion':
      return ['enableFormerVersion'];
    case 'difference':
      return ['acceptOrRevert'];
    case 'configuration':
      return ['askAdobeForConfiguration'];
    case 'unread':
      return ['readAgain'];
    case 'expiry':
      return ['extendExpiry'];
    case 'rotation':
      return [];
    case 'check': {
      const found = REMEDIES[subject.check];
      return found?.[subject.outcome] ?? found?.['*'] ?? ['restoreAsApproved'];
    }
  }
}

/**
 * Where Adobe may purge, the ticket comes before the repair: it is what can stop a purge (REC-03).
 */
export function runbookOf(health: Health | null, subject: AlertSubject): RunbookStep[] {
  const remedies = remediesOf(subject);
  if (health === 'REVOKED')
    return ['openCustomerCareTicket', ...remedies, 'checkAgain', 'watchAlerts', 'document'];
  if (health === 'CUT_OFF') return [...remedies, 'checkAgain', 'watchAlerts'];
  return remedies.length > 0 ? [...remedies, 'checkAgain'] : [];
}

/** Of what Adobe reports (AL-03, AL-05, AL-07), which names no cause. */
const OF_ADOBE = {
  KEY_ACCESS_DISABLED: ['openCustomerCareTicket', 'checkAgain', 'watchAlerts', 'document'],
  KEY_ACCESS_FAILURE: ['checkAgain', 'allowAdobeAddress', 'watchAlerts'],
  ALERT_NOTIFICATION: ['reviewChanges', 'checkAgain', 'watchAlerts'],
} as const satisfies Partial<Record<AlertKind, readonly RunbookStep[]>>;

/** What to do about an alert of Adobe, in order. */
export const runbookOfAdobe = (kind: keyof typeof OF_ADOBE): RunbookStep[] => [...OF_ADOBE[kind]];
