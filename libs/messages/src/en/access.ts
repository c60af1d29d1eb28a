/** Words of the APP_REGISTRATION, CONSENT, ROLE, ENTITLEMENT and SUBMISSION checks. */
import type { AllCheckTexts } from '../checkTexts.ts';

const REGISTRATION_REMEDY =
  'Do not open the URL. Compare with Adobe’s own page (Administration > Encryption > Customer Managed Keys > Configure) and report the difference to Adobe Customer Care.';

export const EN_ACCESS = {
  platformHostIsKnown: {
    title: 'Adobe’s host for this region is known',
    expected: 'A documented Experience Platform host',
    outcomes: {
      ok: '{host}',
      unconfirmed: {
        observed: '{host}',
        cause:
          'Adobe documents this host for region {region}, but not for customer-managed keys; it follows the same pattern as the others.',
        remedy:
          'Ask the Adobe account team to confirm the host, then accept this with their answer.',
      },
      noHost: {
        observed: 'No host is known for region {region}',
        cause:
          'Adobe documents no Experience Platform host for this region, and a token is sent to documented hosts only.',
        remedy:
          'Check the organization’s region with Adobe. If it is right, set it up in Adobe’s own page and attest the steps here.',
      },
    },
  },
  appRegistrationHoldsTogether: {
    title: 'Adobe’s app registration agrees with itself',
    expected: 'One application ID, one Adobe address, and Microsoft’s sign-in host',
    outcomes: {
      ok: 'Application {applicationId} ({name})',
      absent: {
        observed: 'Adobe has no app registration for this organization: {answer}',
        cause:
          'The organization may not be entitled, or its region is not {region}, whose host {platformHost} was asked.',
        remedy:
          'Check shield and region of the organization. If both are right, ask Adobe Customer Care to provide the app registration.',
      },
      incomplete: {
        observed: 'Adobe’s answer lacks its application ID, name or addresses',
        cause: 'The answer is incomplete.',
        remedy:
          'Check again later. If it stays, take the values from Adobe’s Encryption page and report it to Customer Care.',
      },
      otherSignInHost: {
        observed:
          'The URL of application {applicationId} does not lead to login.microsoftonline.com',
        cause:
          'A consent URL must be Microsoft’s; this one leads somewhere else and may have been tampered with.',
        remedy: REGISTRATION_REMEDY,
      },
      otherClient: {
        observed: 'The URL asks consent for another application than {applicationId}',
        cause:
          'client_id and applicationId differ; whoever consents would give access to the wrong application.',
        remedy: REGISTRATION_REMEDY,
      },
      otherRedirect: {
        observed: 'The URL does not lead back to {applicationUri}',
        cause:
          'redirect_uri and applicationUri differ; the consent’s code would be sent elsewhere.',
        remedy: REGISTRATION_REMEDY,
      },
      otherAdobeHost: {
        observed: 'The application’s address is {applicationUri}',
        cause: 'That is not an address of adobe.com.',
        remedy: REGISTRATION_REMEDY,
      },
      otherName: {
        observed: '{applicationUri} does not end in {name}',
        cause: 'Name and address of the application do not belong together.',
        remedy: REGISTRATION_REMEDY,
      },
      unclear: {
        observed: 'Adobe’s answer cannot be understood',
        cause: 'It has not the documented form.',
        remedy: 'Nothing to do: it is read again by itself.',
      },
    },
  },
  servicePrincipalExists: {
    title: 'Adobe’s application is consented to in the vault’s tenant',
    expected: 'A service principal of Adobe’s application in the tenant that owns the vault',
    outcomes: {
      ok: 'Service principal {objectId} in tenant {tenant}',
      absent: {
        observed: 'Application {applicationId} has no service principal in tenant {tenant}',
        cause:
          'Nobody has consented yet, or consent went to another tenant. The page one lands on after consenting proves nothing.',
        remedy:
          'An Application Administrator, Cloud Application Administrator or Global Administrator of tenant {tenant} opens the consent URL in “What to do” and selects Accept. Or: az ad sp create --id {applicationId}.',
      },
      disabled: {
        observed: 'The service principal {objectId} is disabled',
        cause: 'Sign-in was switched off for this application in tenant {tenant}.',
        remedy:
          'Microsoft Entra ID > Enterprise applications > the application > Properties > Enabled for users to sign-in?: Yes.',
      },
      otherApplication: {
        observed: 'The service principal is of application {seenApplicationId}',
        cause:
          'That is another application than Adobe’s {applicationId}. Display names can be alike; the ID decides.',
        remedy: 'Consent to application {applicationId} in tenant {tenant}.',
      },
      otherTenant: {
        observed: 'The service principal is in tenant {seenTenant}',
        cause: 'The vault is in tenant {tenant}; consent in another tenant does not reach it.',
        remedy:
          'Consent again with the URL in “What to do”, which names tenant {tenant}, and connect Azure for that tenant.',
      },
      unclear: {
        observed: 'It cannot be told whether application {applicationId} is in tenant {tenant}',
        cause: 'The application’s ID is not known yet, or the directory’s answer was incomplete.',
        remedy: 'Nothing to do: it is read again by itself.',
      },
    },
  },
  roleIsAssigned: {
    title: 'Adobe’s application may use the key',
    expected:
      'The exact encryption role for Adobe’s service principal, at the vault, above it, or at the key',
    outcomes: {
      ok: '{foundRole} at {foundScope}',
      okDenialsNotRead:
        '{foundRole} at {foundScope}. Whether a deny assignment stands against it could not be read ({reason})',
      perhapsDenied: {
        observed: '{foundRole} at {foundScope}, and deny assignment “{denial}” at {denialScope}',
        cause:
          'The deny assignment takes {deniedActions} from a group, from everybody but a group, under a condition, or not from what lies below its scope. Whether it hits Adobe’s principal {principal} cannot be seen from here; if it does, it wins over the role.',
        remedy:
          'Vault > Access control (IAM) > Deny assignments: see whether {principal} is denied. If it is, have it excluded; if it is not, accept this with a reason.',
      },
      denied: {
        observed:
          'Deny assignment “{denial}” at {denialScope} takes {deniedActions} from Adobe’s principal',
        cause:
          'A deny assignment wins over every role, so {foundRole} at {foundScope} has no effect. Azure makes them itself, for managed applications and deployment stacks.',
        remedy:
          'Have principal {principal} excluded from it by whoever runs the managed application or deployment stack (deny settings > excluded principals), or use a key in a vault outside of it. It cannot be removed in Access control (IAM).',
      },
      broader: {
        observed: '{foundRole} at {foundScope}',
        cause: 'This role can do more than read, wrap and unwrap, which is all Adobe needs.',
        remedy:
          'Assign {role} ({roleGuid}) to principal {principal}, wait until it works, then remove the broader role. Or accept it with a reason.',
      },
      conditional: {
        observed: '{foundRole} at {foundScope}, with a condition: {condition}',
        cause: 'A condition may refuse what Adobe does; whether it will cannot be seen from here.',
        remedy:
          'Assign {role} without a condition, or accept this with a reason after whoever wrote the condition has confirmed it.',
      },
      absent: {
        observed: 'Principal {principal} has no role on the vault',
        cause: 'Consent alone gives no access to a key; the role is not assigned.',
        remedy:
          'Vault > Access control (IAM) > Add role assignment > {role}, for Adobe’s application; or the script in “What to do”. On a Managed HSM: Local RBAC. It takes up to 10 minutes to work.',
      },
      otherPrincipal: {
        observed: '{foundRole} is assigned to principal {foundPrincipal}',
        cause:
          'That is not Adobe’s service principal {principal}. Perhaps the application ID was used instead of the object ID, or the application was deleted and consented to again, which changes the object ID.',
        remedy:
          'Assign {role} to the service principal with object ID {principal}. Compare application IDs, not display names.',
      },
      otherRole: {
        observed: 'Adobe’s principal has {foundRole} at {foundScope}',
        cause: 'That role does not contain read, wrap and unwrap of keys.',
        remedy: 'Assign {role} ({roleGuid}) to principal {principal} at the vault.',
      },
      otherScope: {
        observed: '{foundRole} is assigned at {foundScope}',
        cause: 'That scope does not reach the key: it is of another vault or another key.',
        remedy: 'Assign {role} to principal {principal} at vault {vault}.',
      },
      azureRoleOnHsm: {
        observed: '{foundRole} is assigned in Azure RBAC, at {foundScope}',
        cause:
          'A Managed HSM does not know the roles of Access control (IAM); only its own local roles count.',
        remedy:
          'In {vault} open Local RBAC > Add and assign {role} ({roleGuid}) at /keys to principal {principal}. Or run the script in “What to do”.',
      },
      propagating: {
        observed: '{foundRole} was assigned a moment ago at {foundScope}',
        cause: 'A role assignment takes up to 10 minutes until it works everywhere.',
        remedy: 'Nothing to do: it is checked again at {until}.',
      },
      unclear: {
        observed: 'It cannot be told which roles Adobe’s principal {principal} has',
        cause: 'The principal is not known yet, or Azure’s answer was incomplete.',
        remedy: 'Nothing to do: it is read again by itself.',
      },
    },
  },
  shieldIsEntitled: {
    title: 'The organization is entitled to its own key',
    expected: 'Healthcare Shield or Privacy & Security Shield; on AWS only the latter',
    outcomes: {
      ok: '{shield} on {cloud}',
      noShield: {
        observed: 'No shield',
        cause: 'Customer-managed keys belong to Healthcare Shield and Privacy & Security Shield.',
        remedy: 'Ask the Adobe account team which shield the organization bought.',
      },
      notOnAws: {
        observed: '{shield} on {cloud}',
        cause: 'Healthcare Shield carries customer-managed keys on Azure only.',
        remedy: 'On AWS Privacy & Security Shield is needed; ask the Adobe account team.',
      },
    },
  },
  configurationNameIsSafe: {
    title: 'The configuration’s name is safe',
    expected: '1 to 64 lower-case letters, digits and hyphens',
    outcomes: {
      ok: '{name}',
      unusual: {
        observed: '{name}',
        cause:
          'Adobe finds a configuration by its exact name, capital letters included; other characters have to be encoded in the address.',
        remedy: 'Better use lower-case letters, digits and hyphens only.',
      },
      empty: {
        observed: 'Empty',
        cause: 'Adobe’s status can only be asked for by name.',
        remedy: 'Give a name such as keyway-cmk.',
      },
      outerSpace: {
        observed: '“{name}”',
        cause: 'It begins or ends with a space, which nobody sees and Adobe’s status needs.',
        remedy: 'Remove the space.',
      },
      unusable: {
        observed: 'A name that cannot be put into an address',
        cause: 'It is too long, or holds an invisible control character.',
        remedy: 'Give a name of up to 64 lower-case letters, digits and hyphens.',
      },
    },
  },
  bodyNamesSameOrganization: {
    title: 'Body and header name the same organization',
    expected: 'imsOrgId in the body equals the header x-gw-ims-org-id',
    outcomes: {
      ok: '{body}',
      otherOrganization: {
        observed: 'The body names {body}, the header {header}',
        cause: 'The two must be the same, or the key would be set up for another organization.',
        remedy:
          'Nothing was sent. Request approval again; if it stays, report it as a fault of Keyway.',
      },
      unreadableBody: {
        observed: 'The body names no organization',
        cause: 'It is not the documented JSON.',
        remedy: 'Nothing was sent. Report it as a fault of Keyway.',
      },
    },
  },
} as const satisfies Partial<AllCheckTexts>;
