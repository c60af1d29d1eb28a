/** KEY and POLICY on AWS, read through the role of the customer's account. */
import type { KmsStepFacts, Run } from '@keyway/core';
import { anImsOrgId, anOccurrence, OPERATOR, requireAccepted, requireDone } from '@keyway/testing';
import { describe, expect, it } from 'vitest';
import {
  applyRunEvent,
  partner,
  sandbox,
  store,
  until,
  withWorkers,
  workerUnderTest,
} from './testing/workerUnderTest.ts';

workerUnderTest();

interface AwsCustomer {
  imsOrgId: string;
  aws: { roleArn: string; region: string; keyArn: string; keyPolicyTemplate: string };
}

const customerOf = (scenario: string): Promise<AwsCustomer> =>
  sandbox.control<AwsCustomer>('POST', '/scenario', { scenario });

/** A customer of a scenario, its role stored, its key and its template named. */
async function begin(scenario: string): Promise<{ customer: AwsCustomer; runId: string }> {
  const customer = await customerOf(scenario);
  return { customer, runId: await beginFor(customer) };
}

async function beginFor({ imsOrgId, aws }: AwsCustomer): Promise<string> {
  const { id } = await partner.organization({
    ...{ imsOrgId, cloud: 'AWS', region: 'VA6', azureTenantId: null },
    shield: 'PRIVACY_AND_SECURITY_SHIELD',
  });
  const begun = await partner.store.mutate(
    { principal: OPERATOR.principal, operation: 'test', input: null },
    async (unit) => {
      const role = { roleArn: aws.roleArn, region: aws.region };
      requireDone(await unit.connections.setAwsRole(id, role, anOccurrence));
      return requireDone<{ run: { run: { id: string } } }>(
        (await unit.runs.start(id, anOccurrence())) as never,
      );
    },
  );
  const runId = requireAccepted(begun).run.run.id;
  const entitled = { track: 'AEP', step: 'ENTITLEMENT', statement: 'seen', reference: null };
  await applyRunEvent(runId, 'stepAttested', entitled as never);
  const key = { track: 'AEP', keyIdentifier: aws.keyArn, vaultResourceId: null };
  await applyRunEvent(runId, 'keyProvided', key as never);
  await applyRunEvent(runId, 'keyPolicyProvided', { policy: aws.keyPolicyTemplate });
  return runId;
}

const factsIn = (run: Run, step: 'KEY' | 'POLICY') => run.tracks.AEP.steps[step]?.facts ?? null;

/** What was read of the key, once it was. */
async function keyFactsOf(runId: string): Promise<KmsStepFacts> {
  const run = await until('KEY read', runId, (one) => factsIn(one, 'KEY') !== null);
  return factsIn(run, 'KEY') as KmsStepFacts;
}

