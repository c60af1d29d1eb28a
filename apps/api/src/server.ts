/** The api's HTTP server, put together from its parts; it owns no rule of its own. */
import { createServer, type Server } from 'node:http';
import type { Authenticated, Store } from '@keyway/store';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { Config } from './config.ts';
import type { House } from './context.ts';
import { RunFeed } from './runs/runFeed.ts';
import { makeSchema } from './schema/makeSchema.ts';
import { addSignInRoutes } from './signIn/signInRoutes.ts';
import { admit, ticketOf } from './transport/authenticate.ts';
import { addConsoleFiles, CONSOLE_BUILD, styleHashes } from './transport/consoleFiles.ts';
import { drain } from './transport/drain.ts';
import { addGraphqlRoutes, sendGraphqlError } from './transport/graphqlHttp.ts';
import { errorFormatter, makeGraphqlServer } from './transport/graphqlServer.ts';
import { addGraphqlSocket } from './transport/graphqlSocket.ts';
import { addHealthRoutes } from './transport/healthRoutes.ts';
import { addMetrics } from './transport/metrics.ts';
import { addRateLimit, CredentialGuard, DEFAULT_RATE, RateExceeded, RateLimiter, type Rate } from './transport/rateLimit.ts';
import { addSecurityHeaders } from './transport/securityHeaders.ts';
import { addJsonBody } from './transport/jsonBody.ts';
import { listenFault } from './transport/listenFault.ts';
import { VERSION } from './version.ts';

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Authenticated | null;
  }
}

/** A CSV of 5 MiB in JSON, where line ends and quotes are escaped. */
const MAX_BODY_BYTES = 6 * 1024 * 1024;
/** Faults of transport, by status, that Fastify names without saying what would be right. */
const BETTER_SAID: Readonly<Record<number, string>> = {
  413: `This request is larger than ${MAX_BODY_BYTES / 1024 / 1024} MiB; send what it holds in parts.`,
  415: 'Send JSON, with the header Content-Type: application/json.',
};
/** Longer than proxies and clients keep idle connections, so that it is not we who close one just as it is used again. */
const KEEP_ALIVE_MS = 72_000;
/** Before signing in nothing long is read. */
const MAX_STRANGERS_BODY_BYTES = 64 * 1024;

export interface ServerOptions {
  config: Config;
  store: Store;
  partnerId: string;
  log: FastifyBaseLogger;
  now?: () => Date;
  rate?: Rate;
  /** Of credentials that do not count, an address. */
  failureRate?: Rate;
  consoleBuild?: string;
  recheckSocketsEveryMs?: number;
}

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  url: string;
  /** Stops accepting, finishes what is under way, closes sockets. */
  close: () => Promise<void>;
}

function addAuthentication(server: FastifyInstance, store: Store, publicUrl: string, guard: CredentialGuard): void {
  server.decorateRequest('viewer', null);
  server.addHook('onRequest', async (request, reply) => {
    if (request.url.split('?')[0] !== '/graphql') return undefined;
    void reply.header('cache-control', 'no-store');
    if (!GRAPHQL_METHODS.has(request.method)) return refuseMethod(reply);
    const { authorization, cookie, origin } = request.headers;
    const preflighted = ['x-keyway-csrf', 'apollo-require-preflight', 'x-apollo-operation-name'].some(
      (name) => request.headers[name] !== undefined,
    );
    const ticket = ticketOf({ authorization, cookie, origin, preflighted }, publicUrl);
    request.viewer = await admit(store, guard, ticket, request.ip);
    const length = Number(request.headers['content-length'] ?? 0);
    const stranger = !request.viewer && !(length <= MAX_STRANGERS_BODY_BYTES);
    return stranger
      ? sendGraphqlError(reply, 401, 'UNAUTHENTICATED', 'Sign in, or send an API token: Authorization: Bearer kw_…')
      : undefined;
  });
}

const GRAPHQL_METHODS: ReadonlySet<string> = new Set(['GET', 'POST']);

