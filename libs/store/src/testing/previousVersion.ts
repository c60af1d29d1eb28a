/**
 * An earlier version's source, laid out to run beside this one with its own libraries and this
 * checkout's packages.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..', '..');

function done(
  command: string,
  args: readonly string[],
  options: { cwd: string; input?: Buffer },
): Buffer {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    ...options,
    maxBuffer: 256 * 1024 * 1024,
  });
  if (error) throw error;
  if (status !== 0)
    throw new Error(
      `${command} ${args.join(' ')} failed: ${stderr.toString()}${stdout.toString()}`,
    );
  return stdout;
}

const RELEASE = /^v\d+\.\d+\.\d+$/;

/** A version of the product: what git finds it by, and what people call it. */
export interface SourceVersion {
  commit: string;
  /** A release's tag, or the commit where there is none. */
  name: string;
}

/**
 * It knows no set-ups, no AWS and no dry runs, and gives such work back. Before the first release
 * it is the newest version that somebody may still run, too.
 */
export const BEFORE_SETUPS: SourceVersion = {
  commit: 'ae2fd72e777b43838a310ab0e26996d1855459c2',
  name: 'commit ae2fd72e777b (from before all releases)',
};

/**
 * The oldest version of before all releases that reads the runs that this one stores, so that its
 * apis work beside this one's, and that runs whole with the packages of this checkout.
 */
export const BEFORE_RELEASES: SourceVersion = {
  commit: '50864e8708de320a1bed999ab65f7bfcbcd8e3ec',
  name: 'commit 50864e8708de (from before all releases)',
};

/**
 * The newest version that customers may still run while this one starts: the last release that this
 * one continues, and not itself.
 * @param otherwise what is taken where this clone has none
 */
export function previousVersion(of = root, otherwise = BEFORE_SETUPS): SourceVersion {
  const git = (...args: readonly string[]): string =>
    done('git', args, { cwd: of }).toString().trim();
  try {
    const head = git('rev-parse', 'HEAD');
    const releases = git('tag', '--merged', 'HEAD', '--sort=-v:refname').split('\n');
    for (const name of releases.filter((tag) => RELEASE.test(tag))) {
      const commit = git('rev-parse', `${name}^{commit}`);
      if (commit !== head) return { commit, name };
    }
  } catch {
    // No clone at all: `versionMissing` says so.
  }
  return otherwise;
}

/** Why a version cannot be had here; null where it can. */
export function versionMissing({ commit, name } = previousVersion()): string | null {
  const { status } = spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root });
  return status === 0
    ? null
    : `The version before, ${name}, is not in this clone. Fetch the whole history: git fetch --unshallow --tags`;
}

/**
 * @param folder an empty one; holds the version afterwards
 * @param programs folders of it besides its libraries, such as `apps/worker`
 */
export function checkOutVersion(
  folder: string,
  programs: readonly string[] = [],
  { commit } = previousVersion(),
): void {
  const paths = ['libs', 'package.json', 'tsconfig.base.json', ...programs];
  const archive = done('git', ['archive', commit, ...paths], { cwd: root });
  done('tar', ['-x'], { cwd: folder, input: archive });
  const modules = join(folder, 'node_modules');
  mkdirSync(join(modules, '@keyway'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '@keyway') symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
  for (const parent of ['libs', join('libs', 'connectors')]) {
    for (const entry of readdirSync(join(folder, parent))) {
      const place = join(folder, parent, entry);
      if (existsSync(join(place, 'package.json')))
        symlinkSync(place, join(modules, packageName(place)));
    }
  }
  const probe = join('libs', 'testing', 'src', 'upgradeProbe.ts');
  copyFileSync(join(root, probe), join(folder, probe));
  const generate = join(root, 'tools', 'bootstrap', 'prismaGenerate.mjs');
  done(process.execPath, [generate, join(folder, 'libs', 'store')], { cwd: root });
}

const packageName = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string }).name;

/** Starts the probe of that version on a database. */
export function startProbe(folder: string, url: string, dataDir: string): ChildProcess {
  const probe = join(folder, 'libs', 'testing', 'src', 'upgradeProbe.ts');
  return spawn(process.execPath, ['--conditions=@keyway/source', probe, url, dataDir], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}
