/**
 * Which permissions the stored credential had when the run last used it. What was not seen to work
 * is never called granted.
 */
import { AZURE_PERMISSIONS, type AzurePermission } from './azurePermissions.ts';
import type { AzurePermissionFacts } from './azurePermissions.ts';
import type { StepFacts } from './facts.ts';
import type { PermissionState } from './grantedPermissions.ts';
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

interface Place {
  kind: 'vault' | 'managedHsm';
  resourceId: string | null;
  host: string | null;
}

function placeOf(track: TrackState | null): Place {
  const facts = track?.steps.VAULT?.facts;
  const seen = facts?.step === 'VAULT' && facts.vault.outcome === 'seen' ? facts.vault.value : null;
  const host = /^https:\/\/([^/]+)/.exec(track?.key?.identifier ?? '')?.[1] ?? null;
  const kind = host?.includes('.managedhsm.') ? 'managedHsm' : 'vault';
  return { kind, resourceId: seen?.resourceId ?? null, host };
}

/**
 * The vault's ID where it was read, else the name of its host; its resource group where it was
 * read; the subscription, also of a workspace that nobody named; the tenant.
 */
function scopeOf(of: AzurePermissionFacts, azure: Azure, place: Place): string {
  if (of.scope === 'tenant') return azure.tenantId;
  if (of.scope === 'vault' && (place.resourceId ?? place.host))
    return place.resourceId ?? place.host!;
  const [group, found] =
    /^(\/subscriptions\/[^/]+)\/resourceGroups\/[^/]+/i.exec(place.resourceId ?? '') ?? [];
  if (of.scope === 'resourceGroup' && group) return group;
  return azure.subscriptionId ? `/subscriptions/${azure.subscriptionId}` : (found ?? '/');
}

/** Of observations after the credential was stored. */
function seenOn(track: TrackState | null, storedAt: Instant): Seen {
  const seen: Seen = {};
  for (const step of Object.values(track?.steps ?? {})) {
    const at = step.checks
      .map(({ checkedAt }) => checkedAt)
      .toSorted()
      .at(-1);
    if (step.facts && at !== undefined && at > storedAt) Object.assign(seen, seenIn(step.facts));
  }
  return seen;
}

function probesOf(track: TrackState | null, azure: Azure, storedAt: Instant): PermissionProbe[] {
  const place = placeOf(track);
  const seen = seenOn(track, storedAt);
  const named = Object.entries(AZURE_PERMISSIONS) as [AzurePermission, AzurePermissionFacts][];
  return named
    .filter(([, { of }]) => of === null || of === place.kind)
    .filter(([, { access }]) => access === 'READ' || azure.access === 'WRITE')
    .flatMap(([permission, facts]) =>
      facts.steps
        .filter((step) => track === null || track.steps[step] !== undefined)
        .map((step): PermissionProbe => ({
          ...{ permission, step, track: track?.id ?? null },
          scope: scopeOf(facts, azure, place),
          state: seen[permission] ?? 'UNKNOWN',
        })),
    );
}

/**
 * Of each track that applies; without a run, what a run will need. Empty without a connection.
 * @param storedAt when the credential was stored: earlier observations were made with another one
 */
export function permissionProbes(
  run: Run | null,
  azure: Azure | null,
  storedAt: Instant,
): PermissionProbe[] {
  if (!azure) return [];
  const tracks = Object.values(run?.tracks ?? {}).filter(({ applicable }) => applicable);
  if (tracks.length === 0) return probesOf(null, azure, storedAt);
  return tracks.flatMap((track) => probesOf(track, azure, storedAt));
}
