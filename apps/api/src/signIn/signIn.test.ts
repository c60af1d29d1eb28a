import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../testing/aServer.ts';
import { safeReturnTo } from './attemptCookie.ts';
import { aProvider, type TestProvider } from '../testing/aProvider.ts';

const PUBLIC_URL = 'http://localhost:8579';
let provider: TestProvider;
let server: TestServer;
beforeAll(async () => {
  provider = await aProvider(`${PUBLIC_URL}/auth/callback`);
  const { issuer, clientId, clientSecret } = provider;
  server = await aServer({ publicUrl: PUBLIC_URL, oidc: { issuer, clientId, clientSecret } });
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

/** A browser: keeps cookies by host, and takes our public address for the server under test. */
class Browser {
  readonly cookies = new Map<string, Map<string, string>>();
  setCookies: string[] = [];

  async get(url: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.cookies.get(host) ?? new Map<string, string>();
    this.cookies.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url.replace(PUBLIC_URL, server.url), {
      redirect: 'manual',
      ...init,
      headers: { cookie, ...init.headers },
    });
    this.setCookies = response.headers.getSetCookie();
    for (const line of this.setCookies) {
      const [pair = ''] = line.split(';');
      const name = pair.slice(0, pair.indexOf('='));
      if (/max-age=0/i.test(line) || /expires=Thu, 01 Jan 1970/i.test(line)) jar.delete(name);
      else jar.set(name, pair.slice(pair.indexOf('=') + 1));
    }
    return response;
  }

  /** Follows redirects up to the one that would lead away from `/auth`. */
  async follow(from: string): Promise<{ url: string; response: Response }> {
    let url = from;
    for (let hops = 0; hops < 15; hops += 1) {
      const response = await this.get(url);
      const location = response.headers.get('location');
      if (!location) return { url, response };
      const next = new URL(location, url).href;
      if (next.startsWith(PUBLIC_URL) && !next.startsWith(`${PUBLIC_URL}/auth/`))
        return { url: next, response };
      url = next;
    }
    throw new Error('redirected in circles');
  }

  async graphql(
    query: string,
    headers: Record<string, string> = { 'x-keyway-csrf': '1', origin: PUBLIC_URL },
  ) {
    const response = await this.get(`${PUBLIC_URL}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query }),
      headers: { 'content-type': 'application/json', ...headers },
    });
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    return { status: response.status, json: (await response.json()) as any };
  }
}

describe('signing in', () => {
  it('leads through the provider to a session, with the role the sandbox says', async () => {
    provider.person = {
      sub: 'ana',
      name: 'Ana Approver',
      email: 'ana@example.com',
      keyway_role: 'APPROVER',
    };
    const browser = new Browser();
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

  it('limits a customer’s own person to their organizations', async () => {
    provider.person = {
      sub: 'carla',
      name: 'Carla',
      keyway_role: 'APPROVER',
      keyway_organizations: ['0123456789ABCDEF01234567@AdobeOrg'],
    };
    const browser = new Browser();
    await browser.follow(`${PUBLIC_URL}/auth/login`);
    const { json } = await browser.graphql(
      '{ viewer { organizations { id } } organizations(first: 1) { totalCount } }',
    );
    expect(json.data).toEqual({ viewer: { organizations: [] }, organizations: { totalCount: 0 } });
  });

  it('counts for requests of our own pages only, and ends with signing out', async () => {
    provider.person = { sub: 'olga', name: 'Olga', keyway_role: 'OPERATOR' };
    const browser = new Browser();
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
    expect((await logout({ 'x-keyway-csrf': '1', origin: PUBLIC_URL })).status).toBe(204);
    browser.cookies.set('localhost:8579', before); // whoever kept the cookie has nothing
    expect(await status()).toBe(401);
  });

  it('refuses an answer that is not to this browser’s attempt', async () => {
    provider.person = { sub: 'eve', name: 'Eve' };
    const eve = new Browser();
    const { headers } = await eve.get(`${PUBLIC_URL}/auth/login`);
    const victim = new Browser();
    await victim.get(`${PUBLIC_URL}/auth/login`);
    const forged = `${PUBLIC_URL}/auth/callback?code=x&state=${new URL(headers.get('location') ?? '').searchParams.get('state')}`;
    for (const browser of [victim, new Browser()]) {
      const answer = await browser.get(forged);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([
        400,
        'text/html; charset=utf-8',
      ]);
      expect(browser.setCookies.some((cookie) => cookie.startsWith('__Host-keyway='))).toBe(false);
    }
  });

  it('asks with PKCE, state and nonce', async () => {
    const { headers } = await new Browser().get(`${PUBLIC_URL}/auth/login`);
    const { searchParams } = new URL(headers.get('location') ?? '');
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(searchParams.get(name)?.length).toBeGreaterThan(30);
  });
});

describe('elsewhere than in the sandbox', () => {
  it('makes the first user the owner and others auditors, whatever the provider says', async () => {
    const { issuer, clientId, clientSecret } = provider;
    const real = await aServer({
      publicUrl: PUBLIC_URL,
      sandbox: false,
      oidc: { issuer, clientId, clientSecret },
    });
    const sandbox = server;
    server = real;
    try {
      const roles: string[] = [];
      for (const sub of ['first', 'second']) {
        provider.person = { sub, name: sub, keyway_role: 'OWNER' };
        const browser = new Browser();
        await browser.follow(`${PUBLIC_URL}/auth/login`);
        roles.push((await browser.graphql('{ viewer { role } }')).json.data.viewer.role as string);
      }
      expect(roles).toEqual(['OWNER', 'AUDITOR']);
    } finally {
      server = sandbox;
      await real.close();
    }
  });
});

describe('a provider that cannot be reached', () => {
  it('keeps nobody from starting, and signing in says so', async () => {
    const gone = await aServer({
      oidc: { issuer: 'http://127.0.0.1:9', clientId: 'c', clientSecret: 's' },
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
