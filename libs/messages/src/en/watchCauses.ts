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
};
