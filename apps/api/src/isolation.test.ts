/**
 * Every field and every mutation, asked from outside: by another partner, by a token limited to
 * another organization, and for nothing at all.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  inputs,
  missingThings,
  someAlert,
  someWebhook,
  someBulkJob,
  someInboxItem,
  someDryRun,
  someHandOff,
  somePeople,
} from './testing/foreignInputs.ts';
import { REQUIREMENTS, requirementsOf } from '@keyway/core';
import { type MutationName } from './viewer/permissions.ts';
import {
  anOrganization,
  aRun,
  aServer,
  keyIn,
  type Client,
  type Payload,
  type TestServer,
} from './testing/aServer.ts';

let server: TestServer;
let mine: {
  organizationId: string;
  imsOrgId: string;
  runId: string;
  tokenId: string;
  entryId: string;
  memberId: string;
  invitationId: string;
  handOffId: string;
  sessionId: string;
  bulkJobId: string;
  dryRunId: string;
  alertId: string;
  webhookId: string;
  deliveryId: string;
  viewId: string;
  inboxItemId: string;
};
let outsiders: Record<'another partner' | 'a limited token', Client>;
const NAME = 'Quite Unmistakable Ltd';

beforeAll(async () => {
  server = await aServer();
  const { owner } = server;
  const { id: organizationId, imsOrgId } = await anOrganization(owner, { name: NAME });
  const runId = await aRun(owner, organizationId);
  await owner.must('attestStep', { runId, track: 'AEP', step: 'ENTITLEMENT', statement: 'x' });
  await owner.must('provideKey', { runId, track: 'AEP', keyIdentifier: keyIn('unmistakable') });
  const { apiToken } = await owner.must(
    'createApiToken',
    { name: 'mine', role: 'AUDITOR', scopes: ['read'] },
    'apiToken { id }',
  );
  const entryId = (
    await owner.ask('query($f: HistoryFilter) { history(first: 1, filter: $f) { nodes { id } } }', {
      f: { organizationId },
    })
  ).history.nodes[0].id;
  const people = await somePeople(server);
  const handOffId = await someHandOff(server, runId);
  const bulkJobId = await someBulkJob(server, organizationId);
  const dryRunId = await someDryRun(server, organizationId);
  const alertId = await someAlert(server, { organizationId, runId });
  const made = {
    tokenId: apiToken.id,
    entryId,
    handOffId,
    bulkJobId,
    dryRunId,
    alertId,
    ...(await someWebhook(server)),
  };
  const { memberId } = people;
  const inboxItemId = await someInboxItem(server, { organizationId, memberId });
  mine = { organizationId, imsOrgId, runId, inboxItemId, ...made, ...people };
  const other = await anOrganization(owner, { name: 'Other' });
  await aRun(owner, other.id);
  outsiders = {
    'another partner': await server.otherOwner(),
    'a limited token': await server.person('OWNER', undefined, [other.id]),
  };
});
afterAll(() => server.close());

const BOUND = Object.keys(inputs(missingThings())) as MutationName[];
/** For the whole partner, whatever they name: tokens of some organizations may not run them. */
const OF_PARTNER: ReadonlySet<MutationName> = new Set([
  'inviteMember',
  'setSignInPolicy',
  'createWebhook',
]);
/** Of which nobody but an owner knows. */
const HIDDEN: ReadonlySet<MutationName> = new Set([
  'revokeApiToken',
  'revokeInvitation',
  'changeGrants',
  'removeMember',
  'endSession',
  'endSessions',
  'updateWebhook',
  'deleteWebhook',
  'rotateWebhookSecret',
  'testWebhook',
  'redeliver',
  'markInboxRead',
]);

const nonsense = Object.fromEntries(
  Object.keys(missingThings()).map((thing) => [thing, 'x']),
) as ReturnType<typeof missingThings>;

