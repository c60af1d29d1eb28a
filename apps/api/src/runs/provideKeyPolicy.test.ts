/** `provideKeyPolicy`: the text of Adobe's page, pinned by whoever operates (AWS-05, AWS-07). */
import { parseGlobalId } from '@keyway/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';

const AWS = {
  cloud: 'AWS',
  region: 'VA6',
  shield: 'PRIVACY_AND_SECURITY_SHIELD',
  azureTenantId: null,
};
const ARN = 'arn:aws:kms:us-east-1:123456789012:key/0b9f1e2a-7c3d-4e5f-8a9b-0c1d2e3f4a5b';
const SIDS = ['Adobe', 'CJA Flow', 'CJA Integrity', 'CJA Oberon'];
const statement = (sid: string, index: number): string =>
  `{ "Sid": "${sid}", "Effect": "Allow", "Principal": { "AWS": "97504989888${index}" },
     "Action": ["kms:Decrypt", "kms:Encrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*",
       "kms:DescribeKey", "kms:CreateGrant",], "Resource": "*",
     "Condition": { "StringEquals": { "aws:PrincipalAccount": "97504989888${index}" } } }, // Adobe`;
const TEMPLATE = `{\n  "Statement": [ // of this organization\n${SIDS.map(statement).join('\n')}\n  ],\n}`;
const OTHER_TEMPLATE = TEMPLATE.replaceAll('975049898880', '975049898889');

let server: TestServer;
let operator: Client;
let colleague: Client;
let approver: Client;
beforeAll(async () => {
  server = await aServer();
  operator = await server.person('OPERATOR', ['read', 'runs:write']);
  colleague = await server.person('OPERATOR', ['read', 'runs:write']);
  approver = await server.person('APPROVER', ['read', 'approve']);
});
afterAll(() => server.close());

interface Begun {
  runId: string;
  imsOrgId: string;
}
async function begin(organization: Record<string, unknown> = AWS): Promise<Begun> {
  const { id, imsOrgId } = await anOrganization(operator, organization);
  return { runId: await aRun(operator, id), imsOrgId };
}
const provide = (by: Client, input: Record<string, unknown>): Promise<Payload> =>
  by.mutate('provideKeyPolicy', input, 'run { id version }');
const pinned = async (runId: string) =>
  (await server.store.system().run(parseGlobalId('Run', runId)!))!.run.tracks.AEP.keyPolicy ?? null;
const attest = (runId: string, step: string, more: object = {}): Promise<unknown> =>
  operator.must('attestStep', { runId, track: 'AEP', step, statement: 's', ...more });

/** Everything before the approval is attested. */
async function readyToApprove(): Promise<Begun> {
  const begun = await begin();
  await provide(operator, { runId: begun.runId, policy: TEMPLATE });
  await attest(begun.runId, 'ENTITLEMENT');
  await attest(begun.runId, 'KEY', { reference: ARN });
  await attest(begun.runId, 'POLICY');
  return begun;
}
const approvalOf = async (runId: string): Promise<Payload> =>
  (
    await operator.ask(
      `query($id: ID!) { run(id: $id) { tracks { approval { status evidenceHash } } } }`,
      { id: runId },
    )
  ).run.tracks[0].approval;
async function approve({ runId, imsOrgId }: Begun): Promise<void> {
  await operator.must('requestApproval', { runId, track: 'AEP' });
  await approver.must('approve', { runId, track: 'AEP', confirmImsOrgId: imsOrgId });
}

