/**
 * The PostgreSQL server of a data folder: initialized, started or adopted, and stopped. Call
 * everything with the opening lock held.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { chown, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { makeOwnFolder, type Launch } from './planLaunch.ts';
import { detachPidFile, isRunning, runningPostmaster } from './postmaster.ts';

const USER = 'keyway';
/**
 * The login of everyday use: owns nothing and may nothing, until migrations let it act as the roles
 * of a database.
 */
const RUNTIME_USER = 'keyway_runtime';
const DATABASE = 'keyway';
const READY_MILLISECONDS = 60_000;
/** After a kill -9 its children hold the shared memory until they notice, a few moments later. */
const START_ATTEMPTS = 40;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
const exists = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => null)) !== null;

async function freePort(wanted: number): Promise<number> {
  const listen = (port: number): Promise<number | null> =>
    new Promise((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(null));
      server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : null));
      });
    });
  return (wanted > 0 ? await listen(wanted) : null) ?? (await listen(0)) ?? 0;
}

export interface Passwords {
  superuser: string;
  runtime: string;
}

export class EmbeddedServer {
  pid: number | null = null;
  private port = 0;
  private readonly launch: Launch;
  private readonly directory: string;
  private readonly passwords: Passwords;
  private readonly settings: Record<string, string>;

  constructor(
    launch: Launch,
    directory: string,
    passwords: Passwords,
    settings: Record<string, string>,
  ) {
    this.launch = launch;
    this.directory = directory;
    this.passwords = passwords;
    this.settings = settings;
  }

  get url(): string {
    return this.urlOf(DATABASE, RUNTIME_USER, this.passwords.runtime);
  }
  /** As the superuser who owns everything. */
  get migrationUrl(): string {
    return this.urlOf(DATABASE);
  }
  private urlOf(database: string, user = USER, password = this.passwords.superuser): string {
    return `postgresql://${user}:${password}@127.0.0.1:${this.port}/${database}`;
  }
  private get data(): string {
    return join(this.launch.home, 'data');
  }
  private get log(): string {
    return join(this.directory, 'server.log');
  }

  async isRunning(): Promise<boolean> {
    return this.pid !== null && (await isRunning(this.pid));
  }

  /**
   * Adopts the server that runs on the folder, or starts one (and makes the data folder first where
   * there is none).
   */
  async ensureRunning(): Promise<'adopted' | 'started'> {
    const survivor = await runningPostmaster(this.data);
    if (survivor) {
      this.port = survivor.port;
      this.pid = survivor.pid;
      await this.waitUntilReady(() => isRunning(survivor.pid));
      await this.makeDatabase();
      return 'adopted';
    }
    if (!(await exists(join(this.data, 'PG_VERSION')))) await this.initialize();
    await this.start();
    await this.makeDatabase();
    return 'started';
  }

  /** Into a folder beside it, so that a half-made one is never taken for a database. */
  private async initialize(): Promise<void> {
    const fresh = join(this.launch.home, 'data.new');
    await rm(fresh, { recursive: true, force: true });
    await makeOwnFolder(this.launch, fresh);
    const passwordFile = join(this.launch.home, 'initdb-password');
    await writeFile(passwordFile, this.passwords.superuser, { mode: 0o600 });
    if (this.launch.identity.uid !== undefined)
      await chown(passwordFile, this.launch.identity.uid, this.launch.identity.gid ?? 0);
    const locale = [
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ];
    const args = [
      '-D',
      fresh,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      ...locale,
    ];
    if (this.settings.fsync === 'off') args.push('--no-sync');
    try {
      await this.run(this.launch.initdb, args);
    } finally {
      await rm(passwordFile, { force: true });
    }
    await rename(fresh, this.data);
  }

