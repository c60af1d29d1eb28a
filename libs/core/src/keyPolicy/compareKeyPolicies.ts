/**
 * A key policy, statement by statement, against the template of the organization's page at Adobe
 * (VAL-31, AWS-04 to AWS-08).
 */
import type { KeyPolicy } from './inspectKeyPolicy.ts';
import { accountOf, denies, lackingParts } from './covers.ts';
import { statementOf, type Statement, type StatementPart } from './statement.ts';

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

/** How a key policy differs from the organization's template (VAL-31). */
export interface KeyPolicyComparison {
  /** In the order of the template. */
  statements: StatementDifference[];
  /** Whether the account keeps its own administration of the key (AWS-05). */
  keepsAdmin: boolean;
  denying: DenyingStatement[];
  /** Principals of other accounts that the template does not name, sorted; `*` is everybody. */
  extra: string[];
  /** Sids that several statements have (AWS-06). */
  repeatedSids: string[];
}

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

const overlap = (a: Statement, b: Statement): boolean =>
  Object.entries(a.principals).some(([kind, names]) =>
    names.some((name) => b.principals[kind]?.includes(name)),
  );

/** The statement that is nearest: by its Sid, else by its principals, with the fewest parts. */
export function nearestStatement(policy: KeyPolicy, wanted: Statement): Statement | undefined {
  const candidates = policy.statements.filter(
    (one) => one.effect === wanted.effect && overlap(one, wanted),
  );
  const [best] = candidates.toSorted(
    (a, b) => lackingParts(a, wanted).length - lackingParts(b, wanted).length,
  );
  return best ?? policy.statements.find((one) => one.sid !== null && one.sid === wanted.sid);
}

/** The statement of the policy that holds all that the wanted one does. */
export const holderOf = (policy: KeyPolicy, wanted: Statement): Statement | undefined =>
  policy.statements.find((one) => lackingParts(one, wanted).length === 0);

function differenceOf(policy: KeyPolicy, wanted: Statement): StatementDifference {
  const { sid } = wanted;
  const holder = holderOf(policy, wanted);
  if (holder) return { sid, state: 'present', parts: [], foundSid: holder.sid, isWider: false };
  const near = nearestStatement(policy, wanted);
  // The default statement has the Sid of Adobe's first one, and is no attempt at it (AWS-06).
  if (!near || !overlap(near, wanted))
    return { sid, state: 'missing', parts: [], foundSid: null, isWider: false };
  const parts = lackingParts(near, wanted);
  const isWider =
    parts.every((part) => part === 'Condition') &&
    near.conditions.every((condition) => wanted.conditions.includes(condition));
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
 * Statement by statement; Sids are names and do not count (AWS-06).
 *
 * @param account twelve digits: the key's own
 */
export function compareKeyPolicies(
  policy: KeyPolicy,
  template: KeyPolicy,
  account: string,
): KeyPolicyComparison {
  const admin = adminStatement(account);
  const allowed = template.statements.filter(({ effect }) => effect === 'Allow');
  const denying = policy.statements.filter(
    (one) => allowed.some((wanted) => denies(one, wanted)) || denies(one, admin, ADMIN_ACTIONS),
  );
  const known = new Set([
    account,
    ...template.statements.flatMap(({ principals }) =>
      (principals['AWS'] ?? []).flatMap((name) => accountOf(name) ?? []),
    ),
  ]);
  return {
    statements: template.statements.map((wanted) => differenceOf(policy, wanted)),
    keepsAdmin: holderOf(policy, admin) !== undefined,
    denying: denying.map(({ sid, conditions }) => ({ sid, isConditional: conditions.length > 0 })),
    extra: extraPrincipals(policy, known),
    repeatedSids: repeatedSids(policy),
  };
}
