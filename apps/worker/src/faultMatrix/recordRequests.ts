/** Which requests of the clouds a piece of work sent, and how it ended. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import { ConnectorError } from '@keyway/core';

export interface SentRequest {
  method: string;
  host: string;
  /** Without the query. */
  path: string;
}
export interface Recorded {
  requests: SentRequest[];
  /** What was read; undefined where it failed. */
  value?: unknown;
  error?: ConnectorError;
}

const CHANNEL = 'http.client.request.start';
/** The controls of the sandbox, which are no cloud. */
const OWN_HOSTS = /^(localhost|127\.0\.0\.1|sandbox\.)/;

export async function recordRequests(work: () => Promise<unknown>): Promise<Recorded> {
  const requests: SentRequest[] = [];
  const note = (message: unknown): void => {
    const { method, host, path } = (message as { request: ClientRequest }).request;
    if (!OWN_HOSTS.test(host)) requests.push({ method, host, path: path.split('?')[0]! });
  };
  subscribe(CHANNEL, note);
  try {
    return { requests, value: await work() };
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return { requests, error };
  } finally {
    unsubscribe(CHANNEL, note);
  }
}

export const isSame = (one: SentRequest, other: SentRequest): boolean =>
  one.method === other.method && one.host === other.host && one.path === other.path;

/** The request without what differs from one customer to the next. */
export const nameOf = ({ method, host, path }: SentRequest): string =>
  `${method} ${host.replace(/^customer-[^.]+/, '{vault}')}${path}`
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '{id}')
    .replaceAll(/customer-[\w-]+/g, '{vault}')
    .replaceAll(/[0-9a-f]{32}/g, '{version}');
