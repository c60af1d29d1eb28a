/**
 * AWS from outside: the public API and the sandbox's controls, and nothing else. The set-up to its
 * end, and what stops it: each with step, check, rule, verdict and remedy (VAL-29 to VAL-31).
 */
import { expect, story } from '../person/story.ts';
import {
  attest,
  beginOnAws,
  createAwsCustomer,
  nameKeyAndPolicy,
  readRun,
  untilRun,
  type AwsPrepared,
  type SeenRun,
} from '../product/awsCustomers.ts';
import { mutate } from '../product/graphql.ts';
import { approve } from '../product/runs.ts';

const onTrack = ({ runId }: AwsPrepared) => ({ runId, track: 'AEP' });
const requestApproval = (prepared: AwsPrepared) =>
  mutate(
    'requestApproval',
    'RunTrackInput',
    { ...onTrack(prepared), configurationName: 'contoso-cmk' },
    'run { id }',
  );
const begin = async (scenario: string): Promise<AwsPrepared> => {
  const prepared = await beginOnAws(await createAwsCustomer(scenario));
  await nameKeyAndPolicy(prepared);
  return prepared;
};
const offers = (mutation: string) => (run: SeenRun) =>
  run.nextActions.some((action) => action.mutation === mutation);

/** From the evidence to the end: another token approves, and a person submits (AWS-09). */
async function complete(prepared: AwsPrepared): Promise<void> {
  const { runId, imsOrgId } = prepared;
  await requestApproval(prepared);
  const saved = { reference: 'contoso-cmk', confirmImsOrgId: imsOrgId };
  await expect(attest(runId, 'SUBMISSION', saved)).rejects.toThrow(/APPROVAL_REQUIRED/);
  await approve(prepared, 'AEP');
  await expect(
    attest(runId, 'SUBMISSION', { ...saved, confirmImsOrgId: 'X@AdobeOrg' }),
  ).rejects.toThrow(/CONFIRMATION_MISMATCH/);
  await attest(runId, 'SUBMISSION', saved);
  await untilRun(runId, 'submitted', ({ steps }) => steps['SUBMISSION']?.status === 'DONE');
  await attest(runId, 'ACTIVATION');
  expect((await readRun(runId)).status).not.toBe('COMPLETED');
  await attest(runId, 'CONFIRMATION', { reference: 'mail of the account team' });
  await untilRun(runId, 'completed', ({ status }) => status === 'COMPLETED');
}

story('a customer on AWS is read, approved by another and submitted by hand', async () => {
  const prepared = await begin('awsHappyPath');
  expect(prepared.template).toContain('//');
  const ready = await untilRun(prepared.runId, 'approvable', offers('requestApproval'));
  for (const id of ['KEY', 'POLICY']) {
    const step = ready.steps[id];
    expect(step).toMatchObject({ status: 'DONE', mode: 'VERIFIED', actor: 'AWS_ADMIN' });
    expect(step?.checks.map(({ verdict }) => verdict)).toEqual(step?.checks.map(() => 'PASS'));
  }
  await complete(prepared);
});

interface Stop {
  step: 'KEY' | 'POLICY';
  status: string;
  check: string;
  verdict: string;
  rule: string;
  remedy: RegExp;
}
const stop = (
  step: Stop['step'],
  status: string,
  [check, verdict, rule]: [string, string, string],
  remedy: RegExp,
): Stop => ({ step, status, check, verdict, rule, remedy });

