/**
 * Federation from end to end, in processes of their own: the api publishes its keys over HTTPS, the
 * worker signs, and the sandbox's Entra fetches the keys and verifies the signature.
 */
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@keyway/postgres';
import pg from 'pg';
import { generate } from 'selfsigned';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { graphqlClient, type GraphqlClient } from '../product/graphqlClient.ts';
import type { SandboxCustomer } from '../product/sandboxControl.ts';
import { startProduct, type Product } from '../product/startProduct.ts';

const CLIENT = '66666666-7777-8888-9999-000000000000';
const QUERY = `query($id: ID!) { organization(id: $id) {
  azureFederation { issuer subject audience }
  azureConnection { state code cause remedy replacement { state code } }
} }`;
interface Shown {
  azureFederation: { issuer: string; subject: string; audience: string };
  azureConnection: {
    state: string;
    code: string | null;
    cause: string | null;
    remedy: string | null;
    replacement: { state: string; code: string | null } | null;
  } | null;
}
interface Jwks {
  keys: { kid: string }[];
}

const folder = mkdtempSync(join(tmpdir(), 'keyway-federation-'));
let product: Product;
let api: GraphqlClient;
let customer: SandboxCustomer;
let front: Server;
let publicUrl: string;
/** What the front answers for the keys; null: it can't be reached. */
let publish: ((keys: Jwks) => Jwks) | null;

