/**
 * Deny assignments through ARM: only Azure itself makes them, so they can be read and nothing else
 * (RB-06).
 */
import type { Answer, Call } from '../../server/exchange.ts';
import type { DenyAssignment } from '../../state/records.ts';
import { azureError, refuse } from '../azureErrors.ts';
import { requirePermission } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';

const READ = 'Microsoft.Authorization/denyAssignments/read';

export const isInside = (scope: string, outer: string): boolean =>
  `${scope.toLowerCase()}/`.startsWith(`${outer.toLowerCase()}/`);

function denyAssignmentJson(denial: DenyAssignment): Record<string, unknown> {
  const {
    scope,
    name,
    displayName,
    dataActions,
    notDataActions,
    principals,
    excludePrincipals,
    doNotApplyToChildScopes,
  } = denial;
  return {
    id: `${scope}/providers/Microsoft.Authorization/denyAssignments/${name}`,
    name,
    type: 'Microsoft.Authorization/denyAssignments',
    properties: {
      denyAssignmentName: displayName,
      description: displayName,
      permissions: [{ actions: [], notActions: [], dataActions, notDataActions }],
      scope,
      doNotApplyToChildScopes,
      principals,
      excludePrincipals,
      isSystemProtected: true,
    },
  };
}

/** `GET {scope}/providers/Microsoft.Authorization/denyAssignments[/{name}]`. */
export function denyAssignments(
  scope: string,
  name: string | undefined,
  call: Call,
  context: ArmContext,
): Answer {
  if (call.method !== 'GET')
    return azureError(
      405,
      'HttpMethodNotAllowed',
      `The method ${call.method} is not allowed here.`,
    );
  requirePermission(context, READ, scope);
  const all = context.world.denials.group(call.segments[1] ?? '');
  if (name) {
    const found = all.find(
      (denial) =>
        denial.scope.toLowerCase() === scope.toLowerCase() && denial.name === name.toLowerCase(),
    );
    return found
      ? { status: 200, body: denyAssignmentJson(found) }
      : azureError(404, 'DenyAssignmentNotFound', `The deny assignment '${name}' is not found.`);
  }
  return {
    status: 200,
    body: { value: filtered(all, scope, call.query.get('$filter') ?? '').map(denyAssignmentJson) },
  };
}

/**
 * `atScope()`: at or above. `principalId`: at, above and below, where that principal is among those
 * denied.
 */
function filtered(all: DenyAssignment[], scope: string, filter: string): DenyAssignment[] {
  const principal = /^\s*principalId eq\s*'([^']+)'\s*$/i.exec(filter)?.[1]?.toLowerCase();
  if (/^\s*atScope\(\)\s*$/i.test(filter))
    return all.filter((denial) => isInside(scope, denial.scope));
  if (!principal && filter.trim() !== '')
    refuse(400, 'UnsupportedQuery', `The filter '${filter}' is not supported.`);
  return all
    .filter((denial) => isInside(scope, denial.scope) || isInside(denial.scope, scope))
    .filter((denial) => !principal || denial.principals.some(({ id }) => id === principal));
}
