/** A client whose reads are of after every change that the console knew of when they began. */
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
    // It would answer a read with what is under way, whatever changed since.
    queryDeduplication: false,
    ...options,
  });
