/**
 * The one way to the network for every Azure SDK client. Here, below the SDKs, is what they leave open: which hosts may be spoken to,
 * no redirects, a bound on size and time, few and safe repetitions, and every failure typed before an SDK can reword it.
 */
import type { Agent } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { createDefaultHttpClient } from '@azure/core-rest-pipeline';
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { ConnectorError } from '@keyway/core';
import type { ReadFailure } from '@keyway/core';
import { abortedError, currentScope } from '../callScope.ts';
import { connectionError } from './connectionError.ts';
import { parseStrictJson } from './parseStrictJson.ts';
import { readBody } from './readBody.ts';
import { responseFailure } from './responseFailure.ts';
import type { FailedAnswer } from './responseFailure.ts';
import { retryDelay } from './retryDelay.ts';
import type { RetryLimits } from './retryDelay.ts';

export interface TransportOptions {
  agent: Agent | undefined;
  /** For one request including its answer, milliseconds. */
  timeoutMs: number;
  retry: RetryLimits;
  /** Never to appear in a message; the request's own bearer token is added by itself. */
  secrets: readonly string[];
  /** The only host that may be spoken to: SDKs follow paging links with the token, whatever they say. */
  host: string;
  /** How a refusal is read; Entra's token endpoint has its own way. */
  failureOf?: (answer: FailedAnswer) => ReadFailure;
  /** Whether this request may be repeated by itself. */
  repeatable?: (request: PipelineRequest) => boolean;
}

const isRead = (request: PipelineRequest): boolean => request.method === 'GET';

function badResponse(message: string, status: number): ConnectorError {
  return new ConnectorError({ kind: 'badResponse', message, status });
}

function requireHost(request: PipelineRequest, host: string): void {
  const url = new URL(request.url);
  if (url.protocol === 'https:' && url.host.toLowerCase() === host && url.username === '' && url.password === '') return;
  throw new ConnectorError({ kind: 'badResponse', message: `${host} pointed to another host` }, { ambiguous: false });
}

/** A 401 that asks for a token (Key Vault's first answer) or for another one (CAE) is the SDK's to handle. */
function isChallenge(request: PipelineRequest, response: PipelineResponse): boolean {
  const challenge = response.headers.get('www-authenticate') ?? '';
  if (response.status !== 401 || challenge === '') return false;
  return !request.headers.has('authorization') || /\bclaims="/.test(challenge);
}

/** One for all, so that connections are shared. */
const client = createDefaultHttpClient();

async function exchange(request: PipelineRequest, options: TransportOptions): Promise<PipelineResponse> {
  const { signal } = currentScope();
  if (signal?.aborted) throw abortedError();
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), options.timeoutMs);
  const giveUp = () => stop.abort();
  signal?.addEventListener('abort', giveUp, { once: true });
  let status: number | null = null;
  try {
    const sent = Object.assign(Object.create(Object.getPrototypeOf(request)) as PipelineRequest, request, {
      agent: options.agent ?? request.agent,
      abortSignal: stop.signal,
      timeout: 0,
      streamResponseStatusCodes: new Set([Number.POSITIVE_INFINITY]),
    });
    const response = await client.sendRequest(sent);
    status = response.status;
    const body = response.readableStreamBody === undefined ? '' : await readBody(response.readableStreamBody);
    if (body === null) throw badResponse(`The answer of ${options.host} is too long`, status);
    return { status, headers: response.headers, request, bodyAsText: body };
  } catch (error) {
    if (error instanceof ConnectorError) throw error;
    if (signal?.aborted) throw abortedError();
    if (stop.signal.aborted) throw connectionError({ code: 'ETIMEDOUT' }, options.host);
    // The head came and the body broke off: an answer, but not one that can be understood.
    if (status !== null && status < 300) throw badResponse(`The answer of ${options.host} broke off`, status);
    throw connectionError(error, options.host);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}

/** The response where it is a usable success or a challenge; throws the ConnectorError that it amounts to otherwise. */
async function attempt(request: PipelineRequest, options: TransportOptions): Promise<PipelineResponse> {
  const response = await exchange(request, options);
  const body = response.bodyAsText ?? '';
  if (isChallenge(request, response)) return response;
  if (response.status >= 200 && response.status < 300) {
    if (parseStrictJson(body) === undefined) throw badResponse(`HTTP ${response.status}`, response.status);
    return response;
  }
  const token = request.headers.get('authorization')?.replace(/^Bearer /i, '');
  const failure = (options.failureOf ?? responseFailure)({
    status: response.status,
    header: (name) => response.headers.get(name),
    body,
    now: Date.now(),
    secrets: token === undefined ? options.secrets : [token, ...options.secrets],
  });
  throw new ConnectorError(failure);
}

/** An `HttpClient` for the SDKs of one connection and one host; answers a 2xx with JSON, or a challenge, or throws a ConnectorError. */
export function createTransport(options: TransportOptions): HttpClient {
  const repeatable = options.repeatable ?? isRead;
  return {
    async sendRequest(request) {
      requireHost(request, options.host);
      const scope = currentScope();
      for (let retry = 0; ; retry += 1) {
        try {
          return await attempt(request, options);
        } catch (error) {
          if (!(error instanceof ConnectorError)) throw error;
          const delay =
            repeatable(request) && !scope.signal?.aborted ? retryDelay(error.failure, retry, scope.waitedMs, options.retry) : null;
          if (delay === null) {
            scope.failure ??= error;
            throw error;
          }
          scope.waitedMs += delay;
          await sleep(delay, undefined, scope.signal ? { signal: scope.signal } : {}).catch(() => {
            throw abortedError();
          });
        }
      }
    },
  };
}
