/** What each rule says. The register of the rules is in English, so nothing is kept twice. */
import { RULE_IDS, RULES, type RuleId } from '@keyway/core';

export const rules = Object.fromEntries(RULE_IDS.map((id) => [id, RULES[id].title])) as Readonly<
  Record<RuleId, string>
>;
