/** Names of what Keyway sets up, checked before they enter a URL, and what ends a change early. */
import { ConnectorError, OWN_CODES, parseVaultResourceId } from '@keyway/core';
import type { Observed, SetupTarget, VaultResourceId } from '@keyway/core';
import { requireKeyName, vaultHost } from './vaultHost.ts';

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,89}$/;
const WORKSPACE =
  /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[^/?#%]{1,90}\/providers\/Microsoft\.OperationalInsights\/workspaces\/[A-Za-z0-9-]{4,63}$/i;

/** A target whose parts may enter a URL. */
export interface CheckedTarget {
  id: VaultResourceId;
  vault: { kind: 'vault'; name: string; resourceId: string };
  keyName: string;
}

const refused = (detail: string): ConnectorError =>
  new ConnectorError({ kind: 'rejected', code: OWN_CODES.invalidRequest }, { detail });

/** Throws `rejected` for a target with a part that is no name. */
export function checkedTarget(target: SetupTarget): CheckedTarget {
  const { subscriptionId, resourceGroup, vaultName: name, keyName } = target;
  const resourceId = `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.KeyVault/vaults/${name}`;
  vaultHost({ kind: 'vault', name });
  const id = parseVaultResourceId(resourceId);
  if (id === null) throw refused('Not a place for a vault');
  return { id, vault: { kind: 'vault', name, resourceId }, keyName: requireKeyName(keyName) };
}

/** Of a lock or a diagnostic setting: the name itself, or throws `rejected`. */
export function requireName(name: string): string {
  if (!NAME.test(name)) throw refused('Not the name of a lock or diagnostic setting');
  return name;
}

/** The ARM ID of a Log Analytics workspace itself, or throws `rejected`. */
export function requireWorkspaceId(id: string): string {
  if (!WORKSPACE.test(id)) throw refused('Not the ARM ID of a Log Analytics workspace');
  return id;
}

/** What is there is not what would be made or changed: nothing is sent. */
export const otherwiseThere = (detail: string): ConnectorError =>
  new ConnectorError({ kind: 'rejected', code: OWN_CODES.otherwiseThere }, { detail });

/** Reads what is there before a change: where that fails, no change was sent. */
export async function beforeChange<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    throw new ConnectorError(error.failure, { ambiguous: false, detail: error.message });
  }
}

/**
 * As `beforeChange`; a "not found" without the code of the service, which a gateway might answer,
 * proves nothing: what is there would be overwritten.
 */
const readWithProof = <T>(read: () => Promise<T>): Promise<T> =>
  beforeChange(async () => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      const { kind, code } = error.failure;
      if (kind !== 'notFound' || /NotFound$/.test(code ?? '')) throw error;
      throw new ConnectorError({ ...error.failure, kind: 'badResponse' });
    }
  });

/** Null where Azure says, by its own code, that it is not there. */
export async function unlessAbsent<T>(read: () => Promise<T>): Promise<T | null> {
  const seen = await observed(read);
  if (seen.outcome === 'unreadable') throw new ConnectorError(seen.failure, { ambiguous: false });
  return seen.outcome === 'seen' ? seen.value : null;
}

/**
 * What a read saw, or why it saw nothing. A credential that is not accepted reads nothing at all:
 * that is thrown.
 */
export async function observed<T>(read: () => Promise<T>): Promise<Observed<T>> {
  try {
    return { outcome: 'seen', value: await readWithProof(read) };
  } catch (error) {
    if (!(error instanceof ConnectorError) || error.failure.kind === 'credential') throw error;
    const { failure } = error;
    return failure.kind === 'notFound'
      ? { outcome: 'absent', detail: failure.message, failure }
      : { outcome: 'unreadable', failure };
  }
}
