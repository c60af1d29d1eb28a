/** The link of an invitation as the invited person meets it: each page says why, and what to do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProvider, providerConfig, type TestProvider } from '../testing/aProvider.ts';
import { aServer, type TestServer } from '../testing/aServer.ts';
import { Browser } from '../testing/browser.ts';

const PUBLIC_URL = 'http://localhost:8586';
let provider: TestProvider;
let server: TestServer;
beforeAll(async () => {
  provider = await aProvider(`${PUBLIC_URL}/auth/callback`);
  server = await aServer({
    publicUrl: PUBLIC_URL,
    sandbox: false,
    providers: [providerConfig(provider, { assignsRoles: false })],
  });
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

const aBrowser = (): Browser => new Browser(() => server, PUBLIC_URL);
const signedInAs = (name: string): void => {
  const email = `${name}@example.com`;
  provider.person = { sub: name, name, email, email_verified: true };
};
const invite = async (name: string, more: object = {}) =>
  server.owner.must(
    'inviteMember',
    { email: `${name}@example.com`, grants: [{ role: 'OPERATOR' }], ...more },
    'url invitation { id }',
  );

/** Opens a link in a browser where nobody is signed in to Keyway. */
async function open(url: string, locale = 'en', browser = aBrowser()) {
  const headers = { 'accept-language': locale };
  const { response, url: end } = await browser.follow(url, { headers });
  const html = await response.text();
  const of = (pattern: RegExp) => pattern.exec(html)?.[1]?.replaceAll('&#38;', '&');
  return {
    browser,
    end,
    ...{ status: response.status, title: of(/<h1>(.*?)<\/h1>/), text: of(/<p>(.*?)<\/p>/) },
    ...{ label: of(/<a [^>]*>(.*?)<\/a>/), href: of(/<a href="(.*?)"/) },
    home: of(/<a href="\/">(.*?)<\/a>/),
  };
}

describe('the link of an invitation', () => {
  it('that was accepted says so, and leads its person in by signing in', async () => {
    const { url } = await invite('used');
    signedInAs('used');
    expect((await open(url)).end).toBe(`${PUBLIC_URL}/`);
    const again = await open(url);
    expect(again).toMatchObject({ status: 410, title: 'This invitation was already accepted' });
    expect(again.label).toBe('Sign in');
    expect((await open(`${PUBLIC_URL}${again.href}`)).end).toBe(`${PUBLIC_URL}/`);
    const spanish = await open(url, 'es');
    expect(spanish).toMatchObject({
      title: 'Esta invitación ya se aceptó',
      label: 'Iniciar sesión',
    });
  });

  it('that was revoked, replaced or mistyped, or that expired, says which', async () => {
    const replaced = await invite('twice');
    const revoked = await invite('twice');
    await server.owner.must('revokeInvitation', { id: revoked.invitation.id });
    const expired = await invite('late', {
      expiresAt: new Date(Date.now() + 500).toISOString(),
    });
    await new Promise((resolve) => setTimeout(resolve, 600));
    for (const [url, status, en, es] of [
      [replaced.url, 410, 'There is a newer invitation', 'Hay una invitación más reciente'],
      [revoked.url, 410, 'This invitation was revoked', 'Esta invitación se revocó'],
      [expired.url, 410, 'This invitation has expired', 'Esta invitación expiró'],
      [
        revoked.url.slice(0, -1),
        404,
        'This link isn’t an invitation',
        'Este enlace no es de una invitación',
      ],
    ] as const) {
      expect(await open(url)).toMatchObject({ status, title: en, label: 'Sign in' });
      expect((await open(url, 'es')).title).toBe(es);
    }
  });

  it('opened with another account names that account, and leads to another for the same link', async () => {
    const { url } = await invite('right');
    signedInAs('wrong');
    const refused = await open(url);
    expect(refused).toMatchObject({
      status: 403,
      title: 'This invitation is for someone else',
      label: 'Use another account',
      home: 'Go to Keyway',
    });
    expect(refused.text).toContain('You signed in as wrong@example.com.');
    expect(refused.text).not.toContain('right@');
    // The provider asks who it is, although it knows somebody in this browser.
    const next = await refused.browser.get(`${PUBLIC_URL}${refused.href}`);
    const asked = new URL(next.headers.get('location')!);
    expect(asked.searchParams.get('prompt')).toBe('login');
    refused.browser.cookies.delete(asked.host); // as whoever changes the account there
    signedInAs('right');
    const { end } = await open(`${PUBLIC_URL}${refused.href}`, 'en', refused.browser);
    expect(end).toBe(`${PUBLIC_URL}/`);
    signedInAs('wrong');
    const spanish = await open((await invite('other')).url, 'es');
    expect(spanish.text).toContain('Inició sesión como wrong@example.com.');
    expect([spanish.label, spanish.home]).toEqual(['Usar otra cuenta', 'Ir a Keyway']);
  });

  it('opened in two tabs lets the person in, whichever is finished first', async () => {
    const { url } = await invite('tabs');
    signedInAs('tabs');
    const browser = aBrowser();
    const first = (await browser.get(url)).headers.get('location')!;
    const second = (await browser.get(url)).headers.get('location')!;
    // The first tab's answer is not to the attempt that the browser keeps.
    const refused = await open(first, 'en', browser);
    expect(refused.title).toBe('You are not signed in');
    expect(refused.href).toMatch(/^\/auth\/invitation\/kwi_/);
    expect((await open(second, 'en', browser)).text).toContain('open its link again');
    const { end } = await open(`${PUBLIC_URL}${refused.href}`, 'en', browser);
    expect(end).toBe(`${PUBLIC_URL}/`);
    expect((await open(url, 'en', browser)).title).toBe('This invitation was already accepted');
  });

  it('followed by who has access already adds to it', async () => {
    signedInAs('member');
    await open((await invite('member')).url);
    const { url } = await invite('colleague');
    const refused = await open(url);
    expect(refused.text).toContain('You signed in as member@example.com.');
    expect((await open(`${PUBLIC_URL}/auth/login`)).end).toBe(`${PUBLIC_URL}/`);
  });
});
