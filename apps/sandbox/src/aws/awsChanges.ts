/** What can happen to the key of a customer on AWS after a set-up, each with the way back. */
import type { AwsCustomer, KmsKey, PolicyStatement } from '../state/awsRecords.ts';
import type { World } from '../state/world.ts';
import { healthyAwsPlan } from './awsPlan.ts';
import { administratorStatement } from './keyPolicies.ts';

export interface ChangedKey {
  world: World;
  customer: AwsCustomer;
  key: KmsKey;
  /** Epoch milliseconds. */
  now: number;
}

export interface AwsChange {
  summary: string;
  apply: (changed: ChangedKey) => void;
  undo: (changed: ChangedKey) => void;
}

const key =
  (change: (changed: ChangedKey) => Partial<KmsKey>): AwsChange['apply'] =>
  (changed) =>
    changed.world.kmsKeys.put(changed.key.arn, { ...changed.key, ...change(changed) });

const healthyKey = ({ customer, now }: ChangedKey) =>
  healthyAwsPlan({ ...customer, externalId: null }, now).key;

const healthyTrust = ({ customer, now }: ChangedKey) =>
  healthyAwsPlan({ ...customer, externalId: null }, now).customer.trust;

const deny =
  (permission: string, isDenied: boolean): AwsChange['apply'] =>
  ({ world, customer }) => {
    const others = customer.deny.filter((one) => one !== permission);
    world.awsCustomers.put(customer.imsOrgId, {
      ...customer,
      deny: isDenied ? [...others, permission] : others,
    });
  };

const statements = (change: (all: PolicyStatement[], changed: ChangedKey) => PolicyStatement[]) =>
  key((changed) => {
    const { policy } = changed.key;
    return { policy: { ...policy, Statement: change(policy.Statement, changed) } };
  });
const healthyPolicy = key((changed) => ({ policy: healthyKey(changed).policy }));

/** Another account than Keyway's, so that nobody assumes the role. */
const THIRD_PARTY = '444455556666';

const trust =
  (principalAccount: (changed: ChangedKey) => string): AwsChange['apply'] =>
  (changed) => {
    const { world, customer } = changed;
    world.awsCustomers.put(customer.imsOrgId, {
      ...customer,
      trust: { ...customer.trust, principalAccount: principalAccount(changed) },
    });
  };

const change = (
  summary: string,
  apply: AwsChange['apply'],
  undo: AwsChange['undo'],
): AwsChange => ({ summary, apply, undo });

/** Names that Azure has too mean the same on both. */
export const awsChanges = {
  keyDisabled: change(
    'The key is disabled.',
    key(() => ({ state: 'Disabled' })),
    key(() => ({ state: 'Enabled' })),
  ),
  keyDeletionScheduled: change(
    'The key is going to be deleted in a week. Undone: cancelled, which leaves it disabled in AWS, and then enabled.',
    key(({ now }) => ({
      state: 'PendingDeletion',
      deletionDate: Math.floor(now / 1000) + 7 * 24 * 3600,
    })),
    key(() => ({ state: 'Enabled', deletionDate: undefined })),
  ),
  policyStatementRemoved: change(
    'The last of Adobe’s statements is removed from the key policy.',
    statements((all) => all.slice(0, -1)),
    healthyPolicy,
  ),
  policyStatementChanged: change(
    'Adobe’s own statement loses kms:CreateGrant.',
    statements((all) =>
      all.with(1, {
        ...all[1]!,
        Action: [all[1]!.Action].flat().filter((action) => action !== 'kms:CreateGrant'),
      }),
    ),
    healthyPolicy,
  ),
  rootStatementLost: change(
    'The account’s own statement is replaced by one for key administrators (AWS-05).',
    statements((all, { customer }) => all.with(0, administratorStatement(customer))),
    healthyPolicy,
  ),
  rotationOff: change(
    'Automatic rotation is switched off.',
    key(({ key: { rotation } }) => ({ rotation: { ...rotation, enabled: false } })),
    key((changed) => ({ rotation: healthyKey(changed).rotation })),
  ),
  readerDenied: change(
    'The role that Keyway assumes may not describe the key any more.',
    deny('kms:DescribeKey', true),
    deny('kms:DescribeKey', false),
  ),
  rotationReaderDenied: change(
    'The role that Keyway assumes may not read the rotation any more.',
    deny('kms:GetKeyRotationStatus', true),
    deny('kms:GetKeyRotationStatus', false),
  ),
  roleNotAssumable: change(
    'The role’s trust policy names another account than Keyway’s.',
    trust(() => THIRD_PARTY),
    trust((changed) => healthyTrust(changed).principalAccount),
  ),
} satisfies Record<string, AwsChange>;

export type AwsChangeName = keyof typeof awsChanges;

export const isAwsChange = (name: unknown): name is AwsChangeName =>
  typeof name === 'string' && Object.hasOwn(awsChanges, name);
