import { onOutboundCall, type OutboundCall } from '@keyway/telemetry';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrganization, aServer, type TestServer } from '../testing/aServer.ts';
import { safeReturnTo } from './attemptCookie.ts';
import { aProvider, providerConfig, type TestProvider } from '../testing/aProvider.ts';
import { Browser } from '../testing/browser.ts';

const PUBLIC_URL = 'http://localhost:8579';
let provider: TestProvider;
let server: TestServer;
beforeAll(async () => {
  provider = await aProvider(`${PUBLIC_URL}/auth/callback`);
  server = await aServer({ publicUrl: PUBLIC_URL, providers: [providerConfig(provider)] });
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

const aBrowser = (): Browser => new Browser(() => server, PUBLIC_URL);

describe('signing in', () => {
  it('leads through the provider to a session, with the role the sandbox says', async () => {
    provider.person = {
      sub: 'ana',
      name: 'Ana Approver',
      email: 'ana@example.com',
      keyway_role: 'APPROVER',
    };
    const browser = aBrowser();
    const { url } = await browser.follow(
      `${PUBLIC_URL}/auth/login?returnTo=${encodeURIComponent('/runs/1?tab=a')}`,
    );
    expect(url).toBe(`${PUBLIC_URL}/runs/1?tab=a`);
    const session = browser.setCookies.find((cookie) => cookie.startsWith('__Host-keyway='));
    for (const attribute of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Lax'])
      expect(session).toContain(attribute);
    expect(session).not.toContain('Domain');
    const { json } = await browser.graphql(
      '{ viewer { name email role kind scopes organizations { id } } environment { signIn { name url } } }',
    );
    expect(json.data).toEqual({
      viewer: {
        name: 'Ana Approver',
        email: 'ana@example.com',
        role: 'APPROVER',
        kind: 'MEMBER',
        scopes: ['read', 'approve'],
        organizations: null,
      },
      environment: { signIn: [{ name: 'Sandbox', url: '/auth/login' }] },
    });
    const written = await browser.graphql(
      '{ history(first: 1) { nodes { kind actor summary organization { id } } } }',
    );
    expect(written.json.data.history.nodes).toEqual([
      {
        kind: 'memberSignedIn',
        actor: 'Ana Approver (console)',
        summary: 'Ana Approver signed in',
        organization: null,
      },
    ]);
    const token = browser.cookies.get('localhost:8579')?.get('__Host-keyway') ?? '';
    expect(token.length).toBeGreaterThan(30);
    expect(JSON.stringify(await server.database.query('select * from session'))).not.toContain(
      token,
    );
    expect(server.log.join('')).not.toContain(token);
  });

  it('counts its calls of the provider, without what they name', async () => {
    const calls: OutboundCall[] = [];
    onOutboundCall((call) => calls.push(call));
    try {
      await aBrowser().follow(`${PUBLIC_URL}/auth/login`);
    } finally {
      onOutboundCall(null);
    }
    const { hostname: host } = new URL(provider.issuer);
    // The code is exchanged, and the person is asked for.
    expect(calls.length).toBeGreaterThanOrEqual(2);
    expect(calls).toEqual(
      calls.map(() => ({ host, status: 200, seconds: expect.any(Number) as number })),
    );
  });

  it('limits a customer’s own person to their organizations, and admits nobody before these exist', async () => {
    const imsOrgId = '0123456789ABCDEF01234567@AdobeOrg';
    provider.person = {
      sub: 'carla',
      name: 'Carla',
      keyway_role: 'APPROVER',
      keyway_organizations: [imsOrgId],
    };
    const early = await aBrowser().follow(`${PUBLIC_URL}/auth/login`);
    expect(early.response.status).toBe(403);
    expect(await early.response.text()).toContain('You don’t have access');
    const { id } = await anOrganization(server.owner, { imsOrgId });
    await anOrganization(server.owner);
    const browser = aBrowser();
    await browser.follow(`${PUBLIC_URL}/auth/login`);
    const { json } = await browser.graphql(
      '{ viewer { organizations { id } } organizations(first: 1) { totalCount } }',
    );
    expect(json.data).toEqual({
      viewer: { organizations: [{ id }] },
      organizations: { totalCount: 1 },
    });
  });

  it('counts for requests of our own pages only, and ends with signing out', async () => {
    provider.person = { sub: 'olga', name: 'Olga', keyway_role: 'OPERATOR' };
    const browser = aBrowser();
    await browser.follow(`${PUBLIC_URL}/auth/login`);
    const status = async (headers?: Record<string, string>) =>
      (await browser.graphql('{ viewer { id } }', headers)).status;
    expect(await status()).toBe(200);
    expect(await status({ origin: PUBLIC_URL })).toBe(401);
    expect(await status({ 'x-keyway-csrf': '1', origin: 'https://evil.example' })).toBe(401);
    const logout = (headers: Record<string, string>) =>
      browser.get(`${PUBLIC_URL}/auth/logout`, { method: 'POST', headers });
    expect((await logout({ origin: PUBLIC_URL })).status).toBe(403);
    expect((await logout({ 'x-keyway-csrf': '1', origin: 'https://evil.example' })).status).toBe(
      403,
    );
    expect(await status()).toBe(200);
    const before = new Map(browser.cookies.get('localhost:8579'));
    expect((await logout({ 'x-keyway-csrf': '1', origin: PUBLIC_URL })).status).toBe(200);
    browser.cookies.set('localhost:8579', before); // whoever kept the cookie has nothing
    expect(await status()).toBe(401);
  });

  it('refuses an answer that is not to this browser’s attempt', async () => {
    provider.person = { sub: 'eve', name: 'Eve' };
    const eve = aBrowser();
    const { headers } = await eve.get(`${PUBLIC_URL}/auth/login`);
    const victim = aBrowser();
    await victim.get(`${PUBLIC_URL}/auth/login`);
    const forged = `${PUBLIC_URL}/auth/callback?code=x&state=${new URL(headers.get('location') ?? '').searchParams.get('state')}`;
    for (const browser of [victim, aBrowser()]) {
      const answer = await browser.get(forged);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        400,
        'text/html; charset=utf-8',
      ]);
      expect(browser.setCookies.some((cookie) => cookie.startsWith('__Host-keyway='))).toBe(false);
    }
  });

  it('asks with PKCE, state and nonce', async () => {
    const { headers } = await aBrowser().get(`${PUBLIC_URL}/auth/login`);
    const { searchParams } = new URL(headers.get('location') ?? '');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(searchParams.get(name)?.length).toBeGreaterThan(30);
  });
});

describe('a provider that cannot be reached', () => {
  it('keeps nobody from starting, and signing in says so', async () => {
    const gone = await aServer({
      providers: [
        providerConfig({ issuer: 'http://127.0.0.1:9', clientId: 'c', clientSecret: 's' }),
      ],
    });
    try {
      const answer = await fetch(`${gone.url}/auth/login`, { redirect: 'manual' });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        503,
        'text/html; charset=utf-8',
      ]);
      expect(await answer.text()).toContain('can’t be reached');
      expect((await gone.owner.raw({ query: '{ viewer { id } }' })).status).toBe(200);
    } finally {
      await gone.close();
    }
  });
});

describe('safeReturnTo', () => {
  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil',
    'javascript:alert(1)',
    '',
    5,
    null,
    '/\t/evil.example',
    `/${'x'.repeat(2000)}`,
  ])('leads home for %j', (returnTo) => {
    expect(safeReturnTo(returnTo, PUBLIC_URL)).toBe('/');
  });
  it('keeps paths of ours', () => {
    expect(safeReturnTo('/runs/1?a=b#c', PUBLIC_URL)).toBe('/runs/1?a=b#c');
  });
});
