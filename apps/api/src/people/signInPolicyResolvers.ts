/** Rules that admit people by claims of their ID token. */
import { refuse } from '@keyway/core';
import { Refused, type ClaimRule } from '@keyway/store';
import type { RequestContext } from '../context.ts';
import type {
  Resolvers,
  ResolversTypes,
  SetSignInPolicyInput,
} from '../generated/resolverTypes.ts';
import { mutate } from '../mutate.ts';
import { MAX_LENGTHS } from '../userErrors/inputValidator.ts';
import { grantsOf, peopleOf } from './grants.ts';

const MAX_RULES = 100;

/** Claims and values are compared exactly, so nothing of them is changed. */
async function rulesOf(
  context: RequestContext,
  { rules }: SetSignInPolicyInput,
): Promise<ClaimRule[]> {
  if (rules.length > MAX_RULES)
    throw new Refused(refuse('rulesMany', ['rules'], { max: MAX_RULES }));
  const isText = (text: string): boolean => text.trim() !== '' && text.length <= MAX_LENGTHS.name;
  for (const [index, { claim, value }] of rules.entries())
    for (const [field, text] of Object.entries({ claim, value }))
      if (!isText(text)) throw new Refused(refuse('claimEmpty', ['rules', String(index), field]));
  const grants = await grantsOf(
    context,
    rules.map(({ grant }) => grant),
    (index) => ['rules', String(index), 'grant'],
  );
  const found = rules.map(({ claim, value }, index) => ({ claim, value, grant: grants[index]! }));
  const keys = found.map((rule) => JSON.stringify(rule));
  const twice = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (twice >= 0) {
    const { claim, value } = found[twice]!;
    throw new Refused(refuse('claimRuleTwice', ['rules', String(twice)], { claim, value }));
  }
  return found;
}

async function setSignInPolicy(
  context: RequestContext,
  input: SetSignInPolicyInput,
): Promise<Awaited<ResolversTypes['SetSignInPolicyPayload']>> {
  let rules: ClaimRule[];
  const outcome = await mutate(context, {
    name: 'setSignInPolicy',
    input,
    validate: async () => {
      rules = await rulesOf(context, input);
    },
    work: (unit, occurrence) => unit.members.setSignInRules(rules, occurrence()),
  });
  if ('userErrors' in outcome) return { signInPolicy: null, userErrors: outcome.userErrors };
  context.services.accessChanged();
  return { signInPolicy: { rules: outcome.result }, userErrors: [] };
}

export const signInPolicyResolvers: Resolvers = {
  Query: {
    signInPolicy: async (_, _args, context) => ({ rules: await peopleOf(context).signInRules() }),
  },
  Mutation: { setSignInPolicy: (_, { input }, context) => setSignInPolicy(context, input) },
};
