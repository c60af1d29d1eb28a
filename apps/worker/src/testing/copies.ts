/**
 * A database is copied to another server by PostgreSQL's own programs, which the embedded binaries
 * lack: both are the system's. Imported by tests only.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { planLaunch } from '@keyway/postgres';
import type { PostgresServer } from '@keyway/testing';

/** Where Debian has them. */
export const BINARIES = '/usr/lib/postgresql/15/bin';
const NEEDED = ['postgres', 'initdb', 'pg_ctl', 'pg_dump', 'pg_dumpall', 'pg_restore', 'psql'];
/** Otherwise tests of copies are skipped. */
export const areThere = [...NEEDED, 'pg_upgrade'].every((name) => existsSync(join(BINARIES, name)));
if (!areThere) console.info(`skipped: copies need PostgreSQL with its tools in ${BINARIES}`);

const tool = (name: string, args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(join(BINARIES, name), args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
  return stdout;
};
export const urlOn = (server: PostgresServer, name: string): string => {
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return url.href;
};

/** A dump of a database with its roles. */
export interface Dump {
  /** Into a database that is there, without the roles. */
  restoreInto(server: PostgresServer, database: string): void;
  /** On a server without it. The superuser is there already, which psql reports and passes. */
  restoreTo(server: PostgresServer): Promise<void>;
}

export function dumpOf(server: PostgresServer, name: string): Dump {
  const folder = mkdtempSync(join(tmpdir(), 'keyway-dump-'));
  const [dump, roles] = [join(folder, 'keyway.dump'), join(folder, 'roles.sql')];
  const from = urlOn(server, name);
  tool('pg_dump', ['--format=custom', `--file=${dump}`, from]);
  tool('pg_dumpall', ['--roles-only', `--file=${roles}`, `--dbname=${from}`]);
  const restoreInto: Dump['restoreInto'] = (to, into) =>
    void tool('pg_restore', [`--dbname=${urlOn(to, into)}`, dump]);
  return {
    restoreInto,
    async restoreTo(to) {
      spawnSync(join(BINARIES, 'psql'), ['--quiet', `--file=${roles}`, to.url]);
      await to.query(`create database "${name}"`);
      restoreInto(to, name);
    },
  };
}

/** Runs as whom the data folders belong to. */
async function asOwner(name: string, args: string[], cwd: string): Promise<void> {
  const launch = await planLaunch(mkdtempSync(join(tmpdir(), 'keyway-launch-')));
  const { command, args: given } = launch.wrap(join(BINARIES, name), args);
  const { uid, gid } = statSync(cwd);
  const done = spawnSync(command, given, {
    ...(launch.identity.uid === undefined ? {} : { uid, gid }),
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], PGPASSWORD: 'keyway', LC_ALL: 'C', TZ: 'UTC' },
  });
  if (done.status !== 0) throw new Error(`${name}: ${done.stdout}${done.stderr}`);
}

/** `pg_upgrade`, into the data folder of a new server, which then has everything and runs. */
export async function upgradeTo(former: PostgresServer, next: PostgresServer): Promise<void> {
  for (const { data } of [former, next])
    await asOwner('pg_ctl', ['stop', '--pgdata', data, '--mode=fast', '--wait'], data);
  await asOwner(
    'pg_upgrade',
    [
      ...['--old-bindir', BINARIES, '--new-bindir', BINARIES, '--username', 'keyway'],
      ...['--old-datadir', former.data, '--new-datadir', next.data],
      ...['--socketdir', next.data],
    ],
    next.data,
  );
  await next.start();
}
