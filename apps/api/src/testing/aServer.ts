/**
 * A real server on a real database for one test file, with clients that speak GraphQL over HTTP as
 * anybody outside would.
 */
import { randomUUID } from 'node:crypto';
import { SANDBOX_AWS } from '@keyway/config';
import { globalId, type GlobalIdType, type Role } from '@keyway/core';
import { DEFAULT_RETENTION, type OpenStoreOptions, type Store } from '@keyway/store';
import { aDatabase, EXAMPLE_TENANT, type TestDatabase } from '@keyway/testing';
import { aClient, type Client } from './aClient.ts';
import type { Config } from '../config.ts';
import { LISTENS_TO } from '../listensTo.ts';
import { makeLog } from '../log.ts';
import { startServer, type RunningServer, type ServerOptions } from '../server.ts';

export { aClient, inputTypeOf, type Answer, type Client, type Payload } from './aClient.ts';

export const BOOTSTRAP = `kw_${'bootstrap'.repeat(4)}`;

export interface TestServer {
  url: string;
  store: Store;
  database: TestDatabase;
  partnerId: string;
  running: RunningServer;
  /** Lines of the log. */
  log: string[];
  owner: Client;
  client: (token: string) => Client;
  /** A token made by the owner, as a client. */
  person: (role: Role, scopes?: string[], organizationIds?: string[]) => Promise<Client>;
  /** The owner of another partner on the same database. */
  otherOwner: () => Promise<Client>;
  close: () => Promise<void>;
}

export const TEST_CONFIG: Config = {
  port: 0,
  host: '127.0.0.1',
  publicUrl: 'http://localhost:4000',
  databaseUrl: null,
  databaseMigrationUrl: null,
  databaseDirectUrl: null,
  databaseReplicaUrl: null,
  dataDir: '.keyway',
  sandbox: true,
  sandboxPlace: null,
  awsPrincipal: SANDBOX_AWS.principal,
  providers: [],
  bootstrapToken: BOOTSTRAP,
  ownerEmail: null,
  sealing: null,
  lostSealingKey: null,
  partnerName: 'Partner',
  pollScale: 1,
  logLevel: 'info',
  trustProxy: [],
  webhookAllow: [],
  mailFrom: null,
  metrics: null,
  retention: DEFAULT_RETENTION,
  tls: null,
  drainSeconds: 0,
  httpsProxy: null,
  noProxy: { all: false, names: [], ranges: [] },
  telemetry: null,
  traceTrust: [],
  session: { idleSeconds: 3600, longestSeconds: 7200 },
};

/**
 * Another partner, made behind the store's back: an installation has one. Answers its owner's
 * token.
 */
async function anotherPartner(database: TestDatabase, store: Store): Promise<string> {
  const partnerId = randomUUID();
  const at = new Date().toISOString();
  await database.query('insert into partner (id, name, created_at) values ($1, $2, $3)', [
    partnerId,
    'Another partner',
    at,
  ]);
  await database.query(
    'insert into chain_head (chain_id, partner_id, organization_id, seq, hash, at) values ($1, $1, null, 0, $2, $3)',
    [partnerId, '0'.repeat(64), at],
  );
  const maker = {
    kind: 'BOOTSTRAP' as const,
    id: randomUUID(),
    principal: `token:${randomUUID()}`,
    name: 'other owner',
  };
  const token = {
    name: 'other owner',
    role: 'OWNER' as const,
    scopes: ['read', 'runs:write', 'approve', 'admin'],
    organizationIds: null,
    expiresAt: null,
    maker,
  };
  const request = { principal: maker.principal, operation: 'createApiToken', input: null };
  const outcome = await store
    .forPartner({ partnerId, organizationIds: null })
    .mutate(request, (unit) =>
      unit.tokens.create(token, {
        id: randomUUID(),
        at,
        actor: { principal: maker.principal, name: maker.name, origin: 'bootstrapToken' },
      }),
    );
  if ('refusals' in outcome) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.result.token;
}

/** @param storeOptions receives the database before anything is connected to it */
export async function aServer(
  changes: Partial<Config> = {},
  options: Partial<ServerOptions> = {},
  storeOptions: (
    database: TestDatabase,
  ) => Partial<OpenStoreOptions> | Promise<Partial<OpenStoreOptions>> = () => ({}),
): Promise<TestServer> {
  const database = await aDatabase();
  const store = await database.store({
    ...{ maxConnections: 4, listensTo: LISTENS_TO },
    ...(await storeOptions(database)),
  });
  const { partnerId } = await store
    .system()
    .bootstrap({ partnerName: 'Partner', bootstrapToken: BOOTSTRAP });
  const lines: string[] = [];
  const log = makeLog('info', { write: (line) => void lines.push(line) });
  const running = await startServer({
    config: { ...TEST_CONFIG, ...changes },
    store,
    partnerId,
    log,
    ...options,
  });
  const client = (token: string): Client => aClient(running.url, token);
  const owner = client(BOOTSTRAP);
  const person = async (
    role: Role,
    scopes = ['read', 'runs:write', 'approve', 'admin'],
    organizationIds?: string[],
  ): Promise<Client> =>
    client(
      (
        await owner.must(
          'createApiToken',
          { name: role.toLowerCase(), role, scopes, organizationIds },
          'token',
        )
      ).token,
    );
  return {
    url: running.url,
    store,
    database,
    partnerId,
    running,
    log: lines,
    owner,
    client,
    person,
    otherOwner: async () => client(await anotherPartner(database, store)),
    close: async () => {
      await running.close();
      await database.close();
    },
  };
}

let serial = 0;
/** An IMS organization ID nobody has yet. */
export const anImsOrgId = (): string =>
  `${(0xabcd_0000_0000 + (serial += 1)).toString(16).toUpperCase().padStart(24, '0')}@AdobeOrg`;

export const TENANT = EXAMPLE_TENANT;
export const keyIn = (vault: string): string =>
  `https://${vault}.vault.azure.net/keys/cmk/0123456789abcdef0123456789abcdef`;

/** An organization, by its creator. */
export async function anOrganization(
  client: Client,
  changes: Record<string, unknown> = {},
): Promise<{ id: string; imsOrgId: string; uuid: string }> {
  const imsOrgId = anImsOrgId();
  const input = {
    name: `Org ${imsOrgId.slice(18, 24)}`,
    imsOrgId,
    shield: 'HEALTHCARE_SHIELD',
    azureTenantId: TENANT,
    ...changes,
  };
  const { organization } = await client.must(
    'createOrganization',
    input,
    'organization { id imsOrgId }',
  );
  const uuid = Buffer.from(organization.id, 'base64url').toString().split(':')[1] ?? '';
  return { id: organization.id, imsOrgId: organization.imsOrgId, uuid };
}

export async function aRun(client: Client, organizationId: string): Promise<string> {
  return (await client.must('startRun', { organizationId }, 'run { id }')).run.id as string;
}

/** An ID that is well formed and names nothing. */
export const missingId = (type: GlobalIdType): string => globalId(type, randomUUID());