  private async run(binary: string, args: string[]): Promise<void> {
    const { command, args: line } = this.launch.wrap(binary, args);
    const child = spawn(command, line, {
      ...this.launch.identity,
      cwd: this.launch.home,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environment(),
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    const code = await new Promise<number | null>((resolve, reject) =>
      child.once('error', reject).once('close', resolve),
    );
    if (code !== 0)
      throw new Error(
        `${binary} ended with ${code}: ${Buffer.concat(output).toString('utf8').slice(-2000)}`,
      );
  }

  private async start(): Promise<void> {
    const portFile = join(this.directory, 'port');
    const wanted = this.port || Number(await readFile(portFile, 'utf8').catch(() => '0'));
    for (let attempt = 1; ; attempt += 1) {
      await detachPidFile(this.data);
      this.port = await freePort(wanted);
      const child = await this.spawnServer();
      try {
        await this.waitUntilReady(() =>
          Promise.resolve(child.exitCode === null && child.signalCode === null),
        );
        break;
      } catch (error) {
        if (attempt >= START_ATTEMPTS || (await isRunning(child.pid ?? 0))) throw error;
        await pause(250);
      }
    }
    await writeFile(portFile, String(this.port), { mode: 0o600 });
  }

  private async spawnServer(): Promise<ChildProcess> {
    const settings: Record<string, string> = {
      listen_addresses: '127.0.0.1',
      port: String(this.port),
      unix_socket_directories: '',
      shared_buffers: '128MB',
      max_connections: '200',
      timezone: 'UTC',
      log_timezone: 'UTC',
      jit: 'off',
      random_page_cost: '1.1',
      work_mem: '16MB',
      ...this.settings,
    };
    const args = [
      '-D',
      this.data,
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ];
    const { command, args: line } = this.launch.wrap(this.launch.postgres, args);
    const log = await open(this.log, 'w', 0o600);
    try {
      // Detached: Ctrl-C in the terminal is for us, and we stop the server after everybody has let
      // go of it.
      const child = spawn(command, line, {
        ...this.launch.identity,
        cwd: this.launch.home,
        detached: true,
        stdio: ['ignore', log.fd, log.fd],
        env: environment(),
      });
      await new Promise((resolve, reject) => child.once('error', reject).once('spawn', resolve));
      child.unref();
      this.pid = child.pid ?? null;
      return child;
    } finally {
      await log.close();
    }
  }

  private async waitUntilReady(isAlive: () => Promise<boolean>): Promise<void> {
    const deadline = Date.now() + READY_MILLISECONDS;
    for (;;) {
      const client = new pg.Client({
        connectionString: this.urlOf('postgres'),
        connectionTimeoutMillis: 5000,
      });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return;
      } catch (error) {
        const tail = (await readFile(this.log, 'utf8').catch(() => '')).slice(-1500);
        if (!(await isAlive()))
          throw new Error(`PostgreSQL did not start: ${tail}`, { cause: error });
        if (Date.now() > deadline)
          throw new Error(`PostgreSQL does not answer: ${tail}`, { cause: error });
      } finally {
        await client.end().catch(() => undefined);
      }
      await pause(20);
    }
  }

  private async makeDatabase(): Promise<void> {
    const client = new pg.Client({ connectionString: this.urlOf('postgres') });
    client.on('error', () => undefined);
    await client.connect();
    try {
      const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
        DATABASE,
      ]);
      if (rowCount === 0) await client.query(`create database ${DATABASE}`);
      await this.makeRuntimeLogin(client);
    } finally {
      await client.end();
    }
  }

  /** With the password of its file, which may have been lost meanwhile. */
  private async makeRuntimeLogin(client: pg.Client): Promise<void> {
    const opened = new pg.Client({
      connectionString: this.urlOf('postgres', RUNTIME_USER, this.passwords.runtime),
    });
    opened.on('error', () => undefined);
    const fits = await opened.connect().then(
      () => true,
      () => false,
    );
    await opened.end().catch(() => undefined);
    if (fits) return;
    const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [
      RUNTIME_USER,
    ]);
    const password = pg.escapeLiteral(this.passwords.runtime);
    await client.query(
      `${rowCount ? 'alter' : 'create'} role ${RUNTIME_USER} login noinherit nosuperuser nocreaterole nocreatedb nobypassrls password ${password}`,
    );
  }

  /** Fast shutdown: open connections are ended, everything committed is on disk. */
  async stop(): Promise<void> {
    const server = await runningPostmaster(this.data);
    if (!server) return;
    process.kill(server.pid, 'SIGINT');
    const deadline = Date.now() + 30_000;
    while (await isRunning(server.pid)) {
      if (Date.now() > deadline) throw new Error('PostgreSQL did not stop within 30 seconds.');
      await pause(20);
    }
  }
}

/** Nothing of ours (tokens, passwords, PG* settings) reaches the server. */
function environment(): NodeJS.ProcessEnv {
  const { PATH, SystemRoot, TMPDIR } = process.env;
  return { PATH, SystemRoot, TMPDIR, LC_ALL: 'C', TZ: 'UTC' };
}
