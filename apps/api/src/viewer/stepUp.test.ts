/**
 * Step-up: approving and submitting with a sign-in that is too old or too weak, by every way there
 * is, and what signing in again must bring.
 */
import type { MemberRecord, ViewerSession } from '@keyway/store';
import { aClock, aMember } from '@keyway/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aHostileProvider, type HostileProvider } from '../testing/aHostileProvider.ts';
import { aProvider, providerConfig, type TestProvider } from '../testing/aProvider.ts';
import { aRunToApprove } from '../testing/aRunToApprove.ts';
import { anOrganization, aServer, type Payload, type TestServer } from '../testing/aServer.ts';
import { Browser } from '../testing/browser.ts';

const PUBLIC_URL = 'http://localhost:8586';
const MAX_AGE = 600;
let provider: TestProvider;
let hostile: HostileProvider;
let server: TestServer;
let approver: MemberRecord;
let operator: MemberRecord;
beforeAll(async () => {
  provider = await aProvider(`${PUBLIC_URL}/auth/callback`);
  hostile = await aHostileProvider();
  const stepUp = { maxAgeSeconds: MAX_AGE, acr: ['phr', 'phrh'] };
  server = await aServer({
    publicUrl: PUBLIC_URL,
    providers: [
      providerConfig(provider, { stepUp }),
      providerConfig(hostile, { ...{ id: 'hostile', name: 'Hostile', stepUp } }),
    ],
  });
  const someone = (name: string, role: 'APPROVER' | 'OPERATOR') =>
    aMember(server.store, server.partnerId, { name, role });
  approver = await someone('Ana', 'APPROVER');
  operator = await someone('Omar', 'OPERATOR');
});
beforeEach(() => {
  provider.acr = 'phr';
});
afterAll(async () => {
  await server.close();
  await provider.close();
  await hostile.close();
});

const ago = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();
const FRESH = { provider: 'main', authenticatedAt: ago(0), acr: 'phr' };
async function browserOf({ id }: MemberRecord, facts: Partial<ViewerSession> | null = {}) {
  const origin = facts && { ...FRESH, idToken: null, userAgent: null, ...facts };
  const limits = { idleSeconds: 3600, longestSeconds: 3600 };
  const { token } = await server.store.system().createSession(id, limits, origin);
  const browser = new Browser(() => server, PUBLIC_URL);
  browser.cookies.set(new URL(PUBLIC_URL).host, new Map([['__Host-keyway', token]]));
  return browser;
}
const literal = (input: object): string =>
  Object.entries(input)
    .map(([name, value]) => `${name}: ${name === 'track' ? value : JSON.stringify(value)}`)
    .join(', ');
const run = async (browser: Browser, name: string, input: object): Promise<Payload> => {
  const { json } = await browser.graphql(
    `mutation { ${name}(input: { ${literal(input)} }) { userErrors { code message } } }`,
  );
  return json.data?.[name].userErrors[0] ?? null;
};
const approvalOf = async (runId: string): Promise<Payload> =>
  (
    await server.owner.ask(
      'query($id: ID!) { run(id: $id) { tracks { id approval { status } submission { name } } } }',
      { id: runId },
    )
  ).run.tracks[0];

/** A run on Azure whose approval was requested by the operator. */
async function requested(): Promise<{ runId: string; confirmImsOrgId: string }> {
  // Earlier than now, so that an approval can be used at once.
  const { runId, imsOrgId } = await aRunToApprove(server, { clock: aClock() });
  const asked = { runId, track: 'AEP', configurationName: 'keyway-cmk' };
  expect(await run(await browserOf(operator, null), 'requestApproval', asked)).toBeNull();
  return { runId, confirmImsOrgId: imsOrgId };
}

const AGAIN = { code: 'FORBIDDEN', message: expect.stringContaining('Sign in again') };
const INSUFFICIENT: [string, Partial<ViewerSession> | null][] = [
  ['too old', { authenticatedAt: ago(MAX_AGE + 1) }],
  ['of an unknown time', { authenticatedAt: null }],
  ['too weak', { acr: 'pwd' }],
  ['of unknown strength', { acr: null }],
  ['of a provider that was taken out', { provider: 'gone' }],
  ['of the version before', null],
];

