/** Adapter between Fastify and Apollo: `POST /graphql`, and `GET` for persisted queries. */
import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inSpan } from '@keyway/telemetry';
import { parse } from 'graphql';
import { z } from 'zod';
import {
  handOffContext,
  requestContext,
  unauthenticated,
  type Services,
  type RequestContext,
} from '../context.ts';
import { isForHandOff, isPublic } from '../limits/assertAllowed.ts';
import type { ConcurrencyLimiter } from '../limits/concurrencyLimiter.ts';
import { MAX_QUERY_LENGTH } from '../limits/operationLimits.ts';
import { OperationPermit } from '../limits/operationPermit.ts';
import { wantsGraphiql, type GraphiqlPage } from './graphiql.ts';
import { READ_HEADER, UNCOMPRESSED } from './graphqlServer.ts';
import { compressResponse } from './compressResponse.ts';
import { findNamedDocument, type PersistedDocuments } from './persistedDocuments.ts';
import { rateKey } from './rateLimit.ts';

/** An error in GraphQL's format, for requests that don't reach GraphQL. */
export function sendGraphqlError(
  reply: FastifyReply,
  status: number,
  code: string,
  message: string,
): FastifyReply {
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message, extensions: { code } }] }));
}

/** Says no more than no header, and Apollo compares it with all types that it knows. */
const ANY_TYPE = '*/*';

/** What Apollo reads of a request. */
function headersOf({
  headers: { accept, 'content-type': contentType },
}: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  if (accept !== undefined && accept !== ANY_TYPE) headers.set('accept', accept);
  if (contentType !== undefined) headers.set('content-type', contentType);
  return headers;
}

const bodySchema = z.object({ query: z.string() });
const queryOf = (body: unknown): string | undefined => bodySchema.safeParse(body).data?.query;

/** What is parsed at most of who is not signed in, by the sender. */
const UNAUTHENTICATED_LIMITS = { length: 2000, maxTokens: 200 };
const HAND_OFF_LIMITS = { length: 8000, maxTokens: 800 };

/** Whether who is not signed in may send this, with the token of a hand-off or with none. */
function mayBeSent({ body, handOff }: FastifyRequest, documents: PersistedDocuments): boolean {
  const query = queryOf(body) ?? findNamedDocument(documents, body);
  const { length, maxTokens } = handOff ? HAND_OFF_LIMITS : UNAUTHENTICATED_LIMITS;
  if (query === undefined || query.length > length) return false;
  try {
    const document = parse(query, { maxTokens, noLocation: true });
    return handOff ? isForHandOff(document) : isPublic(document);
  } catch {
    return false;
  }
}

const persistedSchema = z.object({
  query: z.undefined().optional(),
  extensions: z.string().includes('persistedQuery'),
});

/** Why the request can't be passed to GraphQL; null where it can. */
function requestProblem(request: FastifyRequest): string | null {
  if (request.method === 'GET') {
    return persistedSchema.safeParse(request.query).success
      ? null
      : 'GET is for persisted queries only. Send other queries by POST.';
  }
  if (Array.isArray(request.body))
    return 'Send one operation in each request. Batches are not supported.';
  const query = queryOf(request.body);
  return query !== undefined && query.length > MAX_QUERY_LENGTH
    ? `This query is longer than ${MAX_QUERY_LENGTH} characters.`
    : null;
}

/** Pages of ours don't need it, unless they ask for it. */
const showsCost = ({ viewer, headers }: FastifyRequest): boolean =>
  (viewer !== null && viewer.kind !== 'MEMBER') || headers['x-keyway-cost'] !== undefined;

const contextOf = (services: Services, { viewer, handOff }: FastifyRequest): RequestContext =>
  handOff ? handOffContext(services, handOff) : requestContext(services, viewer);

async function execute(
  { apollo, services, concurrency, documents }: GraphqlRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const problem = requestProblem(request);
  if (!request.viewer && !mayBeSent(request, documents)) {
    const { message } = unauthenticated();
    return sendGraphqlError(
      reply.header('www-authenticate', 'Bearer'),
      401,
      'UNAUTHENTICATED',
      message,
    );
  }
  if (problem) return sendGraphqlError(reply, 400, 'BAD_REQUEST', problem);
  const disconnected = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) disconnected.abort();
  });
  const permit = new OperationPermit(
    concurrency,
    rateKey(request.viewer, request.ip),
    disconnected.signal,
  );
  const executed = (): Promise<HTTPGraphQLResponse> =>
    apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: request.method,
        headers: headersOf(request),
        search: request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '',
        body: request.body,
      },
      context: () =>
        Promise.resolve({
          ...contextOf(services, request),
          acceptsReplica: request.headers[READ_HEADER] === 'replica',
          showsCost: showsCost(request),
          acquirePermit: permit.acquire,
        }),
    });
  const response = await inSpan('graphql', () => ({}), executed).finally(() => permit.release());
  return sendResponse(request, reply, response);
}

async function sendResponse(
  request: FastifyRequest,
  reply: FastifyReply,
  { body, headers, status }: HTTPGraphQLResponse,
): Promise<FastifyReply> {
  if (body.kind === 'chunked') throw new Error('incremental delivery is not supported');
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.code(status ?? 200);
  if (headers.get('cache-control')?.includes(UNCOMPRESSED)) return reply.send(body.string);
  void reply.header('vary', 'accept-encoding');
  const compressed = await compressResponse(body.string, request.headers['accept-encoding']);
  // As bytes: their length is known without another copy of the text.
  if (!compressed) return reply.send(Buffer.from(body.string));
  const { encoding, bytes } = compressed;
  return reply
    .headers({ 'content-encoding': encoding, 'content-length': bytes.length })
    .send(bytes);
}

export interface GraphqlRoutes {
  apollo: ApolloServer<RequestContext>;
  services: Services;
  concurrency: ConcurrencyLimiter;
  documents: PersistedDocuments;
}

export function addGraphqlRoutes(
  server: FastifyInstance,
  routes: GraphqlRoutes,
  page: GraphiqlPage,
): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: (request, reply) =>
      wantsGraphiql(request) ? page(request, reply) : execute(routes, request, reply),
  });
}
