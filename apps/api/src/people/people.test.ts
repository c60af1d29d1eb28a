/** People, from outside: who comes in by a link, what grants allow where, and how access ends. */
import { globalId, type Grant } from '@keyway/core';
import { aMember } from '@keyway/testing';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  missingId,
  type Client,
  type TestServer,
} from '../testing/aServer.ts';
import { aProvider, providerConfig, type TestProvider } from '../testing/aProvider.ts';
import { Browser } from '../testing/browser.ts';
import { Subscriber } from '../testing/subscriber.ts';

const PUBLIC_URL = 'http://localhost:8581';
const OWNER_EMAIL = 'olga@example.com';
let provider: TestProvider;
let server: TestServer;
let owner: Client;
let subscriber: Subscriber;
beforeAll(async () => {
  provider = await aProvider(`${PUBLIC_URL}/auth/callback`);
  // Not the sandbox: nobody is admitted by what the provider says of roles.
  server = await aServer(
    {
      publicUrl: PUBLIC_URL,
      sandbox: false,
      ownerEmail: OWNER_EMAIL,
      providers: [providerConfig(provider, { assignsRoles: false })],
    },
    { recheckSocketsEveryMs: 50 },
  );
  owner = server.owner;
  subscriber = new Subscriber(server);
});
afterEach(() => subscriber.closeAll());
afterAll(async () => {
  await server.close();
  await provider.close();
});

const asPerson = (name: string, claims: object = {}): void => {
  const email = `${name.toLowerCase()}@example.com`;
  provider.person = { sub: name, name, email, email_verified: true, ...claims };
};
const visit = async (url = `${PUBLIC_URL}/auth/login`) => {
  const browser = new Browser(() => server, PUBLIC_URL);
  const { response } = await browser.follow(url);
  return { browser, status: response.status, text: await response.text() };
};
const VIEWER = '{ viewer { name role grants { role organization { id } } } }';
const viewerOf = async (browser: Browser) => (await browser.graphql(VIEWER)).json.data?.viewer;
const invite = (
  email: string,
  grants: object[],
): Promise<{ url: string; invitation: { id: string } }> =>
  owner.must(
    'inviteMember',
    { email, grants },
    'url invitation { id status grants { role organization { id } } }',
  );
const tokenOf = async (memberId: string, organizationIds: string[] | null = null) => {
  const maker = {
    kind: 'MEMBER',
    id: memberId,
    principal: `member:${memberId}`,
    name: 'x',
  } as const;
  const scopes = ['read', 'runs:write', 'approve', 'admin'];
  const request = { principal: maker.principal, operation: 'createApiToken', input: null };
  const outcome = await server.store
    .forPartner({ partnerId: server.partnerId, organizationIds: null })
    .mutate(request, (unit) =>
      unit.tokens.create(
        { name: 't', role: 'OWNER', scopes, organizationIds, expiresAt: null, maker },
        {
          id: crypto.randomUUID(),
          at: new Date().toISOString(),
          actor: { principal: maker.principal, name: 'x', origin: 'console' },
        },
      ),
    );
  if ('refusals' in outcome) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.result.token;
};
/** A person with these grants, asked by a token of theirs, which has all their rights. */
const personWith = async (...grants: Grant[]): Promise<Client & { memberId: string }> => {
  const { id } = await aMember(server.store, server.partnerId, { role: 'AUDITOR' });
  const memberId = globalId('Member', id);
  const inputs = grants.map(({ role, organizationId }) => ({ role, organizationId }));
  await owner.must('changeGrants', { memberId, grants: inputs });
  return { ...server.client(await tokenOf(id)), memberId };
};
const codes = ({ userErrors }: { userErrors: { code: string }[] }): string[] =>
  userErrors.map(({ code }) => code);

