/**
 * The Apollo Client: HTTP with the session cookie and the CSRF header, and a websocket for
 * subscriptions that reconnects automatically. Both use the console's own origin.
 */
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient as createWsClient } from 'graphql-ws';
import { OperationTypeNode } from 'graphql';
import type { DocumentNode } from 'graphql';
import { createCache } from './cache.ts';
import { beginLiveConnection, setLiveConnection, signedIn } from './liveConnection.ts';
import { handleClose } from './socketClose.ts';
import { isUnauthenticated, reportUnauthenticated } from './unauthenticated.ts';

function webSocketLink(): GraphQLWsLink {
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;
  return new GraphQLWsLink(
    createWsClient({
      url: () => signedIn.then(() => url),
      lazy: true,
      lazyCloseTimeout: 2_000,
      keepAlive: 20_000,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      // Exponential back-off up to ten seconds, with jitter so that many consoles don't reconnect
      // at the same time.
      retryWait: (retries) =>
        new Promise((done) =>
          setTimeout(done, Math.min(10_000, 500 * 2 ** retries) + Math.random() * 1_000),
        ),
      on: {
        connecting: beginLiveConnection,
        connected: () => setLiveConnection('live'),
        closed: (event) => {
          const closed = event instanceof CloseEvent ? event : undefined;
          setLiveConnection(closed?.code === 1000 ? 'idle' : 'reconnecting');
          if (closed) handleClose(closed);
        },
      },
    }),
  );
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
  return ApolloLink.split(
    // Without a session, such an api would answer 401 to the hash.
    ({ query, getContext }) => hashOf(query) !== undefined && getContext()['sendsText'] !== true,
    byHash.concat(next),
    next,
  );
}

/** Reports a request that is answered that nobody is signed in. */
export const signedOutLink = (): ApolloLink =>
  new ErrorLink(({ error }) => {
    if (isUnauthenticated(error)) reportUnauthenticated();
  });

export function createClient(): ApolloClient {
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: { 'x-keyway-csrf': '1' },
  });
  return new ApolloClient({
    cache: createCache(),
    link: signedOutLink().concat(
      ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        webSocketLink(),
        persistedDocuments(http),
      ),
    ),
    // The api makes no use of the client's name and version.
    enhancedClientAwareness: { transport: false },
    devtools: { enabled: import.meta.env.DEV },
  });
}
