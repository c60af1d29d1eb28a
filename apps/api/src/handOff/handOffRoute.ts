/**
 * The page of a hand-off's link. It is the same for every token, which only the page's script
 * reads, so nothing here finds, logs or keeps the token.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sendConsolePage } from '../transport/basePath.ts';
import { NOT_STORED } from '../transport/consoleFiles.ts';
import { sendText } from '../transport/sendText.ts';
import { HAND_OFF_PATH } from './handOffResolvers.ts';

/** The entry point of the page in the console's build. */
const PAGE = 'handOff.html';

/** @param directory the console's build, whose files the server sends */
export function addHandOffRoute(server: FastifyInstance, directory: string): void {
  // The address is a credential: no copy of the page under it, and no search engine.
  server.get(`${HAND_OFF_PATH}:token`, (request, reply) => {
    void reply.headers({
      'cache-control': NOT_STORED,
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
    });
    if (!existsSync(join(directory, PAGE))) return sendText(request, reply, 404, 'consoleNotBuilt');
    // As every response: `Referrer-Policy: no-referrer`, and `frame-ancestors 'none'`.
    return sendConsolePage(reply, directory, PAGE);
  });
}
