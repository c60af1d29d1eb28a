/** Assembles the HTTP server of the api from its parts. */
import type { Authenticated, HandOffAccess, Store } from '@keyway/store';
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
} from 'fastify';
import type { Config } from './config.ts';
import type { Services } from './context.ts';
import { addHandOffRoute } from './handOff/handOffRoute.ts';
import { addEvidenceRoutes } from './evidence/evidenceRoutes.ts';
import { addFederationRoutes } from './federation/federationRoutes.ts';
import { HookCounts } from './hooks/hookCounts.ts';
import { addHookRoutes } from './hooks/hookRoutes.ts';
import { addOauthRoutes } from './oauth/oauthRoutes.ts';
import { DryRunFeed } from './dryRuns/dryRunFeed.ts';
import { BulkFeed } from './bulk/bulkFeed.ts';
import { InboxFeed } from './inbox/inboxFeed.ts';
import { AlertFeed } from './watch/alertFeed.ts';
import { HealthFeed } from './watch/healthFeed.ts';
import { RunFeed } from './runs/runFeed.ts';
import { customersOf, type LayOutCustomer } from './practice/sandboxCustomers.ts';
import { makeSchema } from './schema/makeSchema.ts';
import { SIGN_IN_STYLE_HASH } from './signIn/signInPage.ts';
import { addSignInRoutes } from './signIn/signInRoutes.ts';
import { CredentialGuard } from './limits/credentialGuard.ts';
import {
  DEFAULT_CONCURRENCY,
  ConcurrencyLimiter,
  type ConcurrencyLimits,
} from './limits/concurrencyLimiter.ts';
import { RateLimiter } from './limits/rateLimiter.ts';
import {
  authenticateGuarded,
  authenticateHandOffGuarded,
  credentialOf,
  handOffToken,
  type Authentication,
} from './transport/authenticate.ts';
import { addBasePath, basePathOf } from './transport/basePath.ts';
import { trustedProxies, type IsTrusted } from './transport/clientAddress.ts';
import { addConsoleFiles, CONSOLE_BUILD, styleHashes } from './transport/consoleFiles.ts';
import { addGraphqlRoutes, sendGraphqlError } from './transport/graphqlHttp.ts';
import { errorFormatter, makeGraphqlServer } from './transport/graphqlServer.ts';
import { graphiqlPage, wantsGraphiql } from './transport/graphiql.ts';
import { addGraphqlSocket } from './transport/graphqlSocket.ts';
import { addHealthRoutes } from './transport/healthRoutes.ts';
import { makeHttpServer, type HttpServer } from './transport/httpServer.ts';
import { addRequestSpans } from './transport/requestSpans.ts';
import { serveMetrics, makeMetrics, type MetricsReader } from './transport/metrics.ts';
import { CONSOLE_DOCUMENTS, readPersistedDocuments } from './transport/persistedDocuments.ts';
import { addRateLimit, makeLimiters, type Rates } from './transport/rateLimit.ts';
import { addSecurityHeaders } from './transport/securityHeaders.ts';
import { addJsonBody, MAX_BODY_BYTES } from './transport/jsonBody.ts';
import { sendError } from './transport/sendError.ts';
import { stopListening } from './transport/shutDown.ts';
import { listenError } from './transport/listenError.ts';
import { VERSION } from './version.ts';

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Authenticated | null;
    /** Of the token of a hand-off, which is no viewer. */
    handOff: HandOffAccess | null;
  }
}

/** Longer bodies of unauthenticated callers are not read. */
const MAX_UNAUTHENTICATED_BODY_BYTES = 64 * 1024;

