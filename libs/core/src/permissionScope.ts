/** Where a permission is needed, and what Azure's lists of other places say of it there. */
import type { AzurePermission, AzurePermissionFacts } from './azurePermissions.ts';
import type { PermissionList, PermissionState } from './grantedPermissions.ts';
import type { Connections } from './organization.ts';
import type { TrackState } from './run.ts';
import type { Instant } from './vocabulary.ts';

/** What is known of where a track's vault is, or will be. */
export interface Place {
  kind: 'vault' | 'managedHsm';
  /** ARM ID; null until the vault was read or its ID was entered. */
  resourceId: string | null;
  /** ARM ID of the resource group. */
  group: string | null;
  host: string | null;
}

const GROUP = /^\/subscriptions\/[^/]+\/resourceGroups\/[^/]+/i;

function setupGroup(track: TrackState | null): string | null {
  if (!track?.setup) return null;
  const { subscriptionId, resourceGroup } = track.setup.request.target;
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}`;
}

/** Null: without a run. */
export function placeOf(track: TrackState | null): Place {
  const facts = track?.steps.VAULT?.facts;
  const seen = facts?.step === 'VAULT' && facts.vault.outcome === 'seen' ? facts.vault.value : null;
  const host = /^https:\/\/([^/]+)/.exec(track?.key?.identifier ?? '')?.[1] ?? null;
  const kind = host?.includes('.managedhsm.') ? 'managedHsm' : 'vault';
  const resourceId = seen?.resourceId ?? track?.key?.vaultResourceId ?? null;
  const group = GROUP.exec(resourceId ?? '')?.[0] ?? setupGroup(track);
  return { kind, resourceId, group, host };
}

/** `isExact`: the permission is needed there, and not somewhere in it that is not known yet. */
interface Scope {
  scope: string;
  isExact: boolean;
  /** ARM ID of the subscription, where it is known. */
  subscription: string | null;
}

/**
 * The vault's ID where it was read, else the name of its host; its resource group where that is
 * known; the subscription, also of a workspace that nobody named; the tenant.
 */
export function scopeOf(
  of: AzurePermissionFacts,
  azure: NonNullable<Connections['azure']>,
  { resourceId, group, host }: Place,
): Scope {
  const subscription =
    group?.split('/').slice(0, 3).join('/') ??
    (azure.subscriptionId ? `/subscriptions/${azure.subscriptionId}` : null);
  const exactly = (scope: string): Scope => ({ scope, isExact: true, subscription });
  if (of.scope === 'tenant') return { ...exactly(azure.tenantId), subscription: null };
  if (of.scope === 'vault' && resourceId) return exactly(resourceId);
  if (of.scope === 'resourceGroup' && group) return exactly(group);
  if (of.scope === 'subscription' && subscription) return exactly(subscription);
  const scope = (of.scope === 'vault' ? host : null) ?? subscription ?? '/';
  return { scope, isExact: false, subscription };
}

const isInside = (scope: string, outer: string): boolean =>
  `${scope.toLowerCase()}/`.startsWith(`${outer.toLowerCase()}/`);

/**
 * What the newest list says that says something of the scope. Roles are inherited: what is granted
 * above is granted here, and what is missing further below is missing here. Null: none says.
 */
export function listedAt(
  permission: AzurePermission,
  { scope, isExact, subscription }: Scope,
  lists: readonly PermissionList[],
): { state: PermissionState; readAt: Instant } | null {
  const saying = lists.flatMap(({ scope: at, readAt, listed }) => {
    const state = listed[permission];
    if (state === undefined) return [];
    const isAbout = isExact
      ? at.toLowerCase() === scope.toLowerCase() ||
        (state === 'GRANTED' && isInside(scope, at)) ||
        (state === 'MISSING' && isInside(at, scope))
      : state === 'GRANTED' && subscription !== null && isInside(subscription, at);
    return isAbout ? [{ state, readAt }] : [];
  });
  return saying.toSorted((one, other) => (one.readAt < other.readAt ? -1 : 1)).at(-1) ?? null;
}
