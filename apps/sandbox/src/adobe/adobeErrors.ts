/**
 * Adobe's two documented error shapes (ERR-01, ERR-02). No error of the CMK endpoints themselves is
 * documented (ERR-06), so those use the problem format with a plain text.
 */
import type { Answer } from '../server/exchange.ts';

/** The gateway's: the code's first three digits are the HTTP class (ERR-05). */
export const gatewayError = (errorCode: string, message: string): Answer => ({
  status: Number(errorCode.slice(0, 3)),
  body: { error_code: errorCode, message },
});

export const problem = (status: number, title: string, detail: string): Answer => ({
  status,
  body: { type: '/placeholder/type/uri', status, title, detail },
});
