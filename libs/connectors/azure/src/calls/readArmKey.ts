/** Reads a key through ARM: the current version, and another one where that was asked for. */
import type { KeyFacts, VaultReference, VaultResourceId } from '@keyway/core';
import { ARM_HOST } from '../azureSession.ts';
import { keyPath } from '../armPaths.ts';
import type { AzureSession } from '../azureSession.ts';
import { armKeyFacts } from '../facts/keyFacts.ts';
import type { RequestedKey } from '../facts/keyIdentifierOf.ts';
import { sdkCall } from '../sdkCall.ts';

const COLLECTION = {
  vault: 'Microsoft.KeyVault/vaults',
  managedHsm: 'Microsoft.KeyVault/managedHSMs',
} as const;

export const isOfVersion = ({ keyIdentifier }: KeyFacts, version: string | null): boolean =>
  version === null || keyIdentifier.toLowerCase().endsWith(`/${version.toLowerCase()}`);

/** The current version, where another one was requested (AEP-35). */
export const currentOf = ({ keyIdentifier, enabled }: KeyFacts): KeyFacts['current'] => ({
  version: keyIdentifier.split('/').at(-1) ?? '',
  enabled,
});

/** Throws `notFound` where there is no such key or version. */
export async function readArmKey(
  session: AzureSession,
  kind: VaultReference['kind'],
  id: VaultResourceId,
  requested: RequestedKey,
): Promise<KeyFacts> {
  const current = await sdkCall(ARM_HOST, `${COLLECTION[kind]}/keys/read`, () =>
    session.arm().get(keyPath(id, requested.name, null)),
  );
  const facts = armKeyFacts(current, { ...requested, version: null });
  const { version } = requested;
  if (version === null || isOfVersion(facts, version)) return facts;
  const other = await sdkCall(ARM_HOST, `${COLLECTION[kind]}/keys/versions/read`, () =>
    session.arm().get(keyPath(id, requested.name, version)),
  );
  return { ...armKeyFacts(other, requested), current: currentOf(facts) };
}
