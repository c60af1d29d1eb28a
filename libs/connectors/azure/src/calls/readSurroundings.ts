/** Reads what surrounds a vault: resource group, logs and locks, and whether its name is free. */
import type { DiagnosticSettingFacts, LockFacts } from '@keyway/core';
import { parseResponse } from '@keyway/connector-transport';
import { z } from 'zod';
import {
  diagnosticSettingsPath,
  locksPath,
  resourceGroupPath,
  vaultId,
  vaultNamePath,
} from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import {
  diagnosticSettingFacts,
  lockFacts,
  reaches,
  resourceGroupFacts,
  vaultNameFacts,
} from '../facts/setupFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import type { CheckedTarget } from '../setupTarget.ts';

export const readResourceGroup = (session: AzureSession, { id }: CheckedTarget) =>
  sdkCall(ARM_HOST, 'Microsoft.Resources/subscriptions/resourceGroups/read', async () =>
    resourceGroupFacts(await session.arm().get(resourceGroupPath(id))),
  );

export const readVaultName = (session: AzureSession, { id, vault }: CheckedTarget) =>
  sdkCall(ARM_HOST, 'Microsoft.KeyVault/checkNameAvailability/read', async () =>
    vaultNameFacts(
      await session.arm().ask(vaultNamePath(id.subscriptionId), {
        name: vault.name,
        type: 'Microsoft.KeyVault/vaults',
      }),
    ),
  );

// Azure documents this list without pages.
const wholeList = z.object({ value: z.array(z.unknown()) });

export const readDiagnosticSettings = (
  session: AzureSession,
  { id }: CheckedTarget,
): Promise<DiagnosticSettingFacts[]> =>
  sdkCall(ARM_HOST, 'Microsoft.Insights/diagnosticSettings/read', async () => {
    const document = await session.arm().get(diagnosticSettingsPath(id));
    const { value } = parseResponse(wholeList, document, 'The list of diagnostic settings');
    return value.map(diagnosticSettingFacts);
  });

/** Those that reach the vault, of what contains it included. */
export const readLocks = (session: AzureSession, { id }: CheckedTarget): Promise<LockFacts[]> =>
  sdkCall(ARM_HOST, 'Microsoft.Authorization/locks/read', async () => {
    const locks = (await session.arm().list(locksPath(id))).map(lockFacts);
    return locks.filter((lock) => reaches(lock, decodeURIComponent(vaultId(id))));
  });
