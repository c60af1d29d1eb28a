/** `connectAws` and `Organization.aws`: what a customer pastes, and the role that is stored. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrganization, aServer, type TestServer } from '../testing/aServer.ts';

const ROLE = 'arn:aws:iam::111122223333:role/KeywayRead';
const PRINCIPAL = 'arn:aws:iam::444455556666:role/keyway-worker';
const AWS = {
  cloud: 'AWS',
  region: 'VA6',
  shield: 'PRIVACY_AND_SECURITY_SHIELD',
  azureTenantId: null,
};

interface Aws {
  roleArn: string;
  externalId: string;
  region: string;
  trustPolicy: string;
  permissionsPolicy: string;
}

let server: TestServer;
beforeAll(async () => {
  server = await aServer({ awsPrincipal: PRINCIPAL });
});
afterAll(() => server.close());

const FIELDS = `aws { roleArn externalId region trustPolicy permissionsPolicy }
  awsConnection { kind state code clientId tenantId scopes
    en: cause es: cause(locale: "es") remedy }
  nextActions { mutation }`;
const READ = `query($id: ID!) { organization(id: $id) { ${FIELDS} } }`;
const connect = async (input: Record<string, unknown>, by = server.owner) => {
  const payload = await by.mutate('connectAws', input, `organization { ${FIELDS} }`);
  return payload as unknown as {
    organization: { aws: Aws } | null;
    userErrors: { code: string; message: string; field: string[] | null }[];
  };
};
const awsOf = async (input: Record<string, unknown>, by = server.owner): Promise<Aws> => {
  const { organization, userErrors } = await connect(input, by);
  expect(userErrors).toEqual([]);
  return organization!.aws;
};
const read = async (id: string) => (await server.owner.ask(READ, { id })).organization;

describe('before there is a role', () => {
  it('is answered the external ID and both policies, the same to whoever asks again', async () => {
    const { id: organizationId } = await anOrganization(server.owner, AWS);
    expect((await read(organizationId)).aws).toBeNull();
    const first = await awsOf({ organizationId, region: 'us-east-1', idempotencyKey: 'k' });
    expect(first).toMatchObject({ roleArn: '', region: 'us-east-1' });
    expect(JSON.parse(first.trustPolicy)).toMatchObject({
      Statement: [
        {
          Principal: { AWS: PRINCIPAL },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': first.externalId } },
        },
      ],
    });
    expect(JSON.parse(first.permissionsPolicy)).toMatchObject({
      Statement: [
        {
          Action: ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus'],
          Resource: 'arn:aws:kms:us-east-1:*:key/*',
        },
      ],
    });
    const second = await server.person('OPERATOR');
    for (const again of [
      await awsOf({ organizationId, region: 'us-east-1', idempotencyKey: 'k' }),
      await awsOf({ organizationId, region: 'us-east-1' }, second),
      (await read(organizationId)).aws,
    ])
      expect(again).toEqual(first);
  });

  it('is another external ID for every organization', async () => {
    const ids = await Promise.all(
      [1, 2, 3].map(async () => {
        const { id: organizationId } = await anOrganization(server.owner, AWS);
        return (await awsOf({ organizationId })).externalId;
      }),
    );
    expect(new Set(ids).size).toBe(3);
  });

  it('shows nothing to auditors who may not connect, and makes nothing for them', async () => {
    const { id: organizationId } = await anOrganization(server.owner, AWS);
    const auditor = await server.person('AUDITOR', ['read']);
    expect((await connect({ organizationId }, auditor)).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    expect((await read(organizationId)).aws).toBeNull();
  });
});

describe('a role', () => {
  it('is stored, tried and removed; the external ID stays', async () => {
    const { id: organizationId } = await anOrganization(server.owner, AWS);
    const { externalId } = await awsOf({ organizationId });
    expect(await awsOf({ organizationId, roleArn: ` ${ROLE} ` })).toMatchObject({
      roleArn: ROLE,
      region: 'us-east-1',
      externalId,
      permissionsPolicy: expect.stringContaining('us-east-1:111122223333:key/*') as string,
    });
    const names = async () =>
      ((await read(organizationId)).nextActions as { mutation: string }[]).map(
        ({ mutation }) => mutation,
      );
    expect(await names()).toEqual(expect.arrayContaining(['connectAws', 'disconnectAws']));
    expect((await read(organizationId)).awsConnection).toMatchObject({
      ...{ kind: 'AWS', state: 'NOT_TRIED', clientId: ROLE, tenantId: null, scopes: [] },
    });
    const claimed = await server.store.trials.claim(9);
    const trial = claimed.find(({ kind }) => kind === 'aws')!;
    const refused = { code: 'AccessDenied', message: 'no', status: 403, againAfterSeconds: 60 };
    await server.store.trials.record(trial, { result: 'failed', ...refused });
    expect((await read(organizationId)).awsConnection).toMatchObject({
      state: 'FAILED',
      en: expect.stringContaining('another external ID') as string,
      es: expect.stringContaining('otro ID externo') as string,
      remedy: expect.stringContaining('Copy the trust policy') as string,
    });
    await server.owner.must('tryConnection', { organizationId, kind: 'AWS' });
    expect((await read(organizationId)).awsConnection.state).toBe('NOT_TRIED');
    await server.owner.must('disconnectAws', { organizationId });
    expect(await read(organizationId)).toMatchObject({
      awsConnection: null,
      aws: { roleArn: '', externalId },
    });
    expect(await names()).not.toContain('disconnectAws');
    expect(
      (await server.owner.mutate('tryConnection', { organizationId, kind: 'AWS' })).userErrors,
    ).toMatchObject([{ code: 'CLOUD_NOT_CONNECTED' }]);
  });

  it.each([
    ['roleArn', { roleArn: 'KeywayRead' }],
    ['roleArn', { roleArn: 'arn:aws:iam::111122223333:user/x' }],
    ['roleArn', { roleArn: `arn:aws:iam::111122223333:role/${'x'.repeat(65)}` }],
    ['region', { region: 'us-east-1.evil.example.com' }],
    ['region', { roleArn: ROLE, region: '' }],
    ['region', { region: 'eu-west-1' }],
    ['region', { roleArn: ROLE, region: 'us-east-2' }],
  ])('is refused with the field %s: %j', async (field, given) => {
    const { id: organizationId } = await anOrganization(server.owner, AWS);
    expect(await connect({ organizationId, ...given })).toMatchObject({
      organization: null,
      userErrors: [{ code: 'INVALID_INPUT', field: [field] }],
    });
    expect((await read(organizationId)).aws).toBeNull();
  });

  it('says which region can work, in both languages (AWS-01, AWS-03)', async () => {
    const { id: organizationId } = await anOrganization(server.owner, AWS);
    const said = await server.owner.ask(
      `mutation($input: ConnectAwsInput!) { connectAws(input: $input) {
        userErrors { message es: message(locale: "es") } } }`,
      { input: { organizationId, roleArn: ROLE, region: 'eu-west-1' } },
    );
    const [{ message, es }] = said.connectAws.userErrors;
    for (const text of [message, es]) expect(text).toMatch(/VA6.*us-east-1.*eu-west-1.*AWS-03/);
  });

  it('is not for organizations on Azure, and keeps the cloud', async () => {
    const azure = await anOrganization(server.owner);
    for (const roleArn of [null, ROLE])
      expect((await connect({ organizationId: azure.id, roleArn })).userErrors).toMatchObject([
        { code: 'CONFLICT', field: ['organizationId'] },
      ]);
    expect((await read(azure.id)).nextActions).not.toContainEqual({ mutation: 'connectAws' });
    const { id: organizationId } = await anOrganization(server.owner, AWS);
    await awsOf({ organizationId, roleArn: ROLE });
    const change = { organizationId, cloud: 'AZURE', region: 'VA7' };
    expect((await server.owner.mutate('updateOrganization', change)).userErrors).toMatchObject([
      { code: 'CONFLICT', field: ['cloud'] },
    ]);
  });

  it('is neither shown nor stored across partners', async () => {
    const { id: organizationId } = await anOrganization(server.owner, AWS);
    const { externalId } = await awsOf({ organizationId });
    const outsider = await server.otherOwner();
    for (const roleArn of [null, ROLE])
      expect((await connect({ organizationId, roleArn }, outsider)).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['organizationId'] },
      ]);
    expect((await outsider.ask(READ, { id: organizationId })).organization).toBeNull();
    expect(await read(organizationId)).toMatchObject({
      awsConnection: null,
      aws: { externalId, roleArn: '' },
    });
  });
});

it('says what an administrator has to set where Keyway has no identity in AWS', async () => {
  const without = await aServer({ awsPrincipal: null });
  try {
    const { id: organizationId } = await anOrganization(without.owner, AWS);
    const { organization, userErrors } = await connect({ organizationId }, without.owner);
    expect(organization).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'CONFLICT', message: expect.stringContaining('KEYWAY_AWS_PRINCIPAL') as string },
    ]);
  } finally {
    await without.close();
  }
});

it('is offered on a run where Keyway has an identity in AWS, until a role is stored', async () => {
  const of = async (at: TestServer) => {
    const { id: organizationId } = await anOrganization(at.owner, AWS);
    const { run } = await at.owner.must('startRun', { organizationId }, 'run { id }');
    const offered = async () => {
      const query = 'query($id: ID!) { run(id: $id) { nextActions { mutation label } } }';
      const { nextActions } = (await at.owner.ask(query, { id: run.id })).run;
      return (nextActions as { mutation: string; label: string }[]).filter(
        ({ mutation }) => mutation === 'connectAws',
      );
    };
    return { organizationId, offered };
  };
  const { organizationId, offered } = await of(server);
  expect(await offered()).toEqual([{ mutation: 'connectAws', label: 'Connect AWS' }]);
  await awsOf({ organizationId, roleArn: ROLE });
  expect(await offered()).toEqual([]);
  const without = await aServer({ awsPrincipal: null });
  try {
    expect(await (await of(without)).offered()).toEqual([]);
  } finally {
    await without.close();
  }
});
