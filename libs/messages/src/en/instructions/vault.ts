export const vault = {
  chooseName:
    'Choose a name for the vault. It is permanent and unique in all of Azure. Then {byLink, select, true {send the key’s identifier to the partner who sent you this link} other {provide the key’s identifier here}}.',
  useOwnVault:
    'Use a new vault for Customer Journey Analytics only, not the one of Experience Platform.',
  recover:
    'The vault {vault} was deleted and can be recovered: **Key vaults > Manage deleted vaults > Recover**. A new vault can’t take its name. Its role assignments don’t come back.',
  open: 'In the Azure portal, in tenant {tenant}, open the vault {vault}.',
  openOrCreate:
    'In the Azure portal, in tenant {tenant}, open the vault {vault}, or create it with tier Premium (or Standard).',
  softDelete: 'Soft-delete with 90 days; the number of days can’t be changed later.',
  purgeProtection: '**Properties > Purge protection > Enable.** It can’t be turned off again.',
  activateHsm: 'Activate the Managed HSM by downloading its security domain, and store it safely.',
  useRbac:
    '**Settings > Access configuration > Azure role-based access control.** In a vault in use, first give its users equivalent roles: the change voids every access policy at once.',
  nothingToChange: 'None of this has to be changed in this vault, so there is no script.',
  scriptsKeepTheRest:
    'The scripts change only these settings and keep region, tier, tags and firewall rules. There is none for Bicep: a Bicep deployment replaces every property of an existing vault.',
  noBicepYet:
    'There is no Bicep script until Keyway has observed that the vault does not exist: a Bicep deployment replaces every property of an existing vault.',
};
