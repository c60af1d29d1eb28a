/**
 * The previous version's source, laid out to run beside this one with its own libraries and this
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

/**
 * The newest version that customers may still run while this one starts. Moved on with every
 * release.
 */
export const PREVIOUS_VERSION = 'ae2fd72e777b43838a310ab0e26996d1855459c2';

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

/** Why the previous version cannot be had here; null where it can. */
export function previousVersionMissing(): string | null {
  const { status } = spawnSync('git', ['cat-file', '-e', `${PREVIOUS_VERSION}^{commit}`], {
    cwd: root,
  });
  return status === 0
    ? null
    : `The previous version, commit ${PREVIOUS_VERSION}, is not in this clone. Fetch the whole history: git fetch --unshallow`;
}

/**
 * @param folder an empty one; holds the previous version afterwards
 * @param programs folders of it besides its libraries, such as `apps/worker`
 */
export function checkOutPreviousVersion(folder: string, programs: readonly string[] = []): void {
  const paths = ['libs', 'package.json', 'tsconfig.base.json', ...programs];
  const archive = done('git', ['archive', PREVIOUS_VERSION, ...paths], { cwd: root });
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
