/** What a warning about a KMS key of several organizations says of them, and to whom (VAL-09). */
import { randomUUID } from 'node:crypto';
import { parseGlobalId } from '@keyway/core';
import { kmsStep } from '@keyway/core/testing';
import { aClock, continuing } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

const ACCOUNT = '111122223333';
const ARN = `arn:aws:kms:us-east-1:${ACCOUNT}:key/${randomUUID()}`;
const ROLE = { roleArn: `arn:aws:iam::${ACCOUNT}:role/KeywayRead`, region: 'us-east-1' };
const AWS = {
  ...{ cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD', azureTenantId: null },
};

let server: TestServer;
const ids: string[] = [];
let runId: string;

beforeAll(async () => {
  server = await aServer();
  const { owner } = server;
  const runs: string[] = [];
  for (const name of ['Adatum', 'Bellows', 'Contoso']) {
    const { id } = await anOrganization(owner, { ...AWS, name });
    await owner.must('connectAws', { organizationId: id }, 'organization { id }');
    await owner.must('connectAws', { organizationId: id, ...ROLE }, 'organization { id }');
    const of = await aRun(owner, id);
    await owner.must('attestStep', {
      ...{ runId: of, track: 'AEP', step: 'ENTITLEMENT', statement: 's' },
    });
    await owner.must('provideKey', { runId: of, track: 'AEP', keyIdentifier: ARN });
    ids.push(id);
    runs.push(of);
  }
  runId = runs[0]!;
  const uuid = parseGlobalId('Run', runId)!;
  const system = server.store.system();
  const { run } = (await system.run(uuid))!;
  const seen = continuing(run, aClock(run.updatedAt));
  const others = await system.otherOrganizationsSharing(
    { partnerId: server.partnerId, organizationId: run.organization.id },
    ARN,
  );
  expect(others).toBe(2);
  seen.observe('key', 'AEP', { ...kmsStep({ arn: ARN }), otherOrganizations: others });
  for (const event of seen.events) await system.advance(uuid, { ...event, id: randomUUID() });
});
afterAll(() => server.close());

const CHECKS = 'checks { id verdict observed(locale: $locale) cause(locale: $locale) }';
async function readBy(client: Client, locale = 'en'): Promise<string> {
  const query = `query($id: ID!, $locale: String!) { run(id: $id) { tracks { steps { ${CHECKS} } } } }`;
  const { run } = await client.ask(query, { id: runId, locale });
  const check = (run.tracks as Payload[])
    .flatMap(({ steps }) => steps as Payload[])
    .flatMap(({ checks }) => checks as Payload[])
    .find(({ id }) => id === 'kmsKeyIsNotShared')!;
  expect(check.verdict).toBe('WARN');
  return `${check.observed}. ${check.cause}`;
}
const limitedTo = (...organizationIds: string[]) =>
  server.person('OPERATOR', ['read', 'runs:write'], organizationIds);

it('names them to who sees all of them', async () => {
  const named = /^Other organizations use this KMS key too: Bellows and Contoso\./;
  expect(await readBy(server.owner)).toMatch(named);
  expect(await readBy(await limitedTo(...ids))).toMatch(named);
  expect(await readBy(server.owner, 'es')).toMatch(/: Bellows y Contoso\./);
});

it('says neither who nor how many they are to who sees some of them, or none', async () => {
  for (const seen of [[ids[0]!], [ids[0]!, ids[1]!]]) {
    const text = await readBy(await limitedTo(...seen));
    expect(text).toMatch(/^This KMS key is also used for another set-up that the partner runs/);
    expect(text).not.toMatch(/\d|several|organizations|Bellows|Contoso/);
  }
});
