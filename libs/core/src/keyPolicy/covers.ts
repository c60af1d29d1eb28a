/** Whether one statement grants, or takes, what another one does. Its Sid says nothing of that. */
import { actionMatches } from '../actionPattern.ts';
import { sameJson } from '../sameJson.ts';
import { patternsOverlap } from './patternsOverlap.ts';
import type { Principals, Statement, StatementPart } from './statement.ts';
import type { WorkBudget } from './workBudget.ts';

/** What a comparison of statements needs beside them. */
export interface Comparing {
  /** Of the key whose policy it is; null where it is not known. */
  keyArn: string | null;
  budget: WorkBudget;
}

/** Everything that an action pattern means is meant by one of these too; `*` counts as text. */
const includesAction = (
  patterns: readonly string[],
  action: string,
  { budget }: Comparing,
): boolean =>
  patterns.some((pattern) => {
    budget.spend(pattern.length + action.length);
    return actionMatches(pattern, action);
  });

function subset(some: readonly string[], of: readonly string[], { budget }: Comparing): boolean {
  budget.spend(some.length * of.length + 1);
  return some.every((one) => of.includes(one));
}

const coversPrincipals = (all: Principals, some: Principals, comparing: Comparing): boolean =>
  Object.entries(some).every(([kind, names]) => subset(names, all[kind] ?? [], comparing));

function coversActions(present: Statement, wanted: Statement, comparing: Comparing): boolean {
  if (present.notAction || wanted.notAction)
    return present.notAction === wanted.notAction && sameJson(present.actions, wanted.actions);
  return wanted.actions.every((action) => includesAction(present.actions, action, comparing));
}

/** In a key's own policy, `*` and the key's ARN are the same resource. */
export function coversResources(
  present: Statement,
  wanted: Statement,
  comparing: Comparing,
): boolean {
  if (present.notResource || wanted.notResource)
    return (
      present.notResource === wanted.notResource && sameJson(present.resources, wanted.resources)
    );
  if (present.resources.includes('*')) return true;
  if (subset(wanted.resources, present.resources, comparing)) return true;
  const isOfKey = (resource: string): boolean => isKey(resource, comparing);
  return present.resources.some(isOfKey) && wanted.resources.every(isOfKey);
}

const isKey = (resource: string, { keyArn, budget }: Comparing): boolean =>
  resource === '*' || (keyArn !== null && patternsOverlap(resource, keyArn, budget));

/** The twelve digits of a principal's account; null of a service, of everybody, of other forms. */
export const accountOf = (principal: string): string | null =>
  /^arn:aws:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1] ?? null;

/**
 * The conditions as they are for one principal: of several accounts in a condition, only its own
 * says something of it, so that a statement for several accounts is as one for each.
 */
export function conditionsFor(
  { conditions }: Statement,
  principal: string,
  { budget }: Comparing,
): readonly string[] {
  const account = accountOf(principal);
  if (account === null) return conditions;
  return conditions.map((text) => {
    budget.spend(text.length);
    const [operator, key, values] = JSON.parse(text) as [string, string, string[]];
    const isOwn =
      operator === 'StringEquals' && key === 'aws:principalaccount' && values.includes(account);
    return isOwn ? JSON.stringify([operator, key, [account]]) : text;
  });
}

/** For the accounts and roles that both name; where they have none in common, as written. */
function sameConditions(present: Statement, wanted: Statement, comparing: Comparing): boolean {
  if (sameJson(present.conditions, wanted.conditions)) return true;
  if (present.notPrincipal || wanted.notPrincipal) return false;
  const { AWS: found = [] } = present.principals;
  const { AWS: names = [], ...others } = wanted.principals;
  comparing.budget.spend(names.length * found.length);
  const common = names.filter((name) => found.includes(name));
  if (common.length === 0 || Object.keys(others).length > 0) return false;
  return common.every((name) =>
    sameJson(conditionsFor(present, name, comparing), conditionsFor(wanted, name, comparing)),
  );
}

/** The parts in which a statement lacks what another one holds; none where it covers it. */
export function lackingParts(
  present: Statement,
  wanted: Statement,
  comparing: Comparing,
): StatementPart[] {
  const parts: [StatementPart, boolean][] = [
    ['Effect', present.effect === wanted.effect],
    [
      'Principal',
      present.notPrincipal === wanted.notPrincipal &&
        (wanted.notPrincipal
          ? sameJson(present.principals, wanted.principals)
          : coversPrincipals(present.principals, wanted.principals, comparing)),
    ],
    ['Action', coversActions(present, wanted, comparing)],
    ['Resource', coversResources(present, wanted, comparing)],
    // Exact: no condition at all is wider than what was asked for, and another one is another.
    ['Condition', sameConditions(present, wanted, comparing)],
  ];
  return parts.filter(([, covers]) => !covers).map(([part]) => part);
}

/** Whether some principal could be of both: the same one, everybody, or one of an account. */
function samePrincipals(deny: Statement, wanted: Statement, { budget }: Comparing): boolean {
  return Object.entries(wanted.principals).some(([kind, names]) => {
    const denied = deny.principals[kind] ?? [];
    budget.spend(names.length * denied.length);
    const hits = (name: string): boolean =>
      denied.includes('*') ||
      name === '*' ||
      denied.some((one) => one === name || sameAccount(one, name));
    // Excluded as a whole, the account is not denied; everybody else is.
    return deny.notPrincipal
      ? names.some((name) => !denied.includes(name))
      : names.some((name) => hits(name));
  });
}

const sameAccount = (a: string, b: string): boolean =>
  accountOf(a) !== null && accountOf(a) === accountOf(b);

function sameActions(deny: Statement, actions: readonly string[], comparing: Comparing): boolean {
  if (deny.notAction)
    return actions.some((action) => !includesAction(deny.actions, action, comparing));
  return actions.some((action) =>
    deny.actions.some((denied) => patternsOverlap(denied, action, comparing.budget)),
  );
}

/** Of some key: which one is not known here, and a key's own policy is of no other. */
const ANY_KEY = 'arn:aws:kms:*:*:key/*';

/** Whether a Deny takes some of these actions from some of the statement's principals. */
export const denies = (
  deny: Statement,
  wanted: Statement,
  comparing: Comparing,
  actions: readonly string[] = wanted.actions,
): boolean =>
  deny.effect === 'Deny' &&
  samePrincipals(deny, wanted, comparing) &&
  sameActions(deny, actions, comparing) &&
  (deny.notResource ||
    deny.resources.some((resource) => patternsOverlap(resource, ANY_KEY, comparing.budget)));
