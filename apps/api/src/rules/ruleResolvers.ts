/** Domain rules: the register of the core, as checks and texts cite it. */
import { RULE_IDS, RULES, SOURCE_ALIASES, type Rule } from '@keyway/core';
import { ruleTitle } from '@keyway/messages';
import { requireSignedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';

/** `KVG/rbac-guide.md` with the repository and folder that the alias abbreviates. */
function placeOf(source: Rule['sources'][number]): string {
  const slash = source.indexOf('/');
  return (
    SOURCE_ALIASES[source.slice(0, slash) as keyof typeof SOURCE_ALIASES] + source.slice(slash)
  );
}

export const ruleResolvers: Resolvers = {
  Query: {
    rules: (_, _args, context) => {
      requireSignedIn(context);
      return RULE_IDS.map((id) => ({ id }));
    },
  },
  Rule: {
    title: ({ id }, { locale }) => ruleTitle(id, localeOf(locale)),
    proof: ({ id }) =>
      RULES[id].proof.map((proof) => proof.toUpperCase() as Uppercase<typeof proof>),
    sources: ({ id }) => RULES[id].sources.map(placeOf),
  },
};
