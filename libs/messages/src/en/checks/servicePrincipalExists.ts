import type { CheckMessages } from '../../checkMessages.ts';

export const servicePrincipalExists: CheckMessages<'servicePrincipalExists'> = {
  title: 'Adobe’s application is consented to in the vault’s tenant',
  expected: 'A service principal of Adobe’s application in the tenant that owns the vault',
  outcomes: {
    ok: 'Service principal {objectId} in tenant {tenant}',
    absent: {
      observed: 'Application {applicationId} has no service principal in tenant {tenant}',
      cause:
        'Nobody has consented yet, or consent went to another tenant. The page that opens after consenting proves nothing.',
      remedy:
        'An Application Administrator, Cloud Application Administrator or Global Administrator of tenant {tenant} opens the consent URL in “What to do” and selects Accept. Or: az ad sp create --id {applicationId}.',
    },
    disabled: {
      observed: 'The service principal {objectId} is disabled',
      cause: 'Sign-in is turned off for this application in tenant {tenant}.',
      remedy:
        'Microsoft Entra ID > Enterprise applications > the application > Properties > Enabled for users to sign-in?: Yes.',
    },
    otherApplication: {
      observed: 'The service principal belongs to application {seenApplicationId}',
      cause:
        'This is another application than Adobe’s {applicationId}. Display names can be the same; only the ID identifies an application.',
      remedy: 'Consent to application {applicationId} in tenant {tenant}.',
    },
    otherTenant: {
      observed: 'The service principal is in tenant {seenTenant}',
      cause: 'The vault is in tenant {tenant}; consent in another tenant does not apply to it.',
      remedy:
        'Consent again with the URL in “What to do”, which names tenant {tenant}, and connect Azure for that tenant.',
    },
    unclear: {
      observed: 'Whether application {applicationId} is in tenant {tenant} is unknown',
      cause: 'The application’s ID is not known yet, or the directory’s answer was incomplete.',
      remedy: 'Nothing to do: Keyway reads it again automatically.',
    },
  },
};
