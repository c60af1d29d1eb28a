/**
 * Reads a request for a key and makes a version of it, refusing what Azure refuses (KEY-01..03).
 */
import { randomBytes } from 'node:crypto';
import { objectIn } from '../../isObject.ts';
import type { KeyVersion, Vault } from '../../state/records.ts';
import { refuse } from '../azureErrors.ts';
import { RSA_SIZES } from './keyMaterial.ts';

/** KEY-04; what a key may do when nothing is said. */
export const RSA_OPERATIONS = ['encrypt', 'decrypt', 'sign', 'verify', 'wrapKey', 'unwrapKey'];

interface KeyRequest {
  kty?: unknown;
  bits?: unknown;
  keyOps?: unknown;
  attributes?: unknown;
}

/** Elliptic curves and AES are not emulated: none of the product's paths makes one. */
export function newKeyVersion(vault: Vault, request: KeyRequest, now: number): KeyVersion {
  const { kty, bits = 2048, keyOps = RSA_OPERATIONS } = request;
  if (kty !== 'RSA' && kty !== 'RSA-HSM')
    refuse(400, 'BadParameter', `The key type '${String(kty)}' is not supported here.`);
  if (kty === 'RSA-HSM' && vault.kind === 'vault' && vault.sku.name.toLowerCase() !== 'premium') {
    refuse(
      400,
      'BadParameter',
      'AKV.SKR.1004: The key type RSA-HSM is not available in a standard vault.',
    );
  }
  if (kty === 'RSA' && vault.kind === 'managedHsm')
    refuse(400, 'BadParameter', 'A Managed HSM holds HSM keys only.');
  if (typeof bits !== 'number' || !RSA_SIZES.includes(bits))
    refuse(400, 'BadParameter', `The key size ${String(bits)} is not supported.`);
  if (!Array.isArray(keyOps) || keyOps.some((name) => !RSA_OPERATIONS.includes(String(name))))
    refuse(400, 'BadParameter', 'One of the key operations is not supported.');
  const seconds = Math.floor(now / 1000);
  return {
    version: randomBytes(16).toString('hex'),
    kty,
    bits,
    keyOps: keyOps.map(String),
    ...readAttributes(request.attributes),
    created: seconds,
    updated: seconds,
  };
}

/** Dates in epoch seconds, as both planes send them. */
export function readAttributes(given: unknown): { enabled: boolean; nbf?: number; exp?: number } {
  const { enabled = true, nbf, exp } = objectIn(given);
  return {
    enabled: enabled !== false,
    ...(typeof nbf === 'number' && { nbf }),
    ...(typeof exp === 'number' && { exp }),
  };
}
