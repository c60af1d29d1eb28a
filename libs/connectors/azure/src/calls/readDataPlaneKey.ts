/**
 * Reads a key from the vault or Managed HSM itself. Its firewall may refuse us, which says nothing
 * about the key (NET-10).
 */
import { ConnectorError } from '@keyway/core';
import type { KeyFacts, ReadFailure, VaultReference } from '@keyway/core';
import type { AzureSession } from '../azureSession.ts';
import { dataPlaneKeyFacts, rotationActions } from '../facts/keyFacts.ts';
import type { RequestedKey } from '../facts/keyIdentifierOf.ts';
import { sdkCall } from '../sdkCall.ts';
import { currentOf, isOfVersion } from './readArmKey.ts';

const READ = {
  vault: 'Microsoft.KeyVault/vaults/keys/read',
  managedHsm: 'Microsoft.KeyVault/managedHsm/keys/read/action',
} as const;

/** Throws `notFound` where the vault knows no such key or version. */
export async function readDataPlaneKey(
  session: AzureSession,
  kind: VaultReference['kind'],
  requested: RequestedKey,
): Promise<KeyFacts> {
  const read = async (version: string | null): Promise<KeyFacts> => {
    const options = version === null ? {} : { version };
    const key = await sdkCall(requested.host, READ[kind], async (): Promise<unknown> =>
      session.keys(requested.host).getKey(requested.name, options),
    );
    return dataPlaneKeyFacts(key, { ...requested, version });
  };
  // As through ARM: the current version first, so that both ways return the same.
  const facts = await read(null).catch((error: unknown) => {
    if (
      requested.version !== null &&
      error instanceof ConnectorError &&
      error.failure.kind === 'notFound'
    )
      return null;
    throw error;
  });
  if (facts && isOfVersion(facts, requested.version)) return facts;
  return { ...(await read(requested.version)), ...(facts ? { current: currentOf(facts) } : {}) };
}

/**
 * A temporary failure: kept out of the facts, which would otherwise change without a cause and void
 * an approval.
 */
const isTemporary = ({ kind, status, code }: ReadFailure): boolean =>
  kind === 'throttled' || (kind === 'unavailable' && status !== null) || code === 'ABORT_ERR';

/**
 * Action types of the key's rotation policy, or null where it cannot be read: refused, or no way to
 * the vault at all (a private endpoint). Nothing depends on it but a warning (VAL-22).
 */
export async function readRotationActions(
  session: AzureSession,
  host: string,
  keyName: string,
): Promise<string[] | null> {
  try {
    return rotationActions(
      await sdkCall(host, null, async (): Promise<unknown> =>
        session.keys(host).getKeyRotationPolicy(keyName),
      ),
    );
  } catch (error) {
    if (error instanceof ConnectorError && !isTemporary(error.failure)) return null;
    throw error;
  }
}
