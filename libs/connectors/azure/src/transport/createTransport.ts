/**
 * The HTTP client below every Azure SDK client. It allows one host and no redirects, bounds size,
 * time and repetitions, and types every failure before an SDK can reword it.
 */
import type { Agent } from 'node:https';
import { createHttpHeaders } from '@azure/core-rest-pipeline';
import type { HttpClient, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import {
  abortedError,
  exchange,
  headerOf,
  parseStrictJson,
  repeatRead,
} from '@keyway/connector-transport';
import type { ExchangeRequest, RetryLimits, ThrottleGate } from '@keyway/connector-transport';
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { ReadFailure } from '@keyway/core';
import { currentScope } from '../callScope.ts';
import { responseFailure } from './responseFailure.ts';
import type { FailedResponse } from './responseFailure.ts';

/** For SDK clients: the transport below repeats reads and refuses redirects. */
export const RETRIES_BY_TRANSPORT = {
  retryOptions: { maxRetries: 0 },
  redirectOptions: { maxRetries: 0 },
};

export interface TransportOptions {
  agent: Agent | undefined;
  /** For one request including its answer, milliseconds. */
  timeoutMs: number;
  retry: RetryLimits;
  /** Never to appear in a message; the request's own bearer token is added automatically. */
  secrets: readonly string[];
  /**
   * The only host that may be called: SDKs send the token to any paging link.
   */
  host: string;
  /** Shared by all hosts of the connection; holds back calls to a host that throttles. */
  gate?: ThrottleGate;
  /** How a refusal is read; Entra's token endpoint has its own way. */
  failureOf?: (answer: FailedResponse) => ReadFailure;
  /** Whether this request may be repeated automatically. */
  repeatable?: (request: PipelineRequest) => boolean;
  /** Makes the body of each attempt: an assertion counts once. */
  bodyOf?: (request: PipelineRequest) => Promise<string>;
}

const CHANGES: ReadonlySet<string> = new Set(['PUT', 'PATCH']);
/** ARM's questions that are posted: whether a vault's name is free. */
const QUESTION = /\/checkNameAvailability$/i;
const isRead = ({ method, url }: PipelineRequest): boolean =>
  method === 'GET' || (method === 'POST' && QUESTION.test(new URL(url).pathname));

function badResponse(message: string, status: number): ConnectorError {
  return new ConnectorError({ kind: 'badResponse', message, status });
}

function requireHost(request: PipelineRequest, host: string): void {
  const url = new URL(request.url);
  if (
    url.protocol === 'https:' &&
    url.host.toLowerCase() === host &&
    url.username === '' &&
    url.password === ''
  )
    return;
  throw new ConnectorError(
    { kind: 'badResponse', code: OWN_CODES.redirected, host },
    { ambiguous: false, detail: `${host} pointed to another host` },
  );
}

/**
 * A 401 that asks for a token (Key Vault's first answer) or for another one (CAE) is the SDK's to
 * handle.
 */
function isChallenge(request: PipelineRequest, response: PipelineResponse): boolean {
  const challenge = response.headers.get('www-authenticate') ?? '';
  if (response.status !== 401 || challenge === '') return false;
  return !request.headers.has('authorization') || /\bclaims="/.test(challenge);
}

async function send(
  request: PipelineRequest,
  options: TransportOptions,
): Promise<PipelineResponse & { bodyAsText: string }> {
  const { signal, maySend, onRequest } = currentScope();
  // Of the requests of one call an earlier one may have taken effect, even where this one is not
  // sent.
  if (signal?.aborted) throw abortedError();
  onRequest?.();
  const answer = await exchange(plainRequest(request), {
    // Never the agent that an SDK makes of HTTPS_PROXY: the host rules are those of ours.
    agent: options.agent,
    timeoutMs: options.timeoutMs,
    signal,
    // A token may be asked for at any time; it changes nothing.
    maySend: CHANGES.has(request.method) ? maySend : undefined,
  });
  if (answer.failure !== null) throw answer.failure;
  const headers = createHttpHeaders();
  for (const name of Object.keys(answer.headers)) {
    const value = headerOf(answer.headers, name);
    if (value !== undefined) headers.set(name, value);
  }
  return { status: answer.status, headers, request, bodyAsText: answer.body };
}

function plainRequest({ method, url, headers, body }: PipelineRequest): ExchangeRequest {
  if (body !== undefined && body !== null && typeof body !== 'string')
    throw new TypeError('Only a text can be sent to a cloud.');
  return { method, url, headers: headers.toJSON({ preserveCase: true }), body: body ?? undefined };
}

/**
 * The response where it is a usable success or a challenge; throws the ConnectorError that it
 * amounts to otherwise.
 */
async function attempt(
  request: PipelineRequest,
  options: TransportOptions,
): Promise<PipelineResponse> {
  const response = await send(request, options);
  const body = response.bodyAsText;
  if (isChallenge(request, response)) return response;
  if (response.status >= 200 && response.status < 300) {
    if (parseStrictJson(body) === undefined)
      throw badResponse(`HTTP ${response.status}`, response.status);
    // The body is JSON whatever type the answer states; an SDK would take another type for an empty
    // answer, and that for a fact.
    response.headers.set('content-type', 'application/json');
    return { ...response, bodyAsText: body.replace(/^\ufeff/, '') };
  }
  throw refusal(response, options);
}

/** The error that a response amounts to which is no success. */
export function refusal(
  { status, headers, bodyAsText, request }: PipelineResponse,
  { secrets, failureOf = responseFailure }: Pick<TransportOptions, 'secrets' | 'failureOf'>,
): ConnectorError {
  const token = request.headers.get('authorization')?.replace(/^Bearer /i, '');
  return new ConnectorError(
    failureOf({
      status,
      header: (name) => headers.get(name),
      body: bodyAsText ?? '',
      now: Date.now(),
      secrets: token === undefined ? secrets : [token, ...secrets],
    }),
  );
}

/**
 * An `HttpClient` for the SDKs of one connection and one host; answers a 2xx with JSON, or a
 * challenge, or throws a ConnectorError.
 */
export function createTransport(options: TransportOptions): HttpClient {
  const repeatable = options.repeatable ?? isRead;
  return {
    async sendRequest(request) {
      requireHost(request, options.host);
      const scope = currentScope();
      const ask = async () => {
        if (options.bodyOf) request.body = await options.bodyOf(request);
        return attempt(request, options);
      };
      const once = () => options.gate?.pass(options.host, ask) ?? ask();
      try {
        return await (repeatable(request) ? repeatRead(scope, options.retry, once) : once());
      } catch (error) {
        if (error instanceof ConnectorError) scope.failure ??= error;
        throw error;
      }
    },
  };
}
