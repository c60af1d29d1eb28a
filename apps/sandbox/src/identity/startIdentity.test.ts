import * as client from 'openid-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSettings } from '../settings.ts';
import { startSandbox } from '../startSandbox.ts';
import { sandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import type { SandboxUnderTest } from '../testing/sandboxUnderTest.ts';
import { people } from './people.ts';

const CALLBACK = 'http://localhost:43007/auth/callback';

let sandbox: SandboxUnderTest;

beforeAll(async () => {
  sandbox = await sandboxUnderTest();
});
afterAll(() => sandbox.close());

/** A browser's cookies, and nothing else of it. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async go(url: string, form?: Record<string, string>): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line)!;
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }
}

const discover = (issuer: string) =>
  client.discovery(
    new URL(issuer),
    'keyway-console',
    'sandbox-console-secret',
    client.ClientSecretBasic('sandbox-console-secret'),
    {
      execute: [client.allowInsecureRequests],
    },
  );

const absolute = (issuer: string, response: Response) =>
  new URL(response.headers.get('location')!, issuer).href;

async function request(configuration: client.Configuration, redirectUri = CALLBACK) {
  const verifier = client.randomPKCECodeVerifier();
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: redirectUri,
    scope: 'openid profile email',
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state: 'st',
  });
  return { verifier, url: url.href };
}

async function signIn(issuer: string, sub: string, browser = new Browser()) {
  const configuration = await discover(issuer);
  const { verifier, url } = await request(configuration);
  const interaction = absolute(issuer, await browser.go(url));
  const page = await browser.go(interaction);
  const resume = absolute(issuer, await browser.go(interaction, { sub }));
  const callback = absolute(issuer, await browser.go(resume));
  const tokens = await client.authorizationCodeGrant(configuration, new URL(callback), {
    pkceCodeVerifier: verifier,
    expectedState: 'st',
  });
  return { page, callback, tokens, configuration, claims: tokens.claims()! };
}

test.each(people)('$name signs in with one click', async ({ sub, name, email, role }) => {
  const { page, callback, claims, configuration, tokens } = await signIn(sandbox.identity, sub);
  expect(page.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-/,
  );
  const html = await page.text();
  for (const person of people) expect(html).toContain(person.name);
  expect(html).not.toMatch(/src=|href=|<script/);
  expect(callback.startsWith(`${CALLBACK}?code=`)).toBe(true);
  expect(claims).toMatchObject({ sub, name, email, keyway_role: role });
  expect(await client.fetchUserInfo(configuration, tokens.access_token, sub)).toMatchObject({
    keyway_role: role,
  });
});

test('Carla’s claim names the organizations that name her, and nobody else has the claim', async () => {
  const { imsOrgId } = await sandbox.caller.provisionCustomer('happyPath', {
    approvers: ['carla'],
  });
  await sandbox.caller.provisionCustomer('happyPath');
  expect((await signIn(sandbox.identity, 'carla')).claims.keyway_organizations).toEqual([imsOrgId]);
  expect((await signIn(sandbox.identity, 'ana')).claims).not.toHaveProperty('keyway_organizations');
});

test('somebody unknown stays on the page', async () => {
  const browser = new Browser();
  const { url } = await request(await discover(sandbox.identity));
  const interaction = absolute(sandbox.identity, await browser.go(url));
  const reply = await browser.go(interaction, { sub: 'mallory' });
  expect([reply.status, reply.headers.get('location')]).toEqual([200, null]);
});

test.each([
  'https://evil.example/auth/callback',
  'http://localhost.evil.example:4000/auth/callback',
  'http://localhost:4000/elsewhere',
  'http://localhost:4000/auth/callback/x',
])('does not redirect to %s', async (redirectUri) => {
  const { url } = await request(await discover(sandbox.identity), redirectUri);
  const reply = await new Browser().go(url);
  expect([reply.status, reply.headers.get('location')]).toEqual([400, null]);
  expect(await reply.text()).toContain('Sign-in failed');
});

test('a request without PKCE is refused', async () => {
  const url = `${sandbox.identity}/auth?client_id=keyway-console&response_type=code&scope=openid&redirect_uri=${encodeURIComponent(CALLBACK)}`;
  expect(absolute(sandbox.identity, await new Browser().go(url))).toContain(
    'error=invalid_request',
  );
});

test('signing out asks once and goes back', async () => {
  const browser = new Browser();
  const { tokens, configuration } = await signIn(sandbox.identity, 'omar', browser);
  const back = 'http://localhost:43007/';
  const page = await browser.go(
    client.buildEndSessionUrl(configuration, {
      id_token_hint: tokens.id_token!,
      post_logout_redirect_uri: back,
    }).href,
  );
  const html = await page.text();
  expect(html).toContain('Sign out?');
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(html)![1]!;
  expect(
    absolute(
      sandbox.identity,
      await browser.go(`${sandbox.identity}/session/end/confirm`, { xsrf, logout: 'yes' }),
    ),
  ).toBe(back);
  const again = await browser.go((await request(configuration)).url);
  expect(absolute(sandbox.identity, again)).toContain('/interaction/');
});

test('a restart ends nobody’s session: same keys, and no second click', async () => {
  const own = await sandboxUnderTest();
  const browser = new Browser();
  const before = await signIn(own.identity, 'paula', browser);
  const jwks = await (await fetch(`${own.identity}/jwks`)).text();
  const port = new URL(own.identity).port;
  own.caller.agent.destroy();
  await own.close({ keep: true });
  const settings = readSettings({
    KEYWAY_SANDBOX_DIR: own.directory,
    KEYWAY_SANDBOX_PORT: '0',
    KEYWAY_SANDBOX_IDENTITY_PORT: port,
  });
  const restarted = await startSandbox(settings);
  expect(await (await fetch(`${restarted.identity}/jwks`)).text()).toBe(jwks);
  expect(
    await client.fetchUserInfo(before.configuration, before.tokens.access_token, 'paula'),
  ).toMatchObject({ keyway_role: 'OWNER' });
  const { url } = await request(before.configuration);
  expect(absolute(restarted.identity, await browser.go(url)).startsWith(`${CALLBACK}?code=`)).toBe(
    true,
  );
  await restarted.close();
});