/** The status of KEY and POLICY, and what of their checks does not pass. */
const VERDICTS: [string, { KEY: string; POLICY: string }, string[]][] = [
  ['awsHappyPath', { KEY: 'DONE', POLICY: 'DONE' }, []],
  ['awsAsymmetricKey', { KEY: 'BLOCKED', POLICY: 'LOCKED' }, ['kmsKeyIsSymmetric asymmetric']],
  ['awsSigningKey', { KEY: 'BLOCKED', POLICY: 'LOCKED' }, ['kmsKeyIsSymmetric asymmetric']],
  [
    'awsAwsManagedKey',
    { KEY: 'BLOCKED', POLICY: 'LOCKED' },
    ['kmsKeyIsCustomerManaged awsManaged'],
  ],
  ['awsKeyDisabled', { KEY: 'BLOCKED', POLICY: 'LOCKED' }, ['kmsKeyIsEnabled disabled']],
  ['awsPendingDeletion', { KEY: 'BLOCKED', POLICY: 'LOCKED' }, ['kmsKeyIsEnabled pendingDeletion']],
  ['awsPendingImport', { KEY: 'BLOCKED', POLICY: 'LOCKED' }, ['kmsKeyIsEnabled pendingImport']],
  ['awsImportedMaterial', { KEY: 'DONE', POLICY: 'DONE' }, ['kmsKeyMaterialIsOwn imported']],
  ['awsExpiringMaterial', { KEY: 'DONE', POLICY: 'DONE' }, ['kmsKeyMaterialIsOwn expiring']],
  ['awsRotationOff', { KEY: 'DONE', POLICY: 'DONE' }, ['kmsKeyRotates off']],
  ['awsDefaultPolicy', { KEY: 'DONE', POLICY: 'WAITING' }, ['keyPolicyHoldsTemplate missing']],
  ['awsSidClash', { KEY: 'DONE', POLICY: 'BLOCKED' }, ['keyPolicyHoldsTemplate missing']],
  ['awsSidRepeated', { KEY: 'DONE', POLICY: 'DONE' }, ['keyPolicySidsAreUnique repeated']],
  ...[1, 2, 3, 4].map((position): (typeof VERDICTS)[number] => [
    `awsStatement${position}Missing`,
    { KEY: 'DONE', POLICY: 'BLOCKED' },
    ['keyPolicyHoldsTemplate missing'],
  ]),
  ['awsActionMissing', { KEY: 'DONE', POLICY: 'BLOCKED' }, ['keyPolicyHoldsTemplate differing']],
  ['awsConditionDiffers', { KEY: 'DONE', POLICY: 'BLOCKED' }, ['keyPolicyHoldsTemplate differing']],
  ['awsExtraPrincipal', { KEY: 'DONE', POLICY: 'DONE' }, ['keyPolicyNamesNoOthers others']],
  ['awsRootStatementLost', { KEY: 'DONE', POLICY: 'BLOCKED' }, ['keyPolicyKeepsAdmin lost']],
  ['awsRotationStatusDenied', { KEY: 'DONE', POLICY: 'DONE' }, ['kmsKeyRotates notRead']],
  ['awsDescribeKeyDenied', { KEY: 'WAITING', POLICY: 'LOCKED' }, ['kmsKeyExists unreadable']],
  ['awsGetKeyPolicyDenied', { KEY: 'DONE', POLICY: 'WAITING' }, ['keyPolicyKeepsAdmin unreadable']],
  ['awsRoleNotAssumable', { KEY: 'WAITING', POLICY: 'LOCKED' }, ['kmsKeyExists unreadable']],
  ['awsWrongExternalId', { KEY: 'WAITING', POLICY: 'LOCKED' }, ['kmsKeyExists unreadable']],
];

const verdictsIn = ({ tracks }: Run): string[] =>
  (['KEY', 'POLICY'] as const).flatMap((step) =>
    (tracks.AEP.steps[step]?.checks ?? [])
      .filter(({ verdict }) => verdict !== 'PASS')
      .map(({ check, outcome }) => `${check} ${outcome}`),
  );

describe('every scenario', () => {
  it('has its verdict (VAL-29, VAL-31, AWS-02 to AWS-08, ROT-09)', async () => {
    await withWorkers(3, async () => {
      const seen = await Promise.all(
        VERDICTS.map(async ([scenario, wanted]) => {
          const { runId } = await begin(scenario);
          const run = await until(
            scenario,
            runId,
            ({ tracks: { AEP } }) =>
              AEP.steps.KEY?.status === wanted.KEY && AEP.steps.POLICY?.status === wanted.POLICY,
          );
          return [scenario, verdictsIn(run)] as const;
        }),
      );
      for (const [index, [scenario, found]] of seen.entries()) {
        const expected = VERDICTS[index]![2];
        expect([scenario, found]).toEqual([scenario, expect.arrayContaining(expected)]);
        if (expected.length === 0) expect(found).toEqual([]);
      }
    });
  });

  it('without a key that can be used ends when it is named (AWS-10, AWS-03)', async () => {
    await expect(begin('awsMultiRegionKey')).rejects.toThrow(/keyArnMultiRegion/);
    await expect(begin('awsOtherRegion')).rejects.toThrow(/keyArnRegion/);
  });
});

