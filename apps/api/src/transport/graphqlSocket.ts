/**
 * Subscriptions over graphql-transport-ws. A socket authenticates when it connects. Its credential
 * is checked again regularly; the socket closes when its token is revoked or its session ends.
 */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Authenticated } from '@keyway/store';
import { GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Services } from '../context.ts';
import {
  authenticateGuarded,
  isOwnOrigin,
  credentialOf,
  type Authentication,
  type Credential,
} from './authenticate.ts';
import type { CredentialGuard } from '../limits/credentialGuard.ts';
import type { ConcurrencyLimiter } from '../limits/concurrencyLimiter.ts';
import { RateExceeded, type RateLimiter } from '../limits/rateLimiter.ts';
import { addressKey, clientAddress, type IsTrusted } from './clientAddress.ts';
import { limitedSubscribe, type Subscription } from './limitedSubscribe.ts';
import { rateKey } from './rateLimit.ts';
import { graphqlExecutor, type Operation } from './graphqlExecutor.ts';
import type { FormatError } from './graphqlServer.ts';
import { operationWriter } from './operationWriter.ts';
import { createCachingParser, prepareSubscription } from './prepareSubscription.ts';
import { SharedExecutions } from './sharedExecutions.ts';
import { SocketRights } from './socketRights.ts';

const MAX_MESSAGE_BYTES = 128 * 1024;
const MAX_SUBSCRIPTIONS = 100;
/** RFC 6455's registry of close codes. */
const TRY_AGAIN_LATER = 1013;
const CLOSING_BRACE = Buffer.from('}');

type SignedInSocket = {
  viewer?: Authenticated;
  subscriptions?: Set<string>;
};

export interface GraphqlSocket {
  /**
   * Somebody's access changed: checks the credential of every socket, closes those whose rights
   * changed, and sends nothing before that.
   */
  recheck: () => Promise<void>;
  connections: () => number;
  close: () => Promise<void>;
}

export interface SocketOptions {
  server: Server;
  schema: GraphQLSchema;
  services: Services;
  guard: CredentialGuard;
  limiter: RateLimiter;
  concurrency: ConcurrencyLimiter;
  isTrusted: IsTrusted;
  formatError: FormatError;
  /** Time between two checks. */
  recheckEveryMs: number;
  onWarning: (message: string) => void;
}

function socketCredential(
  params: Readonly<Record<string, unknown>> | undefined,
  request: IncomingMessage,
  publicUrl: string,
): Credential | null {
  const given = params?.['authorization'] ?? params?.['Authorization'];
  const { cookie, origin } = request.headers;
  const authorization = typeof given === 'string' ? given : request.headers.authorization;
  if (authorization !== undefined)
    return credentialOf({ authorization, preflighted: false }, publicUrl);
  // Browsers always send the origin of a socket, and no script can change it.
  return origin !== undefined && isOwnOrigin(origin, publicUrl)
    ? credentialOf({ cookie, origin, preflighted: true }, publicUrl)
    : null;
}

/**
 * Whether an error is a bug of the api. GraphQL's own errors, such as invalid variables, come
 * wrapped in one another.
 */
function isBug({ originalError }: GraphQLError): boolean {
  if (!originalError) return false;
  return !(originalError instanceof GraphQLError) || isBug(originalError);
}