describe('signing in', () => {
  it('admits nobody who was not invited, whatever the provider says of roles', async () => {
    asPerson('Eve', { keyway_role: 'OWNER' });
    const { browser, status, text } = await visit();
    expect([status, text.includes('You don’t have access')]).toEqual([403, true]);
    expect(browser.setCookies.some((cookie) => cookie.startsWith('__Host-keyway='))).toBe(false);
    expect((await browser.graphql(VIEWER)).status).toBe(401);
  });

  it('makes who has the configured address the first owner, and nobody after them', async () => {
    asPerson('Olga', { email_verified: false });
    expect((await visit()).status).toBe(403);
    asPerson('Olga');
    const { browser } = await visit();
    expect(await viewerOf(browser)).toEqual({
      name: 'Olga',
      role: 'OWNER',
      grants: [{ role: 'OWNER', organization: null }],
    });
    asPerson('Twin', { email: OWNER_EMAIL });
    expect((await visit()).status).toBe(403);
  });
});

describe('an invitation', () => {
  it('leads the invited address through sign-in, once, and says why not to others', async () => {
    const { id } = await anOrganization(owner);
    const { url } = await invite('ana@example.com', [{ role: 'APPROVER', organizationId: id }]);
    expect(url).toMatch(/^http:\/\/localhost:8581\/auth\/invitation\/kwi_[0-9A-Za-z]{46}$/);
    asPerson('Eve');
    const eve = await visit(url);
    expect([eve.status, eve.text.includes('for someone else')]).toEqual([403, true]);
    expect((await eve.browser.graphql(VIEWER)).status).toBe(401);
    asPerson('Ana');
    const ana = await visit(url);
    expect(await viewerOf(ana.browser)).toEqual({
      name: 'Ana',
      role: 'APPROVER',
      grants: [{ role: 'APPROVER', organization: { id } }],
    });
    const used = await visit(url);
    expect([used.status, used.text.includes('already accepted')]).toEqual([410, true]);
    expect(server.log.join('')).not.toContain(url.slice(-40));
    const { history } = await owner.ask('{ history(first: 3) { nodes { kind summary actor } } }');
    expect(history.nodes[1]).toMatchObject({
      kind: 'invitationAccepted',
      actor: 'Ana (console)',
      summary: expect.stringContaining('joined as approver ('),
    });
  });

  it('is refused for what can’t be, with the field', async () => {
    const grants = [{ role: 'AUDITOR' }];
    const refused = async (input: object) =>
      (await owner.mutate('inviteMember', { email: 'x@example.com', grants, ...input })).userErrors;
    expect(await refused({ email: 'not an address' })).toMatchObject([{ field: ['email'] }]);
    expect(await refused({ grants: [] })).toMatchObject([{ field: ['grants'] }]);
    expect(await refused({ expiresAt: '2020-01-01T00:00:00Z' })).toMatchObject([
      { field: ['expiresAt'] },
    ]);
    expect(await refused({ expiresAt: '2099-01-01T00:00:00Z' })).toMatchObject([
      { code: 'INVALID_INPUT', field: ['expiresAt'] },
    ]);
    expect(await refused({ grants: [{ role: 'AUDITOR', organizationId: 'x' }] })).toMatchObject([
      { code: 'NOT_FOUND', field: ['grants', '0', 'organizationId'] },
    ]);
    expect(await refused({ email: OWNER_EMAIL })).toMatchObject([{ code: 'CONFLICT' }]);
  });

  it('answers a repeated request with the same link', async () => {
    const input = { email: 'i@example.com', grants: [{ role: 'AUDITOR' }], idempotencyKey: 'k' };
    const [first, second] = [
      await owner.must('inviteMember', input, 'url'),
      await owner.must('inviteMember', input, 'url'),
    ];
    expect(first.url).toBe(second.url);
  });

  it('that was revoked says so, and one that was accepted can’t be', async () => {
    const open = await invite('r@example.com', [{ role: 'AUDITOR' }]);
    const { invitation } = await owner.must(
      'revokeInvitation',
      { id: open.invitation.id },
      'invitation { status }',
    );
    expect(invitation.status).toBe('REVOKED');
    asPerson('R');
    expect((await visit(open.url)).status).toBe(410);
    const other = await invite('s@example.com', [{ role: 'AUDITOR' }]);
    asPerson('S');
    expect((await visit(other.url)).status).toBe(303);
    expect(codes(await owner.mutate('revokeInvitation', { id: other.invitation.id }))).toEqual([
      'INVITATION_CLOSED',
    ]);
  });
});

