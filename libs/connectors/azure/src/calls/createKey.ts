/** Makes the first version of a key, through ARM: the vault itself would make a second one. */
import type { NewKeySettings, SetupTarget } from '@keyway/core';
import { keyPath } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { armKeyFacts } from '../facts/keyFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { checkedTarget, unlessAbsent } from '../setupTarget.ts';
import { vaultHost } from '../vaultHost.ts';
import { readKey } from './readKey.ts';

const rotationPolicy = (rotateAfter: string) => ({
  attributes: {},
  lifetimeActions: [{ trigger: { timeAfterCreate: rotateAfter }, action: { type: 'rotate' } }],
});

/** Azure answers a key that is there as it is, and writes nothing. */
export async function createKey(
  session: AzureSession,
  given: SetupTarget,
  { kty, size, keyOps, rotateAfter }: NewKeySettings,
): Promise<{ created: boolean; keyIdentifier: string }> {
  const { id, vault, keyName: name } = checkedTarget(given);
  const before = await unlessAbsent(() => readKey(session, vault, { name, version: null }));
  if (before) return { created: false, keyIdentifier: before.keyIdentifier };
  const properties = {
    ...{ kty, keySize: size, keyOps, attributes: { enabled: true } },
    ...(rotateAfter !== null && { rotationPolicy: rotationPolicy(rotateAfter) }),
  };
  const facts = await sdkCall(ARM_HOST, 'Microsoft.KeyVault/vaults/keys/write', async () => {
    const { document } = await session.arm().put(keyPath(id, name, null), { properties });
    return armKeyFacts(document, { host: vaultHost(vault), name, version: null });
  });
  // Somebody else's, who was a moment faster.
  const isOther = facts.kty.toUpperCase() !== kty || facts.bits !== size;
  return { created: !isOther, keyIdentifier: facts.keyIdentifier };
}
