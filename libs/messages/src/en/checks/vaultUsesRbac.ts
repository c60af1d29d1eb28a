import type { CheckMessages } from '../../checkMessages.ts';

export const vaultUsesRbac: CheckMessages<'vaultUsesRbac'> = {
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
        'First give everyone who uses {vault} an equivalent role: the change voids every access policy at once. Then Settings > Access configuration > Azure role-based access control, or az keyvault update --name {vault} --enable-rbac-authorization true. It needs Owner or User Access Administrator.',
    },
  },
};
