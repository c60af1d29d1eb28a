import type { CheckMessages } from '../../checkMessages.ts';

export const roleIsAssigned: CheckMessages<'roleIsAssigned'> = {
  title: 'Adobe’s application may use the key',
  expected:
    'The exact encryption role for Adobe’s service principal, at the vault, above it, or at the key',
  outcomes: {
    ok: '{foundRole} at {foundScope}',
    okDenialsNotRead:
      '{foundRole} at {foundScope}. Whether a deny assignment blocks it could not be read ({reason})',
    perhapsDenied: {
      observed: '{foundRole} at {foundScope}, and deny assignment “{denial}” at {denialScope}',
      cause:
        'The deny assignment takes {deniedActions} from a group, from everybody but a group, under a condition, or not from what lies below its scope. Whether it applies to Adobe’s principal {principal} can’t be read; if it does, it overrides the role.',
      remedy:
        'Vault > Access control (IAM) > Deny assignments: check whether {principal} is denied. If it is, have it excluded; if not, accept this with a reason.',
    },
    denied: {
      observed:
        'Deny assignment “{denial}” at {denialScope} takes {deniedActions} from Adobe’s principal',
      cause:
        'A deny assignment overrides every role, so {foundRole} at {foundScope} has no effect. Azure creates them for managed applications and deployment stacks.',
      remedy:
        'Have principal {principal} excluded from it by whoever runs the managed application or deployment stack (deny settings > excluded principals), or use a key in another vault. It can’t be removed in Access control (IAM).',
    },
    broader: {
      observed: '{foundRole} at {foundScope}',
      cause: 'This role can do more than read, wrap and unwrap, which is all Adobe needs.',
      remedy:
        'Assign {role} ({roleGuid}) to principal {principal}, wait until it takes effect, then remove the broader role. Or accept it with a reason.',
    },
    conditional: {
      observed: '{foundRole} at {foundScope}, with a condition: {condition}',
      cause: 'A condition may block Adobe; whether it does can’t be read.',
      remedy:
        'Assign {role} without a condition, or accept this with a reason after the author of the condition has confirmed it.',
    },
    absent: {
      observed: 'Principal {principal} has no role on the vault',
      cause: 'Consent alone gives no access to a key; the role is not assigned yet.',
      remedy:
        'Vault > Access control (IAM) > Add role assignment > {role}, for Adobe’s application; or the script in “What to do”. On a Managed HSM: Local RBAC. It can take up to 10 minutes to take effect.',
    },
    otherPrincipal: {
      observed: '{foundRole} is assigned to principal {foundPrincipal}',
      cause:
        'This is not Adobe’s service principal {principal}. The application ID may have been used instead of the object ID, or the application was deleted and consented to again, which changes the object ID.',
      remedy:
        'Assign {role} to the service principal with object ID {principal}. Compare application IDs, not display names.',
    },
    otherRole: {
      observed: 'Adobe’s principal has {foundRole} at {foundScope}',
      cause: 'This role does not include reading, wrapping and unwrapping of keys.',
      remedy: 'Assign {role} ({roleGuid}) to principal {principal} at the vault.',
    },
    otherScope: {
      observed: '{foundRole} is assigned at {foundScope}',
      cause: 'This scope does not include the key: it belongs to another vault or key.',
      remedy: 'Assign {role} to principal {principal} at vault {vault}.',
    },
    azureRoleOnHsm: {
      observed: '{foundRole} is assigned in Azure RBAC, at {foundScope}',
      cause:
        'A Managed HSM ignores the roles of Access control (IAM); only its own local roles count.',
      remedy:
        'In {vault} open Local RBAC > Add and assign {role} ({roleGuid}) at /keys to principal {principal}. Or run the script in “What to do”.',
    },
    propagating: {
      observed: '{foundRole} was assigned a moment ago at {foundScope}',
      cause: 'A role assignment can take up to 10 minutes to take effect everywhere.',
      remedy: 'Nothing to do: Keyway checks again at {until}.',
    },
    unclear: {
      observed: 'The roles of Adobe’s principal {principal} are unknown',
      cause: 'The principal is not known yet, or Azure’s answer was incomplete.',
      remedy: 'Nothing to do: Keyway reads it again automatically.',
    },
  },
};
