/** What was found wrong with a key that Adobe uses already. */
import type { WatchCauses } from '../watch/watchCauses.ts';

export const watchCauses: WatchCauses = {
  vaultExists: {
    absent:
      'Key vault {vault} was not found. It was deleted or moved, or Keyway’s credential can no longer read its subscription.',
    deleted: 'Key vault {vault} was deleted. Azure keeps it until {purgeDate}.',
    otherVault: 'Azure answered with key vault {vault}, and the approved key is in {named}.',
  },
  vaultIsInTenant: {
    otherThanConnection:
      'The key vault is in tenant {tenant} now, and the Azure connection is for tenant {expectedTenant}. Adobe’s application has no access in another tenant.',
    otherThanOrganization:
      'The key vault is in tenant {tenant} now, and the organization is registered with tenant {organizationTenant}. Adobe’s application has no access in another tenant.',
  },
  vaultUsesRbac: {
    accessPolicies:
      'The key vault uses access policies now, under which the role of Adobe’s application has no effect.',
  },
  vaultHasPurgeProtection: {
    off: 'Purge protection of the key vault is off: a deleted key or vault can be destroyed at once, and with it all data under the key.',
  },
  vaultHasSoftDelete: {
    off: 'Soft delete of the key vault is off: a deleted key is gone at once, and with it all data under the key.',
  },
  vaultRetentionIsLong: {
    belowRecommended:
      'The key vault keeps deleted keys for {days} days. That is less than the default of 90 days, and leaves less time to recover one.',
    short:
      'The key vault keeps deleted keys for {days} days only. Afterwards a deleted key is lost for good, and with it the data.',
    notStated:
      'Azure does not say how long the key vault keeps deleted keys. It is 90 days unless another number was chosen at creation.',
    outOfRange:
      'Azure says that the key vault keeps deleted keys for {days} days, but 7 to 90 is what it allows.',
  },
  vaultSkuIsSupported: {
    unsupported:
      'The key vault has the tier {sku}. Adobe supports Standard, Premium and Managed HSM.',
  },
  vaultIsDedicated: {
    shared:
      'Customer Journey Analytics and Experience Platform both use key vault {vault}. Adobe requires a vault of its own for Customer Journey Analytics.',
  },
  vaultIsNotShared: {
    shared:
      'The key vault is also used for another set-up: one change to it would cut off all that depends on it at once.',
  },
  networkAdmitsAdobe: {
    restricted:
      'The firewall admits selected networks only, with trusted Microsoft services and {address}, as Adobe documents it. Microsoft’s list of trusted services does not name Azure Cosmos DB, on which Adobe’s profile store runs.',
    restrictedWiderRange:
      'The firewall admits the range {range}, which is wider than Adobe’s single address {address}: other addresses reach the key vault too.',
    disabledWithBypass:
      'Public access to the key vault is disabled. Trusted Microsoft services still reach it, but Adobe’s monitor at {address} doesn’t: alerts from Adobe stay away.',
    noAddress:
      'The firewall of the key vault does not admit Adobe’s address {address} (IP rules: {ipRules}).',
    noBypass:
      'The firewall of the key vault does not admit trusted Microsoft services, as which Adobe’s data stores reach it.',
    noAddressNoBypass:
      'The firewall of the key vault admits neither Adobe’s address {address} nor trusted Microsoft services (IP rules: {ipRules}).',
    disabledNoBypass:
      'Public access to the key vault is disabled, and trusted Microsoft services are not admitted: Adobe can’t reach the key.',
    perimeter:
      'A network security perimeter blocks the key vault, for trusted Microsoft services too.',
  },
  keyExists: {
    absent: 'Key {key} (version {version}) is no longer in key vault {vault}.',
    otherKey: 'Azure answered with {seen}, which is another key than {key} in key vault {vault}.',
  },
  keyIsEnabled: { disabled: 'Key {key} is disabled.' },
  keyIsActive: {
    notYet: 'Key {key} is active from {date} only; until then Azure refuses to use it.',
  },
  keyIsNotExpiring: {
    soon: 'The key expires on {date}, which is soon. Adobe treats an expired key as a withdrawn one.',
    noRotation:
      'The key expires on {date}, and no policy rotates it before. Adobe treats an expired key as a withdrawn one.',
    rotationNotRead:
      'The key expires on {date}. Whether a policy rotates it before can’t be read with Keyway’s credential.',
    expired: 'The key expired on {date}, and Azure refuses to use it.',
  },
  keyAllowsWrapping: {
    lacking:
      'Key {key} no longer permits {lacking}, which Adobe needs to use it (permitted: {operations}).',
  },
  keyTypeIsRsa: {
    otherType: 'The key has the type {type}. Adobe can use RSA and RSA-HSM keys only.',
    hsmKeyInStandardVault:
      'The key has the type {type}, which a vault of tier Standard can’t hold: Azure’s two answers don’t go together.',
  },
  keyIsLongEnough: { short: 'The key has {bits} bits. Adobe requires at least 3072.' },
  keyIsRecoverable: {
    purgeable:
      'A deleted key could be destroyed at once: its recovery level is {level}, without purge protection.',
  },
  servicePrincipalExists: {
    absent:
      'Adobe’s application {applicationId} is no longer in tenant {tenant}: it was deleted there.',
    disabled:
      'Adobe’s application is disabled in tenant {tenant} (service principal {objectId}): it can’t sign in.',
    otherApplication:
      'The service principal belongs to application {seenApplicationId} now, and Adobe’s application is {applicationId}.',
    otherTenant:
      'The service principal is in tenant {seenTenant}, and the key vault in tenant {tenant}: it has no access there.',
  },
  roleIsAssigned: {
    broader:
      'Adobe’s application has the role {foundRole} at {foundScope}, which can do more than read, wrap and unwrap.',
    conditional:
      'The role {foundRole} of Adobe’s application at {foundScope} has a condition: {condition}. Whether it keeps Adobe out can’t be read.',
    perhapsDenied:
      'The deny assignment “{denial}” at {denialScope} takes {deniedActions} away. Whether it applies to Adobe’s principal {principal} can’t be read; if it does, it overrides every role.',
    denied:
      'The deny assignment “{denial}” at {denialScope} takes {deniedActions} from Adobe’s application. It overrides every role.',
    absent: 'Adobe’s application (principal {principal}) no longer has a role on the key vault.',
    otherPrincipal:
      'The role {foundRole} is assigned to principal {foundPrincipal}, and Adobe’s principal {principal} has none. If the application was deleted and consented to again, it has a new object ID.',
    otherRole:
      'Adobe’s application has the role {foundRole} at {foundScope} only, which does not permit the use of keys.',
    otherScope:
      'Adobe’s application has the role {foundRole} at {foundScope} only, which does not include the key.',
    azureRoleOnHsm:
      'Adobe’s application has the role {foundRole} in Azure RBAC at {foundScope} only. A Managed HSM counts its own local roles only.',
  },
  kmsKeyExists: {
    absent:
      'KMS no longer has the key {arn}. A key that AWS deleted can’t be restored, and what is encrypted under it can’t be read.',
    otherKey: 'KMS answered with {seen}, which is another key than {arn}.',
  },
  kmsKeyIsEnabled: {
    disabled: 'Key {arn} is disabled in AWS KMS.',
    pendingDeletion:
      'Key {arn} is going to be deleted{deletionDate, select, none {} other { on {deletionDate}}}. Until then the deletion can be cancelled; KMS refuses every use of the key meanwhile.',
    pendingImport: 'Key {arn} has no key material any more: it was deleted, or it expired.',
    unavailable:
      'Key {arn} has the state {keyState}, in which KMS refuses to use it. The key store that it is in may be disconnected.',
  },
  kmsKeyIsSymmetric: {
    asymmetric:
      'The key has the type {keySpec}. A key’s type never changes: this is another key than the approved one.',
    otherUsage:
      'The key is for {keyUsage}. What a key is for never changes: this is another key than the approved one.',
  },
  kmsKeyIsSingleRegion: {
    multiRegion: 'The key is a multi-Region key now, which Adobe doesn’t support.',
  },
  kmsKeyIsInRegion: {
    otherRegion: 'The key is in region {found}, and Adobe’s account is in {region}.',
  },
  kmsKeyIsCustomerManaged: {
    awsManaged: 'AWS manages the key now, so that its policy can’t be changed.',
  },
  kmsKeyMaterialIsOwn: {
    imported: 'The key’s material was imported. Whoever has it can delete it, or use it elsewhere.',
    expiring:
      'The key’s imported material expires on {validTo}. From then on KMS refuses to use the key until it is imported again.',
    customStore:
      'The key is in a key store of its own ({origin}): where that is disconnected, KMS refuses to use the key.',
  },
  kmsKeyRotates: {
    off: 'Automatic rotation of the key is off.',
  },
  kmsKeyIsNotShared: {
    shared:
      'The KMS key is also used for another set-up: one change to it would cut off all that depends on it at once.',
  },
  keyPolicyKeepsAdmin: {
    lost: 'The key policy no longer leaves the administration of the key to account {account}: perhaps nobody can correct the policy or enable the key any more.',
  },
  keyPolicyHoldsTemplate: {
    notAdobes:
      'The policy that was provided for comparison is not that of Adobe’s page, so Keyway can’t say whether the key policy still holds Adobe’s statements.',
    notComparable:
      'The key policy is too large to be compared, so Keyway can’t say whether it still holds Adobe’s statements.',
    missing:
      'The key policy lacks {missing}{differing, select, none {} other {, and differs in {differing}}}. Without these statements Adobe can’t use the key, or parts of Customer Journey Analytics and Journey Optimizer can’t.',
    differing:
      'Statements of Adobe in the key policy are not as on Adobe’s page: {differing}. Adobe may not use the key without what they lack.',
    wider:
      'Statements of Adobe in the key policy lack their condition: {differing}. Adobe can use the key, and perhaps others can too.',
    denied:
      'The statement {denying} of the key policy denies what Adobe needs. It overrides every statement that allows it.',
    perhapsDenied:
      'The statement {denying} of the key policy may deny what Adobe needs. Whether its condition is true of Adobe’s calls can’t be read.',
  },
  keyPolicyNamesNoOthers: {
    others: 'The key policy lets others than the account and Adobe use the key: {principals}.',
    everybody: 'The key policy lets everybody use the key.',
  },
  keyPolicySidsAreUnique: {
    repeated: 'Several statements of the key policy have the same Sid: {sids}.',
  },
};
