/** Live updates. Each run is read in the viewer's own scope, so tenancy holds for events too. */
import { parseGlobalId } from '@keyway/core';
import type { PartnerStore, StoredRun } from '@keyway/store';
import { GraphQLError } from 'graphql';
import { signedIn, type RequestContext } from '../context.ts';
import type { SubscriptionResolvers } from '../generated/resolverTypes.ts';
import { RETRY_AFTER_MILLISECONDS } from './runFeed.ts';
import { storeRunFilter } from './storeRunFilter.ts';

/** The run, after the rows loaded for earlier events were cleared. */
function withClearedLoaders(run: StoredRun, context: RequestContext): StoredRun {
  for (const loader of Object.values(signedIn(context).loaders)) loader.clearAll();
  return run;
}

/** The changes whose run matches the filter now. */
function matching(
  changes: AsyncIterableIterator<StoredRun>,
  matches: (run: StoredRun) => Promise<boolean>,
): AsyncIterableIterator<StoredRun> {
  let ended = false;
  /** Retried while the database is unavailable. */
  const decide = async (run: StoredRun): Promise<boolean> => {
    while (!ended) {
      try {
        return await matches(run);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER_MILLISECONDS));
      }
    }
    return false;
  };
  const next = async (): Promise<IteratorResult<StoredRun>> => {
    for (;;) {
      const change = await changes.next();
      if (change.done || (await decide(change.value))) return change;
    }
  };
  const end = (): Promise<IteratorResult<StoredRun>> => {
    ended = true;
    return changes.return?.() ?? Promise.resolve({ done: true, value: undefined });
  };
  return {
    next,
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => matching(changes, matches),
  };
}

async function visibleRun(
  partner: PartnerStore,
  id: string,
): Promise<{ id: string; organizationId: string }> {
  const uuid = parseGlobalId('Run', id);
  const found = uuid ? await partner.run(uuid) : null;
  if (uuid && found) return { id: uuid, organizationId: found.organizationId };
  throw new GraphQLError('This run doesn’t exist.', { extensions: { code: 'NOT_FOUND' } });
}

export const runSubscriptionResolvers: SubscriptionResolvers = {
  runChanged: {
    subscribe: async (_, { runId }, context) => {
      const { partner } = signedIn(context);
      return context.services.feed.currentAndChanges(
        partner.scope,
        await visibleRun(partner, runId),
      ) as AsyncIterableIterator<never>;
    },
    resolve: (run: StoredRun, _args: unknown, context: RequestContext) =>
      withClearedLoaders(run, context),
  },
  runsChanged: {
    subscribe: (_, { filter }, context) => {
      const { partner } = signedIn(context);
      // Throws before the listener is added; otherwise it would stay.
      const wanted = storeRunFilter(filter);
      const changes = context.services.feed.changes(partner.scope, null);
      const matchesAll =
        !filter || Object.values(filter).every((value) => value === null || value === undefined);
      return (
        matchesAll ? changes : matching(changes, ({ run }) => partner.runMatches(run.id, wanted))
      ) as AsyncIterableIterator<never>;
    },
    resolve: (run: StoredRun, _args: unknown, context: RequestContext) =>
      withClearedLoaders(run, context),
  },
};