const HOLDS = 'keyPolicyHoldsTemplate';
/** What each scenario is stopped by. */
const STOPS: Record<string, Stop> = {
  awsAsymmetricKey: stop('KEY', 'BLOCKED', ['kmsKeyIsSymmetric', 'BLOCK', 'AWS-02'], /symmetric/),
  awsSigningKey: stop('KEY', 'BLOCKED', ['kmsKeyIsSymmetric', 'BLOCK', 'VAL-29'], /symmetric/),
  awsKeyDisabled: stop('KEY', 'BLOCKED', ['kmsKeyIsEnabled', 'BLOCK', 'AWS-12'], /enable-key/),
  awsPendingDeletion: stop(
    'KEY',
    'BLOCKED',
    ['kmsKeyIsEnabled', 'BLOCK', 'AWS-12'],
    /cancel-key-deletion/,
  ),
  awsPendingImport: stop('KEY', 'BLOCKED', ['kmsKeyIsEnabled', 'BLOCK', 'AWS-12'], /mport/),
  awsAwsManagedKey: stop(
    'KEY',
    'BLOCKED',
    ['kmsKeyIsCustomerManaged', 'BLOCK', 'AWS-04'],
    /ARN here/,
  ),
  awsImportedMaterial: stop('KEY', 'DONE', ['kmsKeyMaterialIsOwn', 'WARN', 'AWS-02'], /KMS/),
  awsRotationOff: stop('KEY', 'DONE', ['kmsKeyRotates', 'WARN', 'ROT-09'], /otation/),
  awsDescribeKeyDenied: stop(
    'KEY',
    'WAITING',
    ['kmsKeyExists', 'UNKNOWN', 'VAL-29'],
    /kms:DescribeKey/,
  ),
  awsRotationStatusDenied: stop(
    'KEY',
    'DONE',
    ['kmsKeyRotates', 'WARN', 'ROT-09'],
    /kms:GetKeyRotationStatus/,
  ),
  awsRoleNotAssumable: stop('KEY', 'WAITING', ['kmsKeyExists', 'UNKNOWN', 'VAL-29'], /trust/),
  awsWrongExternalId: stop('KEY', 'WAITING', ['kmsKeyExists', 'UNKNOWN', 'VAL-29'], /trust/),
  awsGetKeyPolicyDenied: stop(
    'POLICY',
    'WAITING',
    [HOLDS, 'UNKNOWN', 'VAL-31'],
    /kms:GetKeyPolicy/,
  ),
  awsDefaultPolicy: stop('POLICY', 'WAITING', [HOLDS, 'BLOCK', 'VAL-31'], /“Merged policy”/),
  awsSidClash: stop('POLICY', 'BLOCKED', [HOLDS, 'BLOCK', 'VAL-31'], /“Merged policy”/),
  awsStatement3Missing: stop('POLICY', 'BLOCKED', [HOLDS, 'BLOCK', 'AWS-13'], /“Merged policy”/),
  awsActionMissing: stop('POLICY', 'BLOCKED', [HOLDS, 'BLOCK', 'AWS-04'], /tatement/),
  awsConditionDiffers: stop('POLICY', 'BLOCKED', [HOLDS, 'BLOCK', 'VAL-31'], /tatement/),
  awsRootStatementLost: stop(
    'POLICY',
    'BLOCKED',
    ['keyPolicyKeepsAdmin', 'BLOCK', 'AWS-05'],
    /“Merged policy”/,
  ),
  awsExtraPrincipal: stop('POLICY', 'DONE', ['keyPolicyNamesNoOthers', 'WARN', 'AWS-08'], /ccount/),
  awsSidRepeated: stop('POLICY', 'DONE', ['keyPolicySidsAreUnique', 'WARN', 'AWS-06'], /Sid/),
};

const READ = ['KEY', 'POLICY'] as const;

for (const [scenario, { step, status, check, verdict, rule, remedy }] of Object.entries(STOPS)) {
  story(`${scenario}: ${step} is ${status} by ${check}, and no approval follows`, async () => {
    const prepared = await begin(scenario);
    const run = await untilRun(prepared.runId, `${step} ${status} by ${check}`, ({ steps }) => {
      const found = steps[step]?.checks.find(({ id }) => id === check);
      // A warning leaves the approval open: then everything before it is to be read first.
      const isRead = verdict !== 'WARN' || READ.every((id) => steps[id]?.status === 'DONE');
      return steps[step]?.status === status && found?.verdict === verdict && isRead;
    });
    const found = run.steps[step]!.checks.find(({ id }) => id === check)!;
    expect(found.rules).toContain(rule);
    for (const text of [found.expected, found.cause, found.remedy]) expect(text).toBeTruthy();
    expect(found.remedy).toMatch(remedy);
    expect(run.steps['SUBMISSION']?.status).toBe('LOCKED');
    await expect(requestApproval(prepared)).rejects.toThrow(
      verdict === 'WARN' ? /WARN|CHECKS_NOT_GREEN/ : /CHECKS_NOT_GREEN|STEP_LOCKED/,
    );
    // A failing check can’t be attested.
    if (verdict !== 'UNKNOWN' && status === 'BLOCKED')
      await expect(attest(prepared.runId, step)).rejects.toThrow(/attestStep/);
  });
}

story('ARNs that name no key that Adobe takes are refused where they are typed', async () => {
  const { runId, aws } = await beginOnAws(await createAwsCustomer('awsHappyPath'));
  const provide = (keyIdentifier: string) =>
    mutate('provideKey', 'ProvideKeyInput', { runId, track: 'AEP', keyIdentifier }, 'run { id }');
  const inAccount = `arn:aws:kms:us-east-1:${aws.account}`;
  for (const [given, why] of [
    [`${inAccount}:alias/adobe-cmk`, /alias/],
    ['alias/adobe-cmk', /alias/],
    [`${inAccount}:key/mrk-${'0123456789abcdef'.repeat(2)}`, /multi-Region/],
    [aws.keyArn.replace('us-east-1', 'eu-central-1'), /us-east-1/],
    [aws.keyArn.split('/')[1]!, /ARN/],
    [aws.keyArn.replace('arn:aws:', 'arn:aws-cn:'), /partition|China|aws/],
    ['https://contoso.vault.azure.net/keys/aep', /is on AWS/],
  ] as const) {
    await expect(provide(given)).rejects.toThrow(/"code":"INVALID_INPUT"/);
    await expect(provide(given)).rejects.toThrow(why);
  }
  expect((await readRun(runId)).steps['KEY']).toMatchObject({ status: 'READY', checks: [] });
});

