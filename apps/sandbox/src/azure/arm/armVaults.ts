/**
 * Reading and deleting vaults and Managed HSMs through ARM.
 */
import type { Answer, Call } from '../../server/exchange.ts';
import type { Parameters } from '../../server/routeTable.ts';
import type { Vault } from '../../state/records.ts';
import { findGroup, findVault, requirePermission, typeName, vaultId } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';
import { refuseLocked } from './armLocks.ts';
import { ARM_HOST } from '../azureHosts.ts';

/**
 * Pages are as small as they can be, so that a client which forgets `nextLink` is caught with two
 * vaults.
 */
const PAGE = 1;

/** As ARM prints it: purge protection that is off is not there at all (KV-04). */
export function vaultJson(vault: Vault): Record<string, unknown> {
  const { kind, name, location, tags, sku, properties } = vault;
  const systemData = {
    createdBy: 'admin@customer.test',
    createdByType: 'User',
    createdAt: vault.createdAt,
    lastModifiedBy: 'admin@customer.test',
    lastModifiedByType: 'User',
    lastModifiedAt: vault.modifiedAt,
  };
  const common = { id: vaultId(vault), name, type: typeName(kind), location, tags, systemData };
  return kind === 'vault'
    ? { ...common, properties: { sku, ...properties } }
    : { ...common, sku, properties };
}

export function getVault(kind: Vault['kind'], parameters: Parameters, context: ArmContext): Answer {
  return {
    status: 200,
    body: vaultJson(findVault(kind, parameters, `${typeName(kind)}/read`, context)),
  };
}

export function listVaults(
  kind: Vault['kind'],
  call: Call,
  { subscription = '' }: Parameters,
  context: ArmContext,
): Answer {
  requirePermission(context, `${typeName(kind)}/read`, `/subscriptions/${subscription}`);
  return page(
    call,
    existing(subscription, context)
      .filter((vault) => vault.kind === kind)
      .map(vaultJson),
  );
}

export function listGroupVaults(
  kind: Vault['kind'],
  call: Call,
  { subscription = '', group = '' }: Parameters,
  context: ArmContext,
): Answer {
  const name = findGroup(context, subscription, group);
  requirePermission(
    context,
    `${typeName(kind)}/read`,
    `/subscriptions/${subscription}/resourceGroups/${name}`,
  );
  return page(
    call,
    existing(subscription, context)
      .filter((vault) => vault.kind === kind && vault.resourceGroup === name)
      .map(vaultJson),
  );
}

/**
 * The generic list behind the SDK's `vaults.list()`: `$filter=resourceType eq '…'`, with `and name
 * eq '…'` as the Azure CLI asks.
 */
export function listResources(
  call: Call,
  { subscription = '' }: Parameters,
  context: ArmContext,
): Answer {
  const filter = call.query.get('$filter') ?? '';
  const wanted = /resourceType eq '([^']+)'/i.exec(filter)?.[1]?.toLowerCase();
  const name = /(?<!\w)name eq '([^']+)'/i.exec(filter)?.[1]?.toLowerCase();
  const found = existing(subscription, context).filter(
    (vault) =>
      (!wanted || typeName(vault.kind).toLowerCase() === wanted) &&
      (!name || vault.name.toLowerCase() === name),
  );
  return page(
    call,
    found.map((vault) => ({
      id: vaultId(vault),
      name: vault.name,
      type: typeName(vault.kind),
      location: vault.location,
      tags: vault.tags,
    })),
  );
}

/**
 * Soft delete. Azure drops the role assignments with the vault, and a recovery does not bring them
 * back (KV-09).
 */
export function deleteVault(
  kind: Vault['kind'],
  parameters: Parameters,
  context: ArmContext,
): Answer {
  const vault = findVault(kind, parameters, `${typeName(kind)}/delete`, context);
  refuseLocked(vaultId(vault), 'delete', context);
  const scope = vaultId(vault).toLowerCase();
  for (const assignment of context.world.assignments.group(vault.subscriptionId)) {
    if (`${assignment.scope.toLowerCase()}/`.startsWith(`${scope}/`))
      context.world.assignments.delete(`${assignment.scope}/${assignment.name}`);
  }
  context.world.vaults.put(vault.name, {
    ...vault,
    deletedAt: new Date(context.now()).toISOString(),
  });
  return { status: 200 };
}

const existing = (subscription: string, context: ArmContext): Vault[] =>
  context.world.vaults.group(subscription).filter((vault) => !vault.deletedAt);

function page(call: Call, all: unknown[]): Answer {
  const size = Math.max(1, Number(call.query.get('$top')) || PAGE);
  const start = Number(call.query.get('$skiptoken')) || 0;
  const value = all.slice(start, start + size);
  if (start + size >= all.length) return { status: 200, body: { value } };
  const next = new URLSearchParams(call.query);
  next.set('$skiptoken', String(start + size));
  return { status: 200, body: { value, nextLink: `https://${ARM_HOST}${call.path}?${next}` } };
}
