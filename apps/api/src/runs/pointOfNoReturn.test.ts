/** The irreversible act through GraphQL: who may what, with which code and field. */
import { parseGlobalId } from '@keyway/core';
import { aClock, continuing, exampleKeyIdentifier } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  TENANT,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

let server: TestServer;
let operator: Client;
let approver: Client;
let other: Client;
beforeAll(async () => {
  server = await aServer();
  operator = await server.person('OPERATOR', ['read', 'runs:write']);
  approver = await server.person('APPROVER', ['read', 'approve']);
  other = await server.person('APPROVER', ['read', 'approve']);
});
afterAll(() => server.close());

const AWS = {
  cloud: 'AWS',
  region: 'VA6',
  shield: 'PRIVACY_AND_SECURITY_SHIELD',
  azureTenantId: null,
};
const ARN = 'arn:aws:kms:us-east-1:123456789012:key/0b9f1e2a-7c3d-4e5f-8a9b-0c1d2e3f4a5b';
const APPROVAL = `status keyIdentifier tenantId host configurationName configurationNameCheck { verdict override { by reason } } withdrawnBy reason`;
const read = async (client: Client, id: string): Promise<Payload> =>
  (
    await client.ask(
      `query($id: ID!) { run(id: $id) { status progress { done total } nextActions { mutation track step } tracks { approval { ${APPROVAL} }
        preview { body configurationNameCheck(configurationName: "Unusual Name") { verdict remedy } } steps { id status checks { id verdict override { by } } } } } }`,
      { id },
    )
  ).run;
const errors = async (
  client: Client,
  mutation: string,
  input: Record<string, unknown>,
): Promise<Payload> => (await client.mutate(mutation, input)).userErrors[0] ?? null;

/** A run on Azure, observed up to the approval of AEP. */
async function ready(): Promise<{ runId: string; imsOrgId: string }> {
  const { id: organizationId, imsOrgId } = await anOrganization(operator);
  await operator.must('connectAdobe', {
    organizationId,
    clientId: 'c',
    clientSecret: 'sandbox-a',
    scopes: ['openid'],
  });
  await operator.must('connectAzure', {
    organizationId,
    tenantId: TENANT,
    clientId: TENANT,
    clientSecret: 'sandbox-b',
  });
  const runId = await aRun(operator, organizationId);
  await operator.must('attestStep', { runId, track: 'AEP', step: 'ENTITLEMENT', statement: 's' });
  const uuid = parseGlobalId('Run', runId)!;
  const { run } = (await server.store.system().run(uuid))!;
  await operator.must('provideKey', {
    runId,
    track: 'AEP',
    keyIdentifier: exampleKeyIdentifier(run, 'AEP'),
  });
  const builder = continuing((await server.store.system().run(uuid))!.run, aClock()).at(
    'approval',
    'AEP',
  );
  for (const event of builder.events) await server.store.system().advance(uuid, event);
  return { runId, imsOrgId };
}

it('one operator cannot complete a run on AWS; two persons can, and the approval says what it was for', async () => {
  const { id, imsOrgId: confirmImsOrgId } = await anOrganization(operator, AWS);
  const runId = await aRun(operator, id);
  const attest = (step: string, more: object = {}) =>
    errors(operator, 'attestStep', { runId, track: 'AEP', step, statement: 's', ...more });
  expect(await attest('ENTITLEMENT')).toBeNull();
  expect(await attest('KEY', { reference: ARN })).toBeNull();
  expect(await attest('POLICY')).toBeNull();
  expect(await attest('SUBMISSION', { confirmImsOrgId })).toMatchObject({
    code: 'APPROVAL_REQUIRED',
  });
  expect(await attest('APPROVAL')).toMatchObject({ code: 'INVALID_INPUT' });
  await operator.must('requestApproval', { runId, track: 'AEP', configurationName: 'Adatum CMK' });
  expect(await attest('SUBMISSION', { confirmImsOrgId })).toMatchObject({
    code: 'APPROVAL_REQUIRED',
  });
  expect(await errors(operator, 'approve', { runId, track: 'AEP', confirmImsOrgId })).toMatchObject(
    { code: 'FORBIDDEN' },
  );
  await approver.must('approve', { runId, track: 'AEP', confirmImsOrgId });
  const [{ approval }] = (await read(operator, runId)).tracks;
  expect(approval).toMatchObject({
    status: 'APPROVED',
    keyIdentifier: ARN,
    tenantId: '',
    host: null,
    configurationName: 'Adatum CMK',
  });
  expect(approval.configurationNameCheck).toMatchObject({
    verdict: 'WARN',
    override: { by: expect.stringContaining('approver') as string },
  });
  expect(await attest('SUBMISSION', { reference: 'Adatum CMK' })).toMatchObject({
    code: 'CONFIRMATION_MISMATCH',
    field: ['confirmImsOrgId'],
  });
  expect(await attest('SUBMISSION', { reference: 'adatum cmk', confirmImsOrgId })).toMatchObject({
    code: 'INVALID_INPUT',
    field: ['reference'],
  });
  expect(await attest('SUBMISSION', { reference: 'Adatum CMK', confirmImsOrgId })).toBeNull();
  expect(await errors(operator, 'cancelRun', { runId, reason: 'x' })).toMatchObject({
    code: 'ALREADY_SUBMITTED',
  });
  expect(
    await errors(approver, 'withdrawApproval', { runId, track: 'AEP', reason: 'x' }),
  ).toMatchObject({ code: 'ALREADY_SUBMITTED' });
  for (const step of ['ACTIVATION', 'CONFIRMATION']) expect(await attest(step)).toBeNull();
  expect(await read(operator, runId)).toMatchObject({
    status: 'COMPLETED',
    progress: { done: 7, total: 7 },
  });
});