describe('a session', () => {
  let approval: Awaited<ReturnType<typeof requested>>;
  beforeAll(async () => {
    approval = await requested();
  });

  it.each(INSUFFICIENT)('%s neither approves nor submits', async (_what, facts) => {
    const { runId, confirmImsOrgId } = approval;
    const browser = await browserOf(approver, facts);
    expect(await run(browser, 'approve', { runId, track: 'AEP', confirmImsOrgId })).toMatchObject(
      AGAIN,
    );
    expect(
      await run(await browserOf(operator, facts), 'submitConfiguration', {
        ...{ runId, confirmImsOrgId, configurationName: 'keyway-cmk' },
      }),
    ).toMatchObject(AGAIN);
    expect(await approvalOf(runId)).toMatchObject({
      approval: { status: 'REQUESTED' },
      submission: null,
    });
    const { json } = await browser.graphql('{ viewer { signInAgainUrl } }');
    expect(json.data.viewer.signInAgainUrl).toMatch(/^\/auth\/login\?stepUp=1/);
    // It still reads, and refuses.
    const other = await requested();
    const reason = 'Not yet.';
    expect(await run(browser, 'refuse', { runId: other.runId, track: 'AEP', reason })).toBeNull();
  });

  it('that is recent and strong approves and submits, once each', async () => {
    const { runId, confirmImsOrgId } = approval;
    const browser = await browserOf(approver, { acr: 'phrh', authenticatedAt: ago(MAX_AGE - 60) });
    const input = { runId, track: 'AEP', confirmImsOrgId, idempotencyKey: 'k' };
    // A refused request leaves no key behind.
    const old = await browserOf(approver, { authenticatedAt: ago(MAX_AGE + 1) });
    expect(await run(old, 'approve', input)).toMatchObject(AGAIN);
    expect(await run(browser, 'approve', input)).toBeNull();
    const { json } = await browser.graphql('{ viewer { signInAgainUrl } }');
    expect(json.data.viewer.signInAgainUrl).toBeNull();
    // Nor does a key that was used let an old session in.
    expect(await run(old, 'approve', input)).toMatchObject(AGAIN);
    const submission = { runId, confirmImsOrgId, configurationName: 'keyway-cmk' };
    const stale = await browserOf(operator, { authenticatedAt: ago(MAX_AGE + 1) });
    expect(await run(stale, 'submitConfiguration', submission)).toMatchObject(AGAIN);
    expect((await approvalOf(runId)).submission).toBeNull();
    expect(await run(await browserOf(operator), 'submitConfiguration', submission)).toBeNull();
  });

  it('learns nothing of a run that it doesn’t see', async () => {
    const { runId, confirmImsOrgId } = await requested();
    const { imsOrgId } = await anOrganization(server.owner);
    const limited = await aMember(server.store, server.partnerId, {
      role: 'APPROVER',
      imsOrgIds: [imsOrgId],
    });
    const old = await browserOf(limited, { authenticatedAt: null });
    expect(await run(old, 'approve', { runId, track: 'AEP', confirmImsOrgId })).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('giving access', () => {
  const OLD = { authenticatedAt: ago(MAX_AGE + 1) };
  const INPUTS: [string, string][] = [
    ['inviteMember', 'email: "x@example.com", grants: [{ role: OWNER }]'],
    ['setSignInPolicy', 'rules: []'],
    ['setPolicy', 'coolingOffSeconds: 0'],
    ['createApiToken', 'name: "t", role: OWNER, scopes: ["admin"]'],
  ];
  const as = async (browser: Browser, name: string, input: string): Promise<Payload> => {
    const text = `mutation { ${name}(input: { ${input} }) { userErrors { code message } } }`;
    return (await browser.graphql(text)).json.data[name].userErrors[0] ?? null;
  };
  const count = async () =>
    (
      await server.database.query(
        'select (select count(*)::int from history_entry) as h, (select count(*)::int from api_token) as t',
      )
    )[0];

  it('needs such a sign-in too, and taking it away does not', async () => {
    const owner = await aMember(server.store, server.partnerId, { role: 'OWNER' });
    const [old, fresh] = [await browserOf(owner, OLD), await browserOf(owner)];
    const { json } = await fresh.graphql('{ members(first: 100) { nodes { id name } } }');
    const memberOf = (name: string): string =>
      json.data.members.nodes.find((one: { name: string }) => one.name === name).id;
    const change = `memberId: "${memberOf('Omar')}", grants: [{ role: OWNER }]`;
    const before = await count();
    for (const [name, input] of [...INPUTS, ['changeGrants', change] as const])
      expect([name, await as(old, name, input)]).toMatchObject([name, AGAIN]);
    expect(await count()).toEqual(before);
    for (const [name, input] of INPUTS)
      expect([name, await as(fresh, name, input)]).toEqual([name, null]);
    await aMember(server.store, server.partnerId, { name: 'Leaving', role: 'AUDITOR' });
    const { json: now } = await fresh.graphql('{ members(first: 100) { nodes { id name } } }');
    const leaving = now.data.members.nodes.find(
      (one: { name: string }) => one.name === 'Leaving',
    ).id;
    expect(await as(old, 'removeMember', `memberId: "${leaving}"`)).toBeNull();
  });

  it('is done by tokens, which such a sign-in or the settings made', async () => {
    for (const [name, input] of INPUTS)
      expect([
        name,
        (
          await server.owner.ask(
            `mutation { ${name}(input: { ${input} }) { userErrors { code } } }`,
          )
        )[name].userErrors,
      ]).toEqual([name, []]);
  });
});

describe('an API token', () => {
  it('neither approves nor submits, whoever made it', async () => {
    const { runId, confirmImsOrgId } = await requested();
    const fresh = await browserOf(await aMember(server.store, server.partnerId, { role: 'OWNER' }));
    const { json } = await fresh.graphql(
      'mutation { createApiToken(input: { name: "t", role: OWNER, scopes: ["read", "runs:write", "approve", "admin"] }) { token } }',
    );
    for (const client of [server.owner, server.client(json.data.createApiToken.token)]) {
      const approved = await client.mutate('approve', { runId, track: 'AEP', confirmImsOrgId });
      expect(approved.userErrors).toMatchObject([
        { code: 'FORBIDDEN', message: expect.stringContaining('no API token') },
      ]);
      const configurationName = 'keyway-cmk';
      const submitted = await client.mutate('submitConfiguration', {
        ...{ runId, confirmImsOrgId, configurationName },
      });
      expect(submitted.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
      expect((await client.ask('{ viewer { signInAgainUrl } }')).viewer.signInAgainUrl).toBeNull();
    }
    expect((await approvalOf(runId)).approval.status).toBe('REQUESTED');
  });
});

describe('signing in again', () => {
  const AGAIN_AT = `${PUBLIC_URL}/auth/login?stepUp=1&provider=main&returnTo=%2Fruns%2F1`;
  const asked = async (): Promise<Browser> => {
    provider.person = { sub: 'lena', name: 'Lena', keyway_role: 'APPROVER' };
    const browser = new Browser(() => server, PUBLIC_URL);
    await browser.follow(`${PUBLIC_URL}/auth/login?provider=main`);
    return browser;
  };
  const stateOf = async (browser: Browser): Promise<Payload> =>
    (await browser.graphql('{ viewer { name signInAgainUrl } }')).json.data?.viewer;

  it('asks for a new and strong sign-in, and returns to the page', async () => {
    const browser = await asked();
    // This provider says when somebody signed in only where it is asked.
    expect(await stateOf(browser)).toEqual({
      name: 'Lena',
      signInAgainUrl: '/auth/login?stepUp=1&provider=main',
    });
    const { headers } = await browser.get(AGAIN_AT);
    const { searchParams } = new URL(headers.get('location') ?? '');
    expect(Object.fromEntries(searchParams)).toMatchObject({
      ...{ prompt: 'login', max_age: String(MAX_AGE), acr_values: 'phr phrh' },
    });
    const { url } = await browser.follow(AGAIN_AT);
    expect(url).toBe(`${PUBLIC_URL}/runs/1`);
    expect(await stateOf(browser)).toEqual({ name: 'Lena', signInAgainUrl: null });
  });

  it('as somebody else, or not strongly enough, changes nothing', async () => {
    const browser = await asked();
    const before = browser.cookies.get('localhost:8586')?.get('__Host-keyway');
    const refused = async (text: string) => {
      // Otherwise this provider would first ask to sign the other person out.
      browser.cookies.delete(new URL(provider.issuer).host);
      const { response } = await browser.follow(AGAIN_AT);
      const html = await response.text();
      expect([response.status, html]).toEqual([403, expect.stringContaining(text)]);
      expect(html).toContain(
        'href="/auth/login?provider=main&#38;stepUp=1&#38;returnTo=%2Fruns%2F1"',
      );
      expect(browser.cookies.get('localhost:8586')?.get('__Host-keyway')).toBe(before);
      expect(await stateOf(browser)).toMatchObject({
        name: 'Lena',
        signInAgainUrl: expect.any(String),
      });
    };
    provider.acr = null;
    await refused('This sign-in isn’t enough');
    provider.acr = 'phr';
    provider.person = { sub: 'eve', name: 'Eve', keyway_role: 'APPROVER' };
    await refused('You signed in as someone else');
  });

  it.each([
    ['an old sign-in', { auth_time: Math.floor(Date.now() / 1000) - 3 * MAX_AGE }, 400],
    ['no time', {}, 400],
    ['another time than a number', { auth_time: 'now' }, 400],
    ['a weak sign-in', { auth_time: Math.floor(Date.now() / 1000), acr: 'pwd' }, 403],
  ])('is refused where the provider answers with %s', async (_what, claims, status) => {
    const browser = new Browser(() => server, PUBLIC_URL);
    const { headers } = await browser.get(`${PUBLIC_URL}/auth/login?stepUp=1&provider=hostile`);
    const { searchParams } = new URL(headers.get('location') ?? '');
    hostile.nonce = searchParams.get('nonce') ?? '';
    hostile.claims = (valid) => ({ acr: 'phr', keyway_role: 'APPROVER', ...valid, ...claims });
    const answer = await browser.get(
      `${PUBLIC_URL}/auth/callback/hostile?code=c&state=${searchParams.get('state')}`,
    );
    expect(answer.status).toBe(status);
    expect(browser.setCookies.some((cookie) => /^__Host-keyway=./.test(cookie))).toBe(false);
  });
});
