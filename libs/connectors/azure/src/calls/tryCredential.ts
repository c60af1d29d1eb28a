/**
 * Requests a token from Entra and reads the subscription that the connection names. The caller
 * gives a new session, without an earlier token.
 */
import { READ_SUBSCRIPTION } from '@keyway/core';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { sdkCall } from '../sdkCall.ts';
import { requireGuid } from '../vaultHost.ts';

export async function tryCredential({ connection, credential, arm }: AzureSession): Promise<void> {
  // As SDKs ask, so that the read below uses this token.
  await credential.getToken(`https://${ARM_HOST}/.default`, { enableCae: true });
  if (connection.subscriptionId === null) return;
  const subscriptionId = requireGuid(connection.subscriptionId, 'the subscription ID');
  await sdkCall(ARM_HOST, READ_SUBSCRIPTION, () =>
    arm().get(`/subscriptions/${subscriptionId}?api-version=2022-12-01`),
  );
}
