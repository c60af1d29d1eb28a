/**
 * Checks the credentials of open sockets: regularly, when access changed, and before an event is
 * sent by a process that did not check for long, because it was stopped.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Authenticated } from '@keyway/store';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { rightsKey } from '../viewer/sharedViewer.ts';
import { authenticate, type Authentication, type Credential } from './authenticate.ts';

/** Close reasons of a socket, part of the API (docs/reference/api.md, Live updates). */
const ENDS = {
  removed: 'Access removed',
  ended: 'Session ended',
  changed: 'Access changed',
} as const;

/** How long to wait for the database. */
const RETRY_AFTER_MILLISECONDS = 500;

/** Who signed in on a socket. */
export interface SocketViewer {
  credential: Credential;
  viewer: Authenticated;
  /** By `performance.now()`, before the last check was sent. */
  checkedAt: number;
}

interface Check {
  begun: number;
  result: Promise<Authenticated | null>;
}

export class SocketRights {
  readonly #authentication: Authentication;
  /** A check that is older does not count. */
  readonly #maxAge: number;
  readonly #sockets = new Map<WebSocket, SocketViewer>();
  readonly #running = new Map<string, Check>();
  #changedAt = -Infinity;

  /** @param everyMs between two regular checks; one may fail or be late */
  constructor(authentication: Authentication, everyMs: number) {
    this.#authentication = authentication;
    this.#maxAge = 2 * everyMs;
  }

  add(socket: WebSocket, viewer: SocketViewer): void {
    this.#sockets.set(socket, viewer);
  }

  delete(socket: WebSocket): void {
    this.#sockets.delete(socket);
  }

  /** No event is sent on the word of an earlier check. */
  accessChanged(): void {
    this.#changedAt = performance.now();
  }

  /** Checks all, each credential once, however many sockets have it. */
  async checkAll(): Promise<void> {
    await Promise.all([...this.#sockets].map(([socket, viewer]) => this.#check(socket, viewer)));
  }

  /**
   * Resolves when the socket's viewer is known to have the rights that its events are executed
   * with; the socket is closed where they have others.
   */
  async confirm(socket: WebSocket): Promise<void> {
    const viewer = this.#sockets.get(socket);
    if (!viewer) return;
    while (!this.#isFresh(viewer) && socket.readyState === socket.OPEN) {
      // While the database is unavailable, the event waits.
      await this.#check(socket, viewer).catch(() => sleep(RETRY_AFTER_MILLISECONDS));
    }
  }

  #isFresh({ checkedAt }: SocketViewer): boolean {
    return checkedAt > this.#changedAt && performance.now() - checkedAt < this.#maxAge;
  }

  async #check(socket: WebSocket, viewer: SocketViewer): Promise<void> {
    const { begun, result } = this.#begin(viewer.credential);
    const now = await result;
    if (now && rightsKey(now) === rightsKey(viewer.viewer)) viewer.checkedAt = begun;
    else socket.close(CloseCode.Forbidden, now ? ENDS.changed : await this.#endOf(viewer));
  }

  /** Whoever is removed is answered so on their own socket; nobody learns it of others. */
  async #endOf({ viewer: { memberId } }: SocketViewer): Promise<string> {
    const system = this.#authentication.store.system();
    const isRemoved =
      memberId !== null && (await system.isMemberRemoved(memberId).catch(() => false));
    return isRemoved ? ENDS.removed : ENDS.ended;
  }

  /** The check that is under way, unless access changed since it began. */
  #begin(credential: Credential): Check {
    const key = `${credential.kind} ${credential.token}`;
    const running = this.#running.get(key);
    if (running && running.begun > this.#changedAt) return running;
    const begun = performance.now();
    const result = authenticate(this.#authentication, credential, { keepAlive: false });
    const check = { begun, result };
    this.#running.set(key, check);
    const end = (): void => {
      if (this.#running.get(key) === check) this.#running.delete(key);
    };
    void result.then(end, end);
    return check;
  }
}
