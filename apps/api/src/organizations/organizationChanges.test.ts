/** Organizations corrected, put away, brought back and disconnected, as clients do it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anImsOrgId,
  anOrganization,
  aRun,
  aServer,
  TENANT,
  type Client,
  type TestServer,
} from '../testing/aServer.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
});
afterAll(() => server.close());

const OTHER_TENANT = '99999999-8888-4777-8666-555555555555';
const FIELDS =
  'organization { id name imsOrgId cloud region shield ownsCja azureTenantId archivedAt }';
const update = (organizationId: string, change: object, client = owner) =>
  client.mutate('updateOrganization', { organizationId, ...change }, FIELDS);
const kinds = async (organizationId: string): Promise<string[]> =>
  (
    await owner.ask(
      'query($f: HistoryFilter) { history(first: 50, filter: $f) { nodes { kind } } }',
      { f: { organizationId } },
    )
  ).history.nodes.map(({ kind }: { kind: string }) => kind);
const about = async (organizationId: string, client = owner) =>
  (
    await client.ask(
      `query($id: ID!) { organization(id: $id) { archivedAt nextActions { mutation needsReason } settings { field editable fixedBecause }
       es: settings(locale: "es") { fixedBecause } } }`,
      { id: organizationId },
    )
  ).organization;
const fixed = async (id: string): Promise<string[]> =>
  (await about(id)).settings.flatMap(({ field, editable }: { field: string; editable: boolean }) =>
    editable ? [] : [field],
  );

/** Submitted by a person's word, as where Adobe is not connected. */
async function submitted(): Promise<{ id: string; runId: string }> {
  const { id, uuid } = await anOrganization(owner);
  const runId = await aRun(owner, id);
  await server.database.query(
    `insert into configuration (organization_id, partner_id, run_id, submission_id, created_at)
     select organization_id, partner_id, id, 'attested', now() from run where organization_id = $1`,
    [uuid],
  );
  return { id, runId };
}

