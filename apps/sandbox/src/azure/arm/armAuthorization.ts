/**
 * Role assignments, role definitions, deny assignments and locks through ARM, at any scope.
 */
import { objectIn } from '../../isObject.ts';
import { jsonObject } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import { PROPAGATION_MS } from '../../server/sandboxContext.ts';
import type { RoleAssignment, ServicePrincipal } from '../../state/records.ts';
import { requirePermission } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';
import { denyAssignments, isInside } from './armDenyAssignments.ts';
import { permissions } from './armPermissions.ts';
import { locks } from './armLocks.ts';
import { azureError, badJson, refuse } from '../azureErrors.ts';
import { isGuid } from '../derive.ts';
import { roleDefinitionJson, roleDefinitions } from './roleDefinitions.ts';

const MARK = ['providers', 'microsoft.authorization'];

/**
 * Where `providers/Microsoft.Authorization` begins: the last time it is said, since a scope may
 * contain providers of its own.
 */
const indexOfAuthorization = (call: Call): number =>
  call.segments.findLastIndex(
    (segment, index) =>
      segment.toLowerCase() === MARK[0] && call.segments[index + 1]?.toLowerCase() === MARK[1],
  );

export const isAuthorizationPath = (call: Call): boolean => indexOfAuthorization(call) >= 0;

export function authorization(call: Call, context: ArmContext): Answer {
  const mark = indexOfAuthorization(call);
  const scope = mark ? `/${call.segments.slice(0, mark).join('/')}` : '';
  const [type = '', name] = call.segments.slice(mark + 2);
  if (type.toLowerCase() === 'roledefinitions' && call.method === 'GET')
    return readDefinitions(scope, name, call, context);
  if (type.toLowerCase() === 'denyassignments' && scope)
    return denyAssignments(scope, name, call, context);
  if (type.toLowerCase() === 'permissions' && scope && !name)
    return permissions(scope, call, context);
  if (type.toLowerCase() === 'locks' && scope) return locks(scope, name, call, context);
  if (type.toLowerCase() !== 'roleassignments' || !scope)
    return azureError(
      404,
      'InvalidResourceType',
      `The resource type could not be found for '${call.method} ${call.path}'.`,
    );
  if (call.method === 'GET')
    return name ? getAssignment(scope, name, context) : listAssignments(scope, call, context);
  if (call.method === 'PUT' && name) return putAssignment(scope, name, call, context);
  if (call.method === 'DELETE' && name) return deleteAssignment(scope, name, context);
  return azureError(405, 'HttpMethodNotAllowed', `The method ${call.method} is not allowed here.`);
}

function readDefinitions(
  scope: string,
  name: string | undefined,
  call: Call,
  context: ArmContext,
): Answer {
  requirePermission(context, 'Microsoft.Authorization/roleDefinitions/read', scope || '/');
  const printed = scope.split('/').slice(0, 3).join('/');
  if (!name) {
    const wanted = /roleName eq '([^']+)'/i.exec(call.query.get('$filter') ?? '')?.[1];
    return {
      status: 200,
      body: {
        value: roleDefinitions
          .filter((role) => !wanted || role.roleName === wanted)
          .map((role) => roleDefinitionJson(role, printed)),
      },
    };
  }
  const role = roleDefinitions.find((candidate) => candidate.guid === name.toLowerCase());
  if (!role)
    refuse(
      404,
      'RoleDefinitionDoesNotExist',
      `The specified role definition with ID '${name}' does not exist.`,
    );
  return { status: 200, body: roleDefinitionJson(role, printed) };
}

const assignmentId = ({ scope, name }: Pick<RoleAssignment, 'scope' | 'name'>): string =>
  `${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`;

export function assignmentJson(assignment: RoleAssignment): Record<string, unknown> {
  const { scope, roleDefinitionId, principalId, principalType, createdOn, createdBy } = assignment;
  return {
    id: assignmentId(assignment),
    name: assignment.name,
    type: 'Microsoft.Authorization/roleAssignments',
    properties: {
      roleDefinitionId,
      principalId,
      principalType,
      scope,
      condition: null,
      conditionVersion: null,
      createdOn,
      updatedOn: createdOn,
      createdBy,
      updatedBy: createdBy,
      delegatedManagedIdentityResourceId: null,
      description: null,
    },
  };
}

/**
 * `atScope()`: at or above. `principalId` and `assignedTo`: at, above or below, for that principal
 * (cloud filters as documented).
 */
function listAssignments(scope: string, call: Call, context: ArmContext): Answer {
  requirePermission(context, 'Microsoft.Authorization/roleAssignments/read', scope);
  const clauses = (call.query.get('$filter') ?? '')
    .split(/\s+and\s+/i)
    .map((clause) => clause.trim())
    .filter(Boolean);
  let found = context.world.assignments
    .group(call.segments[1] ?? '')
    .filter((assignment) => isInside(scope, assignment.scope) || isInside(assignment.scope, scope));
  for (const clause of clauses) {
    const principal = /^(?:principalId eq|assignedTo\()\s*'([^']+)'\)?$/i.exec(clause)?.[1];
    if (/^atScope\(\)$/i.test(clause))
      found = found.filter((assignment) => isInside(scope, assignment.scope));
    else if (principal)
      found = found.filter((assignment) => assignment.principalId === principal.toLowerCase());
    else
      refuse(
        400,
        'UnsupportedQuery',
        `The filter '${clause}' is not supported. Supported filters are 'atScope()', 'principalId eq' and 'assignedTo()'.`,
      );
  }
  return { status: 200, body: { value: found.map(assignmentJson) } };
}

