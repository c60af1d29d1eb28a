/**
 * What a request and an answer are inside the sandbox: plain values, so that each emulated service
 * is a function from one to the other and knows nothing of sockets.
 */
import type { IncomingHttpHeaders } from 'node:http';
import { isObject, type JsonObject } from '../isObject.ts';

/** A request, its body still text: Key Vault answers its challenge before anybody parses it. */
export interface Call {
  method: string;
  host: string;
  /** Percent-encoded, without the query. */
  path: string;
  /** Decoded, without empty ones: a trailing slash makes no difference (`/keys/{name}/`). */
  segments: string[];
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  /** An object is sent as JSON, a string as it is. */
  body?: unknown;
  /**
   * Overrides whether this call is entered in the ledger: false for reads by POST, true for a
   * refusal worth seeing.
   */
  ledger?: boolean;
}

/** Thrown by a handler to answer at once. */
export class Refusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

/**
 * Takes a request target apart. Not done by `URL`, which reads `//providers/…` (a Managed HSM's
 * root scope) as a host.
 */
export function readTarget(target: string): {
  path: string;
  segments: string[];
  query: URLSearchParams;
} {
  const mark = target.indexOf('?');
  const path = mark < 0 ? target : target.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));
  try {
    return { path, segments: path.split('/').filter(Boolean).map(decodeURIComponent), query };
  } catch {
    throw new Refusal({ status: 400, body: 'The path is not valid percent-encoding.' });
  }
}

/** The body as JSON; what is none is refused with `otherwise`. */
export function json(call: Call, otherwise: Answer): unknown {
  try {
    return JSON.parse(call.body) as unknown;
  } catch {
    throw new Refusal(otherwise);
  }
}

/** The body as a JSON object; anything else is refused with `otherwise`. */
export function jsonObject(call: Call, otherwise: Answer): JsonObject {
  const value = json(call, otherwise);
  if (isObject(value) && !Array.isArray(value)) return value;
  throw new Refusal(otherwise);
}