export interface ServerOptions extends Rates {
  config: Config;
  store: Store;
  partnerId: string;
  log: FastifyBaseLogger;
  now?: () => Date;
  concurrency?: ConcurrencyLimits;
  consoleBuild?: string;
  /** In place of the sandbox that the settings name. */
  layOutCustomer?: LayOutCustomer;
  recheckSocketsEveryMs?: number;
}

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  url: string;
  /** Reports `stopping` in `/readyz` and closes each connection after its next response. */
  drain: () => void;
  /** Stops accepting requests, finishes the running ones, and closes sockets. */
  close: () => Promise<void>;
  figures: MetricsReader['figures'];
}

function addAuthentication(
  server: FastifyInstance,
  authentication: Authentication,
  publicUrl: string,
  guard: CredentialGuard,
): void {
  server.decorateRequest('viewer', null);
  server.decorateRequest('handOff', null);
  server.addHook('onRequest', async (request, reply) => {
    if (request.url.split('?')[0] !== '/graphql') return undefined;
    void reply.header('cache-control', 'no-store');
    if (!GRAPHQL_METHODS.has(request.method)) return refuseMethod(reply);
    // The page of GraphiQL reads nothing: its route decides who gets it.
    if (wantsGraphiql(request)) return undefined;
    const { authorization, cookie, origin } = request.headers;
    const preflighted = [
      'x-keyway-csrf',
      'apollo-require-preflight',
      'x-apollo-operation-name',
    ].some((name) => request.headers[name] !== undefined);
    const ofHandOff = handOffToken(authorization);
    if (ofHandOff)
      request.handOff = await authenticateHandOffGuarded(
        authentication,
        guard,
        ofHandOff,
        request.ip,
      );
    const credential = credentialOf({ authorization, cookie, origin, preflighted }, publicUrl);
    request.viewer = await authenticateGuarded(authentication, guard, credential, request.ip);
    const length = Number(request.headers['content-length'] ?? 0);
    // Also true where the length is not a number.
    const isTooLong = !(length <= MAX_UNAUTHENTICATED_BODY_BYTES);
    return isTooLong && !request.viewer
      ? sendGraphqlError(
          reply,
          401,
          'UNAUTHENTICATED',
          'Sign in, or send an API token: Authorization: Bearer kw_…',
        )
      : undefined;
  });
}

const GRAPHQL_METHODS: ReadonlySet<string> = new Set(['GET', 'POST']);

const refuseMethod = (reply: FastifyReply): FastifyReply =>
  sendGraphqlError(
    reply.header('allow', 'GET, POST'),
    405,
    'METHOD_NOT_ALLOWED',
    'Send GraphQL requests by POST, or persisted queries by GET.',
  );

function makeServer(
  options: ServerOptions,
  isTrusted: IsTrusted,
): { server: FastifyInstance } & HttpServer {
  let below: HttpServer | undefined;
  const server = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: isTrusted,
    forceCloseConnections: 'idle',
    return503OnClosing: false, // `close` waits for the requests that already started
    genReqId: () => crypto.randomUUID(),
    // A logger for each request costs more than the few lines that are logged.
    childLoggerFactory: (logger) => logger,
    serverFactory: (handler) => {
      below = makeHttpServer(options.config.tls, handler, options.log);
      return below.http;
    },
  });
  // First, so that every hook is within the span.
  addRequestSpans(server, trustedProxies(options.config.traceTrust));
  addJsonBody(server);
  addBasePath(server, below!.http, basePathOf(options.config.publicUrl));
  server.setErrorHandler(sendError);
  return { server, ...below! };
}

/** What subscriptions are fed with. */
const openFeeds = (store: Store) => ({
  feed: new RunFeed(store),
  bulkFeed: new BulkFeed(store),
  dryRunFeed: new DryRunFeed(store),
  alertFeed: new AlertFeed(store),
  healthFeed: new HealthFeed(store),
  inboxFeed: new InboxFeed(store),
});

/**
 * While stopping, each response closes its connection, so that the next request goes to another
 * process. Before routes that are registered as a plugin, which inherit earlier hooks alone.
 */