describe('a key on AWS', () => {
  it('is read, and its policy after it', async () => {
    const { customer, runId } = await begin('awsHappyPath');
    await withWorkers(1, async () => {
      expect(await keyFactsOf(runId)).toMatchObject({
        kmsKey: { outcome: 'seen', value: { arn: customer.aws.keyArn, keyState: 'Enabled' } },
        rotation: { outcome: 'seen', value: { enabled: true, periodInDays: 365 } },
      });
      const run = await until('POLICY read', runId, (one) => factsIn(one, 'POLICY') !== null);
      expect(factsIn(run, 'POLICY')).toMatchObject({
        keyPolicy: {
          outcome: 'seen',
          value: { policy: expect.stringContaining('CJA Oberon IAM User Permissions') as string },
        },
      });
      expect(run.tracks.AEP.steps.KEY?.mode).toBe('VERIFIED');
    });
  });

  it('is known also where its rotation may not be read, and nothing where the role may not be used', async () => {
    const begun = await Promise.all(
      ['awsRotationStatusDenied', 'awsDescribeKeyDenied', 'awsWrongExternalId'].map(begin),
    );
    await withWorkers(2, async () => {
      const [rotation, key, role] = await Promise.all(begun.map(({ runId }) => keyFactsOf(runId)));
      expect(rotation).toMatchObject({
        kmsKey: { outcome: 'seen' },
        rotation: {
          outcome: 'unreadable',
          failure: { kind: 'denied', permission: 'kms:GetKeyRotationStatus' },
        },
      });
      expect(key!.kmsKey).toMatchObject({
        outcome: 'unreadable',
        failure: { permission: 'kms:DescribeKey' },
      });
      for (const observed of [role!.kmsKey, role!.rotation])
        expect(observed).toMatchObject({
          outcome: 'unreadable',
          failure: { kind: 'denied', permission: 'sts:AssumeRole' },
        });
      // Trust policy and external ID are the customer's.
      const refused = await until(
        'KEY waits',
        begun[2]!.runId,
        ({ tracks: { AEP } }) => AEP.steps.KEY?.status === 'WAITING',
      );
      expect(refused.tracks.AEP.steps.KEY?.actor).toBe('AWS_ADMIN');
    });
  });

  it('that another organization uses too warns both, and neither where the other run is cancelled (VAL-09)', async () => {
    const customer = await customerOf('awsHappyPath');
    const isAbout = ({ check }: { check: string }) => check === 'kmsKeyIsNotShared';
    const untilVerdict = async (runId: string, verdict: string) => {
      const { tracks } = await until(`KEY ${verdict}`, runId, ({ tracks: { AEP } }) =>
        AEP.steps.KEY!.checks.some((one) => isAbout(one) && one.verdict === verdict),
      );
      return tracks.AEP.steps.KEY!.checks.find(isAbout);
    };
    const verify = (runId: string) =>
      applyRunEvent(runId, 'verificationRequested', { track: 'AEP', step: 'KEY' });
    const first = await beginFor(customer);
    await withWorkers(2, async () => {
      // The role trusts whoever uses it first. Of the other organization it may not be used: who
      // shares the key is known all the same.
      await untilVerdict(first, 'PASS');
      const second = await beginFor({ ...customer, imsOrgId: anImsOrgId() });
      const values = { arn: customer.aws.keyArn, count: 1 };
      expect(await untilVerdict(second, 'WARN')).toMatchObject({ values });
      await verify(first);
      expect(await untilVerdict(first, 'WARN')).toMatchObject({ values });
      const alone = await begin('awsHappyPath');
      await untilVerdict(alone.runId, 'PASS');
      await applyRunEvent(second, 'runCancelled', { reason: 'x' });
      await verify(first);
      await untilVerdict(first, 'PASS');
    });
  });

  it('keeps nothing of the external ID or the session in the run', async () => {
    const { runId } = await begin('awsGetKeyPolicyDenied');
    await withWorkers(1, () =>
      until('POLICY read', runId, (one) => factsIn(one, 'POLICY') !== null),
    );
    const stored = JSON.stringify((await store.system().run(runId))!.run);
    expect(stored).toContain('kms:GetKeyPolicy');
    expect(stored).not.toMatch(/keyway-[\w-]{43}|ASIA|sandbox-/);
  });
});
