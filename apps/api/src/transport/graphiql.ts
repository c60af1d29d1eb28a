/** GraphiQL at `GET /graphql`, for browsers of people who are signed in. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import accepts from 'accepts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { CredentialGuard } from '../limits/credentialGuard.ts';
import { withParameters } from '../signIn/providers.ts';
import { sendConsolePage } from './basePath.ts';
import {
  authenticateGuarded,
  cookieValue,
  SESSION_COOKIE,
  type Authentication,
} from './authenticate.ts';
import { NOT_STORED } from './consoleFiles.ts';
import { socketOrigin } from './securityHeaders.ts';
import { sendText } from './sendText.ts';

/** The entry point of the page in the console's build. */
const PAGE = 'graphiql.html';

/** An operation is one of a program, whatever it accepts. */
const operationSchema = z.object({ query: z.unknown(), extensions: z.unknown() }).partial();

/** Whether a request is a browser's that opens the page. */
export function wantsGraphiql({ method, query, headers, raw }: FastifyRequest): boolean {
  if (method !== 'GET' || !headers.accept?.includes('text/html')) return false;
  const { query: operation, extensions } = operationSchema.parse(query);
  if (operation !== undefined || extensions !== undefined) return false;
  return accepts(raw).type(['json', 'html']) === 'html';
}

/**
 * Monaco writes its styles into the page, and GraphiQL's style sheet holds its fonts: these alone
 * are allowed inline.
 */
const policyFor = (publicUrl: string): string =>
  [
    `default-src 'none'`,
    `script-src 'self'`,
    `worker-src 'self'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `font-src 'self' data:`,
    `connect-src 'self' ${socketOrigin(publicUrl)}`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join(';');

/** Sends the page. */
export type GraphiqlPage = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

export interface GraphiqlOptions extends Authentication {
  guard: CredentialGuard;
  /** The console's build, which has the page. */
  build: string;
  publicUrl: string;
}

/** Whoever is not signed in signs in first. What the page reads is checked as any request. */
export const graphiqlPage =
  ({ guard, build, publicUrl, ...authentication }: GraphiqlOptions): GraphiqlPage =>
  async (request, reply) => {
    const token = cookieValue(request.headers.cookie, SESSION_COOKIE);
    const credential = token ? ({ kind: 'session', token } as const) : null;
    const viewer = await authenticateGuarded(authentication, guard, credential, request.ip);
    void reply.header('vary', 'Accept');
    if (!viewer)
      return reply.redirect(withParameters('/auth/login', { returnTo: '/graphql' }), 303);
    if (!existsSync(join(build, PAGE))) return sendText(request, reply, 404, 'consoleNotBuilt');
    void reply.headers({
      'content-security-policy': policyFor(publicUrl),
      'x-frame-options': 'DENY',
      'cache-control': NOT_STORED,
    });
    return sendConsolePage(reply, build, PAGE);
  };
