/** Under a path of a shared host, whether the proxy passes the path on or takes it off. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { aProvider, providerConfig, type TestProvider } from '../testing/aProvider.ts';
import { aServer, type TestServer } from '../testing/aServer.ts';
import { Browser } from '../testing/browser.ts';
import { withoutBasePath } from './basePath.ts';

const ORIGIN = 'http://localhost:8580';
const PUBLIC_URL = `${ORIGIN}/tools/keyway`;
const PAGE =
  '<!doctype html><html lang="en"><head><script src="/firstPaint.js"></script></head><body><a href="//example.com">x</a></body></html>';

const build = mkdtempSync(join(tmpdir(), 'keyway-base-'));
for (const name of ['index.html', 'signIn.html', 'handOff.html', 'graphiql.html'])
  writeFileSync(join(build, name), PAGE);
let provider: TestProvider;
let server: TestServer;
beforeAll(async () => {
  provider = await aProvider(`${PUBLIC_URL}/auth/callback`);
  const config = { publicUrl: PUBLIC_URL, providers: [providerConfig(provider)] };
  server = await aServer(config, { consoleBuild: build });
});
afterAll(async () => {
  await server.close();
  await provider.close();
  rmSync(build, { recursive: true });
});

it.each([
  ['/keyway', '/'],
  ['/keyway?a=1', '/?a=1'],
  ['/keyway/', '/'],
  ['/keyway/runs/1?a=1', '/runs/1?a=1'],
  ['/keyways/runs', '/keyways/runs'],
  ['/runs/keyway/', '/runs/keyway/'],
  ['/keyway/keyway/runs', '/keyway/runs'],
])('takes it off %s', (url, path) => {
  expect(withoutBasePath(url, '/keyway')).toBe(path);
});

describe.each([
  ['passes the path on', () => `${server.running.url}/tools/keyway`],
  ['takes the path off', () => server.running.url],
])('where the proxy %s', (_what, address) => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${address()}${path}`, { redirect: 'manual', headers });

  it('signing in leads to the provider, back, and to the page that was wanted', async () => {
    provider.person = { sub: 'ana', name: 'Ana', email: 'a@example.com', keyway_role: 'OWNER' };
    const browser = new Browser(() => ({ ...server, url: address() }) as TestServer, PUBLIC_URL);
    const { url } = await browser.follow(`${PUBLIC_URL}/auth/login?returnTo=%2Fruns%2F1%3Ftab%3Da`);
    expect(url).toBe(`${PUBLIC_URL}/runs/1?tab=a`);
    const own = { 'x-keyway-csrf': '1', origin: ORIGIN };
    const { json } = await browser.graphql('{ viewer { name } }', own);
    expect(json.data).toEqual({ viewer: { name: 'Ana' } });
    const foreign = { 'x-keyway-csrf': '1', origin: 'http://localhost:8581' };
    expect((await browser.graphql('{ viewer { name } }', foreign)).json.data?.viewer).toBeFalsy();
  });

  it.each(['/', '/runs/1', '/hand-off/kwh_abc'])(
    'the page %s names its files under the path, and says it',
    async (path) => {
      const page = await (await get(path)).text();
      expect(page).toContain('<script src="/tools/keyway/firstPaint.js">');
      expect(page).toContain('<html data-base-path="/tools/keyway" lang="en">');
      expect(page).toContain('<a href="//example.com">');
    },
  );

  it('redirects and pages of ours stay under the path', async () => {
    const graphiql = await get('/graphql', { accept: 'text/html' });
    expect(graphiql.headers.get('location')).toBe('/tools/keyway/auth/login?returnTo=%2Fgraphql');
    const late = await (await get('/auth/callback?code=x')).text();
    expect(late).toContain('href="/tools/keyway/auth/login"');
    // Or browsers ask the host for an icon.
    expect(late).toContain(
      '<link rel="icon" type="image/svg+xml" href="/tools/keyway/keyway.svg">',
    );
  });

  it('sockets are accepted', async () => {
    const socket = new WebSocket(
      `${address().replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
    );
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    socket.close();
  });

  it('programs find where they sign in', async () => {
    const metadata = await (await get('/.well-known/oauth-authorization-server')).json();
    expect(metadata).toMatchObject({
      issuer: PUBLIC_URL,
      token_endpoint: `${PUBLIC_URL}/oauth/token`,
    });
  });
});

it('RFC 8414 puts the path of the issuer last', async () => {
  const address = `${server.running.url}/.well-known/oauth-authorization-server/tools/keyway`;
  expect(await (await fetch(address)).json()).toMatchObject({ issuer: PUBLIC_URL });
});

it.each(['/tools/keyways/healthz', '/tools/other/healthz'])(
  '%s is of another application',
  async (path) => {
    const { headers } = await fetch(`${server.running.url}${path}`);
    expect(headers.get('content-type')).not.toMatch(/json/);
    const own = await fetch(`${server.running.url}/tools/keyway/healthz`);
    expect(await own.json()).toEqual({ status: 'ok' });
  },
);
