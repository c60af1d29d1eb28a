import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anImsOrgId,
  anOrganization,
  aServer,
  missingId,
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

const FIELDS = 'token apiToken { id name prefix role scopes expiresAt lastUsedAt revokedAt }';
const input = { name: 'robot', role: 'OPERATOR', scopes: ['read', 'runs:write'] };

describe('tokens', () => {
  it('say which of their scopes their role can’t use', async () => {
    const made = await owner.must(
      'createApiToken',
      { name: 'useless', role: 'AUDITOR', scopes: ['read', 'approve', 'admin'] },
      'apiToken { scopes unusableScopes }',
    );
    expect(made.apiToken).toEqual({
      ...{ scopes: ['read', 'approve', 'admin'], unusableScopes: ['approve', 'admin'] },
    });
    const other = await owner.must('createApiToken', input, 'apiToken { unusableScopes }');
    expect(other.apiToken.unusableScopes).toEqual([]);
    const { roles } = await owner.ask('{ roles { role scopes } }');
    expect(roles).toContainEqual({ role: 'APPROVER', scopes: ['read', 'approve'] });
    expect(roles).toHaveLength(4);
  });

  it('are shown once, kept as a hash, listed by their beginning, and end when revoked', async () => {
    const { token, apiToken } = await owner.must(
      'createApiToken',
      { ...input, expiresAt: '2999-01-01T01:00:00+01:00' },
      FIELDS,
    );
    expect(token).toMatch(/^kw_\w{32,}/);
    expect(apiToken).toMatchObject({
      ...input,
      expiresAt: '2999-01-01T00:00:00.000Z',
      lastUsedAt: null,
      revokedAt: null,
    });
    expect(token.startsWith(apiToken.prefix)).toBe(true);
    expect((await server.client(token).ask('{ viewer { name kind role } }')).viewer).toEqual({
      name: 'robot',
      kind: 'TOKEN',
      role: 'OPERATOR',
    });
    const listed = await owner.ask(
      '{ apiTokens(first: 100) { nodes { id prefix lastUsedAt } } history(first: 100) { nodes { kind data } } }',
    );
    expect(
      listed.apiTokens.nodes.find((node: { id: string }) => node.id === apiToken.id).lastUsedAt,
    ).toMatch(/Z$/);
    expect(JSON.stringify(listed)).not.toContain(token);
    expect(JSON.stringify(await server.database.query('select * from api_token'))).not.toContain(
      token,
    );
    const revoked = await owner.must(
      'revokeApiToken',
      { id: apiToken.id },
      'apiToken { revokedAt }',
    );
    expect(revoked.apiToken.revokedAt).toMatch(/Z$/);
    expect((await server.client(token).raw({ query: '{ viewer { id } }' })).status).toBe(401);
    expect(
      (await owner.must('revokeApiToken', { id: apiToken.id }, 'apiToken { revokedAt }')).apiToken,
    ).toEqual(revoked.apiToken);
  });

  it.each([
    ['name', { name: '' }],
    ['scopes', { scopes: [] }],
    ['scopes', { scopes: ['read', 'everything'] }],
    ['expiresAt', { expiresAt: '2020-01-01T00:00:00Z' }],
    ['organizationIds', { organizationIds: [] }],
  ])('refuses a wrong %s (%#)', async (field, change) => {
    const payload = await owner.mutate('createApiToken', { ...input, ...change }, FIELDS);
    expect(payload).toMatchObject({
      token: null,
      apiToken: null,
      userErrors: [{ code: 'INVALID_INPUT', field: [field] }],
    });
  });

  it('refuses organizations that are not there, naming which', async () => {
    const { id } = await anOrganization(owner);
    const { userErrors } = await owner.mutate('createApiToken', {
      ...input,
      organizationIds: [id, missingId('Organization')],
    });
    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['organizationIds', '1'] }]);
  });

  it('give nothing that their maker lacks', async () => {
    const admin = await server.person('OWNER', ['read', 'admin']);
    expect((await admin.mutate('createApiToken', input)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['scopes'] },
    ]);
    await admin.must('createApiToken', { ...input, scopes: ['read'] });
  });

  it('end with the token that made them at the latest', async () => {
    const expiresAt = '2999-01-01T00:00:00.000Z';
    const lent = await owner.must(
      'createApiToken',
      { name: 'lent', role: 'OWNER', scopes: ['read', 'runs:write', 'admin'], expiresAt },
      FIELDS,
    );
    const client = server.client(lent.token as string);
    const end = async (change: object) =>
      (await client.must('createApiToken', { ...input, ...change }, FIELDS)).apiToken
        .expiresAt as string;
    expect(await end({})).toBe(expiresAt);
    expect(await end({ expiresAt: '2998-01-01T00:00:00Z' })).toBe('2998-01-01T00:00:00.000Z');
    const later = await client.mutate('createApiToken', {
      ...input,
      expiresAt: '2999-01-01T00:00:00.001Z',
    });
    expect(later.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['expiresAt'] }]);
  });

  it('limited to organizations, make only tokens limited to them', async () => {
    const { id, imsOrgId } = await anOrganization(owner);
    await anOrganization(owner);
    const limited = await server.person('OWNER', undefined, [id]);
    expect(
      (await limited.ask('{ viewer { organizations { imsOrgId } } }')).viewer.organizations,
    ).toEqual([{ imsOrgId }]);
    const { token, apiToken } = await limited.must('createApiToken', { ...input }, FIELDS);
    // Tokens of others are not there for it: not in the list, and not in what its pages say of what
    // follows.
    await owner.must('createApiToken', input, FIELDS);
    const page = '{ apiTokens(first: 1) { nodes { id } pageInfo { hasNextPage endCursor } } }';
    const { apiTokens } = await limited.ask(page);
    expect(apiTokens).toMatchObject({
      nodes: [{ id: apiToken.id }],
      pageInfo: { hasNextPage: true },
    });
    const rest = await limited.ask(
      `query($a: String) { apiTokens(first: 1, after: $a) { nodes { name } pageInfo { hasNextPage } } }`,
      {
        a: apiTokens.pageInfo.endCursor,
      },
    );
    expect(rest.apiTokens).toEqual({
      nodes: [{ name: 'owner' }],
      pageInfo: { hasNextPage: false },
    });
    expect(
      (await server.client(token as string).ask('{ organizations(first: 10) { nodes { id } } }'))
        .organizations.nodes,
    ).toEqual([{ id }]);
  });
});

