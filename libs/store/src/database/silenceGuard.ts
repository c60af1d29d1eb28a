/**
 * Closes connections on which the server has been silent for too long during a statement: a
 * network that drops packets closes nothing.
 */
import type pg from 'pg';

/** Longer than any statement may take (`TRANSACTION_LIMITS`). */
export const SILENT_SECONDS = 8;
/**
 * Once a connection was silent for too long, another on which nothing was received for nearly as
 * long is probably dead too. Its statement may have begun a moment ago: it has this many seconds.
 */
const FURTHER_SECONDS = 1;
/** A server that answers ends a connection at once where it is asked to. */
const ENDING_SECONDS = 2;

interface Watched {
  bytes: number;
  /** Without a byte during a statement. */
  seconds: number;
  /** Without a byte, also while nothing was asked. */
  quiet: number;
  /** Since the server was asked to end it. */
  ending: number;
}
interface Internals {
  connection: { stream: { bytesRead: number; destroyed: boolean; destroy(error?: Error): void } };
  readyForQuery: boolean;
  _ending: boolean;
}

// Cast: pg does not declare what it keeps of a connection.
const inside = (client: pg.ClientBase): Internals => client as unknown as Internals;

const lost = (message: string): Error => Object.assign(new Error(message), { code: 'ETIMEDOUT' });

/** Seconds count only while this process runs: one that was stopped first reads what arrived. */
export class SilenceGuard {
  private readonly watched = new Map<pg.ClientBase, Watched>();
  /** Their own time-out ends them; where they lead was decided when they began. */
  private readonly connecting = new Set<pg.ClientBase>();
  private readonly onWarning: (message: string) => void;
  private readonly limit: number;
  private readonly timer: NodeJS.Timeout;

  constructor(onWarning: (message: string) => void, limit = SILENT_SECONDS) {
    this.onWarning = onWarning;
    this.limit = limit;
    this.timer = setInterval(() => this.count(), 1000);
    this.timer.unref();
  }

  /** Before it connects, so that `discardAll` takes it too. It is forgotten when it has ended. */
  begin(client: pg.ClientBase): void {
    this.connecting.add(client);
    client.once('end', () => {
      this.connecting.delete(client);
      this.watched.delete(client);
    });
  }

  /** Once it is connected. */
  watch(client: pg.ClientBase): void {
    this.connecting.delete(client);
    this.watched.set(client, { bytes: 0, seconds: 0, quiet: 0, ending: 0 });
  }

  /** Closes the socket, without asking the server to end the connection. */
  discard(client: pg.ClientBase): void {
    inside(client).connection.stream.destroy(lost('The connection was discarded.'));
  }

  close(): void {
    clearInterval(this.timer);
  }

  /** As if the network had lost all of them. */
  discardAll(): void {
    for (const client of [...this.connecting, ...this.watched.keys()]) this.discard(client);
  }

  private count(): void {
    for (const [client, state] of this.watched)
      if (inside(client)._ending && (state.ending += 1) > ENDING_SECONDS) this.endUnheard(client);
    const silent = [...this.watched]
      .filter(([client, state]) => this.countOne(client, state))
      .map(([client]) => client);
    if (silent.length === 0) return;
    this.onWarning(`The database did not answer for ${this.limit} seconds. Reconnecting.`);
    for (const client of silent)
      inside(client).connection.stream.destroy(lost('The database did not answer in time.'));
    // Idle connections are probably dead too. Their next users would wait as long.
    for (const [client, state] of this.watched) {
      if (inside(client).readyForQuery) this.discard(client);
      else if (state.quiet >= this.limit - 2)
        state.seconds = Math.max(state.seconds, this.limit - FURTHER_SECONDS);
    }
  }

  /** A statement under way keeps its own time. */
  private endUnheard(client: pg.ClientBase): void {
    if (inside(client).readyForQuery) inside(client).connection.stream.destroy();
  }

  /** Whether it has been silent for too long. */
  private countOne(client: pg.ClientBase, state: Watched): boolean {
    const { connection, readyForQuery } = inside(client);
    const { bytesRead } = connection.stream;
    const isNew = bytesRead !== state.bytes;
    const heard = readyForQuery || isNew;
    state.bytes = bytesRead;
    state.quiet = isNew ? 0 : state.quiet + 1;
    state.seconds = heard ? 0 : state.seconds + 1;
    return state.seconds >= this.limit && !connection.stream.destroyed;
  }
}
