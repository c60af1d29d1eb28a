/**
 * Writes a ZIP file as a stream, a chunk at a time and as fast as it is taken. Unlike ZIP libraries
 * it says the SHA-256 of what each file is in the archive, which the manifest signs.
 */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib';
import type { PackFile } from '../manifest.ts';
import {
  centralHeader,
  dataDescriptor,
  DEFLATED,
  endRecord,
  localHeader,
  MAX_ZIP_BYTES,
  MAX_ZIP_ENTRIES,
  STORED,
  type ZipRecord,
} from './zipRecords.ts';

/** Takes a part of the file; resolves when the next may come. */
export type ZipSink = (chunk: Uint8Array) => Promise<void>;

/** More than a ZIP file without extensions holds. */
export class ZipTooLarge extends Error {
  override readonly name = 'ZipTooLarge';
}

/** Chains are mostly hashes, which no level compresses: the fastest one loses little. */
const LEVEL = 1;

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export class ZipWriter {
  readonly #sink: ZipSink;
  readonly #records: ZipRecord[] = [];
  #offset = 0;

  constructor(sink: ZipSink) {
    this.#sink = sink;
  }

  /** Writes a file whose content comes in parts. */
  async addStream(
    path: string,
    content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  ): Promise<PackFile> {
    const offset = this.#offset;
    const draft = { path, method: DEFLATED, crc: 0, bytes: 0, packedBytes: 0, offset } as const;
    await this.#write(localHeader(draft));
    const record: ZipRecord = { ...draft };
    const whole = createHash('sha256');
    const packed = createHash('sha256');
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const chunk of content) {
        whole.update(chunk);
        record.crc = crc32(chunk, record.crc);
        record.bytes += chunk.length;
        yield chunk;
      }
    }
    const deflate = createDeflateRaw({ level: LEVEL });
    const piped = pipeline(Readable.from(counted()), deflate);
    // Its failure is thrown below.
    piped.catch(() => undefined);
    for await (const chunk of deflate as AsyncIterable<Buffer>) {
      packed.update(chunk);
      record.packedBytes += chunk.length;
      await this.#write(chunk);
    }
    await piped;
    if (record.bytes > MAX_ZIP_BYTES)
      throw new ZipTooLarge(`${path} has ${record.bytes} bytes, more than a ZIP file can hold.`);
    await this.#write(dataDescriptor(record));
    this.#add(record);
    return {
      path,
      bytes: record.bytes,
      sha256: whole.digest('hex'),
      packed: { bytes: record.packedBytes, sha256: packed.digest('hex') },
    };
  }

  /** Writes a small file, without a stream of its own. */
  async addSmall(path: string, content: Uint8Array): Promise<PackFile> {
    const packed = deflateRawSync(content, { level: LEVEL });
    const sizes = { bytes: content.length, packedBytes: packed.length };
    const record: ZipRecord = {
      ...{ path, method: DEFLATED, crc: crc32(content), ...sizes, offset: this.#offset },
    };
    for (const part of [localHeader(record), packed, dataDescriptor(record)])
      await this.#write(part);
    this.#add(record);
    return {
      ...{ path, bytes: content.length, sha256: digestOf(content) },
      packed: { bytes: packed.length, sha256: digestOf(packed) },
    };
  }

  /** Writes a small file as it is. */
  async addStored(path: string, content: Uint8Array): Promise<void> {
    const size = { bytes: content.length, packedBytes: content.length };
    const record: ZipRecord = {
      path,
      method: STORED,
      crc: crc32(content),
      ...size,
      offset: this.#offset,
    };
    await this.#write(localHeader(record));
    await this.#write(content);
    this.#add(record);
  }

  /** The directory, without which no reader takes the file for complete. */
  async end(): Promise<void> {
    const central = Buffer.concat(this.#records.map(centralHeader));
    const offset = this.#offset;
    await this.#write(central);
    await this.#write(endRecord(this.#records.length, central.length, offset));
  }

  #add(record: ZipRecord): void {
    if (this.#records.length >= MAX_ZIP_ENTRIES) throw new ZipTooLarge('There are too many files.');
    this.#records.push(record);
  }

  async #write(chunk: Uint8Array): Promise<void> {
    this.#offset += chunk.length;
    if (this.#offset > MAX_ZIP_BYTES)
      throw new ZipTooLarge('The pack is larger than a ZIP file can be.');
    await this.#sink(chunk);
  }
}
