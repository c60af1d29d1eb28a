/** The Apollo server: the schema, the limits checked before an operation runs, and its errors. */
import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin, type HTTPGraphQLHead } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import {
  GraphQLError,
  OperationTypeNode,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import type { RequestContext } from '../context.ts';
import { assertAllowed } from '../limits/assertAllowed.ts';
import { MAX_TOKENS } from '../limits/operationLimits.ts';
import { compiledExecutor, gatewayFor } from './compiledExecutor.ts';
import { documentStore } from './documentStore.ts';
import { knownQueries, type PersistedDocuments } from './persistedDocuments.ts';
import { stringifyResult, textExecutor } from './textExecutor.ts';
import { RETRY_AFTER_SECONDS, UNAVAILABLE_CODE, unavailableMessage } from './unavailable.ts';

const MAX_MESSAGE = 1000;
/** In `cache-control`: neither this server nor a proxy may compress the response. */
export const UNCOMPRESSED = 'no-transform';

const limits: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (!operation) return;
        const cost = assertAllowed(
          { schema, document, operation, variables: request.variables ?? {} },
          contextValue,
        );
        await contextValue.acquirePermit?.(cost);
      },
      willSendResponse: ({ operation, response: { body, http } }) => {
        if (body.kind === 'single') sendUnavailable(body.singleResult, http);
        // A mutation's response can hold a new token beside text that its caller chose, and its
        // compressed length would reveal both (BREACH).
        if (operation?.operation !== OperationTypeNode.QUERY)
          http.headers.set('cache-control', `no-store, ${UNCOMPRESSED}`);
        return Promise.resolve();
      },
    }),
};

/**
 * HTTP 503 where the database is unavailable and the response has no data; 200 where it has some.
 */
function sendUnavailable({ data, errors }: FormattedExecutionResult, http: HTTPGraphQLHead): void {
  if (data || !errors?.some(({ extensions }) => extensions?.['code'] === UNAVAILABLE_CODE)) return;
  http.status = 503;
  http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
}

export type FormatError = (
  formatted: GraphQLFormattedError,
  error: unknown,
) => GraphQLFormattedError;

/** Masks unexpected errors. The log has them under the same error ID. */
export function errorFormatter(log: FastifyBaseLogger): FormatError {
  return (formatted, error) => {
    if (formatted.extensions?.['code'] === 'INTERNAL_SERVER_ERROR') {
      const errorId = randomUUID();
      const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
      const unavailable = unavailableMessage(cause);
      if (unavailable) {
        log.warn(
          { path: formatted.path, err: cause },
          'the database refused a request or could not be reached',
        );
        const extensions = { code: UNAVAILABLE_CODE, retryAfterSeconds: RETRY_AFTER_SECONDS };
        return {
          message: unavailable,
          path: formatted.path,
          locations: formatted.locations,
          extensions,
        };
      }
      log.error({ errorId, path: formatted.path, err: cause }, 'a request failed unexpectedly');
      const message = `Something went wrong in Keyway. Try again. If it happens again, report the error ID ${errorId}.`;
      return {
        message,
        path: formatted.path,
        locations: formatted.locations,
        extensions: { code: 'INTERNAL_SERVER_ERROR', errorId },
      };
    }
    const message =
      formatted.message.length > MAX_MESSAGE
        ? `${formatted.message.slice(0, MAX_MESSAGE)}…`
        : formatted.message;
    return { ...formatted, message };
  };
}

export function makeGraphqlServer(
  schema: GraphQLSchema,
  log: FastifyBaseLogger,
  documents: PersistedDocuments,
): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    persistedQueries: knownQueries(documents),
    gateway: gatewayFor(schema, textExecutor(schema, compiledExecutor(schema))),
    stringifyResult,
    documentStore: documentStore(),
    parseOptions: { maxTokens: MAX_TOKENS, noLocation: true },
    introspection: true, // only after signing in: see `assertAllowed`
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    // a cookie is valid only with a header that no form can set: see `credentialOf`
    csrfPrevention: false,
    stopOnTerminationSignals: false,
    formatError: errorFormatter(log),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      // For subgraphs only. It would be loaded nevertheless, with Apollo's protocol buffers.
      ApolloServerPluginInlineTraceDisabled(),
      limits,
    ],
    logger: {
      debug: (message: unknown) => log.debug(message),
      info: (message: unknown) => log.debug(message),
      warn: (message: unknown) => log.warn(message),
      error: (message: unknown) => log.error(message),
    },
  });
}
