/** Attempts to get a token, or somebody's browser, by the sign-in of programs. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../testing/aServer.ts';
import { aProvider, providerConfig, type TestProvider } from '../testing/aProvider.ts';
import { Browser } from '../testing/browser.ts';
import {
  allow,
  anAttempt,
  FORM,
  formOf,
  open,
  post,
  REDIRECT_URI,
  requestToken,
  send,
} from '../testing/oauthProgram.ts';

const PUBLIC_URL = 'http://localhost:8582';
let provider: TestProvider;
let server: TestServer;
beforeAll(async () => {
  provider = await aProvider(`${PUBLIC_URL}/auth/callback`);
  server = await aServer(
    { publicUrl: PUBLIC_URL, providers: [providerConfig(provider)] },
    { failureRate: { max: 10_000, windowMs: 10_000 } },
  );
});
afterAll(async () => {
  await server.close();
  await provider.close();
});

let serial = 0;
async function aPerson(role = 'OPERATOR'): Promise<Browser> {
  serial += 1;
  provider.person = { sub: `p${serial}`, name: `Person ${serial}`, keyway_role: role };
  const browser = new Browser(() => server, PUBLIC_URL);
  await browser.follow(`${PUBLIC_URL}/auth/login`);
  return browser;
}

let omar: Browser;
beforeEach(async () => {
  omar = await aPerson();
});

/** An attempt that the person allowed, and its code. */
async function allowed(browser = omar, scope = 'read runs:write') {
  const attempt = anAttempt(PUBLIC_URL, { scope });
  const { answer } = await allow(browser, PUBLIC_URL, attempt, { grant: scope.split(' ') });
  return { attempt, code: answer.get('code') ?? '' };
}

const statusOf = async (token: unknown): Promise<number> =>
  (await server.client(String(token)).raw({ query: '{ viewer { id } }' })).status;

const count = async (table: string): Promise<number> =>
  (await server.database.query<{ n: number }>(`select count(*)::int as n from ${table}`))[0]!.n;

const NO_GRANT = { status: 400, json: { error: 'invalid_grant' } };

