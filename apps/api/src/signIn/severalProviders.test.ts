/** Several providers at once, and signing out at the one that somebody came from. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProvider, providerConfig, type TestProvider } from '../testing/aProvider.ts';
import { aServer, type TestServer } from '../testing/aServer.ts';
import { Browser } from '../testing/browser.ts';

const PUBLIC_URL = 'http://localhost:8584';
let first: TestProvider;
let second: TestProvider;
let server: TestServer;
beforeAll(async () => {
  first = await aProvider(`${PUBLIC_URL}/auth/callback`);
  second = await aProvider(`${PUBLIC_URL}/auth/callback/second`);
  server = await aServer({
    publicUrl: PUBLIC_URL,
    sandbox: false,
    providers: [
      providerConfig(first, { name: 'First <&>', assignsRoles: false }),
      providerConfig(second, { id: 'second', name: 'Second', assignsRoles: false }),
    ],
  });
});
afterAll(async () => {
  await server.close();
  await first.close();
  await second.close();
});

const aBrowser = (): Browser => new Browser(() => server, PUBLIC_URL);
const person = (sub: string) => ({
  ...{ sub, name: sub, email: `${sub}@example.com`, email_verified: true },
});
const invite = async (email: string): Promise<string> =>
  (await server.owner.must('inviteMember', { email, grants: [{ role: 'OPERATOR' }] }, 'url')).url;
const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a href="([^"]*)"/g)].map(([, url]) =>
    url!.replaceAll('&#38;', '&').replaceAll('&#39;', "'"),
  );
const viewerOf = async (browser: Browser) =>
  (await browser.graphql('{ viewer { name sessions { provider userAgent current } } }')).json.data
    ?.viewer;

describe('several providers', () => {
  it('are listed, each with its address', async () => {
    const { environment } = await server.owner.ask('{ environment { signIn { name url } } }');
    expect(environment.signIn).toEqual([
      { name: 'First <&>', url: '/auth/login?provider=main' },
      { name: 'Second', url: '/auth/login?provider=second' },
    ]);
  });

  it.each(['', '&provider=unknown', '&provider=main&provider=second'])(
    'are a choice at /auth/login (%s), which keeps the page to return to',
    async (query) => {
      const { status, headers, text } = await fetch(
        `${server.url}/auth/login?returnTo=${encodeURIComponent('/runs/1?a=b')}${query}`,
      ).then(async (response) => ({
        ...{ status: response.status, headers: response.headers },
        text: await response.text(),
      }));
      expect([status, headers.getSetCookie()]).toEqual([200, []]);
      // Its only style is one that its policy names.
      const [, style = ''] = /<style>([^]*)<\/style>/.exec(text) ?? [];
      const hash = createHash('sha256').update(style).digest('base64');
      expect(headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
      expect(text).not.toMatch(/style=|<script/);
      expect(text).toContain('Continue with First &#60;&#38;&#62;');
      expect(linksIn(text)).toEqual([
        '/auth/login?provider=main&returnTo=%2Fruns%2F1%3Fa%3Db',
        '/auth/login?provider=second&returnTo=%2Fruns%2F1%3Fa%3Db',
      ]);
    },
  );

  it('are a choice at the link of an invitation, and each leads to it', async () => {
    for (const [place, provider, name] of [
      [0, first, 'First <&>'],
      [1, second, 'Second'],
    ] as const) {
      provider.person = person(`guest${place}`);
      const browser = aBrowser();
      const page = await browser.get(await invite(`guest${place}@example.com`), {
        headers: {
          'accept-language': 'es',
          'user-agent': 'Mozilla/5.0 (X11; Linux) Firefox/128.0',
        },
      });
      const html = await page.text();
      expect([page.status, page.headers.get('referrer-policy')]).toEqual([200, 'no-referrer']);
      expect(html).toContain('Elija cómo iniciar sesión');
      const { url } = await browser.follow(`${PUBLIC_URL}${linksIn(html)[place]}`);
      expect(url).toBe(`${PUBLIC_URL}/`);
      expect(await viewerOf(browser)).toMatchObject({
        name: `guest${place}`,
        sessions: [{ provider: name, current: true }],
      });
    }
  });

  it('know different people by the same subject', async () => {
    first.person = person('same');
    second.person = person('same');
    const invited = aBrowser();
    await invited.follow(`${await invite('same@example.com')}?provider=main`);
    expect((await viewerOf(invited)).name).toBe('same');
    const other = aBrowser();
    const { response } = await other.follow(`${PUBLIC_URL}/auth/login?provider=second`);
    expect(response.status).toBe(403);
  });
});

describe('signing out', () => {
  const logout = async (browser: Browser) => {
    const headers = { 'x-keyway-csrf': '1', origin: PUBLIC_URL };
    const response = await browser.get(`${PUBLIC_URL}/auth/logout`, { method: 'POST', headers });
    return { status: response.status, body: await response.text() };
  };
  const signedIn = async (name: string) => {
    second.person = person(name);
    const browser = aBrowser();
    await browser.follow(`${await invite(`${name}@example.com`)}?provider=second`);
    return browser;
  };

  it('leads to the page of the provider that the person came from, and back', async () => {
    const browser = await signedIn('leaving');
    const idTokens = await server.database.query<{ sealed_id_token: Buffer }>(
      'select sealed_id_token from session where sealed_id_token is not null',
    );
    const { status, body } = await logout(browser);
    expect(status).toBe(200);
    const url = new URL(JSON.parse(body).endSessionUrl);
    expect(url.origin).toBe(second.issuer);
    const idToken = url.searchParams.get('id_token_hint') ?? '';
    expect([
      url.searchParams.get('post_logout_redirect_uri'),
      url.searchParams.get('client_id'),
      idToken.split('.').length,
    ]).toEqual([`${PUBLIC_URL}/sign-in`, 'keyway-console', 3]);
    // The provider takes it.
    const page = await browser.get(url.href);
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<form')]);
    // Nothing that is stored shows it, nor does the log.
    for (const { sealed_id_token: sealed } of idTokens)
      for (const part of idToken.split('.')) expect(sealed.toString('latin1')).not.toContain(part);
    expect(server.log.join('')).not.toContain(idToken);
    expect(browser.cookies.get('localhost:8584')?.has('__Host-keyway')).toBe(false);
  });

  it('ends the session here also where the provider is gone or was taken out', async () => {
    const browser = await signedIn('stranded');
    const kept = new Map(browser.cookies.get('localhost:8584'));
    await server.database.query("update session set provider = 'taken-out'");
    expect((await logout(browser)).status).toBe(204);
    browser.cookies.set('localhost:8584', kept);
    expect((await browser.graphql('{ viewer { id } }')).status).toBe(401);
    // Again, with a cookie that is no session any more.
    expect((await logout(browser)).status).toBe(204);
  });
});
