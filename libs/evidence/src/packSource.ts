/** Where a pack is verified from: the ZIP file, a folder that it was unpacked to, or memory. */
import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { readZip, type ByteSource, type ZipProblem } from './zip/readZip.ts';

/** A file as a pack has it. */
export interface PackEntry {
  path: string;
  /**
   * The content in parts; throws where it is damaged. `packed`: the SHA-256 of what the archive
   * has, once all was read; null outside an archive.
   */
  open(): { content: AsyncIterable<Uint8Array>; packed: () => string | null };
}

/** The files of a pack, wherever it is. */
export interface PackSource {
  entries: PackEntry[];
  /** What is wrong with the archive as a whole. */
  problems: ZipProblem[];
  close(): Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

async function zipSource(bytes: ByteSource, close: () => Promise<void>): Promise<PackSource> {
  const entries = await readZip(bytes);
  return Array.isArray(entries)
    ? { entries, problems: [], close }
    : { entries: [], problems: [entries], close };
}

/** A ZIP file that is in memory. */
export const packOfBytes = (bytes: Uint8Array): Promise<PackSource> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = (offset: number, length: number): Promise<Buffer> =>
    Promise.resolve(buffer.subarray(offset, offset + length));
  return zipSource({ size: buffer.length, read }, nothing);
};

/** Exactly these bytes; throws where the file has fewer. */
async function readExactly(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  for (let read = 0; read < length;) {
    const { bytesRead } = await file.read(buffer, read, length - read, offset + read);
    if (bytesRead === 0) throw new Error('The file became shorter while it was read.');
    read += bytesRead;
  }
  return buffer;
}

/** A ZIP file, of which little is in memory at a time. */
export async function packOfFile(path: string): Promise<PackSource> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const read = (offset: number, length: number): Promise<Buffer> =>
      readExactly(file, offset, length);
    return await zipSource({ size, read }, () => file.close());
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** A folder with an unpacked pack, and nothing else in it. */
export async function packOfFolder(folder: string): Promise<PackSource> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '.').length))
    .map((path) => path.split(sep).filter(Boolean).join('/'));
  async function* content(path: string): AsyncGenerator<Uint8Array> {
    yield* (await open(join(folder, path))).createReadStream() as AsyncIterable<Buffer>;
  }
  const entries = paths.toSorted().map((path) => ({
    path,
    open: () => ({ content: content(path), packed: () => null }),
  }));
  return { entries, problems: [], close: nothing };
}

/** Files by their paths, for tests and for what is in memory already. */
export function packOfFiles(files: ReadonlyMap<string, Uint8Array>): PackSource {
  async function* content(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(bytes);
  }
  const entries = [...files].map(([path, bytes]) => ({
    path,
    open: () => ({ content: content(bytes), packed: () => null }),
  }));
  return { entries, problems: [], close: nothing };
}

/** A ZIP file or a folder. */
export async function openPack(path: string): Promise<PackSource> {
  return (await stat(path)).isDirectory() ? packOfFolder(path) : packOfFile(path);
}
