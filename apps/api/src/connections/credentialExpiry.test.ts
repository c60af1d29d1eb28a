/** When credentials expire: what is entered, what is shown, and to whom. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrganization, aServer, type TestServer } from '../testing/aServer.ts';

const ID = '11111111-2222-3333-4444-555555555555';
const DAY = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString();
const EXPIRY = 'expiry { expiresAt state daysLeft }';
const QUERY = `query($id: ID!) { organization(id: $id) {
  adobeConnection { ${EXPIRY} } azureConnection { ${EXPIRY} replacement { ${EXPIRY} } }
} }`;
const LIST = `query($first: Int!, $after: String) { expiringCredentials(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor }
  nodes { organization { id } kind clientId credentialKind inUse ${EXPIRY} }
} }`;

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const connectAzure = (organizationId: string, days: number) =>
  server.owner.mutate('connectAzure', {
    ...{ organizationId, tenantId: ID, clientId: ID, clientSecret: 'sandbox-azure' },
    clientSecretExpiresAt: inDays(days),
  });
const connectAdobe = (organizationId: string, clientSecretExpiresAt: string | null) =>
  server.owner.mutate('connectAdobe', {
    ...{ organizationId, clientId: 'c', clientSecret: 'sandbox-adobe', scopes: ['openid'] },
    clientSecretExpiresAt,
  });

it('is shown of each credential, also of one that waits, and listed from 30 days on', async () => {
  const [first, second, archived] = await Promise.all(
    [0, 1, 2].map(() => anOrganization(server.owner)),
  );
  expect((await connectAdobe(first!.id, inDays(29.5))).userErrors).toEqual([]);
  for (const days of [100, 3.5]) await connectAzure(first!.id, days);
  await connectAzure(second!.id, 31);
  await connectAzure(archived!.id, 5);
  await server.owner.mutate('archiveOrganization', { organizationId: archived!.id });
  const { organization } = await server.owner.ask(QUERY, { id: first!.id });
  expect(organization).toMatchObject({
    adobeConnection: { expiry: { state: 'WITHIN_30_DAYS', daysLeft: 30 } },
    azureConnection: {
      expiry: { state: 'LATER', daysLeft: 100 },
      replacement: { expiry: { state: 'WITHIN_7_DAYS', daysLeft: 4 } },
    },
  });
  const page = (after: string | null) => server.owner.ask(LIST, { first: 1, after });
  const { expiringCredentials: list } = await page(null);
  expect(list).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
  const { expiringCredentials: rest } = await page(list.pageInfo.endCursor);
  expect([...list.nodes, ...rest.nodes]).toMatchObject([
    { organization: { id: first!.id }, kind: 'AZURE', clientId: ID, inUse: false },
    { organization: { id: first!.id }, kind: 'ADOBE', clientId: 'c', inUse: true },
  ]);
  expect(rest).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: false } });
});

it('in the past is refused, also for Adobe', async () => {
  const { id } = await anOrganization(server.owner);
  const past = new Date(Date.now() - DAY).toISOString();
  expect((await connectAdobe(id, past)).userErrors).toMatchObject([
    { code: 'INVALID_INPUT', field: ['clientSecretExpiresAt'] },
  ]);
  expect((await connectAdobe(id, null)).userErrors).toEqual([]);
  const { organization } = await server.owner.ask(QUERY, { id });
  expect(organization.adobeConnection).toEqual({ expiry: null });
});
