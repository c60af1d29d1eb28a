/**
 * A key policy, statement by statement, against the template of the organization's page at Adobe
 * (VAL-31, AWS-04 to AWS-08).
 */
import type { KeyPolicy } from './inspectKeyPolicy.ts';
import { accountOf, denies, lackingParts, type Comparing } from './covers.ts';
import { isHeld, isHeldWider } from './holdsGrants.ts';
import { statementOf, type Statement, type StatementPart } from './statement.ts';
import { WorkBudget, withinBudget } from './workBudget.ts';
import type { KeyArn } from '../inspectKeyArn.ts';

/** What became of one statement of the template. */
export interface StatementDifference {
  /** Of the template; null where it has none. */
  sid: string | null;
  state: 'present' | 'differing' | 'missing';
  /** Differing: in which parts the nearest statement of the policy lacks what it should hold. */
  parts: StatementPart[];
  /** The Sid of that statement, or of the one that holds it; it need not be the same. */
  foundSid: string | null;
  /** It grants all the same: conditions are left out, and nothing else is different. */
  isWider: boolean;
}

/** A Deny that takes something that a statement grants. */
export interface DenyingStatement {
  sid: string | null;
  /** Whether it has conditions: then it may not apply. */
  isConditional: boolean;
}

/** Whether a key policy grants Adobe what the organization's template does (VAL-31). */
export interface GrantComparison {
  /** In the order of the template. */
  statements: StatementDifference[];
  denying: DenyingStatement[];
}

/** What a key policy is beside that. */
export interface KeyPolicyTraits {
  /** Whether the account keeps its own administration of the key (AWS-05). */
  keepsAdmin: boolean;
  /** Principals of other accounts that the template does not name, sorted; `*` is everybody. */
  extra: string[];
  /** Sids that several statements have (AWS-06). */
  repeatedSids: string[];
}

/** How a key policy differs from the organization's template (VAL-31). */
export interface KeyPolicyComparison extends GrantComparison, KeyPolicyTraits {}

/** A key, as far as its policy may name it. */
export type KeyOfPolicy = Pick<KeyArn, 'arn' | 'account'>;

/** The statement that leaves the administration of a key to its account (AWS-05). */
export const adminStatement = (account: string): Statement =>
  statementOf({
    Sid: 'Enable administration by this account',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  }) as Statement;

/** Without it nobody can correct the policy again. */
const ADMIN_ACTIONS = ['kms:putkeypolicy'];

const overlap = (a: Statement, b: Statement, { budget }: Comparing): boolean =>
  Object.entries(a.principals).some(([kind, names]) => {
    const others = b.principals[kind] ?? [];
    budget.spend(names.length * others.length + 1);
    return names.some((name) => others.includes(name));
  });

/** The statement that is nearest: by its Sid, else by its principals, with the fewest parts. */
export function nearestStatement(
  policy: KeyPolicy,
  wanted: Statement,
  comparing: Comparing,
): Statement | undefined {
  const [best] = policy.statements
    .filter((one) => one.effect === wanted.effect && overlap(one, wanted, comparing))
    .map((one) => ({ one, lacks: lackingParts(one, wanted, comparing).length }))
    .toSorted((a, b) => a.lacks - b.lacks);
  return best?.one ?? policy.statements.find((one) => one.sid !== null && one.sid === wanted.sid);
}

function differenceOf(
  policy: KeyPolicy,
  wanted: Statement,
  comparing: Comparing,
): StatementDifference {
  const { sid } = wanted;
  const near = nearestStatement(policy, wanted, comparing);
  if (isHeld(policy.statements, wanted, comparing))
    return { sid, state: 'present', parts: [], foundSid: near?.sid ?? null, isWider: false };
  // The default statement has the Sid of Adobe's first one, and is no attempt at it (AWS-06).
  if (!near || !overlap(near, wanted, comparing))
    return { sid, state: 'missing', parts: [], foundSid: null, isWider: false };
  const isWider = isHeldWider(policy.statements, wanted, comparing);
  const parts: StatementPart[] = isWider ? ['Condition'] : lackingParts(near, wanted, comparing);
  return { sid, state: 'differing', parts, foundSid: near.sid, isWider };
}

const conditionAccounts = ({ conditions }: Statement): string[] =>
  conditions.flatMap((text) => {
    const [operator, key, values] = JSON.parse(text) as [string, string, string[]];
    const names = key === 'aws:principalaccount' || key === 'kms:calleraccount';
    return names && operator === 'StringEquals' ? values : [];
  });

/** Other accounts, and everybody, in statements that allow something (AWS-08). */
function extraPrincipals(policy: KeyPolicy, known: ReadonlySet<string>): string[] {
  const found = policy.statements
    .filter(({ effect }) => effect === 'Allow')
    .flatMap((statement) => {
      if (statement.notPrincipal) return ['*'];
      const names = statement.principals['AWS'] ?? [];
      const accounts = conditionAccounts(statement);
      const isBound = accounts.length > 0 && accounts.every((account) => known.has(account));
      return names.filter((name) => {
        const account = accountOf(name);
        if (name === '*') return !isBound;
        return account !== null && !known.has(account);
      });
    });
  return [...new Set(found)].toSorted();
}

function repeatedSids({ statements }: KeyPolicy): string[] {
  const sids = statements.flatMap(({ sid }) => sid ?? []);
  return [...new Set(sids.filter((sid, index) => sids.indexOf(sid) !== index))];
}

/**
 * Grant by grant; Sids are names and do not count (AWS-06). Null where the two policies take more
 * steps than anybody waits for.
 */
export const compareGrants = (
  policy: KeyPolicy,
  template: KeyPolicy,
  { arn, account }: KeyOfPolicy,
): GrantComparison | null =>
  withinBudget((budget) => {
    const comparing = { keyArn: arn, budget };
    const admin = adminStatement(account);
    const allowed = template.statements.filter(({ effect }) => effect === 'Allow');
    const denying = policy.statements.filter(
      (one) =>
        allowed.some((wanted) => denies(one, wanted, comparing)) ||
        denies(one, admin, comparing, ADMIN_ACTIONS),
    );
    return {
      statements: template.statements.map((wanted) => differenceOf(policy, wanted, comparing)),
      denying: denying.map(({ sid, conditions: { length } }) => ({
        sid,
        isConditional: length > 0,
      })),
    };
  });

/** Takes no more than the policy's length times that of an ARN. */
export function traitsOf(
  policy: KeyPolicy,
  template: KeyPolicy,
  { arn, account }: KeyOfPolicy,
): KeyPolicyTraits {
  const known = new Set([
    account,
    ...template.statements.flatMap(({ principals }) =>
      (principals['AWS'] ?? []).flatMap((name) => accountOf(name) ?? []),
    ),
  ]);
  const comparing = { keyArn: arn, budget: new WorkBudget(Infinity) };
  return {
    keepsAdmin: isHeld(policy.statements, adminStatement(account), comparing),
    extra: extraPrincipals(policy, known),
    repeatedSids: repeatedSids(policy),
  };
}

/** Both; null where the grants can't be compared. */
export function compareKeyPolicies(
  policy: KeyPolicy,
  template: KeyPolicy,
  key: KeyOfPolicy,
): KeyPolicyComparison | null {
  const grants = compareGrants(policy, template, key);
  return grants && { ...grants, ...traitsOf(policy, template, key) };
}
