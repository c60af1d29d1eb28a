/**
 * What a platform does to Keyway, from outside: the bundles on an outside PostgreSQL behind
 * PgBouncer, restarts under load, a failover, and a restored backup.
 */
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  anAddress,
  aSandbox,
  MAX_WAIT_MILLISECONDS,
  postgresServers,
  type MovableAddress,
  type PostgresServer,
  type PostgresServers,
  type TestSandbox,
} from '@keyway/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { anEmptyDatabase, type EmptyDatabase } from '../testing/emptyDatabase.ts';
import { sharedBundles } from '../testing/sharedBundles.ts';
import { findTool } from '../toolCache/tools.ts';
import { brokenHistories, countPosts, someCustomers, submissionsOf } from './testing/outcome.ts';
import { aPgBouncer, type PgBouncer } from './testing/pgBouncer.ts';
import { aPlatform, type Platform } from './testing/platform.ts';
import { aProgram, begin, enable, twoPrograms, type Begun } from './testing/program.ts';

const RUNS = 50;
const POLL_SCALE = 0.01;
const token = `kw_${randomBytes(24).toString('hex')}`;
const sealingKey = randomBytes(32).toString('base64');
const archive = mkdtempSync(join(tmpdir(), 'keyway-archive-'));
const pooler = await findTool('pgbouncer');

let servers: PostgresServers;
let bundles: string;
let primary: PostgresServer;
let address: MovableAddress;
let database: EmptyDatabase;
let sandbox: TestSandbox;
let platform: Platform;
let bouncer: PgBouncer | null = null;
/** As it was before anything was submitted. */
let backup: string;
let begun: Begun[];

beforeAll(async () => {
  [servers, sandbox, bundles] = await Promise.all([
    postgresServers(),
    aSandbox(POLL_SCALE),
    sharedBundles(),
  ]);
  chmodSync(archive, 0o777);
  primary = await servers.primary({
    archive_mode: 'on',
    archive_command: `cp %p ${archive}/%f`,
  });
  address = await anAddress(primary.url);
  const { query } = primary;
  database = await anEmptyDatabase({ url: address.url, query: query.bind(primary) });
  if ('path' in pooler) bouncer = await aPgBouncer(pooler.path, database.runtime);
  await start();
});
afterAll(async () => {
  await platform?.close();
  await bouncer?.close();
  await address?.close();
  await sandbox?.close();
  await servers?.close();
  rmSync(archive, { recursive: true, force: true });
});

async function start(): Promise<void> {
  const { runtime: directUrl, owner: migrationUrl } = database;
  const databaseUrl = bouncer?.url ?? directUrl;
  const urls = { databaseUrl, directUrl, migrationUrl };
  const secrets = { token, sealingKey };
  platform = await aPlatform({ bundles, ...urls, sandbox, pollScale: POLL_SCALE, ...secrets });
  const { addApi, addWorker } = platform;
  await Promise.all([addApi(), addApi(), addWorker(), addWorker()]);
}

const asOwner = <R>(text: string): Promise<R[]> =>
  primary.query<R>(text, [], new URL(database.owner).pathname.slice(1));

/** Nothing is sent for some minutes after a failover; the drill doesn't wait for them. */
const settle = () =>
  vi.waitFor(() => asOwner(`update database_era set began_at = began_at - interval '10 minutes'`), {
    timeout: MAX_WAIT_MILLISECONDS,
  });

async function countSent(): Promise<number> {
  const [row] = await asOwner<{ sent: number }>(
    `select count(*)::int as sent from history_entry where kind = 'configurationSending'`,
  );
  return row!.sent;
}

const ONE_EACH = Array.from({ length: RUNS }, () => 1);
const countAllPosts = (): Promise<number[]> =>
  countPosts(
    sandbox,
    begun.map(({ customer }) => customer),
  );

async function expectWholeHistories(): Promise<void> {
  expect(await brokenHistories(aProgram(platform.url, token), begun)).toEqual([]);
  // History says the same as the ledger.
  expect(await submissionsOf(asOwner)).toEqual(begun.map(() => ({ requested: 1, accepted: 1 })));
}

it(`${'missing' in pooler ? '(without PgBouncer) ' : ''}replaces every process under load: no request fails`, async () => {
  const owner = aProgram(platform.url, token);
  const { operator } = await twoPrograms(platform.url, owner);
  const waiting = await someCustomers(sandbox, RUNS);
  begun = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.pop(); next; next = waiting.pop())
      begun.push(await begin(owner, operator, next));
  };
  const working = Promise.all(Array.from({ length: 4 }, work));
  for (let round = 0; round < 2; round += 1) {
    await platform.replaceApi();
    await platform.replaceWorker();
  }
  await working;
  expect([...owner.failures, ...operator.failures]).toEqual([]);
  expect(begun).toHaveLength(RUNS);
});

it('fails over in the middle of fifty submissions, and loses a worker', async () => {
  backup = await servers.baseBackup(primary);
  const copy = await servers.baseBackup(primary);
  const standby = await servers.standby(copy, primary.url, 'standby');
  await primary.query(`alter system set synchronous_standby_names = '*'`);
  await primary.query('select pg_reload_conf()');
  const owner = aProgram(platform.url, token);
  const { operator, approver } = await twoPrograms(platform.url, owner);
  const enableAll = (some: readonly Begun[]) =>
    Promise.all(some.map((one) => enable(operator, approver, one)));
  const before = enableAll(begun.slice(RUNS / 2));
  await vi.waitFor(async () => expect(await countSent()).toBeGreaterThan(RUNS / 5), {
    timeout: MAX_WAIT_MILLISECONDS,
  });
  const meanwhile = enableAll(begun.slice(0, RUNS / 2));

  address.cut();
  await Promise.all([primary.kill(), platform.killWorker()]);
  await standby.promote();
  primary = standby;
  address.leadTo(standby.url, { closes: true });
  await platform.addWorker();
  await vi.waitFor(
    async () =>
      expect(await asOwner(`select cause from database_era where cause = 'FAILED_OVER'`)).toEqual([
        { cause: 'FAILED_OVER' },
      ]),
    { timeout: MAX_WAIT_MILLISECONDS },
  );
  await settle();
  await Promise.all([before, meanwhile]);
  // Nothing but that the database is away, also where PgBouncer says so.
  const unexpected = [...operator.failures, ...approver.failures].filter(
    (failure) => !/^502 no backend|"SERVICE_UNAVAILABLE"/.test(failure),
  );
  expect(unexpected).toEqual([]);
  expect(await countAllPosts()).toEqual(ONE_EACH);
  await expectWholeHistories();
});

it('resumes from a backup of before the submissions, and sends nothing again', async () => {
  await platform.close();
  address.cut();
  await primary.kill();
  primary = await servers.recover(backup, {
    restore_command: `cp ${archive}/%f %p`,
    recovery_target: 'immediate',
  });
  address.leadTo(primary.url, { closes: true });
  expect(await countSent()).toBe(0);

  await start();
  await settle();
  const owner = aProgram(platform.url, token);
  const { operator, approver } = await twoPrograms(platform.url, owner);
  await Promise.all(begun.map((one) => enable(operator, approver, one)));
  expect(await countAllPosts()).toEqual(ONE_EACH);
  await expectWholeHistories();
});
