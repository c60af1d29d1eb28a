/** PgBouncer in transaction mode, as Debian has it, before a database that may fail over. */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@keyway/testing';

export interface PgBouncer {
  /** The same database, through the pooler. */
  url: string;
  close(): Promise<void>;
}

/**
 * @param program its folder, as Debian's packages are unpacked
 * @param url of the database, with the login that its clients use
 */
export async function aPgBouncer(program: string, url: string): Promise<PgBouncer> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'keyway-pgbouncer-'));
  const own = await freePort();
  const file = (name: string, lines: readonly string[]): string => {
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`, { mode: 0o644 });
    return join(folder, name);
  };
  const users = file('users.txt', [`"${username}" "${password}"`]);
  const settings = file('pgbouncer.ini', [
    '[databases]',
    `${pathname.slice(1)} = host=${hostname} port=${port}`,
    '[pgbouncer]',
    ...['listen_addr = 127.0.0.1', `listen_port = ${own}`, 'unix_socket_dir ='],
    ...['auth_type = scram-sha-256', `auth_file = ${users}`],
    ...['pool_mode = transaction', 'default_pool_size = 20', 'max_client_conn = 500'],
    // What a server says at a connection's start and Keyway doesn't rely on.
    'ignore_startup_parameters = extra_float_digits',
    // After a failover it tries the database again at once.
    'server_login_retry = 1',
  ]);
  chmodSync(folder, 0o755);
  const child = spawn(
    join(program, 'usr', 'sbin', 'pgbouncer'),
    [...(process.getuid?.() === 0 ? ['--user=nobody'] : []), settings],
    {
      env: { LD_LIBRARY_PATH: join(program, 'libraries') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        if (said.includes('process up')) resolve();
      });
    child.once('error', reject);
    void ended.then(() => reject(new Error(`PgBouncer ended: ${said}`)));
  });
  const through = new URL(url);
  through.host = `127.0.0.1:${own}`;
  return {
    url: through.href,
    async close() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
