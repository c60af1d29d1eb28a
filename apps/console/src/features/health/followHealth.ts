/** Follows the health of keys live. */
import { graphql } from '../../generated/gql.ts';
import type { ApolloClient } from '@apollo/client';
import type { KeyHealthChangesSubscription } from '../../generated/graphql.ts';

const CHANGES = graphql(`
  subscription KeyHealthChanges {
    keyHealthChanged(withRecent: true) {
      id
      keyHealth {
        ...HealthSummary
      }
    }
  }
`);

/** An organization of whose keys something else is known than before. */
export type HealthChange = KeyHealthChangesSubscription['keyHealthChanged'];

/** What changes is written to the cache too. Returns how to end. */
export function followHealth(
  client: ApolloClient,
  onChange: (change: HealthChange) => void,
): () => void {
  const subscription = client.subscribe({ query: CHANGES }).subscribe({
    next: ({ data }) => data && onChange(data.keyHealthChanged),
    // The websocket reconnects automatically, and what the page shows is then loaded again.
    error: () => undefined,
  });
  return () => subscription.unsubscribe();
}
