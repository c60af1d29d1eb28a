/** Reads the facts of one step. What it depends on and was not read yet makes it unreadable. */
import {
  applicationIdOf,
  keyOf,
  OWN_CODES,
  principalOf,
  vaultOf,
  type DenyAssignmentFacts,
  type Observed,
  type ObservedStepId,
  type ReadFailure,
  type RoleAssignmentFacts,
  type Run,
  type StepFacts,
  type StepFactsOf,
  type TrackId,
  type VaultFacts,
  type VaultReference,
} from '@keyway/core';
import type { EffectContext } from '../effects/effectContext.ts';
import { observe } from './observe.ts';

type Reader = (run: Run, track: TrackId, context: EffectContext) => Promise<StepFacts>;

/** What the observation depends on has not been read yet. */
const NOT_READ_YET: Observed<never> = {
  outcome: 'unreadable',
  failure: {
    kind: 'unavailable',
    message: '',
    status: null,
    code: OWN_CODES.notReadYet,
    permission: null,
    retryAfterSeconds: null,
  },
};

function vaultReference(run: Run, track: TrackId): VaultReference | null {
  const key = keyOf(run, track);
  if (!key) return null;
  return {
    kind: key.kind,
    name: key.vault,
    resourceId: run.tracks[track].key?.vaultResourceId ?? vaultOf(run, track)?.resourceId ?? null,
  };
}

async function readVault(
  run: Run,
  track: TrackId,
  context: EffectContext,
): Promise<Observed<VaultFacts>> {
  const reference = vaultReference(run, track);
  if (!reference) return NOT_READ_YET;
  return observe(async () =>
    context.azure.readVault(await context.azureConnection(), reference, { signal: context.signal }),
  );
}

async function readDeletedVault(
  run: Run,
  track: TrackId,
  context: EffectContext,
): Promise<{ name: string; scheduledPurgeDate: string | null } | null> {
  const reference = vaultReference(run, track);
  if (!reference) return null;
  // Best effort: the permission for it is optional (docs/reference/clouds.md 5), and its absence
  // says nothing about the vault.
  const deleted = await observe(async () =>
    context.azure.readDeletedVault(await context.azureConnection(), reference, {
      signal: context.signal,
    }),
  );
  return deleted.outcome === 'seen' ? deleted.value : null;
}

const locatedVault = (
  run: Run,
  track: TrackId,
): (VaultReference & { resourceId: string }) | null => {
  const vault = vaultOf(run, track);
  return vault ? { kind: vault.kind, name: vault.name, resourceId: vault.resourceId } : null;
};

/** A failure that ends soon; any other one stays until something changes. */
const isTemporary = ({ kind, status }: ReadFailure): boolean =>
  kind === 'throttled' ||
  (kind === 'unavailable' && (status === null || PASSING_STATUSES.has(status)));
const PASSING_STATUSES: ReadonlySet<number> = new Set([408, 502, 503, 504]);

/**
 * Roles, and what denies them (RB-06). Where deny assignments may not be read, or do not exist,
 * the roles are reported with that; a temporary failure fails the whole observation, because the
 * next one will read both.
 */
function rolesAndDenials(
  assignments: Observed<RoleAssignmentFacts[]>,
  denials: Observed<DenyAssignmentFacts[]>,
): Pick<StepFactsOf<'ROLE'>, 'assignments' | 'denials'> {
  if (denials.outcome !== 'unreadable') return { assignments, denials };
  if (assignments.outcome === 'seen' && isTemporary(denials.failure))
    return { assignments: denials };
  return {
    assignments,
    denials: { outcome: 'unreadable', failure: { ...denials.failure, retryAfterSeconds: null } },
  };
}

const READERS = {
  VAULT: async (run, track, context) => {
    const vault = await readVault(run, track, context);
    const deletedVault =
      vault.outcome === 'absent' ? await readDeletedVault(run, track, context) : null;
    const uri = keyOf(run, track)?.vaultUri ?? '';
    return {
      step: 'VAULT',
      vault,
      deletedVault,
      otherOrganizations: await context.otherOrganizationsOnVault(uri),
    };
  },
  NETWORK: async (run, track, context) => ({
    step: 'NETWORK',
    vault: await readVault(run, track, context),
  }),
  KEY: async (run, track, context) => {
    const [vault, key] = [locatedVault(run, track), keyOf(run, track)];
    if (!vault || !key) return { step: 'KEY', key: NOT_READ_YET };
    const wanted = { name: key.key, version: key.version };
    return {
      step: 'KEY',
      key: await observe(async () =>
        context.azure.readKey(await context.azureConnection(), vault, wanted, {
          signal: context.signal,
        }),
      ),
    };
  },
  APP_REGISTRATION: async (_run, _track, context) => ({
    step: 'APP_REGISTRATION',
    registration: await observe(async () =>
      context.adobe.readAppRegistration(await context.adobeConnection(), {
        signal: context.signal,
      }),
    ),
  }),
  CONSENT: async (run, track, context) => {
    const applicationId = applicationIdOf(run, track);
    if (!applicationId) return { step: 'CONSENT', servicePrincipal: NOT_READ_YET };
    return {
      step: 'CONSENT',
      servicePrincipal: await observe(async () =>
        context.azure.readServicePrincipal(await context.azureConnection(), applicationId, {
          signal: context.signal,
        }),
      ),
    };
  },
  ROLE: async (run, track, context) => {
    const [vault, key, principalObjectId] = [
      locatedVault(run, track),
      keyOf(run, track),
      principalOf(run, track),
    ];
    if (!vault || !key || !principalObjectId)
      return {
        step: 'ROLE',
        assignments: NOT_READ_YET,
      };
    const about = { keyName: key.key, principalObjectId };
    const limits = { signal: context.signal };
    const roles = observe(async () =>
      context.azure.readRoleAssignments(await context.azureConnection(), vault, about, limits),
    );
    // A Managed HSM has its own roles alone (HSM-03): nothing of Azure's denies them.
    if (vault.kind !== 'vault') return { step: 'ROLE', assignments: await roles };
    const denied = observe(async () =>
      context.azure.readDenyAssignments(await context.azureConnection(), vault, about, limits),
    );
    return { step: 'ROLE', ...rolesAndDenials(await roles, await denied) };
  },
} satisfies Record<ObservedStepId, Reader>;

export const observeFacts = (
  run: Run,
  track: TrackId,
  step: ObservedStepId,
  context: EffectContext,
): Promise<StepFacts> => READERS[step](run, track, context);
