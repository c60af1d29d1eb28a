/** Reads the facts of a step from what is known of vault, key and application. */
import type {
  DenyAssignmentFacts,
  Observed,
  ReadFailure,
  RoleAssignmentFacts,
  StepFactsOf,
  VaultFacts,
  VaultReference,
} from '@keyway/core';
import type { EffectContext } from '../effects/effectContext.ts';
import { observe, observeList } from './observe.ts';

/** What reading Azure needs. */
export type ReadContext = Pick<
  EffectContext,
  'azure' | 'azureConnection' | 'otherOrganizationsSharing' | 'signal'
>;
export type LocatedVault = VaultReference & { resourceId: string };

export const readVault = (
  vault: VaultReference,
  { azure, azureConnection, signal }: ReadContext,
): Promise<Observed<VaultFacts>> =>
  observe(async () => azure.readVault(await azureConnection(), vault, { signal }));

/**
 * Best effort: the permission for it is optional (docs/reference/clouds.md 5), and its absence says
 * nothing about the vault.
 */
async function readDeletedVault(
  vault: VaultReference,
  { azure, azureConnection, signal }: ReadContext,
): Promise<StepFactsOf<'VAULT'>['deletedVault']> {
  const deleted = await observe(async () =>
    azure.readDeletedVault(await azureConnection(), vault, { signal }),
  );
  return deleted.outcome === 'seen' ? deleted.value : null;
}

/** @param vaultUri of the key, without a version */
export const vaultFacts = async (
  reference: VaultReference | null,
  vault: Observed<VaultFacts>,
  vaultUri: string,
  context: ReadContext,
): Promise<StepFactsOf<'VAULT'>> => ({
  step: 'VAULT',
  vault,
  deletedVault:
    reference && vault.outcome === 'absent' ? await readDeletedVault(reference, context) : null,
  otherOrganizations: await context.otherOrganizationsSharing(vaultUri),
});

export const keyFacts = async (
  vault: LocatedVault,
  wanted: { name: string; version: string | null },
  { azure, azureConnection, signal }: ReadContext,
): Promise<StepFactsOf<'KEY'>> => ({
  step: 'KEY',
  key: await observe(async () => azure.readKey(await azureConnection(), vault, wanted, { signal })),
});

export const principalFacts = async (
  applicationId: string,
  { azure, azureConnection, signal }: ReadContext,
): Promise<StepFactsOf<'CONSENT'>> => ({
  step: 'CONSENT',
  servicePrincipal: await observe(async () =>
    azure.readServicePrincipal(await azureConnection(), applicationId, { signal }),
  ),
});

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

export async function roleFacts(
  vault: LocatedVault,
  about: { keyName: string; principalObjectId: string },
  { azure, azureConnection, signal }: ReadContext,
): Promise<StepFactsOf<'ROLE'>> {
  const roles = observeList(async () =>
    azure.readRoleAssignments(await azureConnection(), vault, about, { signal }),
  );
  // A Managed HSM has its own roles alone (HSM-03): nothing of Azure's denies them.
  if (vault.kind !== 'vault') return { step: 'ROLE', assignments: await roles };
  const denied = observeList(async () =>
    azure.readDenyAssignments(await azureConnection(), vault, about, { signal }),
  );
  return { step: 'ROLE', ...rolesAndDenials(await roles, await denied) };
}
