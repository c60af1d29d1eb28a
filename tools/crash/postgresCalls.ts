/**
 * PostgreSQL's messages of one connection as calls: what a client sends up to the next answer. A
 * call is named by its statement and, where it writes an event, by the event.
 */

/** What is sent and answered as one. */
export interface Call {
  /** Such as `advance_write_change factsObserved AEP/VAULT`. */
  name: string;
  /** Without what differs between events, such as `advance_write_change`. */
  shape: string;
  isCommit: boolean;
  isWrite: boolean;
}

export interface Sent {
  bytes: Buffer;
  /** Null for what has no answer of its own, such as a password. */
  call: Call | null;
}

const HEAD = 5;
const QUERY = 'Q';
const PARSE = 'P';
const BIND = 'B';
const SYNC = 'S';
const EXTENDED = new Set(['P', 'B', 'D', 'E', 'C', 'H', 'S']);
const WRITES =
  /^(insert|update|delete|commit|advance_write|append_history|(create|make|enter)_organizations|write_|idempotency_|effect_(claim|postpone)|trial_(claim|record)|read_models_write)/;
const MAX_NAME = 80;

const textAt = (bytes: Buffer, at: number): string =>
  bytes.toString('utf8', at, bytes.indexOf(0, at));
const afterText = (bytes: Buffer, at: number): number => bytes.indexOf(0, at) + 1;

/** The parameters of a Bind message that are text. */
function parametersOf(bytes: Buffer, from: number): string[] {
  let at = afterText(bytes, afterText(bytes, from));
  at += 2 + 2 * bytes.readInt16BE(at);
  const found: string[] = [];
  let left = bytes.readInt16BE(at);
  for (at += 2; left > 0; left -= 1) {
    const length = bytes.readInt32BE(at);
    at += 4;
    if (length < 0) continue;
    found.push(bytes.toString('utf8', at, at + length));
    at += length;
  }
  return found;
}

const EVENT = /^[a-z]+(?:[A-Z][a-z]+)+$/;

/** The first entry of history that a statement writes, which are one parameter: a list in JSON. */
function entryIn(parameters: readonly string[]): { kind: string; data: string } | null {
  for (const value of parameters) {
    if (!value.startsWith('[{') || !value.includes('"kind":')) continue;
    const [entry] = JSON.parse(value) as { kind?: unknown; data?: unknown }[];
    if (typeof entry?.kind === 'string' && EVENT.test(entry.kind))
      return { kind: entry.kind, data: String(entry.data) };
  }
  return null;
}

/** A parameter that names what is done, such as a mutation, and the data after it. */
function namedIn(parameters: readonly string[]): { kind: string; data: string } | null {
  const index = parameters.findIndex((value) => EVENT.test(value));
  if (index === -1) return null;
  const data = parameters.slice(index + 1).find((value) => value.startsWith('{')) ?? '';
  return { kind: parameters[index]!, data };
}

/** `factsObserved AEP/VAULT`: the event that a statement writes, or the mutation it is for. */
function aboutOf(parameters: readonly string[]): string {
  const found = entryIn(parameters) ?? namedIn(parameters);
  if (!found) return '';
  const [, track = ''] = /"track":"(AEP|CJA)"/.exec(found.data) ?? [];
  const [, step = ''] = /"(?:step|change)":"([A-Z_]+)"/.exec(found.data) ?? [];
  return [found.kind, [track, step].filter(Boolean).join('/')].filter(Boolean).join(' ');
}

const shapeOf = (name: string, text: string): string =>
  name.replace(/_[0-9a-f]{12}$/, '') ||
  text.replaceAll(/\s+/g, ' ').trim().slice(0, MAX_NAME).trim();

/** Cuts what a client sends into calls. */
export class SentCalls {
  #waiting = Buffer.alloc(0);
  #call: Buffer[] = [];
  #name = '';
  #text = '';
  /** Of the call: its first write, else its last statement. */
  #named: Call | null = null;
  /** Of the call; several are a transaction of their own, without BEGIN and COMMIT. */
  #statements = 0;
  #hasStarted = false;
  /** What the transaction wrote last, or did. */
  #last = '';