describe.each(['another partner', 'a limited token'] as const)('%s', (who) => {
  it.each(BOUND)('%s on a foreign thing answers exactly as on a missing one', async (name) => {
    const outsider = outsiders[who];
    const missing = missingThings();
    const foreign = await outsider.mutate(name, inputs(mine)[name] as Record<string, unknown>);
    const code = who === 'a limited token' && OF_PARTNER.has(name) ? 'FORBIDDEN' : 'NOT_FOUND';
    expect(foreign.userErrors).toMatchObject([{ code }]);
    expect(foreign).toEqual(
      await outsider.mutate(name, inputs(missing)[name] as Record<string, unknown>),
    );
    expect(foreign).toEqual(
      await outsider.mutate(name, inputs(nonsense)[name] as Record<string, unknown>),
    );
  });

  it('finds nothing by any ID, identifier, filter or search, and counts nothing', async () => {
    const outsider = outsiders[who];
    const { organizationId, imsOrgId, runId, tokenId, entryId, memberId, invitationId } = mine;
    const { handOffId, bulkJobId, dryRunId, viewId, alertId } = mine;
    const data = await outsider.ask(
      `query($o: ID!, $i: String!, $r: ID!, $t: ID!, $h: ID!, $m: ID!, $v: ID!, $f: ID!, $b: ID!, $w: ID!, $a: ID!, $wh: ID!, $d: ID!, $dr: ID!, $name: String!) {
        byId: organization(id: $o) { id } byIms: organization(imsOrgId: $i) { id } run(id: $r) { id }
        n1: node(id: $o) { id } n2: node(id: $r) { id } n3: node(id: $t) { id } n4: node(id: $h) { id } n5: node(id: $m) { id } n6: node(id: $v) { id } n7: node(id: $f) { id } n8: node(id: $b) { id } n9: node(id: $w) { id } n10: node(id: $a) { id } n11: node(id: $wh) { id } n12: node(id: $d) { id } n13: node(id: $dr) { id }
        dryRuns(first: 100) { nodes { id } }
        expiringCredentials(first: 100) { totalCount nodes { clientId } }
        alerts(first: 100) { totalCount nodes { id } }
        savedViews(page: ORGANIZATIONS) { id }
        bulkJobs(first: 100) { nodes { id } }
        organizations(first: 100, filter: { text: $name }) { totalCount nodes { id } }
        runs(first: 100, filter: { organizationIds: [$o] }) { totalCount nodes { id } }
        runsByText: runs(first: 100, filter: { text: "unmistakable" }) { totalCount }
        h1: history(first: 100, filter: { organizationId: $o }) { nodes { id } }
        h2: history(first: 100, filter: { runId: $r }) { nodes { id } }
        historyVerification(organizationId: $o) { ok entries brokenAt }
        s1: search(text: $name) { matched } s2: search(text: $i) { matched } s3: search(text: "unmistakable") { matched }
      }`,
      {
        o: organizationId,
        i: imsOrgId,
        r: runId,
        t: tokenId,
        h: entryId,
        m: memberId,
        v: invitationId,
        f: handOffId,
        b: bulkJobId,
        dr: dryRunId,
        w: viewId,
        a: alertId,
        wh: mine.webhookId,
        d: mine.deliveryId,
        name: NAME,
      },
    );
    expect(data).toEqual({
      byId: null, byIms: null, run: null,
      n1: null, n2: null, n3: null, n4: null, n5: null,
      n6: null, n7: null, n8: null, n9: null, n10: null, n11: null, n12: null, n13: null,
      dryRuns: { nodes: [] },
      expiringCredentials: { totalCount: 0, nodes: [] },
      alerts: { totalCount: 0, nodes: [] },
      savedViews: [],
      bulkJobs: { nodes: [] },
      organizations: { totalCount: 0, nodes: [] },
      runs: { totalCount: 0, nodes: [] },
      runsByText: { totalCount: 0 },
      h1: { nodes: [] },
      h2: { nodes: [] },
      historyVerification: { ok: true, entries: 0, brokenAt: null },
      s1: [], s2: [], s3: [],
    }); // prettier-ignore
  });

  it('learns nothing from an input that is wrong besides', async () => {
    const { runId, organizationId } = mine;
    const wrong = {
      provideKey: { track: 'AEP', keyIdentifier: 'x' },
      provideKeyPolicy: { policy: '{' },
      cancelRun: { reason: '' },
      recordTicket: { caseNumber: '' },
    };
    for (const [name, more] of Object.entries(wrong)) {
      const { userErrors } = await outsiders[who].mutate(name, { runId, ...more });
      expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['runId'] }]);
    }
    const azure = { organizationId, tenantId: '', clientId: '', clientSecret: 'x' };
    expect((await outsiders[who].mutate('connectAzure', azure)).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['organizationId'] },
    ]);
  });

  it('sees nothing of it in everything it can list', async () => {
    const text = JSON.stringify(
      await outsiders[who]
        .ask(`{ viewer { organizations { name } } organizations(first: 100) { nodes { id name runs(first: 10) { nodes { id history(first: 10) { nodes { data } } } } } }
        runs(first: 100) { nodes { id organization { name } } } history(first: 100) { nodes { id data organization { id } run { id } } }
        apiTokens(first: 100) { nodes { id name } } portfolio { organizations runs needsYou { run { id } } } }`),
    );
    for (const secret of [
      NAME,
      mine.organizationId,
      mine.imsOrgId,
      mine.runId,
      mine.tokenId,
      mine.entryId,
      'unmistakable',
    ])
      expect(text).not.toContain(secret);
    expect((await outsiders[who].ask('{ portfolio { organizations runs } }')).portfolio).toEqual(
      who === 'another partner' ? { organizations: 0, runs: 0 } : { organizations: 1, runs: 1 },
    );
  });

  it('gives nobody an organization beyond its own limits', async () => {
    const outsider = outsiders[who];
    const made = await outsider.must(
      'createApiToken',
      { name: 'child', role: 'OWNER', scopes: ['read'] },
      'token',
    );
    const child = server.client(made.token as string);
    expect(
      (
        await child.ask('query($o: ID!) { organization(id: $o) { id } }', {
          o: mine.organizationId,
        })
      ).organization,
    ).toBeNull();
  });
});

