/**
 * Management locks through ARM, which hold for everybody and whatever their roles.
 */
import { objectIn } from '../../isObject.ts';
import { jsonObject } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { Lock } from '../../state/records.ts';
import { azureError, badJson, refuse } from '../azureErrors.ts';
import { requirePermission } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';
import { isInside } from './armDenyAssignments.ts';

const LEVELS = ['CanNotDelete', 'ReadOnly'];
const ACTION = { GET: 'read', PUT: 'write', DELETE: 'delete' } as const;

const lockId = ({ scope, name }: Lock): string =>
  `${scope}/providers/Microsoft.Authorization/locks/${name}`;

const lockJson = (lock: Lock): Record<string, unknown> => ({
  id: lockId(lock),
  name: lock.name,
  type: 'Microsoft.Authorization/locks',
  properties: { level: lock.level, ...(lock.notes !== null && { notes: lock.notes }) },
});

const locksOf = (scope: string, context: ArmContext): Lock[] =>
  context.world.locks.group(scope.split('/')[2] ?? '');

/** `GET`, `PUT` and `DELETE {scope}/providers/Microsoft.Authorization/locks[/{name}]`. */
export function locks(
  scope: string,
  name: string | undefined,
  call: Call,
  context: ArmContext,
): Answer {
  if (!(call.method in ACTION) || (!name && call.method !== 'GET'))
    return azureError(
      405,
      'HttpMethodNotAllowed',
      `The method ${call.method} is not allowed here.`,
    );
  const method = call.method as keyof typeof ACTION;
  requirePermission(context, `Microsoft.Authorization/locks/${ACTION[method]}`, scope);
  if (!name) return { status: 200, body: { value: listed(scope, context).map(lockJson) } };
  const before = context.world.locks.get(`${scope}/${name}`);
  if (method === 'PUT') return putLock(scope, name, before, call, context);
  if (!before && method === 'DELETE') return { status: 204 };
  if (!before)
    return azureError(404, 'LockNotFound', `The lock '${name}' could not be found at '${scope}'.`);
  if (method === 'DELETE') context.world.locks.delete(`${scope}/${name}`);
  return { status: 200, body: lockJson(before) };
}

/** Those of what contains the scope and of what it contains as well. */
const listed = (scope: string, context: ArmContext): Lock[] =>
  locksOf(scope, context).filter(
    (lock) => isInside(scope, lock.scope) || isInside(lock.scope, scope),
  );

function putLock(
  scope: string,
  name: string,
  before: Lock | undefined,
  call: Call,
  context: ArmContext,
): Answer {
  const { level, notes = null } = objectIn(jsonObject(call, badJson).properties);
  if (typeof level !== 'string' || !LEVELS.includes(level))
    refuse(400, 'InvalidLockLevel', `The lock level '${String(level)}' is not valid.`);
  const lock: Lock = {
    ...{ name: before?.name ?? name, scope, subscriptionId: scope.split('/')[2] ?? '' },
    ...{ level, notes: typeof notes === 'string' ? notes : null },
  };
  context.world.locks.put(`${scope}/${name}`, lock);
  return { status: before ? 200 : 201, body: lockJson(lock) };
}

/** A `ReadOnly` lock refuses changes, and every lock refuses a deletion. */
export function refuseLocked(
  scope: string,
  operation: 'write' | 'delete',
  context: ArmContext,
): void {
  const holding = locksOf(scope, context).filter(
    (lock) => isInside(scope, lock.scope) && (operation === 'delete' || lock.level === 'ReadOnly'),
  );
  if (holding.length === 0) return;
  refuse(
    409,
    'ScopeLocked',
    `The scope '${scope}' cannot perform ${operation} operation because following scope(s) are locked: '${holding.map(lockId).join("','")}'. Please remove the lock and try again.`,
  );
}
