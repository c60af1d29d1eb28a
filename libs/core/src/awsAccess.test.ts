import { describe, expect, it } from 'vitest';
import {
  accountOfKey,
  accountOfRole,
  awsPermissionsPolicy,
  awsTrustPolicy,
  isAwsRegion,
  isRoleArn,
} from './awsAccess.ts';

const ROLE = 'arn:aws:iam::111122223333:role/KeywayRead';
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555';

describe('a role’s ARN', () => {
  it.each([ROLE, 'arn:aws:iam::111122223333:role/security/keys/KeywayRead', `${ROLE}+=,.@-_1`])(
    'is %s',
    (arn) => {
      expect(isRoleArn(arn)).toBe(true);
      expect(accountOfRole(arn)).toBe('111122223333');
    },
  );

  it.each([
    '',
    'KeywayRead',
    ` ${ROLE}`,
    `${ROLE}\n`,
    'arn:aws:iam::11112222333:role/KeywayRead',
    'arn:aws:iam::111122223333:role/',
    'arn:aws:iam::111122223333:role//KeywayRead',
    'arn:aws:iam::111122223333:user/KeywayRead',
    'arn:aws:iam::111122223333:root',
    'arn:aws:iam::111122223333:role/Keyway Read',
    `arn:aws:iam::111122223333:role/${'x'.repeat(65)}`,
    'arn:aws-cn:iam::111122223333:role/KeywayRead',
    'arn:aws-us-gov:iam::111122223333:role/KeywayRead',
    'arn:aws:sts::111122223333:assumed-role/KeywayRead/session',
    KEY,
  ])('is not %j', (text) => {
    expect(isRoleArn(text)).toBe(false);
    expect(accountOfRole(text)).toBeNull();
  });
});

it.each(['us-east-1', 'eu-central-1', 'ap-southeast-2', 'mx-central-1', 'il-central-1'])(
  'takes the region %s',
  (region) => expect(isAwsRegion(region)).toBe(true),
);
it.each([
  '',
  'us-east',
  'US-EAST-1',
  'us-east-1.evil.example.com',
  'us-east-1/',
  'evil.example.com#',
  'cn-north-1',
  'us-gov-west-1',
  'us-iso-east-1',
  'us-isob-east-1',
  'us-east-1\n',
  `us-${'x'.repeat(99)}-1`,
])('refuses the region %j, which would be a part of a host', (region) =>
  expect(isAwsRegion(region)).toBe(false),
);

it('lets Keyway alone assume the role, and only with the external ID', () => {
  const principal = 'arn:aws:iam::444455556666:root';
  expect(JSON.parse(awsTrustPolicy({ principal, externalId: 'keyway-x' }))).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'KeywayAssumesRole',
        Effect: 'Allow',
        Principal: { AWS: principal },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': 'keyway-x' } },
      },
    ],
  });
});

describe('the permissions', () => {
  const resourceOf = (given: Partial<Parameters<typeof awsPermissionsPolicy>[0]>): unknown => {
    const text = awsPermissionsPolicy({
      ...{ keyArn: null, roleArn: null, region: 'us-east-1' },
      ...given,
    });
    const { Statement } = JSON.parse(text) as { Statement: Record<string, unknown>[] };
    expect(Statement).toHaveLength(1);
    expect(Statement[0]).toMatchObject({
      Effect: 'Allow',
      Action: ['kms:DescribeKey', 'kms:GetKeyPolicy', 'kms:GetKeyRotationStatus'],
    });
    return Statement[0]!['Resource'];
  };

  it('are for the one key where it is known, else for keys of one account and region', () => {
    expect(resourceOf({ keyArn: KEY, roleArn: ROLE })).toBe(KEY);
    expect(resourceOf({ roleArn: ROLE })).toBe('arn:aws:kms:us-east-1:111122223333:key/*');
    expect(resourceOf({ region: 'eu-west-1' })).toBe('arn:aws:kms:eu-west-1:*:key/*');
  });
});

it('reads the account of a key', () => {
  expect(accountOfKey(KEY)).toBe('111122223333');
  expect(accountOfKey(ROLE)).toBeNull();
});
