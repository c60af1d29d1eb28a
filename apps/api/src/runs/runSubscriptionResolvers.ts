/**
 * Live updates. Every event is read again in the viewer's own scope, so that nothing of another
 * organization can come through.
 */
import { parseGlobalId } from '@keyway/core';
import type { PartnerStore, StoredRun } from '@keyway/store';
import { GraphQLError } from 'graphql';
import { signedIn, type RequestContext } from '../context.ts';
import type { SubscriptionResolvers } from '../generated/resolverTypes.ts';
import { AGAIN_AFTER_MS } from './runFeed.ts';
import { storeRunFilter } from './storeRunFilter.ts';

/** An event is a request of its own: what the one before it loaded may be old. */
function fresh(run: StoredRun, context: RequestContext): StoredRun {
  for (const loader of Object.values(signedIn(context).loaders)) loader.clearAll();
  return run;
}

/** Those of the changes whose run matches now. */
function matching(
  changes: AsyncIterableIterator<StoredRun>,
  matches: (run: StoredRun) => Promise<boolean>,
): AsyncIterableIterator<StoredRun> {
  let over = false;
  /** Asked again while the database does not answer: a subscription outlives a restart. */
  const decide = async (run: StoredRun): Promise<boolean> => {
    while (!over) {
      try {
        return await matches(run);
      } catch {
        await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER_MS));
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
    over = true;
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
  throw new GraphQLError('There is no such run.', { extensions: { code: 'NOT_FOUND' } });
}

export const runSubscriptionResolvers: SubscriptionResolvers = {
  runChanged: {
    subscribe: async (_, { runId }, context) => {
      const { partner } = signedIn(context);
      return context.house.feed.presentAndChanges(
        partner.scope,
        await visibleRun(partner, runId),
      ) as AsyncIterableIterator<never>;
    },
    resolve: (run: StoredRun, _args: unknown, context: RequestContext) => fresh(run, context),
  },
  runsChanged: {
    subscribe: (_, { filter }, context) => {
      const { partner } = signedIn(context);
      // before the listener stands: what is refused leaves none behind
      const wanted = storeRunFilter(filter);
      const changes = context.house.feed.changes(partner.scope, null);
      const all =
        !filter || Object.values(filter).every((value) => value === null || value === undefined);
      return (
        all ? changes : matching(changes, ({ run }) => partner.runMatches(run.id, wanted))
      ) as AsyncIterableIterator<never>;
    },
    resolve: (run: StoredRun, _args: unknown, context: RequestContext) => fresh(run, context),
  },
};
