/** Whether a pasted policy can be that of Adobe's page, and why not: it is merged as it is. */
import { actionMatches } from '../actionPattern.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { KeyOfPolicy } from './compareKeyPolicies.ts';
import { accountOf } from './covers.ts';
import type { KeyPolicy } from './inspectKeyPolicy.ts';
import type { Statement } from './statement.ts';

/** Adobe's page has a statement for each of its accounts (AWS-04, AWS-08, VAL-31). */
const ACCOUNTS_OF_ADOBE = 4;

/** All that Adobe needs of the key, and nothing else is let to another account (AWS-04). */
const ACTIONS_OF_ADOBE = [
  'kms:Decrypt',
  'kms:Encrypt',
  'kms:ReEncrypt*',
  'kms:GenerateDataKey*',
  'kms:DescribeKey',
  'kms:CreateGrant',
];

/** A statement with what people find it by: its Sid, else its place. */
interface Named {
  statement: Statement;
  name: string;
}

/** Of `provideKeyPolicy`. */
const FIELD = ['policy'];

const MAX_SHOWN = 100;
const MAX_LISTED = 20;
const shown = (text: string): string =>
  text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
const listed = (texts: readonly string[]): string => shown(texts.join(', '));

const namesOf = ({ principals }: Statement): readonly string[] => principals['AWS'] ?? [];

const isOwnRoot = (principal: string, account: string | null): boolean =>
  account !== null && principal === `arn:aws:iam::${account}:root`;

/** Accounts and roles of others, and the key's own account as a whole (AWS-05). */
const mayBeNamed = (principal: string, account: string | null): boolean =>
  isOwnRoot(principal, account) ||
  (/^arn:aws:iam::\d{12}:(?:root|role\/[\w+=,.@/-]+)$/.test(principal) &&
    // A role of the own account would get its rights by a text that Adobe is said to have written.
    accountOf(principal) !== account);

/** What no statement of the page is, whoever it is about. */
function unlikeAny({ statement, name }: Named, account: string | null): Refusal | null {
  if (statement.effect === 'Deny') return refuse('keyPolicyDeny', FIELD, { statement: name });
  for (const part of ['Principal', 'Action', 'Resource'] as const)
    if (statement[`not${part}`])
      return refuse('keyPolicyExcludes', FIELD, { statement: name, part: `Not${part}` });
  const others = Object.entries(statement.principals).flatMap(([kind, names]) =>
    names
      .filter((one) => kind !== 'AWS' || !mayBeNamed(one, account))
      .map((one) => `${kind}: ${one}`),
  );
  return others[0] === undefined
    ? null
    : refuse('keyPolicyPrincipal', FIELD, { statement: name, principal: shown(others[0]) });
}

const isOfOthers = ({ statement }: Named, account: string | null): boolean =>
  namesOf(statement).some((name) => !isOwnRoot(name, account));

const accountsOf = (statement: Statement, account: string | null): string[] =>
  namesOf(statement).flatMap((name) => (isOwnRoot(name, account) ? [] : (accountOf(name) ?? [])));

/**
 * The page's condition, on all accounts that the statement is for. It may list more accounts: they
 * get nothing by it, as they are no principals of the statement. Without it more is let, and any
 * other or further condition could shut Adobe out.
 */
function isBound({ conditions }: Statement, accounts: readonly string[]): boolean {
  const [only] = conditions;
  if (only === undefined || conditions.length !== 1) return false;
  const [operator, key, values] = JSON.parse(only) as [string, string, string[]];
  return (
    operator === 'StringEquals' &&
    key === 'aws:principalaccount' &&
    accounts.every((one) => values.includes(one))
  );
}

/** What the statement of another account can't be (AWS-04). */
function unlikeOthers({ statement, name }: Named, key: KeyOfPolicy | null): Refusal | null {
  const accounts = accountsOf(statement, key?.account ?? null);
  const more = statement.actions.filter(
    (action) => !ACTIONS_OF_ADOBE.some((pattern) => actionMatches(pattern, action)),
  );
  if (more.length > 0)
    return refuse('keyPolicyAction', FIELD, {
      statement: name,
      account: listed(accounts),
      actions: listed(more),
    });
  if (!isBound(statement, accounts))
    return refuse('keyPolicyCondition', FIELD, { statement: name });
  // In the key's own policy, its ARN is the same resource as `*`.
  return statement.resources.some((resource) => resource === '*' || resource === key?.arn)
    ? null
    : refuse('keyPolicyResource', FIELD, { statement: name });
}

/** An account's actions may be in several statements; together they are all that Adobe needs. */
function lacking(others: readonly Named[], account: string): Refusal | null {
  const own = others.filter(({ statement }) => accountsOf(statement, null).includes(account));
  const actions = own.flatMap(({ statement }) => statement.actions);
  const missing = ACTIONS_OF_ADOBE.filter(
    (wanted) => !actions.some((pattern) => actionMatches(pattern, wanted)),
  );
  return missing.length === 0
    ? null
    : refuse('keyPolicyLacksActions', FIELD, {
        statement: own[0]!.name,
        account,
        actions: listed(missing),
      });
}

function firstCause<T>(of: readonly T[], find: (one: T) => Refusal | null): Refusal | null {
  for (const one of of) {
    const cause = find(one);
    if (cause) return cause;
  }
  return null;
}

/**
 * Why a policy can't be that of Adobe's page, with the statement; null where it can (VAL-31).
 *
 * @param key whose policy it is for; null where it is not known yet, and then no account counts as
 *   its own
 */
export function refuseUnlikeAdobes(
  { statements }: KeyPolicy,
  key: KeyOfPolicy | null,
): Refusal | null {
  const account = key?.account ?? null;
  const all = statements.map((statement, index) => ({
    statement,
    name: statement.sid ? shown(statement.sid) : `#${index + 1}`,
  }));
  const unlike = firstCause(all, (one) => unlikeAny(one, account));
  if (unlike) return unlike;
  const others = all.filter((one) => isOfOthers(one, account));
  const accounts = [...new Set(others.flatMap(({ statement }) => accountsOf(statement, account)))];
  // Part of the page, or the policy of the key itself, which would hold itself.
  if (accounts.length < ACCOUNTS_OF_ADOBE) return refuse('keyPolicyNotAdobes', FIELD);
  return (
    firstCause(others, (one) => unlikeOthers(one, key)) ??
    (accounts.length > ACCOUNTS_OF_ADOBE
      ? refuse('keyPolicyTooManyAccounts', FIELD, {
          statements: others.slice(0, MAX_LISTED).map(({ name }) => name),
        })
      : firstCause(accounts, (one) => lacking(others, one)))
  );
}

/** Whether it can be; `key` as in `refuseUnlikeAdobes`. */
export const isAdobesPolicy = (policy: KeyPolicy, key: KeyOfPolicy | null): boolean =>
  refuseUnlikeAdobes(policy, key) === null;