describe('a rule', () => {
  it('admits by a claim, and takes the access with it', async () => {
    const grant = { role: 'OPERATOR' };
    const rule = { claim: 'groups', value: 'keyway', grant };
    await owner.must('setSignInPolicy', { rules: [rule] });
    asPerson('Gabi', { groups: ['staff', 'keyway'] });
    const gabi = await visit();
    expect((await viewerOf(gabi.browser)).role).toBe('OPERATOR');
    expect(codes(await owner.mutate('setSignInPolicy', { rules: [rule, rule] }))).toEqual([
      'INVALID_INPUT',
    ]);
    await owner.must('setSignInPolicy', { rules: [] }, 'signInPolicy { rules { claim } }');
    expect((await gabi.browser.graphql(VIEWER)).status).toBe(401);
    expect((await visit()).status).toBe(403);
  });
});

describe('grants', () => {
  it('of different roles have their tasks in one list, each once', async () => {
    const mine = await anOrganization(owner);
    await aRun(owner, mine.id);
    const both = await personWith(
      { role: 'OPERATOR', organizationId: null },
      { role: 'APPROVER', organizationId: mine.id },
    );
    const tasksOf = async (client: Client, first: number, after: string | null = null) =>
      (
        await client.ask(
          `query($first: Int!, $after: String) { portfolio { tasks(first: $first, after: $after) {
             totalCount nodes { run { organization { id } } } pageInfo { hasNextPage endCursor } } } }`,
          { first, after },
        )
      ).portfolio.tasks;
    const operator = await personWith({ role: 'OPERATOR', organizationId: null });
    const all = await tasksOf(operator, 100);
    expect(await tasksOf(both, 100)).toMatchObject({
      ...{ nodes: all.nodes, totalCount: all.nodes.length },
    });
    const paged: unknown[] = [];
    let page = await tasksOf(both, 2);
    for (;;) {
      paged.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      page = await tasksOf(both, 2, page.pageInfo.endCursor);
    }
    expect(paged).toEqual(all.nodes);
    expect(all.nodes).toContainEqual({ run: { organization: { id: mine.id } } });
  });

  it('allow in each organization what they are for, and show the others only', async () => {
    const [mine, other] = [await anOrganization(owner), await anOrganization(owner)];
    const runs = { mine: await aRun(owner, mine.id), other: await aRun(owner, other.id) };
    const client = await personWith(
      { role: 'AUDITOR', organizationId: null },
      { role: 'OPERATOR', organizationId: mine.id },
    );
    const attest = (runId: string, track = 'AEP') =>
      client.mutate('attestStep', { runId, track, step: 'ENTITLEMENT', statement: 'x' });
    expect(codes(await attest(runs.other))).toEqual(['FORBIDDEN']);
    expect(codes(await attest(runs.mine))).toEqual([]);
    const actions = async (id: string) =>
      (await client.ask('query($id: ID!) { run(id: $id) { nextActions { mutation } } }', { id }))
        .run.nextActions.length as number;
    expect([(await actions(runs.mine)) > 0, await actions(runs.other)]).toEqual([true, 0]);
    const { portfolio } = await client.ask(
      '{ portfolio { needsYou(first: 100) { run { organization { id } } } } }',
    );
    const needed = new Set(
      (portfolio.needsYou as { run: { organization: { id: string } } }[]).map(
        ({ run }) => run.organization.id,
      ),
    );
    expect([...needed]).toEqual([mine.id]);
    expect(codes(await client.mutate('createOrganization', { name: 'x', imsOrgId: 'y', shield: 'HEALTHCARE_SHIELD' }))).toEqual(['FORBIDDEN']); // prettier-ignore
    const started = await client.must(
      'startRuns',
      { organizationIds: [mine.id, other.id], dryRun: true },
      'blocked { organization { id } code }',
    );
    expect(
      Object.fromEntries(
        (started.blocked as { organization: { id: string }; code: string }[]).map((block) => [
          block.organization.id,
          block.code,
        ]),
      ),
    ).toEqual({ [mine.id]: 'RUN_EXISTS', [other.id]: 'FORBIDDEN' });
  });

  it('that are narrowed hold for the next request, and end live connections', async () => {
    const [mine, other] = [await anOrganization(owner), await anOrganization(owner)];
    const otherRun = await aRun(owner, other.id);
    const client = await personWith({ role: 'OPERATOR', organizationId: null });
    const live = await subscriber.subscribe(client.token, 'subscription { runsChanged { id } }');
    const { memberId } = client;
    await owner.must('changeGrants', {
      memberId,
      grants: [{ role: 'APPROVER', organizationId: mine.id }],
    });
    expect(await live.ended).toMatchObject({ code: 4403, reason: 'Access changed' });
    expect(
      (await client.ask('query($id: ID!) { run(id: $id) { id } }', { id: otherRun })).run,
    ).toBeNull();
    await owner.must('removeMember', { memberId, reason: 'Left.' });
    expect((await client.raw({ query: '{ viewer { id } }' })).status).toBe(401);
    const { members } = await owner.ask(
      'query { members(first: 100) { totalCount removedCount nodes { id name removedAt grants { role } } } }',
    );
    expect(members.nodes.find((node: { id: string }) => node.id === memberId)).toMatchObject({
      grants: [],
      removedAt: expect.any(String),
    });
    const removed = members.nodes.filter((node: { removedAt: string | null }) => node.removedAt);
    expect([members.totalCount, members.removedCount]).toEqual([
      ...[members.nodes.length, removed.length],
    ]);
  });

  it('are all gone with the member, whose live connections say so', async () => {
    const client = await personWith({ role: 'OPERATOR', organizationId: null });
    await subscriber.closeAll();
    const live = await subscriber.subscribe(client.token, 'subscription { runsChanged { id } }');
    await owner.must('removeMember', { memberId: client.memberId, reason: 'Left.' });
    expect(await live.ended).toMatchObject({ code: 4403, reason: 'Access removed' });
  });

  it('of one organization manage nobody, and tokens for it alone', async () => {
    const [mine, other] = [await anOrganization(owner), await anOrganization(owner)];
    const client = await personWith(
      { role: 'AUDITOR', organizationId: null },
      { role: 'OWNER', organizationId: mine.id },
    );
    for (const query of [
      '{ members(first: 1) { totalCount } }',
      '{ invitations(first: 1) { nodes { id } } }',
      '{ signInPolicy { rules { claim } } }',
    ])
      // prettier-ignore
      expect((await client.raw({ query })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const token = { name: 'x', role: 'OWNER', scopes: ['read'] };
    const refused = await client.mutate('createApiToken', {
      ...token,
      organizationIds: [other.id],
    });
    expect(refused.userErrors).toMatchObject([
      { code: 'FORBIDDEN', field: ['organizationIds', '0'] },
    ]);
    const made = await client.must('createApiToken', token, 'token');
    const child = server.client(made.token as string);
    const { viewer } = await child.ask('{ viewer { organizations { id } } }');
    expect(viewer.organizations).toEqual([{ id: mine.id }]);
    expect(
      (await owner.ask('{ apiTokens(first: 1) { nodes { id } } }')).apiTokens.nodes,
    ).toHaveLength(1);
    const seen = await client.ask(
      '{ apiTokens(first: 100) { nodes { name organizations { id } } } }',
    );
    expect(seen.apiTokens.nodes).toEqual([{ name: 'x', organizations: [{ id: mine.id }] }]);
  });

  it('of one organization revoke its tokens, and none that are for others too', async () => {
    const [mine, other] = [await anOrganization(owner), await anOrganization(owner)];
    const client = await personWith({ role: 'OWNER', organizationId: mine.id });
    const token = { name: 'x', role: 'AUDITOR', scopes: ['read'] };
    const make = async (by: Client, organizationIds: string[]) =>
      (await by.must('createApiToken', { ...token, organizationIds }, 'apiToken { id }')).apiToken as { id: string }; // prettier-ignore
    const both = await make(owner, [mine.id, other.id]);
    expect(codes(await client.mutate('revokeApiToken', both))).toEqual(['NOT_FOUND']);
    for (const by of [client, owner]) {
      const own = await make(by, [mine.id]);
      expect(codes(await client.mutate('revokeApiToken', own))).toEqual([]);
    }
  });

  it('say what is wrong of a change of somebody whom they list', async () => {
    const person = await personWith({ role: 'AUDITOR', organizationId: null });
    const { memberId } = person;
    const long = 'x'.repeat(10_000);
    for (const [mutation, input, field] of [
      ['changeGrants', { memberId, grants: [] }, 'grants'],
      ['removeMember', { memberId, reason: long }, 'reason'],
    ] as const)
      expect((await owner.mutate(mutation, input)).userErrors).toMatchObject([
        { code: 'INVALID_INPUT', field: [field] },
      ]);
  });

  it('say who has access to an organization, and nobody for one that is not there', async () => {
    const [mine, other] = [await anOrganization(owner), await anOrganization(owner)];
    const all = await personWith({ role: 'AUDITOR', organizationId: null });
    const own = await personWith({ role: 'APPROVER', organizationId: mine.id });
    const both = await personWith(
      { role: 'AUDITOR', organizationId: other.id },
      { role: 'OPERATOR', organizationId: mine.id },
    );
    const foreign = await personWith({ role: 'OWNER', organizationId: other.id });
    const gone = await personWith({ role: 'OWNER', organizationId: mine.id });
    await owner.must('removeMember', { memberId: gone.memberId });
    const query = `query($id: ID, $first: Int!, $after: String) {
      members(first: $first, after: $after, organizationId: $id) {
        totalCount nodes { id } pageInfo { hasNextPage endCursor }
      }
    }`;
    const accessTo = async (id: string): Promise<string[]> => {
      const { members } = await owner.ask(query, { id, first: 100 });
      const ids = (members.nodes as { id: string }[]).map((node) => node.id);
      expect(members.totalCount).toBe(ids.length);
      return ids;
    };
    const people = [all, own, both, foreign, gone].map(({ memberId }) => memberId);
    const ofMine = await accessTo(mine.id);
    expect(people.filter((id) => ofMine.includes(id))).toEqual(people.slice(0, 3));
    expect(await accessTo(other.id)).not.toContain(own.memberId);
    expect(await accessTo(missingId('Organization'))).toEqual([]);
    expect(await accessTo('nonsense')).toEqual([]);
    const { pageInfo } = (await owner.ask(query, { id: mine.id, first: 1 })).members;
    expect(pageInfo.hasNextPage).toBe(true);
    const next = await owner.ask(query, { id: mine.id, first: 100, after: pageInfo.endCursor });
    expect(next.members.nodes.map((node: { id: string }) => node.id)).toEqual(ofMine.slice(1));
  });

  it('refuse to lose the last owner', async () => {
    const { members } = await owner.ask(
      '{ members(first: 100, text: "OLGA") { nodes { id grants { role } } } }',
    );
    const [{ id: memberId }] = members.nodes;
    const lastOwner = async (client = owner) =>
      (await client.ask('{ lastOwner { id } }')).lastOwner;
    expect(await lastOwner()).toEqual({ id: memberId });
    expect(
      await lastOwner(await personWith({ role: 'OPERATOR', organizationId: null })),
    ).toBeNull();
    expect(codes(await owner.mutate('removeMember', { memberId }))).toEqual(['LAST_OWNER']);
    expect(codes(await owner.mutate('changeGrants', { memberId, grants: [{ role: 'AUDITOR' }] }))).toEqual(['LAST_OWNER']); // prettier-ignore
    const second = await personWith({ role: 'OWNER', organizationId: null });
    expect(await lastOwner()).toBeNull();
    await owner.must('removeMember', { memberId: second.memberId });
    expect(await lastOwner()).toEqual({ id: memberId });
  });
});

describe('tokens that stand for nobody', () => {
  it('approve nothing outside the sandbox, and can’t be made to', async () => {
    const { id } = await anOrganization(owner);
    const runId = await aRun(owner, id);
    const decision = { runId, track: 'AEP', confirmImsOrgId: 'x' };
    expect((await owner.mutate('approve', decision)).userErrors).toMatchObject([
      { code: 'FORBIDDEN', message: expect.stringContaining('stands for no person') },
    ]);
    const made = { name: 'x', role: 'APPROVER', scopes: ['read', 'approve'] };
    expect((await owner.mutate('createApiToken', made)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['scopes'] },
    ]);
    expect((await owner.ask('{ viewer { scopes } }')).viewer.scopes).not.toContain('approve');
    const person = await personWith({ role: 'APPROVER', organizationId: null });
    expect(codes(await person.mutate('approve', decision))).not.toContain('FORBIDDEN');
  });
});
