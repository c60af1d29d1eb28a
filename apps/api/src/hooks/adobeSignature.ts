/**
 * The signatures of Adobe I/O Events over the bytes of a delivery (AL-14): two, of which one valid
 * suffices. Headers name the path of a key and never a host.
 */
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { isSigningKeyPath } from '@keyway/core';

/** As a header states it. */
export interface Signature {
  bytes: Buffer;
  /** Of the key, at Adobe's host. */
  path: string;
}

/** Longer than one of an RSA key of 8192 bits in base64. */
const MAX_SIGNATURE_CHARACTERS = 1_400;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
const MIN_MODULUS_BITS = 2048;

function signatureOf(headers: IncomingHttpHeaders, number: 1 | 2): Signature[] {
  const signature = headers[`x-adobe-digital-signature-${number}`];
  const path = headers[`x-adobe-public-key${number}-path`];
  if (typeof signature !== 'string' || typeof path !== 'string') return [];
  if (signature.length > MAX_SIGNATURE_CHARACTERS || !BASE64.test(signature)) return [];
  return isSigningKeyPath(path) ? [{ bytes: Buffer.from(signature, 'base64'), path }] : [];
}

/** Those of the right form; none of a delivery that isn't signed. */
export const signaturesOf = (headers: IncomingHttpHeaders): Signature[] => [
  ...signatureOf(headers, 1),
  ...signatureOf(headers, 2),
];

/** An RSA key of a length that is still secure; null of any other text. */
export function signingKey(pem: string): KeyObject | null {
  try {
    const key = createPublicKey({ key: pem, format: 'pem' });
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= MIN_MODULUS_BITS ? key : null;
  } catch {
    return null;
  }
}

/** Whether the key signed exactly these bytes (RSA PKCS #1 with SHA-256). */
export const isSignedBy = (key: KeyObject, body: Buffer, { bytes }: Signature): boolean =>
  verify('sha256', body, key, bytes);
