/**
 * Creating and changing vaults and Managed HSMs through ARM, with the properties that can never be
 * taken back (IRR-02, IRR-03).
 */
import { isObject, objectIn, type JsonObject } from '../../isObject.ts';
import { jsonObject } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { Parameters } from '../../server/routeTable.ts';
import type { Vault } from '../../state/records.ts';
import { findGroup, findVault, requirePermission, typeName, vaultId } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';
import { refuseLocked } from './armLocks.ts';
import { isVaultName } from './armVaultName.ts';
import { vaultJson } from './armVaults.ts';
import { badJson, refuse } from '../azureErrors.ts';
import { HSM_SUFFIX, VAULT_SUFFIX } from '../azureHosts.ts';

type Place = Pick<Vault, 'kind' | 'name' | 'subscriptionId' | 'resourceGroup'>;

/** Creates or replaces; names are global, also those of deleted vaults (KV-08). */
export function putVault(
  kind: Vault['kind'],
  call: Call,
  parameters: Parameters,
  context: ArmContext,
): Answer {
  const { subscription = '', group = '', vault: name = '' } = parameters;
  const resourceGroup = findGroup(context, subscription, group);
  const subscriptionId = context.world.subscriptions.get(subscription)!.subscriptionId;
  const place = { kind, name, subscriptionId, resourceGroup };
  requirePermission(context, `${typeName(kind)}/write`, vaultId(place));
  const body = jsonObject(call, badJson);
  if (!isVaultName(name)) refuse(400, 'VaultNameNotValid', `The vault name '${name}' is invalid.`);
  const before = context.world.vaults.get(name);
  const given = objectIn(body.properties);
  if (
    before?.deletedAt &&
    before.kind === kind &&
    String(given.createMode ?? '').toLowerCase() === 'recover'
  )
    return recover(before, place, context);
  if (before) refuseTaken(before, place);
  refuseLocked(vaultId(place), 'write', context);
  if (typeof body.location !== 'string')
    refuse(400, 'LocationRequired', 'The location property is required for this definition.');
  if (String(given.tenantId ?? '').toLowerCase() !== context.caller.tenantId.toLowerCase())
    refuse(400, 'BadRequest', 'The tenantId of the vault must be that of its subscription.');
  refuseIrreversibleChange(given, before?.properties ?? {});
  const { sku: innerSku, createMode: _mode, ...properties } = given;
  const vault: Vault = {
    ...place,
    name: before?.name ?? name,
    location: body.location.toLowerCase().replaceAll(' ', ''),
    tags: objectIn(body.tags),
    sku: readSku(kind === 'vault' ? innerSku : body.sku),
    properties: {
      ...defaults(kind, name),
      ...permanent(before?.properties),
      ...asPrinted(properties),
    },
    createdAt: before?.createdAt ?? new Date(context.now()).toISOString(),
    modifiedAt: new Date(context.now()).toISOString(),
  };
  context.world.vaults.put(name, vault);
  // A Managed HSM answers 200, also where it is new.
  return { status: before || kind === 'managedHsm' ? 200 : 201, body: vaultJson(vault) };
}

/** The name is that of another vault, or of one that was deleted here. */
function refuseTaken(before: Vault, place: Place): void {
  const isHere = vaultId(before).toLowerCase() === vaultId(place).toLowerCase();
  if (isHere && before.deletedAt)
    refuse(
      409,
      'ConflictError',
      'A vault with the same name already exists in deleted state. You need to either recover or purge existing key vault. Follow this link https://go.microsoft.com/fwlink/?linkid=2149745 for more information on soft delete.',
    );
  if (!isHere)
    refuse(
      409,
      'VaultAlreadyExists',
      `The vault name '${place.name}' is already in use. Vault names are globally unique so it is possible that the name is already taken.`,
    );
}

/**
 * As it was when it was deleted, whatever else is asked for; role assignments do not come back
 * (KV-09).
 */
function recover(deleted: Vault, place: Place, context: ArmContext): Answer {
  if (vaultId(deleted).toLowerCase() !== vaultId(place).toLowerCase())
    refuse(
      409,
      'VaultAlreadyExists',
      `The vault name '${place.name}' is already in use in another subscription or resource group.`,
    );
  const { deletedAt: _deleted, ...vault } = {
    ...deleted,
    modifiedAt: new Date(context.now()).toISOString(),
  };
  context.world.vaults.put(vault.name, vault);
  return { status: 200, body: vaultJson(vault) };
}

