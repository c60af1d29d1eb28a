/** The whole flow with a provider of another make: invitation, rule about a claim, signing out. */
import { OAuth2Server } from 'oauth2-mock-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { providerConfig } from '../testing/aProvider.ts';
import { aServer, type TestServer } from '../testing/aServer.ts';
import { Browser } from '../testing/browser.ts';

const PUBLIC_URL = 'http://localhost:8587';
const provider = new OAuth2Server();
let claims: Record<string, unknown> = {};
let server: TestServer;
beforeAll(async () => {
  await provider.issuer.keys.generate('RS256');
  await provider.start(0, 'localhost');
  provider.service.on('beforeTokenSigning', ({ payload }: { payload: object }) => {
    Object.assign(payload, claims);
  });
  provider.service.on('beforeUserinfo', (response: { body: unknown }) => {
    response.body = { sub: claims['sub'] };
  });
  const client = { issuer: provider.issuer.url!, clientId: 'keyway', clientSecret: 'secret' };
  server = await aServer({
    publicUrl: PUBLIC_URL,
    sandbox: false,
    providers: [providerConfig(client, { id: 'second', assignsRoles: false })],
  });
});
afterAll(async () => {
  await server.close();
  await provider.stop();
});

const visit = async (url: string) => {
  const browser = new Browser(() => server, PUBLIC_URL);
  const { response } = await browser.follow(url);
  return { browser, status: response.status };
};
const roleOf = async (browser: Browser) =>
  (await browser.graphql('{ viewer { role } }')).json.data?.viewer.role;

it('admits by an invitation, and leads out through its own page', async () => {
  const invited = { email: 'molly@example.com', grants: [{ role: 'APPROVER' }] };
  const { url } = await server.owner.must('inviteMember', invited, 'url');
  claims = { sub: 'molly', name: 'Molly', email: 'molly@example.com', email_verified: true };
  const { browser } = await visit(url);
  expect(await roleOf(browser)).toBe('APPROVER');
  const response = await browser.get(`${PUBLIC_URL}/auth/logout`, {
    method: 'POST',
    headers: { 'x-keyway-csrf': '1', origin: PUBLIC_URL },
  });
  const { endSessionUrl } = (await response.json()) as { endSessionUrl: string };
  const { headers } = await browser.get(endSessionUrl);
  expect(headers.get('location')).toBe(`${PUBLIC_URL}/sign-in`);
  expect(await roleOf(browser)).toBeUndefined();
});

it('admits by a rule as long as it sends the claim', async () => {
  const rule = { claim: 'groups', value: 'keyway', grant: { role: 'OPERATOR' } };
  await server.owner.must('setSignInPolicy', { rules: [rule] });
  claims = { sub: 'rita', name: 'Rita', groups: ['other', 'keyway'] };
  expect(await roleOf((await visit(`${PUBLIC_URL}/auth/login`)).browser)).toBe('OPERATOR');
  claims = { sub: 'rita', name: 'Rita', groups: ['other'] };
  expect((await visit(`${PUBLIC_URL}/auth/login`)).status).toBe(403);
});

it('admits nobody with a token that it signed for another client', async () => {
  claims = { sub: 'rita', name: 'Rita', groups: ['keyway'], aud: 'someone-else' };
  expect((await visit(`${PUBLIC_URL}/auth/login`)).status).toBe(400);
});
