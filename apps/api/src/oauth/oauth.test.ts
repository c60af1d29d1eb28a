/** A program that signs in by the browser gets a token of the person, and nothing else. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anOrganization, aServer, type TestServer } from '../testing/aServer.ts';
import { aProvider, providerConfig, type TestProvider } from '../testing/aProvider.ts';
import { Browser } from '../testing/browser.ts';
import {
  allow,
  anAttempt,
  formOf,
  open,
  post,
  REDIRECT_URI,
  requestToken,
  send,
} from '../testing/oauthProgram.ts';

const PUBLIC_URL = 'http://localhost:8581';
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

let serial = 0;
/** Somebody who is signed in, in a browser of their own. */
async function aPerson(role: string): Promise<Browser> {
  serial += 1;
  const email = `p${serial}@example.com`;
  provider.person = { sub: `p${serial}`, name: `Person ${serial}`, email, keyway_role: role };
  const browser = new Browser(() => server, PUBLIC_URL);
  await browser.follow(`${PUBLIC_URL}/auth/login`);
  return browser;
}

let omar: Browser;
beforeEach(async () => {
  omar = await aPerson('OPERATOR');
});

const codeOf = ({ answer }: { answer: URLSearchParams }): string => answer.get('code') ?? '';
const VIEWER = '{ viewer { kind name role scopes } }';

describe('the metadata', () => {
  it('names every address and what is supported (RFC 8414)', async () => {
    const response = await fetch(`${server.url}/.well-known/oauth-authorization-server`);
    expect(await response.json()).toEqual({
      issuer: PUBLIC_URL,
      authorization_endpoint: `${PUBLIC_URL}/oauth/authorize`,
      token_endpoint: `${PUBLIC_URL}/oauth/token`,
      revocation_endpoint: `${PUBLIC_URL}/oauth/revoke`,
      scopes_supported: ['read', 'runs:write', 'approve', 'admin'],
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code'],
      code_challenge_methods_supported: ['S256'],
      token_endpoint_auth_methods_supported: ['none'],
      revocation_endpoint_auth_methods_supported: ['none'],
      authorization_response_iss_parameter_supported: true,
    });
  });
});

describe('signing in', () => {
  it('asks the person and gives the program a token of theirs', async () => {
    const attempt = anAttempt(PUBLIC_URL);
    const page = await open(omar, attempt.url);
    expect(page.status).toBe(200);
    for (const text of [`Person ${serial} (p${serial}@example.com)`, 'Partner', REDIRECT_URI])
      expect(page.html).toContain(text);
    const brought = await send(omar, PUBLIC_URL, formOf(page.html, { name: 'My laptop' }));
    expect(brought.status).toBe(303);
    expect(brought.location?.startsWith(`${REDIRECT_URI}?`)).toBe(true);
    expect(brought.answer.get('state')).toBe(attempt.parameters['state']);
    expect(brought.answer.get('iss')).toBe(PUBLIC_URL);
    const given = await requestToken(server, attempt, codeOf(brought));
    expect(given.status).toBe(200);
    expect(given.headers.get('cache-control')).toBe('no-store');
    expect(given.json).toEqual({
      access_token: expect.stringMatching(/^kw_\w{46}$/),
      token_type: 'Bearer',
      expires_in: 30 * 86_400,
      scope: 'read runs:write',
    });
    const token = String(given.json['access_token']);
    expect((await server.client(token).ask(VIEWER)).viewer).toEqual({
      kind: 'TOKEN',
      name: `Person ${serial}`,
      role: 'OPERATOR',
      scopes: ['read', 'runs:write'],
    });
    const { apiTokens, history } = await server.owner.ask(
      '{ apiTokens(first: 1) { nodes { name client createdBy } } history(first: 1) { nodes { kind actor data } } }',
    );
    expect(apiTokens.nodes).toEqual([
      { name: 'My laptop', client: 'keyway-cli', createdBy: `Person ${serial}` },
    ]);
    expect(history.nodes[0]).toMatchObject({
      kind: 'apiTokenCreated',
      actor: `Person ${serial} (console)`,
      data: { clientId: 'keyway-cli', scopes: ['read', 'runs:write'] },
    });
    const stored = JSON.stringify([
      await server.database.query('select * from oauth_code'),
      await server.database.query('select * from api_token'),
    ]);
    for (const secret of [token, codeOf(brought), attempt.verifier]) {
      expect(stored).not.toContain(secret);
      expect(server.log.join('')).not.toContain(secret);
    }
  });

  it('goes through sign-in first, and comes back to the same question', async () => {
    const attempt = anAttempt(PUBLIC_URL, { scope: 'read' });
    const browser = new Browser(() => server, PUBLIC_URL);
    const { location } = await open(browser, attempt.url);
    expect(location).toMatch(/^\/auth\/login\?returnTo=/);
    const { url } = await browser.follow(new URL(location ?? '', PUBLIC_URL).href);
    const brought = await allow(browser, PUBLIC_URL, { ...attempt, url });
    const { json } = await requestToken(server, attempt, codeOf(brought));
    expect(json['scope']).toBe('read');
  });

  it('acts under the person’s name, whatever the token is called', async () => {
    const attempt = anAttempt(PUBLIC_URL);
    const brought = await allow(omar, PUBLIC_URL, attempt, { name: 'Keyway command line' });
    const { json } = await requestToken(server, attempt, codeOf(brought));
    const program = server.client(String(json['access_token']));
    const { id } = await anOrganization(program);
    const { history } = await server.owner.ask(
      'query($id: ID!) { history(first: 1, filter: { organizationId: $id }) { nodes { actor } } }',
      { id },
    );
    expect(history.nodes).toEqual([{ actor: `Person ${serial} (API token)` }]);
  });

  it('counts as the person for four eyes', async () => {
    const owner = await aPerson('OWNER');
    const attempt = anAttempt(PUBLIC_URL, { scope: 'read approve' });
    const brought = await allow(owner, PUBLIC_URL, attempt, { grant: ['read', 'approve'] });
    const { json } = await requestToken(server, attempt, codeOf(brought));
    const found = await server.database.query<{ principal: string; memberId: string }>(
      `select principal, member_id as "memberId" from api_token where scopes = '{read,approve}'`,
    );
    expect(found.map(({ principal, memberId }) => principal === `member:${memberId}`)).toEqual([
      true,
    ]);
    expect(json['scope']).toBe('read approve');
  });

  it('offers no more than the person has, and gives more than usual only where they select it', async () => {
    const auditor = await aPerson('AUDITOR');
    const asking = anAttempt(PUBLIC_URL, { scope: 'read runs:write admin' });
    const { html } = await open(auditor, asking.url);
    expect(html).toContain('what else it asked for: runs:write, admin');
    expect(formOf(html).getAll('grant')).toEqual(['read']);
    const forged = await send(
      auditor,
      PUBLIC_URL,
      formOf(html, { grant: ['read', 'runs:write', 'admin'] }),
    );
    expect((await requestToken(server, asking, codeOf(forged))).json['scope']).toBe('read');

    const owner = await aPerson('OWNER');
    const all = anAttempt(PUBLIC_URL, { scope: 'read runs:write approve admin' });
    const page = await open(owner, all.url);
    expect(formOf(page.html).getAll('grant')).toEqual(['read', 'runs:write']);
    const usual = await open(owner, anAttempt(PUBLIC_URL).url);
    expect(usual.html).not.toMatch(/value="(approve|admin)"/);
  });

  it('reports it to the program where the person doesn’t allow it', async () => {
    const attempt = anAttempt(PUBLIC_URL);
    const { answer } = await allow(omar, PUBLIC_URL, attempt, { decision: 'deny' });
    expect(Object.fromEntries(answer)).toEqual({
      error: 'access_denied',
      state: attempt.parameters['state'],
      iss: PUBLIC_URL,
    });
  });

  it('asks again where nothing was selected, or the name can’t be one', async () => {
    const attempt = anAttempt(PUBLIC_URL);
    for (const [changes, text] of [
      [{ grant: [] }, 'Select at least one'],
      [{ name: '  ' }, 'Give the token a name'],
      [{ name: 'x'.repeat(201) }, 'Give the token a name'],
      [{ name: 'a\0b' }, 'Give the token a name'],
    ] satisfies [Record<string, string | string[]>, string][]) {
      const { status, html } = await allow(omar, PUBLIC_URL, attempt, changes);
      expect([status, html.includes(text)]).toEqual([400, true]);
    }
  });
});

