/**
 * How the cache stores responses: entities by ID, lists as Relay connections, one for each set of
 * arguments.
 */
import { InMemoryCache } from '@apollo/client';
import type { FieldMergeFunction, StoreObject } from '@apollo/client';
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

export function createCache(): InMemoryCache {
  return new InMemoryCache({
    typePolicies: {
      Query: {
        fields: {
          organizations: relayStylePagination(['filter']),
          runs: relayStylePagination(['filter']),
          history: relayStylePagination(['filter']),
          apiTokens: relayStylePagination([]),
          portfolio: { merge: true },
        },
      },
      Organization: { fields: { runs: relayStylePagination([]) } },
      Run: {
        fields: {
          tracks: { merge: mergeInPlace },
          nextActions: { merge: false },
          history: relayStylePagination([]),
        },
      },
      Track: { keyFields: false, fields: { steps: { merge: mergeInPlace } } },
      Step: { keyFields: false, fields: { checks: { merge: false } } },
      // A check's `id` names what is checked. Two runs have the same check with different results.
      Check: { keyFields: false },
      // The catalog can list a check once for each track.
      CheckDefinition: { keyFields: ['id', 'track'] },
      Environment: { keyFields: [] },
      Portfolio: { keyFields: [] },
    },
  });
}
