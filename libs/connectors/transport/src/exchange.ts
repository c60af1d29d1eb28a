/**
 * One HTTPS request and its whole answer, bounded in size and time and without following redirects.
 * What the answer means, and which hosts may be asked, is for each connector to decide.
 */
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as httpsRequest, type Agent } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip, createInflate } from 'node:zlib';
import { ConnectorError, OWN_CODES } from '@keyway/core';
import { abortedError } from './abortedError.ts';
import { connectionError } from './connectionError.ts';
import { endWhenConnected, whenConnected } from './endWhenConnected.ts';
import { PUBLIC_AGENT } from './publicAgent.ts';
import { readBody } from './readBody.ts';
import { isObserved, observeCall } from './observeCall.ts';

/** `url` is absolute, with `https:`; `body` is sent as it is. */
export interface ExchangeRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | undefined;
}

export interface ExchangeLimits {
  /** The public internet where undefined. */
  agent: Agent | undefined;
  /** For the request including its answer, milliseconds. */
  timeoutMs: number;
  signal: AbortSignal | null;
  /**
   * For a state-changing request: checked just before it is sent. It is not sent where this is
   * false.
   */
  maySend?: (() => boolean) | undefined;
}

/**
 * An answer whose head came. Its body is null where it broke off or is too long: `failure` says
 * how.
 */
export type Exchanged = { status: number; headers: IncomingHttpHeaders } & (
  { body: string; failure: null } | { body: null; failure: ConnectorError }
);

/** The text of a header, `name` in lower case; undefined where it is missing. */
export function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

const headOf = (sent: ClientRequest): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    // Stays for what breaks after the head; whoever reads the body hears of it, too.
    sent.once('response', resolve).on('error', reject);
  });

function decoded(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding'];
  const decoder =
    encoding === 'gzip' ? createGunzip() : encoding === 'deflate' ? createInflate() : null;
  // An error of either destroys both, and is read as the decoder's.
  return decoder === null ? response : pipeline(response, decoder, () => undefined);
}

/** The body broke off: a success is then unusable, and an error counts as no response. */
function brokenOff(error: unknown, status: number, host: string): ConnectorError {
  if (status >= 300) return connectionError(error, host);
  return new ConnectorError(
    { kind: 'badResponse', code: OWN_CODES.responseIncomplete, status, host },
    { detail: `The answer of ${host} broke off` },
  );
}

async function withBody(
  response: IncomingMessage,
  stopped: () => ConnectorError | null,
  host: string,
): Promise<Exchanged> {
  const { statusCode: status = 0, headers } = response;
  try {
    const body = await readBody(decoded(response));
    if (body !== null) return { status, headers, body, failure: null };
    const failure = new ConnectorError(
      { kind: 'badResponse', code: OWN_CODES.responseTooLong, status, host },
      { detail: `The answer of ${host} is too long` },
    );
    return { status, headers, body, failure };
  } catch (error) {
    return { status, headers, body: null, failure: stopped() ?? brokenOff(error, status, host) };
  }
}

/**
 * Whatever was answered; throws `unavailable` where not even a head came, `ambiguous` where the
 * request may have arrived.
 */
export const exchange = (request: ExchangeRequest, limits: ExchangeLimits): Promise<Exchanged> =>
  isObserved() ? observeCall(request, () => send(request, limits)) : send(request, limits);

async function send(
  { method, url, headers, body }: ExchangeRequest,
  { agent = PUBLIC_AGENT, timeoutMs, signal, maySend }: ExchangeLimits,
): Promise<Exchanged> {
  if (signal?.aborted) throw abortedError(false);
  const { host, hostname, port, pathname, search } = new URL(url);
  const path = `${pathname}${search}`;
  const sent = httpsRequest({ agent, method, hostname, port, path, headers });
  let isConnected = false;
  whenConnected(sent, () => (isConnected = true));
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    sent.destroy();
  }, timeoutMs);
  const giveUp = () => void sent.destroy();
  signal?.addEventListener('abort', giveUp, { once: true });
  const stopped = (): ConnectorError | null => {
    if (signal?.aborted) return abortedError();
    return isLate ? connectionError({ code: 'ETIMEDOUT' }, host, isConnected) : null;
  };
  try {
    const head = headOf(sent);
    if (maySend && body !== undefined) endWhenConnected(sent, body, maySend);
    else sent.end(body);
    const response = await head.catch((error: unknown) => {
      throw stopped() ?? connectionError(error, host, isConnected);
    });
    return await withBody(response, stopped, host);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}
