/**
 * Notices within three seconds that the server does not answer: a dead network path closes no
 * socket for minutes.
 */
import { setSilent } from './liveConnection.ts';

/** Between an answer and the next ping. */
export const PING_EVERY_MILLISECONDS = 1_200;
/** How long an answer may take before the page says that there is none. */
const LATE_MILLISECONDS = 1_500;
/** After so long a socket is given up for a new one. */
const DEAD_MILLISECONDS = 10_000;
/** Of the range that is the application's own; `graphql-ws` connects again after it. */
const NO_ANSWER = 4408;

interface Closable {
  close: (code: number, reason: string) => void;
}

/** The answers to the pings of one socket after the other. */
export class PingWatch {
  #late: ReturnType<typeof setTimeout> | undefined;
  #dead: ReturnType<typeof setTimeout> | undefined;
  #socket: Closable | undefined;

  opened(socket: Closable): void {
    this.stop();
    this.#socket = socket;
  }

  sent(): void {
    clearTimeout(this.#late);
    this.#late = setTimeout(() => setSilent(true), LATE_MILLISECONDS);
    const socket = this.#socket;
    this.#dead ??= setTimeout(() => socket?.close(NO_ANSWER, 'No answer'), DEAD_MILLISECONDS);
  }

  answered(): void {
    this.stop();
    setSilent(false);
  }

  stop(): void {
    clearTimeout(this.#late);
    clearTimeout(this.#dead);
    this.#late = this.#dead = undefined;
  }
}
