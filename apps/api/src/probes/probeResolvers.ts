/** Public facts of vaults. The api calls no cloud: a worker asks, for as long as somebody waits. */
import { inspectKeyIdentifier, unknownVault } from '@keyway/core';
import { describeKeyProblem, describeVaultProbe } from '@keyway/messages';
import { requireSignedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import { MAX_LENGTHS } from '../userErrors/inputValidator.ts';

export const probeResolvers: Resolvers = {
  Query: {
    probeVault: async (_, { keyIdentifier: text }, context) => {
      const { viewer } = requireSignedIn(context);
      const { keyIdentifier: key, findings } = inspectKeyIdentifier(
        text.slice(0, 4 * MAX_LENGTHS.identifier),
      );
      if (!key) return { key, findings, facts: unknownVault('otherAnswer') };
      if (key.cloud !== 'public') return { key, findings, facts: unknownVault('sovereignCloud') };
      const vault = { kind: key.kind, name: key.vault };
      const facts = await context.services.store.probes.ask(viewer.partnerId, vault);
      return { key, findings, facts };
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
    sentence: ({ key, findings, facts }, args) => {
      const locale = localeOf(args.locale);
      return key
        ? describeVaultProbe(key.vault, facts, locale)
        : findings
            .map(({ problem, values }) => describeKeyProblem(problem, values, locale))
            .join(' ');
    },
  },
};
