/** Words of the VAULT and NETWORK checks. */
import type { AllCheckTexts } from '../checkTexts.ts';

export const EN_VAULT = {
  vaultExists: {
    title: 'The vault exists',
    expected: 'The vault named by the key identifier, present and readable',
    outcomes: {
      ok: 'Vault {vault} in {location}',
      absent: {
        observed: 'There is no vault {vault} where we may look',
        cause:
          'It has not been created yet, or it is in a subscription that our credential cannot see.',
        remedy:
          'Create the vault with the script in “What to do”, or name its resource ID, or give our credential Reader on its subscription. Then check again.',
      },
      deleted: {
        observed: 'Vault {vault} was deleted; Azure keeps it until {purgeDate}',
        cause: 'Somebody deleted it. Its name cannot be used again while it is soft-deleted.',
        remedy:
          'Recover it: az keyvault recover --name {vault}. Recovering does not bring back role assignments or Event Grid subscriptions; create them again afterwards.',
      },
      otherVault: {
        observed: 'Vault {vault} was read, but the key identifier names {named}',
        cause: 'The resource ID that was given is of another vault than the key identifier.',
        remedy:
          'Provide the key again, with the resource ID of {named} or without one: it is then found by its name.',
      },
      unclear: {
        observed: 'Azure’s answer does not say which vault it describes',
        cause: 'The answer was incomplete.',
        remedy:
          'Nothing to do: it is read again by itself. If this stays, look at the vault in the Azure portal.',
      },
    },
  },
  vaultIsDedicated: {
    title: 'CJA has a vault of its own',
    expected: 'Another vault than the one AEP uses',
    outcomes: {
      ok: '{vault} is not AEP’s vault {otherVault}',
      otherNotNamed: 'No vault is named for AEP yet, so {vault} is CJA’s alone',
      shared: {
        observed: 'CJA and AEP both name vault {vault}',
        cause:
          'Adobe requires a new vault that only Customer Journey Analytics uses; its application and Adobe’s AEP application must not share one.',
        remedy:
          'Create a second vault with its own key for CJA and provide that key’s identifier on the CJA track.',
      },
    },
  },
  vaultIsNotShared: {
    title: 'No other organization uses this vault',
    expected: 'A vault that only this organization depends on',
    outcomes: {
      ok: 'No other organization here uses {vault}',
      shared: {
        observed: '{vault} is used by other organizations you manage ({count})',
        cause:
          'One change to this vault, such as a deleted key or a closed firewall, would cut off several organizations at once, and Adobe could purge the data of all of them.',
        remedy:
          'Use one vault per organization. If sharing is intended, accept this with a reason.',
      },
      unclear: {
        observed: 'It is not known which other organizations use this vault',
        cause: 'The look did not say.',
        remedy: 'Check again.',
      },
    },
  },
  vaultHasPurgeProtection: {
    title: 'Purge protection is on',
    expected: 'enablePurgeProtection is true',
    outcomes: {
      ok: 'Purge protection is on',
      off: {
        observed: 'Purge protection is off',
        cause:
          'It is off unless switched on. Without it a deleted key or vault can be destroyed at once, and with it all data encrypted by that key.',
        remedy:
          'az keyvault update --name {vault} --enable-purge-protection true. In the portal: Properties > Purge protection. This cannot be switched off again by anyone, Microsoft included.',
      },
    },
  },
  vaultHasSoftDelete: {
    title: 'Soft-delete is on',
    expected: 'enableSoftDelete is not false',
    outcomes: {
      ok: 'Soft-delete is on',
      implied: 'Soft-delete is on, since purge protection needs it',
      alwaysOn: 'A Managed HSM always has soft-delete',
      off: {
        observed: 'Soft-delete is off',
        cause: 'This is an old vault from before soft-delete became the rule.',
        remedy:
          'az keyvault update --name {vault} --enable-soft-delete true, then switch on purge protection. Neither can be switched off again.',
      },
      notStated: {
        observed: 'Azure does not say whether soft-delete is on',
        cause:
          'The setting is absent from the answer, and purge protection, which would imply it, is off.',
        remedy: 'Switch on purge protection for {vault}; that settles both.',
      },
    },
  },
  vaultRetentionIsLong: {
    title: 'Deleted keys are kept for 90 days',
    expected: '90 days (possible: 7 to 90)',
    outcomes: {
      ok: '{days} days',
      belowRecommended: {
        observed: '{days} days',
        cause:
          'The retention was set below the default of 90 days when the vault was created. It leaves less time to notice and recover a deleted key.',
        remedy:
          'It can never be changed for this vault. Accept it with a reason, or create a new vault with 90 days before anything is submitted.',
      },
      short: {
        observed: 'Only {days} days',
        cause:
          'The retention was set very low when the vault was created. After {days} days a deleted key is gone for good, and with it the data.',
        remedy:
          'It can never be changed for this vault. Create a new vault with 90 days before anything is submitted; afterwards it is too late.',
      },
      notStated: {
        observed: 'Not stated',
        cause:
          'Azure’s answer does not name the retention. It is 90 days unless another value was chosen at creation.',
        remedy:
          'Look at Properties of {vault} in the portal, and accept this with what you saw there.',
      },
      outOfRange: {
        observed: '{days} days, which Azure does not allow',
        cause: 'Azure allows 7 to 90 days; a value outside is a fault in the data.',
        remedy:
          'Look at Properties of {vault} in the portal. If it really says so, create a new vault with 90 days.',
      },
    },
  },
  vaultUsesRbac: {
    title: 'Access is granted by Azure roles',
    expected: 'enableRbacAuthorization is true',
    outcomes: {
      ok: 'Azure role-based access control',
      localRbac: 'A Managed HSM grants access by its own local roles',
      accessPolicies: {
        observed: 'Vault access policies',
        cause:
          'The vault uses the older permission model, in which the role that Adobe needs has no effect.',
        remedy:
          'First give everyone who uses {vault} today an equivalent role: the switch voids every access policy at once. Then Settings > Access configuration > Azure role-based access control, or az keyvault update --name {vault} --enable-rbac-authorization true. It needs Owner or User Access Administrator.',
      },
    },
  },
  vaultSkuIsSupported: {
    title: 'The tier is one Adobe supports',
    expected: 'Standard, Premium or Managed HSM',
    outcomes: {
      ok: 'Tier {sku}',
      managedHsm: 'Managed HSM',
      unsupported: {
        observed: 'Tier {sku}',
        cause:
          'Adobe supports vaults of the Standard and Premium tier and Managed HSM; not Dedicated HSM, not Payments HSM.',
        remedy:
          'Create a vault of tier Standard or Premium, create the key there, and provide its identifier.',
      },
      notStated: {
        observed: 'Azure does not say which tier {vault} has',
        cause: 'The tier is absent from the answer.',
        remedy:
          'It is read again by itself. If this stays, look at the vault’s Overview in the portal.',
      },
    },
  },
  vaultIsInTenant: {
    title: 'The vault is in the right tenant',
    expected: 'The tenant in which Adobe’s application is consented to',
    outcomes: {
      ok: 'Tenant {tenant}',
      otherThanConnection: {
        observed: 'The vault is in tenant {tenant}',
        cause:
          'Our Azure connection is for tenant {expectedTenant}. Consent given there would not reach this vault.',
        remedy:
          'Connect Azure again with tenant {tenant}, or use a vault of tenant {expectedTenant}.',
      },
      otherThanOrganization: {
        observed: 'The vault is in tenant {tenant}',
        cause: 'This organization is registered with tenant {organizationTenant}.',
        remedy:
          'Find out which tenant is the customer’s. Use a vault of tenant {organizationTenant}, or have the organization’s tenant corrected.',
      },
      notStated: {
        observed: 'Azure does not say to which tenant the vault belongs',
        cause: 'tenantId is absent from the answer.',
        remedy:
          'It is read again by itself. If this stays, look at Directory ID on the vault’s Overview.',
      },
      nothingToCompare: {
        observed: 'The vault is in tenant {tenant}',
        cause: 'Neither an Azure connection nor the organization names a tenant to compare with.',
        remedy:
          'Connect Azure for this organization with tenant {tenant}, if that is the customer’s.',
      },
    },
  },
  networkAdmitsAdobe: {
    title: 'Adobe can reach the vault',
    expected: 'Open, or restricted with trusted Microsoft services and 20.88.123.53 admitted',
    outcomes: {
      open: 'Public access from all networks',
      restricted: {
        observed: 'Selected networks, with trusted Microsoft services and {address} admitted',
        cause:
          'This is what Adobe documents for restricted vaults. Microsoft’s list of trusted services does not name Azure Cosmos DB, on which Adobe’s profile store runs, so only Adobe’s own validation will show whether it works.',
        remedy:
          'Accept this with a reason; nothing needs to be changed. If Adobe then reports FAILED, open the firewall to all networks and try again.',
      },
      restrictedWiderRange: {
        observed: 'Selected networks; {range} admits {address} and other addresses too',
        cause:
          'The range is wider than Adobe’s single address, so strangers in it reach the vault’s front door as well. Also Microsoft’s list of trusted services does not name Azure Cosmos DB.',
        remedy:
          'Replace {range} by {address}: az keyvault network-rule add --name {vault} --ip-address {address}, then remove the range. Or accept it with a reason.',
      },
      disabledWithBypass: {
        observed: 'Public access is disabled; trusted Microsoft services are admitted',
        cause:
          'IP rules have no effect while public access is disabled. Adobe’s monitor at {address} cannot reach the vault, so you will get no alerts from Adobe.',
        remedy:
          'Better choose Networking > Allow public access from specific virtual networks and IP addresses, and add {address}. Or accept with a reason that Adobe’s alerts will be missing.',
      },
      noAddress: {
        observed:
          'Selected networks; trusted services are admitted, {address} is not (IP rules: {ipRules})',
        cause:
          'Adobe’s address is missing from the firewall, or it was mistyped. The portal’s button adds your own address, which has to be replaced by Adobe’s.',
        remedy:
          'az keyvault network-rule add --name {vault} --ip-address {address}. In the portal: Networking > Firewalls and virtual networks > Firewall. It takes up to 10 minutes to work.',
      },
      noBypass: {
        observed: 'Selected networks; {address} is admitted, trusted Microsoft services are not',
        cause:
          'Adobe’s data stores reach the vault as trusted Microsoft services, and these are shut out.',
        remedy:
          'az keyvault update --name {vault} --bypass AzureServices. In the portal: Networking > tick “Allow trusted Microsoft services to bypass this firewall”.',
      },
      noAddressNoBypass: {
        observed:
          'Selected networks; neither {address} nor trusted Microsoft services are admitted (IP rules: {ipRules})',
        cause: 'The firewall was set up without Adobe in mind.',
        remedy:
          'az keyvault update --name {vault} --bypass AzureServices, and az keyvault network-rule add --name {vault} --ip-address {address}. It takes up to 10 minutes to work.',
      },
      disabledNoBypass: {
        observed: 'Public access is disabled and trusted Microsoft services are not admitted',
        cause:
          'Nobody outside the private network reaches this vault. A key that is reachable by private endpoint only cannot be used.',
        remedy:
          'Networking > Allow public access from specific virtual networks and IP addresses; add {address} and tick “Allow trusted Microsoft services to bypass this firewall”.',
      },
      perimeter: {
        observed: 'A network security perimeter closes the vault',
        cause:
          'A perimeter (SecuredByPerimeter) shuts out even trusted Microsoft services, whatever the firewall says.',
        remedy:
          'Take {vault} out of the perimeter, or ask your network team for another vault. Then admit trusted services and {address}.',
      },
      vaultAbsent: {
        observed: 'Vault {vault} is not there any more',
        cause: 'It was there before and has been deleted or moved.',
        remedy:
          'Recover it (az keyvault recover --name {vault}), then create its role assignments again: they do not come back with it.',
      },
      settling: {
        observed: 'The firewall was opened for Adobe a moment ago',
        cause: 'A change of the firewall takes up to 10 minutes until it works everywhere.',
        remedy: 'Nothing to do: it is checked again at {until}.',
      },
      unclear: {
        observed:
          'Azure’s answer about the firewall cannot be understood (public access {access}, default action {defaultAction})',
        cause: 'A setting has a value that we do not know.',
        remedy:
          'It is read again by itself. If this stays, look at Networking of {vault} in the portal.',
      },
    },
  },
} as const satisfies Partial<AllCheckTexts>;
