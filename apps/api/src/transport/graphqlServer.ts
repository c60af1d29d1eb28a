/** The Apollo server: the schema, the limits checked before an operation runs, and its errors. */
import { randomUUID } from 'node:crypto';
import {
  ApolloServer,
  HeaderMap,
  type ApolloServerPlugin,
  type GraphQLRequestListener,
  type HTTPGraphQLHead,
} from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import {
  GraphQLError,
  OperationTypeNode,
  type OperationDefinitionNode,
  type FormattedExecutionResult,
  type GraphQLFormattedError,
  type GraphQLSchema,
} from 'graphql';
import type { FastifyBaseLogger } from 'fastify';
import { readFromReplica, type RequestContext } from '../context.ts';
import { assertAllowed } from '../limits/assertAllowed.ts';
import { MAX_COST, MAX_TOKENS } from '../limits/operationLimits.ts';
import { showOperation } from './requestSpans.ts';
import { documentStore } from './documentStore.ts';
import { gatewayFor, graphqlExecutor } from './graphqlExecutor.ts';
import { operationWriter } from './operationWriter.ts';
import { knownQueries, type PersistedDocuments } from './persistedDocuments.ts';
import { withoutInputValues } from './withoutInputValues.ts';
import { stringifyResult, WrittenData } from './writtenData.ts';
import { RETRY_AFTER_SECONDS, UNAVAILABLE_CODE, unavailableMessage } from './unavailable.ts';

const MAX_MESSAGE = 1000;
/** In `cache-control`: neither this server nor a proxy may compress the response. */
export const UNCOMPRESSED = 'no-transform';

/** With `replica` a program accepts what was up to half a minute ago. */
export const READ_HEADER = 'x-keyway-read';

const needsWebSocket = (): GraphQLError =>
  new GraphQLError(
    'Subscriptions need a WebSocket. Open one to /graphql with the subprotocol graphql-transport-ws.',
    { extensions: { code: 'BAD_REQUEST', http: { status: 400 } } },
  );

/** A mutation reads what it wrote: from the primary alone. */
async function chooseServer(
  { operation }: OperationDefinitionNode,
  context: RequestContext,
): Promise<void> {
  if (operation === OperationTypeNode.QUERY) await readFromReplica(context);
  else context.readFrom = 'primary';
}

const limits: GraphQLRequestListener<RequestContext> = {
  didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
    if (!operation) return;
    showOperation(operation);
    // Executed as a query, its root would be no event.
    if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw needsWebSocket();
    const cost = assertAllowed(
      { schema, document, operation, variables: request.variables ?? {} },
      contextValue,
    );
    contextValue.cost = cost;
    await contextValue.acquirePermit?.(cost);
    if (contextValue.acceptsReplica) await chooseServer(operation, contextValue);
  },
  willSendResponse: ({ operation, contextValue, response: { body, http } }) => {
    if (body.kind === 'single') {
      sendUnavailable(body.singleResult, http);
      addCost(body.singleResult, contextValue);
    }
    if (contextValue.readFrom !== undefined) http.headers.set(READ_HEADER, contextValue.readFrom);
    // A mutation's response can hold a new token beside text that its caller chose, and its
    // compressed length would reveal both (BREACH).
    if (operation?.operation !== OperationTypeNode.QUERY)
      http.headers.set('cache-control', `no-store, ${UNCOMPRESSED}`);
    return Promise.resolve();
  },
};

/** Answers what it can write, before Apollo has it executed. */
function writing(schema: GraphQLSchema): GraphQLRequestListener<RequestContext> {
  const write = operationWriter(schema);
  return {
    responseForOperation: async ({ document, operation, operationName, request, contextValue }) => {
      // Apollo asks here also where the document has no operation of the given name, which
      // nobody has checked against the limits. Its types don't say so.
      if (!(operation as typeof operation | undefined)) return null;
      const variables = request.variables ?? {};
      const json = await write({ document, operationName, variables, context: contextValue });
      if (json === null) return null;
      return {
        http: { headers: new HeaderMap() },
        body: { kind: 'single', singleResult: { data: new WrittenData(json) } },
      };
    },
  };
}

/** One for all requests: it remembers nothing of them. */
function listening(
  listener: GraphQLRequestListener<RequestContext>,
): ApolloServerPlugin<RequestContext> {
  const listeners = Promise.resolve(listener);
  return { requestDidStart: () => listeners };
}

/**
 * HTTP 503 where the database is unavailable and the response has no data; 200 where it has some.
 */
function sendUnavailable({ data, errors }: FormattedExecutionResult, http: HTTPGraphQLHead): void {
  if (data || !errors?.some(({ extensions }) => extensions?.['code'] === UNAVAILABLE_CODE)) return;
  http.status = 503;
  http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
}

/** What a program learns to keep below the limit. It is known of an operation that may run. */
function addCost(result: FormattedExecutionResult, { showsCost, cost }: RequestContext): void {
  if (!showsCost || cost === undefined) return;
  result.extensions = { ...result.extensions, cost: { requested: cost, limit: MAX_COST } };
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
    const said = withoutInputValues(formatted, error);
    const message = said.length > MAX_MESSAGE ? `${said.slice(0, MAX_MESSAGE)}…` : said;
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
    gateway: gatewayFor(schema, graphqlExecutor(schema)),
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
      listening({ ...limits, ...writing(schema) }),
    ],
    logger: {
      debug: (message: unknown) => log.debug(message),
      info: (message: unknown) => log.debug(message),
      warn: (message: unknown) => log.warn(message),
      error: (message: unknown) => log.error(message),
    },
  });
}
