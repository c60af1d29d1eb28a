export const consent = {
  otherTenant:
    'Do not consent yet. The vault says that it is in tenant {vault}, and the organization was entered with tenant {tenant}. Consent counts only in the tenant of the vault. Correct the organization’s tenant or provide the key of another vault.',
  tenantEntered:
    'Tenant {tenant} is as it was entered. The vault has not confirmed it: check that the vault is in this tenant before you consent.',
  tenantEnteredAsked:
    'Tenant {tenant} is as it was entered. The vault has not confirmed it yet; Keyway asks it again, and the address then names the tenant of the vault.',
  tenantAsked:
    'The tenant of the vault is not known yet. Keyway asks the vault again, and then shows an address in its tenant.',
  notKnown:
    'Adobe’s application is not known yet, or what Adobe reports about it is inconsistent. Until then no address is shown; see the step App registration.',
  needRole:
    'You need the role Application Administrator, Cloud Application Administrator or Global Administrator.',
  open: 'Open this address, sign in to tenant {tenant} and select **Accept**: [{url}]({url})',
  useScript:
    'Create the service principal in tenant {tenant}, which owns the vault, with one of the scripts.',
  byMicrosoft: 'Or use Microsoft’s own consent page, which Adobe does not document: [{url}]({url})',
  ignorePage:
    'Ignore the page that opens afterwards, and send its address to nobody: it contains a sign-in code. What counts is that the application is in your directory, and Keyway checks that.',
  roleIsNext: 'Consent gives no access to the key yet; the role comes next.',
};
