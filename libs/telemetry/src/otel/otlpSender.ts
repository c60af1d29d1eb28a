/**
 * Sends to an OTLP receiver over HTTP. The SDK's own exporter waits for a receiver that is slow as
 * long as bytes come, and its timers keep a process that has to end.
 */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TelemetrySettings } from '../settings.ts';

/** For all attempts of one batch. */
const MAX_MILLISECONDS = 10_000;
const FIRST_PAUSE_MILLISECONDS = 1_000;
/** As the specification of OTLP says. */
const PASSING: ReadonlySet<number> = new Set([429, 502, 503, 504]);

type Attempt = { done: true } | { problem: string; pauseMilliseconds: number | null };

/** Of a `Retry-After` in seconds; null where there is none. */
function pauseOf({ headers }: IncomingMessage): number | null {
  const seconds = Number(headers['retry-after'] ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

export class OtlpSender {
  readonly #settings: Pick<TelemetrySettings, 'endpoint' | 'headers'>;
  readonly #report: (signal: string, problem: string) => void;
  readonly #agent: HttpAgent;
  #isClosed = false;
  readonly #underWay = new Set<AbortController>();

  constructor(
    settings: Pick<TelemetrySettings, 'endpoint' | 'headers'>,
    report: (signal: string, problem: string) => void,
  ) {
    this.#settings = settings;
    this.#report = report;
    const options = { keepAlive: true, maxSockets: 4 };
    this.#agent = this.#isSecure ? new HttpsAgent(options) : new HttpAgent(options);
  }

  get #isSecure(): boolean {
    return this.#settings.endpoint.startsWith('https:');
  }

  /** Ends what is under way. */
  close(): void {
    this.#isClosed = true;
    for (const controller of this.#underWay) controller.abort();
    this.#agent.destroy();
  }

  /** Whether the receiver took it. Never rejects, and keeps no process alive. */
  async send(signal: 'traces' | 'metrics', body: Uint8Array): Promise<boolean> {
    if (this.#isClosed) return false;
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(), MAX_MILLISECONDS).unref();
    this.#underWay.add(ending);
    try {
      return await this.#sendUntil(ending.signal, signal, body);
    } finally {
      clearTimeout(timer);
      this.#underWay.delete(ending);
    }
  }

  async #sendUntil(end: AbortSignal, signal: string, body: Uint8Array): Promise<boolean> {
    let pause = FIRST_PAUSE_MILLISECONDS;
    for (;;) {
      const attempt = await this.#attempt(signal, body, end);
      if ('done' in attempt) return true;
      const isOver = end.aborted || attempt.pauseMilliseconds === null;
      if (isOver || attempt.pauseMilliseconds! > MAX_MILLISECONDS) {
        if (!this.#isClosed) this.#report(signal, attempt.problem);
        return false;
      }
      const wait = Math.max(attempt.pauseMilliseconds!, pause);
      await sleep(wait, undefined, { signal: end, ref: false }).catch(() => undefined);
      pause *= 2;
    }
  }

  #attempt(signal: string, body: Uint8Array, end: AbortSignal): Promise<Attempt> {
    if (end.aborted)
      return Promise.resolve({ problem: 'no answer in time', pauseMilliseconds: null });
    return new Promise((resolve) => {
      const send = this.#isSecure ? httpsRequest : httpRequest;
      const sent = send(`${this.#settings.endpoint}/v1/${signal}`, {
        method: 'POST',
        agent: this.#agent,
        signal: end,
        headers: {
          ...this.#settings.headers,
          'content-type': 'application/x-protobuf',
          'content-length': body.byteLength,
        },
      });
      sent.once('socket', (socket) => socket.unref());
      sent.on('error', (error: NodeJS.ErrnoException) =>
        resolve({
          // The message of an error may have the address with its credentials.
          problem: end.aborted ? 'no answer in time' : (error.code ?? error.name),
          pauseMilliseconds: end.aborted ? null : 0,
        }),
      );
      sent.once('response', (response) => {
        const { statusCode: status = 0 } = response;
        const pauseMilliseconds = PASSING.has(status) ? (pauseOf(response) ?? 0) : null;
        const isTaken = status >= 200 && status < 300;
        // The body says nothing that is acted upon, but its end frees the connection.
        response.on('error', () => undefined).resume();
        response.once('close', () =>
          resolve(isTaken ? { done: true } : { problem: `HTTP ${status}`, pauseMilliseconds }),
        );
      });
      sent.end(body);
    });
  }
}
