/** Reads what Azure lists that a credential may do, wherever the organization's run needs it. */
import {
  ConnectorError,
  isRetryable,
  permissionScopes,
  type PermissionList,
  type ReadFailure,
  type Run,
  type RunEvent,
} from '@keyway/core';
import type { AzureConnection, ClaimedTrial } from '@keyway/store';
import type { WorkerDependencies } from '../runEffect.ts';

/** What was listed, and the last failure that passes; one that doesn't leaves its scope out. */
export interface ReadLists {
  lists: PermissionList[];
  failure: ReadFailure | null;
}

/** Nothing depends on it: what can't be read shows as not known, and blocks nothing. */
export async function readPermissionLists(
  organization: Pick<ClaimedTrial, 'partnerId' | 'organizationId'>,
  azure: AzureConnection,
  { azure: port, store }: Pick<WorkerDependencies, 'azure' | 'store'>,
  signal: AbortSignal,
): Promise<ReadLists> {
  const run = (await store.system().currentRun(organization))?.run ?? null;
  const list = (scope: string) => port.readPermissions(azure, scope, { signal });
  return readLists(permissionScopes(run, azure), list, () => store.now());
}

/** Each scope, whatever becomes of the others. */
export async function readLists(
  scopes: readonly string[],
  list: (scope: string) => Promise<PermissionList['listed']>,
  now: () => Date,
): Promise<ReadLists> {
  const lists: PermissionList[] = [];
  let failure: ReadFailure | null = null;
  for (const scope of scopes) {
    try {
      lists.push({ scope, listed: await list(scope), readAt: now().toISOString() });
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      if (isRetryable(error.failure.kind)) failure = error.failure;
    }
  }
  return { lists, failure };
}

/**
 * Whether an event of the worker shows a scope whose list is to be read: a vault that was not
 * observed before, or one that was found elsewhere, or what a plan of changes is about.
 */
export function hasNewScope(before: Run, after: Run, { kind }: RunEvent): boolean {
  const { azure } = after.connections;
  if (!azure) return false;
  if (kind === 'setupPlanned') return true;
  if (kind !== 'factsObserved') return false;
  const known = new Set(permissionScopes(before, azure));
  const isFirst = Object.values(after.tracks).some(
    ({ id, steps }) => steps.VAULT?.facts && !before.tracks[id].steps.VAULT?.facts,
  );
  return isFirst || permissionScopes(after, azure).some((scope) => !known.has(scope));
}
