/** The three layers of the image, from what changes least to what changes most. */
import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot, pinnedNode, root } from '../bootstrap/places.mjs';
import { cacheFolder } from '../toolCache/cacheFolder.ts';
import { bundleFiles } from './bundleFiles.ts';
import { debianFiles } from './debianFiles.ts';
import type { Architecture, Pins } from './pins.ts';
import type { TarEntry } from './tar.ts';

/** Who the processes run as; a number, so that Kubernetes can see that it is not root. */
export const USER = 65532;
/** Where the image has the repository's files. */
export const APP = 'app';
export const NODE = 'usr/local/bin/node';
/** The only folder beside /tmp that a process writes to. */
export const DATA_DIR = 'var/lib/keyway';

export interface Layer {
  what: string;
  entries: TarEntry[];
}

/** What an image is made of besides the pinned packages. */
export interface Sources {
  /** Folder of the bundles, inside the repository. */
  bundles: string;
  /** Folder of the built console. */
  console: string;
  /** Path of the bundled command line. */
  cli: string;
  /** Seconds since 1970 that the files of the product bear. */
  time: number;
}

const file = (path: string, content: Buffer | string, mode = 0o644, time = 0): TarEntry => ({
  path,
  kind: 'file',
  mode,
  time,
  content: Buffer.from(content),
});
const folder = (path: string, mode = 0o755, owner = 0): TarEntry => ({
  path,
  kind: 'folder',
  mode,
  time: 0,
  owner,
});

/** The layers, each with the folders that lead to its files. */
export function layersOf(pins: Pins, architecture: Architecture, sources: Sources): Layer[] {
  return [
    { what: `Debian ${pins.release}`, entries: systemFiles(pins, architecture) },
    { what: `Node ${pins.node.version}`, entries: [nodeFile(pins, architecture)] },
    { what: 'Keyway', entries: productFiles(sources) },
  ].map(({ what, entries }) => ({ what, entries: withParents(entries) }));
}

function systemFiles(pins: Pins, architecture: Architecture): TarEntry[] {
  return [
    ...debianFiles(pins, architecture),
    ...['dev', 'proc', 'run', 'sys'].map((path) => folder(path)),
    folder('tmp', 0o1777),
    folder(DATA_DIR, 0o770, USER),
    file(
      'etc/passwd',
      `root:x:0:0:root:/root:/sbin/nologin\nkeyway:x:${USER}:${USER}:Keyway:/${DATA_DIR}:/sbin/nologin\n`,
    ),
    file('etc/group', `root:x:0:\nkeyway:x:${USER}:\n`),
    file('etc/nsswitch.conf', 'passwd: files\ngroup: files\nhosts: files dns\n'),
  ];
}

function nodeFile({ node }: Pins, architecture: Architecture): TarEntry {
  return file(NODE, nodeProgram(node, architecture), 0o755);
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The program of this machine where it is the pinned one; else that of npm's package. */
function nodeProgram({ version, sha256 }: Pins['node'], architecture: Architecture): Buffer {
  const wanted = sha256[architecture];
  const kept = join(cacheFolder('node'), wanted);
  for (const path of [pinnedNode, kept].filter(existsSync)) {
    const bytes = readFileSync(path);
    if (hashOf(bytes) === wanted) return bytes;
  }
  const bytes = fetchNode(version, architecture, kept);
  if (hashOf(bytes) !== wanted)
    throw new Error(`Node ${version} of npm has the hash ${hashOf(bytes)}, not the pinned one.`);
  return bytes;
}

/** Fetches npm's package for the architecture and keeps its program. */
export function fetchNode(version: string, architecture: Architecture, kept?: string): Buffer {
  const name = `node-linux-${architecture === 'amd64' ? 'x64' : 'arm64'}`;
  const made = mkdtempSync(join(tmpdir(), 'keyway-node-'));
  try {
    const options = { cwd: made, stdio: ['ignore', 'pipe', 'inherit'] as const };
    execFileSync('npm', ['pack', '--silent', `${name}@${version}`], {
      ...options,
      stdio: [...options.stdio],
    });
    execFileSync('tar', ['-xzf', `${name}-${version}.tgz`, 'package/bin/node'], { cwd: made });
    const program = join(made, 'package', 'bin', 'node');
    const bytes = readFileSync(program);
    if (kept) copyInto(bytes, kept);
    return bytes;
  } finally {
    rmSync(made, { recursive: true });
  }
}

function copyInto(bytes: Buffer, path: string): void {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, bytes);
  renameSync(draft, path);
}

/** What the processes read at run time, at the paths that it has in the repository. */
const READ = [
  'package.json',
  'LICENSE',
  'apps/api/schema.graphql',
  'apps/api/src/!(contract)/*.graphql',
  'apps/console/src/generated/persistedDocuments.json',
  'docs/api/**/*',
  'libs/store/prisma/migrations/*/migration.sql',
];

function productFiles({ bundles, console, cli, time }: Sources): TarEntry[] {
  const entry = (path: string, from: string, mode = 0o644) =>
    file(`${APP}/${path}`, readFileSync(from), mode, time);
  const below = (from: string, path: string): TarEntry[] =>
    filesIn(from).map((name) => entry(`${path}/${name}`, join(from, name)));
  return [
    ...globSync(READ, { cwd: root })
      .filter((path) => statSync(inRoot(path)).isFile())
      .map((path) => entry(path, inRoot(path))),
    ...below(console, 'apps/console/dist'),
    ...bundleFiles(bundles).map(([path, from]) => entry(path, from)),
    entry('apps/cli/dist/keyway.mjs', cli),
    file(`usr/local/bin/keyway`, COMMAND_LINE, 0o755, time),
  ];
}

/** There is no shell: the program's first line names Node. */
const COMMAND_LINE = `#!/${NODE}\nimport('/${APP}/apps/cli/dist/keyway.mjs');\n`;

/** Sorted, without hidden files such as stamps. */
const filesIn = (folder: string): string[] =>
  globSync('**/*', { cwd: folder })
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

/** Adds the folders above each entry, as root's. */
function withParents(entries: TarEntry[]): TarEntry[] {
  const known = new Map(entries.map((entry) => [entry.path, entry]));
  for (const { path } of entries)
    for (let at = path.indexOf('/'); at > 0; at = path.indexOf('/', at + 1)) {
      const parent = path.slice(0, at);
      if (!known.has(parent)) known.set(parent, folder(parent));
    }
  return [...known.values()];
}
