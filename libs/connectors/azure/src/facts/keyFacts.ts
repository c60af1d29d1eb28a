/** A key as ARM or the data plane describes it (docs/reference/clouds.md 1, 2.3) as facts. Pure. */
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { KeyFacts } from '@keyway/core';
import { z } from 'zod';
import { keyIdentifierOf } from './keyIdentifierOf.ts';
import type { RequestedKey } from './keyIdentifierOf.ts';
import { optional, optionalText, parseResponse } from '@keyway/connector-transport';

const KNOWN_OPERATIONS = [
  'encrypt',
  'decrypt',
  'sign',
  'verify',
  'wrapKey',
  'unwrapKey',
  'import',
  'export',
  'release',
];
const CAMEL_CASE = new Map(
  KNOWN_OPERATIONS.map((operation) => [operation.toLowerCase(), operation]),
);

/** Sorted, in the documented spelling whatever the answer's case (KEY-04). */
const keyOperations = (operations: string[]): string[] =>
  [
    ...new Set(operations.map((operation) => CAMEL_CASE.get(operation.toLowerCase()) ?? operation)),
  ].sort();

const isRsa = (kty: string): boolean => /^RSA(-HSM)?$/i.test(kty);

const epochSeconds = z.number().int();
const armSchema = z.object({
  properties: z.object({
    kty: z.string().min(1),
    keySize: optional(z.number().int().positive()),
    keyOps: z.array(z.string()),
    keyUriWithVersion: z.string(),
    attributes: optional(
      z.object({
        enabled: optional(z.boolean()),
        nbf: optional(epochSeconds),
        exp: optional(epochSeconds),
        recoveryLevel: optionalText,
      }),
    ),
    rotationPolicy: optional(
      z.object({
        lifetimeActions: optional(
          z.array(z.object({ action: optional(z.object({ type: z.string() })) })),
        ),
      }),
    ),
  }),
});

const actionTypes = (types: (string | null | undefined)[]): string[] =>
  [...new Set(types.flatMap((type) => (type ? [type.toLowerCase()] : [])))].sort();

/** A key of a vault or Managed HSM; throws `badResponse` for another form or another key. */
export function armKeyFacts(document: unknown, requested: RequestedKey): KeyFacts {
  const { properties: key } = parseResponse(armSchema, document, 'The description of the key');
  if (isRsa(key.kty) && key.keySize === null) {
    throw new ConnectorError(
      { kind: 'badResponse', code: OWN_CODES.unexpectedResponse },
      { detail: 'The description of the key has no size' },
    );
  }
  return {
    source: 'arm',
    keyIdentifier: keyIdentifierOf(key.keyUriWithVersion, requested),
    kty: key.kty,
    bits: isRsa(key.kty) ? key.keySize : null,
    keyOps: keyOperations(key.keyOps),
    enabled: key.attributes?.enabled ?? null,
    notBefore: key.attributes?.nbf ?? null,
    expires: key.attributes?.exp ?? null,
    recoveryLevel: key.attributes?.recoveryLevel ?? null,
    rotationActions:
      key.rotationPolicy === null
        ? null
        : actionTypes((key.rotationPolicy.lifetimeActions ?? []).map((a) => a.action?.type)),
  };
}

const dataPlaneSchema = z.object({
  id: z.string(),
  keyType: z.string().min(1),
  keyOperations: z.array(z.string()),
  key: optional(z.object({ n: optional(z.instanceof(Uint8Array)) })),
  properties: z.object({
    enabled: optional(z.boolean()),
    notBefore: optional(z.date()),
    expiresOn: optional(z.date()),
    recoveryLevel: optionalText,
  }),
});

/**
 * Bits of a modulus: there is no size on the wire, only the number itself, possibly with leading
 * zero bytes (docs/reference/clouds.md 1).
 */
export function modulusBits(modulus: Uint8Array): number {
  const first = modulus.findIndex((byte) => byte !== 0);
  return first === -1 ? 0 : (modulus.length - first) * 8;
}

const toEpochSeconds = (date: Date | null): number | null =>
  date === null ? null : Math.floor(date.getTime() / 1000);

/**
 * What `KeyClient.getKey` answers; throws `badResponse` for another form or another key. Rotation
 * is read apart.
 */
export function dataPlaneKeyFacts(document: unknown, requested: RequestedKey): KeyFacts {
  const key = parseResponse(dataPlaneSchema, document, 'The key');
  const modulus = key.key?.n ?? null;
  if (isRsa(key.keyType) && (modulus === null || modulusBits(modulus) === 0)) {
    throw new ConnectorError(
      { kind: 'badResponse', code: OWN_CODES.unexpectedResponse },
      { detail: 'The key has no modulus' },
    );
  }
  return {
    source: 'dataPlane',
    keyIdentifier: keyIdentifierOf(key.id, requested),
    kty: key.keyType,
    bits: isRsa(key.keyType) && modulus !== null ? modulusBits(modulus) : null,
    keyOps: keyOperations(key.keyOperations),
    enabled: key.properties.enabled,
    notBefore: toEpochSeconds(key.properties.notBefore),
    expires: toEpochSeconds(key.properties.expiresOn),
    recoveryLevel: key.properties.recoveryLevel,
    rotationActions: null,
  };
}

const rotationSchema = z.object({
  lifetimeActions: optional(z.array(z.object({ action: z.string() }))),
});

/**
 * What `KeyClient.getKeyRotationPolicy` answers, as sorted lowercase action types; throws
 * `badResponse` for another form.
 */
export function rotationActions(document: unknown): string[] {
  const policy = parseResponse(rotationSchema, document, 'The rotation policy');
  return actionTypes((policy.lifetimeActions ?? []).map((action) => action.action));
}
