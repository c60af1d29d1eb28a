/** The key that a track has, provided again: the answer is the run as it is, approval included. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { POLICY_TEMPLATE } from '@keyway/core/testing';
import { anOrganization, aRun, aServer, type Client, type TestServer } from '../testing/aServer.ts';

const AWS = {
  ...{ cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD', azureTenantId: null },
};
const ARN = 'arn:aws:kms:us-east-1:111122223333:key/0b9f1e2a-7c3d-4e5f-8a9b-0c1d2e3f4a5b';
const KEY = 'https://contoso-cmk.vault.azure.net/keys/aep/0123456789abcdef0123456789abcdef';

let server: TestServer;
let colleague: Client;
let approver: Client;
beforeAll(async () => {
  server = await aServer();
  colleague = await server.person('OPERATOR');
  approver = await server.person('APPROVER');
});
afterAll(() => server.close());

const STATE = `query($id: ID!) { run(id: $id) { version history(first: 50) { nodes { id } }
  tracks { approval { status } steps { id status } } } }`;
const stateOf = async (id: string) => (await server.owner.ask(STATE, { id })).run;

async function approved(organization: Record<string, unknown>, key: string): Promise<string> {
  const { owner } = server;
  const { id, imsOrgId } = await anOrganization(owner, organization);
  const runId = await aRun(owner, id);
  const attest = (step: string) =>
    owner.must('attestStep', { runId, track: 'AEP', step, statement: 's' });
  await attest('ENTITLEMENT');
  await owner.must('provideKey', { runId, track: 'AEP', keyIdentifier: key });
  await owner.must('provideKeyPolicy', { runId, policy: POLICY_TEMPLATE });
  await attest('KEY');
  await attest('POLICY');
  await owner.must('requestApproval', { runId, track: 'AEP' });
  await approver.must('approve', { runId, track: 'AEP', confirmImsOrgId: imsOrgId });
  return runId;
}

it('keeps an approval on AWS, whoever provides it, and another key ends it', async () => {
  const runId = await approved(AWS, ARN);
  const before = await stateOf(runId);
  expect(before.tracks[0].approval).toEqual({ status: 'APPROVED' });
  for (const [by, keyIdentifier] of [
    [server.owner, ARN],
    [colleague, ` ${ARN}\n`],
  ] as const) {
    const { run } = await by.must(
      'provideKey',
      { runId, track: 'AEP', keyIdentifier },
      'run { version }',
    );
    expect(run.version).toBe(before.version);
    expect(await stateOf(runId)).toEqual(before);
  }
  const other = ARN.replace('0b9f1e2a', '0b9f1e2b');
  await colleague.must('provideKey', { runId, track: 'AEP', keyIdentifier: other });
  expect((await stateOf(runId)).tracks[0].approval).not.toEqual({ status: 'APPROVED' });
});

it('changes nothing on Azure, unless the resource ID of the vault is another one', async () => {
  const { id } = await anOrganization(server.owner);
  const runId = await aRun(server.owner, id);
  const provide = (by: Client, keyIdentifier: string, vaultResourceId: string | null = null) =>
    by.must('provideKey', { runId, track: 'AEP', keyIdentifier, vaultResourceId });
  await provide(server.owner, KEY);
  const before = await stateOf(runId);
  await provide(colleague, KEY.replace('contoso', 'CONTOSO'));
  expect(await stateOf(runId)).toEqual(before);
  const vault =
    '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/a/providers/Microsoft.KeyVault/vaults/contoso-cmk';
  await provide(colleague, KEY, vault);
  expect((await stateOf(runId)).version).toBeGreaterThan(before.version as number);
});
