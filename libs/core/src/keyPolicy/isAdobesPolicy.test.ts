/** AWS-04, AWS-05, VAL-31: which pasted policies can be that of Adobe's page. */
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_POLICY_TEXT,
  goodPolicy,
  KEY_ARN,
  POLICY_TEMPLATE,
} from '../../testing/awsFacts.ts';
import { inspectKeyPolicy } from './inspectKeyPolicy.ts';
import { isAdobesPolicy, refuseUnlikeAdobes } from './isAdobesPolicy.ts';

const ACCOUNT = '111122223333';
const keyOf = (account: string | null) => (account === null ? null : { account, arn: KEY_ARN });
const isAdobes = (given: string | object, account: string | null = ACCOUNT): boolean => {
  const found = inspectKeyPolicy(typeof given === 'string' ? given : JSON.stringify(given), []);
  if ('refusal' in found) throw new Error(found.refusal.reason);
  return isAdobesPolicy(found.policy, keyOf(account));
};
const [admin, ...adobe] = goodPolicy.Statement;
const ofAccount = (name: string) => ({ ...adobe[0]!, Principal: { AWS: name } });

describe('the policy of Adobe’s page', () => {
  it('is taken, with or without the account’s own statement', () => {
    expect(isAdobes(POLICY_TEMPLATE)).toBe(true);
    expect(isAdobes(POLICY_TEMPLATE, null)).toBe(true);
    expect(isAdobes(goodPolicy)).toBe(true);
    // No account is known to be the own one yet.
    expect(isAdobes(goodPolicy, null)).toBe(false);
  });

  it('is taken in other forms: order, Sids, split, as one statement', () => {
    const [first, ...others] = adobe as [(typeof adobe)[number], ...typeof adobe];
    const nameless = others.map(({ Sid: _, ...one }) => one).toReversed();
    const parts = [first.Action.slice(0, 2), first.Action.slice(2)];
    expect(isAdobes([...nameless, ...parts.map((Action) => ({ ...first, Action }))])).toBe(true);
    const accounts = adobe.map(({ Principal }) => Principal.AWS.slice(13, 25));
    const all = {
      ...{ ...first, Principal: { AWS: accounts }, Resource: ['*'] },
      Condition: { StringEquals: { 'AWS:PrincipalAccount': accounts } },
    };
    expect(isAdobes([all])).toBe(true);
    const role = { AWS: first.Principal.AWS.replace('root', 'role/adobe/cmk') };
    expect(isAdobes([{ ...first, Principal: role }, ...others])).toBe(true);
  });

  it('is taken with the ARN of the key, and of no other one', () => {
    const named = (Resource: string) => adobe.map((one) => ({ ...one, Resource }));
    expect(isAdobes(named(KEY_ARN))).toBe(true);
    expect(isAdobes(named(KEY_ARN), null)).toBe(false);
    expect(isAdobes(named(KEY_ARN.replace('1234abcd', '1234abce')))).toBe(false);
    expect(isAdobes(named('arn:aws:kms:*:*:key/*'))).toBe(false);
  });

  it('is taken where its condition lists accounts that the statement is not for', () => {
    const [first, ...others] = adobe as [(typeof adobe)[number], ...typeof adobe];
    const accounts = [first.Principal.AWS.slice(13, 25), '999999999999'];
    const Condition = { StringEquals: { 'aws:PrincipalAccount': accounts } };
    expect(isAdobes([{ ...first, Condition }, ...others])).toBe(true);
    expect(isAdobes([{ ...first, Condition: { StringEquals: {} } }, ...others])).toBe(false);
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

const refusalOf = (statements: readonly object[], account: string | null = ACCOUNT) => {
  const found = inspectKeyPolicy(JSON.stringify(statements), []);
  if ('refusal' in found) throw new Error(found.refusal.reason);
  return refuseUnlikeAdobes(found.policy, keyOf(account));
};
const evil = {
  ...{ Sid: 'Evil', Effect: 'Allow', Principal: { AWS: '999999999999' } },
  ...{ Action: 'kms:*', Resource: '*' },
};
const deny = { Sid: 'Evil', Effect: 'Deny', Principal: '*', Action: 'kms:*', Resource: '*' };
const bound = {
  ...adobe[0]!,
  ...{ Sid: 'Evil', Principal: { AWS: '999999999999' } },
  Condition: { StringEquals: { 'aws:PrincipalAccount': '999999999999' } },
};

describe('beside Adobe’s four statements', () => {
  it.each<[string, object, string]>([
    ['a Deny for everybody', deny, 'keyPolicyDeny'],
    ['a Deny for another account', { ...deny, Principal: evil.Principal }, 'keyPolicyDeny'],
    [
      'NotPrincipal',
      { ...evil, Principal: undefined, NotPrincipal: { AWS: ACCOUNT } },
      'keyPolicyExcludes',
    ],
    ['NotAction', { ...evil, Action: undefined, NotAction: 'kms:Sign' }, 'keyPolicyExcludes'],
    ['NotResource', { ...evil, Resource: undefined, NotResource: 'a' }, 'keyPolicyExcludes'],
    ['everybody', { ...evil, Principal: '*' }, 'keyPolicyPrincipal'],
    ['everybody in a list', { ...evil, Principal: { AWS: [ACCOUNT, '*'] } }, 'keyPolicyPrincipal'],
    ...['Federated', 'Service', 'CanonicalUser'].flatMap((kind): [string, object, string][] => [
      [kind, { ...evil, Principal: { [kind]: 'accounts.google.com' } }, 'keyPolicyPrincipal'],
      [
        `${kind} beside an account of Adobe`,
        { ...adobe[0]!, Sid: 'Evil', Principal: { ...adobe[0]!.Principal, [kind]: 'a' } },
        'keyPolicyPrincipal',
      ],
    ]),
    ...['user/a', 'role/*', 'ROOT', 'role/a b'].map((name): [string, object, string] => [
      `a principal of the form ${name}`,
      { ...evil, Principal: { AWS: `arn:aws:iam::999999999999:${name}` } },
      'keyPolicyPrincipal',
    ]),
    [
      'a role of the own account',
      { ...evil, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/keyway` } },
      'keyPolicyPrincipal',
    ],
    ['the whole key', evil, 'keyPolicyAction'],
    ['the whole key for Adobe', { ...adobe[0]!, Sid: 'Evil', Action: 'kms:*' }, 'keyPolicyAction'],
    ...['*', 'kms:Re*', 'kms:?ecrypt', 'KMS:PUTKEYPOLICY', 'kms:ScheduleKeyDeletion'].map(
      (Action): [string, object, string] => [
        Action,
        { ...bound, Action: ['kms:Decrypt', Action] },
        'keyPolicyAction',
      ],
    ),
    [
      'another account beside the own one',
      { ...evil, Principal: { AWS: [ACCOUNT, '999999999999'] } },
      'keyPolicyAction',
    ],
    ['no condition', { ...adobe[0]!, Sid: 'Evil', Condition: undefined }, 'keyPolicyCondition'],
    ['a condition of another', { ...bound, Principal: adobe[0]!.Principal }, 'keyPolicyCondition'],
    [
      'a condition with IfExists',
      {
        ...bound,
        Condition: { StringEqualsIfExists: { 'aws:PrincipalAccount': '999999999999' } },
      },
      'keyPolicyCondition',
    ],
    [
      'one more condition',
      {
        ...bound,
        Condition: { ...bound.Condition, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
      },
      'keyPolicyCondition',
    ],
    ['the resource of another key', { ...bound, Resource: 'arn:aws:kms:a' }, 'keyPolicyResource'],
  ])('%s is refused by its name', (_what, statement, reason) => {
    for (const statements of [
      [...adobe, statement],
      [statement, ...adobe],
    ])
      expect(refusalOf(statements)).toMatchObject({
        ...{ code: 'INVALID_INPUT', reason, field: ['policy'] },
        values: { statement: 'Evil' },
      });
  });

  it('a fifth account is refused, also where it gets no more than Adobe', () => {
    expect(refusalOf([...adobe, bound])).toMatchObject({
      reason: 'keyPolicyTooManyAccounts',
      values: { statements: [...adobe.map(({ Sid }) => Sid), 'Evil'] },
    });
  });

  it('a statement without a Sid is named by its place', () => {
    expect(refusalOf([...adobe, { ...deny, Sid: undefined }])?.values).toEqual({
      statement: '#5',
    });
  });
});

describe('statements that Adobe could not use the key with', () => {
  it.each([adobe[0]!.Action].flat())('are refused: %s is missing', (missing) => {
    const Action = [adobe[0]!.Action].flat().filter((one) => one !== missing);
    const others = adobe.filter((_, at) => at !== 2);
    expect(refusalOf([...others, { ...adobe[2]!, Action }])).toMatchObject({
      reason: 'keyPolicyLacksActions',
      values: { statement: adobe[2]!.Sid, account: '730335345392', actions: missing },
    });
  });

  it('are refused where all are about something else', () => {
    const Action = ['kms:GetPublicKey'];
    expect(refusalOf(adobe.map((one) => ({ ...one, Action })))?.reason).toBe('keyPolicyAction');
  });
});
