/** `node` and `nodes`: objects by their global ID; and the scalars. */
import { parseGlobalId } from '@keyway/core';
import { requireSignedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';
import { visibleToken } from '../tokens/tokenResolvers.ts';
import { DateTime, JSONValue } from './scalars.ts';

export const nodeResolvers: Resolvers = {
  DateTime,
  JSON: JSONValue,
  Query: {
    node: async (_, { id }, context) => {
      const { loaders, partner } = requireSignedIn(context);
      const organization = parseGlobalId('Organization', id);
      if (organization) return loaders.organization.load(organization);
      const run = parseGlobalId('Run', id);
      if (run) return loaders.run.load(run);
      const entry = parseGlobalId('HistoryEntry', id);
      if (entry) return partner.historyEntry(entry);
      const token = parseGlobalId('ApiToken', id);
      return token ? visibleToken(context, token) : null;
    },
  },
  Node: {
    __resolveType: (node) => {
      if ('imsOrgId' in node) return 'Organization';
      if ('run' in node) return 'Run';
      return 'prefix' in node ? 'ApiToken' : 'HistoryEntry';
    },
  },
};
