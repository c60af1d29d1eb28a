/**
 * Whether a deny assignment keeps a principal from the key; it overrides every role (RB-06).
 * `perhaps` where a group or a condition decides, which cannot be read.
 */
import { lowerCase } from '../lowerCase.ts';
import type { DeniedPrincipal, DenyAssignmentFacts } from '../azureFacts.ts';
import { reachesKey, type KeyPlace } from './roleScope.ts';

/** Every principal of the directory, users and applications alike. */
const EVERYBODY = '00000000-0000-0000-0000-000000000000';

export interface Denial {
  facts: DenyAssignmentFacts;
  /** False where it depends on something that cannot be seen. */
  certain: boolean;
}

type Answer = 'yes' | 'perhaps' | 'no';

/** Whether a list names the principal: itself, everybody, or perhaps through a group. */
function names(list: readonly DeniedPrincipal[], principal: string): Answer {
  if (list.some(({ id }) => [principal, EVERYBODY].includes(id.toLowerCase()))) return 'yes';
  return list.some(({ type }) => lowerCase(type) === null || lowerCase(type) === 'group')
    ? 'perhaps'
    : 'no';
}

function reaches(denial: DenyAssignmentFacts, place: KeyPlace): Answer {
  if (!reachesKey(denial.scope, place)) return 'no';
  if (!denial.onlyAtScope) return 'yes';
  const vault = lowerCase(place.vaultResourceId)?.replace(/\/+$/, '') ?? null;
  const at = denial.scope.toLowerCase().replace(/\/+$/, '');
  // Whether a key counts as below its vault is not documented.
  if (at === vault) return 'perhaps';
  return vault !== null && at.startsWith(`${vault}/`) ? 'yes' : 'no';
}

function evaluate(denial: DenyAssignmentFacts, place: KeyPlace, principal: string): Answer {
  if (denial.dataActions.length === 0) return 'no';
  const excluded = names(denial.excludedPrincipals, principal);
  const [denied, reached] = [names(denial.principals, principal), reaches(denial, place)];
  if (excluded === 'yes' || denied === 'no' || reached === 'no') return 'no';
  const plain =
    excluded === 'no' && denied === 'yes' && reached === 'yes' && denial.condition === null;
  return plain ? 'yes' : 'perhaps';
}

/**
 * The deny assignment that keeps the principal from the key, one that surely does before one that
 * may; null where there is none.
 */
export function denialAgainst(
  denials: readonly DenyAssignmentFacts[],
  place: KeyPlace,
  principal: string,
): Denial | null {
  const found = denials.map((facts) => ({ facts, answer: evaluate(facts, place, principal) }));
  const first =
    found.find(({ answer }) => answer === 'yes') ??
    found.find(({ answer }) => answer === 'perhaps');
  return first ? { facts: first.facts, certain: first.answer === 'yes' } : null;
}
