/**
 * Reads a key: through ARM, which needs no data action and passes the vault's firewall, else from
 * the vault itself (docs/reference/clouds.md 2.3).
 */
import { ConnectorError } from '@keyway/core';
import type { ConnectorErrorKind, KeyFacts, VaultReference } from '@keyway/core';
import { requireResourceId } from '../vaultResourceId.ts';
import type { AzureSession } from '../azureSession.ts';
import { requireKeyName, requireKeyVersion, vaultHost } from '../vaultHost.ts';
import { readArmKey } from './readArmKey.ts';
import { readDataPlaneKey, readRotationActions } from './readDataPlaneKey.ts';

/**
 * Where ARM ends so, the vault itself may still answer: whether ARM shows every key that was made
 * in the vault is not documented, so its "not there" is asked for a second time. Being throttled or
 * refused is an answer.
 */
const WORTH_ASKING_THE_VAULT: ReadonlySet<ConnectorErrorKind> = new Set([
  'denied',
  'notFound',
  'unavailable',
  'badResponse',
]);

async function readEitherWay(
  session: AzureSession,
  vault: VaultReference & { resourceId: string },
  key: KeyReference,
): Promise<KeyFacts> {
  const requested = {
    host: vaultHost(vault),
    name: requireKeyName(key.name),
    version: key.version && requireKeyVersion(key.version),
  };
  const id = requireResourceId(vault);
  try {
    return await readArmKey(session, vault.kind, id, requested);
  } catch (armError) {
    if (!(armError instanceof ConnectorError) || !WORTH_ASKING_THE_VAULT.has(armError.failure.kind))
      throw armError;
    try {
      return await readDataPlaneKey(session, vault.kind, requested);
    } catch (error) {
      // "Not found" is a fact from either source. Otherwise ARM's refusal names what to grant, and
      // granting that also passes a firewall.
      if (error instanceof ConnectorError && error.failure.kind === 'notFound') throw error;
      throw armError;
    }
  }
}

interface KeyReference {
  name: string;
  version: string | null;
}

/** The version asked for, or the latest; `notFound` where ARM or the vault says so. */
export async function readKey(
  session: AzureSession,
  vault: VaultReference & { resourceId: string },
  key: KeyReference,
): Promise<KeyFacts> {
  const facts = await readEitherWay(session, vault, key);
  // ARM leaves an empty policy out, so "none" and "not stated" are the same; it matters only for
  // a key that expires (VAL-22).
  if (facts.rotationActions !== null || facts.expires === null) return facts;
  return {
    ...facts,
    rotationActions: await readRotationActions(session, vaultHost(vault), key.name),
  };
}
