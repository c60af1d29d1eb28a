/**
 * One HTTPS request and its whole answer, bounded in size and time and without following redirects.
 * What the answer means, and which hosts may be asked, is for each connector to decide.
 */
import type { Agent } from 'node:https';
import { createDefaultHttpClient, createHttpHeaders } from '@azure/core-rest-pipeline';
import type { HttpHeaders, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import { ConnectorError, OWN_CODES } from '@keyway/core';
import { abortedError } from './abortedError.ts';
import { connectionError } from './connectionError.ts';
import { HeldBody } from './heldBody.ts';
import { PUBLIC_AGENT } from './publicAgent.ts';
import { readBody } from './readBody.ts';

export interface ExchangeLimits {
  /** The public internet where undefined, by the system's proxy where one is set. */
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
export type Exchanged = { status: number; headers: HttpHeaders } & (
  { body: string; failure: null } | { body: null; failure: ConnectorError }
);

/** One for all, so that connections are shared. */
const client = createDefaultHttpClient();

/** The error of a call that its caller aborted or that timed out, else null. */
function stopped(
  signal: AbortSignal | null,
  stop: AbortSignal,
  host: string,
): ConnectorError | null {
  if (signal?.aborted) return abortedError();
  return stop.aborted ? connectionError({ code: 'ETIMEDOUT' }, host) : null;
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
  { status, headers, readableStreamBody }: PipelineResponse,
  stop: () => ConnectorError | null,
  host: string,
) {
  try {
    const body = readableStreamBody === undefined ? '' : await readBody(readableStreamBody);
    if (body !== null) return { status, headers, body, failure: null };
    const failure = new ConnectorError(
      { kind: 'badResponse', code: OWN_CODES.responseTooLong, status, host },
      { detail: `The answer of ${host} is too long` },
    );
    return { status, headers, body, failure };
  } catch (error) {
    return { status, headers, body: null, failure: stop() ?? brokenOff(error, status, host) };
  }
}

function holdBody(
  body: string,
  { headers }: PipelineRequest,
  maySend: () => boolean,
): Pick<PipelineRequest, 'body' | 'headers'> {
  const bytes = Buffer.from(body);
  return {
    body: new HeldBody(bytes, maySend),
    headers: createHttpHeaders({
      ...headers.toJSON({ preserveCase: true }),
      'content-length': String(bytes.length),
    }),
  };
}

/**
 * Whatever was answered; throws `unavailable` where not even a head came, `ambiguous` where the
 * request may have arrived.
 */
export async function exchange(
  request: PipelineRequest,
  { agent, timeoutMs, signal, maySend }: ExchangeLimits,
): Promise<Exchanged> {
  if (signal?.aborted) throw abortedError(false);
  const { host } = new URL(request.url);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), timeoutMs);
  const giveUp = () => stop.abort();
  signal?.addEventListener('abort', giveUp, { once: true });
  const whyStopped = () => stopped(signal, stop.signal, host);
  // The request may be an SDK's, which continues to use it: it is copied, not changed.
  const sent = Object.assign(
    Object.create(Object.getPrototypeOf(request)) as PipelineRequest,
    request,
    {
      agent: agent ?? request.agent ?? PUBLIC_AGENT,
      abortSignal: stop.signal,
      timeout: 0,
      streamResponseStatusCodes: new Set([Number.POSITIVE_INFINITY]),
      ...(maySend && typeof request.body === 'string'
        ? holdBody(request.body, request, maySend)
        : {}),
    },
  );
  try {
    const response = await client.sendRequest(sent).catch((error: unknown) => {
      throw whyStopped() ?? connectionError(error, host);
    });
    return await withBody(response, whyStopped, host);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}
