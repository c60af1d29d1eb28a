/**
 * Reads what denies the use of a vault's keys (RB-06): at or above the vault, and at the key itself
 * where that can be asked.
 */
import { ConnectorError } from '@keyway/core';
import type { DenyAssignmentFacts, VaultReference } from '@keyway/core';
import { requireResourceId } from '../vaultResourceId.ts';
import { assignmentsPath, vaultId } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { relevantDenials } from '../facts/denyAssignmentFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { requireKeyName } from '../vaultHost.ts';

const READ = 'Microsoft.Authorization/denyAssignments/read';

const listAt = (session: AzureSession, scope: string): Promise<unknown[]> =>
  sdkCall(ARM_HOST, READ, () =>
    session.arm().list(assignmentsPath(scope, 'denyAssignments', 'atScope()')),
  );

/**
 * A truncated response is requested again: callers may continue without this list, but not because
 * of a network error.
 */
async function listWithRetry(session: AzureSession, scope: string): Promise<unknown[]> {
  try {
    return await listAt(session, scope);
  } catch (error) {
    if (error instanceof ConnectorError && error.failure.kind === 'badResponse')
      return listAt(session, scope);
    throw error;
  }
}

/**
 * Throws where the vault's list cannot be read; that the key's cannot is let pass, since nothing
 * but Azure itself could put one there.
 */
export async function readDenyAssignments(
  session: AzureSession,
  vault: VaultReference & { resourceId: string },
  { keyName }: { keyName: string },
): Promise<DenyAssignmentFacts[]> {
  const scope = vaultId(requireResourceId(vault));
  const atKey = listAt(session, `${scope}/keys/${requireKeyName(keyName)}`).catch(
    (error: unknown) => {
      if (error instanceof ConnectorError) return [];
      throw error;
    },
  );
  const [atVault, below] = await Promise.all([listWithRetry(session, scope), atKey]);
  return relevantDenials([...atVault, ...below]);
}