story('the policy of the page is read with its comments, and nothing is guessed', async () => {
  const prepared = await beginOnAws(await createAwsCustomer('awsHappyPath'));
  const { runId, aws, template } = prepared;
  const provide = (policy: string) =>
    mutate('provideKeyPolicy', 'ProvideKeyPolicyInput', { runId, policy }, 'run { id }');
  const broken = template.replace('"Statement": [', '"Statement": ');
  await expect(provide(broken)).rejects.toThrow(/line/);
  await expect(provide('see the mail')).rejects.toThrow(/INVALID_INPUT/);
  await expect(provide(template.replaceAll('"Allow"', '"Permit"'))).rejects.toThrow(/Effect/);
  const key = { runId, track: 'AEP', keyIdentifier: aws.keyArn };
  await mutate('provideKey', 'ProvideKeyInput', key, 'run { id }');
  // As people paste it: the comments of the page, more of them, a comma too many, a BOM.
  await provide(`\uFEFF/* from Adobe */\n${template.replace(/\}\s*\]\s*\}\s*$/, '},\n  ],\n}')}\n`);
  const run = await untilRun(runId, 'approvable', offers('requestApproval'));
  expect(run.steps['POLICY']).toMatchObject({ status: 'DONE', mode: 'VERIFIED' });
});

story('warnings are accepted one by one, with a reason, before an approval', async () => {
  const prepared = await begin('awsRotationOff');
  const { runId } = prepared;
  await untilRun(runId, 'read', ({ steps }) => steps['POLICY']?.status === 'DONE');
  await expect(requestApproval(prepared)).rejects.toThrow(/kmsKeyRotates|accept/i);
  await mutate(
    'overrideCheck',
    'OverrideCheckInput',
    { ...onTrack(prepared), check: 'kmsKeyRotates', reason: 'rotated by hand each year' },
    'run { id }',
  );
  await complete(prepared);
});

story('what is repaired in AWS is read again, and what breaks late stops it', async () => {
  const prepared = await begin('awsGetKeyPolicyDenied');
  const { runId, imsOrgId } = prepared;
  await untilRun(runId, 'denied', ({ steps }) => steps['POLICY']?.status === 'WAITING');
  await createAwsCustomer('awsHappyPath', { imsOrgId });
  await mutate('verify', 'VerifyInput', { runId }, 'run { id }');
  await untilRun(runId, 'approvable', offers('requestApproval'));
  await requestApproval(prepared);
  await approve(prepared, 'AEP');
  await createAwsCustomer('awsStatement4Missing', { imsOrgId });
  await attest(runId, 'SUBMISSION', { reference: 'contoso-cmk', confirmImsOrgId: imsOrgId });
  const run = await untilRun(runId, 'void', ({ steps }) => steps['POLICY']?.status === 'BLOCKED');
  expect(run.steps['SUBMISSION']?.status).toBe('LOCKED');
  expect(run.completedAt).toBeNull();
});

/** What the public API says of one check of KEY. */
const checkOfKey = ({ steps }: SeenRun, check: string) =>
  steps['KEY']?.checks.find(({ id }) => id === check);

story('a KMS key of two organizations warns both before an approval', async () => {
  const first = await begin('awsHappyPath');
  await untilRun(first.runId, 'approvable', offers('requestApproval'));
  const { imsOrgId: keyOf } = first;
  const second = await beginOnAws(await createAwsCustomer('awsHappyPath', { keyOf }));
  expect(second.aws.keyArn).toBe(first.aws.keyArn);
  await nameKeyAndPolicy(second);
  const shared = (run: SeenRun) => checkOfKey(run, 'kmsKeyIsNotShared')?.verdict === 'WARN';
  const read = await untilRun(second.runId, 'read', (run) => {
    return shared(run) && READ.every((id) => run.steps[id]?.status === 'DONE');
  });
  expect(checkOfKey(read, 'kmsKeyIsNotShared')?.rules).toContain('VAL-09');
  await expect(requestApproval(second)).rejects.toThrow(/kmsKeyIsNotShared|CHECKS_NOT_GREEN/);
  // The policy also admits the account that Adobe uses for the other organization (AWS-08).
  for (const check of ['kmsKeyIsNotShared', 'keyPolicyNamesNoOthers'])
    await mutate(
      'overrideCheck',
      'OverrideCheckInput',
      { ...onTrack(second), check, reason: 'one key for both, as agreed' },
      'run { id }',
    );
  await untilRun(second.runId, 'approvable', offers('requestApproval'));
  await requestApproval(second);
  // The other organization learns of it as soon as its key is read again.
  await mutate('verify', 'VerifyInput', { runId: first.runId }, 'run { id }');
  await untilRun(first.runId, 'warned', shared);
  await expect(requestApproval(first)).rejects.toThrow(/kmsKeyIsNotShared|CHECKS_NOT_GREEN/);
});
