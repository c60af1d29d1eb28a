/** Keyway's own identity by the SDK's default chain, in a network that only a proxy leaves. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProxyAgent } from '@keyway/connector-transport';
import { startConnectProxy, startFakeCloud } from '@keyway/connector-transport/testing';
import type { ConnectProxy, FakeAnswer, FakeCloud } from '@keyway/connector-transport/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { createAwsConnector } from './createAwsConnector.ts';
import { assumed, connection, failureOf, stsError } from './testing/answeringAws.ts';

const STS = 'sts.us-east-1.amazonaws.com';
const TOKEN = 'the-token-of-the-cluster';
const folder = mkdtempSync(join(tmpdir(), 'keyway-identity-'));
const tokenFile = join(folder, 'token');
writeFileSync(tokenFile, TOKEN);
afterAll(() => rmSync(folder, { recursive: true }));

let cloud: FakeCloud;
let proxy: ConnectProxy;
let agent: ProxyAgent;
/** To the request for the web identity; the session where it is undefined. */
let refusal: FakeAnswer | undefined;
const actionOf = (body: string): string | null => new URLSearchParams(body).get('Action');
const webIdentity = (): FakeAnswer =>
  assumed((xml) => xml.replaceAll('AssumeRoleRe', 'AssumeRoleWithWebIdentityRe'));

beforeAll(async () => {
  cloud = await startFakeCloud(['*.us-east-1.amazonaws.com'], ({ body }) =>
    actionOf(body) === 'AssumeRole' ? assumed() : (refusal ?? webIdentity()),
  );
});
afterAll(async () => cloud.close());
beforeEach(async () => {
  refusal = undefined;
  cloud.requests.length = 0;
  proxy = await startConnectProxy(cloud.address);
  const bypass = { all: false, names: [], ranges: [] };
  agent = new ProxyAgent({ address: proxy.address, bypass }, { ca: cloud.address.ca });
  for (const name of Object.keys(process.env))
    if (name.startsWith('AWS_')) vi.stubEnv(name, undefined);
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'none'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'none'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});
afterEach(async () => {
  vi.unstubAllEnvs();
  agent.destroy();
  await proxy.close();
});

const withWebIdentity = (): void => {
  vi.stubEnv('AWS_WEB_IDENTITY_TOKEN_FILE', tokenFile);
  vi.stubEnv('AWS_ROLE_ARN', 'arn:aws:iam::210987654321:role/keyway');
};
const tryRole = () => createAwsConnector({ agent, retry: { maxRetries: 0 } }).tryRole(connection);

it('is a web identity by the same proxy, host and limits as every call', async () => {
  withWebIdentity();
  await expect(tryRole()).resolves.toEqual({ account: '123456789012' });
  expect(cloud.requests.map(({ body }) => actionOf(body))).toEqual([
    'AssumeRoleWithWebIdentity',
    'AssumeRole',
  ]);
  expect(new Set(proxy.asked.map(({ target }) => target))).toEqual(new Set([`${STS}:443`]));
  expect(cloud.requests[0]!.body).toContain(TOKEN);
});

it('is led to no other host by the environment', async () => {
  withWebIdentity();
  vi.stubEnv('AWS_ENDPOINT_URL_STS', 'https://sts.evil.example');
  vi.stubEnv('AWS_ENDPOINT_URL', 'https://evil.example');
  expect(await failureOf(tryRole())).toMatchObject({ kind: 'credential' });
  // Refused before the proxy is asked, and the token went nowhere.
  expect([proxy.asked, cloud.requests]).toEqual([[], []]);
});

it.each<[string, FakeAnswer, object]>([
  ['refused', stsError('AccessDenied', `no ${TOKEN}`), { kind: 'credential', status: null }],
  ['no token', stsError('InvalidIdentityToken', TOKEN, 400), { kind: 'credential' }],
  ['expired', stsError('ExpiredTokenException', '', 400), { kind: 'credential' }],
  ['overloaded', stsError('Throttling', TOKEN, 400), { kind: 'throttled' }],
  ['away', { status: 503, body: TOKEN }, { kind: 'unavailable', status: 503 }],
])('that is %s is never the refusal of a customer’s role', async (_what, answer, expected) => {
  withWebIdentity();
  refusal = answer;
  const failure = await failureOf(tryRole());
  expect(failure).toMatchObject({ ...expected, permission: null });
  expect(JSON.stringify(failure)).not.toContain(TOKEN);
  expect(cloud.requests.map(({ body }) => actionOf(body))).not.toContain('AssumeRole');
});

it('is asked of the machine directly, never by the proxy', async () => {
  const asked: string[] = [];
  const machine: Server = createServer(({ method, url }, response) => {
    asked.push(`${method} ${url}`);
    const credentials = { AccessKeyId: 'ASIAMACHINE', SecretAccessKey: 's', Token: 't' };
    const role = { ...credentials, Expiration: '2999-01-01T00:00:00Z', Code: 'Success' };
    if (url === '/latest/api/token') response.end('imds-token');
    else if (url === '/latest/meta-data/iam/security-credentials/') response.end('of-keyway');
    else response.end(JSON.stringify(role));
  }).listen(0, '127.0.0.1');
  await once(machine, 'listening');
  const at = `http://127.0.0.1:${(machine.address() as AddressInfo).port}`;
  vi.stubEnv('AWS_CONTAINER_CREDENTIALS_FULL_URI', `${at}/container`);
  await expect(tryRole()).resolves.toEqual({ account: '123456789012' });
  vi.stubEnv('AWS_CONTAINER_CREDENTIALS_FULL_URI', undefined);
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', undefined);
  vi.stubEnv('AWS_EC2_METADATA_SERVICE_ENDPOINT', at);
  await expect(tryRole()).resolves.toEqual({ account: '123456789012' });
  expect(asked).toEqual(expect.arrayContaining(['GET /container', 'PUT /latest/api/token']));
  for (const { target } of proxy.asked) expect(target).toBe(`${STS}:443`);
  for (const { headers } of cloud.requests)
    expect(headers.authorization).toContain('Credential=ASIAMACHINE/');
  machine.close();
});
