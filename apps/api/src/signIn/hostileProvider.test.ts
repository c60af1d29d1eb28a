/** What a provider's answer must be to sign somebody in; and answers meant for another provider. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aHostileProvider, type HostileProvider } from '../testing/aHostileProvider.ts';
import { providerConfig } from '../testing/aProvider.ts';
import { aServer, type TestServer } from '../testing/aServer.ts';
import { Browser } from '../testing/browser.ts';

const PUBLIC_URL = 'http://localhost:8583';
let hostile: HostileProvider;
let honest: HostileProvider;
let trusted: HostileProvider;
let server: TestServer;
beforeAll(async () => {
  hostile = await aHostileProvider();
  honest = await aHostileProvider();
  trusted = await aHostileProvider();
  server = await aServer({
    publicUrl: PUBLIC_URL,
    sandbox: false,
    providers: [
      providerConfig(hostile, { id: 'hostile', name: 'Hostile', assignsRoles: false }),
      providerConfig(honest, { id: 'honest', name: 'Honest', assignsRoles: false }),
      providerConfig(trusted, {
        ...{ id: 'trusted', name: 'Trusted', assignsRoles: false, emailTrusted: true },
      }),
    ],
  });
  await server.owner.must('setSignInPolicy', {
    rules: [hostile, honest, trusted].flatMap(({ issuer }) => [
      { issuer, claim: 'sub', value: 'eve', grant: { role: 'AUDITOR' } },
      { issuer, claim: 'email', value: 'boss@example.com', grant: { role: 'OWNER' } },
    ]),
  });
});
beforeEach(() => {
  for (const provider of [hostile, honest, trusted])
    Object.assign(provider, { claims: (valid: object) => valid, signing: 'its key', codes: 0 });
});
afterAll(async () => {
  await server.close();
  for (const provider of [hostile, honest, trusted]) await provider.close();
});

/** Begins at a provider; answers the browser and the attempt's state. */
async function begin(id: string, of: HostileProvider, stepUp = '') {
  const browser = new Browser(() => server, PUBLIC_URL);
  const { headers } = await browser.get(`${PUBLIC_URL}/auth/login?provider=${id}${stepUp}`);
  const { searchParams } = new URL(headers.get('location') ?? '');
  of.nonce = searchParams.get('nonce') ?? '';
  return { browser, state: searchParams.get('state') ?? '', asked: searchParams };
}
async function answered(id: string, of: HostileProvider) {
  const { browser, state } = await begin(id, of);
  const { status } = await browser.get(`${PUBLIC_URL}/auth/callback/${id}?code=c&state=${state}`);
  const signedIn = browser.setCookies.some((cookie) => /^__Host-keyway=./.test(cookie));
  return { status, signedIn, browser };
}
const LATE = Math.floor(Date.now() / 1000) - 3600;

describe('an ID token', () => {
  it('that is right signs in', async () => {
    expect(await answered('hostile', hostile)).toMatchObject({ status: 303, signedIn: true });
  });

  it.each([
    ['of another issuer', () => ({ iss: honest.issuer })],
    ['for another client', () => ({ aud: 'someone-else' })],
    ['for several clients, without saying which was asked', () => ({ aud: ['keyway', 'other'] })],
    ['for several clients, asked by another', () => ({ aud: ['keyway', 'o'], azp: 'o' })],
    ['of another attempt', () => ({ nonce: 'another' })],
    ['of no attempt', () => ({ nonce: undefined })],
    ['that has expired', () => ({ exp: LATE })],
    ['that never expires', () => ({ exp: undefined })],
    ['that is not valid yet', () => ({ nbf: LATE + 7200 })],
    ['about nobody', () => ({ sub: undefined })],
  ])('%s signs nobody in', async (_what, wrong) => {
    hostile.claims = (valid) => JSON.parse(JSON.stringify({ ...valid, ...wrong() }));
    expect(await answered('hostile', hostile)).toMatchObject({ status: 400, signedIn: false });
    expect(hostile.codes).toBe(1);
  });

  it.each(['another key', 'the client secret', 'nothing'] as const)(
    'signed with %s signs nobody in',
    async (signing) => {
      hostile.signing = signing;
      expect(await answered('hostile', hostile)).toMatchObject({ status: 400, signedIn: false });
    },
  );
});