describe('withdrawApproval', () => {
  it('is for whoever approved and for owners, and needs the scope', async () => {
    const { runId, imsOrgId } = await ready();
    const withdraw = (client: Client) =>
      errors(client, 'withdrawApproval', { runId, track: 'AEP', reason: 'Wrong key' });
    expect(await withdraw(approver)).toMatchObject({ code: 'APPROVAL_REQUIRED' });
    await operator.must('requestApproval', { runId, track: 'AEP' });
    await approver.must('approve', { runId, track: 'AEP', confirmImsOrgId: imsOrgId });
    expect(await withdraw(operator)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await withdraw(other)).toMatchObject({ code: 'FORBIDDEN' });
    const offers = async (client: Client) =>
      (await read(client, runId)).nextActions.map(({ mutation }: Payload) => mutation as string);
    expect(await offers(approver)).toContain('withdrawApproval');
    expect(await offers(server.owner)).toContain('withdrawApproval');
    expect(await offers(other)).not.toContain('withdrawApproval');
    expect(await withdraw(approver)).toBeNull();
    expect((await read(operator, runId)).tracks[0].approval).toMatchObject({
      ...{
        status: 'VOID',
        reason: 'Wrong key',
        configurationName: null,
        configurationNameCheck: null,
      },
      withdrawnBy: expect.stringContaining('approver') as string,
    });
    const submit = { runId, configurationName: 'keyway-cmk', confirmImsOrgId: imsOrgId };
    expect(await errors(operator, 'submitConfiguration', submit)).toMatchObject({
      code: 'APPROVAL_VOID',
    });
    await operator.must('requestApproval', { runId, track: 'AEP' });
    await approver.must('approve', { runId, track: 'AEP', confirmImsOrgId: imsOrgId });
    expect(await withdraw(server.owner)).toBeNull();
  });

  it('wins over a submission whose facts are being read: the worker finds nothing to send', async () => {
    const { runId, imsOrgId } = await ready();
    const uuid = parseGlobalId('Run', runId)!;
    await operator.must('requestApproval', { runId, track: 'AEP' });
    await approver.must('approve', { runId, track: 'AEP', confirmImsOrgId: imsOrgId });
    await operator.must('submitConfiguration', {
      runId,
      configurationName: 'keyway-cmk',
      confirmImsOrgId: imsOrgId,
    });
    const effects = () =>
      server.database.query<{ type: string }>(
        `select type from effect where run_id = $1 and type <> 'observeStep'`,
        [uuid],
      );
    expect(await effects()).toContainEqual({ type: 'rereadTrack' });
    // What a worker that began before the withdrawal reports after it.
    const reread = continuing((await server.store.system().run(uuid))!.run, aClock()).reread()
      .events[0]!;
    await approver.must('withdrawApproval', { runId, track: 'AEP', reason: 'Wrong key' });
    expect(await effects()).toEqual([]);
    await server.store.system().advance(uuid, reread);
    const { run } = (await server.store.system().run(uuid))!;
    expect([
      run.tracks.AEP.submission?.status,
      run.tracks.AEP.submission?.sends,
      await effects(),
    ]).toEqual(['aborted', 0, []]);
    expect(
      await server.database.query('select 1 from configuration where run_id = $1', [uuid]),
    ).toEqual([]);
  });
});

