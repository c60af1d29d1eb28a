/**
 * Reading and using keys through the data plane.
 */
import { jsonObject } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { Parameters } from '../../server/routeTable.ts';
import type { Key, KeyVersion, RotationPolicy } from '../../state/records.ts';
import { azureError, badJson, refuse } from '../azureErrors.ts';
import { requireDataPermission } from './vaultCaller.ts';
import type { VaultContext } from './vaultCaller.ts';
import { currentVersion, keyBundle, keyIdentifier, recoveryLevel } from './keyJson.ts';

const DAY_SECONDS = 24 * 3600;

export function findKey(name: string, context: VaultContext): Key {
  const key = context.world.key(context.vault.name, name);
  return (
    key ??
    refuse(
      404,
      'KeyNotFound',
      `A key with (name/id) ${name} was not found in this key vault. If you recently deleted this key you may be able to recover it using the correct recovery command. For help resolving this issue, please see https://go.microsoft.com/fwlink/?linkid=2125182`,
    )
  );
}

function findVersion(key: Key, version: string | undefined): KeyVersion {
  if (!version) return currentVersion(key);
  const found = key.versions.find((candidate) => candidate.version === version.toLowerCase());
  return (
    found ??
    refuse(
      404,
      'KeyNotFound',
      `A key with (name/id) ${key.name}/${version} was not found in this key vault.`,
    )
  );
}

export async function bundle(
  key: Key,
  version: KeyVersion,
  context: VaultContext,
): Promise<Record<string, unknown>> {
  return keyBundle(context.vault, key, version, await context.material.publicPart(version.bits));
}

export async function getKey(
  _call: Call,
  { key: name = '', version }: Parameters,
  context: VaultContext,
): Promise<Answer> {
  requireDataPermission(context, 'keys/read');
  const key = findKey(name, context);
  return { status: 200, body: await bundle(key, findVersion(key, version), context) };
}

export function listKeys(_call: Call, _parameters: Parameters, context: VaultContext): Answer {
  requireDataPermission(context, 'keys/read');
  const keys = context.world.keys.group(context.vault.name).filter((key) => !key.deletedAt);
  return {
    status: 200,
    body: {
      value: keys.map((key) => item(key, currentVersion(key), false, context)),
      nextLink: null,
    },
  };
}

export function listKeyVersions(
  _call: Call,
  { key: name = '' }: Parameters,
  context: VaultContext,
): Answer {
  requireDataPermission(context, 'keys/read');
  const key = findKey(name, context);
  return {
    status: 200,
    body: {
      value: key.versions.map((version) => item(key, version, true, context)),
      nextLink: null,
    },
  };
}

function item(key: Key, version: KeyVersion, versioned: boolean, context: VaultContext) {
  const { enabled, nbf, exp, created, updated } = version;
  const attributes = {
    enabled,
    nbf,
    exp,
    created,
    updated,
    recoveryLevel: recoveryLevel(context.vault),
    exportable: false,
  };
  return {
    kid: keyIdentifier(context.vault, key.name, versioned ? version.version : undefined),
    attributes,
    tags: key.tags,
  };
}

/** A key that never had a policy answers with the default: notify thirty days before expiry. */
export function getRotationPolicy(
  _call: Call,
  { key: name = '' }: Parameters,
  context: VaultContext,
): Answer {
  requireDataPermission(context, 'keyrotationpolicies/read');
  const key = findKey(name, context);
  const id = `${keyIdentifier(context.vault, key.name)}/rotationpolicy`;
  const untouched = {
    lifetimeActions: [{ trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } }],
    attributes: {},
  };
  return { status: 200, body: { id, ...(key.rotationPolicy ?? untouched) } };
}

export function putRotationPolicy(
  call: Call,
  { key: name = '' }: Parameters,
  context: VaultContext,
): Answer {
  requireDataPermission(context, 'keyrotationpolicies/write');
  const key = findKey(name, context);
  const given = jsonObject(call, badJson) as {
    lifetimeActions?: RotationPolicy['lifetimeActions'];
    attributes?: { expiryTime?: string };
  };
  const now = Math.floor(context.now() / 1000);
  const attributes = {
    ...(given.attributes?.expiryTime && { expiryTime: given.attributes.expiryTime }),
    created: key.rotationPolicy?.attributes.created ?? now,
    updated: now,
  };
  const rotationPolicy = { lifetimeActions: given.lifetimeActions ?? [], attributes };
  context.world.keys.put(`${context.vault.name}/${key.name}`, { ...key, rotationPolicy });
  return {
    status: 200,
    body: { id: `${keyIdentifier(context.vault, key.name)}/rotationpolicy`, ...rotationPolicy },
  };
}

