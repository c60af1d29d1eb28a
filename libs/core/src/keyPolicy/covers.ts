/** Whether one statement grants, or takes, what another one does. Its Sid says nothing of that. */
import { actionMatches } from '../actionPattern.ts';
import { sameJson } from '../sameJson.ts';
import { patternsOverlap } from './patternsOverlap.ts';
import type { Principals, Statement, StatementPart } from './statement.ts';

/** Everything that an action pattern means is meant by one of these too; `*` counts as text. */
const includesAction = (patterns: readonly string[], action: string): boolean =>
  patterns.some((pattern) => actionMatches(pattern, action));

const subset = (some: readonly string[], of: readonly string[]): boolean =>
  some.every((one) => of.includes(one));

const coversPrincipals = (all: Principals, some: Principals): boolean =>
  Object.entries(some).every(([kind, names]) => subset(names, all[kind] ?? []));

function coversActions(present: Statement, wanted: Statement): boolean {
  if (present.notAction || wanted.notAction)
    return present.notAction === wanted.notAction && sameJson(present.actions, wanted.actions);
  return wanted.actions.every((action) => includesAction(present.actions, action));
}

/** In a key's own policy, `*` and the key's ARN are the same resource. */
function coversResources(present: Statement, wanted: Statement): boolean {
  if (present.notResource || wanted.notResource)
    return (
      present.notResource === wanted.notResource && sameJson(present.resources, wanted.resources)
    );
  return present.resources.includes('*') || subset(wanted.resources, present.resources);
}

/** The parts in which a statement lacks what another one holds; none where it covers it. */
export function lackingParts(present: Statement, wanted: Statement): StatementPart[] {
  const parts: [StatementPart, boolean][] = [
    ['Effect', present.effect === wanted.effect],
    [
      'Principal',
      present.notPrincipal === wanted.notPrincipal &&
        (wanted.notPrincipal
          ? sameJson(present.principals, wanted.principals)
          : coversPrincipals(present.principals, wanted.principals)),
    ],
    ['Action', coversActions(present, wanted)],
    ['Resource', coversResources(present, wanted)],
    // Exact: no condition at all is wider than what was asked for, and another one is another.
    ['Condition', sameJson(present.conditions, wanted.conditions)],
  ];
  return parts.filter(([, covers]) => !covers).map(([part]) => part);
}

/** The twelve digits of a principal's account; null of a service, of everybody, of other forms. */
export const accountOf = (principal: string): string | null =>
  /^arn:aws:(?:iam|sts)::(\d{12}):/.exec(principal)?.[1] ?? null;

/** Whether some principal could be of both: the same one, everybody, or one of an account. */
function samePrincipals(deny: Statement, wanted: Statement): boolean {
  return Object.entries(wanted.principals).some(([kind, names]) => {
    const denied = deny.principals[kind] ?? [];
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

function sameActions(deny: Statement, actions: readonly string[]): boolean {
  if (deny.notAction) return actions.some((action) => !includesAction(deny.actions, action));
  return actions.some((action) => deny.actions.some((denied) => patternsOverlap(denied, action)));
}

/** Of some key: which one is not known here, and a key's own policy is of no other. */
const isOfKey = (resource: string): boolean => patternsOverlap(resource, 'arn:aws:kms:*:*:key/*');

/** Whether a Deny takes some of these actions from some of the statement's principals. */
export const denies = (
  deny: Statement,
  wanted: Statement,
  actions: readonly string[] = wanted.actions,
): boolean =>
  deny.effect === 'Deny' &&
  samePrincipals(deny, wanted) &&
  sameActions(deny, actions) &&
  (deny.notResource || deny.resources.some(isOfKey));
