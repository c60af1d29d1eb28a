export const role = {
  assigned: 'The role is already assigned, at {scope}. Do not remove it; the scripts keep it.',
  openHsm:
    'Open the Managed HSM {vault} > **Local RBAC > Add**. The roles of Access control (IAM) have no effect there.',
  openVault:
    'Open the vault {vault} > **Access control (IAM) > Add role assignment**. You need Owner, User Access Administrator or Key Vault Data Access Administrator.',
  role: 'Role: **{role}** ({roleGuid}); no broader one is needed.',
  member:
    'Member: Adobe’s application. Compare its application ID ({application}), not its name{principal, select, none {} other {; its object ID in your tenant is {principal}}}.',
  scope: 'Scope: `/keys`.',
  notListed:
    'If the application is not in the list, consent went to another tenant: repeat it with the address of the step Consent.',
  wait: 'Wait up to 10 minutes. Keyway then checks automatically.',
  waitOnly: 'It takes effect within 10 minutes.',
};
