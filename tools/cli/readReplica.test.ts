/** Lists of the command line from a streaming standby, of a whole Keyway. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  MAX_WAIT_MILLISECONDS,
  postgresServers,
  type PostgresServer,
  type PostgresServers,
} from '@keyway/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { startProduct, type Product } from '../product/startProduct.ts';
import { anEmptyDatabase, type EmptyDatabase } from '../testing/emptyDatabase.ts';
import { done, keywayOf, type Keyway } from './keyway.ts';

let servers: PostgresServers;
let standby: PostgresServer;
let database: EmptyDatabase;
let product: Product;
let keyway: Keyway;
const folder = mkdtempSync(join(tmpdir(), 'keyway-replica-'));

beforeAll(async () => {
  servers = await postgresServers();
  const primary = await servers.primary();
  database = await anEmptyDatabase({ url: primary.url, query: primary.query.bind(primary) });
  standby = await servers.standby(await servers.baseBackup(primary), primary.url, 'standby');
  const replica = new URL(database.runtime);
  replica.host = new URL(standby.url).host;
  product = await startProduct({
    DATABASE_URL: database.runtime,
    DATABASE_MIGRATION_URL: database.owner,
    DATABASE_REPLICA_URL: replica.href,
  });
  keyway = keywayOf(product.url, product.token, join(folder, 'settings'));
});
afterAll(async () => {
  await product?.stop();
  await servers?.close();
  rmSync(folder, { recursive: true, force: true });
});

const add = (name: string, digit: string) =>
  done(
    keyway([
      ...['orgs', 'add', name, '--ims-org-id', `${digit.repeat(24)}@AdobeOrg`],
      ...['--shield', 'HEALTHCARE_SHIELD'],
    ]),
  );
interface Answered {
  from: string | undefined;
  stdout: string;
}
async function ask(...args: string[]): Promise<Answered> {
  const { stdout, stderr } = await keyway([...args, '--verbose']);
  return { from: /ms(?:, from the (\w+))?$/m.exec(stderr)?.[1], stdout };
}
const listed = async (...options: string[]) => {
  const { from, stdout } = await ask('orgs', 'list', '--json', ...options);
  return { from, names: (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name) };
};
const QUERY =
  'query($after: String) { organizations(first: 9, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }';

test('are of the replica for who says --replica, and of the primary for who does not', async () => {
  await add('Before', 'A');
  const ofReplica = { from: 'replica', names: ['Before'] };
  await vi.waitFor(async () => expect(await listed('--replica')).toEqual(ofReplica), {
    timeout: MAX_WAIT_MILLISECONDS,
  });
  await standby.query('select pg_wal_replay_pause()');
  await add('After', 'B');
  // What the replica has not replayed shows that it is the one that was read.
  expect(await listed()).toEqual({ from: undefined, names: ['After', 'Before'] });
  const stale = await Promise.all([
    listed('--replica'),
    ask('api', '--paginate', QUERY, '--replica').then(({ from, stdout }) => ({
      from,
      names: (JSON.parse(stdout) as { name: string }[]).map(({ name }) => name),
    })),
  ]);
  // The primary answers in its place once it is half a minute late, on a machine that is that slow.
  for (const { from, names } of stale)
    expect(names).toEqual(from === 'replica' ? ['Before'] : ['After', 'Before']);
  expect((await ask('runs', 'list', '--replica')).from).toMatch(/^(replica|primary)$/);
  await standby.query('select pg_wal_replay_resume()');
});

test('are of the primary where the replica is gone', async () => {
  await standby.kill();
  await vi.waitFor(
    async () =>
      expect(await listed('--replica')).toEqual({ from: 'primary', names: ['After', 'Before'] }),
    { timeout: MAX_WAIT_MILLISECONDS },
  );
});

test('a mutation is refused with --replica, before anything is sent', async () => {
  const mutation = 'mutation { signOut { userErrors { code } } }';
  expect(await keyway(['api', mutation, '--replica'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('A mutation is not answered from a replica.') as string,
  });
});
