/** Sends plain text in the caller's language. */
import { httpText } from '@keyway/messages';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requestLocale } from './requestLocale.ts';

export const sendText = (
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  name: Parameters<typeof httpText>[0],
  values: Parameters<typeof httpText>[2] = {},
): FastifyReply =>
  reply
    .code(status)
    .type('text/plain; charset=utf-8')
    .send(`${httpText(name, requestLocale(request, reply), values)}\n`);
