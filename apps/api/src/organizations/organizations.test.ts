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

describe('createOrganization', () => {
  it('answers what was created, with the identifier in its one spelling', async () => {
    const input = {
      name: '  Contoso ',
      imsOrgId: '0123456789abcdef01234567@AdobeOrg',
      shield: 'HEALTHCARE_SHIELD',
      azureTenantId: TENANT.toUpperCase(),
    };
    const { organization } = await owner.must(
      'createOrganization',
      input,
      'organization { name imsOrgId cloud region shield ownsCja azureTenantId adobeConnected azureConnected createdAt currentRun { id } }',
    );
    expect(organization).toMatchObject({
      name: 'Contoso',
      imsOrgId: '0123456789ABCDEF01234567@AdobeOrg',
      cloud: 'AZURE',
      region: 'VA7',
      shield: 'HEALTHCARE_SHIELD',
      ownsCja: false,
      azureTenantId: TENANT,
      adobeConnected: false,
      azureConnected: null,
      currentRun: null,
    });
    expect(organization.createdAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    const again = await owner.mutate(
      'createOrganization',
      { ...input, name: 'Again' },
      'organization { id }',
    );
    expect(again).toMatchObject({
      organization: null,
      userErrors: [{ code: 'CONFLICT', field: ['imsOrgId'] }],
    });
  });

  it.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(201) }],
    ['name', { name: 'a\u0000b' }],
    ['name', { name: 'a\nb' }],
    ['name', { name: '\ud800' }],
    ['imsOrgId', { imsOrgId: 'nonsense' }],
    ['imsOrgId', { imsOrgId: 'x'.repeat(100_000) }],
    ['azureTenantId', { azureTenantId: 'contoso.com' }],
    ['azureTenantId', { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' }],
    ['region', { cloud: 'AWS', azureTenantId: null, shield: 'PRIVACY_AND_SECURITY_SHIELD' }],
    ['region', { cloud: 'AWS', azureTenantId: null, region: 'NLD2' }],
    ['shield', { cloud: 'AWS', azureTenantId: null, region: 'VA6' }],
    ['region', { region: 'VA6' }],
    ['idempotencyKey', { idempotencyKey: 'x'.repeat(256) }],
    ['idempotencyKey', { idempotencyKey: '' }],
  ])('refuses a wrong %s with its field (%#) and creates nothing', async (field, change) => {
    const before = (await owner.ask('{ portfolio { organizations } }')).portfolio.organizations;
    const input = {
      name: 'Org',
      imsOrgId: anImsOrgId(),
      shield: 'HEALTHCARE_SHIELD',
      azureTenantId: TENANT,
      ...change,
    };
    const payload = await owner.mutate('createOrganization', input, 'organization { id }');
    expect(payload).toMatchObject({
      organization: null,
      userErrors: [{ code: 'INVALID_INPUT', field: [field] }],
    });
    expect(payload.userErrors[0].message.length).toBeGreaterThan(10);
    expect((await owner.ask('{ portfolio { organizations } }')).portfolio.organizations).toBe(
      before,
    );
  });

  it('reports every refusal at once', async () => {
    const { userErrors } = await owner.mutate('createOrganization', {
      name: '',
      imsOrgId: '',
      shield: 'HEALTHCARE_SHIELD',
    });
    expect(userErrors.map((error: { field: string[] }) => error.field)).toEqual([
      ['name'],
      ['imsOrgId'],
    ]);
  });
});

