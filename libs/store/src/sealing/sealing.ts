/**
 * Customers' secrets at rest: AES-256-GCM under a data key of the organization, whose wrapping key
 * is not in the database.
 */
import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import type { EvidenceKeys } from '../evidence/evidenceKeys.ts';
import type { FederationKeys } from '../federation/federationKeys.ts';
import type { DataKeys } from './dataKeys.ts';
import type { LocalKeyFile } from './localKeyFile.ts';

/**
 * With a `createSecretKey`: whether a Buffer is one is found out by an exception in Node 24, which
 * costs five times as much as opening a secret.
 */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 1;

/** version ‖ nonce ‖ tag ‖ ciphertext. `bound` has to be the same when it is opened. */
export function seal(key: Buffer, plaintext: Uint8Array | string, binding: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, createSecretKey(key), nonce).setAAD(Buffer.from(binding));
  const sealed = Buffer.concat([
    cipher.update(typeof plaintext === 'string' ? Buffer.from(plaintext) : plaintext),
    cipher.final(),
  ]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
}

/** A byte was changed, or key or binding are others than it was sealed under. */
export class Unopenable extends Error {
  override readonly name = 'Unopenable';
}

/** The plaintext; throws Unopenable. */
export function unseal(key: Buffer, sealed: Uint8Array, binding: string): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES)
    throw new Unopenable('This was not sealed by Keyway.');
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv(CIPHER, createSecretKey(key), nonce)
    .setAAD(Buffer.from(binding))
    .setAuthTag(tag);
  try {
    return Buffer.concat([
      decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ]);
  } catch {
    throw new Unopenable(
      'A sealed secret could not be opened: the sealing key is another one, or the data was changed.',
    );
  }
}

/** What opens, or null for what does not open any more. */
export function openedOrNull<T>(open: () => T): T | null {
  try {
    return open();
  } catch (error) {
    if (error instanceof Unopenable) return null;
    throw error;
  }
}

export const connectionBinding = (organizationId: string, kind: string): string =>
  `connection:${organizationId}:${kind}`;
export const dataKeyPurpose = (organizationId: string): string => `data-key:${organizationId}`;

/** What one store seals and opens with. */
export interface Sealing {
  keys: DataKeys;
  /** What sealed results before partners had data keys; null where there is no such file. */
  localFile: LocalKeyFile | null;
  /** What signs checkpoints and evidence. */
  evidence: EvidenceKeys;
  /** What signs in at customers' Entra tenants that trust Keyway. */
  federation: FederationKeys;
}
