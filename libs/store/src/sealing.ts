/**
 * Customers' secrets at rest: AES-256-GCM under a data key of the organization's own, which is itself sealed by a key that is not in the
 * database. What was sealed for one organization or purpose does not open as another's.
 */
import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
const VERSION = 1;

/** version ‖ nonce ‖ tag ‖ ciphertext. `bound` has to be the same when it is opened. */
export function seal(key: Buffer, plaintext: Buffer | string, bound: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(plaintext instanceof Buffer ? plaintext : Buffer.from(plaintext)), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
}

/** A byte was changed, or key or binding are others than it was sealed under. */
export class Unopenable extends Error {
  override readonly name = 'Unopenable';
}

/** The plaintext; throws Unopenable. */
export function unseal(key: Buffer, sealed: Uint8Array, bound: string): Buffer {
  const bytes = Buffer.from(sealed);
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE_BYTES + TAG_BYTES) throw new Unopenable('This was not sealed by Keyway.');
  const nonce = bytes.subarray(1, 1 + NONCE_BYTES);
  const tag = bytes.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(bound)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch {
    throw new Unopenable('A sealed secret could not be opened: the sealing key is another one, or the data was changed.');
  }
}

export interface Sealing {
  newDataKey(organizationId: string): { dataKey: Buffer; wrapped: Buffer };
  openDataKey(organizationId: string, wrapped: Uint8Array): Buffer;
  /** Results that show a secret once, kept for their idempotency key. */
  sealResult(partnerId: string, json: string): Buffer;
  openResult(partnerId: string, sealed: Uint8Array): string;
}

export const connectionBinding = (organizationId: string, kind: string): string => `connection:${organizationId}:${kind}`;

/** The sealing key is a file of this machine (0600). Losing it loses the secrets it sealed, and nothing else. */
export async function localSealing(dataDir: string): Promise<Sealing> {
  const key = await keyIn(join(dataDir, 'sealing.key'), dataDir);
  return {
    newDataKey(organizationId) {
      const dataKey = randomBytes(KEY_BYTES);
      return { dataKey, wrapped: seal(key, dataKey, `data-key:${organizationId}`) };
    },
    openDataKey: (organizationId, wrapped) => unseal(key, wrapped, `data-key:${organizationId}`),
    sealResult: (partnerId, json) => seal(key, json, `result:${partnerId}`),
    openResult: (partnerId, sealed) => unseal(key, sealed, `result:${partnerId}`).toString('utf8'),
  };
}

/** The file is written whole before it has its name, so that a process killed while making it leaves nothing half made to the next one. */
async function keyIn(path: string, dataDir: string): Promise<Buffer> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const kept = await readKey(path);
  if (kept) return kept;
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await file.sync();
    // Only one of several processes that start at once gives its file the name.
    await link(draft, path);
  } catch (error) {
    if (!isErrorCode(error, 'EEXIST')) throw error;
  } finally {
    await file.close();
    await unlink(draft);
  }
  const made = await readKey(path);
  if (!made) throw new Error(`${path} is not there although it was just made.`);
  return made;
}

const isErrorCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

/** Null: there is no such file. */
async function readKey(path: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isErrorCode(error, 'ENOENT')) return null;
    throw error;
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw new Error(`${path} does not hold a sealing key (32 bytes, base64).`);
  return key;
}
