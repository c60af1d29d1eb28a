/** What is said of keys that are watched: health, alerts, the clock, and what to do. */
import type { Health, RunbookStep, WatchField } from '@keyway/core';

/** One sentence about an organization. `track` where the other track is better. */
export const sentences: Readonly<Record<Health, string>> = {
  REVOKED:
    '{track}: Adobe can’t use the key. {cause} Adobe documents that it deletes all data of an organization whose key is withdrawn: act now.',
  CUT_OFF:
    '{track}: the network keeps Adobe away from the key. {cause} Adobe documents that it deletes no data for this, but nothing that needs the key works.',
  AT_RISK: '{track}: Adobe can use the key. {cause}',
  UNREACHABLE:
    '{track}: the present state can’t be read. {cause} This doesn’t say that anything is wrong with the key.',
  HEALTHY: 'Adobe can use the key, and everything is as it was approved.',
  NOT_WATCHED: 'Nothing is watched: there is no completed run, or nothing that Keyway may read.',
};

/** What is different, where no check says it. `approved` and `now`: none where absent. */
export const different =
  '{field} changed since the approval: from {approved, select, none {nothing} other {“{approved}”}} to {now, select, none {nothing} other {“{now}”}}.';
/** Adobe's configuration is for another key or vault (ROT-08). */
export const otherConfiguration =
  'Adobe’s configuration {name} names the key {now}, and {approved} was approved. Another key name or vault is another configuration, and Adobe documents no such change.';
export const versionDisabled =
  'Version {version} of the key was disabled within 24 hours after it was replaced.';
/** Of `UNREACHABLE`: what can’t be read. */
export const unread = '{step} can’t be read{message, select, none {} other {: {message}}}.';

/** Of `UNREACHABLE`: what can be read again, but not yet for long. */
export const readAgain =
  '{step} could not be read for a while, and can be read again. Further health checks confirm it.';
export const sentenceOfReadAgain =
  '{track}: {cause} This doesn’t say that anything is wrong with the key.';

export const alertTitles = {
  KEY_ACCESS_DISABLED: 'Adobe reports: key access disabled',
  KEY_ACCESS_FAILURE: 'Adobe reports: key access failure',
  ALERT_NOTIFICATION: 'Adobe reports: alert notification',
  KEY_EXPIRY: `The key {days, plural,
    =0 {has expired}
    one {expires within # day}
    other {expires within # days}}`,
  KEY_ROTATED: 'The key has a new version',
  ROTATION_UNSAFE: 'A former version of the key was disabled too early',
};
/** Of alerts that Keyway found itself. */
export const healthTitles: Readonly<Record<Health, string>> = {
  REVOKED: 'Adobe can’t use the key',
  CUT_OFF: 'The network keeps Adobe away from the key',
  AT_RISK: 'The key is at risk',
  UNREACHABLE: 'The key can’t be read',
  HEALTHY: 'The key is healthy',
  NOT_WATCHED: 'The key is not watched',
};
export const alertDetails = {
  KEY_ACCESS_DISABLED:
    'Adobe takes this for a deliberate withdrawal of the key and will delete all data of the organization. When is not documented: it follows from the contract.',
  KEY_ACCESS_FAILURE:
    'Adobe can’t reach or use the key. Adobe documents that this can be repaired and that no data is deleted for it. But several of its causes, such as a missing permission or a deleted vault, are causes of a withdrawal too: until the cause is known, expect the worse.',
  ALERT_NOTIFICATION:
    'A condition that Adobe doesn’t describe further; it may be internal to Adobe. Compare it with recent changes.',
  KEY_EXPIRY:
    'The key expires on {expires}. Adobe treats an expired key as a withdrawn one. Set a later date, or create a new version of the same key.',
  KEY_ROTATED:
    'Nothing is wrong: the key has the new version {version}. The former version {former} has to stay enabled until {until} at least; it is safest never to disable it.',
  ROTATION_UNSAFE:
    'Version {version} was replaced less than 24 hours ago and is disabled. Data may still be encrypted with it until {until}.',
  UNREACHABLE: '{step} can’t be read. Whether Adobe can use the key is not known meanwhile.',
};

