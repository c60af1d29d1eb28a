/** Which permissions the stored credential has, by what Azure listed and what calls showed. */
import { AZURE_PERMISSIONS, type AzurePermission } from './azurePermissions.ts';
import type { AzurePermissionFacts } from './azurePermissions.ts';
import type { StepFacts } from './facts.ts';
import type { PermissionList, PermissionState } from './grantedPermissions.ts';
import { listedAt, placeOf, scopeOf } from './permissionScope.ts';
import type { ReadFailure } from './observedSchema.ts';
import type { Connections } from './organization.ts';
import type { Run, TrackState } from './run.ts';
import type { Instant, StepId, TrackId } from './vocabulary.ts';

/** One permission at one scope, for one step. */
export interface PermissionProbe {
  permission: AzurePermission;
  /** An ARM ID; the tenant's ID for permissions of Microsoft Graph. */
  scope: string;
  step: StepId;
  /** Null without a run. */
  track: TrackId | null;
  state: PermissionState;
}

type Seen = Partial<Record<AzurePermission, 'GRANTED' | 'MISSING'>>;
type CallsSeen = Partial<Record<AzurePermission, { state: 'GRANTED' | 'MISSING'; at: Instant }>>;
type Azure = NonNullable<Connections['azure']>;

const missing = ({ kind, permission }: ReadFailure): Seen =>
  kind === 'denied' && permission !== null && Object.hasOwn(AZURE_PERMISSIONS, permission)
    ? { [permission]: 'MISSING' }
    : {};

/** What one observation shows, by the calls that it is made of. */
function seenIn(facts: StepFacts): Seen {
  switch (facts.step) {
    case 'VAULT':
    case 'NETWORK': {
      if (facts.vault.outcome === 'unreadable') return missing(facts.vault.failure);
      if (facts.vault.outcome === 'absent') return {};
      const kind = facts.vault.value.kind === 'vault' ? 'vaults' : 'managedHSMs';
      return { [`Microsoft.KeyVault/${kind}/read`]: 'GRANTED' };
    }
    case 'KEY': {
      // On AWS it is another key.
      if (!('key' in facts)) return {};
      if (facts.key.outcome === 'unreadable') return missing(facts.key.failure);
      // Read from the vault itself, it needed a data action instead.
      if (facts.key.outcome === 'absent' || facts.key.value.source !== 'arm') return {};
      const isHsm = /\.managedhsm\./i.test(facts.key.value.keyIdentifier);
      const kind = isHsm ? 'managedHSMs' : 'vaults';
      return { [`Microsoft.KeyVault/${kind}/keys/read`]: 'GRANTED' };
    }
    case 'CONSENT': {
      const { servicePrincipal } = facts;
      if (servicePrincipal.outcome === 'unreadable') return missing(servicePrincipal.failure);
      return servicePrincipal.outcome === 'seen' ? { 'Application.Read.All': 'GRANTED' } : {};
    }
    case 'ROLE':
      return seenInRole(facts);
    default:
      return {};
  }
}

function seenInRole({ assignments, denials }: Extract<StepFacts, { step: 'ROLE' }>): Seen {
  const seen: Seen = {};
  if (assignments.outcome === 'unreadable') Object.assign(seen, missing(assignments.failure));
  // Of a vault alone: a Managed HSM has its own list beside Azure's, and either may be left out.
  if (assignments.outcome === 'seen' && denials !== undefined)
    seen['Microsoft.Authorization/roleAssignments/read'] = 'GRANTED';
  if (
    assignments.outcome === 'seen' &&
    assignments.value.some(({ store, dataActions }) => store === 'azureRbac' && dataActions)
  )
    seen['Microsoft.Authorization/roleDefinitions/read'] = 'GRANTED';
  if (denials?.outcome === 'seen') seen['Microsoft.Authorization/denyAssignments/read'] = 'GRANTED';
  if (denials?.outcome === 'unreadable') Object.assign(seen, missing(denials.failure));
  return seen;
}

/** By calls after the credential was stored; of a permission the last call that needed it. */
function seenOn(track: TrackState | null, storedAt: Instant): CallsSeen {
  const seen: CallsSeen = {};
  const steps = Object.values(track?.steps ?? {}).flatMap(({ facts, checks }) => {
    const at = checks
      .map(({ checkedAt }) => checkedAt)
      .toSorted()
      .at(-1);
    return facts && at !== undefined && at > storedAt ? [{ facts, at }] : [];
  });
  for (const { facts, at } of steps.toSorted((one, other) => (one.at < other.at ? -1 : 1)))
    for (const [permission, state] of Object.entries(seenIn(facts)))
      seen[permission as AzurePermission] = { state, at };
  return seen;
}

/**
 * What calls and lists show together. A list knows neither deny assignments nor conditions, so a
 * call that was refused counts for more until one succeeds; else the newest counts.
 */
function stateBy(
  call: CallsSeen[AzurePermission],
  list: { state: PermissionState; readAt: Instant } | null,
): PermissionState {
  if (!call || !list) return call?.state ?? list?.state ?? 'UNKNOWN';
  if (call.state === 'MISSING') return 'MISSING';
  return list.state === 'MISSING' && list.readAt > call.at ? 'MISSING' : 'GRANTED';
}

function probesOf(track: TrackState | null, stored: StoredCredential): PermissionProbe[] {
  const { azure, storedAt, lists } = stored;
  const place = placeOf(track);
  const seen = seenOn(track, storedAt);
  const named = Object.entries(AZURE_PERMISSIONS) as [AzurePermission, AzurePermissionFacts][];
  return named
    .filter(([, { of }]) => of === null || of === place.kind)
    .filter(([, { access }]) => access === 'READ' || azure.access === 'WRITE')
    .flatMap(([permission, facts]) => {
      const at = scopeOf(facts, azure, place);
      const state = stateBy(seen[permission], listedAt(permission, at, lists));
      return facts.steps
        .filter((step) => track === null || track.steps[step] !== undefined)
        .map((step): PermissionProbe => ({
          ...{ permission, scope: at.scope, step, track: track?.id ?? null, state },
        }));
    });
}

const applicable = (run: Run | null): TrackState[] =>
  Object.values(run?.tracks ?? {}).filter((track) => track.applicable);

/** A stored credential, and what Azure listed for it. */
interface StoredCredential {
  azure: Azure;
  /** Earlier observations were made with another one. */
  storedAt: Instant;
  lists: readonly PermissionList[];
}

/** Of each track that applies; without a run, what a run will need. Empty without a connection. */
export function permissionProbes(
  run: Run | null,
  stored: StoredCredential | null,
): PermissionProbe[] {
  if (!stored) return [];
  const tracks = applicable(run);
  if (tracks.length === 0) return probesOf(null, stored);
  return tracks.flatMap((track) => probesOf(track, stored));
}

/** Where Azure's list is asked for a run, by their ARM IDs: what contains others comes first. */
export function permissionScopes(run: Run | null, azure: Azure): string[] {
  const tracks = applicable(run).map(placeOf);
  const groups = tracks.map(({ group }) => (azure.access === 'WRITE' ? group : null));
  const subscriptions = tracks.map(({ group }) => group?.split('/').slice(0, 3).join('/'));
  const named = azure.subscriptionId ? `/subscriptions/${azure.subscriptionId}` : null;
  const scopes = [
    named,
    ...subscriptions,
    ...groups,
    ...tracks.map(({ resourceId }) => resourceId),
  ];
  const byId = new Map(scopes.flatMap((scope) => (scope ? [[scope.toLowerCase(), scope]] : [])));
  return [...byId.values()];
}
