/**
 * Reads and writes tar archives. What is written depends on the entries alone: they are sorted, and
 * owner and time are fixed, so that the same files have the same digest on every machine.
 */
const BLOCK = 512;

/** A file, a folder or a symbolic link of an archive. */
export interface TarEntry {
  /** Relative, without a slash at either end. */
  path: string;
  kind: 'file' | 'folder' | 'link';
  mode: number;
  /** Seconds since 1970. */
  time: number;
  /** Of a file. */
  content?: Buffer;
  /** Of a link. */
  target?: string;
  /** Who owns it; root where it is absent. */
  owner?: number;
}

const TYPES = { file: '0', link: '2', folder: '5' } as const;

/** An archive of the entries in the order of their paths, owned by their number alone. */
export function writeTar(entries: readonly TarEntry[]): Buffer {
  const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const parts: Buffer[] = [];
  for (const entry of sorted) {
    const content = entry.content ?? Buffer.alloc(0);
    parts.push(header(entry, content.length), content, Buffer.alloc(padding(content.length)));
  }
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

const padding = (size: number): number => (BLOCK - (size % BLOCK)) % BLOCK;

function header(entry: TarEntry, size: number): Buffer {
  const block = Buffer.alloc(BLOCK);
  const { name, prefix } = split(entry.kind === 'folder' ? `${entry.path}/` : entry.path);
  const octal = (value: number, at: number, length: number): void =>
    void block.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1');
  block.write(name, 0);
  octal(entry.mode, 100, 8);
  octal(entry.owner ?? 0, 108, 8);
  octal(entry.owner ?? 0, 116, 8);
  octal(size, 124, 12);
  octal(entry.time, 136, 12);
  block.write(TYPES[entry.kind], 156);
  block.write(fitting(entry.target ?? '', 100), 157);
  block.write('ustar\0' + '00', 257, 'latin1');
  block.write(prefix, 345);
  block.fill(' ', 148, 156);
  block.write(`${sum(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return block;
}

const sum = (block: Buffer): number => block.reduce((total, byte) => total + byte, 0);

/** The format has 100 bytes for the end of a path and 155 for what comes before it. */
function split(path: string): { name: string; prefix: string } {
  if (Buffer.byteLength(path) <= 100) return { name: path, prefix: '' };
  const at = path.indexOf('/', path.length - 101);
  return { name: fitting(path.slice(at + 1), 100), prefix: fitting(path.slice(0, at), 155) };
}

function fitting(text: string, bytes: number): string {
  if (Buffer.byteLength(text) > bytes) throw new Error(`"${text}" is too long for an archive.`);
  return text;
}

/** The entries of an archive. Knows what `dpkg-deb` and `writeTar` write, and refuses the rest. */
export function readTar(archive: Buffer): TarEntry[] {
  const entries: TarEntry[] = [];
  let longPath: string | null = null;
  for (let at = 0; at + BLOCK <= archive.length && archive[at] !== 0;) {
    const block = archive.subarray(at, at + BLOCK);
    const size = Number.parseInt(text(block, 124, 12), 8);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    at += BLOCK + size + padding(size);
    const type = text(block, 156, 1);
    if (type === 'L') longPath = text(content, 0, content.length);
    else {
      entries.push(entryOf(block, type, content, longPath ?? pathOf(block)));
      longPath = null;
    }
  }
  return entries.filter(({ path }) => path !== '');
}

function entryOf(block: Buffer, type: string, content: Buffer, path: string): TarEntry {
  const common = {
    path: path.replace(/^\.?\/+/, '').replace(/^\.$|\/+$/, ''),
    mode: Number.parseInt(text(block, 100, 8), 8) & 0o7777,
    time: Number.parseInt(text(block, 136, 12), 8),
    owner: Number.parseInt(text(block, 108, 8), 8),
  };
  if (type === '0' || type === '') return { ...common, kind: 'file', content };
  if (type === '5') return { ...common, kind: 'folder' };
  if (type === '2') return { ...common, kind: 'link', target: text(block, 157, 100) };
  throw new Error(`${path} has the type "${type}", which is not supported.`);
}

function pathOf(block: Buffer): string {
  const [name, prefix] = [text(block, 0, 100), text(block, 345, 155)];
  return text(block, 257, 6) === 'ustar' && prefix ? `${prefix}/${name}` : name;
}

const text = (bytes: Buffer, at: number, length: number): string =>
  bytes
    .subarray(at, at + length)
    .toString('utf8')
    .split('\0')[0]!;
