/** VAL-31: what counts is who is granted what and when, however the statements are written. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goodPolicy, KEY_ARN, POLICY_TEMPLATE } from '../../testing/awsFacts.ts';
import { compareKeyPolicies } from './compareKeyPolicies.ts';
import { evaluateStatements } from './evaluateStatements.ts';
import { inspectKeyPolicy, type KeyPolicy } from './inspectKeyPolicy.ts';
import { mergeKeyPolicy } from './mergeKeyPolicy.ts';

interface Json {
  Sid?: string;
  Effect: string;
  Principal: { AWS: string | string[] };
  Action: string | string[];
  Resource: string | string[];
  Condition?: unknown;
}
const KEY = { account: '111122223333', arn: KEY_ARN };
const read = (statements: readonly object[]): KeyPolicy => {
  const found = inspectKeyPolicy(JSON.stringify(statements), []);
  if ('refusal' in found) throw new Error(found.refusal.reason);
  return found.policy;
};
const template = (inspectKeyPolicy(POLICY_TEMPLATE, []) as { policy: KeyPolicy }).policy;
const [admin, ...adobe] = goodPolicy.Statement as [Json, Json, Json, Json, Json];
const [first, ...others] = adobe;
const actionsOf = ({ Action }: Json): string[] => [Action].flat();
const accountOf = ({ Principal }: Json): string => [Principal.AWS].flat()[0]!.slice(13, 25);
const onAccounts = (...accounts: string[]) => ({
  StringEquals: { 'aws:PrincipalAccount': accounts },
});

const compare = (statements: readonly object[], wanted: KeyPolicy = template) =>
  compareKeyPolicies(read([admin, ...statements]), wanted, KEY)!;
const outcomeOf = (statements: readonly object[], wanted?: KeyPolicy): string => {
  const { statements: found, denying } = compare(statements, wanted);
  return evaluateStatements(found, denying).outcome;
};

/** Each action of each account in a statement of its own. */
const atoms = adobe.flatMap((one) => actionsOf(one).map((Action) => ({ ...one, Action })));
const joined: Json = {
  ...first,
  Principal: { AWS: adobe.map(accountOf) },
  Condition: onAccounts(...adobe.map(accountOf)),
};