  feed(bytes: Buffer): Sent[] {
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    const sent: Sent[] = [];
    for (;;) {
      const head = this.#hasStarted ? HEAD : 4;
      if (this.#waiting.length < head) return sent;
      const length = this.#waiting.readInt32BE(head - 4) + head - 4;
      if (this.#waiting.length < length) return sent;
      const message = this.#waiting.subarray(0, length);
      this.#waiting = this.#waiting.subarray(length);
      const one = this.#hasStarted ? this.#message(message) : this.#start(message);
      if (one) sent.push(one);
    }
  }

  #start(bytes: Buffer): Sent {
    this.#hasStarted = true;
    return { bytes, call: { name: 'connect', shape: 'connect', isCommit: false, isWrite: false } };
  }

  #message(bytes: Buffer): Sent | null {
    const kind = String.fromCharCode(bytes[0]!);
    if (kind === QUERY) return { bytes, call: this.#callOf('', textAt(bytes, HEAD), []) };
    if (!EXTENDED.has(kind)) return { bytes, call: null };
    this.#call.push(bytes);
    if (kind === PARSE) {
      this.#name = textAt(bytes, HEAD);
      this.#text = textAt(bytes, afterText(bytes, HEAD));
    } else if (kind === BIND) this.#bound(bytes);
    return kind === SYNC ? this.#synchronized() : null;
  }

  #bound(bytes: Buffer): void {
    const statement = textAt(bytes, afterText(bytes, HEAD));
    if (statement) this.#name = statement;
    this.#statements += 1;
    const bound = this.#callOf(this.#name, this.#text, parametersOf(bytes, HEAD));
    if (!this.#named?.isWrite) this.#named = bound;
    [this.#name, this.#text] = ['', ''];
  }

  #synchronized(): Sent {
    const named = this.#named ?? this.#callOf(this.#name, this.#text, []);
    const call = { ...named, isCommit: named.isCommit || (named.isWrite && this.#statements > 1) };
    const bytes = Buffer.concat(this.#call);
    [this.#call, this.#name, this.#text, this.#named, this.#statements] = [[], '', '', null, 0];
    return { bytes, call };
  }

  #callOf(name: string, text: string, parameters: readonly string[]): Call {
    const shape = shapeOf(name, text).toLowerCase();
    if (shape === 'begin') this.#last = '';
    const isEnd = shape === 'commit' || shape === 'rollback';
    const about = isEnd ? this.#last : aboutOf(parameters);
    const whole = [shape, about].filter(Boolean).join(' ');
    if (!isEnd && shape !== 'begin' && !shape.startsWith('set_scope')) this.#last = `of ${whole}`;
    return { name: whole, shape, isCommit: shape === 'commit', isWrite: WRITES.test(shape) };
  }
}

/** Cuts what the server answers into the answers to calls, and what comes unasked. */
export class Answers {
  #waiting = Buffer.alloc(0);
  #answer: Buffer[] = [];
  #hasStarted = false;

  /** `isWhole`: it ends the answer to a call. */
  feed(bytes: Buffer): { bytes: Buffer; isWhole: boolean }[] {
    this.#waiting = Buffer.concat([this.#waiting, bytes]);
    const found: { bytes: Buffer; isWhole: boolean }[] = [];
    while (this.#waiting.length >= HEAD) {
      const length = 1 + this.#waiting.readInt32BE(1);
      if (this.#waiting.length < length) break;
      const message = this.#waiting.subarray(0, length);
      this.#waiting = this.#waiting.subarray(length);
      const kind = String.fromCharCode(message[0]!);
      const isReady = kind === 'Z';
      // Before the first answer the client has to say who it is; notifications come at any time.
      if (!isReady && (!this.#hasStarted || kind === 'A' || kind === 'N')) {
        found.push({ bytes: message, isWhole: false });
        continue;
      }
      this.#answer.push(message);
      if (!isReady) continue;
      this.#hasStarted = true;
      found.push({ bytes: Buffer.concat(this.#answer), isWhole: true });
      this.#answer = [];
    }
    return found;
  }
}

/** A query that fails as every write does on a full disk; it aborts its transaction. */
export function fullDiskQuery(): Buffer {
  const text = `do $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$\0`;
  const bytes = Buffer.alloc(HEAD + Buffer.byteLength(text));
  bytes.write(QUERY);
  bytes.writeInt32BE(bytes.length - 1, 1);
  bytes.write(text, HEAD);
  return bytes;
}
