/**
 * Creates and changes keys through the data plane. Creating an existing name makes a new version,
 * so a repeated call is never harmless.
 */
import { isObject, objectIn } from '../../isObject.ts';
import { jsonObject } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { Parameters } from '../../server/routeTable.ts';
import type { Key, KeyVersion } from '../../state/records.ts';
import { badJson, refuse } from '../azureErrors.ts';
import { currentVersion } from './keyJson.ts';
import { requireDataPermission } from './vaultCaller.ts';
import type { VaultContext } from './vaultCaller.ts';
import { bundle, deletedAnswer, findKey } from './keyVaultKeys.ts';
import { newKeyVersion, readAttributes } from './newKeyVersion.ts';

/** KID-04. */
const NAME = /^[0-9A-Za-z-]{1,127}$/;

export async function createKey(
  call: Call,
  { key: name = '' }: Parameters,
  context: VaultContext,
): Promise<Answer> {
  requireDataPermission(context, 'keys/create/action');
  if (!NAME.test(name))
    refuse(400, 'BadParameter', `The request URI contains an invalid name: ${name}`);
  const given = jsonObject(call, badJson);
  const version = newKeyVersion(
    context.vault,
    { kty: given.kty, bits: given.key_size, keyOps: given.key_ops, attributes: given.attributes },
    context.now(),
  );
  await context.material.publicPart(version.bits);
  const id = `${context.vault.name}/${name}`;
  const before = context.world.keys.get(id);
  if (before?.deletedAt)
    refuse(
      409,
      'Conflict',
      `Key ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the key can only be recovered or purged.`,
    );
  const tags = isObject(given.tags) ? { tags: given.tags } : {};
  const key: Key = before
    ? { ...before, versions: [...before.versions, version], ...tags }
    : { vault: context.vault.name, name, versions: [version], ...tags };
  context.world.keys.put(id, key);
  return { status: 200, body: await bundle(key, version, context) };
}

/** ROT-01: a new version under the same name. */
export async function rotateKey(
  _call: Call,
  { key: name = '' }: Parameters,
  context: VaultContext,
): Promise<Answer> {
  requireDataPermission(context, 'keys/rotate/action');
  const before = findKey(name, context);
  const { kty, bits, keyOps } = currentVersion(before);
  const version = newKeyVersion(context.vault, { kty, bits, keyOps }, context.now());
  const key = { ...before, versions: [...before.versions, version] };
  context.world.keys.put(`${context.vault.name}/${before.name}`, key);
  return { status: 200, body: await bundle(key, version, context) };
}

/** Permitted operations, dates, enabled and tags of one version, or of the current one. */
export async function updateKey(
  call: Call,
  { key: name = '', version }: Parameters,
  context: VaultContext,
): Promise<Answer> {
  requireDataPermission(context, 'keys/update/action');
  const before = findKey(name, context);
  const target = version
    ? before.versions.find((candidate) => candidate.version === version.toLowerCase())
    : currentVersion(before);
  if (!target)
    refuse(
      404,
      'KeyNotFound',
      `A key with (name/id) ${name}/${version} was not found in this key vault.`,
    );
  const given = jsonObject(call, badJson);
  const changed: KeyVersion = {
    ...target,
    ...(Array.isArray(given.key_ops) && { keyOps: given.key_ops.map(String) }),
    ...(given.attributes !== undefined &&
      readAttributes({ enabled: target.enabled, ...objectIn(given.attributes) })),
    updated: Math.floor(context.now() / 1000),
  };
  const key = {
    ...before,
    versions: before.versions.map((candidate) => (candidate === target ? changed : candidate)),
  };
  context.world.keys.put(`${context.vault.name}/${before.name}`, key);
  return { status: 200, body: await bundle(key, changed, context) };
}

export function deleteKey(
  _call: Call,
  { key: name = '' }: Parameters,
  context: VaultContext,
): Promise<Answer> {
  requireDataPermission(context, 'keys/delete');
  const key = { ...findKey(name, context), deletedAt: Math.floor(context.now() / 1000) };
  context.world.keys.put(`${context.vault.name}/${key.name}`, key);
  return deletedAnswer(key, context);
}
