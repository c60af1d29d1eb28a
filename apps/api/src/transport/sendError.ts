/** Sends errors in the format that the client expects. Details of bugs go to the log only. */
import type { Locale } from '@keyway/core';
import { httpText } from '@keyway/messages';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { RateExceeded } from '../limits/rateLimiter.ts';
import { drain } from './drain.ts';
import { sendGraphqlError } from './graphqlHttp.ts';
import { MAX_BODY_BYTES } from './jsonBody.ts';
import { requestLocale } from './requestLocale.ts';
import { RETRY_AFTER_SECONDS, UNAVAILABLE_CODE, unavailableMessage } from './unavailable.ts';

/** What happened and what to do; for other statuses, Fastify's own message says it. */
function messageOf(error: FastifyError, status: number, requestId: string, locale: Locale): string {
  if (status >= 500) return httpText('failed', locale, { requestId });
  if (error instanceof RateExceeded)
    return httpText('rateLimited', locale, { seconds: error.retryAfterSeconds });
  if (status === 413)
    return httpText('tooLarge', locale, { mebibytes: MAX_BODY_BYTES / 1024 / 1024 });
  if (status === 415) return httpText('notJson', locale);
  return error.message;
}

function codeOf(status: number): string {
  if (status === 429) return 'RATE_LIMITED';
  return status >= 500 ? 'INTERNAL_SERVER_ERROR' : 'BAD_REQUEST';
}

export async function sendError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const isGraphql = request.url.startsWith('/graphql');
  const locale = isGraphql ? 'en' : requestLocale(request, reply);
  const send = (status: number, code: string, message: string): FastifyReply =>
    isGraphql
      ? sendGraphqlError(reply, status, code, message)
      : reply.code(status).type('text/plain; charset=utf-8').send(`${message}\n`);

  // The database can't be reached, or refuses, before GraphQL has started.
  const unavailable = unavailableMessage(error, locale);
  if (unavailable) {
    request.log.warn(
      { err: error, requestId: request.id },
      'the database refused a request or could not be reached',
    );
    void reply.header('retry-after', RETRY_AFTER_SECONDS);
    return send(503, UNAVAILABLE_CODE, unavailable);
  }
  const status = error.statusCode ?? 500;
  if (status === 413) await drain(request.raw);
  if (status >= 500)
    request.log.error({ err: error, requestId: request.id }, 'a request failed unexpectedly');
  if (error instanceof RateExceeded) void reply.header('retry-after', error.retryAfterSeconds);
  return send(status, codeOf(status), messageOf(error, status, request.id, locale));
}
