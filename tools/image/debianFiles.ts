/** The files of the Debian packages below Node: fetched once, checked, less what nobody reads. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../toolCache/cacheFolder.ts';
import { aptRoot } from './aptRoot.ts';
import type { Architecture, DebianPackage, Pins } from './pins.ts';
import { readTar, type TarEntry } from './tar.ts';

/** What Node is linked with, the public certificate authorities, and what names the release. */
export const NAMES = [
  'base-files',
  'ca-certificates',
  'gcc-14-base',
  'libc6',
  'libgcc-s1',
  'libstdc++6',
];

const MAX_BYTES = 100_000_000;
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Versions and hashes of the packages as the archive has them now. */
export function newestPackages(release: string, architecture: Architecture): DebianPackage[] {
  const apt = aptRoot(release, architecture);
  apt('apt-get', ['update']);
  return NAMES.map((name) => {
    const shown = apt('apt-cache', ['show', '--no-all-versions', name]);
    const field = (label: string) => new RegExp(`^${label}: (.+)$`, 'm').exec(shown)?.[1];
    const [version, sha256] = [field('Version'), field('SHA256')];
    if (!version || !sha256) throw new Error(`The archive does not have ${name}.`);
    return { name, version, sha256 };
  });
}

/** Path of a package's file in the cache. */
function fetched(wanted: DebianPackage, release: string, architecture: Architecture): string {
  const kept = join(cacheFolder('debian'), `${wanted.sha256}.deb`);
  if (existsSync(kept)) return kept;
  const folder = mkdtempSync(join(tmpdir(), 'keyway-deb-'));
  try {
    download(wanted, aptRoot(release, architecture), folder);
    const file = join(folder, readdirSync(folder)[0]!);
    const found = hashOf(readFileSync(file));
    if (found !== wanted.sha256)
      throw new Error(
        `${wanted.name} ${wanted.version} has the hash ${found}, not the pinned one.`,
      );
    copyFileSync(file, `${kept}.${process.pid}`);
    renameSync(`${kept}.${process.pid}`, kept);
    return kept;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Fetches every package that is not in the cache; says why where it can't. */
export function prefetch({ release, debian }: Pins, architecture: Architecture): string | null {
  try {
    for (const wanted of debian[architecture]) fetched(wanted, release, architecture);
    return null;
  } catch (error) {
    return (error as Error).message.split('\n', 1)[0]!;
  }
}

function download(
  { name, version }: DebianPackage,
  apt: ReturnType<typeof aptRoot>,
  folder: string,
): void {
  const get = () => apt('apt-get', ['download', `${name}=${version}`], folder);
  try {
    get();
  } catch {
    apt('apt-get', ['update']);
    try {
      get();
    } catch {
      throw new Error(
        `Debian's archive no longer has ${name} ${version}. Pin the present versions: npm run image -- --update`,
      );
    }
  }
}

const KEPT = [
  // What programs are linked with, without character sets that Node has itself.
  /^(bin|sbin|lib|lib64)$|^usr\/lib(64)?\/(?!.*\/(gconv|audit)\/)/,
  /^etc\/(os-release|debian_version|host\.conf)$/,
  /^usr\/share\/(doc\/[^/]+(\/copyright)?|common-licenses\/.+|ca-certificates\/.+)$/,
];

const isKept = ({ path, kind }: TarEntry): boolean =>
  kind !== 'folder' && KEPT.some((pattern) => pattern.test(path));

/** The entries of all packages, with a record for scanners and the list of authorities. */
export function debianFiles({ release, debian }: Pins, architecture: Architecture): TarEntry[] {
  const files = new Map<string, TarEntry>();
  const add = (entry: TarEntry) => void files.set(entry.path, entry);
  for (const wanted of debian[architecture]) {
    const file = fetched(wanted, release, architecture);
    const options = { maxBuffer: MAX_BYTES };
    for (const entry of readTar(execFileSync('dpkg-deb', ['--fsys-tarfile', file], options)))
      if (isKept(entry)) add(entry);
    const content = execFileSync('dpkg-deb', ['--field', file], options);
    // Where scanners read packages of an image without a package manager.
    add({
      path: `var/lib/dpkg/status.d/${wanted.name}`,
      kind: 'file',
      mode: 0o644,
      time: 0,
      content,
    });
  }
  const { entries, authorities } = withAuthorities([...files.values()]);
  return [...entries, authorities];
}

/** One file of all authorities, as `update-ca-certificates` makes it, instead of one for each. */
function withAuthorities(all: TarEntry[]): { entries: TarEntry[]; authorities: TarEntry } {
  const isAuthority = ({ path }: TarEntry) => path.startsWith('usr/share/ca-certificates/');
  const list = all.filter(isAuthority).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  return {
    entries: all.filter((entry) => !isAuthority(entry)),
    authorities: {
      path: 'etc/ssl/certs/ca-certificates.crt',
      kind: 'file',
      mode: 0o644,
      time: Math.max(...list.map(({ time }) => time)),
      content: Buffer.concat(list.map(({ content }) => content!)),
    },
  };
}
