/**
 * The embedded PostgreSQL: one server for everybody who opens the folder, and nothing lost when it
 * is killed.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase, type OpenDatabaseOptions, type OpenedDatabase } from './openDatabase.ts';
import { isRunning } from './postmaster.ts';

const cleanups: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).toReversed()) await cleanup();
});

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'keyway-embedded-'));
  cleanups.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
async function opened(options: OpenDatabaseOptions): Promise<OpenedDatabase> {
  const database = await openDatabase(options);
  cleanups.push(() => database.close());
  return database;
}
async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(text)).rows as unknown[];
  } finally {
    await client.end();
  }
}
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Another process that opens the folder, writes a row and says its server's pid. */
function otherProcess(dataDir: string): Promise<{ pid: number; child: ReturnType<typeof spawn> }> {
  const script = `
    import { openDatabase } from ${JSON.stringify(fileURLToPath(new URL('./openDatabase.ts', import.meta.url)))};
    const database = await openDatabase({ dataDir: ${JSON.stringify(dataDir)} });
    console.log(database.pid());
    setInterval(() => {}, 1000);`;
  const child = spawn(
    process.execPath,
    ['--conditions=@keyway/source', '--input-type=module', '-e', script],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => {
    // Once it has said its pid, its end no longer matters here.
    child.once('exit', (code) => reject(new Error(`The other process ended with ${code}.`)));
    child.stdout?.once('data', (line: Buffer) => resolve({ pid: Number(line.toString()), child }));
  });
}

describe('openDatabase', () => {
  it('starts nothing where DATABASE_URL names a server', async () => {
    const folder = await aFolder();
    const database = await opened({ databaseUrl: 'postgresql://elsewhere/db', dataDir: folder });
    expect(database).toMatchObject({ url: 'postgresql://elsewhere/db', embedded: false });
    expect(await readdir(folder)).toEqual([]);
  });

  it('loses nothing to a kill -9 of the server, and recovers automatically on the same address', async () => {
    const database = await opened({ dataDir: await aFolder() });
    await query(database.migrationUrl, 'create table kept as select 1 as one');
    const killed = database.pid()!;
    let exits = 0;
    database.onExit(() => (exits += 1));
    process.kill(killed, 'SIGKILL');
    await until(
      async () =>
        database.pid() !== killed &&
        (await query(database.migrationUrl, 'select 1').then(
          () => true,
          () => false,
        )),
    );
    expect(await query(database.migrationUrl, 'select one from kept')).toEqual([{ one: 1 }]);
    expect(exits).toBe(1);
  });

  it('is found running by the next process after its first one was killed', async () => {
    const dataDir = await aFolder();
    const { pid, child } = await otherProcess(dataDir);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    const database = await opened({ dataDir });
    expect(database).toMatchObject({ adopted: true });
    expect(database.pid()).toBe(pid);
    // The dead process does not count as a user: closing the last one stops the server.
    await database.close();
    expect(await isRunning(pid)).toBe(false);
  });

  it('starts one server where several open at once, and stops it with the last', async () => {
    const dataDir = await aFolder();
    const all = await Promise.all(Array.from({ length: 4 }, () => opened({ dataDir })));
    expect(new Set(all.map((database) => database.pid())).size).toBe(1);
    expect(all.filter((database) => !database.adopted)).toHaveLength(1);
    const pid = all[0]!.pid()!;
    for (const database of all.slice(1)) await database.close();
    expect(await query(all[0]!.migrationUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
    await all[0]!.close();
    expect(await isRunning(pid)).toBe(false);
  });

  it('keeps data and address over a stop', async () => {
    const dataDir = await aFolder();
    const first = await opened({ dataDir });
    await query(first.migrationUrl, 'create table kept as select 1 as one');
    await first.close();
    const second = await opened({ dataDir });
    expect(second).toMatchObject({ url: first.url, adopted: false });
    expect(await query(second.migrationUrl, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('lets nobody else read the password, and listens on loopback only', async () => {
    const dataDir = await aFolder();
    const database = await opened({ dataDir });
    expect((await stat(join(dataDir, 'postgres', 'password'))).mode & 0o077).toBe(0);
    const settings = await query(
      database.migrationUrl,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
    );
    expect(settings).toEqual([{ addresses: '127.0.0.1', sockets: '' }]);
    const withoutPassword = new URL(database.url);
    withoutPassword.password = 'wrong';
    await expect(query(withoutPassword.href, 'select 1')).rejects.toThrow(
      /password authentication failed/,
    );
  });

  // Root has two ways of not being root; other users need none, so there is nothing of it to try
  // there.
  it.runIf(process.getuid?.() === 0)(
    'runs as an ordinary user where root may not make namespaces',
    async () => {
      const dataDir = await aFolder();
      const database = await opened({ dataDir, mode: 'user' });
      const elsewhere = (
        await readFile(join(dataDir, 'postgres', 'location'), 'utf8').catch(() => '')
      ).trim();
      if (elsewhere) cleanups.splice(-1, 0, () => rm(elsewhere, { recursive: true, force: true }));
      expect(await query(database.migrationUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect((await stat(`/proc/${database.pid()}`)).uid).not.toBe(0);
    },
  );
});
