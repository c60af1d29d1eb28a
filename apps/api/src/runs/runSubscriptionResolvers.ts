/**
 * Live updates. Each run is read in the viewer's own scope, so tenancy holds for events too. The
 * event's run is read before the operation executes; the fields only pass it on.
 */
import { parseGlobalId } from '@keyway/core';
import type { PartnerStore, StoredRun } from '@keyway/store';
import { GraphQLError } from 'graphql';
import { requireSignedIn } from '../context.ts';
import type { SubscriptionResolvers } from '../generated/resolverTypes.ts';
import { storeRunFilter } from './storeRunFilter.ts';

async function visibleRun(
  partner: PartnerStore,
  id: string,
): Promise<{ id: string; organizationId: string }> {
  const uuid = parseGlobalId('Run', id);
  const found = uuid ? (await partner.runSummariesByIds([uuid])).get(uuid) : null;
  if (found) return found;
  throw new GraphQLError('This run doesn’t exist.', { extensions: { code: 'NOT_FOUND' } });
}

export const runSubscriptionResolvers: SubscriptionResolvers = {
  runChanged: {
    subscribe: async (_, { runId }, context) => {
      const { partner } = requireSignedIn(context);
      return context.services.feed.currentAndChanges(
        partner.scope,
        await visibleRun(partner, runId),
      ) as AsyncIterableIterator<never>;
    },
    resolve: (run: StoredRun) => run,
  },
  runsChanged: {
    subscribe: (_, { filter, withRecent }, context) => {
      const { partner } = requireSignedIn(context);
      // Throws before the listener is added; otherwise it would stay.
      const wanted = storeRunFilter(filter);
      const matchesAll =
        !filter || Object.values(filter).every((value) => value === null || value === undefined);
      return context.services.feed.changes(
        partner.scope,
        matchesAll ? null : ({ id }) => partner.runMatches(id, wanted),
        withRecent ?? false,
      ) as AsyncIterableIterator<never>;
    },
    resolve: (run: StoredRun) => run,
  },
};
