/**
 * The Apollo Client: HTTP with the session cookie and the CSRF header, and a websocket for
 * subscriptions. Both use the console's own origin.
 */
import { ApolloLink, HttpLink, Observable, type ApolloClient } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { OperationTypeNode } from 'graphql';
import type { DocumentNode } from 'graphql';
import { noteUse } from './sessionUse.ts';
import { clientOf } from './clientOf.ts';
import { waitOrOnline, watchNetwork } from './network.ts';
import { isUnauthenticated, reportUnauthenticated } from './unauthenticated.ts';
import { fromBase } from '../routing/basePath.ts';

/**
 * The websocket, whose code is loaded at the first subscription: nothing that a page shows first
 * waits for it.
 */
function liveLink(): ApolloLink {
  let loading: Promise<ApolloLink> | undefined;
  const load = () => (loading ??= loadSocketLink());
  return new ApolloLink(
    (operation, forward) =>
      new Observable((observer) => {
        let isWanted = true;
        let stop: (() => void) | undefined;
        void load().then((link) => {
          if (!isWanted) return;
          const subscription = link.request(operation, forward).subscribe(observer);
          stop = () => subscription.unsubscribe();
        });
        return () => {
          isWanted = false;
          stop?.();
        };
      }),
  );
}

const LOAD_AGAIN_MILLISECONDS = 5_000;

async function loadSocketLink(): Promise<ApolloLink> {
  for (;;) {
    const loaded = await import('./socketLink.ts').catch(() => null);
    if (loaded) return loaded.createSocketLink();
    await waitOrOnline(LOAD_AGAIN_MILLISECONDS);
  }
}

/** The hash that the build put beside the document; in development there is none. */
function hashOf(document: DocumentNode): string | undefined {
  return 'hash' in document && typeof document.hash === 'string' ? document.hash : undefined;
}

/**
 * Sends the document's hash in place of its text, and the text to an api that does not know it,
 * because it is of another version.
 */
export function persistedDocuments(next: ApolloLink): ApolloLink {
  const byHash = new PersistedQueryLink({ generateHash: (query) => hashOf(query) ?? '' });
  return ApolloLink.split(({ query }) => hashOf(query) !== undefined, byHash.concat(next), next);
}

/** Reports a request that is answered that nobody is signed in. */
export const signedOutLink = (): ApolloLink =>
  new ErrorLink(({ error }) => {
    if (isUnauthenticated(error)) reportUnauthenticated();
  });

export function createClient(): ApolloClient {
  watchNetwork();
  const http = new HttpLink({
    uri: fromBase('/graphql'),
    credentials: 'same-origin',
    headers: { 'x-keyway-csrf': '1' },
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      if (response.ok) noteUse();
      return response;
    },
  });
  const link = ApolloLink.split(
    ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
    liveLink(),
    persistedDocuments(http),
  );
  return clientOf(signedOutLink().concat(link), {
    // The api makes no use of the client's name and version.
    enhancedClientAwareness: { transport: false },
    devtools: { enabled: import.meta.env.DEV },
  });
}
