/**
 * Sends a request only once its connection is made, and only if it may still be sent then: a
 * process may be stopped while it connects, for longer than its lease.
 */
import type { ClientRequest } from 'node:http';
import { TLSSocket } from 'node:tls';

/** The code of a request that was held back; nothing of it was sent. */
export const HELD_BACK = 'HELD_BACK';

/** Runs once TLS stands. Until then Node keeps back everything that is written. */
export function whenConnected(request: ClientRequest, connected: () => void): void {
  request.once('socket', (socket) => {
    // A kept connection is open already; a new one when its certificate was accepted.
    if (request.reusedSocket || (socket instanceof TLSSocket && socket.authorized)) connected();
    else socket.once('secureConnect', connected);
  });
}

/**
 * Ends the request with its body, or with an error of the code `HELD_BACK` where it may not be sent
 * any more. Node writes the head of a request with the first byte of its body, so until then
 * nothing was sent.
 */
export function endWhenConnected(
  request: ClientRequest,
  body: string,
  maySend: () => boolean,
): void {
  // Checked and written in the same turn.
  whenConnected(request, () => {
    if (maySend()) request.end(body);
    else
      request.destroy(Object.assign(new Error('The request was held back'), { code: HELD_BACK }));
  });
}
