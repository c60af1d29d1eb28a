/** While the database is being moved, everything can be read, and a change says why it waits. */
import { beginMove, cancelMove, type MoveOptions } from '@keyway/store';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrganization, aServer, type Client, type TestServer } from './testing/aServer.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  ({ owner } = server);
});
afterAll(() => server.close());

const readiness = async (language = 'en'): Promise<unknown> => {
  const headers = { 'accept-language': language };
  return (await fetch(`${server.url}/readyz`, { headers })).json();
};

it('answers reads, refuses changes with the reason, and continues afterwards', async () => {
  const { url: migrationUrl, runtimeUrl: url, dataDir } = server.database;
  const move: MoveOptions = { url, migrationUrl, dataDir, report: () => undefined };
  const { id } = await anOrganization(owner, { name: 'Before' });
  // Each use of the token would be recorded.
  await server.database.query(`update api_token set last_used_at = now() - interval '1 day'`);
  const read = () =>
    owner.raw({
      query: 'query($id: ID!) { organization(id: $id) { name } }',
      variables: { id },
    });
  const change = () =>
    owner.raw({
      query: `mutation($input: CreateOrganizationInput!) { createOrganization(input: $input) { organization { id } userErrors { code } } }`,
      variables: {
        input: {
          ...{ name: 'Meanwhile', imsOrgId: `${'D'.repeat(24)}@AdobeOrg` },
          ...{ cloud: 'AZURE', region: 'VA7', shield: 'HEALTHCARE_SHIELD' },
        },
      },
    });
  await beginMove(move);
  expect((await read()).data).toEqual({ organization: { name: 'Before' } });
  const { status, errors } = await change();
  expect([status, errors?.[0]?.extensions.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  expect(errors![0]!.message).toMatch(
    /^The database is being moved to another server\. .* Nothing was changed\./,
  );
  await expect
    .poll(() => readiness())
    .toEqual({ status: 'ready', degraded: [expect.stringContaining('being moved')] });
  expect(await readiness('es')).toMatchObject({
    degraded: [expect.stringContaining('trasladando')],
  });
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toContain('keyway_database_era{cause="MOVING"} 2');
  expect(metrics).toContain('keyway_database_settling_seconds 0');

  await cancelMove(move);
  await expect.poll(() => readiness()).toEqual({ status: 'ready' });
  expect((await change()).data).toMatchObject({ createOrganization: { userErrors: [] } });
});