describe('signing out', () => {
  it('revokes the token, also a second time, and no token that somebody created', async () => {
    const attempt = anAttempt(PUBLIC_URL);
    const { json } = await requestToken(
      server,
      attempt,
      codeOf(await allow(omar, PUBLIC_URL, attempt)),
    );
    const token = String(json['access_token']);
    const revoke = (given: string) =>
      post(`${server.url}/oauth/revoke`, { client_id: 'keyway-cli', token: given });
    expect((await revoke(token)).status).toBe(200);
    expect((await server.client(token).raw({ query: VIEWER })).status).toBe(401);
    expect((await revoke(token)).status).toBe(200);
    expect((await revoke('kw_nonsense')).status).toBe(200);
    const created = await server.person('AUDITOR');
    expect((await revoke(created.token)).json['error']).toBe('unsupported_token_type');
    expect((await created.raw({ query: VIEWER })).status).toBe(200);
    const { history } = await server.owner.ask(
      `{ history(first: 1, filter: { kind: ["apiTokenRevoked"] }) { nodes { actor data fields { values } } } }`,
    );
    expect(history.nodes[0]).toMatchObject({
      actor: `Person ${serial} (API token)`,
      data: { reason: 'signedOut' },
    });
    expect(JSON.stringify(history.nodes[0].fields)).toContain('The program signed out');
  });
});

describe('with step-up', () => {
  it('asks for a recent sign-in first, as for any token', async () => {
    const stepUp = { maxAgeSeconds: 60, acr: null };
    const strict = await aServer({
      publicUrl: PUBLIC_URL,
      providers: [providerConfig(provider, { stepUp })],
    });
    try {
      provider.person = { sub: 'late', name: 'Late', keyway_role: 'OPERATOR' };
      const browser = new Browser(() => strict, PUBLIC_URL);
      await browser.follow(`${PUBLIC_URL}/auth/login?stepUp=1`);
      const attempt = anAttempt(PUBLIC_URL);
      const { html } = await open(browser, attempt.url);
      await strict.database.query(
        `update session set authenticated_at = authenticated_at - interval '61 s'`,
      );
      for (const page of [
        await open(browser, attempt.url),
        await send(browser, PUBLIC_URL, formOf(html)),
      ]) {
        expect([page.status, page.location]).toEqual([403, null]);
        expect(page.html).toContain('stepUp=1');
        expect(page.html).toContain('returnTo=%2Foauth%2Fauthorize');
      }
    } finally {
      await strict.close();
    }
  });
});
