/** The rules while somebody edits them: all are saved together. */
import type { ClaimRuleInput } from '../../generated/graphql.ts';
import type { ScopedRole } from '../../features/viewer/viewerAccess.ts';

export interface Rule {
  /** Of the provider that it holds for; null: the only one. */
  issuer: string | null;
  claim: string;
  value: string;
  grant: ScopedRole;
}

/** As many as the server takes. */
export const MAX_RULES = 100;

/** A provider that rules can be for. */
export interface RuleProvider {
  name: string;
  issuer: string;
}

/** The rules as they are edited: with several providers, one that names none is the first's. */
export function rulesToEdit({
  rules,
  providers,
}: {
  rules: readonly Rule[];
  providers: readonly RuleProvider[];
}): readonly Rule[] {
  const [main, ...others] = providers;
  if (!main || others.length === 0) return rules;
  return rules.map((rule) => ({ ...rule, issuer: rule.issuer ?? main.issuer }));
}

/** Whether people choose a provider: there are several, or a rule is for one that is gone. */
export const hasProviders = (rules: readonly Rule[], providers: readonly RuleProvider[]): boolean =>
  providers.length > 1 ||
  rules.some(
    (rule) => rule.issuer !== null && providers.every(({ issuer }) => issuer !== rule.issuer),
  );

export const toRuleInput = ({ issuer, claim, value, grant }: Rule): ClaimRuleInput => ({
  issuer,
  claim,
  value,
  grant: { role: grant.role, organizationId: grant.organization?.id ?? null },
});

/** What somebody else added and removed. */
export interface RuleChanges {
  added: Rule[];
  removed: Rule[];
}

export function changesOf(before: readonly Rule[], after: readonly Rule[]): RuleChanges {
  const keyOf = (rule: Rule) => JSON.stringify(toRuleInput(rule));
  const without = (some: readonly Rule[], others: readonly Rule[]) => {
    const keys = new Set(others.map(keyOf));
    return some.filter((rule) => !keys.has(keyOf(rule)));
  };
  return { added: without(after, before), removed: without(before, after) };
}

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
