/** Why a difference from what was approved matters, by its field. */
import type { WatchField } from '@keyway/core';

export const driftReasons: Readonly<Record<WatchField, string>> = {
  'VAULT.kind':
    'A key in another kind of vault is another configuration, which Adobe documents no change to.',
  'VAULT.resourceId':
    'The vault was moved, or another one has its name. Roles and rules may not have moved with it.',
  'VAULT.name':
    'Adobe finds the key by the name of its vault: another one is not the approved key.',
  'VAULT.location': 'Where the key is kept is part of what was approved.',
  'VAULT.tenantId':
    'Adobe’s application has access in the approved tenant only: in another one its role is gone.',
  'VAULT.vaultUri': 'Adobe finds the key by this address.',
  'VAULT.skuFamily': 'Which keys the vault can hold, and how they are protected, depends on it.',
  'VAULT.skuName': 'Which keys the vault can hold, and how they are protected, depends on it.',
  'VAULT.enableSoftDelete': 'Without it a deleted key is gone at once, and the data with it.',
  'VAULT.softDeleteRetentionInDays':
    'So many days remain to recover a deleted key or vault before its data is lost.',
  'VAULT.enablePurgeProtection':
    'Without it a deleted key can be destroyed before its retention ends, and the data with it.',
  'VAULT.enableRbacAuthorization':
    'Under access policies the role that Adobe was given has no effect.',
  'NETWORK.publicNetworkAccess': 'It decides whether Adobe’s services reach the key at all.',
  'NETWORK.networkAcls.bypass':
    'Adobe’s storage services reach the key as trusted Microsoft services only.',
  'NETWORK.networkAcls.defaultAction': 'It decides who is kept out where no rule admits them.',
  'NETWORK.networkAcls.ipRules':
    'Without Adobe’s address Adobe can’t watch the key, so that its alerts stay away.',
  'NETWORK.networkAcls.virtualNetworkRules': 'Other networks than the approved ones reach the key.',
  'KEY.keyIdentifier':
    'Another name or vault is another configuration, which Adobe documents no change to.',
  'KEY.kty': 'Adobe supports RSA keys only, and a key’s type never changes: this is another key.',
  'KEY.bits': 'A key’s size never changes: this is another key than the approved one.',
  'KEY.keyOps': 'Adobe needs wrapKey and unwrapKey; every other operation widens what can be done.',
  'KEY.enabled': 'Adobe takes a disabled key for a withdrawn one.',
  'KEY.notBefore': 'Adobe takes a key that is not active yet for a withdrawn one.',
  'KEY.expires': 'Adobe takes an expired key for a withdrawn one.',
  'KEY.recoveryLevel': 'It says whether a deleted key can be recovered, or destroyed at once.',
  'KEY.rotationActions': 'Without automatic rotation a key that expires is an outage with a date.',
  'CONSENT.objectId':
    'The application was deleted and made again: roles of the former one don’t count for it.',
  'CONSENT.appId': 'It is another application than the one that Adobe gave the organization.',
  'CONSENT.accountEnabled': 'A disabled application can’t use the key.',
  'CONSENT.tenantId': 'The application belongs to another tenant than the vault.',
  'ROLE.assignments': 'They say who may use the key, and whether Adobe may.',
  'ROLE.denials': 'A deny assignment takes access away whatever roles say.',
  'KEY.arn': 'Adobe was given this ARN: another one is not the approved key.',
  'KEY.account': 'Whoever administers the account decides over the key.',
  'KEY.keySpec': 'A key’s type never changes: this is another key.',
  'KEY.keyUsage': 'What a key is for never changes: this is another key.',
  'KEY.keyState': 'KMS refuses to use a key that is not enabled, and Adobe takes it for withdrawn.',
  'KEY.multiRegion': 'Adobe supports single-Region keys only.',
  'KEY.origin': 'Material that KMS did not make can expire, or be deleted by whoever has it.',
  'KEY.keyManager': 'The policy of a key that AWS manages can’t be changed.',
  'KEY.deletionDate': 'On this date AWS deletes the key for good, and the data under it is lost.',
  'KEY.validTo':
    'From this date on KMS refuses to use the key until its material is imported again.',
  'KEY.rotation.enabled': 'Without rotation all data stays under one version of the key material.',
  'KEY.rotation.periodInDays': 'How often the key material changes is part of what was approved.',
  'POLICY.statements':
    'The statements of the policy decide who may use the key, and whether Adobe may.',
};
