/**
 * Vaults that were deleted and can still be recovered.
 */
import type { Answer, Call } from '../../server/exchange.ts';
import type { Parameters } from '../../server/routeTable.ts';
import type { Vault } from '../../state/records.ts';
import { requirePermission, vaultId } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';
import { refuse } from '../azureErrors.ts';

const DAY = 24 * 3600 * 1000;

export function listDeletedVaults(
  _call: Call,
  { subscription = '' }: Parameters,
  context: ArmContext,
): Answer {
  requirePermission(
    context,
    'Microsoft.KeyVault/deletedVaults/read',
    `/subscriptions/${subscription}`,
  );
  return { status: 200, body: { value: deleted(subscription, context).map(deletedJson) } };
}

export function getDeletedVault(
  _call: Call,
  { subscription = '', location = '', vault: name = '' }: Parameters,
  context: ArmContext,
): Answer {
  requirePermission(
    context,
    'Microsoft.KeyVault/locations/deletedVaults/read',
    `/subscriptions/${subscription}`,
  );
  const found = deleted(subscription, context).find(
    (vault) =>
      vault.name.toLowerCase() === name.toLowerCase() && vault.location === location.toLowerCase(),
  );
  if (!found)
    refuse(404, 'DeletedVaultNotFound', `The specified deleted vault '${name}' does not exist.`);
  return { status: 200, body: deletedJson(found) };
}

const deleted = (subscription: string, context: ArmContext): Vault[] =>
  context.world.vaults
    .group(subscription)
    .filter((vault) => vault.deletedAt && vault.kind === 'vault');

function deletedJson(vault: Vault) {
  const days = Number(vault.properties.softDeleteRetentionInDays ?? 90);
  const scheduledPurgeDate = new Date(Date.parse(vault.deletedAt!) + days * DAY).toISOString();
  return {
    id: `/subscriptions/${vault.subscriptionId}/providers/Microsoft.KeyVault/locations/${vault.location}/deletedVaults/${vault.name}`,
    name: vault.name,
    type: 'Microsoft.KeyVault/deletedVaults',
    properties: {
      vaultId: vaultId(vault),
      location: vault.location,
      tags: vault.tags,
      deletionDate: vault.deletedAt,
      scheduledPurgeDate,
      ...(vault.properties.enablePurgeProtection === true && { purgeProtectionEnabled: true }),
    },
  };
}