describe('a token without the scope read', () => {
  it('learns who it is and nothing of the organizations it is limited to', async () => {
    const { id } = await anOrganization(owner);
    const writer = await server.person('OPERATOR', ['runs:write'], [id]);
    expect(await writer.ask('{ viewer { name scopes } }')).toEqual({
      viewer: { name: 'operator', scopes: ['runs:write'] },
    });
    const answer = await writer.raw({ query: '{ viewer { organizations { name } } }' });
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(answer.data.viewer).toEqual({ organizations: null });
  });
});

describe('idempotency keys', () => {
  const create = (client: Client, change: object) =>
    client.mutate(
      'createOrganization',
      {
        name: 'Once',
        shield: 'HEALTHCARE_SHIELD',
        imsOrgId: 'A'.repeat(24) + '@AdobeOrg',
        idempotencyKey: 'key-1',
        ...change,
      },
      'organization { id name }',
    );

  it('answer the first result again, refuse another input, and never meet another principal’s', async () => {
    const first = await create(owner, {});
    expect(first.userErrors).toEqual([]);
    expect(await create(owner, {})).toEqual(first);
    expect((await create(owner, { name: 'Twice' })).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] },
    ]);
    const other = await server.person('OPERATOR');
    expect((await create(other, {})).userErrors).toMatchObject([{ code: 'CONFLICT' }]);
    expect((await create(await server.otherOwner(), {})).organization.id).not.toBe(
      first.organization.id,
    );
  });

  it('take null for left out, and 255 characters however they are encoded', async () => {
    const key = { imsOrgId: anImsOrgId(), idempotencyKey: '\u{1f511}'.repeat(255) };
    const first = await create(owner, key);
    expect(first.userErrors).toEqual([]);
    expect(await create(owner, { ...key, azureTenantId: null })).toEqual(first);
    expect(
      (await create(owner, { ...key, idempotencyKey: '\u{1f511}'.repeat(256) })).userErrors,
    ).toMatchObject([{ code: 'INVALID_INPUT', field: ['idempotencyKey'] }]);
  });

  it('are not used up by a request that was refused', async () => {
    const imsOrgId = anImsOrgId();
    const key = { idempotencyKey: 'key-2', imsOrgId };
    expect((await create(owner, { ...key, name: '' })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT' },
    ]);
    expect((await create(owner, { ...key, name: 'Right' })).organization.name).toBe('Right');
  });

  it('answer again what was right then and would be wrong by now', async () => {
    const clock = { now: new Date() };
    const later = await aServer({}, { now: () => clock.now });
    try {
      const expiresAt = new Date(clock.now.getTime() + 60_000).toISOString();
      const make = (change = {}) =>
        later.owner.mutate(
          'createApiToken',
          { ...input, expiresAt, idempotencyKey: 'key-5', ...change },
          FIELDS,
        );
      const first = await make();
      expect(first.userErrors).toEqual([]);
      clock.now = new Date(clock.now.getTime() + 120_000);
      expect(await make()).toEqual(first);
      expect((await make({ name: '' })).userErrors).toMatchObject([
        { code: 'IDEMPOTENCY_KEY_REUSED' },
      ]);
      expect((await make({ idempotencyKey: 'key-6' })).userErrors).toMatchObject([
        { code: 'INVALID_INPUT', field: ['expiresAt'] },
      ]);
    } finally {
      await later.close();
    }
  });

  it('are kept by a dry run too', async () => {
    const { id } = await anOrganization(owner);
    const start = (dryRun: boolean) =>
      owner.mutate(
        'startRuns',
        { organizationIds: [id], dryRun, idempotencyKey: 'key-7' },
        'started { id } startable { id } blocked { code }',
      );
    const first = await start(true);
    expect(first).toEqual({ started: [], startable: [{ id }], blocked: [], userErrors: [] });
    await owner.must('startRun', { organizationId: id });
    expect(await start(true)).toEqual(first);
    expect((await start(false)).userErrors).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] },
    ]);
  });

  it('let twenty at once make one', async () => {
    const imsOrgId = anImsOrgId();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => create(owner, { idempotencyKey: 'key-3', imsOrgId })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
    expect(answers[0].userErrors).toEqual([]);
  });

  it('answer a token again, which meanwhile lies sealed', async () => {
    const make = () => owner.must('createApiToken', { ...input, idempotencyKey: 'key-4' }, FIELDS);
    const { token } = await make();
    expect((await make()).token).toBe(token);
    expect(JSON.stringify(await server.database.query('select * from idempotency'))).not.toContain(
      token,
    );
  });
});
