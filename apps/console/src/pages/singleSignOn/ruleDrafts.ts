/** The rules while somebody edits them: all are saved together. */
import type { ClaimRuleInput } from '../../generated/graphql.ts';
import type { ScopedRole } from '../../features/viewer/viewerAccess.ts';

export interface Rule {
  claim: string;
  value: string;
  grant: ScopedRole;
}

/** As many as the server takes. */
export const MAX_RULES = 100;

export const toRuleInput = ({ claim, value, grant }: Rule): ClaimRuleInput => ({
  claim,
  value,
  grant: { role: grant.role, organizationId: grant.organization?.id ?? null },
});

export const areSameRules = (some: readonly Rule[], others: readonly Rule[]): boolean =>
  JSON.stringify(some.map(toRuleInput)) === JSON.stringify(others.map(toRuleInput));

/** Puts a rule in the place of the one at `index`; at the end without a place. */
export const putRule = (rules: readonly Rule[], rule: Rule, index?: number): Rule[] =>
  index === undefined ? [...rules, rule] : rules.map((one, at) => (at === index ? rule : one));

/** The place in the list of a rule that the server refused: `["rules", "2", "claim"]`. */
export function refusedPlace(field: readonly string[] | null | undefined): number | null {
  const [list, index] = field ?? [];
  return list === 'rules' && index !== undefined ? Number(index) : null;
}
