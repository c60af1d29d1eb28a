/** The documents that Apollo keeps parsed and validated. */
import type { ApolloServerOptions } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RequestContext } from '../context.ts';

/** As JSON; in memory about twice as much. Apollo's own bound is 30 MB. */
const MAX_KEPT_CHARACTERS = 3_000_000;

type DocumentStore = NonNullable<ApolloServerOptions<RequestContext>['documentStore']>;

/** Keeps the documents that were used last, as many as fit in `maxCharacters` of JSON. */
export function documentStore(maxCharacters = MAX_KEPT_CHARACTERS): DocumentStore {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: maxCharacters,
    sizeCalculation: (document) => JSON.stringify(document).length,
  });
  return {
    get: (key) => Promise.resolve(documents.get(key)),
    set: (key, document) => {
      documents.set(key, document);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(documents.delete(key)),
  };
}
