/**
 * Whether the statements of a policy together grant what another one grants: each action to each
 * principal under the same conditions. How they are split or joined says nothing (VAL-31).
 */
import { actionMatches } from '../actionPattern.ts';
import { conditionsFor, coversResources, lackingParts, type Comparing } from './covers.ts';
import { patternsOverlap } from './patternsOverlap.ts';
import { sameJson } from '../sameJson.ts';
import type { Statement } from './statement.ts';

/** All that AWS has under these two patterns of Adobe's (AWS-04). */
const MEANT_BY: Readonly<Record<string, readonly string[]>> = {
  'kms:reencrypt*': ['kms:reencryptfrom', 'kms:reencryptto'],
  'kms:generatedatakey*': [
    'kms:generatedatakey',
    'kms:generatedatakeypair',
    'kms:generatedatakeypairwithoutplaintext',
    'kms:generatedatakeywithoutplaintext',
  ],
};

const isGrant = ({ effect, notPrincipal, notAction, notResource }: Statement): boolean =>
  effect === 'Allow' && !notPrincipal && !notAction && !notResource;

const grantsAction = ({ actions }: Statement, action: string, { budget }: Comparing): boolean =>
  actions.some((pattern) => {
    budget.spend(pattern.length + action.length);
    // Two patterns may have a text in common and still not mean the same.
    return /[*?]/.test(action)
      ? actionMatches(pattern, action)
      : patternsOverlap(pattern, action, budget);
  });

/** Whether conditions limit a grant as the wanted ones do, or, for `wider`, less than they do. */
type Bound = (conditions: readonly string[], wanted: readonly string[]) => boolean;
const AS_WANTED: Bound = sameJson;
const WIDER: Bound = (conditions, wanted) => conditions.every((one) => wanted.includes(one));

function isGranted(
  statements: readonly Statement[],
  wanted: Statement,
  comparing: Comparing,
  bound: Bound,
): boolean {
  if (!isGrant(wanted)) return false;
  const usable = statements.filter(
    (one) => isGrant(one) && coversResources(one, wanted, comparing),
  );
  const isGrantedTo = (kind: string, name: string): boolean => {
    const conditions = conditionsFor(wanted, name, comparing);
    const own = usable.filter((one) => {
      const names = one.principals[kind] ?? [];
      comparing.budget.spend(names.length + 1);
      return names.includes(name) && bound(conditionsFor(one, name, comparing), conditions);
    });
    const granted = (action: string): boolean =>
      own.some((one) => grantsAction(one, action, comparing));
    return wanted.actions.every(
      (action) => granted(action) || (MEANT_BY[action]?.every(granted) ?? false),
    );
  };
  return Object.entries(wanted.principals).every(([kind, names]) =>
    names.every((name) => isGrantedTo(kind, name)),
  );
}

/** Whether a policy holds all that a statement does: in one statement, or a grant in several. */
export const isHeld = (
  statements: readonly Statement[],
  wanted: Statement,
  comparing: Comparing,
): boolean =>
  statements.some((one) => lackingParts(one, wanted, comparing).length === 0) ||
  isGranted(statements, wanted, comparing, AS_WANTED);

/** Whether it grants all of that, with some or all conditions left out. */
export const isHeldWider = (
  statements: readonly Statement[],
  wanted: Statement,
  comparing: Comparing,
): boolean => isGranted(statements, wanted, comparing, WIDER);
