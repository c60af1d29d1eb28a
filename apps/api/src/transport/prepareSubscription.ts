/** Parses, validates and authorizes a subscription, and names what it shares with others. */
import { hash } from 'node:crypto';
import type { Authenticated } from '@keyway/store';
import {
  getOperationAST,
  GraphQLError,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { SubscribePayload } from 'graphql-ws';
import { LRUCache } from 'lru-cache';
import { requestContext, type Services } from '../context.ts';
import { assertAllowed } from '../limits/assertAllowed.ts';
import { MAX_QUERY_LENGTH, MAX_TOKENS } from '../limits/operationLimits.ts';
import { rightsKey } from '../viewer/sharedViewer.ts';
import type { Subscription } from './limitedSubscribe.ts';

/** Of the documents that are kept parsed, so that viewers who ask the same share one. */
const MAX_KEPT_CHARACTERS = 1_000_000;

/** The parsed document, or what is wrong with it. */
export type Parse = (query: string) => DocumentNode | readonly GraphQLError[];

export function createCachingParser(schema: GraphQLSchema): Parse {
  const documents = new LRUCache<string, DocumentNode>({
    maxSize: MAX_KEPT_CHARACTERS,
    sizeCalculation: (_document, query) => query.length + 1,
  });
  return (query) => {
    const kept = documents.get(query);
    if (kept) return kept;
    const document = parse(query, { maxTokens: MAX_TOKENS, noLocation: true });
    const errors = validate(schema, document, undefined, { hideSuggestions: true });
    if (errors.length > 0) return errors;
    documents.set(query, document);
    return document;
  };
}

/** What to execute, or why it is refused. */
export function prepareSubscription(
  { schema, services }: { schema: GraphQLSchema; services: Services },
  parseValid: Parse,
  viewer: Authenticated,
  payload: SubscribePayload,
): Omit<Subscription, 'send'> | GraphQLError[] {
  try {
    const { query, operationName, variables: given } = payload;
    if (query.length > MAX_QUERY_LENGTH)
      throw new GraphQLError(`This query is longer than ${MAX_QUERY_LENGTH} characters.`);
    const document = parseValid(query);
    if (!('kind' in document)) return [...document];
    const operation = getOperationAST(document, operationName);
    if (!operation) throw new GraphQLError('Name one of the operations of this document.');
    if (operation.operation !== 'subscription')
      throw new GraphQLError(
        'This socket accepts only subscriptions. Send queries and mutations by POST.',
      );
    const contextValue = requestContext(services, viewer);
    const variables = given ?? {};
    const cost = assertAllowed({ schema, document, operation, variables }, contextValue);
    const identity = JSON.stringify([rightsKey(viewer), query, operationName ?? null, variables]);
    const key = hash('sha256', identity, 'base64url');
    const question = { key, viewer, document, operationName, variables, cost };
    return { schema, document, operationName, variableValues: variables, contextValue, question };
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
