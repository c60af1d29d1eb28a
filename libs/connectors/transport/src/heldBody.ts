/**
 * A request's body that is sent only once the connection is made, and only if the request may still
 * be sent then.
 */
import { ClientRequest } from 'node:http';
import { Readable } from 'node:stream';
import { TLSSocket } from 'node:tls';

/** The code of a request that was held back; nothing of it was sent. */
export const HELD_BACK = 'HELD_BACK';

/**
 * Node writes the head of a request with the first byte of its body, so until then nothing was
 * sent. A process may be stopped while it connects, for longer than its lease.
 */
export class HeldBody extends Readable {
  readonly #bytes: Buffer;
  readonly #maySend: () => boolean;
  #isConnected = false;
  #isWanted = false;

  constructor(bytes: Buffer, maySend: () => boolean) {
    super();
    this.#bytes = bytes;
    this.#maySend = maySend;
  }

  /** Nothing before the connection is open; then checked and written in the same turn. */
  override _read(): void {
    this.#isWanted = true;
    if (this.#isConnected) this.#go();
  }

  override pipe<T extends NodeJS.WritableStream>(destination: T, options?: { end?: boolean }): T {
    if (!(destination instanceof ClientRequest))
      throw new TypeError('A held body is for a request.');
    whenConnected(destination, () => {
      this.#isConnected = true;
      if (this.#isWanted) this.#go();
    });
    return super.pipe(destination, options);
  }

  #go(): void {
    if (!this.#maySend()) {
      this.destroy(Object.assign(new Error('The request was held back'), { code: HELD_BACK }));
      return;
    }
    this.push(this.#bytes);
    this.push(null);
  }
}

function whenConnected(request: ClientRequest, go: () => void): void {
  request.once('socket', (socket) => {
    // A kept connection is open already; a new one when its certificate was accepted.
    if (request.reusedSocket || (socket instanceof TLSSocket && socket.authorized)) go();
    else socket.once('secureConnect', go);
  });
}
