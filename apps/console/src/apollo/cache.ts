/** How answers are kept: entities by ID, lists as Relay connections that grow page by page, one for each set of arguments. */
import { InMemoryCache } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';

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
      // Within a run: replaced as a whole, so that a step is never half of one version and half of another.
      Run: { fields: { tracks: { merge: false }, nextActions: { merge: false }, history: relayStylePagination([]) } },
      Track: { keyFields: false },
      Step: { keyFields: false },
      Check: { keyFields: false },
      Environment: { keyFields: [] },
      Portfolio: { keyFields: [] },
    },
  });
}
