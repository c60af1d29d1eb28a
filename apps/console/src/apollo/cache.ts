/**
 * How answers are kept: entities by ID, lists as Relay connections that grow page by page, one for
 * each set of arguments.
 */
import { InMemoryCache } from '@apollo/client';
import type { FieldMergeFunction, StoreObject } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

/**
 * Tracks and steps have no ID of their own and are always served in full and in order, so each is
 * merged into the one in its place: a page that asks for less (the portfolio's matrix) then does
 * not take away what another (the run page) has read.
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
      // A check's `id` names what is checked, not this evaluation: it is not an identity across
      // runs.
      Check: { keyFields: false },
      // One check may stand in the catalog once a track.
      CheckDefinition: { keyFields: ['id', 'track'] },
      Environment: { keyFields: [] },
      Portfolio: { keyFields: [] },
    },
  });
}
