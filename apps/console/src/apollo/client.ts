/**
 * The Apollo Client: HTTP with the session cookie and the CSRF header, and a websocket for
 * subscriptions that reconnects automatically. Both use the console's own origin.
 */
import { ApolloClient, ApolloLink, HttpLink } from '@apollo/client';
import { ErrorLink } from '@apollo/client/link/error';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient as createWsClient } from 'graphql-ws';
import { OperationTypeNode } from 'graphql';
import { createCache } from './cache.ts';
import { setLiveConnection, signedIn } from './liveConnection.ts';
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
        connected: () => setLiveConnection('live'),
        closed: (event) =>
          setLiveConnection(
            event instanceof CloseEvent && event.code === 1000 ? 'idle' : 'reconnecting',
          ),
      },
    }),
  );
}

export function createClient(): ApolloClient {
  const http = new HttpLink({
    uri: '/graphql',
    credentials: 'same-origin',
    headers: { 'x-keyway-csrf': '1' },
  });
  const signedOut = new ErrorLink(({ error }) => {
    if (isUnauthenticated(error)) reportUnauthenticated();
  });
  return new ApolloClient({
    cache: createCache(),
    link: signedOut.concat(
      ApolloLink.split(
        ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
        webSocketLink(),
        http,
      ),
    ),
    devtools: { enabled: import.meta.env.DEV },
  });
}
