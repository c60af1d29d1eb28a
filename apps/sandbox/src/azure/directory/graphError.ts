/** Microsoft Graph's error body. */
import { randomUUID } from 'node:crypto';
import type { Answer } from '../../server/exchange.ts';

export function graphError(status: number, code: string, message: string): Answer {
  const request = randomUUID();
  return {
    status,
    body: {
      error: {
        code,
        message,
        innerError: {
          date: new Date().toISOString().slice(0, 19),
          'request-id': request,
          'client-request-id': request,
        },
      },
    },
  };
}
