/** The server below Fastify: plain http, or https with a certificate of its own. */
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { KeyPairError, readKeyPair, StartError } from '@keyway/config';
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../config.ts';
import { tlsOptions, watchKeyPair, type WatchedKeyPair } from './keyPair.ts';

/**
 * Longer than proxies and clients keep idle connections. Otherwise the server could close one at
 * the moment when it is used again.
 */
const KEEP_ALIVE_MILLISECONDS = 72_000;
const OPTIONS = { requestTimeout: 60_000, keepAliveTimeout: KEEP_ALIVE_MILLISECONDS };

export interface HttpServer {
  http: Server;
  /** Null where a proxy in front serves https. */
  keyPair: WatchedKeyPair | null;
}

/** @throws StartError where the certificate or its key can't be used */
export const makeHttpServer = (
  tls: Config['tls'],
  handler: RequestListener,
  log: FastifyBaseLogger,
): HttpServer => (tls ? makeSecure(tls, handler, log) : makePlain(handler));

const makePlain = (handler: RequestListener): HttpServer => ({
  http: createServer(OPTIONS, handler),
  keyPair: null,
});

function makeSecure(
  tls: NonNullable<Config['tls']>,
  handler: RequestListener,
  log: FastifyBaseLogger,
): HttpServer {
  const pair = usable(tls);
  const http = createSecureServer({ ...OPTIONS, ...tlsOptions(pair) }, handler);
  return { http, keyPair: watchKeyPair(http, tls, pair, log) };
}

/** The settings were checked; the files may have changed since. */
function usable(tls: NonNullable<Config['tls']>) {
  try {
    return readKeyPair(tls.cert, tls.key);
  } catch (error) {
    if (!(error instanceof KeyPairError)) throw error;
    throw new StartError(`The certificate or its key ${error.message}.`);
  }
}