describe('a code', () => {
  it('gives one token; a second use gives none and revokes the first', async () => {
    const { attempt, code } = await allowed();
    const { json } = await requestToken(server, attempt, code);
    expect(await statusOf(json['access_token'])).toBe(200);
    expect(await requestToken(server, attempt, code)).toMatchObject(NO_GRANT);
    expect(await statusOf(json['access_token'])).toBe(401);
    const { history } = await server.owner.ask(
      '{ history(first: 1) { nodes { kind actor data } } }',
    );
    expect(history.nodes[0]).toMatchObject({
      ...{ kind: 'apiTokenRevoked', actor: 'Keyway', data: { reason: 'codeUsedTwice' } },
    });
  });

  it('gives at most one token to twelve who present it at once', async () => {
    const { attempt, code } = await allowed();
    const before = await count('api_token');
    const given = await Promise.all(
      Array.from({ length: 12 }, () => requestToken(server, attempt, code)),
    );
    const tokens = given.flatMap(({ json }) => json['access_token'] ?? []);
    expect(tokens).toHaveLength(1);
    expect(await count('api_token')).toBe(before + 1);
    expect(await statusOf(tokens[0])).toBe(401);
  });

  it.each([
    ['another verifier', { code_verifier: 'v'.repeat(43) }],
    ['the challenge as the verifier', {}],
    ['another port', { redirect_uri: 'http://127.0.0.1:49153/callback' }],
    ['another host', { redirect_uri: 'http://[::1]:49152/callback' }],
  ])('is used up by whoever presents it with %s', async (what, changes) => {
    const { attempt, code } = await allowed();
    const change = what.startsWith('the challenge')
      ? { code_verifier: attempt.parameters['code_challenge'] ?? '' }
      : changes;
    expect(await requestToken(server, attempt, code, change)).toMatchObject(NO_GRANT);
    expect(await requestToken(server, attempt, code)).toMatchObject(NO_GRANT);
  });

  it('is of its own request, not of another that the same person allowed', async () => {
    const [mine, other] = [await allowed(), await allowed()];
    expect(await requestToken(server, mine.attempt, other.code)).toMatchObject(NO_GRANT);
  });

  it('lasts a minute', async () => {
    const { attempt, code } = await allowed();
    const [row] = await server.database.query<{ seconds: number }>(
      `update oauth_code set created_at = created_at - interval '61 s', expires_at = expires_at - interval '61 s' where used_at is null
       returning extract(epoch from expires_at - created_at)::int as seconds`,
    );
    expect(row?.seconds).toBe(60);
    expect(await requestToken(server, attempt, code)).toMatchObject(NO_GRANT);
  });

  it.each([
    ['no code', { code: null }, 'invalid_request'],
    ['no verifier', { code_verifier: null }, 'invalid_request'],
    ['no redirect_uri', { redirect_uri: null }, 'invalid_request'],
    ['a long verifier', { code_verifier: 'v'.repeat(400) }, 'invalid_request'],
    ['an unknown code', { code: `kwc_${'x'.repeat(46)}` }, 'invalid_grant'],
    ['an API token as the code', { code: `kw_${'x'.repeat(46)}` }, 'invalid_grant'],
    ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type'],
    ['no grant type', { grant_type: null }, 'invalid_request'],
    ['another client', { client_id: 'other' }, 'invalid_client'],
  ])('is refused with %s, and stays usable', async (_what, changes, error) => {
    const { attempt, code } = await allowed();
    const { json, headers } = await requestToken(server, attempt, code, changes);
    expect([json['error'], headers.get('cache-control')]).toEqual([error, 'no-store']);
    expect((await requestToken(server, attempt, code)).status).toBe(200);
  });

  it('is refused twice in one form, as JSON, and in a body that is too large', async () => {
    const url = `${server.url}/oauth/token`;
    const answer = async (body: string, headers: Record<string, string>) => {
      const response = await fetch(url, { method: 'POST', body, headers });
      return [response.status, ((await response.json()) as { error: string }).error];
    };
    expect(await answer('grant_type=authorization_code&grant_type=x', FORM)).toEqual([
      ...[400, 'invalid_request'],
    ]);
    expect(await answer('{}', { 'content-type': 'application/json' })).toEqual([
      ...[415, 'invalid_request'],
    ]);
    expect(await answer(`code=${'x'.repeat(20_000)}`, FORM)).toEqual([413, 'invalid_request']);
    expect(await answer('', {})).toEqual([415, 'invalid_request']);
    const opened = await fetch(url);
    expect([opened.status, opened.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('access that ends between consent and exchange', () => {
  const memberId = async (): Promise<string> => {
    const sql = `select id from member where subject = $1`;
    const [row] = await server.database.query<{ id: string }>(sql, [`p${serial}`]);
    return Buffer.from(`Member:${row!.id}`).toString('base64url');
  };

  it('gives nothing to a member who was removed', async () => {
    const { attempt, code } = await allowed();
    await server.owner.must('removeMember', { memberId: await memberId() });
    expect(await requestToken(server, attempt, code)).toMatchObject(NO_GRANT);
  });

  it('gives nothing that the member may not do any more', async () => {
    const { attempt, code } = await allowed();
    await server.owner.must('changeGrants', {
      memberId: await memberId(),
      grants: [{ role: 'AUDITOR' }],
    });
    const { json } = await requestToken(server, attempt, code);
    expect(json['scope']).toBe('read');
    expect(
      (await server.client(String(json['access_token'])).ask('{ viewer { role } }')).viewer,
    ).toEqual({ role: 'AUDITOR' });
  });

  it('gives nothing after they signed out', async () => {
    const { attempt, code } = await allowed();
    await omar.get(`${PUBLIC_URL}/auth/logout`, {
      method: 'POST',
      headers: { 'x-keyway-csrf': '1', origin: PUBLIC_URL },
    });
    expect(await requestToken(server, attempt, code)).toMatchObject(NO_GRANT);
  });

  it('ends with the member: a token that was given before their removal is refused', async () => {
    const { attempt, code } = await allowed();
    const id = await memberId();
    const [{ json }] = await Promise.all([
      requestToken(server, attempt, code),
      server.owner.must('removeMember', { memberId: id }),
    ]);
    expect(await statusOf(json['access_token'] ?? 'kw_none')).toBe(401);
  });
});

describe('where a program is answered', () => {
  it.each([
    'http://127.0.0.1.evil.com:49152/callback',
    'http://127.0.0.1@evil.com:49152/callback',
    'http://evil.com:49152/callback',
    'http://127.0.0.1:49152@evil.com/callback',
    'http://127.0.0.1:49152\\@evil.com/callback',
    'http:\\\\127.0.0.1:49152/callback',
    'http://127.0.0.1:49152/callback/../x',
    'http://127.0.0.1:49152/callback?x=1',
    'http://127.0.0.1:49152/callback#x',
    'http://127.0.0.1:49152/callback\n',
    ' http://127.0.0.1:49152/callback',
    'HTTP://127.0.0.1:49152/callback',
    'http://127.0.0.1/callback',
    'http://127.0.0.1:0/callback',
    'http://127.0.0.1:65536/callback',
    'http://127.1:49152/callback',
    'http://2130706433:49152/callback',
    'http://0.0.0.0:49152/callback',
    'http://localhost:49152/callback',
    'http://[::ffff:127.0.0.1]:49152/callback',
    'https://127.0.0.1:49152/callback',
    'javascript:alert(1)//127.0.0.1:49152/callback',
    '//127.0.0.1:49152/callback',
    `http://127.0.0.1:49152/callback${'x'.repeat(60)}`,
    '',
    null,
  ])('is no other place: %j', async (redirectUri) => {
    const page = await open(omar, anAttempt(PUBLIC_URL, { redirect_uri: redirectUri }).url);
    expect([page.status, page.location]).toEqual([400, null]);
    // Nor where the form was changed on its way.
    const good = await open(omar, anAttempt(PUBLIC_URL).url);
    const form = formOf(good.html, { redirect_uri: redirectUri ?? '' });
    expect(await send(omar, PUBLIC_URL, form)).toMatchObject({ status: 400, location: null });
  });

  it.each(['http://127.0.0.1:1/callback', 'http://[::1]:65535/callback'])(
    'is any port of this computer: %s',
    async (redirectUri) => {
      const attempt = anAttempt(PUBLIC_URL, { redirect_uri: redirectUri });
      const { location } = await allow(omar, PUBLIC_URL, attempt);
      expect(location?.startsWith(`${redirectUri}?code=`)).toBe(true);
    },
  );

  it.each([
    ['another client', { client_id: 'evil' }],
    ['no client', { client_id: null }],
    ['a long state', { state: 's'.repeat(5000) }],
  ])('is nowhere with %s', async (_what, changes) => {
    const page = await open(omar, anAttempt(PUBLIC_URL, changes).url);
    expect([page.status, page.location]).toEqual([400, null]);
  });

  it('is nowhere with a parameter that is given twice', async () => {
    const { url } = anAttempt(PUBLIC_URL);
    for (const extra of [`redirect_uri=${encodeURIComponent(REDIRECT_URI)}`, 'client_id=x'])
      expect((await open(omar, `${url}&${extra}`)).status).toBe(400);
  });

  it.each([
    ['no state', { state: null }, 'invalid_request'],
    ['an empty state', { state: '' }, 'invalid_request'],
    ['a state with line breaks', { state: 'a\r\nset-cookie: x=1' }, 'invalid_request'],
    ['a long state', { state: 's'.repeat(401) }, 'invalid_request'],
    ['no challenge', { code_challenge: null }, 'invalid_request'],
    ['a short challenge', { code_challenge: 'abc' }, 'invalid_request'],
    ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request'],
    ['no challenge method', { code_challenge_method: null }, 'invalid_request'],
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['an unknown scope', { scope: 'read everything' }, 'invalid_scope'],
  ])('gets an error for %s', async (_what, changes, error) => {
    const { status, answer } = await open(omar, anAttempt(PUBLIC_URL, changes).url);
    expect([status, answer.get('error')]).toEqual([303, error]);
    const state = answer.has('state') ? ['state'] : [];
    expect([...answer.keys()].toSorted()).toEqual(['error', 'iss', ...state]);
  });
});

describe('the consent page', () => {
  it('is framed by nobody, runs nothing, and sends its form nowhere else', async () => {
    const { headers } = await open(omar, anAttempt(PUBLIC_URL).url);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      `default-src 'none'`,
      `frame-ancestors 'none'`,
      `base-uri 'none'`,
      `form-action 'self' http://127.0.0.1:49152`,
    ])
      expect(policy.split(';')).toContain(part);
    expect(policy).not.toContain('script');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('changes nothing by being loaded, whatever the address says', async () => {
    const { url } = anAttempt(PUBLIC_URL);
    const before = await count('oauth_code');
    const { html } = await open(omar, url);
    const form = formOf(html);
    expect((await open(omar, `${PUBLIC_URL}/oauth/authorize?${form}`)).status).toBe(200);
    expect(await count('oauth_code')).toBe(before);
  });

  it('is of this session, this request and this site', async () => {
    const before = await count('oauth_code');
    const attempt = anAttempt(PUBLIC_URL);
    const { html } = await open(omar, attempt.url);
    const other = await open(await aPerson('OWNER'), attempt.url);
    const attempts: [string, URLSearchParams, Record<string, string>?][] = [
      ['without the token', formOf(html, { consent: [] })],
      ['a token of nobody', formOf(html, { consent: 'x'.repeat(43) })],
      ['the token of another person', formOf(other.html)],
      ['another state', formOf(html, { state: 'other' })],
      ['another port', formOf(html, { redirect_uri: 'http://127.0.0.1:1/callback' })],
      ['more scopes', formOf(html, { scope: 'read runs:write approve admin' })],
      ['another challenge', formOf(html, { code_challenge: 'c'.repeat(43) })],
      ['a form of another site', formOf(html), { origin: 'https://evil.example' }],
      ['a sandboxed frame', formOf(html), { origin: 'null' }],
    ];
    for (const [what, form, headers] of attempts) {
      const { status, location } = await send(omar, PUBLIC_URL, form, headers);
      expect([what, status, location]).toEqual([what, 403, null]);
    }
    expect(await count('oauth_code')).toBe(before);
  });

  it('leads to sign-in where the session has ended, and asks again afterwards', async () => {
    const attempt = anAttempt(PUBLIC_URL);
    const { html } = await open(omar, attempt.url);
    await server.database.query(`update session set expires_at = now() - interval '1 s'`);
    const { status, location } = await send(omar, PUBLIC_URL, formOf(html));
    expect(status).toBe(303);
    const { url } = await omar.follow(new URL(location ?? '', PUBLIC_URL).href);
    expect(new URL(url).pathname).toBe('/oauth/authorize');
    expect(new URL(url).searchParams.get('state')).toBe(attempt.parameters['state']);
  });

  it('is not shown to an API token', async () => {
    const response = await fetch(anAttempt(PUBLIC_URL).url.replace(PUBLIC_URL, server.url), {
      redirect: 'manual',
      headers: { authorization: `Bearer ${server.owner.token}` },
    });
    expect([response.status, response.headers.get('location')?.split('?')[0]]).toEqual([
      ...[303, '/auth/login'],
    ]);
  });

  it('writes what it is given as text', async () => {
    provider.person = { sub: 'x', name: '<script>alert(1)</script>', keyway_role: 'OPERATOR' };
    const browser = new Browser(() => server, PUBLIC_URL);
    await browser.follow(`${PUBLIC_URL}/auth/login`);
    const { url } = anAttempt(PUBLIC_URL, { state: '"><script>' });
    const { html } = await open(browser, url);
    expect(html).not.toContain('<script');
  });
});

describe('another partner', () => {
  it('gets tokens of its own people for itself alone', async () => {
    const theirs = await server.otherOwner();
    const [partner] = await server.database.query<{ id: string }>(
      `select id from partner where name = 'Another partner'`,
    );
    const id = randomUUID();
    await server.database.query(
      `insert into member (id, partner_id, issuer, subject, name, role, every_organization, organization_ids, created_at)
       values ($1, $2, 'i', 's', 'Foreign', 'OWNER', true, '{}', now())`,
      [id, partner!.id],
    );
    await server.database.query(
      `insert into member_grant (id, partner_id, member_id, role) values ($1, $2, $3, 'OWNER')`,
      [randomUUID(), partner!.id, id],
    );
    const limits = { idleSeconds: 600, longestSeconds: 600 };
    const { token } = await server.store.system().createSession(id, limits);
    const browser = new Browser(() => server, PUBLIC_URL);
    browser.cookies.set('localhost:8582', new Map([['__Host-keyway', token]]));
    const { attempt, code } = await allowed(browser, 'read admin');
    const { json } = await requestToken(server, attempt, code);
    const client = server.client(String(json['access_token']));
    expect((await client.ask('{ viewer { partner } }')).viewer).toEqual({
      partner: 'Another partner',
    });
    const listed = '{ apiTokens(first: 100) { nodes { client } } }';
    expect(JSON.stringify(await theirs.ask(listed))).toContain('keyway-cli');
    const before = JSON.stringify(await server.owner.ask(listed));
    await post(`${server.url}/oauth/revoke`, { client_id: 'keyway-cli', token: client.token });
    expect(JSON.stringify(await server.owner.ask(listed))).toBe(before);
  });
});

describe('a flood of codes', () => {
  it('is refused by address, with the time to wait', async () => {
    const busy = await aServer({}, { failureRate: { max: 3, windowMs: 60_000 } });
    try {
      const code = (n: number): string => `kwc_${String(n).padStart(46, 'x')}`;
      const attempt = anAttempt(PUBLIC_URL);
      const given = [];
      for (let n = 0; n < 6; n += 1) given.push(await requestToken(busy, attempt, code(n)));
      expect(given.map(({ status }) => status)).toEqual([400, 400, 400, 429, 429, 429]);
      expect(given[5]?.json['error']).toBe('temporarily_unavailable');
      expect(Number(given[5]?.headers.get('retry-after'))).toBeGreaterThan(0);
    } finally {
      await busy.close();
    }
  });
});
