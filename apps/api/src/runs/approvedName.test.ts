/** The name of a configuration is part of what is approved: no path submits another one. */
import { parseGlobalId } from '@keyway/core';
import { aClock, continuing, exampleKeyIdentifier } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anOrganization, aRun, aServer, type Client, type TestServer } from '../testing/aServer.ts';

const NAME = 'contoso-cmk';
/** Each is easily taken for it, or becomes it where somebody normalizes. */
const OTHERS = [
  'Contoso-cmk',
  'contoso-cmk2',
  `${NAME} `,
  ` ${NAME}`,
  'contoso-\u0441mk',
  'keyway-cmk',
];

let server: TestServer;
let operator: Client;
let approver: Client;
beforeAll(async () => {
  server = await aServer();
  operator = await server.person('OPERATOR', ['read', 'runs:write']);
  approver = await server.person('APPROVER', ['read', 'approve']);
});
afterAll(() => server.close());

const track = 'AEP';
const stored = async (runId: string) =>
  (await server.store.system().run(parseGlobalId('Run', runId)!))!.run;
const code = async (mutation: string, input: Record<string, unknown>): Promise<unknown> =>
  (await operator.mutate(mutation, input)).userErrors[0]?.code ?? null;

/** A run of which approval of AEP can be requested; read by Keyway, or attested. */
async function prepared(cloud: 'AZURE' | 'AWS') {
  const aws = { region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD', azureTenantId: null };
  const { id, imsOrgId } = await anOrganization(operator, cloud === 'AWS' ? { cloud, ...aws } : {});
  if (cloud === 'AZURE')
    await operator.must('connectAdobe', {
      ...{ organizationId: id, clientId: 'c', clientSecret: 'sandbox-a', scopes: ['openid'] },
    });
  const runId = await aRun(operator, id);
  const attest = (step: string, more: object = {}) =>
    operator.must('attestStep', { runId, track, step, statement: 's', ...more });
  await attest('ENTITLEMENT');
  if (cloud === 'AWS') {
    const reference = 'arn:aws:kms:us-east-1:123456789012:key/0b9f1e2a-7c3d-4e5f-8a9b-0c1d2e3f4a5b';
    await attest('KEY', { reference });
    await attest('POLICY');
  } else {
    const keyIdentifier = exampleKeyIdentifier(await stored(runId), track);
    await operator.must('provideKey', { runId, track, keyIdentifier });
    const { events } = continuing(await stored(runId), aClock()).at('approval', track);
    for (const event of events)
      await server.store.system().advance(parseGlobalId('Run', runId)!, event);
  }
  return { runId, organizationId: id, confirmImsOrgId: imsOrgId };
}

/** The same, approved under the name. */
async function approved(cloud: 'AZURE' | 'AWS') {
  const begun = await prepared(cloud);
  const { runId, confirmImsOrgId } = begun;
  await operator.must('requestApproval', { runId, track, configurationName: NAME });
  await approver.must('approve', { runId, track, confirmImsOrgId });
  return begun;
}

it('submits no other name by the argument of the mutation', async () => {
  const { runId, confirmImsOrgId } = await approved('AZURE');
  for (const configurationName of OTHERS)
    expect(await code('submitConfiguration', { runId, configurationName, confirmImsOrgId })).toBe(
      'INVALID_INPUT',
    );
  expect((await stored(runId)).tracks.AEP.submission).toBeNull();
  expect(
    await code('submitConfiguration', { runId, configurationName: NAME, confirmImsOrgId }),
  ).toBeNull();
  expect((await stored(runId)).tracks.AEP.submission).toMatchObject({ name: NAME });
});

it('attests no other name', async () => {
  const { runId, confirmImsOrgId } = await approved('AWS');
  const attest = { runId, track, step: 'SUBMISSION', statement: 'Saved', confirmImsOrgId };
  for (const reference of [null, ...OTHERS.filter((name) => name.trim() === name)])
    expect(await code('attestStep', { ...attest, reference })).toBe('INVALID_INPUT');
  expect((await stored(runId)).tracks.AEP.approval?.status).toBe('approved');
  expect(await code('attestStep', { ...attest, reference: NAME })).toBeNull();
});

it('keeps the name and its hash whatever is requested while the approval stands', async () => {
  const { runId, organizationId } = await approved('AZURE');
  const before = (await stored(runId)).tracks.AEP.approval;
  for (const configurationName of [...OTHERS, NAME, null])
    expect(await code('requestApproval', { runId, track, configurationName })).not.toBeNull();
  await operator.must(
    'startBulk',
    { action: 'REQUEST_APPROVAL', track, organizationIds: [organizationId] },
    'job { id }',
  );
  while ((await server.store.bulk.work()) > 0);
  expect((await stored(runId)).tracks.AEP.approval).toEqual(before);
});

it('names what a bulk job requests', async () => {
  const { runId, organizationId } = await prepared('AZURE');
  await operator.must(
    'startBulk',
    { action: 'REQUEST_APPROVAL', track, organizationIds: [organizationId] },
    'job { id }',
  );
  while ((await server.store.bulk.work()) > 0);
  expect((await stored(runId)).tracks.AEP.approval).toMatchObject({
    ...{ status: 'requested', configurationName: 'keyway-cmk' },
  });
});
