/**
 * A client whose every read is a request of its own: what is under way when something changes may
 * be of before the change, and must not answer a read that began after it.
 */
import { ApolloClient, type ApolloLink } from '@apollo/client';
import { createCache } from './cache.ts';
import { newestAnswers } from './newestAnswers.ts';

export const clientOf = (
  link: ApolloLink,
  options: Partial<ApolloClient.Options> = {},
): ApolloClient =>
  new ApolloClient({
    cache: createCache(),
    link: newestAnswers().concat(link),
    queryDeduplication: false,
    ...options,
  });
