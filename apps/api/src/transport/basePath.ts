/**
 * The path that Keyway shares a host under, such as `/keyway`. Routes, pages and redirects are
 * written as if there were none; here it is taken off what comes and put before what goes.
 */
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';

declare module 'fastify' {
  interface FastifyInstance {
    /** Empty where Keyway has a host of its own, and unset until `addBasePath`. */
    basePath?: string;
  }
}

/** The path of `PUBLIC_URL`, without a slash at its end. */
export const basePathOf = (publicUrl: string): string =>
  new URL(publicUrl).pathname.replace(/\/$/, '');

/** A proxy may leave the path there or not, and probes never have it. */
export function withoutBasePath(url: string, basePath: string): string {
  if (!url.startsWith(basePath)) return url;
  const rest = url.slice(basePath.length);
  if (rest.startsWith('/')) return rest;
  // `/keyway` and `/keyway?a`, but not `/keyways`.
  return rest === '' || rest.startsWith('?') ? `/${rest}` : url;
}

/** RFC 8414 puts the path of an issuer after that of its document. */
const METADATA = '/.well-known/oauth-authorization-server';

function takeOff(http: Server, basePath: string): void {
  for (const event of ['request', 'upgrade'] as const)
    http.prependListener(event, (request: { url?: string }) => {
      const url = request.url ?? '/';
      request.url = url === `${METADATA}${basePath}` ? METADATA : withoutBasePath(url, basePath);
    });
}

/** Attributes of our own pages, where every text of others is escaped. */
const OWN_ADDRESSES = / (href|src|action)="\/(?!\/)/g;

const isOwnPath = (address: unknown): address is string =>
  typeof address === 'string' && /^\/(?![/\\])/.test(address);

/** Before the routes, so that all of them inherit it. Does nothing for an empty path. */
export function addBasePath(server: FastifyInstance, http: Server, basePath: string): void {
  server.decorate('basePath', basePath);
  if (basePath === '') return;
  takeOff(http, basePath);
  server.addHook('onSend', (_request, reply, payload, done) => {
    const location = reply.getHeader('location');
    if (isOwnPath(location)) void reply.header('location', `${basePath}${location}`);
    const isPage = String(reply.getHeader('content-type')).startsWith('text/html');
    if (!isPage || typeof payload !== 'string') return done(null, payload);
    return done(null, payload.replaceAll(OWN_ADDRESSES, ` $1="${basePath}/`));
  });
}

/** Sends a page of the console's build, which reads the path from it. */
export function sendConsolePage(
  reply: FastifyReply,
  directory: string,
  name: string,
): FastifyReply {
  const { basePath } = reply.server;
  if (!basePath) return reply.sendFile(name, { cacheControl: false });
  const page = readFileSync(join(directory, name), 'utf8');
  return reply
    .type('text/html; charset=utf-8')
    .send(page.replace('<html', `<html data-base-path="${basePath}"`));
}
