/** A provider beside the main one, run by somebody else who says whatever they like of people. */
import { OAuth2Server } from 'oauth2-mock-server';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aProvider, providerConfig, type TestProvider } from '../testing/aProvider.ts';
import { aServer, type TestServer } from '../testing/aServer.ts';
import { Browser } from '../testing/browser.ts';

const PUBLIC_URL = 'http://localhost:8591';
const OWNER = 'ana@northwind.example';
const foreign = new OAuth2Server();
let claims: Record<string, unknown> = {};
let main: TestProvider;
let server: TestServer;
beforeAll(async () => {
  main = await aProvider(`${PUBLIC_URL}/auth/callback`);
  await foreign.issuer.keys.generate('RS256');
  await foreign.start(0, 'localhost');
  foreign.service.on('beforeTokenSigning', ({ payload }: { payload: object }) => {
    Object.assign(payload, claims);
  });
  foreign.service.on('beforeUserinfo', (response: { body: unknown }) => {
    response.body = { sub: claims['sub'] };
  });
  const client = { issuer: foreign.issuer.url!, clientId: 'keyway', clientSecret: 'secret' };
  server = await aServer({
    publicUrl: PUBLIC_URL,
    sandbox: false,
    ownerEmail: OWNER,
    providers: [
      providerConfig(main, { name: 'Northwind', assignsRoles: false }),
      providerConfig(client, {
        ...{ id: 'contoso', name: 'Contoso', assignsRoles: false },
        emailDomains: ['contoso.example'],
      }),
    ],
  });
});
afterAll(async () => {
  await server.close();
  await main.close();
  await foreign.stop();
});
beforeEach(() => server.owner.must('setSignInPolicy', { rules: [] }));

const follow = async (url: string) => {
  const browser = new Browser(() => server, PUBLIC_URL);
  const { response } = await browser.follow(url);
  return { browser, status: response.status, text: await response.text() };
};
const at = (provider: string) => follow(`${PUBLIC_URL}/auth/login?provider=${provider}`);
const setRules = (...issuers: (string | null)[]) =>
  server.owner.mutate('setSignInPolicy', {
    rules: issuers.map((issuer) => ({
      ...{ issuer, claim: 'groups', value: 'admins' },
      grant: { role: 'OWNER' },
    })),
  });
const inAdmins = (sub: string) => ({ sub, name: sub, groups: ['admins'] });
const verified = (email: string) => ({ sub: email, name: email, email, email_verified: true });
const invite = async (email: string, provider: string): Promise<string> => {
  const input = { email, grants: [{ role: 'OWNER' }] };
  return `${(await server.owner.must('inviteMember', input, 'url')).url}?provider=${provider}`;
};

describe('a rule about claims', () => {
  it('holds for the provider that it names', async () => {
    await setRules(main.issuer);
    claims = main.person = inAdmins('eve');
    expect((await at('contoso')).status).toBe(403);
    expect((await at('main')).status).toBe(303);
    await setRules(foreign.issuer.url!);
    expect((await at('contoso')).status).toBe(303);
    expect((await at('main')).status).toBe(403);
  });

  it('without one, as earlier versions stored it, holds for the main provider', async () => {
    await setRules(main.issuer);
    await server.database.query('update sign_in_rule set issuer = null');
    claims = main.person = inAdmins('mallory');
    expect((await at('contoso')).status).toBe(403);
    expect((await at('main')).status).toBe(303);
  });

  it('has to name one that is set up', async () => {
    const refused = async (issuer: string | null) => (await setRules(issuer)).userErrors;
    expect(await refused(null)).toMatchObject([
      { code: 'INVALID_INPUT', field: ['rules', '0', 'issuer'] },
    ]);
    expect(await refused('https://elsewhere.example')).toMatchObject([
      { message: expect.stringContaining('https://elsewhere.example') },
    ]);
    // With or without the slash that some issuers end in.
    expect(await refused(`${main.issuer}/`)).toEqual([]);
    const { signInPolicy } = await server.owner.ask(
      '{ signInPolicy { rules { issuer } providers { name issuer } } }',
    );
    expect(signInPolicy).toEqual({
      rules: [{ issuer: main.issuer }],
      providers: [
        { name: 'Northwind', issuer: main.issuer },
        { name: 'Contoso', issuer: foreign.issuer.url },
      ],
    });
  });
});

describe('an address', () => {
  it('that the foreign provider says is the first owner’s makes nobody owner', async () => {
    claims = verified(OWNER);
    expect((await at('contoso')).status).toBe(403);
    main.person = verified(OWNER);
    const { browser, status } = await at('main');
    expect(status).toBe(303);
    expect((await browser.graphql('{ viewer { role } }')).json.data?.viewer.role).toBe('OWNER');
  });

  it.each([
    'paula@northwind.example',
    'paula@evil-contoso.example',
    'paula@contoso.example.evil.example',
    `${'p'.repeat(200 - '@contoso.example'.length)}@contoso.example.evil.example`,
  ])('that is not of its domains accepts no invitation: %s', async (address) => {
    claims = verified(address);
    // What a longer one would be after it is shortened.
    const url = await invite(address.slice(0, 200), 'contoso');
    const { browser, status, text } = await follow(url);
    expect([status, text]).toEqual([403, expect.stringContaining('isn’t verified')]);
    expect(browser.cookies.get('localhost:8591')?.has('__Host-keyway')).toBe(false);
  });

  it('of its domains accepts one, in capitals too', async () => {
    const url = await invite('Carla@Contoso.example', 'contoso');
    claims = verified('carla@CONTOSO.example');
    expect((await follow(url)).status).toBe(303);
  });

  it('that it may not vouch for matches no rule about addresses', async () => {
    const rule = { claim: 'email', value: 'paula@northwind.example', grant: { role: 'OWNER' } };
    await server.owner.must('setSignInPolicy', {
      rules: [{ issuer: foreign.issuer.url, ...rule }],
    });
    claims = verified('paula@northwind.example');
    expect((await at('contoso')).status).toBe(403);
  });
});
