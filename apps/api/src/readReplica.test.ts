/** A program that accepts a read replica is answered from it, and what it changes is not. */
import {
  MAX_WAIT_MILLISECONDS,
  postgresServers,
  type PostgresServer,
  type PostgresServers,
} from '@keyway/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { aServer, anImsOrgId, TENANT, type Answer, type TestServer } from './testing/aServer.ts';

let servers: PostgresServers;
let standby: PostgresServer;
let server: TestServer;

beforeAll(async () => {
  servers = await postgresServers();
  const primary = await servers.primary();
  process.env.DATABASE_URL = primary.url;
  standby = await servers.standby(await servers.baseBackup(primary), primary.url, 'standby');
  server = await aServer({}, {}, (database) => {
    const replicaUrl = new URL(database.runtimeUrl);
    replicaUrl.host = new URL(standby.url).host;
    return { replicaUrl: replicaUrl.href };
  });
});
afterAll(async () => {
  delete process.env.DATABASE_URL;
  await server?.close();
  await servers?.close();
});

const ASK = { query: '{ viewer { role } organizations(first: 9) { nodes { name } } }' };
const ask = (accepts?: string): Promise<Answer> =>
  server.owner.raw(ASK, accepts === undefined ? {} : { 'x-keyway-read': accepts });
const readFrom = ({ headers }: Answer): string | null => headers.get('x-keyway-read');
const namesOf = ({ data }: Answer): string[] =>
  (data as { organizations: { nodes: { name: string }[] } }).organizations.nodes.map(
    ({ name }) => name,
  );
const answeredByReplica = (name: string): Promise<Answer> =>
  vi.waitFor(
    async () => {
      const answer = await ask('replica');
      expect([readFrom(answer), namesOf(answer)]).toEqual(['replica', [name]]);
      return answer;
    },
    { timeout: MAX_WAIT_MILLISECONDS },
  );

const create = (name: string, headers: Record<string, string> = {}): Promise<Answer> => {
  const given = { name, imsOrgId: anImsOrgId(), shield: 'HEALTHCARE_SHIELD' };
  return server.owner.raw(
    {
      query:
        'mutation($input: CreateOrganizationInput!) { createOrganization(input: $input) { organization { name } userErrors { code } } }',
      variables: { input: { ...given, azureTenantId: TENANT } },
    },
    headers,
  );
};

it('whoever accepts it, and nobody else', async () => {
  await create('Before');
  await answeredByReplica('Before');
  await standby.query('select pg_wal_replay_pause()');
  const made = await create('After', { 'x-keyway-read': 'replica' });
  expect(made.data).toMatchObject({
    createOrganization: { organization: { name: 'After' }, userErrors: [] },
  });
  expect(readFrom(made)).toBe('primary');
  const usual = await ask();
  expect([readFrom(usual), namesOf(usual)]).toEqual([null, ['After', 'Before']]);
  const unknown = await ask('anything');
  expect([readFrom(unknown), namesOf(unknown)]).toEqual([null, ['After', 'Before']]);
  await standby.query('select pg_wal_replay_resume()');
});

it('who is not signed in learns nothing of it', async () => {
  const answer = await server.client('').raw(ASK, { 'x-keyway-read': 'replica' });
  expect([answer.status, readFrom(answer)]).toEqual([401, null]);
});

it('the primary answers where the replica is gone', async () => {
  await standby.kill();
  await vi.waitFor(
    async () => {
      const answer = await ask('replica');
      expect([answer.status, readFrom(answer)]).toEqual([200, 'primary']);
      expect(namesOf(answer)).toEqual(['After', 'Before']);
    },
    { timeout: MAX_WAIT_MILLISECONDS },
  );
});
