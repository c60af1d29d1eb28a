/** Keeps the embedded PostgreSQL running: opened by the store, looked after here, and opened again when it dies. */
import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';
import { backOff } from './backOff.ts';

/** What the store's `openDatabase` answers. */
export interface OpenedDatabase {
  url: string;
  close(): Promise<void>;
  /** Absent when the server was found running. */
  process?: ChildProcess | undefined;
}

export interface EmbeddedDatabaseHooks {
  open: () => Promise<OpenedDatabase>;
  say: (line: string) => void;
  /** Told when the database came back under another address. */
  onMoved: () => void;
}

const lookEveryMs = 2_000;

export class EmbeddedDatabase {
  readonly #hooks: EmbeddedDatabaseHooks;
  #opened: OpenedDatabase | undefined;
  #url = '';
  #timer: NodeJS.Timeout | undefined;
  #closing = false;
  #reopening: Promise<void> | undefined;

  constructor(hooks: EmbeddedDatabaseHooks) {
    this.#hooks = hooks;
  }

  get url(): string {
    return this.#url;
  }

  async open(): Promise<void> {
    await this.#openOnce();
    this.#timer = setInterval(() => void this.#look(), lookEveryMs);
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearInterval(this.#timer);
    await this.#reopening;
    await this.#opened?.close();
  }

  async #openOnce(): Promise<void> {
    const opened = await this.#hooks.open();
    this.#opened = opened;
    this.#url = opened.url;
    opened.process?.once('exit', () => {
      if (this.#opened === opened) void this.#reopen();
    });
  }

  async #look(): Promise<void> {
    const looked = this.#opened;
    if (this.#closing || this.#reopening || (await answers(this.#url)) || (await answers(this.#url))) return;
    if (looked === this.#opened) await this.#reopen();
  }

  #reopen(): Promise<void> {
    if (this.#closing) return Promise.resolve();
    this.#reopening ??= this.#tryUntilOpen().finally(() => (this.#reopening = undefined));
    return this.#reopening;
  }

  async #tryUntilOpen(): Promise<void> {
    const before = this.#url;
    this.#hooks.say('The database ended; starting it again.');
    for (let waitMs: number | undefined; !this.#closing;) {
      try {
        await this.#openOnce();
        if (this.#url !== before) this.#hooks.onMoved();
        return;
      } catch (error) {
        waitMs = backOff(waitMs, 0);
        this.#hooks.say(`The database does not start (${(error as Error).message}); trying again in ${waitMs} ms.`);
        await new Promise((resolve) => setTimeout(resolve, waitMs));
      }
    }
  }
}

/** Whether something listens where the database should be. */
function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 5432), timeout: 2_000 });
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