describe('finding organizations', () => {
  it('finds by ID or by IMS organization ID, exactly one of the two', async () => {
    const { id, imsOrgId } = await anOrganization(owner);
    const find = (args: string) => owner.raw({ query: `{ organization${args} { id } }` });
    expect((await find(`(id: "${id}")`)).data.organization).toEqual({ id });
    expect((await find(`(imsOrgId: "${imsOrgId}")`)).data.organization).toEqual({ id });
    expect(
      (await find(`(imsOrgId: "${imsOrgId.toLowerCase().replace('adobeorg', 'AdobeOrg')}")`)).data
        .organization,
    ).toEqual({ id });
    for (const args of ['', `(id: "${id}", imsOrgId: "${imsOrgId}")`])
      expect((await find(args)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect((await find('(id: "nonsense")')).data.organization).toBeNull();
    expect((await find('(imsOrgId: "a\\u0000")')).data.organization).toBeNull();
  });

  it('lists by name whatever its case, in pages that fit together', async () => {
    for (const name of ['zebra', 'Beta page', 'alpha page', 'beta page', 'Gamma page'])
      await anOrganization(owner, { name });
    const names: string[] = [];
    let after: string | null = null;
    for (let pages = 0; pages < 10; pages += 1) {
      const { organizations } = await owner.ask(
        'query($after: String) { organizations(first: 2, after: $after, filter: { text: "PAGE" }) { totalCount nodes { name } edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }',
        { after },
      );
      expect(organizations.totalCount).toBe(4);
      expect(organizations.pageInfo).toMatchObject({
        hasPreviousPage: pages > 0,
        startCursor: organizations.edges[0].cursor,
      });
      names.push(...organizations.nodes.map((node: { name: string }) => node.name));
      after = organizations.pageInfo.endCursor;
      if (!organizations.pageInfo.hasNextPage) break;
    }
    expect(names.map((name) => name.toLowerCase())).toEqual([
      'alpha page',
      'beta page',
      'beta page',
      'gamma page',
    ]);
    const wrong = await owner.raw({
      query: '{ organizations(first: 2, after: "nonsense") { nodes { id } } }',
    });
    expect(wrong.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('filters by what the run is and on whom it waits', async () => {
    const { id } = await anOrganization(owner, { name: 'Filtered', region: 'NLD2' });
    await aRun(owner, id);
    const ids = async (filter: object): Promise<string[]> =>
      (
        await owner.ask(
          'query($filter: OrganizationFilter) { organizations(first: 100, filter: $filter) { nodes { id } } }',
          { filter },
        )
      ).organizations.nodes.map((n: { id: string }) => n.id);
    expect(
      await ids({ region: 'NLD2', runStatus: ['IN_PROGRESS'], waitingOn: ['PARTNER'] }),
    ).toEqual([id]);
    expect(await ids({ region: 'NLD2', runStatus: ['COMPLETED'] })).toEqual([]);
    expect(await ids({ region: 'NLD2', cloud: 'AWS' })).toEqual([]);
    expect(await ids({ text: 'a\u0000' })).toEqual(await ids({ text: 'a' }));
  });
});

describe('connections', () => {
  it('takes the sandbox’s secrets alone, and says nothing of them', async () => {
    const { id } = await anOrganization(owner);
    const adobe = {
      organizationId: id,
      clientId: 'client',
      clientSecret: 'sandbox-secret-1',
      scopes: ['openid'],
    };
    const azure = {
      organizationId: id,
      tenantId: TENANT,
      clientId: TENANT,
      clientSecret: 'sandbox-secret-2',
      access: 'WRITE',
    };
    expect(
      (await owner.mutate('connectAdobe', { ...adobe, clientSecret: 'real' })).userErrors,
    ).toMatchObject([{ code: 'INVALID_INPUT', field: ['clientSecret'] }]);
    expect(
      (await owner.mutate('connectAzure', { ...azure, clientSecret: 'real' })).userErrors,
    ).toMatchObject([{ code: 'INVALID_INPUT', field: ['clientSecret'] }]);
    await owner.must('connectAdobe', adobe);
    const { organization } = await owner.must(
      'connectAzure',
      azure,
      'organization { adobeConnected azureConnected }',
    );
    expect(organization).toEqual({ adobeConnected: true, azureConnected: 'WRITE' });
    const history = JSON.stringify(
      await owner.ask('{ history(first: 100) { nodes { kind data } } }'),
    );
    expect(history).toContain('azureConnected');
    expect(history).not.toContain('sandbox-secret');
    expect(server.log.join('')).not.toContain('sandbox-secret');
  });

  it('keeps no Azure credential for an organization on AWS, which has no use for one', async () => {
    const { id } = await anOrganization(owner, {
      cloud: 'AWS',
      region: 'VA6',
      shield: 'PRIVACY_AND_SECURITY_SHIELD',
      azureTenantId: null,
    });
    const input = {
      organizationId: id,
      tenantId: TENANT,
      clientId: TENANT,
      clientSecret: 'sandbox-x',
    };
    const refused = await owner.mutate('connectAzure', input, 'organization { id }');
    expect(refused).toMatchObject({
      organization: null,
      userErrors: [{ code: 'CONFLICT', field: ['organizationId'] }],
    });
  });

  it.each([
    ['connectAdobe', 'scopes', { scopes: [] }],
    ['connectAdobe', 'scopes', { scopes: ['a b'] }],
    ['connectAdobe', 'clientId', { clientId: '' }],
    ['connectAzure', 'tenantId', { tenantId: 'contoso.com' }],
    ['connectAzure', 'tenantId', { tenantId: '' }],
    ['connectAzure', 'clientId', { clientId: 'x' }],
    ['connectAzure', 'subscriptionId', { subscriptionId: 'x' }],
    ['connectAzure', 'clientSecret', { clientSecret: `sandbox-${'x'.repeat(5000)}` }],
  ])('%s refuses a wrong %s', async (name, field, change) => {
    const { id } = await anOrganization(owner);
    const right =
      name === 'connectAdobe'
        ? { clientId: 'c', scopes: ['openid'] }
        : { tenantId: TENANT, clientId: TENANT };
    const { userErrors } = await owner.mutate(name, {
      organizationId: id,
      clientSecret: 'sandbox-x',
      ...right,
      ...change,
    });
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: [field] }]);
  });

  it('are not connected before a test has ended, and show the cloud’s message', async () => {
    const { id: organizationId, uuid } = await anOrganization(owner);
    const fields =
      'organization { adobeConnection { kind state checkedAt code message clientId scopes } azureConnection { state } }';
    const adobe = {
      organizationId,
      clientId: 'c',
      clientSecret: 'sandbox-nonsense',
      scopes: ['openid'],
    };
    const { organization } = await owner.must('connectAdobe', adobe, fields);
    const untried = {
      kind: 'ADOBE',
      state: 'NOT_TRIED',
      checkedAt: null,
      code: null,
      message: null,
      clientId: 'c',
      scopes: ['openid'],
    };
    expect(organization).toEqual({ adobeConnection: untried, azureConnection: null });
    const trial = (await server.store.trials.claim(100)).find(
      (one) => one.organizationId === uuid,
    )!;
    const failure = {
      code: 'invalid_client',
      message: 'invalid client_secret parameter',
      status: 401,
    };
    await server.store.trials.record(trial, {
      result: 'failed',
      ...failure,
      againAfterSeconds: 3600,
    });
    const read = async () =>
      (
        await owner.ask(
          `query($id: ID!) { organization(id: $id) { adobeConnection { state code message checkedAt nextCheckAt } } }`,
          {
            id: organizationId,
          },
        )
      ).organization.adobeConnection;
    expect(await read()).toMatchObject({
      state: 'FAILED',
      code: 'invalid_client',
      message: 'invalid client_secret parameter',
    });
    const tried = await owner.must(
      'tryConnection',
      { organizationId, kind: 'ADOBE' },
      'organization { adobeConnection { state code } }',
    );
    expect(tried.organization.adobeConnection).toEqual({ state: 'NOT_TRIED', code: null });
    expect(await server.store.trials.claim(100)).toContainEqual(
      expect.objectContaining({ organizationId: uuid }),
    );
    expect(
      (await owner.mutate('tryConnection', { organizationId, kind: 'AZURE' })).userErrors,
    ).toMatchObject([{ code: 'CLOUD_NOT_CONNECTED', field: ['kind'] }]);
  });

  it('refuses the sandbox’s secrets where clouds are real', async () => {
    const real = await aServer({ sandbox: false });
    try {
      const { id } = await anOrganization(real.owner);
      const { userErrors } = await real.owner.mutate('connectAdobe', {
        organizationId: id,
        clientId: 'c',
        clientSecret: 'sandbox-x',
        scopes: ['openid'],
      });
      expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['clientSecret'] }]);
    } finally {
      await real.close();
    }
  });
});
