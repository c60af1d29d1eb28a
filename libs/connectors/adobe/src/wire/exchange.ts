/**
 * One HTTPS request and its whole answer: to an allowed host only, without following redirects, bounded in size and time. What the
 * answer means is not decided here.
 */
import type { Agent } from 'node:https';
import { createDefaultHttpClient, createHttpHeaders, createPipelineRequest } from '@azure/core-rest-pipeline';
import { ConnectorError } from '@keyway/core';
import { PLATFORM_HOST } from '../platformHost.ts';
import { abortedError } from './abortedError.ts';
import { connectionError } from './connectionError.ts';
import { readBody } from './readBody.ts';

export const IMS_HOST = 'ims-na1.adobelogin.com';

export interface Network {
  agent: Agent | undefined;
  /** For one request including its answer, milliseconds. */
  timeoutMs: number;
}

export interface Exchange {
  method: 'GET' | 'POST';
  host: string;
  /** Path and query, beginning with a slash. */
  path: string;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal | null;
}

export interface Answer {
  status: number;
  /** `name` in lower case. */
  header(name: string): string | undefined;
  /** Null where it broke off or is longer than one may read. */
  body: string | null;
}

const client = createDefaultHttpClient();

function requestOf({ method, host, path, headers, body }: Exchange, network: Network, stop: AbortSignal) {
  if (host !== IMS_HOST && !PLATFORM_HOST.test(host)) {
    throw new ConnectorError({ kind: 'rejected', message: 'Not a host of Adobe that may be asked' });
  }
  const request = createPipelineRequest({
    url: `https://${host}${path}`,
    method,
    headers: createHttpHeaders({ accept: 'application/json', ...headers }),
    body,
    abortSignal: stop,
    streamResponseStatusCodes: new Set([Number.POSITIVE_INFINITY]),
  });
  request.agent = network.agent;
  return request;
}

/** The answer, whatever it says; throws `unavailable` where none came, `ambiguous` where the request may have arrived. */
export async function exchange(asked: Exchange, network: Network): Promise<Answer> {
  const { signal, host } = asked;
  if (signal?.aborted) throw abortedError(false);
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), network.timeoutMs);
  const giveUp = () => stop.abort();
  signal?.addEventListener('abort', giveUp, { once: true });
  let head: Omit<Answer, 'body'> | null = null;
  try {
    const response = await client.sendRequest(requestOf(asked, network, stop.signal));
    head = { status: response.status, header: (name) => response.headers.get(name) };
    return { ...head, body: response.readableStreamBody ? await readBody(response.readableStreamBody) : '' };
  } catch (error) {
    if (error instanceof ConnectorError) throw error;
    if (head !== null) return { ...head, body: null };
    if (signal?.aborted) throw abortedError();
    throw connectionError(stop.signal.aborted ? { code: 'ETIMEDOUT' } : error, host);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', giveUp);
  }
}
