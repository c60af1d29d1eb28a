/**
 * Reads a vault or Managed HSM through ARM: by its ID, else by finding its name (KV-08: names are
 * global).
 */
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { VaultFacts, VaultReference, VaultResourceId } from '@keyway/core';
import { z } from 'zod';
import { resourceIdOf, requireResourceId } from '../vaultResourceId.ts';
import { vaultPath, vaultsPath } from '../armPaths.ts';
import { ARM_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { managedHsmFacts, vaultFacts } from '../facts/vaultFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { vaultHost } from '../vaultHost.ts';
import { findInSubscriptions, subscriptionsOf } from './subscriptionsOf.ts';

const PERMISSION = {
  vault: 'Microsoft.KeyVault/vaults/read',
  managedHsm: 'Microsoft.KeyVault/managedHSMs/read',
} as const;
const rowSchema = z.object({ id: z.string() });

async function getById(
  session: AzureSession,
  kind: VaultReference['kind'],
  id: VaultResourceId,
): Promise<VaultFacts> {
  const document = await sdkCall(ARM_HOST, PERMISSION[kind], () =>
    session.arm().get(vaultPath(id)),
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
  return findInSubscriptions(await subscriptionsOf(session), (subscriptionId) =>
    sdkCall(ARM_HOST, PERMISSION[vault.kind], () =>
      session.arm().find(vaultsPath(subscriptionId, vault.kind), (row) => {
        const id = rowSchema.safeParse(row).data?.id;
        return id === undefined ? null : resourceIdOf(id, vault);
      }),
    ),
  );
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
