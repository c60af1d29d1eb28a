/**
 * Keys through ARM: readable without any data-plane right and from behind a vault's firewall
 * (NET-10).
 */
import { objectIn } from '../../isObject.ts';
import { jsonObject } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { Parameters } from '../../server/routeTable.ts';
import type { Key, Vault } from '../../state/records.ts';
import { findVault, typeName } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';
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
  };
  context.world.keys.put(`${vault.name}/${key.name}`, key);
  return { status: 200, body: armKeyJson(vault, key, currentVersion(key), false) };
}
