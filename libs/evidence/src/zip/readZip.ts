/**
 * Reads a ZIP file that Keyway wrote. Every byte outside the files' data has only one valid value.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import {
  CENTRAL_BYTES,
  centralHeader,
  dataDescriptor,
  DEFLATED,
  END_BYTES,
  endRecord,
  localHeader,
  MAX_ZIP_ENTRIES,
  STORED,
  type ZipRecord,
} from './zipRecords.ts';

/** Bytes that can be read at any place. */
export interface ByteSource {
  size: number;
  read(offset: number, length: number): Promise<Buffer>;
}

export interface ZipProblem {
  /** Null: of the archive. */
  path: string | null;
  offset: number;
  message: string;
}

export interface ZipEntry {
  path: string;
  bytes: number;
  packedBytes: number;
  /** The content, and in `packed` the SHA-256 of what is in the archive, once all was read. */
  open(): { content: AsyncIterable<Buffer>; packed: () => string };
}

const CHUNK_BYTES = 64 * 1024;
/** More directory than this is not held in memory. */
const MAX_CENTRAL_BYTES = 32 * 1024 * 1024;

/** Thrown while a file's content is read. */
export class ZipDamaged extends Error {
  override readonly name = 'ZipDamaged';
}

const problem = (path: string | null, offset: number, message: string): ZipProblem => ({
  ...{ path, offset, message },
});

/** The entries in their order, or what is wrong with the archive. */
export async function readZip(source: ByteSource): Promise<ZipEntry[] | ZipProblem> {
  const records = await readDirectory(source);
  if (!Array.isArray(records)) return records;
  let offset = 0;
  for (const record of records) {
    const header = localHeader(record);
    const descriptor = dataDescriptor(record);
    const end = offset + header.length + record.packedBytes;
    const isHere =
      record.offset === offset &&
      end + descriptor.length <= source.size &&
      (await source.read(offset, header.length)).equals(header) &&
      (await source.read(end, descriptor.length)).equals(descriptor);
    if (!isHere)
      return problem(record.path, offset, 'The header of the file is not what the directory says.');
    offset = end + descriptor.length;
  }
  const central = Buffer.concat(records.map(centralHeader));
  const whole = Buffer.concat([central, endRecord(records.length, central.length, offset)]);
  if (
    source.size !== offset + whole.length ||
    !(await source.read(offset, whole.length)).equals(whole)
  )
    return problem(null, offset, 'The directory of the archive is not as Keyway writes it.');
  return records.map((record) => entryOf(source, record));
}

async function readDirectory(source: ByteSource): Promise<ZipRecord[] | ZipProblem> {
  const incomplete = 'The archive has no directory at its end: it is incomplete or no ZIP file.';
  if (source.size < END_BYTES) return problem(null, 0, incomplete);
  const at = source.size - END_BYTES;
  const end = await source.read(at, END_BYTES);
  if (end.readUInt32LE(0) !== 0x0605_4b50) return problem(null, at, incomplete);
  const [count, bytes, offset] = [end.readUInt16LE(10), end.readUInt32LE(12), end.readUInt32LE(16)];
  if (count > MAX_ZIP_ENTRIES || bytes > MAX_CENTRAL_BYTES || offset + bytes !== at)
    return problem(null, at, 'The directory of the archive is not where its end says.');
  const central = await source.read(offset, bytes);
  const records: ZipRecord[] = [];
  for (let place = 0; place < central.length;) {
    if (place + CENTRAL_BYTES > central.length) return problem(null, offset + place, incomplete);
    const method = central.readUInt16LE(place + 10);
    const nameBytes = central.readUInt16LE(place + 28);
    const name = central.subarray(place + CENTRAL_BYTES, place + CENTRAL_BYTES + nameBytes);
    if (method !== STORED && method !== DEFLATED)
      return problem(
        name.toString('utf8'),
        offset + place,
        'The file is compressed in an unknown way.',
      );
    records.push({
      path: name.toString('utf8'),
      method,
      crc: central.readUInt32LE(place + 16),
      packedBytes: central.readUInt32LE(place + 20),
      bytes: central.readUInt32LE(place + 24),
      offset: central.readUInt32LE(place + 42),
    });
    place += CENTRAL_BYTES + nameBytes;
  }
  return records;
}

function entryOf(source: ByteSource, record: ZipRecord): ZipEntry {
  const { path, bytes, packedBytes } = record;
  const open = (): ReturnType<ZipEntry['open']> => {
    const hash = createHash('sha256');
    async function* packed(): AsyncGenerator<Buffer> {
      const start = record.offset + localHeader(record).length;
      for (let read = 0; read < packedBytes; read += CHUNK_BYTES) {
        const chunk = await source.read(start + read, Math.min(CHUNK_BYTES, packedBytes - read));
        hash.update(chunk);
        yield chunk;
      }
    }
    async function* content(): AsyncGenerator<Buffer> {
      let [read, crc] = [0, 0];
      const from = record.method === STORED ? packed() : inflated(packed());
      for await (const chunk of from) {
        read += chunk.length;
        if (read > bytes)
          throw new ZipDamaged(`${path} has more than the ${bytes} bytes it names.`);
        crc = crc32(chunk, crc);
        yield chunk;
      }
      if (read !== bytes || crc !== record.crc)
        throw new ZipDamaged(`${path} does not have the size and checksum that the archive names.`);
    }
    let digest: string | null = null;
    return { content: content(), packed: () => (digest ??= hash.digest('hex')) };
  };
  return { path, bytes, packedBytes, open };
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw();
  const source = Readable.from(packed);
  source.on('error', (error) => inflate.destroy(error));
  try {
    yield* source.pipe(inflate) as AsyncIterable<Buffer>;
  } catch (error) {
    throw new ZipDamaged('The compressed data is damaged.', { cause: error });
  } finally {
    source.destroy();
  }
}
