/**
 * How the cache stores responses: entities by ID, lists as Relay connections, one for each set of
 * arguments.
 */
import { InMemoryCache } from '@apollo/client';
import type { FieldMergeFunction, FieldPolicy, StoreObject } from '@apollo/client';
import type { KeyArgsFunction } from '@apollo/client/cache';
import { relayStylePagination } from '@apollo/client/utilities';

/**
 * Tracks and steps have no ID, but the server always sends all of them in order, so they are merged
 * by position. A query with fewer fields then doesn't remove those that another query has read.
 */
const mergeInPlace: FieldMergeFunction = (
  existing: readonly StoreObject[] | undefined,
  incoming: readonly StoreObject[],
  { mergeObjects },
) =>
  existing?.length === incoming.length
    ? incoming.map((item, index) => mergeObjects(existing[index] ?? item, item))
    : incoming;

/** Of what counts its changes: an answer can come after a later event. Less is merged into more. */
const mergeNewer: FieldMergeFunction<StoreObject | undefined> = (
  existing,
  incoming,
  { mergeObjects },
) => {
  if (!existing || !incoming) return incoming;
  return Number(existing['version']) > Number(incoming['version'])
    ? existing
    : mergeObjects(existing, incoming);
};

const byListAndLanguage: KeyArgsFunction = (args, { variables }) =>
  JSON.stringify([
    ...[args?.['mayDecide'], args?.['text'] ?? '', args?.['orderBy']],
    variables?.['locale'],
  ]);

interface Connection {
  edges: readonly StoreObject[];
  pageInfo: unknown;
}

/**
 * One list for each filter, order and language: a list of entries whose texts were read in another
 * language would lack them.
 */
const byFilterAndLanguage: KeyArgsFunction = (args, { variables }) =>
  JSON.stringify([args?.['filter'] ?? args?.['status'], args?.['orderBy'], variables?.['locale']]);

/** New entries come first, so the pages after the first one stay when that is read again. */
function newestFirstPagination(keyArgs: KeyArgsFunction | string[]): FieldPolicy {
  const pagination = relayStylePagination(keyArgs);
  const { merge } = pagination;
  if (typeof merge !== 'function') return pagination;
  return {
    ...pagination,
    merge: (existing: Connection | undefined, incoming: Connection | null, options) => {
      const idOf = (edge: StoreObject) =>
        options.readField('id', options.readField<StoreObject>('node', edge));
      const last = options.args?.['after'] ? undefined : incoming?.edges.at(-1);
      const at =
        last && existing ? existing.edges.findIndex((edge) => idOf(edge) === idOf(last)) : -1;
      const later = at < 0 ? [] : (existing?.edges.slice(at + 1) ?? []);
      if (incoming && existing && later.length > 0)
        return { ...existing, edges: [...incoming.edges, ...later] };
      // Cast: Apollo does not export the types of a connection that its own merge takes.
      return merge(existing as never, incoming as never, options) as unknown;
    },
  };
}

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          organizations: relayStylePagination(byFilterAndLanguage),
          runs: relayStylePagination(byFilterAndLanguage),
          pendingApprovals: relayStylePagination(byListAndLanguage),
          history: newestFirstPagination(byFilterAndLanguage),
          // Not kept like history: an alert that has ended must not stay.
          alerts: relayStylePagination(byFilterAndLanguage),
          apiTokens: relayStylePagination([]),
          webhooks: relayStylePagination([]),
          expiringCredentials: relayStylePagination([]),
          members: relayStylePagination(['text', 'organizationId']),
          invitations: relayStylePagination([]),
          bulkJobs: relayStylePagination([]),
          dryRuns: relayStylePagination([]),
          portfolio: { merge: true },
        },
      },
      Organization: {
        fields: { runs: relayStylePagination([]), keyHealth: { merge: mergeNewer } },
      },
      Webhook: { fields: { deliveries: relayStylePagination(['status']) } },
      Alert: { fields: { events: relayStylePagination([]) } },
      BulkJob: { fields: { items: relayStylePagination(byFilterAndLanguage) } },
      DryRun: {
        fields: {
          outcomes: { merge: false },
          causes: { merge: false },
          organizations: relayStylePagination(['outcome', 'cause']),
        },
      },
      // Two dry runs have the same cause with different counts.
      ReadinessCause: { keyFields: false },
      Run: {
        fields: {
          tracks: { merge: mergeInPlace },
          nextActions: { merge: false },
          coolingOffs: { merge: false },
          delays: { merge: false },
          history: relayStylePagination([]),
        },
      },
      Track: { keyFields: false, fields: { steps: { merge: mergeInPlace } } },
      Step: { keyFields: false, fields: { checks: { merge: false } } },
      HistoryEntry: { fields: { change: { merge: true } } },
      HistoryChange: { fields: { entries: relayStylePagination(byFilterAndLanguage) } },
      // A check's `id` names what is checked. Two runs have the same check with different results.
      Check: { keyFields: false },
      // The catalog can list a check once for each track.
      CheckDefinition: { keyFields: ['id', 'track'] },
      // Grants and rules have no ID; a newer list replaces the older one.
      Viewer: {
        fields: { grants: { merge: false }, inbox: newestFirstPagination(['unreadOnly', 'kinds']) },
      },
      Member: { fields: { grants: { merge: false } } },
      Invitation: { fields: { grants: { merge: false } } },
      SignInPolicy: {
        keyFields: [],
        fields: { rules: { merge: false }, providers: { merge: false } },
      },
      Environment: { keyFields: [] },
      Portfolio: { keyFields: [] },
    },
  });
}
