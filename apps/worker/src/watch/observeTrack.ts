/** Reads everything of one track on Azure that a watch compares, each thing once. */
import {
  inspectKeyIdentifier,
  isRetryable,
  versionsToRead,
  type Instant,
  type Observed,
  type ReadFailure,
  type StepFacts,
  type StepFactsOf,
  type TrackObservation,
  type VaultFacts,
  type VaultReference,
  type WatchedTrack,
} from '@keyway/core';
import {
  keyFacts,
  principalFacts,
  readVault,
  roleFacts,
  vaultFacts,
  type LocatedVault,
  type ReadContext,
} from '../observe/readFacts.ts';

/**
 * A vault that was moved to another group or subscription is found by its name. It is not gone
 * where that could not be asked.
 */
async function findVault(
  reference: VaultReference,
  context: ReadContext,
): Promise<Observed<VaultFacts>> {
  const vault = await readVault(reference, context);
  if (vault.outcome !== 'absent') return vault;
  const moved = await readVault({ ...reference, resourceId: null }, context);
  if (moved.outcome === 'unreadable' && isRetryable(moved.failure.kind)) return moved;
  return moved.outcome === 'seen' ? moved : vault;
}

/** The principal that there is now; where it could not be read, the one that was approved. */
function principalIn(
  { servicePrincipal }: StepFactsOf<'CONSENT'>,
  { principalObjectId }: WatchedTrack,
): string | null {
  return servicePrincipal.outcome === 'seen' ? servicePrincipal.value.objectId : principalObjectId;
}

/** All facts where only the service principal could be asked for. */
function unread(
  vault: Observed<VaultFacts>,
  consent: StepFactsOf<'CONSENT'>,
  failure: ReadFailure,
): StepFacts[] {
  const nothing = { outcome: 'unreadable' as const, failure };
  return [
    { step: 'VAULT', vault, deletedVault: null, otherOrganizations: 0 },
    { step: 'NETWORK', vault },
    { step: 'KEY', key: nothing },
    consent,
    { step: 'ROLE', assignments: nothing },
  ];
}

/** Azure Resource Manager doesn't answer at all: what else is asked of it would wait as long. */
const hangs = (vault: Observed<VaultFacts>): ReadFailure | null =>
  vault.outcome === 'unreadable' && vault.failure.code === 'ETIMEDOUT' ? vault.failure : null;

export async function observeTrack(
  track: WatchedTrack,
  at: Instant,
  context: ReadContext,
): Promise<TrackObservation> {
  const identifier = inspectKeyIdentifier(track.keyIdentifier).keyIdentifier;
  const { vaultResourceId, applicationId } = track;
  if (!identifier || !vaultResourceId || !applicationId)
    throw new Error('The key identifier of a watched track can not be read.');
  const { kind, vault: name, vaultUri, key: keyName } = identifier;
  const reference = { kind, name, resourceId: vaultResourceId };
  const [vault, consent] = await Promise.all([
    findVault(reference, context),
    principalFacts(applicationId, context),
  ]);
  const failure = hangs(vault);
  if (failure) return { facts: unread(vault, consent, failure), formerVersions: [] };
  const resourceId = vault.outcome === 'seen' ? vault.value.resourceId : vaultResourceId;
  const located: LocatedVault = { ...reference, resourceId };
  const principalObjectId = principalIn(consent, track);
  const [ofVault, key, role, formerVersions] = await Promise.all([
    vaultFacts(reference, vault, vaultUri, context),
    // Without a version: the one that Adobe uses from now on (ROT-01).
    keyFacts(located, { name: keyName, version: null }, context),
    principalObjectId ? roleFacts(located, { keyName, principalObjectId }, context) : null,
    Promise.all(
      versionsToRead(track.versions, at).map(async (version) => {
        const { key: former } = await keyFacts(located, { name: keyName, version }, context);
        return { version, enabled: former.outcome === 'seen' ? former.value.enabled : null };
      }),
    ),
  ]);
  const facts = [ofVault, { step: 'NETWORK' as const, vault }, key, consent];
  return { facts: role ? [...facts, role] : facts, formerVersions };
}
