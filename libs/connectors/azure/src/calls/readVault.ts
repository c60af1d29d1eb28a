/**
 * Reads a vault or Managed HSM through ARM: by its ID, else by finding its name (KV-08: names are
 * global).
 */
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { VaultFacts, VaultReference, VaultResourceId } from '@keyway/core';
import { resourceIdOf, requireResourceId } from '../vaultResourceId.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { collectPages } from '../collectPages.ts';
import { managedHsmFacts, vaultFacts } from '../facts/vaultFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { vaultHost } from '../vaultHost.ts';
import { findInSubscriptions, subscriptionsOf } from './subscriptionsOf.ts';

const PERMISSION = {
  vault: 'Microsoft.KeyVault/vaults/read',
  managedHsm: 'Microsoft.KeyVault/managedHSMs/read',
} as const;

async function getById(
  session: AzureSession,
  kind: VaultReference['kind'],
  id: VaultResourceId,
): Promise<VaultFacts> {
  const client = session.keyVaultManagement(id.subscriptionId);
  const document = await sdkCall(ARM_HOST, PERMISSION[kind], async (): Promise<unknown> =>
    kind === 'vault'
      ? client.vaults.get(id.resourceGroup, id.name)
      : client.managedHsms.get(id.resourceGroup, id.name),
  );
  const facts = kind === 'vault' ? vaultFacts(document) : managedHsmFacts(document);
  if (resourceIdOf(facts.resourceId, { kind, name: id.name }) === null) {
    throw new ConnectorError(
      { kind: 'badResponse', code: OWN_CODES.otherResource },
      { detail: 'The answer is about another resource than the one asked for' },
    );
  }
  return facts;
}

async function findByName(
  session: AzureSession,
  vault: VaultReference,
): Promise<VaultResourceId | null> {
  return findInSubscriptions(await subscriptionsOf(session), async (subscriptionId) => {
    const client = session.keyVaultManagement(subscriptionId);
    const rows = await sdkCall(
      ARM_HOST,
      PERMISSION[vault.kind],
      async (): Promise<{ id?: unknown }[]> =>
        vault.kind === 'vault'
          ? collectPages(client.vaults.listBySubscription(), ARM_HOST)
          : collectPages(client.managedHsms.listBySubscription(), ARM_HOST),
    );
    for (const row of rows) {
      const id = typeof row.id === 'string' ? resourceIdOf(row.id, vault) : null;
      if (id) return id;
    }
    return null;
  });
}

/**
 * Throws `notFound` where ARM says so, or where no subscription that could be asked lists the name.
 */
export async function readVault(session: AzureSession, vault: VaultReference): Promise<VaultFacts> {
  vaultHost(vault);
  if (vault.resourceId !== null) {
    return getById(
      session,
      vault.kind,
      requireResourceId({ ...vault, resourceId: vault.resourceId }),
    );
  }
  const id = await findByName(session, vault);
  if (id === null) {
    const what = vault.kind === 'vault' ? 'vault' : 'Managed HSM';
    throw new ConnectorError(
      { kind: 'notFound', code: OWN_CODES.notInSubscriptions },
      { detail: `No ${what} of this name in the subscriptions that the credential can see` },
    );
  }
  return getById(session, vault.kind, id);
}