const refuseMethod = (reply: FastifyReply): FastifyReply =>
  sendGraphqlError(
    reply.header('allow', 'GET, POST'),
    405,
    'METHOD_NOT_ALLOWED',
    'GraphQL is asked by POST, or by GET for persisted queries.',
  );

/** Faults of transport in the shape its clients expect; what is our own fault is told to the log alone. */
async function sendFault(error: FastifyError, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const status = error.statusCode ?? 500;
  if (status === 413) await drain(request.raw);
  const ours = status >= 500;
  if (ours) request.log.error({ err: error, requestId: request.id }, 'a request failed unexpectedly');
  if (error instanceof RateExceeded) void reply.header('retry-after', error.retryAfterSeconds);
  const code = status === 429 ? 'RATE_LIMITED' : ours ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
  const message = ours
    ? `Something went wrong on our side. If it stays, name the error ID ${request.id}.`
    : (BETTER_SAID[status] ?? error.message);
  if (request.url.startsWith('/graphql')) return sendGraphqlError(reply, status, code, message);
  return reply.code(status).type('text/plain; charset=utf-8').send(`${message}\n`);
}

/** Addresses that the contract reserves and that nothing answers yet. */
function addReservedRoutes(server: FastifyInstance): void {
  const none = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    reply.code(404).type('text/plain; charset=utf-8').send('This installation does not offer this yet.\n');
  server.all('/hand-off/:token', none);
  server.all('/hooks/adobe/:organization', none);
}

function makeHost(options: ServerOptions): { server: FastifyInstance; http: Server } {
  let http: Server | undefined;
  const server = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // what began before the stop is served; `close` waits for it
    genReqId: () => crypto.randomUUID(),
    serverFactory: (handler) => {
      http = createServer({ requestTimeout: 60_000, keepAliveTimeout: KEEP_ALIVE_MS }, handler);
      return http;
    },
  });
  addJsonBody(server);
  server.setErrorHandler(sendFault);
  return { server, http: http! };
}

/** Starts the server and answers once it listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, store, log } = options;
  const { server, http } = makeHost(options);
  const now = options.now ?? (() => store.now());
  const house: House = {
    config,
    store,
    feed: new RunFeed(store),
    version: VERSION,
    now: () => now().toISOString(),
    standingChanged: () => void socket.recheck().catch((error: unknown) => log.warn({ err: error }, 'sockets could not be rechecked')),
  };
  const schema = makeSchema();
  const apollo = makeGraphqlServer(schema, log);
  await apollo.start();
  const build = options.consoleBuild ?? CONSOLE_BUILD;
  const guard = new CredentialGuard(options.failureRate);
  const limiter = new RateLimiter(options.rate ?? DEFAULT_RATE);
  addAuthentication(server, store, config.publicUrl, guard);
  await addSecurityHeaders(server, config.publicUrl, styleHashes(build));
  addRateLimit(server, limiter);
  const socket = addGraphqlSocket({
    server: http,
    schema,
    house,
    guard,
    limiter,
    formatError: errorFormatter(log),
    recheckEveryMs: options.recheckSocketsEveryMs ?? 2000,
    onWarning: (message) => log.warn(message),
  });
  addMetrics(server, store, { sockets: socket.connections, subscriptions: () => house.feed.size });
  addHealthRoutes(server, store);
  addGraphqlRoutes(server, apollo, house);
  addSignInRoutes(server, { config, store, partnerId: options.partnerId });
  addReservedRoutes(server);
  await addConsoleFiles(server, build);
  let closing = false;
  // What is answered while closing is the last of its connection; otherwise an idle one would keep the server open.
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close');
    done();
  });
  const url = await server.listen({ port: config.port, host: config.host }).catch((error: unknown) => {
    throw listenFault(error, config);
  });
  const close = async (): Promise<void> => {
    closing = true;
    await socket.close();
    house.feed.close();
    await server.close();
    await apollo.stop();
  };
  return { url, close };
}
