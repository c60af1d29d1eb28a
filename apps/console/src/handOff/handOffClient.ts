/**
 * Sends the token of the link with each request. It is in the address and in memory, and nowhere
 * else; cookies are neither sent nor set.
 */
import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client';
import type { ApolloLink } from '@apollo/client';
import { fromBase } from '../routing/basePath.ts';

const PATH = /^\/hand-off\/(kwh_[0-9A-Za-z]{1,300})\/?$/;

/** The token in the page's address; null where it has none. */
export const readToken = (path: string): string | null => PATH.exec(path)?.[1] ?? null;

/** Nothing is cached: what one request shows, the next one may not. */
export const clientOf = (link: ApolloLink): ApolloClient =>
  new ApolloClient({
    cache: new InMemoryCache(),
    link,
    defaultOptions: {
      query: { fetchPolicy: 'no-cache' },
      mutate: { fetchPolicy: 'no-cache' },
    },
    enhancedClientAwareness: { transport: false },
    devtools: { enabled: false },
  });

export const createHandOffClient = (token: string): ApolloClient =>
  clientOf(
    new HttpLink({
      uri: fromBase('/graphql'),
      credentials: 'omit',
      headers: { authorization: `Bearer ${token}` },
      fetchOptions: { referrerPolicy: 'no-referrer', cache: 'no-store' },
    }),
  );
