/** AWS-04, AWS-05, VAL-31: which pasted policies can be that of Adobe's page. */
import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY_TEXT, goodPolicy, POLICY_TEMPLATE } from '../../testing/awsFacts.ts';
import { inspectKeyPolicy } from './inspectKeyPolicy.ts';
import { isAdobesPolicy } from './isAdobesPolicy.ts';

const ACCOUNT = '111122223333';
const isAdobes = (given: string | object, account: string | null = ACCOUNT): boolean => {
  const found = inspectKeyPolicy(typeof given === 'string' ? given : JSON.stringify(given), []);
  if ('refusal' in found) throw new Error(found.refusal.reason);
  return isAdobesPolicy(found.policy, account);
};
const [admin, ...adobe] = goodPolicy.Statement;
const ofAccount = (name: string) => ({ ...adobe[0]!, Principal: { AWS: name } });

describe('the policy of Adobe’s page', () => {
  it('is taken, with or without the account’s own statement', () => {
    expect(isAdobes(POLICY_TEMPLATE)).toBe(true);
    expect(isAdobes(POLICY_TEMPLATE, null)).toBe(true);
    expect(isAdobes(goodPolicy)).toBe(true);
  });

  it('is not the policy that the key has, which would hold itself', () => {
    const roles = ['a', 'b', 'c', 'd'].map((name) => `arn:aws:iam::${ACCOUNT}:role/${name}`);
    for (const account of [ACCOUNT, null]) {
      expect(isAdobes(DEFAULT_POLICY_TEXT, account)).toBe(false);
      // As the console of AWS writes it: administrators, users and grants, all of the account.
      expect(isAdobes([admin!, ...roles.map(ofAccount)], account)).toBe(false);
      expect(isAdobes([admin!, ...adobe.slice(1)], account)).toBe(false);
    }
  });

  it.each([0, 1, 2, 3])('is not taken without statement %i', (index) => {
    expect(isAdobes(adobe.filter((_, at) => at !== index))).toBe(false);
    // One of the key's own account is not the one that is missing, and a Deny is none.
    expect(isAdobes(adobe.with(index, ofAccount(ACCOUNT)))).toBe(false);
    expect(isAdobes(adobe.with(index, { ...adobe[index]!, Effect: 'Deny' }))).toBe(false);
  });
});
