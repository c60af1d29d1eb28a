/** What concerns the person who asks (docs/decisions/0084-inbox.md). */
import { globalId, parseGlobalId, refuse } from '@keyway/core';
import { describeInboxItem } from '@keyway/messages';
import { Refused, type InboxItemRecord } from '@keyway/store';
import { GraphQLError } from 'graphql';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { MarkInboxReadInput, Resolvers, ResolversTypes } from '../generated/resolverTypes.ts';
import { EACH, mutate } from '../mutate.ts';
import { localeOf } from '../schema/locale.ts';
import { connectionResolvers, pageOf } from '../schema/pages.ts';
import type { InboxState } from './inboxFeed.ts';

type Payload = Awaited<ResolversTypes['MarkInboxReadPayload']>;

/** Items that one request marks by their IDs. */
const MAX_MARKED = 100;

const NO_ITEM = refuse('inboxItemNotFound', ['ids']);

/** A token has no inbox, also one of a member. */
function personIn(context: RequestContext): string {
  const { kind, id } = requireSignedIn(context).viewer;
  if (kind === 'MEMBER') return id;
  throw new GraphQLError('An inbox belongs to a person: sign in with the browser.', {
    extensions: { code: 'FORBIDDEN' },
  });
}

/** Either of the two. */
function readOf({ ids, allUntil }: MarkInboxReadInput): { ids: string[] } | { until: string } {
  if ((ids == null) === (allUntil == null)) throw new Refused(refuse('inboxReadEither', null));
  if (ids == null) return { until: allUntil! };
  if (ids.length > MAX_MARKED)
    throw new Refused(refuse('inboxItemsMany', ['ids'], { max: MAX_MARKED }));
  return { ids: ids.map((id) => parseGlobalId('InboxItem', id) ?? '') };
}

async function markInboxRead(context: RequestContext, input: MarkInboxReadInput): Promise<Payload> {
  const { viewer, partner } = requireSignedIn(context);
  let wanted: ReturnType<typeof readOf>;
  const outcome = await mutate(context, {
    name: 'markInboxRead',
    input,
    // A token has no item that it could name.
    target: () =>
      Promise.resolve(input.ids && viewer.kind !== 'MEMBER' ? { refusal: NO_ITEM } : EACH),
    validate: () => {
      if (viewer.kind !== 'MEMBER')
        throw new Refused(refuse('inboxPersonNeeded', null, { mutation: 'markInboxRead' }));
      wanted = readOf(input);
    },
    work: async (unit, occurrence) => {
      const how = { memberId: viewer.id, isRead: input.read ?? true, at: occurrence().at };
      const marked = await unit.inbox.mark(wanted, how);
      if ('refusal' in marked) throw new Refused(marked.refusal);
      return marked;
    },
  });
  if ('userErrors' in outcome)
    return { changed: null, items: null, viewer, userErrors: outcome.userErrors };
  const items = 'ids' in wanted! ? await partner.inboxItems(wanted.ids) : null;
  return { changed: outcome.result.changed, items, viewer, userErrors: [] };
}

export const inboxResolvers: Resolvers = {
  Viewer: {
    inbox: (_viewer, { first, after, unreadOnly, kinds }, context) => {
      personIn(context);
      const filter = { unreadOnly, kinds: kinds ?? null };
      return pageOf(
        requireSignedIn(context).partner.inbox({ first, after: after ?? null }, filter),
      );
    },
    unreadCount: ({ kind }, _args, context) =>
      kind === 'MEMBER' ? requireSignedIn(context).partner.unreadCount() : null,
  },
  Mutation: { markInboxRead: (_, { input }, context) => markInboxRead(context, input) },
  Subscription: {
    inboxChanged: {
      subscribe: (_, _args, context) => {
        const memberId = personIn(context);
        const { scope } = requireSignedIn(context).partner;
        return context.services.inboxFeed.currentAndChanges(
          scope,
          memberId,
        ) as AsyncIterableIterator<never>;
      },
      resolve: (state: InboxState) => state,
    },
  },
  InboxItem: {
    id: ({ id }) => globalId('InboxItem', id),
    organization: async ({ organizationId }, _args, context) => {
      const found = await requireSignedIn(context).loaders.organization.load(organizationId);
      if (!found) throw new Error(`an item of ${organizationId}, which its viewer can’t see`);
      return found;
    },
    title: async (item: InboxItemRecord, { locale }, context) => {
      const { loaders } = requireSignedIn(context);
      const found = await loaders.organization.load(item.organizationId);
      return describeInboxItem({ ...item, organization: found?.name ?? '' }, localeOf(locale));
    },
    runId: ({ runId }) => (runId === null ? null : globalId('Run', runId)),
    alertId: ({ alertId }) => (alertId === null ? null : globalId('Alert', alertId)),
  },
  InboxItemConnection: connectionResolvers,
};
