/** Sends one request to a known host of Adobe and reads the whole response. */
import type { Agent } from 'node:https';
import { exchange, headerOf } from '@keyway/connector-transport';
import type { HeaderReader } from '@keyway/connector-transport';
import { ConnectorError, OWN_CODES, isPlatformHost } from '@keyway/core';

export const IMS_HOST = 'ims-na1.adobelogin.com';

export interface Network {
  agent: Agent | undefined;
  /** For one request including its answer, milliseconds. */
  timeoutMs: number;
}

export interface AdobeRequest {
  method: 'GET' | 'POST';
  host: string;
  /** Path and query, beginning with a slash. */
  path: string;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal | null;
  maySend?: (() => boolean) | undefined;
}

export interface AdobeResponse {
  status: number;
  host: string;
  header: HeaderReader;
  /** Null where it broke off or is too long. */
  body: string | null;
}

/** Throws `unavailable` where no response came, `ambiguous` where the request may have arrived. */
export async function sendRequest(
  { method, host, path, headers, body, signal, maySend }: AdobeRequest,
  network: Network,
): Promise<AdobeResponse> {
  if (host !== IMS_HOST && !isPlatformHost(host)) {
    throw new ConnectorError(
      { kind: 'rejected', code: OWN_CODES.invalidRequest },
      { detail: 'Not a host of Adobe that may be asked' },
    );
  }
  const url = `https://${host}${path}`;
  const sent = { method, url, headers: { accept: 'application/json', ...headers }, body };
  const answer = await exchange(sent, { ...network, signal, maySend });
  return {
    status: answer.status,
    host,
    header: (name) => headerOf(answer.headers, name),
    body: answer.body,
  };
}
