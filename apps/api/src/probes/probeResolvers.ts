/** Public facts of vaults. The api calls no cloud: a worker asks, for as long as somebody waits. */
import { inspectKeyArn, inspectKeyIdentifier, unknownVault, type Refusal } from '@keyway/core';
import { describeKeyProblem, describeRefusal, describeVaultProbe } from '@keyway/messages';
import { requireSignedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import { MAX_LENGTHS } from '../userErrors/inputValidator.ts';

/** Only a vault of Azure answers without a credential; what is wrong with an ARN is said, too. */
function arnProblem(text: string): Refusal | null {
  if (!/^\s*arn:/i.test(text)) return null;
  const found = inspectKeyArn(text, []);
  return 'arn' in found ? null : found;
}

export const probeResolvers: Resolvers = {
  Query: {
    probeVault: async (_, { keyIdentifier: text }, context) => {
      const { viewer } = requireSignedIn(context);
      const { keyIdentifier: key, findings } = inspectKeyIdentifier(
        text.slice(0, 4 * MAX_LENGTHS.identifier),
      );
      const arn = key ? null : arnProblem(text);
      if (!key) return { key, findings, arn, facts: unknownVault('otherAnswer') };
      if (key.cloud !== 'public')
        return { key, findings, arn, facts: unknownVault('sovereignCloud') };
      const vault = { kind: key.kind, name: key.vault };
      const facts = await context.services.store.probes.ask(viewer, vault);
      return { key, findings, arn, facts };
    },
  },
  VaultProbe: {
    cloud: ({ key }) => key?.cloud ?? null,
    kind: ({ key }) => key?.kind ?? null,
    vaultUri: ({ key }) => key?.vaultUri ?? null,
    exists: ({ facts }) => facts.exists,
    tenantId: ({ facts }) => facts.tenantId,
    addresses: ({ facts }) => facts.addresses,
    privateLink: ({ facts }) => facts.privateLink,
    retryAfterSeconds: ({ facts }) => facts.againAfterSeconds ?? null,
    sentence: ({ key, findings, arn, facts }, args) => {
      const locale = localeOf(args.locale);
      if (key) return describeVaultProbe(key.vault, facts, locale);
      const problems = findings.map(({ problem, values }) =>
        describeKeyProblem(problem, values, locale),
      );
      return [...problems, ...(arn ? [describeRefusal(arn, locale)] : [])].join(' ');
    },
  },
};
