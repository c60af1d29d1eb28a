/**
 * Makes PostgreSQL servers of a test alone, of the embedded binaries or of others: primaries,
 * standbys, and what is restored from a backup.
 */
import { spawnSync } from 'node:child_process';
import { chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planLaunch, type Launch } from '@keyway/postgres';
import pg from 'pg';
import { environment, Server, USER, type PostgresServer } from './aPostgresServer.ts';
import { freePort } from './startMoto.ts';

/** Of a running server, and not part of a base backup. */
const LEFT_OUT = new Set(['postmaster.pid', 'postmaster.opts', 'pg_wal', 'pg_replslot']);

/** Makes servers; all of them end with it. */
export interface PostgresServers {
  primary(settings?: Record<string, string>): Promise<PostgresServer>;
  /** A copy of the running server, by pg_backup_start and pg_backup_stop. Returns its folder. */
  baseBackup(of: PostgresServer): Promise<string>;
  /** On a base backup; `primaryUrl`: where it streams from. Resolves when it answers reads. */
  standby(backup: string, primaryUrl: string, name: string): Promise<PostgresServer>;
  /** On a base backup, with archived WAL; resolves when it takes writes. */
  recover(backup: string, settings: Record<string, string>): Promise<PostgresServer>;
  close(): Promise<void>;
}

/**
 * Servers in a folder of their own.
 * @param binaries the folder of `initdb` and `postgres`; by default the embedded ones
 */
export async function postgresServers(binaries?: string): Promise<PostgresServers> {
  const root = await mkdtemp(join(tmpdir(), 'keyway-servers-'));
  const planned = await planLaunch(root);
  const launch: Launch = binaries
    ? { ...planned, initdb: join(binaries, 'initdb'), postgres: join(binaries, 'postgres') }
    : planned;
  const all: Server[] = [];
  let count = 0;
  const folder = (kind: string): string => join(launch.home, `${kind}-${(count += 1)}`);
  const add = async (data: string, settings: Record<string, string> = {}): Promise<Server> => {
    const server = new Server(launch, data, await freePort(), settings);
    all.push(server);
    await server.start();
    return server;
  };
  return {
    async primary(settings) {
      const data = folder('primary');
      await initialize(launch, data);
      return add(data, settings);
    },
    async baseBackup(of) {
      const copy = folder('backup');
      await backUp(launch, of, copy);
      return copy;
    },
    async standby(backup, primaryUrl, name) {
      const data = folder('standby');
      copyTree(backup, data);
      await writeOwn(launch, join(data, 'standby.signal'), '');
      const { hostname, port, username, password } = new URL(primaryUrl);
      return add(data, {
        primary_conninfo: `host=${hostname} port=${port} user=${username} password=${password} application_name=${name}`,
        hot_standby: 'on',
      });
    },
    async recover(backup, settings) {
      const data = folder('recovered');
      copyTree(backup, data);
      await writeOwn(launch, join(data, 'recovery.signal'), '');
      const server = await add(data, { recovery_target_action: 'promote', ...settings });
      await server.untilWritable();
      return server;
    },
    async close() {
      for (const server of all) await server.kill();
      await rm(root, { recursive: true, force: true });
      if (launch.home !== root) await rm(launch.home, { recursive: true, force: true });
    },
  };
}

const copyTree = (from: string, to: string): void => {
  const { stderr } = spawnSync('cp', ['-a', from, to], { encoding: 'utf8' });
  // A running server removes files meanwhile; its log has what that means for the copy.
  const failed = stderr
    .split('\n')
    .filter((line) => line && !line.endsWith('No such file or directory'));
  if (failed.length > 0) throw new Error(`cp ${from}: ${failed.join('\n')}`);
};

async function writeOwn({ identity }: Launch, path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600 });
  if (identity.uid !== undefined) await chown(path, identity.uid, identity.gid ?? identity.uid);
}

async function initialize(launch: Launch, data: string): Promise<void> {
  await mkdir(data, { mode: 0o700 });
  const { uid, gid } = launch.identity;
  if (uid !== undefined) await chown(data, uid, gid ?? uid);
  const password = `${data}-password`;
  await writeOwn(launch, password, 'keyway');
  const { command, args } = launch.wrap(launch.initdb, [
    ...['-D', data, `--username=${USER}`, `--pwfile=${password}`],
    ...['--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'],
  ]);
  const made = spawnSync(command, args, {
    ...launch.identity,
    cwd: launch.home,
    env: environment(),
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`initdb: ${made.stdout}${made.stderr}`);
}

/** As docs/operations/backup.md says it, where there is no `pg_basebackup`. */
async function backUp(launch: Launch, of: PostgresServer, copy: string): Promise<void> {
  const client = new pg.Client({ connectionString: of.url });
  await client.connect();
  try {
    await client.query(`select pg_backup_start('keyway', true)`);
    await mkdir(copy, { mode: 0o700 });
    const { uid, gid } = launch.identity;
    if (uid !== undefined) await chown(copy, uid, gid ?? uid);
    for (const name of await readdir(of.data))
      if (!LEFT_OUT.has(name)) copyTree(join(of.data, name), join(copy, name));
    for (const name of ['pg_wal', 'pg_replslot']) {
      await mkdir(join(copy, name), { mode: 0o700 });
      if (uid !== undefined) await chown(join(copy, name), uid, gid ?? uid);
    }
    const { rows } = await client.query<{ labelfile: string; spcmapfile: string }>(
      'select labelfile, spcmapfile from pg_backup_stop(wait_for_archive => false)',
    );
    await writeOwn(launch, join(copy, 'backup_label'), rows[0]!.labelfile);
  } finally {
    await client.end();
  }
}