describe('Adobe’s grants', () => {
  it.each<[string, readonly object[]]>([
    ['one statement for each action', atoms],
    ['one statement for all accounts', [joined]],
    ['by action and for all accounts', actionsOf(joined).map((Action) => ({ ...joined, Action }))],
    [
      'a condition that lists accounts that are no principals of the statement',
      [{ ...first, Condition: onAccounts(accountOf(first), '999999999999') }, ...others],
    ],
    [
      'some of an account’s actions in a statement of two accounts',
      [
        { ...first, Action: actionsOf(first).slice(2) },
        {
          ...first,
          Principal: { AWS: [accountOf(first), accountOf(others[0]!)] },
          Action: actionsOf(first).slice(0, 2),
          Condition: onAccounts(accountOf(first), accountOf(others[0]!)),
        },
        ...others,
      ],
    ],
    [
      'each action that AWS has under a pattern',
      [
        { ...first, Action: actionsOf(first).filter((one) => one !== 'kms:ReEncrypt*') },
        { ...first, Action: ['kms:ReEncryptTo', 'kms:ReEncryptFrom'] },
        ...others,
      ],
    ],
    ['the key’s ARN', adobe.map((one) => ({ ...one, Resource: KEY_ARN }))],
    ['the key’s ARN in a list', adobe.map((one) => ({ ...one, Resource: [KEY_ARN, 'x'] }))],
    [
      'a pattern that the key’s ARN matches',
      adobe.map((one) => ({ ...one, Resource: 'arn:aws:kms:*:111122223333:key/*' })),
    ],
  ])('pass as %s, and a merge adds nothing', (_what, statements) => {
    expect(outcomeOf(statements)).toBe('ok');
    const policy = read([admin, ...statements]);
    expect(mergeKeyPolicy(policy, template, KEY)).toBe(policy);
  });

  it('pass where the page has them joined and the key apart', () => {
    expect(outcomeOf(adobe, read([joined]))).toBe('ok');
    expect(outcomeOf(atoms, read([joined]))).toBe('ok');
    expect(outcomeOf(atoms.slice(1), read([joined]))).toBe('differing');
    expect(outcomeOf(adobe.slice(1), read([joined]))).toBe('differing');
  });

  it.each<[string, readonly object[], string, string[]]>([
    ['one action of one account', atoms.slice(1), 'differing', ['Action']],
    [
      'one action that a pattern means',
      [
        { ...first, Action: actionsOf(first).filter((one) => one !== 'kms:ReEncrypt*') },
        { ...first, Action: 'kms:ReEncryptTo' },
        ...others,
      ],
      'differing',
      ['Action'],
    ],
    [
      'the condition of one part',
      [{ ...atoms[0], Condition: undefined }, ...atoms.slice(1)],
      'wider',
      ['Condition'],
    ],
    [
      'the condition for all accounts',
      [{ ...joined, Condition: undefined }],
      'wider',
      ['Condition'],
    ],
    [
      'an account in the condition',
      [{ ...joined, Condition: onAccounts(...adobe.slice(1).map(accountOf)) }],
      'differing',
      ['Condition'],
    ],
    [
      'use from everywhere',
      [
        {
          ...joined,
          Condition: { ...joined.Condition!, IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
        },
      ],
      'differing',
      ['Condition'],
    ],
    [
      'the key',
      adobe.map((one) => ({ ...one, Resource: KEY_ARN.replace('1234abcd', '1234abce') })),
      'differing',
      ['Resource'],
    ],
    [
      'the key, named in a form that AWS does not match',
      adobe.map((one) => ({ ...one, Resource: KEY_ARN.toUpperCase() })),
      'differing',
      ['Resource'],
    ],
  ])('do not pass without %s, and pass once merged', (_what, statements, outcome, parts) => {
    expect(outcomeOf(statements)).toBe(outcome);
    expect(compare(statements).statements[0]).toMatchObject({ state: 'differing', parts });
    const merged = mergeKeyPolicy(read([admin, ...statements]), template, KEY)!;
    const found = compareKeyPolicies(merged, template, KEY)!;
    expect(found.statements.every(({ state }) => state === 'present')).toBe(true);
  });

  it('of whole accounts are not held by one of their roles, nor by everybody', () => {
    const role = { AWS: `arn:aws:iam::${accountOf(first)}:role/adobe` };
    expect(outcomeOf([{ ...first, Principal: role }, ...others])).toBe('missing');
    expect(outcomeOf([{ ...first, Principal: '*' }, ...others])).toBe('missing');
  });

  it('pass in any grouping of their parts, and in none that lacks one', () => {
    const grouping = fc.record({
      groups: fc.array(fc.integer({ min: 0, max: 5 }), {
        minLength: atoms.length,
        maxLength: atoms.length,
      }),
      lost: fc.option(fc.nat(atoms.length - 1)),
    });
    fc.assert(
      fc.property(grouping, ({ groups, lost }) => {
        const kept = atoms.map((one, index) => ({ one, group: groups[index]!, index }));
        const left = kept.filter(({ index }) => index !== lost);
        // Of each group one statement for each account, as a statement has one set of actions.
        const statements = Map.groupBy(left, ({ one, group }) => `${accountOf(one)} ${group}`);
        const given = [...statements.values()].map((parts) => ({
          ...parts[0]!.one,
          Action: parts.map(({ one }) => one.Action),
        }));
        expect(outcomeOf(given) === 'ok').toBe(lost === null);
      }),
      { numRuns: 200 },
    );
  });
});

describe('policies that take too many steps', () => {
  const deny = (Action: string[]) => ({ ...first, Sid: 'No', Effect: 'Deny', Action });
  const wanting = (Action: string[]) => read(adobe.map((one) => ({ ...one, Action })));
  const many = (count: number, textOf: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => textOf(at));

  it.each<[string, string[], string[]]>([
    ['two long ones', [`kms:${'*a'.repeat(4000)}b`], [`kms:${'*a'.repeat(3000)}c`]],
    [
      'many short ones',
      many(400, (at) => `kms:*${at}*a*b*c*d*e`),
      many(250, (at) => `kms:ReEncrypt*${at}*f`),
    ],
  ])('can’t be compared, and end at once: %s', (_what, denied, wanted) => {
    const began = performance.now();
    expect(compareKeyPolicies(read([admin, deny(denied)]), wanting(wanted), KEY)).toBeNull();
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('are merged by nobody', () => {
    const policy = read([admin, { ...first, Action: many(1500, (at) => `kms:*${at}a*`) }]);
    const wanted = wanting(many(300, (at) => `kms:ReEncrypt*${at}`));
    expect(mergeKeyPolicy(policy, wanted, KEY)).toBeNull();
  });

  it('of real size are far from it', () => {
    const Action = many(12, (at) => `kms:*Something*${at}*`);
    const own = { ...admin, Action: many(40, (at) => `kms:Something${at}`) };
    const denying = many(20, (at) => `Deny ${at}`).map((Sid) => ({
      ...{ Sid, Effect: 'Deny', Principal: { AWS: '999999999999' }, Action, Resource: '*' },
    }));
    expect(outcomeOf([...atoms, ...Array.from({ length: 10 }, () => own), ...denying])).toBe('ok');
  });
});
