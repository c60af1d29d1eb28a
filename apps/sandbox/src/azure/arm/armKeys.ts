/**
 * Keys through ARM: readable without any data-plane right and from behind a vault's firewall
 * (NET-10).
 */
import { isObject, objectIn, type JsonObject } from '../../isObject.ts';
import { jsonObject } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { Parameters } from '../../server/routeTable.ts';
import type { Key, RotationPolicy, Vault } from '../../state/records.ts';
import { findVault, typeName, vaultId } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';
import { refuseLocked } from './armLocks.ts';
import { badJson, refuse } from '../azureErrors.ts';
import { armKeyJson, currentVersion } from '../keyVault/keyJson.ts';
import { newKeyVersion } from '../keyVault/newKeyVersion.ts';

function findKey(vault: Vault, name: string, context: ArmContext): Key {
  return (
    context.world.key(vault.name, name) ??
    refuse(
      404,
      'KeyNotFound',
      `A key with (name/id) ${name} was not found in this key vault. If you recently deleted this key you may be able to recover it using the correct recovery command.`,
    )
  );
}

export function getArmKey(
  kind: Vault['kind'],
  parameters: Parameters,
  context: ArmContext,
): Answer {
  const vault = findVault(kind, parameters, `${typeName(kind)}/keys/read`, context);
  const key = findKey(vault, parameters.key!, context);
  return { status: 200, body: armKeyJson(vault, key, currentVersion(key), false) };
}

export function listArmKeys(
  kind: Vault['kind'],
  parameters: Parameters,
  context: ArmContext,
): Answer {
  const vault = findVault(kind, parameters, `${typeName(kind)}/keys/read`, context);
  const keys = context.world.keys.group(vault.name).filter((key) => !key.deletedAt);
  return {
    status: 200,
    body: { value: keys.map((key) => armKeyJson(vault, key, currentVersion(key), false)) },
  };
}

export function listArmKeyVersions(
  kind: Vault['kind'],
  parameters: Parameters,
  context: ArmContext,
): Answer {
  const vault = findVault(kind, parameters, `${typeName(kind)}/keys/versions/read`, context);
  const key = findKey(vault, parameters.key!, context);
  return {
    status: 200,
    body: { value: key.versions.map((version) => armKeyJson(vault, key, version, true)) },
  };
}

export function getArmKeyVersion(
  kind: Vault['kind'],
  parameters: Parameters,
  context: ArmContext,
): Answer {
  const vault = findVault(kind, parameters, `${typeName(kind)}/keys/versions/read`, context);
  const key = findKey(vault, parameters.key!, context);
  const version = key.versions.find(
    (candidate) => candidate.version === parameters.version!.toLowerCase(),
  );
  if (!version)
    refuse(
      404,
      'KeyNotFound',
      `A key with (name/id) ${key.name}/${parameters.version} was not found in this key vault.`,
    );
  return { status: 200, body: armKeyJson(vault, key, version, true) };
}

/** Makes the first version; a key that is there stays as it is. */
export function putArmKey(
  kind: Vault['kind'],
  call: Call,
  parameters: Parameters,
  context: ArmContext,
): Answer {
  const vault = findVault(kind, parameters, `${typeName(kind)}/keys/write`, context);
  const properties = objectIn(jsonObject(call, badJson).properties);
  const before = context.world.key(vault.name, parameters.key!);
  if (before)
    return { status: 200, body: armKeyJson(vault, before, currentVersion(before), false) };
  if (context.world.keys.get(`${vault.name}/${parameters.key}`))
    refuse(
      409,
      'Conflict',
      `Key ${parameters.key} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the key can only be recovered or purged.`,
    );
  refuseLocked(vaultId(vault), 'write', context);
  const request = {
    kty: properties.kty,
    bits: properties.keySize,
    keyOps: properties.keyOps,
    attributes: properties.attributes,
  };
  const key: Key = {
    vault: vault.name,
    name: parameters.key!,
    versions: [newKeyVersion(vault, request, context.now())],
    ...(isObject(properties.rotationPolicy) && {
      rotationPolicy: readRotationPolicy(properties.rotationPolicy, context.now()),
    }),
  };
  context.world.keys.put(`${vault.name}/${key.name}`, key);
  return { status: 200, body: armKeyJson(vault, key, currentVersion(key), false) };
}

/** ROT-04: an interval is seven days at least. Only days, months and years are read. */
function readRotationPolicy(given: JsonObject, now: number): RotationPolicy {
  const { lifetimeActions, attributes } = given;
  const actions = (Array.isArray(lifetimeActions) ? lifetimeActions : []).map((one) => {
    const { trigger, action } = objectIn(one);
    const { timeAfterCreate, timeBeforeExpiry } = objectIn(trigger);
    const type = String(objectIn(action).type);
    const after = timeAfterCreate ?? timeBeforeExpiry;
    if (!/^(rotate|notify)$/i.test(type) || typeof after !== 'string' || !isLongEnough(after))
      refuse(400, 'BadParameter', 'One of the lifetime actions of the rotation policy is invalid.');
    return {
      trigger:
        timeAfterCreate === undefined ? { timeBeforeExpiry: after } : { timeAfterCreate: after },
      action: { type: /rotate/i.test(type) ? 'Rotate' : 'Notify' },
    };
  });
  const { expiryTime } = objectIn(attributes);
  const seconds = Math.floor(now / 1000);
  return {
    lifetimeActions: actions,
    attributes: {
      ...(typeof expiryTime === 'string' && { expiryTime }),
      ...{ created: seconds, updated: seconds },
    },
  };
}

function isLongEnough(duration: string): boolean {
  const [, years = 0, months = 0, days = 0] = /^P(\d+Y)?(\d+M)?(\d+D)?$/.exec(duration) ?? [];
  const of = (part: string | number) => parseInt(String(part), 10);
  return of(years) * 365 + of(months) * 30 + of(days) >= 7;
}
