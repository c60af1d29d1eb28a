/** A merge adds, and changes nothing (AWS-05, AWS-06, GAP-25). */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_POLICY_TEXT,
  goodPolicy,
  KEY_ARN,
  POLICY_TEMPLATE,
} from '../../testing/awsFacts.ts';
import { compareKeyPolicies } from './compareKeyPolicies.ts';
import { inspectKeyPolicy, type KeyPolicy } from './inspectKeyPolicy.ts';
import { keyPolicyText, mergeKeyPolicy } from './mergeKeyPolicy.ts';

const ACCOUNT = '111122223333';
function read(text: string): KeyPolicy {
  const found = inspectKeyPolicy(text, []);
  if ('refusal' in found) throw new Error(found.refusal.reason);
  return found.policy;
}
const template = read(POLICY_TEMPLATE);
const KEY = { account: ACCOUNT, arn: KEY_ARN };
const merge = (current: KeyPolicy, wanted: KeyPolicy = template): KeyPolicy =>
  mergeKeyPolicy(current, wanted, KEY)!;

/** Statements that are near Adobe's, and others. */
const part = <T>(...values: T[]) => fc.constantFrom(...values);
const statement = fc.record(
  {
    Sid: part('Enable IAM User Permissions', 'CJA Flow IAM User Permissions', 'Mine'),
    Effect: part('Allow', 'Deny'),
    Principal: part<unknown>(
      '*',
      { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      { AWS: ['975049898882', '767397686373'] },
      { Service: 'logs.us-east-1.amazonaws.com' },
    ),
    Action: part<unknown>('kms:*', ['kms:Decrypt', 'kms:Encrypt'], 'kms:DescribeKey'),
    Resource: part<unknown>('*', ['*']),
    Condition: part<unknown>({ StringEquals: { 'aws:PrincipalAccount': '975049898882' } }),
  },
  { requiredKeys: ['Effect', 'Principal', 'Action', 'Resource'] },
);
const policies = fc.oneof(
  fc.array(statement, { minLength: 1, maxLength: 6 }),
  fc.subarray([...goodPolicy.Statement], { minLength: 1 }),
);

describe('a merge', () => {
  it('makes five statements of the default one, each with its own Sid', () => {
    const merged = merge(read(DEFAULT_POLICY_TEXT));
    expect(merged.statements.map(({ sid }) => sid)).toEqual([
      'Enable IAM User Permissions',
      'Adobe Enable IAM User Permissions',
      'CJA Flow IAM User Permissions',
      'CJA Integrity IAM User Permissions',
      'CJA Oberon IAM User Permissions',
    ]);
    expect(JSON.parse(keyPolicyText(merged))).toMatchObject({ Id: 'key-default-1' });
  });

  it('leaves a policy as it is that lacks nothing', () => {
    const policy = read(JSON.stringify(goodPolicy));
    expect(merge(policy)).toBe(policy);
  });

  it('brings back the administration where it was lost (AWS-05)', () => {
    const lost = read(JSON.stringify({ ...goodPolicy, Statement: goodPolicy.Statement.slice(1) }));
    const merged = merge(lost);
    expect(compareKeyPolicies(merged, template, KEY)!.keepsAdmin).toBe(true);
    expect(merged.statements).toHaveLength(5);
  });

  it('keeps every statement, adds all that is missing, and adds nothing twice', () => {
    fc.assert(
      fc.property(policies, (statements) => {
        const before = read(JSON.stringify({ Statement: statements }));
        const merged = merge(before);
        expect(merged.statements.slice(0, before.statements.length)).toEqual(before.statements);
        const found = compareKeyPolicies(merged, template, KEY)!;
        expect(found.statements.every(({ state }) => state === 'present')).toBe(true);
        expect(found.keepsAdmin).toBe(true);
        const written = read(keyPolicyText(merged));
        expect(written.statements).toEqual(merged.statements);
        expect(merge(written)).toBe(written);
        const added = merged.statements.slice(before.statements.length);
        const taken = before.statements.map(({ sid }) => sid);
        for (const { sid } of added) expect(taken).not.toContain(sid);
      }),
    );
  });
});
