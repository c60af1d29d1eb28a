/** The websocket for subscriptions, which reconnects automatically. */
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient as createWsClient } from 'graphql-ws';
import { PING_EVERY_MILLISECONDS, PingWatch } from './pingWatch.ts';
import { beginLiveConnection, setLiveConnection, signedIn } from './liveConnection.ts';
import { waitOrOnline } from './network.ts';
import { handleClose } from './socketClose.ts';
import { fromBase } from '../routing/basePath.ts';

export function createSocketLink(): GraphQLWsLink {
  const pings = new PingWatch();
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}${fromBase('/graphql')}`;
  return new GraphQLWsLink(
    createWsClient({
      url: () => signedIn.then(() => url),
      lazy: true,
      lazyCloseTimeout: 2_000,
      keepAlive: PING_EVERY_MILLISECONDS,
      retryAttempts: Number.POSITIVE_INFINITY,
      shouldRetry: () => true,
      // Exponential back-off up to ten seconds, with jitter so that many consoles don't reconnect
      // at the same time.
      retryWait: (retries) =>
        waitOrOnline(Math.min(10_000, 500 * 2 ** retries) + Math.random() * 1_000),
      on: {
        connecting: beginLiveConnection,
        opened: (socket) => pings.opened(socket as WebSocket),
        connected: () => setLiveConnection('live'),
        ping: (received) => received || pings.sent(),
        pong: (received) => received && pings.answered(),
        closed: (event) => {
          pings.stop();
          const closed = event instanceof CloseEvent ? event : undefined;
          setLiveConnection(closed?.code === 1000 ? 'idle' : 'reconnecting');
          if (closed) handleClose(closed);
        },
      },
    }),
  );
}
