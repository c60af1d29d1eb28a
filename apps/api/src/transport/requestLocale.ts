/** The language of responses outside GraphQL, where no argument names one. */
import accepts from 'accepts';
import { LOCALES, type Locale } from '@keyway/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { localeOf } from '../schema/locale.ts';

/** The caller's preferred language of ours, else English; caches keep a response for each. */
export function requestLocale(request: FastifyRequest, reply: FastifyReply): Locale {
  void reply.header('vary', 'Accept-Language');
  return localeOf(accepts(request.raw).language([...LOCALES]) || null);
}