/** A step of a runbook that a command does. */
export const withCommand = '{text} Azure CLI: {command}';
export const withAwsCommand = '{text} AWS CLI: {command}';
export const runbook: Readonly<Record<RunbookStep, string>> = {
  openCustomerCareTicket:
    'Open a case with Adobe Customer Care at once, before the repair: say that the key was not withdrawn on purpose and ask to stop a deletion of data.',
  enableKey: 'Enable the key’s current version.',
  restoreKeyOperations:
    'Permit the operations wrapKey and unwrapKey on the key again: in the portal, the key’s current version > Permitted operations.',
  correctKeyDates: 'Set the key’s activation date to the past and its expiry date to the future.',
  recoverKey: 'Recover the deleted key: in the portal, Keys > Manage deleted keys > Recover.',
  recoverVault:
    'Recover the deleted key vault: in the portal, Key vaults > Manage deleted vaults > Recover. It needs the role Key Vault Contributor.',
  assignRoleAgain: 'Assign the role {role} to Adobe’s application at the key vault again.',
  removeDenyAssignment: 'Remove the deny assignment that takes the use of keys from Adobe.',
  createEventSubscriptionAgain:
    'Create the Event Grid subscription and the diagnostic settings of the key vault again: Azure drops them with the vault.',
  restoreServicePrincipal:
    'Enable Adobe’s application in Microsoft Entra again, or give consent to it again.',
  askAdobeForApplication:
    'If the application can’t be found at all, ask Adobe: only Adobe can restore its registration.',
  askAdobeForConfiguration:
    'Keep the approved key as it is, and ask Adobe Customer Care which key the configuration uses and who changed it.',
  moveVaultBack: 'Move the key vault back into the tenant in which it was approved.',
  useAzureRbac: 'Set the key vault’s permission model to Azure role-based access control.',
  allowAdobeAddress:
    'Add Adobe’s address, 20.88.123.53, to the firewall rules of the key vault. It can take up to 10 minutes to take effect.',
  allowTrustedServices: 'Allow trusted Microsoft services to bypass the firewall.',
  openPublicAccess:
    'Set public network access to selected networks: with it disabled, rules for addresses don’t count.',
  narrowAddressRange: 'Admit Adobe’s single address, 20.88.123.53, then remove the range.',
  leavePerimeter: 'Take the key vault out of the network security perimeter.',
  extendExpiry: 'Set a later expiry date, or create a new version of the same key.',
  addRotationPolicy:
    'Add a rotation policy with the action Rotate that acts before the expiry date, or remove the expiry date.',
  enableFormerVersion: 'Enable the former version of the key again.',
  restoreAsApproved: 'Restore it as it was approved.',
  acceptOrRevert:
    'Restore the approved value, or let an approver who didn’t cause the change accept it with a reason.',
  enableKmsKey: 'Enable the key in AWS KMS.',
  cancelKmsKeyDeletion:
    'Cancel the scheduled deletion of the key in AWS KMS. The key is disabled afterwards.',
  importKeyMaterial: 'Import the same key material into the key again, without an expiry date.',
  connectKeyStore: 'Connect the key store that the key is in again, and check its HSM.',
  askAwsSupport:
    'A key that AWS KMS deleted can’t be restored. Check with AWS Support that it is gone, and ask Adobe Customer Care what follows.',
  turnOnKmsRotation: 'Turn on automatic rotation of the key.',
  mergeKeyPolicy:
    'Merge Adobe’s statements into the key policy again, exactly as the organization’s page at Adobe shows them. Keep every other statement: a policy that is overwritten can lock the account out.',
  removeDenyStatement:
    'Remove the Deny statement from the key policy, or limit it to principals other than Adobe’s.',
  restoreAdminStatement:
    'Give the account its own statement in the key policy again, with kms:* for its root. If nobody may change the policy any more, only AWS Support can help.',
  removeOtherPrincipals:
    'Remove the statements for other accounts from the key policy, or let an approver who didn’t cause the change accept them with a reason.',
  readAgain: 'Check the credential and its permissions: Keyway can’t read the present state.',
  reviewChanges: 'Compare with recent changes in Azure. If there were none, contact Adobe support.',
  checkAgain: 'Run a health check and wait for the result.',
  watchAlerts: 'Watch the status and the alerts in Adobe Experience Platform for seven days.',
  document: 'Write down what happened, when, and what was done.',
};