function closeWhileStopping(server: FastifyInstance, isStopping: () => boolean): void {
  server.addHook('onSend', (_request, reply, _payload, done) => {
    if (isStopping()) void reply.header('connection', 'close');
    done();
  });
}

/** Last: the console answers every path that nothing else does. */
async function addPages(server: FastifyInstance, build: string): Promise<void> {
  addHandOffRoute(server, build);
  await addConsoleFiles(server, build);
}

/** Resolves when the server listens. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, store, log } = options;
  const isTrusted = trustedProxies(config.trustProxy);
  const { server, http, keyPair } = makeServer(options, isTrusted);
  const now = options.now ?? (() => store.now());
  const feeds = openFeeds(store);
  const services: Services = {
    ...{ config, store, log, version: VERSION },
    ...feeds,
    layOutCustomer: customersOf(config, options.layOutCustomer),
    now: () => now().toISOString(),
    accessChanged: () =>
      void socket
        .recheck()
        .catch((error: unknown) => log.warn({ err: error }, 'sockets could not be rechecked')),
  };
  const [schema, documents] = [makeSchema(), readPersistedDocuments(CONSOLE_DOCUMENTS)];
  const apollo = makeGraphqlServer(schema, log, documents);
  await apollo.start();
  const build = options.consoleBuild ?? CONSOLE_BUILD;
  const onWarning = (message: string): void => log.warn(message);
  const { limiter, failures, handOffs } = makeLimiters(options, (name, rate) => {
    return new RateLimiter(rate, { counts: store.monitoring.rates, name, onWarning });
  });
  const guard = new CredentialGuard(failures);
  const concurrency = new ConcurrencyLimiter(options.concurrency ?? DEFAULT_CONCURRENCY);
  let stopping = false;
  addAuthentication(server, { store, sandbox: config.sandbox }, config.publicUrl, guard);
  addSecurityHeaders(server, config.publicUrl, [...styleHashes(build), SIGN_IN_STYLE_HASH]);
  addRateLimit(server, limiter, handOffs);
  const socket = addGraphqlSocket({
    server: http,
    schema,
    services,
    guard,
    limiter,
    concurrency,
    isTrusted,
    formatError: errorFormatter(log),
    recheckEveryMs: options.recheckSocketsEveryMs ?? 2000,
    onWarning,
  });
  const hookCounts = new HookCounts();
  const readMetrics = makeMetrics(server, store, {
    sockets: socket.connections,
    subscriptions: () => Object.values(feeds).reduce((sum, { size }) => sum + size, 0),
    waiting: () => concurrency.waiting,
    hooks: hookCounts,
  });
  const closeMetrics = await serveMetrics(server, readMetrics, config.metrics);
  addHealthRoutes(server, store, () => stopping);
  const routes = { apollo, services, concurrency, documents };
  addGraphqlRoutes(server, routes, graphiqlPage({ ...config, store, guard, build }));
  addEvidenceRoutes(server, services, guard);
  addFederationRoutes(server, services);
  addSignInRoutes(server, { config, store, partnerId: options.partnerId });
  closeWhileStopping(server, () => stopping);
  await addOauthRoutes(server, { ...services, config, guard, sandbox: config.sandbox });
  await addHookRoutes(server, store, hookCounts);
  await addPages(server, build);
  const url = await server
    .listen({ port: config.port, host: config.host })
    .catch((error: unknown) => {
      throw listenError(error, config);
    });
  const close = async (): Promise<void> => {
    stopping = true;
    await Promise.all([stopListening(http), socket.close()]);
    for (const feed of Object.values(feeds)) feed.close();
    await server.close();
    await apollo.stop();
    await Promise.all([closeMetrics(), keyPair?.stop()]);
    for (const counted of [limiter, failures, ...Object.values(handOffs)]) counted.close();
  };
  return {
    url: keyPair ? url.replace(/^http:/, 'https:') : url,
    drain: () => void (stopping = true),
    ...{ close, figures: readMetrics.figures },
  };
}
