import type { CheckMessages } from '../../checkMessages.ts';

export const roleIsAssigned: CheckMessages<'roleIsAssigned'> = {
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
};
