/** Hand-offs to a customer's AWS admin: what the link shows of the role, the key and its policy. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/KeywayRead`;
const PRINCIPAL = 'arn:aws:iam::444455556666:role/keyway-worker';
const AWS = {
  ...{ cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD', azureTenantId: null },
};
const aKey = (account = ACCOUNT) => `arn:aws:kms:us-east-1:${account}:key/${randomUUID()}`;
const HANDED_OFF = `actor steps { id sentence mayCheck mayAttest
    instructions { text values { label value } scripts { tool text } } }
  later { id }`;

let server: TestServer;
beforeAll(async () => {
  server = await aServer(
    { awsPrincipal: PRINCIPAL },
    { handOffRate: { max: 40, windowMs: 60_000 } },
  );
});
afterAll(() => server.close());

async function aRunOnAws() {
  const { owner } = server;
  const { id: organizationId } = await anOrganization(owner, AWS);
  const prepared: Payload = await owner.must(
    'connectAws',
    { organizationId },
    'organization { aws { externalId } }',
  );
  const externalId = prepared.organization.aws.externalId as string;
  const runId = await aRun(owner, organizationId);
  await owner.must('attestStep', { runId, track: 'AEP', step: 'ENTITLEMENT', statement: 's' });
  return { organizationId, externalId, runId };
}

async function linkOf(runId: string) {
  const made: Payload = await server.owner.must(
    'createHandOff',
    { runId, actor: 'AWS_ADMIN' },
    'url',
  );
  return server.client((made.url as string).split('/').at(-1)!);
}
const handedOff = async (link: Awaited<ReturnType<typeof linkOf>>): Promise<Payload> =>
  (await link.ask(`{ handedOff { ${HANDED_OFF} } }`)).handedOff;

describe('the link for an AWS admin', () => {
  it('shows the role to create before Keyway is connected, with this organization’s external ID', async () => {
    const { runId, externalId } = await aRunOnAws();
    const other = await aRunOnAws();
    const link = await linkOf(runId);
    const shown = await handedOff(link);
    expect(shown).toMatchObject({ actor: 'AWS_ADMIN', later: [{ id: 'POLICY' }] });
    expect(shown.steps).toMatchObject([{ id: 'KEY', mayCheck: false, mayAttest: false }]);
    expect(shown.steps[0].sentence).toBe('To do: create or correct the KMS key.');
    const { values, scripts, text } = shown.steps[0].instructions;
    const trust = values.find(({ label }: { label: string }) => /^Trust policy/.test(label));
    expect(JSON.parse(trust.value)).toMatchObject({
      Statement: [
        {
          Principal: { AWS: PRINCIPAL },
          Condition: { StringEquals: { 'sts:ExternalId': externalId } },
        },
      ],
    });
    expect(scripts.some((one: { text: string }) => one.text.includes(externalId))).toBe(true);
    expect(text).toMatch(/IAM role[^]*Send the key’s ARN/);
    expect(JSON.stringify(shown)).not.toContain(other.externalId);
  });

  it('has the key checked once it is named and the role connected, and attests neither', async () => {
    const { runId, organizationId } = await aRunOnAws();
    const link = await linkOf(runId);
    const { owner } = server;
    await owner.must('provideKey', { runId, track: 'AEP', keyIdentifier: aKey() });
    expect((await handedOff(link)).steps).toMatchObject([{ mayCheck: false, mayAttest: true }]);
    await owner.must('connectAws', { organizationId, roleArn: ROLE });
    const { steps } = await handedOff(link);
    expect(steps).toMatchObject([{ id: 'KEY', mayCheck: true, mayAttest: false }]);
    expect(steps[0].instructions.text).not.toMatch(/Send the key’s ARN/);
    const asked = await link.mutate('checkHandedOff', { track: 'AEP', step: 'KEY' });
    expect(asked.userErrors).toEqual([]);
    const attested = await link.mutate('attestHandedOff', {
      ...{ track: 'AEP', step: 'KEY', statement: 'Made it.', by: 'Luis Vega' },
    });
    expect(attested.userErrors).not.toEqual([]);
  });

  it('names no key: neither by attesting KEY nor by anything that needs an account', async () => {
    const { runId, organizationId } = await aRunOnAws();
    const link = await linkOf(runId);
    const attested = await link.mutate('attestHandedOff', {
      ...{ track: 'AEP', step: 'KEY', statement: aKey(), by: 'Luis Vega' },
    });
    expect(attested.userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
    for (const [name, input] of [
      ['provideKey', { runId, track: 'AEP', keyIdentifier: aKey() }],
      ['provideKeyPolicy', { runId, policy: '{}' }],
      ['connectAws', { organizationId, roleArn: ROLE }],
    ] as const)
      await expect(link.mutate(name, input)).rejects.toThrow();
    await expect(link.ask(`{ node(id: "${organizationId}") { id } }`)).rejects.toThrow();
  });

  it('is for runs on AWS alone, as the others are for runs on Azure', async () => {
    const { runId } = await aRunOnAws();
    const azure = await aRun(server.owner, (await anOrganization(server.owner)).id);
    for (const input of [
      { runId, actor: 'AZURE_ADMIN' },
      { runId, actor: 'ENTRA_ADMIN' },
      { runId: azure, actor: 'AWS_ADMIN' },
    ])
      expect((await server.owner.mutate('createHandOff', input)).userErrors).toMatchObject([
        { field: ['actor'] },
      ]);
  });
});

describe('a key and a role of two accounts', () => {
  const OTHER = '999988887777';

  it('are refused in either order, and none is stored', async () => {
    const { runId, organizationId } = await aRunOnAws();
    const { owner } = server;
    await owner.must('connectAws', { organizationId, roleArn: ROLE });
    const provided = await owner.mutate('provideKey', {
      ...{ runId, track: 'AEP', keyIdentifier: aKey(OTHER) },
    });
    expect(provided.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['keyIdentifier'] }]);
    await owner.must('provideKey', { runId, track: 'AEP', keyIdentifier: aKey() });
    const connected = await owner.mutate('connectAws', {
      ...{ organizationId, roleArn: ROLE.replace(ACCOUNT, OTHER) },
    });
    expect(connected.userErrors).toMatchObject([{ code: 'CONFLICT', field: ['roleArn'] }]);
    const { organization } = await owner.ask(
      'query($id: ID!) { organization(id: $id) { aws { roleArn } } }',
      { id: organizationId },
    );
    expect(organization.aws.roleArn).toBe(ROLE);
  });
});