const formatErrors = (options: SocketOptions, errors: readonly GraphQLError[]): GraphQLError[] =>
  errors.map((error) => {
    const code =
      error.extensions['code'] ?? (isBug(error) ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT');
    const formatted = options.formatError(
      { message: error.message, path: error.path, extensions: { ...error.extensions, code } },
      error,
    );
    return new GraphQLError(formatted.message, {
      path: error.path,
      extensions: { ...formatted.extensions, http: undefined },
    });
  });

/** For operations on a socket, which have no HTTP status and no headers. */
function rateLimitError({ message, code, retryAfterSeconds }: RateExceeded): GraphQLError {
  return new GraphQLError(message, { extensions: { code, retryAfterSeconds } });
}

const authenticationOf = ({ store, config }: SocketOptions['services']): Authentication => ({
  store,
  sandbox: config.sandbox,
});

/** Too many invalid credentials of an address close the socket with "try again later". */
async function authenticateSocket(
  { services, guard, isTrusted }: SocketOptions,
  credential: Credential | null,
  { request, socket }: { request: IncomingMessage; socket: WebSocket },
): Promise<Authenticated | null> {
  try {
    return await authenticateGuarded(
      authenticationOf(services),
      guard,
      credential,
      clientAddress(request, isTrusted),
    );
  } catch (error) {
    if (!(error instanceof RateExceeded)) throw error;
    socket.close(TRY_AGAIN_LATER, error.message);
    return null;
  }
}

/** Sends a payload that was made for several sockets. Resolves when the socket takes more. */
function sendNext(socket: WebSocket, id: string, payload: Buffer): Promise<void> {
  const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"next","payload":`);
  const message = Buffer.concat([head, payload, CLOSING_BRACE]);
  return new Promise((resolve, reject) => {
    if (socket.readyState !== socket.OPEN) resolve();
    else socket.send(message, { binary: false }, (error) => (error ? reject(error) : resolve()));
  });
}

function serve(sockets: WebSocketServer, rights: SocketRights, options: SocketOptions) {
  const { schema, services, limiter, concurrency, isTrusted } = options;
  const parseValid = createCachingParser(schema);
  const format = (result: ExecutionResult): ExecutionResult =>
    result.errors ? { ...result, errors: formatErrors(options, result.errors) } : result;
  const write = operationWriter(schema);
  const executeUnwritten = graphqlExecutor(schema);
  const execute = async (operation: Operation): Promise<string> => {
    const data = await write(operation);
    return data === null
      ? JSON.stringify(format(await executeUnwritten(operation)))
      : `{"data":${data}}`;
  };
  const executions = new SharedExecutions({ services, concurrency, execute });
  return useServer<Record<string, unknown>, SignedInSocket>(
    {
      schema,
      subscribe: (args) => limitedSubscribe(args as Subscription, executions),
      connectionInitWaitTimeout: 10_000,
      onConnect: async ({ connectionParams, extra }) => {
        const credential = socketCredential(
          connectionParams,
          extra.request,
          services.config.publicUrl,
        );
        const checkedAt = performance.now();
        const viewer = await authenticateSocket(options, credential, extra);
        if (!credential || !viewer) return false;
        Object.assign(extra, { viewer, subscriptions: new Set<string>() });
        rights.add(extra.socket, { credential, viewer, checkedAt });
        return true;
      },
      onSubscribe: ({ extra }, id, payload) => {
        if (!extra.viewer || !extra.subscriptions) return [new GraphQLError('Not signed in.')];
        const key = rateKey(extra.viewer, clientAddress(extra.request, isTrusted));
        if (limiter.take(key) < 0) return [rateLimitError(limiter.exceeded(key))];
        if (extra.subscriptions.size >= MAX_SUBSCRIPTIONS)
          return [
            new GraphQLError(`A socket can have at most ${MAX_SUBSCRIPTIONS} subscriptions.`),
          ];
        const prepared = prepareSubscription(options, parseValid, extra.viewer, payload);
        if (Array.isArray(prepared)) return formatErrors(options, prepared);
        extra.subscriptions.add(id);
        const send = async (event: Buffer): Promise<void> => {
          await rights.confirm(extra.socket);
          await sendNext(extra.socket, id, event);
        };
        return Object.assign(prepared, { send });
      },
      onClose: ({ extra }) => rights.delete(extra.socket),
      onComplete: ({ extra }, id) => void extra.subscriptions?.delete(id),
      onError: (_context, _id, _payload, errors) => formatErrors(options, errors),
      onNext: (_context, _id, _payload, _args, result) => format(result),
    },
    sockets,
  );
}

export function addGraphqlSocket(options: SocketOptions): GraphqlSocket {
  const { server, limiter, isTrusted, recheckEveryMs, onWarning } = options;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES });
  const rights = new SocketRights(authenticationOf(options.services), recheckEveryMs);
  const disposable = serve(sockets, rights, options);
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.split('?')[0] !== '/graphql') {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
      return;
    }
    const key = addressKey(clientAddress(request, isTrusted));
    if (limiter.take(key) < 0) {
      const { retryAfterSeconds, message } = limiter.exceeded(key);
      socket.end(
        `HTTP/1.1 429 Too Many Requests\r\nRetry-After: ${retryAfterSeconds}\r\nConnection: close\r\n\r\n${message}\n`,
      );
      return;
    }
    sockets.handleUpgrade(request, socket, head, (connected) =>
      sockets.emit('connection', connected, request),
    );
  };
  server.on('upgrade', upgrade);
  // While the database is unavailable, sockets stay open and are checked the next time.
  const timer = setInterval(
    () =>
      void rights
        .checkAll()
        .catch((error: unknown) => onWarning(`sockets could not be rechecked: ${String(error)}`)),
    recheckEveryMs,
  );
  timer.unref();
  return {
    recheck: () => {
      rights.accessChanged();
      return rights.checkAll();
    },
    connections: () => sockets.clients.size,
    close: async () => {
      clearInterval(timer);
      server.off('upgrade', upgrade);
      for (const socket of sockets.clients) socket.close(1001, 'Going away');
      await disposable.dispose();
    },
  };
}
