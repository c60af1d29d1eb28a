/**
 * Wraps data keys by a key in a local file (0600). Without the file, the secrets below it are
 * lost, and nothing else.
 */
import { hash, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '@keyway/config';
import { ConnectorError, type KeyWrapper, type WrappedKey } from '@keyway/core';
import { seal, unseal, Unopenable } from './sealing.ts';

export const KEY_BYTES = 32;
export const LOCAL = 'local';

export interface LocalKeyFile extends KeyWrapper {
  /** Distinguishes keys without revealing anything about them: 16 hex digits. */
  fingerprint: string;
  /**
   * Opens results that were sealed by the file itself, before partners had data keys of their own.
   * Throws Unopenable.
   */
  openDirectly(sealed: Uint8Array, binding: string): Buffer;
}

/** @param make whether the file is made where there is none; otherwise null is answered */
export async function localKeyFile(dataDir: string, make: true): Promise<LocalKeyFile>;
export async function localKeyFile(dataDir: string, make: boolean): Promise<LocalKeyFile | null>;
export async function localKeyFile(dataDir: string, make: boolean): Promise<LocalKeyFile | null> {
  const path = join(dataDir, 'sealing.key');
  const key = make ? await keyIn(path, dataDir) : await readKey(path);
  if (!key) return null;
  const wrapNow = (plain: Uint8Array, purpose: string): WrappedKey => ({
    wrapper: LOCAL,
    wrapped: seal(key, plain, purpose),
  });
  return {
    name: 'the local key file',
    fingerprint: hash(
      'sha256',
      Buffer.concat([Buffer.from('keyway sealing key:'), key]),
      'hex',
    ).slice(0, 16),
    owns: (wrapper) => wrapper === LOCAL,
    current: () => Promise.resolve(LOCAL),
    wrap: (plain, purpose) => Promise.resolve(wrapNow(plain, purpose)),
    wrapNow,
    unwrap: (kept, purpose) =>
      new Promise((resolve) => resolve(unwrapped(key, kept.wrapped, purpose))),
    openDirectly: (sealed, binding) => unseal(key, sealed, binding),
  };
}

function unwrapped(key: Buffer, wrapped: Uint8Array, purpose: string): Buffer {
  try {
    return unseal(key, wrapped, purpose);
  } catch (error) {
    if (!(error instanceof Unopenable)) throw error;
    throw new ConnectorError({
      kind: 'rejected',
      message: 'The local key file holds another key than this was wrapped by',
    });
  }
}

/**
 * The file is written whole before it has its name, so that a process killed while making it leaves
 * nothing half made to the next one.
 */
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

const isErrorCode = (error: unknown, code: string): boolean =>
  (error as NodeJS.ErrnoException).code === code;

/**
 * Null: there is no such file.
 * @throws StartError where it cannot be read or holds no key
 */
async function readKey(path: string): Promise<Buffer | null> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (isErrorCode(error, 'ENOENT')) return null;
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new StartError(
      `DATA_DIR: ${path} cannot be read (${code}). The user that this process runs as has to be able to read it.`,
    );
  }
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES)
    throw new StartError(
      `DATA_DIR: ${path} does not hold a sealing key (32 bytes in base64). Copy there the sealing.key of the processes that already run on this database, or of a backup. ` +
        'If it is lost for good, remove the file: the next start says how to continue without it.',
    );
  return key;
}
