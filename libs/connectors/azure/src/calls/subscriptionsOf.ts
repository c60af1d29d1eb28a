/** The subscriptions to search for a vault that is known by name only. */
import { ConnectorError, isGuid, OWN_CODES, READ_SUBSCRIPTION } from '@keyway/core';
import { z } from 'zod';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { parseResponse } from '@keyway/connector-transport';
import { sdkCall } from '../sdkCall.ts';
import { requireGuid } from '../vaultHost.ts';

const LIMIT = 50;
const VAULTS_READ = 'Microsoft.KeyVault/vaults/read';
const rowSchema = z.object({ subscriptionId: z.string().refine(isGuid) });

/**
 * The connection's subscription, else all that the credential can see. Seeing none is `denied`, not
 * "there is none"; more than 50 is `rejected`: then the connection has to name one.
 */
export async function subscriptionsOf({ connection, arm }: AzureSession): Promise<string[]> {
  if (connection.subscriptionId !== null)
    return [requireGuid(connection.subscriptionId, 'the subscription ID')];
  const rows = await sdkCall(ARM_HOST, READ_SUBSCRIPTION, () =>
    arm().list('/subscriptions?api-version=2022-12-01'),
  );
  const ids = rows.map((row) => parseResponse(rowSchema, row, 'A subscription').subscriptionId);
  if (ids.length === 0) {
    throw new ConnectorError({
      kind: 'denied',
      code: OWN_CODES.noSubscription,
      permission: VAULTS_READ,
    });
  }
  if (ids.length > LIMIT) {
    throw new ConnectorError({ kind: 'rejected', code: OWN_CODES.tooManySubscriptions });
  }
  return ids;
}

/** A subscription that is not there, or not for us to see, says nothing of what is in it. */
function asUnreadable({ failure }: ConnectorError): ConnectorError {
  return new ConnectorError(
    failure.kind === 'notFound' ? { ...failure, kind: 'denied', permission: VAULTS_READ } : failure,
  );
}

/**
 * Asks one subscription after the other until one answers something. "Nowhere" (null) is said only
 * where every one could be asked: otherwise the first failure is thrown, and never as `notFound`.
 */
export async function findInSubscriptions<T>(
  subscriptionIds: string[],
  ask: (subscriptionId: string) => Promise<T | null>,
): Promise<T | null> {
  let failure: ConnectorError | null = null;
  for (const subscriptionId of subscriptionIds) {
    try {
      const found = await ask(subscriptionId);
      if (found !== null) return found;
    } catch (error) {
      if (!(error instanceof ConnectorError)) throw error;
      failure ??= asUnreadable(error);
    }
  }
  if (failure) throw failure;
  return null;
}