describe('updateOrganization', () => {
  it('changes what is given, leaves the rest, and says in history what changed from what to what', async () => {
    const { id } = await anOrganization(owner, { name: 'Before' });
    const idempotencyKey = crypto.randomUUID();
    const change = {
      name: ' After ',
      region: 'NLD2',
      azureTenantId: OTHER_TENANT.toUpperCase(),
      idempotencyKey,
    };
    const payload = await update(id, change);
    expect(payload).toMatchObject({
      userErrors: [],
      organization: { name: 'After', region: 'NLD2', azureTenantId: OTHER_TENANT },
    });
    expect(await update(id, change)).toEqual(payload);
    expect(await kinds(id)).toEqual(['organizationUpdated', 'organizationCreated']);
    const { history } = await owner.ask(
      `query($f: HistoryFilter) { history(first: 1, filter: $f) { nodes { actor data en: summary(locale: "en") es: summary(locale: "es") } } }`,
      { f: { organizationId: id } },
    );
    expect(history.nodes[0].data.changes).toEqual({
      name: { from: 'Before', to: 'After' },
      region: { from: 'VA7', to: 'NLD2' },
      azureTenantId: { from: TENANT, to: OTHER_TENANT },
    });
    expect(history.nodes[0].en).toContain('region from “VA7” to “NLD2”');
    expect(history.nodes[0].es).toContain('región de «VA7» a «NLD2»');
    const cleared = await update(id, { azureTenantId: '' });
    expect(cleared.organization).toMatchObject({ azureTenantId: null, name: 'After' });
    expect((await update(id, { azureTenantId: null, name: null })).organization).toMatchObject({
      azureTenantId: null,
      name: 'After',
    });
  });

  it.each([
    ['name', 'INVALID_INPUT', { name: ' ' }],
    ['imsOrgId', 'INVALID_INPUT', { imsOrgId: 'nonsense' }],
    ['azureTenantId', 'INVALID_INPUT', { azureTenantId: 'contoso.com' }],
    ['region', 'INVALID_INPUT', { region: 'VA6' }],
    ['region', 'INVALID_INPUT', { cloud: 'AWS' }],
    ['shield', 'INVALID_INPUT', { cloud: 'AWS', region: 'VA6' }],
    [
      'azureTenantId',
      'INVALID_INPUT',
      { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD', azureTenantId: TENANT },
    ],
  ])('refuses a wrong %s with %s (%#) and changes nothing', async (field, code, change) => {
    const { id } = await anOrganization(owner);
    expect(await update(id, change)).toMatchObject({
      organization: null,
      userErrors: [{ code, field: [field] }],
    });
    expect(await kinds(id)).toEqual(['organizationCreated']);
  });

  it('moves an organization to AWS, without the tenant that it no longer has', async () => {
    const { id } = await anOrganization(owner);
    const aws = { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' };
    expect((await update(id, aws)).organization).toMatchObject({ ...aws, azureTenantId: null });
    const connected = await anOrganization(owner);
    await owner.must('connectAzure', {
      organizationId: connected.id,
      tenantId: TENANT,
      clientId: TENANT,
      clientSecret: 'sandbox-x',
    });
    expect(await update(connected.id, aws)).toMatchObject({
      userErrors: [{ code: 'CONFLICT', field: ['cloud'] }],
    });
    await owner.must('disconnectAzure', { organizationId: connected.id });
    expect((await update(connected.id, aws)).userErrors).toEqual([]);
  });

  it('lets an organization that can no longer be entered be read, renamed and corrected', async () => {
    const { id, uuid } = await anOrganization(owner, { azureTenantId: null });
    await server.database.query(`update organization set cloud = 'AWS' where id = $1`, [uuid]);
    expect((await update(id, { name: 'Still here' })).organization).toMatchObject({
      name: 'Still here',
      cloud: 'AWS',
      region: 'VA7',
    });
    expect((await update(id, { region: 'VA6' })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['shield'] },
    ]);
    expect(
      (await update(id, { region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' })).userErrors,
    ).toEqual([]);
    expect(
      (await owner.mutate('startRun', { organizationId: id }, 'run { id }')).userErrors,
    ).toEqual([]);
  });

  it('fixes the ID with the first run, the cloud with an open one, and all but the name with a submission', async () => {
    const { id } = await anOrganization(owner);
    expect(await fixed(id)).toEqual([]);
    const other = await anOrganization(owner);
    expect(await update(id, { imsOrgId: other.imsOrgId })).toMatchObject({
      userErrors: [{ code: 'CONFLICT', field: ['imsOrgId'] }],
    });
    expect((await update(id, { imsOrgId: anImsOrgId() })).userErrors).toEqual([]);
    const runId = await aRun(owner, id);
    expect(await fixed(id)).toEqual(['imsOrgId', 'cloud']);
    const aws = { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' };
    expect(await update(id, aws)).toMatchObject({
      userErrors: [{ code: 'RUN_EXISTS', field: ['cloud'] }],
    });
    expect(await update(id, { imsOrgId: anImsOrgId() })).toMatchObject({
      userErrors: [{ code: 'RUN_EXISTS', field: ['imsOrgId'] }],
    });
    expect((await update(id, { region: 'AUS5', ownsCja: true })).userErrors).toEqual([]);
    await owner.must('cancelRun', { runId, reason: 'Wrong cloud' });
    expect(await fixed(id)).toEqual(['imsOrgId']);
    const sent = await submitted();
    expect(await fixed(sent.id)).toEqual([
      'imsOrgId',
      'cloud',
      'region',
      'shield',
      'ownsCja',
      'azureTenantId',
    ]);
    const { es } = await about(sent.id);
    expect(es[1].fixedBecause).toContain('Adobe');
    for (const [field, change] of Object.entries({
      region: 'AUS5',
      ownsCja: true,
      azureTenantId: '',
    })) {
      expect(await update(sent.id, { [field]: change })).toMatchObject({
        userErrors: [{ code: 'ALREADY_SUBMITTED', field: [field] }],
      });
    }
    expect((await update(sent.id, { name: 'Renamed' })).organization).toMatchObject({
      name: 'Renamed',
    });
  });
});

describe('archiveOrganization and restoreOrganization', () => {
  const listed = async (filter: object): Promise<string[]> =>
    (
      await owner.ask(
        'query($filter: OrganizationFilter) { organizations(first: 100, filter: $filter) { nodes { id } } }',
        { filter },
      )
    ).organizations.nodes.map((node: { id: string }) => node.id);

  it('hides the organization and cancels its run, and brings it back', async () => {
    const { id, imsOrgId } = await anOrganization(owner, { name: 'Archive me' });
    const runId = await aRun(owner, id);
    expect((await about(id)).nextActions).toContainEqual({
      mutation: 'archiveOrganization',
      needsReason: false,
    });
    const { organization } = await owner.must(
      'archiveOrganization',
      { organizationId: id, reason: ' Left us ' },
      FIELDS,
    );
    expect(organization.archivedAt).toMatch(/Z$/);
    expect(await listed({ text: 'archive me' })).toEqual([]);
    expect(await listed({ text: 'archive me', archived: true })).toEqual([id]);
    const {
      node,
      organization: byIms,
      run,
      runs,
    } = await owner.ask(
      `query($id: ID!, $ims: String!, $run: ID!) { node(id: $id) { id } organization(imsOrgId: $ims) { id runs(first: 1) { totalCount } }
       run(id: $run) { status organization { id } } runs(first: 100) { nodes { id } } }`,
      { id, ims: imsOrgId, run: runId },
    );
    expect([node.id, byIms.id, byIms.runs.totalCount, run.status]).toEqual([
      id,
      id,
      1,
      'CANCELLED',
    ]);
    expect(runs.nodes).not.toContainEqual({ id: runId });
    expect(
      (await about(id)).nextActions.map(({ mutation }: { mutation: string }) => mutation),
    ).toEqual(['updateOrganization', 'restoreOrganization']);
    for (const [name, input] of [
      ['startRun', { organizationId: id }],
      [
        'connectAdobe',
        { organizationId: id, clientId: 'c', clientSecret: 'sandbox-x', scopes: ['openid'] },
      ],
      [
        'connectAzure',
        { organizationId: id, tenantId: TENANT, clientId: TENANT, clientSecret: 'sandbox-x' },
      ],
    ] as const) {
      const { userErrors } = await owner.mutate(name, input);
      expect([name, userErrors]).toMatchObject([
        name,
        [
          {
            code: 'CONFLICT',
            field: ['organizationId'],
            message: expect.stringContaining('archived'),
          },
        ],
      ]);
    }
    const bulk = await owner.mutate(
      'startRuns',
      { organizationIds: [id] },
      'started { id } blocked { code organization { id } }',
    );
    expect(bulk).toMatchObject({
      started: [],
      blocked: [{ code: 'CONFLICT', organization: { id } }],
    });
    const again = await owner.mutate(
      'createOrganization',
      { name: 'Again', imsOrgId, shield: 'HEALTHCARE_SHIELD' },
      'organization { id }',
    );
    expect(again.userErrors).toMatchObject([
      {
        code: 'CONFLICT',
        field: ['imsOrgId'],
        message: expect.stringContaining('restoreOrganization'),
      },
    ]);
    expect(
      (await owner.must('restoreOrganization', { organizationId: id }, FIELDS)).organization
        .archivedAt,
    ).toBeNull();
    expect(await listed({ text: 'archive me' })).toEqual([id]);
    expect(await kinds(id)).toEqual([
      ...[
        'organizationRestored',
        'organizationArchived',
        'runCancelled',
        'runStarted',
        'organizationCreated',
      ],
    ]);
    await aRun(owner, id);
  });

  it('needs a reason after a submission, and leaves the run as it is', async () => {
    const { id, runId } = await submitted();
    expect((await about(id)).nextActions).toContainEqual({
      mutation: 'archiveOrganization',
      needsReason: true,
    });
    for (const reason of [undefined, ' ']) {
      const refused = await owner.mutate(
        'archiveOrganization',
        { organizationId: id, reason },
        FIELDS,
      );
      expect(refused).toMatchObject({
        organization: null,
        userErrors: [{ code: 'ALREADY_SUBMITTED', field: ['reason'] }],
      });
    }
    await owner.must('archiveOrganization', { organizationId: id, reason: 'Contract ended' });
    expect(
      (await owner.ask('query($id: ID!) { run(id: $id) { status } }', { id: runId })).run.status,
    ).not.toBe('CANCELLED');
  });
});

describe('disconnectAdobe and disconnectAzure', () => {
  it('delete the credential and notify the run', async () => {
    const { id } = await anOrganization(owner);
    await owner.must('connectAdobe', {
      organizationId: id,
      clientId: 'client-7',
      clientSecret: 'sandbox-secret-7',
      scopes: ['openid'],
    });
    await aRun(owner, id);
    const { organization } = await owner.must(
      'disconnectAdobe',
      { organizationId: id },
      'organization { adobeConnected nextActions { mutation } }',
    );
    expect(organization.adobeConnected).toBe(false);
    expect(organization.nextActions).not.toContainEqual({ mutation: 'disconnectAdobe' });
    expect((await kinds(id)).slice(0, 2)).toEqual(['connectionsChanged', 'adobeDisconnected']);
    expect(
      await owner.mutate(
        'disconnectAzure',
        { organizationId: id },
        'organization { azureConnected }',
      ),
    ).toEqual({
      organization: { azureConnected: null },
      userErrors: [],
    });
    const { history } = await owner.ask(
      'query($f: HistoryFilter) { history(first: 50, filter: $f) { nodes { summary data } } }',
      {
        f: { organizationId: id },
      },
    );
    expect(JSON.stringify(history)).toContain('deleted the credential of client ID client-7');
    expect(JSON.stringify(history)).not.toContain('sandbox-secret-7');
  });
});

describe('who may', () => {
  it('is an operator with runs:write, of an organization that they see', async () => {
    const [mine, other] = [await anOrganization(owner), await anOrganization(owner)];
    const limited = await server.person('OPERATOR', undefined, [mine.id]);
    expect((await update(mine.id, { name: 'By the limited' }, limited)).userErrors).toEqual([]);
    expect((await update(mine.id, { imsOrgId: anImsOrgId() }, limited)).userErrors).toMatchObject([
      { code: 'FORBIDDEN', field: ['imsOrgId'] },
    ]);
    const outsiders: [string, Client, string][] = [
      ['limited to another organization', limited, 'NOT_FOUND'],
      ['another partner', await server.otherOwner(), 'NOT_FOUND'],
      ['an approver', await server.person('APPROVER'), 'FORBIDDEN'],
      ['an auditor', await server.person('AUDITOR'), 'FORBIDDEN'],
      ['a token that may only read', await server.person('OWNER', ['read']), 'FORBIDDEN'],
    ];
    for (const [who, client, code] of outsiders) {
      for (const name of [
        'updateOrganization',
        'archiveOrganization',
        'restoreOrganization',
        'disconnectAdobe',
        'disconnectAzure',
      ]) {
        const { userErrors } = await client.mutate(
          name,
          { organizationId: other.id },
          'organization { id }',
        );
        expect([who, name, userErrors[0]?.code]).toEqual([who, name, code]);
      }
      if (code === 'FORBIDDEN') expect((await about(other.id, client)).nextActions).toEqual([]);
    }
    expect(await kinds(other.id)).toEqual(['organizationCreated']);
  });
});
