/**
 * Serves the built console: for every route its page or, where nobody is signed in, the sign-in
 * page.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendConsolePage } from './basePath.ts';
import { cookieValue, SESSION_COOKIE } from './authenticate.ts';
import { sendText } from './sendText.ts';

/** The folder of the console's build. */
export const CONSOLE_BUILD = fileURLToPath(new URL('../../../console/dist', import.meta.url));
/** `cache-control` of a page that no browser keeps, set by its route. */
export const NOT_STORED = 'no-store';
const HASHED = /[.-][\w-]{8,}\.\w+(\.br|\.gz)?$/;

/** The style hashes that the console's build needs in the CSP, such as `sha256-…`. */
export function styleHashes(directory: string): string[] {
  const path = join(directory, 'csp.json');
  if (!existsSync(path)) return [];
  const hashes: unknown = JSON.parse(readFileSync(path, 'utf8'));
  const texts = JSON.stringify(hashes).match(/sha(256|384|512)-[A-Za-z0-9+/=_-]+/g) ?? [];
  return [...new Set(texts)];
}

/**
 * Hashed files are immutable, others are requested again. Files are read on request, so a new build
 * needs no restart.
 */
export async function addConsoleFiles(server: FastifyInstance, directory: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: directory,
    suppressWarning: true, // the console may be built later
    // Which page it is depends on who asks.
    index: false,
    dotfiles: 'ignore',
    cacheControl: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      if (reply.getHeader('cache-control') === NOT_STORED) return;
      const immutable = path.includes('/assets/') && HASHED.test(path);
      void reply.header(
        'cache-control',
        immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
  const sendPage = (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !/\.\w+$/.test(path) &&
      !/^\/(auth|checkpoints|evidence|graphql|assets|metrics)(\/|$)/.test(path);
    if (!isPage) return sendText(request, reply, 404, 'notFound');
    if (!existsSync(join(directory, CONSOLE)))
      return sendText(request, reply, 404, 'consoleNotBuilt');
    const isSignIn = needsSignIn(request, path) && existsSync(join(directory, SIGN_IN));
    void reply.headers({ 'cache-control': 'no-cache', vary: 'cookie' });
    return sendConsolePage(reply, directory, isSignIn ? SIGN_IN : CONSOLE);
  };
  server.get('/', sendPage);
  server.setNotFoundHandler(sendPage);
}

const CONSOLE = 'index.html';
const SIGN_IN = 'signIn.html';

/**
 * Whether a session is there is enough: the pages hold no data, and the console leads to the
 * sign-in page where the session has ended.
 */
const needsSignIn = ({ headers }: FastifyRequest, path: string): boolean =>
  path === '/sign-in' ||
  (headers.authorization === undefined && !cookieValue(headers.cookie, SESSION_COOKIE));
