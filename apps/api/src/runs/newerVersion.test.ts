/** A run that a newer version stored, while this one is being replaced: an upgrade is no error. */
import { parseGlobalId } from '@keyway/core';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrganization, aRun, aServer, type Client, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
let owner: Client;
beforeAll(async () => {
  server = await aServer();
  ({ owner } = server);
});
afterAll(() => server.close());

it('says that Keyway is being upgraded, changes nothing, and works once it can read it', async () => {
  const { id: organizationId } = await anOrganization(owner);
  const runId = await aRun(owner, organizationId);
  const packedBy = (version: number) =>
    server.database.query(
      'update run set packed_state = set_byte(packed_state, 0, $2) where id = $1',
      [parseGlobalId('Run', runId), version],
    );
  const read = () =>
    owner.raw({
      query: 'query($id: ID!) { run(id: $id) { version } }',
      variables: { id: runId },
    });
  const input = { runId, track: 'AEP', step: 'ENTITLEMENT', statement: 'Seen' };
  const attest = () =>
    owner.raw({
      query: `mutation($input: AttestStepInput!) { attestStep(input: $input) { run { version } userErrors { code } } }`,
      variables: { input: { ...input, idempotencyKey } },
    });
  const idempotencyKey = randomUUID();
  const before = await read();

  await packedBy(2);
  for (const { errors } of [await read(), await attest()]) {
    expect(errors![0]!.extensions.code).toBe('SERVICE_UNAVAILABLE');
    expect(errors![0]!.message).toMatch(/^Keyway is being upgraded: .* Nothing was changed\./);
  }
  await packedBy(1);
  expect((await read()).data).toEqual(before.data);
  const { data } = await attest();
  expect(data).toMatchObject({ attestStep: { userErrors: [] } });
});