/**
 * `wrapkey`, `unwrapkey`, `encrypt` and `decrypt` change nothing, so they are not in the ledger.
 */
export async function useKey(
  call: Call,
  { key: name = '', version = '', operation = '' }: Parameters,
  context: VaultContext,
): Promise<Answer> {
  const kind = {
    wrapkey: 'wrapKey',
    unwrapkey: 'unwrapKey',
    encrypt: 'encrypt',
    decrypt: 'decrypt',
  }[operation.toLowerCase()];
  if (!kind) return azureError(404, 'NotFound', `The operation '${operation}' is not known.`);
  requireDataPermission(context, `keys/${kind.replace('Key', '')}/action`);
  const key = findKey(name, context);
  const used = findVersion(key, version);
  refuseUnusable(used, kind, context.now());
  const { alg, value } = jsonObject(call, badJson);
  const kid = keyIdentifier(context.vault, key.name, used.version);
  const direction = kind === 'wrapKey' || kind === 'encrypt' ? 'wrap' : 'unwrap';
  const result = await context.material.apply(
    direction,
    { bits: used.bits, kid },
    String(alg ?? ''),
    String(value ?? ''),
  );
  if (result === undefined)
    return azureError(400, 'BadParameter', 'The algorithm or the value is not valid for this key.');
  return { status: 200, ledger: false, body: { kid, value: result } };
}

/** KEY-05: outside its dates a key still unwraps; disabled it does nothing. */
function refuseUnusable(version: KeyVersion, operation: string, now: number): void {
  const outside = (version.nbf ?? 0) * 1000 > now || (version.exp ?? Infinity) * 1000 <= now;
  const reading = operation === 'unwrapKey' || operation === 'decrypt';
  if (!version.enabled) refuse(403, 'Forbidden', 'Operation is not allowed on a disabled key.');
  if (outside && !reading)
    refuse(403, 'Forbidden', 'Operation is not allowed on an expired or not yet valid key.');
  if (!version.keyOps.includes(operation))
    refuse(403, 'Forbidden', `Operation ${operation} is not permitted on this key.`);
}

export function getDeletedKey(
  _call: Call,
  { key: name = '' }: Parameters,
  context: VaultContext,
): Promise<Answer> | Answer {
  requireDataPermission(context, 'keys/read');
  const key = context.world.keys.get(`${context.vault.name}/${name}`);
  if (!key?.deletedAt) refuse(404, 'KeyNotFound', `Deleted Key not found: ${name}`);
  return deletedAnswer(key, context);
}

/** REC-01. */
export async function deletedAnswer(key: Key, context: VaultContext): Promise<Answer> {
  const days = Number(context.vault.properties.softDeleteRetentionInDays ?? 90);
  const recovery = {
    recoveryId: `${keyIdentifier(context.vault, key.name).replace('/keys/', '/deletedkeys/')}`,
    deletedDate: key.deletedAt,
    scheduledPurgeDate: key.deletedAt! + days * DAY_SECONDS,
  };
  return {
    status: 200,
    body: { ...recovery, ...(await bundle(key, currentVersion(key), context)) },
  };
}

export async function recoverKey(
  _call: Call,
  { key: name = '' }: Parameters,
  context: VaultContext,
): Promise<Answer> {
  requireDataPermission(context, 'keys/recover/action');
  const key = context.world.keys.get(`${context.vault.name}/${name}`);
  if (!key?.deletedAt) refuse(404, 'KeyNotFound', `Deleted Key not found: ${name}`);
  const { deletedAt: _gone, ...rest } = key;
  const body = await bundle(rest, currentVersion(rest), context);
  context.world.keys.put(`${context.vault.name}/${key.name}`, rest);
  return { status: 200, body };
}