it('a name is approved and then alone sent; one with a trap is shown and not sent unaccepted', async () => {
  const { runId, imsOrgId: confirmImsOrgId } = await ready();
  const warned = (await read(operator, runId)).tracks[0].preview.configurationNameCheck;
  expect(warned).toMatchObject({ verdict: 'WARN', remedy: expect.any(String) as string });
  expect(
    await errors(operator, 'requestApproval', { runId, track: 'AEP', configurationName: ' x' }),
  ).toMatchObject({
    ...{ code: 'INVALID_INPUT', field: ['configurationName'] },
  });
  expect(
    await errors(operator, 'requestApproval', { runId, track: 'CJA', configurationName: 'x' }),
  ).not.toBeNull();
  await operator.must('requestApproval', { runId, track: 'AEP', configurationName: 'the-name' });
  await approver.must('approve', { runId, track: 'AEP', confirmImsOrgId });
  expect(JSON.parse((await read(approver, runId)).tracks[0].preview.body as string)).toMatchObject({
    name: 'the-name',
  });
  const submit = (configurationName: string) =>
    errors(operator, 'submitConfiguration', { runId, configurationName, confirmImsOrgId });
  expect(await submit('other-name')).toMatchObject({
    code: 'INVALID_INPUT',
    field: ['configurationName'],
    message: expect.stringContaining('the-name') as string,
  });
  expect(await submit('the-name')).toBeNull();
  const second = await ready();
  await operator.must('requestApproval', { runId: second.runId, track: 'AEP' });
  await approver.must('approve', {
    runId: second.runId,
    track: 'AEP',
    confirmImsOrgId: second.imsOrgId,
  });
  const unusual = {
    runId: second.runId,
    configurationName: 'Unusual Name',
    confirmImsOrgId: second.imsOrgId,
  };
  expect(await errors(operator, 'submitConfiguration', unusual)).toMatchObject({
    code: 'CHECKS_NOT_GREEN',
    field: ['configurationName'],
  });
});

it.each([
  '00000000-0000-0000-0000-000000000000',
  '251e3919-1940-4296-bb8b-6b9a5e8a4805',
  'e463a445-c6ac-4ca2-b36a-b5146fcf6a52',
  TENANT,
])('the application ID %s is refused in its field', async (reference) => {
  const runId = await aRun(operator, (await anOrganization(operator)).id);
  await operator.must('attestStep', { runId, track: 'AEP', step: 'ENTITLEMENT', statement: 's' });
  const input = { runId, track: 'AEP', step: 'APP_REGISTRATION', statement: 's', reference };
  expect(await errors(operator, 'attestStep', input)).toMatchObject({
    code: 'INVALID_INPUT',
    field: ['reference'],
  });
});

it.each([{ cloud: 'AWS', region: 'VA7' }, { region: 'VA6' }])(
  'a run of an impossible combination does not start: %o',
  async (changes) => {
    // As an earlier program let it be entered.
    const { id, uuid } = await anOrganization(operator, { ...AWS, ...{ cloud: 'AWS' } });
    await server.database.query('update organization set cloud = $2, region = $3 where id = $1', [
      uuid,
      changes.cloud ?? 'AZURE',
      changes.region,
    ]);
    expect(await errors(operator, 'startRun', { organizationId: id })).toMatchObject({
      code: 'INVALID_INPUT',
      field: ['organizationId'],
    });
  },
);

it('what would be sent is shown until it was attested that somebody else sent it', async () => {
  const { id, imsOrgId: confirmImsOrgId } = await anOrganization(operator);
  const runId = await aRun(operator, id);
  const uuid = parseGlobalId('Run', runId)!;
  const track = 'AEP';
  const { run } = (await server.store.system().run(uuid))!;
  const attest = (step: string, more: object = {}) =>
    operator.must('attestStep', { runId, track, step, statement: 's', ...more });
  await attest('ENTITLEMENT');
  const keyIdentifier = exampleKeyIdentifier(run, track);
  await operator.must('provideKey', { runId, track, keyIdentifier });
  for (const step of ['VAULT', 'NETWORK', 'KEY']) await attest(step);
  await attest('APP_REGISTRATION', { reference: '5c0b3f52-9d2e-4a57-8f0e-6f6f2f1f7a01' });
  for (const step of ['CONSENT', 'ROLE']) await attest(step);
  await operator.must('requestApproval', { runId, track, configurationName: 'the-name' });
  await approver.must('approve', { runId, track, confirmImsOrgId });
  const preview = async (): Promise<Payload> => (await read(operator, runId)).tracks[0].preview;
  expect((await preview()).body).toContain(keyIdentifier);
  await attest('SUBMISSION', { reference: 'the-name', confirmImsOrgId });
  expect(await preview()).toBeNull();
});