function find(scope: string, name: string, context: ArmContext): RoleAssignment | undefined {
  return context.world.assignments.get(`${scope}/${name}`);
}

function getAssignment(scope: string, name: string, context: ArmContext): Answer {
  requirePermission(context, 'Microsoft.Authorization/roleAssignments/read', scope);
  const assignment = find(scope, name, context);
  return assignment
    ? { status: 200, body: assignmentJson(assignment) }
    : azureError(404, 'RoleAssignmentNotFound', `The role assignment '${name}' is not found.`);
}

function deleteAssignment(scope: string, name: string, context: ArmContext): Answer {
  requirePermission(context, 'Microsoft.Authorization/roleAssignments/delete', scope);
  const assignment = find(scope, name, context);
  if (!assignment) return { status: 204 };
  context.world.assignments.delete(`${scope}/${name}`);
  return { status: 200, body: assignmentJson(assignment) };
}

function putAssignment(scope: string, name: string, call: Call, context: ArmContext): Answer {
  requirePermission(context, 'Microsoft.Authorization/roleAssignments/write', scope);
  const properties = objectIn(jsonObject(call, badJson).properties);
  const principalId = String(properties.principalId ?? '').toLowerCase();
  const roleDefinitionId = String(properties.roleDefinitionId ?? '');
  const guid = roleDefinitionId.split('/').at(-1)!.toLowerCase();
  if (!isGuid(name))
    refuse(
      400,
      'InvalidRoleAssignmentId',
      `The role assignment ID '${name}' is not valid. The role assignment ID must be a GUID.`,
    );
  if (!isGuid(principalId))
    refuse(
      400,
      'InvalidPrincipalId',
      `The principal ID '${principalId}' is not valid. Principal ID must be a GUID.`,
    );
  if (!roleDefinitions.some((role) => role.guid === guid))
    refuse(
      400,
      'RoleDefinitionDoesNotExist',
      `The specified role definition with ID '${guid}' does not exist.`,
    );
  refuseDuplicate(scope, name, principalId, guid, context);
  requirePrincipal(principalId, properties.principalType, context);
  const assignment: RoleAssignment = {
    name: name.toLowerCase(),
    scope,
    subscriptionId: call.segments[1]!,
    roleDefinitionId: `/subscriptions/${call.segments[1]}/providers/Microsoft.Authorization/roleDefinitions/${guid}`,
    principalId,
    principalType: 'ServicePrincipal',
    createdOn: new Date(context.now()).toISOString(),
    createdBy: context.caller.objectId,
  };
  context.world.assignments.put(`${scope}/${name}`, assignment);
  return { status: 201, body: assignmentJson(assignment) };
}

function refuseDuplicate(
  scope: string,
  name: string,
  principalId: string,
  guid: string,
  context: ArmContext,
): void {
  const here = context.world.assignments
    .group(scope.split('/')[2] ?? '')
    .filter((assignment) => assignment.scope.toLowerCase() === scope.toLowerCase());
  const same = here.find(
    (assignment) =>
      assignment.principalId === principalId &&
      assignment.roleDefinitionId.toLowerCase().endsWith(guid),
  );
  if (same)
    refuse(
      409,
      'RoleAssignmentExists',
      `The role assignment already exists. The ID of the existing role assignment is ${same.name.replaceAll('-', '')}.`,
    );
  if (here.some((assignment) => assignment.name === name.toLowerCase())) {
    refuse(
      409,
      'RoleAssignmentUpdateNotPermitted',
      'Tenant ID, application ID, principal ID, and scope are not allowed to be updated.',
    );
  }
}

/**
 * AEP-33: a principal made a moment ago is not found yet, unless the request says that it is a
 * service principal.
 */
function requirePrincipal(
  principalId: string,
  principalType: unknown,
  context: ArmContext,
): ServicePrincipal {
  const principal = context.world.principals
    .group(context.caller.tenantId)
    .find((candidate) => candidate.id === principalId);
  const replicated =
    principal &&
    (principalType === 'ServicePrincipal' ||
      context.now() - Date.parse(principal.createdAt) >= (PROPAGATION_MS / 20) * context.scale);
  if (!principal || !replicated) {
    refuse(
      400,
      'PrincipalNotFound',
      `Principal ${principalId.replaceAll('-', '')} does not exist in the directory ${context.caller.tenantId}. Check that you have the correct principal ID. If you are creating this principal and then immediately assigning a role, this error might be related to a replication delay. In this case, set the role assignment principalType property to a value, such as ServicePrincipal, User, or Group.`,
    );
  }
  return principal;
}
