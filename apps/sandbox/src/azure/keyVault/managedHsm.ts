/**
 * The local access control of a Managed HSM: its own data plane, invisible to ARM (HSM-03).
 */
import { objectIn } from '../../isObject.ts';
import { jsonObject } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { HsmAssignment } from '../../state/records.ts';
import { azureError, badJson, refuse } from '../azureErrors.ts';
import type { VaultContext } from './vaultCaller.ts';
import { requireDataPermission } from './vaultCaller.ts';

export const HSM_CRYPTO_SERVICE_ENCRYPTION_USER = '33413926-3206-4cdd-b39a-83574fe37a17';

const ROLES: Record<string, string> = {
  [HSM_CRYPTO_SERVICE_ENCRYPTION_USER]: 'Managed HSM Crypto Service Encryption User',
  '21dbd100-6940-42c2-9190-5d6cb909625b': 'Managed HSM Crypto User',
  '2c18b078-7c48-4d3a-af88-5a3a1b3f82b3': 'Managed HSM Crypto Auditor',
  '4bd23610-cdcf-4971-bdee-bdc562cc28e4': 'Managed HSM Policy Administrator',
};

const indexOfAuthorization = (call: Call): number =>
  call.segments.findIndex(
    (segment, index) =>
      segment.toLowerCase() === 'providers' &&
      call.segments[index + 1]?.toLowerCase() === 'microsoft.authorization',
  );

export const isHsmAuthorizationPath = (call: Call): boolean => indexOfAuthorization(call) >= 0;

/** Scopes are `/`, `/keys` and `/keys/{name}`. */
export function hsmAuthorization(call: Call, context: VaultContext): Answer {
  const mark = indexOfAuthorization(call);
  const scope = `/${call.segments.slice(0, mark).join('/')}`;
  const [type = '', name] = call.segments.slice(mark + 2);
  if (type.toLowerCase() === 'roledefinitions' && call.method === 'GET') return listRoles(name);
  if (type.toLowerCase() !== 'roleassignments')
    return azureError(404, 'NotFound', `The path '${call.path}' is not known.`);
  if (call.method === 'GET')
    return name ? getOne(scope, name, context) : listAt(scope, call, context);
  if (call.method === 'PUT' && name) return put(scope, name, call, context);
  if (call.method === 'DELETE' && name) return remove(scope, name, context);
  return azureError(405, 'MethodNotAllowed', `The method ${call.method} is not allowed here.`);
}

const idOf = (hsm: string, scope: string, name: string): string => `${hsm}${scope}/${name}`;

const json = ({ name, scope, roleDefinitionId, principalId }: HsmAssignment) => ({
  id: `${scope === '/' ? '' : scope}/providers/Microsoft.Authorization/roleAssignments/${name}`,
  name,
  type: 'Microsoft.Authorization/roleAssignments',
  properties: { principalId, roleDefinitionId, scope },
});

/**
 * HSM-04: what is assigned for one key does not show at `/` or `/keys`; what is above does show at
 * the key.
 */
function listAt(scope: string, call: Call, context: VaultContext): Answer {
  requireDataPermission(context, 'roleAssignments/read/action');
  const filter = call.query.get('$filter') ?? '';
  const principal = /principalId eq '([^']+)'/i.exec(filter)?.[1]?.toLowerCase();
  const above = (outer: string) =>
    outer === '/' || `${scope}/`.toLowerCase().startsWith(`${outer}/`.toLowerCase());
  const found = context.world.hsmAssignments
    .group(context.vault.name)
    .filter((one) => above(one.scope) && (!principal || one.principalId === principal));
  return { status: 200, body: { value: found.map(json) } };
}

function getOne(scope: string, name: string, context: VaultContext): Answer {
  requireDataPermission(context, 'roleAssignments/read/action');
  const found = context.world.hsmAssignments.get(idOf(context.vault.name, scope, name));
  return found
    ? { status: 200, body: json(found) }
    : azureError(404, 'RoleAssignmentNotFound', `The role assignment ${name} was not found.`);
}

function put(scope: string, name: string, call: Call, context: VaultContext): Answer {
  requireDataPermission(context, 'roleAssignments/write/action');
  const properties = objectIn(jsonObject(call, badJson).properties);
  const principalId = String(properties.principalId ?? '').toLowerCase();
  const role = String(properties.roleDefinitionId ?? '')
    .split('/')
    .at(-1)!
    .toLowerCase();
  if (!(role in ROLES))
    refuse(400, 'RoleDefinitionNotFound', `The role definition ${role} was not found.`);
  if (!/^\/(keys(\/[^/]+)?)?$/.test(scope))
    refuse(400, 'BadParameter', `The scope ${scope} is not valid.`);
  const same = context.world.hsmAssignments
    .group(context.vault.name)
    .find(
      (one) =>
        one.scope === scope &&
        one.principalId === principalId &&
        one.roleDefinitionId.endsWith(role),
    );
  if (same)
    refuse(
      409,
      'RoleAssignmentExists',
      'A role assignment already exists with the given principal, role and scope.',
    );
  const assignment = {
    hsm: context.vault.name,
    name: name.toLowerCase(),
    scope,
    roleDefinitionId: `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${role}`,
    principalId,
  };
  context.world.hsmAssignments.put(idOf(context.vault.name, scope, name), assignment);
  return { status: 201, body: json(assignment) };
}

function remove(scope: string, name: string, context: VaultContext): Answer {
  requireDataPermission(context, 'roleAssignments/delete/action');
  const found = context.world.hsmAssignments.get(idOf(context.vault.name, scope, name));
  if (!found)
    return azureError(404, 'RoleAssignmentNotFound', `The role assignment ${name} was not found.`);
  context.world.hsmAssignments.delete(idOf(context.vault.name, scope, name));
  return { status: 200, body: json(found) };
}

/** The built-in ones, at every scope: the Azure CLI asks for them where it assigns. */
function listRoles(name: string | undefined): Answer {
  const roles = Object.entries(ROLES).map(([guid, roleName]) => ({
    id: `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    name: guid,
    type: 'Microsoft.Authorization/roleDefinitions',
    properties: {
      roleName,
      type: 'AKVBuiltInRole',
      assignableScopes: ['/'],
      permissions: [
        {
          actions: [],
          notActions: [],
          dataActions: ['Microsoft.KeyVault/managedHsm/keys/read/action'],
          notDataActions: [],
        },
      ],
    },
  }));
  if (!name) return { status: 200, body: { value: roles } };
  const role = roles.find((candidate) => candidate.name === name.toLowerCase());
  return role
    ? { status: 200, body: role }
    : azureError(404, 'RoleDefinitionNotFound', `The role definition ${name} was not found.`);
}
