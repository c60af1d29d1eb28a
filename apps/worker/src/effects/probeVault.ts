/** Asks the vault of a key that was provided which tenant it is in, without a credential. */
import {
  ConnectorError,
  keyOf,
  unknownVault,
  type EventData,
  type KeyIdentifier,
  type VaultProbeFacts,
} from '@keyway/core';
import type { EffectContext, EffectHandler } from './effectContext.ts';

/** The limit counts the questions of a minute. */
const LIMIT_SECONDS = 60;

export const probeVault: EffectHandler<'probeVault'> = async (
  { track, keyIdentifier, attempt },
  context,
) => {
  const provided = context.run.tracks[track].key;
  const key = keyOf(context.run, track);
  if (!key || !provided?.tenantAsked || provided.identifier !== keyIdentifier)
    return { notWanted: 'nobody waits for the tenant of this vault any more' };
  if (key.cloud !== 'public') return probed(unknownVault('sovereignCloud'));
  if (!(await context.mayProbe()))
    return { release: 'the partner asked many vaults', afterSeconds: LIMIT_SECONDS };
  return probed(await factsOf(key, context));

  function probed({ reason, tenantId }: VaultProbeFacts): {
    kind: 'vaultProbed';
    data: EventData['vaultProbed'];
  } {
    return {
      kind: 'vaultProbed',
      data: { track, keyIdentifier, reason, vaultTenantId: tenantId, attempt },
    };
  }
};

async function factsOf(
  { kind, vault: name }: KeyIdentifier,
  { vaults, signal }: EffectContext,
): Promise<VaultProbeFacts> {
  try {
    return await vaults.probe({ kind, name }, { signal });
  } catch (error) {
    if (error instanceof ConnectorError) return unknownVault('noAnswer');
    throw error;
  }
}
