/** Forbids browsers to load content of other origins, to run inline code, and to frame the page. */
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

/** Where sockets of the pages go. A path would have to be the socket's own. */
export const socketOrigin = (publicUrl: string): string =>
  new URL(publicUrl).origin.replace(/^http/, 'ws');

export function addSecurityHeaders(
  server: FastifyInstance,
  publicUrl: string,
  styleHashes: readonly string[],
): void {
  const headers = securityHeaders(publicUrl, styleHashes);
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

/** Helmet's, which are the same for every response. */
function securityHeaders(
  publicUrl: string,
  styleHashes: readonly string[],
): Record<string, number | string | string[] | undefined> {
  const https = publicUrl.startsWith('https:');
  const setHeaders = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'", ...styleHashes.map((hash) => `'${hash}'`)],
        'img-src': ["'self'", 'data:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'", socketOrigin(publicUrl)],
        'manifest-src': ["'self'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginEmbedderPolicy: false,
  });
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  setHeaders(request, response, (error) => {
    if (error) throw new Error('Helmet made no headers.', { cause: error });
  });
  return { ...response.getHeaders() };
}
