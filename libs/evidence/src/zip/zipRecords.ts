/**
 * The records of a ZIP file (APPNOTE 6.3.10) in the one form in which packs have them: no extra
 * fields, no comments, no dates. A reader writes them again and compares every byte.
 */

export const STORED = 0;
export const DEFLATED = 8;
export const MAX_ZIP_BYTES = 0xffff_fffe;
export const MAX_ZIP_ENTRIES = 0xfffe;
export const LOCAL_BYTES = 30;
export const DESCRIPTOR_BYTES = 16;
export const CENTRAL_BYTES = 46;
export const END_BYTES = 22;

export interface ZipRecord {
  path: string;
  method: typeof STORED | typeof DEFLATED;
  crc: number;
  /** Of the content. */
  bytes: number;
  packedBytes: number;
  /** Of its local header. */
  offset: number;
}

const VERSION = 20;
/** Made on Unix, as a plain file that its owner may change. */
const MADE_BY = 0x0314;
const ATTRIBUTES = 0o100644 * 0x1_0000;
/** UTF-8 names; of compressed files the sizes follow the data. */
const UTF8 = 0x0800;
const SIZES_FOLLOW = 0x0008;
/** 1 January 1980: the same content is the same bytes. */
const DATE = 0x0021;

const isDeflated = ({ method }: Pick<ZipRecord, 'method'>): boolean => method === DEFLATED;

export function localHeader(record: Omit<ZipRecord, 'offset'>): Buffer {
  const name = Buffer.from(record.path);
  const header = Buffer.alloc(LOCAL_BYTES);
  const known = isDeflated(record) ? { crc: 0, bytes: 0, packedBytes: 0 } : record;
  header.writeUInt32LE(0x0403_4b50, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(UTF8 | (isDeflated(record) ? SIZES_FOLLOW : 0), 6);
  header.writeUInt16LE(record.method, 8);
  header.writeUInt16LE(DATE, 12);
  header.writeUInt32LE(known.crc, 14);
  header.writeUInt32LE(known.packedBytes, 18);
  header.writeUInt32LE(known.bytes, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, name]);
}

/** What follows the data of a compressed file; nothing after a stored one. */
export function dataDescriptor(record: ZipRecord): Buffer {
  if (!isDeflated(record)) return Buffer.alloc(0);
  const descriptor = Buffer.alloc(DESCRIPTOR_BYTES);
  descriptor.writeUInt32LE(0x0807_4b50, 0);
  descriptor.writeUInt32LE(record.crc, 4);
  descriptor.writeUInt32LE(record.packedBytes, 8);
  descriptor.writeUInt32LE(record.bytes, 12);
  return descriptor;
}

export function centralHeader(record: ZipRecord): Buffer {
  const name = Buffer.from(record.path);
  const header = Buffer.alloc(CENTRAL_BYTES);
  header.writeUInt32LE(0x0201_4b50, 0);
  header.writeUInt16LE(MADE_BY, 4);
  header.writeUInt16LE(VERSION, 6);
  header.writeUInt16LE(UTF8 | (isDeflated(record) ? SIZES_FOLLOW : 0), 8);
  header.writeUInt16LE(record.method, 10);
  header.writeUInt16LE(DATE, 14);
  header.writeUInt32LE(record.crc, 16);
  header.writeUInt32LE(record.packedBytes, 20);
  header.writeUInt32LE(record.bytes, 24);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt32LE(ATTRIBUTES, 38);
  header.writeUInt32LE(record.offset, 42);
  return Buffer.concat([header, name]);
}

export function endRecord(entries: number, centralBytes: number, centralOffset: number): Buffer {
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(0x0605_4b50, 0);
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(centralBytes, 12);
  end.writeUInt32LE(centralOffset, 16);
  return end;
}
