/** Rules that admit people by claims of their ID token. */
import { refuse } from '@keyway/core';
import { contentVersion, Refused, type ClaimRule } from '@keyway/store';
import type { RequestContext } from '../context.ts';
import type {
  Resolvers,
  ResolversTypes,
  SetSignInPolicyInput,
} from '../generated/resolverTypes.ts';
import { mutate } from '../mutate.ts';
import { mainProvider } from '../signIn/providers.ts';
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
  const issuers = rules.map(({ issuer }, index) => issuerOf(context, issuer, index));
  const grants = await grantsOf(
    context,
    rules.map(({ grant }) => grant),
    (index) => ['rules', String(index), 'grant'],
  );
  const found = rules.map(({ claim, value }, index) => ({
    issuer: issuers[index]!,
    ...{ claim, value, grant: grants[index]! },
  }));
  const keys = found.map((rule) => JSON.stringify(rule));
  const twice = keys.findIndex((key, index) => keys.indexOf(key) < index);
  if (twice >= 0) {
    const { claim, value } = found[twice]!;
    throw new Refused(refuse('claimRuleTwice', ['rules', String(twice)], { claim, value }));
  }
  return found;
}

/** With several providers a rule names its own: one that somebody else runs may send any claim. */
function issuerOf(
  { services }: RequestContext,
  given: string | null | undefined,
  index: number,
): string | null {
  const { providers } = services.config;
  const field = ['rules', String(index), 'issuer'];
  if (given == null) {
    if (providers.length > 1) throw new Refused(refuse('ruleIssuerMissing', field));
    return null;
  }
  const wanted = given.trim().replace(/\/$/, '');
  const found = providers.find(({ issuer }) => issuer === wanted);
  if (found) return found.issuer;
  throw new Refused(
    refuse('ruleIssuerUnknown', field, { issuer: wanted.slice(0, MAX_LENGTHS.name) }),
  );
}

const policyOf = ({ services }: RequestContext, rules: ClaimRule[]) => ({
  rules,
  version: contentVersion(rules),
  providers: services.config.providers.map(({ name, issuer }) => ({ name, issuer })),
});

async function setSignInPolicy(
  context: RequestContext,
  input: SetSignInPolicyInput,
): Promise<Awaited<ResolversTypes['SetSignInPolicyPayload']>> {
  let rules: ClaimRule[];
  const main = mainProvider(context.services.config.providers);
  const outcome = await mutate(context, {
    name: 'setSignInPolicy',
    input,
    validate: async () => {
      rules = await rulesOf(context, input);
    },
    work: (unit, occurrence) =>
      unit.members.setSignInRules(rules, occurrence(), {
        mainIssuer: main?.issuer ?? null,
        ifVersion: input.ifVersion ?? null,
      }),
  });
  if ('userErrors' in outcome) return { signInPolicy: null, userErrors: outcome.userErrors };
  context.services.accessChanged();
  return { signInPolicy: policyOf(context, outcome.result), userErrors: [] };
}

export const signInPolicyResolvers: Resolvers = {
  Query: {
    signInPolicy: async (_, _args, context) =>
      policyOf(context, await peopleOf(context).signInRules()),
  },
  Mutation: { setSignInPolicy: (_, { input }, context) => setSignInPolicy(context, input) },
};
