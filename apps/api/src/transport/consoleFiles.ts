/**
 * Serves the built console: hashed files as immutable, others uncached, and the page for every
 * route. Files are read on request, so a new build needs no restart.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
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

export async function addConsoleFiles(server: FastifyInstance, directory: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: directory,
    suppressWarning: true, // the console may be built later
    index: 'index.html',
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
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    const isPage =
      (request.method === 'GET' || request.method === 'HEAD') &&
      !/\.\w+$/.test(path) &&
      !/^\/(auth|checkpoints|evidence|graphql|assets|metrics)(\/|$)/.test(path);
    if (!isPage) return sendText(request, reply, 404, 'notFound');
    if (!existsSync(join(directory, 'index.html')))
      return sendText(request, reply, 404, 'consoleNotBuilt');
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
}
