/** AWS-04 to AWS-08, VAL-31: reading, comparing and merging key policies. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_POLICY_TEXT,
  goodPolicy,
  KEY_ARN,
  POLICY_TEMPLATE,
} from '../../testing/awsFacts.ts';
import { compareKeyPolicies } from './compareKeyPolicies.ts';
import { inspectKeyPolicy, MAX_KEY_POLICY_LENGTH, type KeyPolicy } from './inspectKeyPolicy.ts';
import { keyPolicyText } from './mergeKeyPolicy.ts';

const ACCOUNT = '111122223333';
function read(text: string | object): KeyPolicy {
  const found = inspectKeyPolicy(typeof text === 'string' ? text : JSON.stringify(text), []);
  if ('refusal' in found) throw new Error(found.refusal.reason);
  return found.policy;
}
const template = read(POLICY_TEMPLATE);
const compare = (policy: string | object) =>
  compareKeyPolicies(read(policy), template, { account: ACCOUNT, arn: KEY_ARN })!;
const statesOf = (policy: string | object) => compare(policy).statements.map(({ state }) => state);
const [SHUT, OPEN] = [']'.repeat(16_000), '['.repeat(16_000)];
const [admin, ...adobe] = goodPolicy.Statement;
const withStatements = (...statements: object[]) => ({ ...goodPolicy, Statement: statements });

describe('reading a policy', () => {
  it('ignores comments and trailing commas (AWS-07)', () => {
    expect(template.statements.map(({ sid }) => sid)).toEqual([
      'Enable IAM User Permissions',
      'CJA Flow IAM User Permissions',
      'CJA Integrity IAM User Permissions',
      'CJA Oberon IAM User Permissions',
    ]);
    expect(template.head).toEqual({ Version: '2012-10-17' });
  });

  it('takes the spaces of a page for spaces, and leaves those in texts (AWS-07)', () => {
    const pasted = `\uFEFF${JSON.stringify({ ...admin, Sid: 'one\u00A0two' }, null, 1)}\u200B`;
    const [statement] = read(
      pasted.replaceAll('\n ', '\n\u00A0').replace('{', '{ // "\n'),
    ).statements;
    expect(statement).toMatchObject({ sid: 'one\u00A0two', json: { Effect: 'Allow' } });
  });

  it('takes the statements alone, too', () => {
    expect(read(goodPolicy.Statement).statements).toHaveLength(5);
    expect(read(goodPolicy.Statement[0]!).statements).toHaveLength(1);
    expect(read({ Statement: admin }).statements).toHaveLength(1);
  });

  it.each([
    ['nothing', '', 'keyPolicyNotJson', { line: 1, character: 1 }],
    ['a page', '<html>', 'keyPolicyNotJson', { line: 1, character: 1 }],
    ['a cut text', '{\n  "Statement": [', 'keyPolicyNotJson', { line: 2, character: 17 }],
    ['a number', '7', 'keyPolicyPart', { part: 'Statement', line: 1, character: 1 }],
    ['no statements', '{"Statement": []}', 'keyPolicyPart', { part: 'Statement' }],
    [
      'an effect of its own',
      '[\n {"Effect": "Perhaps", "Principal": "*", "Action": "kms:*", "Resource": "*"}]',
      'keyPolicyPart',
      { part: 'Effect', line: 2, character: 13 },
    ],
    [
      'no principal',
      '[{"Effect": "Allow", "Action": "kms:*", "Resource": "*"}]',
      'keyPolicyPart',
      { part: 'Principal' },
    ],
    ...['__proto__', 'constructor', 'toString', 'aws'].map(
      (kind): [string, string, string, object] => [
        `a principal of the kind ${kind}`,
        `[{"Effect": "Allow", "Principal": {"${kind}": "*"}, "Action": "kms:*", "Resource": "*"}]`,
        'keyPolicyPart',
        { part: 'Principal' },
      ],
    ),
    [
      'both Action and NotAction',
      '[{"Effect": "Allow", "Principal": "*", "Action": "a", "NotAction": "b", "Resource": "*"}]',
      'keyPolicyPart',
      { part: 'Action' },
    ],
    [
      'a member twice',
      '{"Statement": [], "Statement": [1]}',
      'keyPolicyPart',
      { part: 'Statement', character: 19 },
    ],
    ['very deep text', '['.repeat(20_000), 'keyPolicyNotJson', { line: 1, character: 13 }],
    [
      'depth behind a comment',
      `//${SHUT}\n${OPEN}`,
      'keyPolicyNotJson',
      { line: 2, character: 13 },
    ],
    ['depth behind a string', `["${SHUT}",${OPEN}`, 'keyPolicyNotJson', { line: 1 }],
    ['depth behind closed brackets', `${SHUT}${OPEN}`, 'keyPolicyNotJson', { line: 1 }],
    ['a long text', ' '.repeat(MAX_KEY_POLICY_LENGTH + 1), 'keyPolicyTooLong', {}],
  ])('refuses %s with its position', (_name, text, reason, values) => {
    const found = inspectKeyPolicy(text, ['policy']);
    expect(found).toMatchObject({ refusal: { code: 'INVALID_INPUT', reason, field: ['policy'] } });
    expect('refusal' in found && found.refusal.values).toMatchObject(values);
  });

  it('never throws, and takes back what it writes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        const found = inspectKeyPolicy(text, []);
        if ('policy' in found)
          expect(read(keyPolicyText(found.policy)).statements).toEqual(found.policy.statements);
      }),
    );
  });
});

describe('comparing with the template', () => {
  it('finds all four statements under other Sids, in any order and form', () => {
    const other = adobe.toReversed().map(({ Sid: _, ...one }, index) => ({
      ...one,
      Principal: { AWS: [index % 2 ? one.Principal.AWS : one.Principal.AWS.slice(13, 25)] },
      Action: [...one.Action].toReversed(),
    }));
    const found = compare(withStatements(...other, admin!));
    expect(found).toMatchObject({ keepsAdmin: true, denying: [], extra: [], repeatedSids: [] });
    expect(found.statements.map(({ state }) => state)).toEqual(Array(4).fill('present'));
  });

  it('a wider action contains a narrower one, and a narrower one does not', () => {
    const [first, ...rest] = adobe;
    expect(statesOf(withStatements(admin!, { ...first!, Action: 'kms:*' }, ...rest))[0]).toBe(
      'present',
    );
    const narrow = { ...first!, Action: [...first!.Action.slice(0, 2), 'kms:ReEncryptFrom'] };
    expect(compare(withStatements(admin!, narrow, ...rest)).statements[0]).toMatchObject({
      state: 'differing',
      parts: ['Action'],
    });
  });

  it.each([0, 1, 2, 3])('names statement %i where it is missing', (index) => {
    const rest = adobe.filter((_, at) => at !== index);
    const states = statesOf(withStatements(admin!, ...rest));
    expect(states.map((state) => state === 'missing')).toEqual(
      [0, 1, 2, 3].map((at) => at === index),
    );
  });

  it.each<[string, object, string[]]>([
    ['none', { Condition: undefined }, ['Condition']],
    ['another', { Condition: { StringEquals: { 'aws:PrincipalAccount': '1' } } }, ['Condition']],
    ['a resource of another key', { Resource: 'arn:aws:kms:us-east-1:1:key/a' }, ['Resource']],
    ['a NotAction', { Action: undefined, NotAction: 'kms:Sign' }, ['Action']],
  ])('says which part differs: %s', (_name, change, parts) => {
    const found = compare(withStatements(admin!, { ...adobe[0]!, ...change }, ...adobe.slice(1)));
    expect(found.statements[0]).toMatchObject({ state: 'differing', parts });
  });

  it('does not take the default statement for the one of Adobe with its Sid (AWS-06)', () => {
    const found = compare(DEFAULT_POLICY_TEXT);
    expect(found.statements.map(({ state }) => state)).toEqual(Array(4).fill('missing'));
    expect(found.keepsAdmin).toBe(true);
  });

  it.each<[string, object, boolean]>([
    ['the administration of another account', { Principal: { AWS: '999999999999' } }, false],
    ['fewer actions', { Action: 'kms:Put*' }, false],
    ['under a condition', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }, false],
    ['a list of actions', { Action: ['kms:*', 'kms:Sign'] }, true],
    ['the account ID alone', { Principal: { AWS: ACCOUNT } }, true],
  ])('keeps the administration: %s (AWS-05)', (_name, change, kept) => {
    expect(compare(withStatements({ ...admin!, ...change }, ...adobe)).keepsAdmin).toBe(kept);
  });

  const deny = { Effect: 'Deny', Principal: '*', Action: 'kms:Decrypt', Resource: '*' };
  it.each<[string, object, object[]]>([
    ['everybody', {}, [{ isConditional: false }]],
    ['a wider action', { Action: 'kms:*' }, [{ isConditional: false }]],
    ['one of Adobe’s', { Principal: { AWS: '767397686373' } }, [{ isConditional: false }]],
    ['all but the account', { Principal: undefined, NotPrincipal: { AWS: ACCOUNT } }, [{}]],
    ['all but some actions', { Action: undefined, NotAction: 'kms:Sign' }, [{}]],
    [
      'under a condition',
      { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      [{ isConditional: true }],
    ],
    ['a part of a wildcard', { Action: 'kms:*WithoutPlaintext' }, [{ isConditional: false }]],
    ['one unknown letter', { Action: 'kms:Decryp?' }, [{ isConditional: false }]],
    ['a pattern of keys', { Resource: 'arn:aws:kms:us-east-?:1111222233??:key/*' }, [{}]],
    ['what is no key', { Resource: 'arn:aws:s3:::*' }, []],
    ['another action', { Action: 'kms:ScheduleKeyDeletion' }, []],
    ['another account', { Principal: { AWS: '999999999999' } }, []],
    ['changing the policy', { Action: 'kms:PutKeyPolicy', Principal: { AWS: ACCOUNT } }, [{}]],
  ])('finds what denies: %s', (_name, change, denying) => {
    expect(compare(withStatements(admin!, ...adobe, { ...deny, ...change })).denying).toMatchObject(
      denying,
    );
  });

  it('names other accounts and everybody (AWS-08)', () => {
    const allow = { ...deny, Effect: 'Allow' };
    const extraOf = (change: object) =>
      compare(withStatements(admin!, ...adobe, { ...allow, ...change })).extra;
    expect(extraOf({ Principal: { AWS: 'arn:aws:iam::999999999999:role/a' } })).toEqual([
      'arn:aws:iam::999999999999:role/a',
    ]);
    expect(extraOf({})).toEqual(['*']);
    expect(extraOf({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/a` } })).toEqual([]);
    expect(extraOf({ Condition: { StringEquals: { 'kms:CallerAccount': ACCOUNT } } })).toEqual([]);
    expect(extraOf({ Principal: undefined, NotPrincipal: { AWS: ACCOUNT } })).toEqual(['*']);
  });
});
