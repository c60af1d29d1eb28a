/** What the caller may do at a scope: everything but what the customer's scenario takes away. */
import type { Answer, Call } from '../../server/exchange.ts';
import { azureError } from '../azureErrors.ts';
import { deniedActions, findGroup, requirePermission } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';

/** `GET {scope}/providers/Microsoft.Authorization/permissions`, without deny assignments. */
export function permissions(scope: string, call: Call, context: ArmContext): Answer {
  if (call.method !== 'GET')
    return azureError(
      405,
      'HttpMethodNotAllowed',
      `The method ${call.method} is not allowed here.`,
    );
  requirePermission(context, 'Microsoft.Authorization/permissions/read', scope);
  const [, subscription, groups, group] = call.segments;
  if (groups?.toLowerCase() === 'resourcegroups' && group)
    findGroup(context, subscription!, decodeURIComponent(group));
  const granted = { actions: ['*'], notActions: deniedActions(context) };
  return { status: 200, body: { value: [{ ...granted, dataActions: [], notDataActions: [] }] } };
}