describe('an answer of one of several providers', () => {
  const callback = async (path: string, more = '') => {
    const { browser, state } = await begin('hostile', hostile);
    const url = `${PUBLIC_URL}/auth/callback${path}?code=stolen&state=${state}${more}`;
    const { status } = await browser.get(url);
    return { status, codes: [hostile.codes, honest.codes] };
  };
  // The mix-up attack: the provider that was chosen sends the browser to another one, whose code
  // would then be sent to the first.
  it('is refused at the address of another, and its code is sent to nobody', async () => {
    expect(await callback('/honest')).toEqual({ status: 400, codes: [0, 0] });
    expect(await callback('')).toEqual({ status: 400, codes: [0, 0] });
    expect(await callback('/unknown')).toEqual({ status: 400, codes: [0, 0] });
  });

  it('is refused where `iss` names another, and its code is sent to nobody', async () => {
    const iss = (issuer: string) => `&iss=${encodeURIComponent(issuer)}`;
    expect(await callback('/hostile', iss(honest.issuer))).toEqual({ status: 400, codes: [0, 0] });
    expect(await callback('/hostile', iss(hostile.issuer))).toEqual({ status: 303, codes: [1, 0] });
  });

  it('is refused without `iss` where the provider always sends it', async () => {
    const strict = await aHostileProvider();
    strict.metadata = { authorization_response_iss_parameter_supported: true };
    const other = await aServer({
      publicUrl: PUBLIC_URL,
      providers: [providerConfig(strict, { id: 'strict' })],
    });
    try {
      const browser = new Browser(() => other, PUBLIC_URL);
      const { headers } = await browser.get(`${PUBLIC_URL}/auth/login`);
      const state = new URL(headers.get('location') ?? '').searchParams.get('state') ?? '';
      const { status } = await browser.get(
        `${PUBLIC_URL}/auth/callback/strict?code=c&state=${state}`,
      );
      expect([status, strict.codes]).toEqual([400, 0]);
    } finally {
      await other.close();
      await strict.close();
    }
  });
});

describe('the client’s secret', () => {
  it.each([
    ['header', undefined],
    ['header', ['client_secret_post', 'client_secret_basic']],
    ['header', ['private_key_jwt']],
    ['body', ['client_secret_post', 'private_key_jwt']],
  ])('goes into the %s for a provider that takes %j', async (place, methods) => {
    const provider = await aHostileProvider();
    provider.metadata = { token_endpoint_auth_methods_supported: methods };
    const other = await aServer({
      publicUrl: PUBLIC_URL,
      providers: [providerConfig(provider, { id: 'other' })],
    });
    try {
      const browser = new Browser(() => other, PUBLIC_URL);
      const { headers } = await browser.get(`${PUBLIC_URL}/auth/login`);
      const { searchParams } = new URL(headers.get('location') ?? '');
      provider.nonce = searchParams.get('nonce') ?? '';
      await browser.get(
        `${PUBLIC_URL}/auth/callback/other?code=c&state=${searchParams.get('state')}`,
      );
      expect([provider.codes, provider.authentication]).toEqual([1, place]);
    } finally {
      await other.close();
      await provider.close();
    }
  });
});

describe('an email address', () => {
  const roleOf = async (id: string, of: HostileProvider, claims: object) => {
    of.claims = (valid) => ({ ...valid, email: 'boss@example.com', ...claims });
    const { browser } = await answered(id, of);
    return (await browser.graphql('{ viewer { role } }')).json.data?.viewer.role;
  };
  it.each([
    [{}, 'AUDITOR'],
    [{ email_verified: false }, 'AUDITOR'],
    [{ email_verified: 'true' }, 'AUDITOR'],
    [{ email_verified: true }, 'OWNER'],
  ])('with %j counts only where the provider vouches for it', async (claims, role) => {
    expect(await roleOf('hostile', hostile, { ...claims, sub: 'eve' })).toBe(role);
  });

  it.each([
    [{}, 'OWNER'],
    [{ email_verified: false }, 'AUDITOR'],
    [{ email_verified: true }, 'OWNER'],
  ])('of a trusted provider with %j counts unless it says otherwise', async (claims, role) => {
    expect(await roleOf('trusted', trusted, { ...claims, sub: 'eve' })).toBe(role);
  });
});
