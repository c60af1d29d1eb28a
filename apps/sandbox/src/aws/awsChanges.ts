/** What can happen to the key of a customer on AWS after a set-up, each with the way back. */
import type { AwsCustomer, KmsKey } from '../state/awsRecords.ts';
import type { World } from '../state/world.ts';
import { healthyAwsPlan } from './awsPlan.ts';

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

const deny =
  (permission: string, isDenied: boolean): AwsChange['apply'] =>
  ({ world, customer }) => {
    const others = customer.deny.filter((one) => one !== permission);
    world.awsCustomers.put(customer.imsOrgId, {
      ...customer,
      deny: isDenied ? [...others, permission] : others,
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
    key(({ key: { policy } }) => ({
      policy: { ...policy, Statement: policy.Statement.slice(0, -1) },
    })),
    key((changed) => ({ policy: healthyKey(changed).policy })),
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
} satisfies Record<string, AwsChange>;

export type AwsChangeName = keyof typeof awsChanges;

export const isAwsChange = (name: unknown): name is AwsChangeName =>
  typeof name === 'string' && Object.hasOwn(awsChanges, name);