/** Documented times after Adobe lost the key; what is not documented is said to be so. */
export const clock: Readonly<Record<string, string>> = {
  'TM-14':
    'From then on Adobe may delete all data of the organization. When, is not documented: it follows from the contract.',
  'TM-05':
    'From then on, if not before, Adobe’s primary stores can’t be read (it takes a few minutes to 24 hours). The documents contradict each other on whether a repair brings everything back: plan for the worse.',
  'TM-06':
    'From then on, if not before, cached stores can’t be read either (it takes up to 7 days), except the URL shortener of Journey Optimizer and Edge projections.',
  'TM-17':
    'By then Experience Platform shows the loss of the key (it takes about 5 minutes on AWS).',
  'AWS-15':
    'Until then the deletion of the key can be cancelled in AWS KMS. Afterwards nobody can, and the data under it is lost. What Adobe has deleted before is not documented to come back.',
  'REC-02':
    'Until then the deleted key or key vault can be recovered in Azure. Afterwards nobody can, and the data under it is lost. What Adobe has deleted before is not documented to come back.',
};

/** Fields of the approved evidence that can be different. */
export const fields: Readonly<Record<WatchField, string>> = {
  'VAULT.kind': 'The kind of the vault',
  'VAULT.resourceId': 'The key vault’s resource ID',
  'VAULT.name': 'The key vault’s name',
  'VAULT.location': 'The key vault’s region',
  'VAULT.tenantId': 'The key vault’s tenant',
  'VAULT.vaultUri': 'The key vault’s URI',
  'VAULT.skuFamily': 'The key vault’s SKU family',
  'VAULT.skuName': 'The key vault’s SKU',
  'VAULT.enableSoftDelete': 'Soft delete',
  'VAULT.softDeleteRetentionInDays': 'The days that deleted objects are kept',
  'VAULT.enablePurgeProtection': 'Purge protection',
  'VAULT.enableRbacAuthorization': 'Azure role-based access control',
  'NETWORK.publicNetworkAccess': 'Public network access',
  'NETWORK.networkAcls.bypass': 'What bypasses the firewall',
  'NETWORK.networkAcls.defaultAction': 'The firewall’s default action',
  'NETWORK.networkAcls.ipRules': 'The addresses that the firewall admits',
  'NETWORK.networkAcls.virtualNetworkRules': 'The virtual networks that the firewall admits',
  'KEY.keyIdentifier': 'The key identifier',
  'KEY.kty': 'The key type',
  'KEY.bits': 'The key size in bits',
  'KEY.keyOps': 'The key’s permitted operations',
  'KEY.enabled': 'Whether the key is enabled',
  'KEY.notBefore': 'The key’s activation date',
  'KEY.expires': 'The key’s expiry date',
  'KEY.recoveryLevel': 'The key’s recovery level',
  'KEY.rotationActions': 'The actions of the rotation policy',
  'CONSENT.objectId': 'The object ID of Adobe’s service principal',
  'CONSENT.appId': 'The application ID of Adobe’s service principal',
  'CONSENT.accountEnabled': 'Whether Adobe’s service principal is enabled',
  'CONSENT.tenantId': 'The tenant of Adobe’s service principal',
  'ROLE.assignments': 'The role assignments',
  'ROLE.denials': 'The deny assignments',
  'KEY.arn': 'The key’s ARN',
  'KEY.account': 'The key’s AWS account',
  'KEY.keySpec': 'The key type',
  'KEY.keyUsage': 'What the key is for',
  'KEY.keyState': 'The key’s state',
  'KEY.multiRegion': 'Whether the key is a multi-Region key',
  'KEY.origin': 'The origin of the key material',
  'KEY.keyManager': 'Who manages the key',
  'KEY.deletionDate': 'The date on which the key is deleted',
  'KEY.validTo': 'The expiry date of the key material',
  'KEY.rotation.enabled': 'Automatic rotation',
  'KEY.rotation.periodInDays': 'The days between rotations',
  'POLICY.statements': 'The statement “{sid}” of the key policy',
};