/** `PUBLIC_URL`, as a load balancer serves it: TLS in front of the api. */
async function startFront(): Promise<void> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...{ keySize: 2048, algorithm: 'sha256' },
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  });
  writeFileSync(join(folder, 'ca.pem'), made.cert);
  front = createServer({ key: made.private, cert: made.cert }, (request, response) => {
    if (!publish) return void request.socket.destroy();
    const change = publish;
    void fetch(product.url + request.url)
      .then(async (answer) => {
        const text = await answer.text();
        const isKeys = request.url?.endsWith('/jwks.json');
        response.end(isKeys ? JSON.stringify(change(JSON.parse(text) as Jwks)) : text);
      })
      .catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  publicUrl = `https://localhost:${(front.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  await startFront();
  product = await startProduct({
    ...{ PUBLIC_URL: publicUrl, KEYWAY_POLL_SCALE: '0.01' },
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
  });
  api = graphqlClient(product.url, product.token);
  customer = await product.sandbox('POST', '/scenario', { scenario: 'happyPath' });
});
afterAll(async () => {
  await product?.stop();
  front.closeAllConnections();
  front.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  publish = (keys) => keys;
});

let made = 0;
async function anOrganization(): Promise<string> {
  made += 1;
  const input = {
    name: `Federated ${made}`,
    imsOrgId: `${String(made).padStart(24, '0')}@AdobeOrg`,
    ...{ cloud: 'AZURE', region: 'VA7', shield: 'HEALTHCARE_SHIELD', ownsCja: false },
  };
  const { organization } = await api.mutate<{ organization: { id: string } }>(
    'createOrganization',
    'CreateOrganizationInput',
    input,
    'organization { id }',
  );
  return organization.id;
}
const shown = async (id: string): Promise<Shown> =>
  (await api.ask<{ organization: Shown }>(QUERY, { id })).organization;
/** As an administrator of the tenant enters it in Entra. */
const trust = (federated: object[]) =>
  product.sandbox('POST', '/credentials', {
    ...{ tenantId: customer.tenantId, clientId: CLIENT, federated },
  });
const connect = (organizationId: string) =>
  api.mutate(
    'connectAzure',
    'ConnectAzureInput',
    { organizationId, tenantId: customer.tenantId, clientId: CLIENT, federated: true },
    'organization { id }',
  );
const LONG = { timeout: 300_000, interval: 500 };
const until = (id: string, expected: object) =>
  expect.poll(async () => (await shown(id)).azureConnection, LONG).toMatchObject(expected);

describe('a federated sign-in', () => {
  it('is accepted by an Entra that verifies the signature by the published keys', async () => {
    const id = await anOrganization();
    const { azureFederation } = await shown(id);
    expect(azureFederation.issuer).toBe(`${publicUrl}/federation`);
    await trust([azureFederation]);
    await connect(id);
    await until(id, { state: 'CONNECTED', code: null });
  });

  it.each([
    ['subject', 'AADSTS700213', { subject: 'keyway:organization:another' }],
    ['issuer', 'AADSTS700211', { issuer: 'https://another.example/federation' }],
    ['audience', 'AADSTS700212', { audience: 'api://another' }],
  ])('with another %s is refused with %s, and says what to compare', async (_, code, other) => {
    const id = await anOrganization();
    const { azureFederation } = await shown(id);
    await trust([{ ...azureFederation, ...other }]);
    await connect(id);
    await until(id, { state: 'FAILED', code });
    expect((await shown(id)).azureConnection?.remedy).toMatch(/subject/i);
    // Tried again without anybody's help.
    await trust([azureFederation]);
    await until(id, { state: 'CONNECTED', code: null });
  });

  it('of another organization is worth nothing for this one', async () => {
    const [one, other] = [await anOrganization(), await anOrganization()];
    await trust([(await shown(one)).azureFederation]);
    await connect(other);
    await until(other, { state: 'FAILED', code: 'AADSTS700213' });
  });

  it('says that Entra can’t fetch the keys, and works once it can', async () => {
    const id = await anOrganization();
    await trust([(await shown(id)).azureFederation]);
    publish = null;
    await connect(id);
    await until(id, { state: 'FAILED', code: 'AADSTS50166' });
    const { azureConnection } = await shown(id);
    expect(azureConnection?.cause).toMatch(/keys/);
    expect(azureConnection?.remedy).toMatch(/over the internet/);
    publish = (keys) => keys;
    await until(id, { state: 'CONNECTED', code: null });
  });

  it('with a key that is not published is refused', async () => {
    const id = await anOrganization();
    await trust([(await shown(id)).azureFederation]);
    publish = ({ keys }) => ({ keys: keys.map((key) => ({ ...key, kid: 'another' })) });
    await connect(id);
    await until(id, { state: 'FAILED', code: 'AADSTS700027' });
  });

  it('that waits is signed by the key that took over meanwhile', async () => {
    const id = await anOrganization();
    await trust([(await shown(id)).azureFederation]);
    await connect(id);
    await until(id, { state: 'CONNECTED' });
    publish = null;
    await connect(id);
    await until(id, { state: 'CONNECTED', replacement: { state: 'FAILED', code: 'AADSTS50166' } });
    const [former] = await kids();
    await rotate();
    const [latter] = await kids();
    expect(latter).not.toBe(former);
    // Whoever still signed with the former would be refused.
    publish = ({ keys }) => ({ keys: keys.filter(({ kid }) => kid === latter) });
    await until(id, { state: 'CONNECTED', replacement: null });
  });
});

/** The published keys, the newest first. */
async function kids(): Promise<string[]> {
  const answer = await fetch(`${product.url}/federation/jwks.json`);
  return ((await answer.json()) as Jwks).keys.map(({ kid }) => kid);
}

/** Days pass for the keys: the former is too old, its successor is made, published, and signs. */
async function rotate(): Promise<void> {
  const database = await openDatabase({ dataDir: product.dataDir });
  const client = new pg.Client({ connectionString: database.migrationUrl });
  await client.connect();
  const passDays = (days: number) =>
    client.query(`update federation_key set created_at = created_at - make_interval(days => $1)`, [
      days,
    ]);
  try {
    await passDays(91);
    await restartWorker();
    await expect.poll(async () => (await kids()).length, LONG).toBe(2);
    await passDays(1);
    await client.query(`update federation_key set created_at = created_at - interval '1 hour'`);
    // A worker keeps the key that it signs with for ten minutes.
    await restartWorker();
  } finally {
    await client.end();
    await database.close();
  }
}

/** Its supervisor starts it again. */
async function restartWorker(): Promise<void> {
  const before = product.pid('worker')!;
  process.kill(before, 'SIGTERM');
  await expect.poll(() => product.pid('worker') ?? before, LONG).not.toBe(before);
}