/** Changes what is given and keeps the rest. */
export function patchVault(
  kind: Vault['kind'],
  call: Call,
  parameters: Parameters,
  context: ArmContext,
): Answer {
  const before = findVault(kind, parameters, `${typeName(kind)}/write`, context);
  refuseLocked(vaultId(before), 'write', context);
  const body = jsonObject(call, badJson);
  const { sku, ...given } = objectIn(body.properties);
  refuseIrreversibleChange(given, before.properties);
  const vault = {
    ...before,
    ...(sku !== undefined && { sku: readSku(sku) }),
    ...(body.tags !== undefined && { tags: objectIn(body.tags) }),
    properties: { ...before.properties, ...asPrinted(given) },
    modifiedAt: new Date(context.now()).toISOString(),
  };
  context.world.vaults.put(vault.name, vault);
  return { status: 200, body: vaultJson(vault) };
}

function refuseIrreversibleChange(given: JsonObject, before: JsonObject): void {
  if (given.enablePurgeProtection === false) {
    refuse(
      400,
      'BadRequest',
      'The property "enablePurgeProtection" cannot be set to false. Enabling the purge protection for a vault is an irreversible action.',
    );
  }
  if (before.enableSoftDelete === true && given.enableSoftDelete === false) {
    refuse(
      400,
      'BadRequest',
      'The property "enableSoftDelete" cannot be set to false. Enabling the soft-delete for a vault is an irreversible action.',
    );
  }
  const { softDeleteRetentionInDays: days } = withNumbers(given);
  if (days === undefined || days === null) return;
  if (typeof days !== 'number' || days < 7 || days > 90)
    refuse(400, 'BadRequest', 'The property "softDeleteRetentionInDays" must be between 7 and 90.');
  if (before.softDeleteRetentionInDays !== undefined && before.softDeleteRetentionInDays !== days) {
    refuse(
      400,
      'BadRequest',
      'The property "softDeleteRetentionInDays" has been set already and it can\'t be modified.',
    );
  }
}

function readSku(value: unknown): Vault['sku'] {
  const { family, name } = objectIn(value);
  if (typeof name !== 'string') refuse(400, 'BadRequest', 'The sku of the vault is missing.');
  return { family: typeof family === 'string' ? family : 'A', name };
}

function defaults(kind: Vault['kind'], name: string): JsonObject {
  const address =
    kind === 'vault'
      ? { vaultUri: `https://${name.toLowerCase()}${VAULT_SUFFIX}/` }
      : { hsmUri: `https://${name.toLowerCase()}${HSM_SUFFIX}/` };
  const accessPolicies =
    kind === 'vault' ? { accessPolicies: [], enableRbacAuthorization: true } : {};
  return {
    ...accessPolicies,
    enableSoftDelete: true,
    softDeleteRetentionInDays: 90,
    publicNetworkAccess: 'Enabled',
    ...address,
    provisioningState: 'Succeeded',
  };
}

/** What a replacement that does not mention it cannot undo. */
function permanent(before: JsonObject | undefined): JsonObject {
  if (!before) return {};
  const { enablePurgeProtection, softDeleteRetentionInDays } = before;
  return {
    softDeleteRetentionInDays,
    ...(enablePurgeProtection === true && { enablePurgeProtection }),
  };
}

/** Azure never prints `false` (KV-04) nor null, and a single address as a range of one (NET-09). */
function asPrinted(given: JsonObject): JsonObject {
  const printed = Object.fromEntries(
    Object.entries(withNumbers(given)).filter(([, value]) => value !== null),
  );
  if (printed.enablePurgeProtection !== true) delete printed.enablePurgeProtection;
  const { networkAcls } = printed;
  if (!isObject(networkAcls)) return printed;
  const { ipRules } = networkAcls;
  const ranges = Array.isArray(ipRules)
    ? ipRules.map((rule) => ({
        ...objectIn(rule),
        value: asRange(String(objectIn(rule).value ?? '')),
      }))
    : [];
  return { ...printed, networkAcls: { ...networkAcls, ipRules: ranges } };
}

/** Days in quotation marks count as a number: the Azure CLI sends them so for a Managed HSM. */
function withNumbers(given: JsonObject): JsonObject {
  const days = given.softDeleteRetentionInDays;
  return typeof days === 'string' && /^\d+$/.test(days)
    ? { ...given, softDeleteRetentionInDays: Number(days) }
    : given;
}

const asRange = (address: string): string => (/^[\d.]+$/.test(address) ? `${address}/32` : address);