describe('the text of the page', () => {
  it('is pinned as it was pasted, with its comments, and is in the history (AWS-07)', async () => {
    const { runId } = await begin();
    const input = { runId, policy: TEMPLATE, idempotencyKey: 'paste' };
    const { run } = await operator.must('provideKeyPolicy', input, 'run { id version }');
    expect(run.id).toBe(runId);
    expect(await pinned(runId)).toMatchObject({ text: TEMPLATE });
    // The same request again is answered, and changes nothing.
    expect(await provide(operator, input)).toEqual({ run, userErrors: [] });
    const { history } = (
      await operator.ask(
        `query($id: ID!) { run(id: $id) { history(first: 1) { nodes {
          kind en: summary es: summary(locale: "es") } } } }`,
        { id: runId },
      )
    ).run;
    expect(history.nodes).toEqual([
      {
        kind: 'keyPolicyProvided',
        en: expect.stringContaining('Provided the key policy of Adobe’s page') as string,
        es: expect.stringContaining('Indicó la directiva de clave de la página') as string,
      },
    ]);
  });

  it('is shown statement by statement, also where nothing can be read', async () => {
    const { runId } = await begin();
    const query = `query($id: ID!) { run(id: $id) { tracks { id kmsKey { arn } keyPolicy {
      template templateProvidedAt current keepsAdmin extraPrincipals merged
      statements { sid state parts foundSid wanted found } } } } }`;
    const shown = async () => (await operator.ask(query, { id: runId })).run.tracks;
    expect((await shown())[0]).toMatchObject({ kmsKey: null, keyPolicy: null });
    await provide(operator, { runId, policy: TEMPLATE });
    const [aep, cja] = await shown();
    expect(aep.keyPolicy).toMatchObject({
      ...{ template: TEMPLATE, current: null, keepsAdmin: null, merged: null },
      extraPrincipals: [],
      statements: SIDS.map((sid) => ({ sid, state: null, parts: [], foundSid: null, found: null })),
    });
    expect(JSON.parse(aep.keyPolicy.statements[0].wanted)).toMatchObject({ Sid: 'Adobe' });
    expect(Date.parse(aep.keyPolicy.templateProvidedAt)).not.toBeNaN();
    expect(cja).toMatchObject({ id: 'CJA', kmsKey: null, keyPolicy: null });
  });

  it('can be replaced by a colleague, and the last one counts', async () => {
    const { runId } = await begin();
    await provide(operator, { runId, policy: TEMPLATE });
    const first = await pinned(runId);
    await provide(colleague, { runId, policy: OTHER_TEMPLATE });
    expect(await pinned(runId)).toMatchObject({ text: OTHER_TEMPLATE });
    expect((await pinned(runId))!.hash).not.toBe(first!.hash);
  });

  it.each([
    ['no JSON', `{\n  "Statement": [,]\n}`, /line 2, column 17/],
    ['a cut text', TEMPLATE.slice(0, -3), /line \d+, column \d+/],
    ['no policy', '{ "Rules": [] }', /line 1, column 1, “Statement”/],
    ['a statement for nobody', '[{ "Effect": "Allow" }]', /line 1, column 2, “Principal”/],
    [
      'the policy that AWS gives a new key',
      `[{ "Effect": "Allow", "Principal": { "AWS": "123456789012" }, "Action": "kms:*", "Resource": "*" }]`,
      /Adobe’s four accounts/,
    ],
    ['a part of the page', `[${statement('Adobe', 1)}\n]`, /Adobe’s four accounts/],
    [
      'more than the page',
      TEMPLATE.replace(
        '\n  ],',
        `\n{ "Sid": "Evil", "Effect": "Allow", "Principal": { "AWS": "999999999999" },
           "Action": "kms:*", "Resource": "*" } ],`,
      ),
      /“Evil” lets account 999999999999 do what Adobe doesn’t need: kms:\*/,
    ],
    ['too long a text', `[${' '.repeat(32_768)}]`, /32,768/],
    [
      'a text that nests without an end',
      `//${']'.repeat(16_000)}\n${'['.repeat(16_000)}`,
      /line 2, column 13/,
    ],
  ])('is refused where it is %s, with the place', async (_what, policy, message) => {
    const { runId } = await begin();
    const { run, userErrors } = await provide(operator, { runId, policy });
    expect(run).toBeNull();
    expect(userErrors).toEqual([
      {
        code: 'INVALID_INPUT',
        field: ['policy'],
        message: expect.stringMatching(message) as string,
      },
    ]);
    expect(await pinned(runId)).toBeNull();
  });
});

describe('who and where', () => {
  it('is refused on Azure, which has no key policy', async () => {
    const { runId } = await begin({});
    expect((await provide(operator, { runId, policy: TEMPLATE })).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: null },
    ]);
  });

  it('is for operators, and for nobody of another partner', async () => {
    const { runId } = await begin();
    expect((await provide(approver, { runId, policy: TEMPLATE })).userErrors).toMatchObject([
      { code: 'FORBIDDEN' },
    ]);
    const outsider = await server.otherOwner();
    expect((await provide(outsider, { runId, policy: TEMPLATE })).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['runId'] },
    ]);
    expect(await pinned(runId)).toBeNull();
  });
});

describe('an approval', () => {
  it('stays where only comments changed, and is void where a statement did', async () => {
    const begun = await readyToApprove();
    const { runId } = begun;
    await approve(begun);
    const { evidenceHash } = await approvalOf(runId);
    await provide(colleague, { runId, policy: TEMPLATE.replace('of this', 'of that') });
    expect(await approvalOf(runId)).toEqual({ status: 'APPROVED', evidenceHash });
    await provide(colleague, { runId, policy: OTHER_TEMPLATE });
    expect((await approvalOf(runId)).status).not.toBe('APPROVED');
  });

  it('used is the end of it: after the point of no return the text is fixed', async () => {
    const begun = await readyToApprove();
    const { runId, imsOrgId } = begun;
    await approve(begun);
    await attest(runId, 'SUBMISSION', { confirmImsOrgId: imsOrgId });
    expect((await provide(operator, { runId, policy: OTHER_TEMPLATE })).userErrors).toMatchObject([
      { code: 'STEP_ALREADY_DONE', field: null },
    ]);
    expect(await pinned(runId)).toMatchObject({ text: TEMPLATE });
  });
});