describe('a limited token', () => {
  it('makes no organizations, which it would not see', async () => {
    const limited = outsiders['a limited token'];
    const created = await limited.mutate('createOrganization', {
      name: 'x',
      imsOrgId: mine.imsOrgId,
      shield: 'HEALTHCARE_SHIELD',
    });
    expect(created.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    const imported = await limited.mutate(
      'importOrganizations',
      { format: 'JSON', content: '[]' },
      'created',
    );
    expect(imported.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});

it('covers every mutation that is about something', () => {
  const free: MutationName[] = [
    ...(['createOrganization', 'createPracticeOrganization'] as const),
    ...(['importOrganizations', 'saveView', 'setNotificationSettings'] as const),
    ...(['setChat', 'removeChat', 'testChat'] as const),
  ];
  expect([...BOUND, ...free].toSorted()).toEqual(
    (Object.keys(REQUIREMENTS) as MutationName[]).toSorted(),
  );
});

describe('roles and scopes', () => {
  it.each([
    ['AUDITOR', undefined],
    ['APPROVER', undefined],
    ['OPERATOR', undefined],
    ['OWNER', ['read']],
    ['OWNER', ['read', 'runs:write']],
    ['OWNER', ['read', 'approve']],
    ['OWNER', ['read', 'admin']],
  ] as const)(
    '%s with %j: each mutation it may not do is FORBIDDEN on what it sees and NOT_FOUND on what it does not',
    async (role, scopes) => {
      const client = await server.person(role, scopes ? [...scopes] : undefined);
      const allowed = (name: MutationName): boolean =>
        requirementsOf(name).some(
          ({ scope, role: needed }) =>
            (role === 'OWNER' || role === needed) &&
            (!scopes || (scopes as readonly string[]).includes(scope)),
        );
      const missing = inputs(missingThings());
      for (const name of BOUND) {
        const onMissing: Payload = await client.mutate(
          name,
          missing[name] as Record<string, unknown>,
        );
        if (allowed(name)) {
          expect([name, onMissing.userErrors[0].code]).toEqual([name, 'NOT_FOUND']);
          continue;
        }
        const before = (
          await server.owner.ask('query($r: ID!) { run(id: $r) { version } }', { r: mine.runId })
        ).run.version;
        const onSeen: Payload = await client.mutate(
          name,
          inputs(mine)[name] as Record<string, unknown>,
        );
        expect([name, onSeen.userErrors[0].code]).toEqual([
          name,
          HIDDEN.has(name) ? 'NOT_FOUND' : 'FORBIDDEN',
        ]);
        const unbound = name === 'createApiToken' || OF_PARTNER.has(name);
        expect([name, onMissing.userErrors[0].code]).toEqual([
          name,
          unbound ? 'FORBIDDEN' : 'NOT_FOUND',
        ]);
        expect(
          (await server.owner.ask('query($r: ID!) { run(id: $r) { version } }', { r: mine.runId }))
            .run.version,
        ).toBe(before);
      }
    },
  );

  it('lets a token without the scope read ask who it is, and nothing else', async () => {
    const client = await server.person('OPERATOR', ['runs:write']);
    expect((await client.ask('{ viewer { role scopes } }')).viewer).toEqual({
      role: 'OPERATOR',
      scopes: ['runs:write'],
    });
    const answer = await client.raw({
      query: '{ viewer { id } ...F } fragment F on Query { runs(first: 1) { nodes { id } } }',
    });
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([403, 'FORBIDDEN']);
    const { organization } = await client.must(
      'createOrganization',
      { name: 'x', imsOrgId: 'F'.repeat(24) + '@AdobeOrg', shield: 'HEALTHCARE_SHIELD' },
      'organization { id }',
    );
    expect(organization.id).toBeTruthy();
  });

  it('shows tokens to owners alone', async () => {
    const answer = await (
      await server.person('OPERATOR')
    ).raw({ query: '{ apiTokens(first: 10) { nodes { id } } }' });
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
