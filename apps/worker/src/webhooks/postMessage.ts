/** Sends one message: bounded in time and in what is read, without redirects. */
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { mayReceive, OWN_CODES, receiverRules, type AddressRange } from '@keyway/core';
import { retryAfterSeconds, type ProxySettings } from '@keyway/connector-transport';
import type { AttemptResult } from '@keyway/store';
import { receiverConnection } from './receiverConnection.ts';
import { isForbiddenLiteral, notAllowed, NOT_ALLOWED, receiverLookup } from './receiverLookup.ts';

/** For an attempt with its answer. */
export const ATTEMPT_SECONDS = 15;
/** Read of an answer; then it is cut. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** The code of a message that was not sent because its lease ended meanwhile. */
const HELD_BACK = 'HELD_BACK';

export interface PostOptions {
  headers: Record<string, string>;
  body: string;
  allowed: readonly AddressRange[];
  /** For public receivers; null: directly. */
  proxy: ProxySettings | null;
  /** Checked just before the message is sent. */
  maySend: () => boolean;
  signal: AbortSignal;
  timeoutMs?: number;
}

/** Null where nothing was sent, because it was too late or the process stops. */
export type Posted = {
  result: AttemptResult;
  statusCode: number | null;
  error: string | null;
  retryAfterSeconds: number | null;
  /** The message was sent, whatever came of it. */
  isConnected: boolean;
} | null;

/** Reads an answer to its end, or as far as it is read; what it says is not kept. */
function drained(response: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    let bytes = 0;
    response.on('data', (part: Buffer) => {
      bytes += part.length;
      if (bytes > MAX_ANSWER_BYTES) response.destroy();
    });
    response.once('error', () => resolve()).once('close', resolve);
  });
}

/** Sends the body once the connection stands to an address that may receive it. */
function sendWhenConnected(
  request: ClientRequest,
  isSecure: boolean,
  mayStay: (socket: Socket) => boolean,
  { body, maySend }: PostOptions,
): void {
  request.once('socket', (socket: Socket) => {
    socket.once(isSecure ? 'secureConnect' : 'connect', () => {
      if (!mayStay(socket)) request.destroy(notAllowed());
      else if (maySend()) request.end(body);
      else request.destroy(Object.assign(new Error('The lease ended.'), { code: HELD_BACK }));
    });
  });
}

function answered({ statusCode = 0, headers }: IncomingMessage): Posted {
  const isTaken = statusCode >= 200 && statusCode < 300;
  const isRedirect = statusCode >= 300 && statusCode < 400;
  const header = (name: string): string | undefined => {
    const value = headers[name];
    return Array.isArray(value) ? value[0] : value;
  };
  return {
    result: isTaken ? 'delivered' : 'refused',
    statusCode,
    error: isTaken ? null : isRedirect ? 'Redirects are not followed' : `HTTP ${statusCode}`,
    retryAfterSeconds: isTaken ? null : retryAfterSeconds(header, Date.now()),
    isConnected: true,
  };
}

const UNKNOWN_AUTHORITY =
  'The certificate is from an unknown authority. NODE_EXTRA_CA_CERTS names further ones';

/** Known codes of Node and OpenSSL; others are shown as they are. */
const MEANINGS: Readonly<Record<string, string>> = {
  [NOT_ALLOWED]:
    'Not sent: only https to the public internet and networks in KEYWAY_WEBHOOK_ALLOW are allowed',
  ENOTFOUND: 'The host name is unknown',
  EAI_AGAIN: 'The host name could not be resolved',
  ECONNREFUSED: 'The connection was refused',
  ECONNRESET: 'The connection was closed without an answer',
  EPIPE: 'The connection was closed without an answer',
  ETIMEDOUT: 'The connection could not be made in time',
  EHOSTUNREACH: 'The host could not be reached',
  ENETUNREACH: 'The network could not be reached',
  [OWN_CODES.proxyUnreachable]: 'The proxy in HTTPS_PROXY could not be reached',
  [OWN_CODES.proxyRefused]: 'The proxy in HTTPS_PROXY refused the receiver’s address',
  [OWN_CODES.proxySignIn]: 'The proxy in HTTPS_PROXY requires credentials',
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
  DEPTH_ZERO_SELF_SIGNED_CERT: UNKNOWN_AUTHORITY,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
};

function unreachable(error: unknown, isConnected: boolean): Posted {
  const code = (error as NodeJS.ErrnoException).code ?? 'no answer';
  const failed = { statusCode: null, retryAfterSeconds: null, isConnected };
  if (code === HELD_BACK) return null;
  return { ...failed, result: 'unreachable', error: MEANINGS[code] ?? `No answer (${code})` };
}

/** Never throws for what a receiver does. */
export async function postMessage(target: string, options: PostOptions): Promise<Posted> {
  const { headers, body, allowed, proxy, signal, timeoutMs = ATTEMPT_SECONDS * 1000 } = options;
  const url = new URL(target);
  const isSecure = url.protocol === 'https:';
  const rules = receiverRules(url, allowed);
  if (signal.aborted) return null;
  if (isForbiddenLiteral(url, rules)) return unreachable(notAllowed(), false);
  const send = isSecure ? httpsRequest : httpRequest;
  const length = String(Buffer.byteLength(body));
  // A connection of its own: what was checked is what is used.
  const through = proxy && isSecure ? receiverConnection(url, rules, proxy) : null;
  const request = send(url, {
    method: 'POST',
    ...(through ?? { agent: false, lookup: receiverLookup(rules) }),
    headers: { ...headers, 'content-length': length, connection: 'close' },
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    request.destroy();
  }, timeoutMs);
  const stop = (): void => void request.destroy();
  signal.addEventListener('abort', stop, { once: true });
  const head = new Promise<IncomingMessage>((resolve, reject) => {
    // Stays for what breaks after the head.
    request.once('response', resolve).on('error', reject);
    request.once('close', () => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
  });
  let isConnected = false;
  const maySend = (): boolean => (isConnected = options.maySend());
  const mayStay = ({ remoteAddress = '' }: Socket): boolean =>
    through?.isTunnel() || mayReceive(remoteAddress, rules);
  sendWhenConnected(request, isSecure, mayStay, { ...options, maySend });
  try {
    const response = await head;
    await drained(response);
    return answered(response);
  } catch (error) {
    if (signal.aborted) return null;
    if (!isLate) return unreachable(error, isConnected);
    const late = `No answer within ${timeoutMs / 1000} seconds`;
    return { result: 'late', statusCode: null, error: late, retryAfterSeconds: null, isConnected };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}
