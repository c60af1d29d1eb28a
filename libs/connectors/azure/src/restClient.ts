/**
 * JSON over HTTPS for what no SDK of ours covers: Microsoft Graph, the list of subscriptions, a
 * Managed HSM's local RBAC.
 */
import type { TokenCredential } from '@azure/core-auth';
import {
  bearerTokenAuthenticationPolicy,
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
} from '@azure/core-rest-pipeline';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { ConnectorError, OWN_CODES } from '@keyway/core';
import { z } from 'zod';
import { RETRIES_BY_TRANSPORT } from './transport/createTransport.ts';
import { onlyNeeded } from './transport/onlyNeeded.ts';

export interface RestClient {
  readonly host: string;
  /** `path` begins with a slash, or is a whole URL of the same host (paging). */
  get(path: string): Promise<unknown>;
  put(path: string, body: unknown): Promise<{ status: number; document: unknown }>;
  /** The `value` of every page (`value`, `nextLink`); `badResponse` beyond `MAX_PAGES` pages. */
  list(path: string): Promise<unknown[]>;
}

/** Far beyond what a real list has; a paging link that never ends must end somewhere. */
export const MAX_PAGES = 200;

export const tooManyPages = (host: string): ConnectorError =>
  new ConnectorError(
    { kind: 'badResponse', code: OWN_CODES.tooManyPages },
    { detail: `${host} answered more than ${MAX_PAGES} pages` },
  );

const Page = z.object({ value: z.array(z.unknown()), nextLink: z.string().nullish() });

export interface RestClientOptions {
  host: string;
  scope: string;
  credential: TokenCredential;
  httpClient: HttpClient;
}

export function createRestClient({
  host,
  scope,
  credential,
  httpClient,
}: RestClientOptions): RestClient {
  const { pipeline } = onlyNeeded({ pipeline: createPipelineFromOptions(RETRIES_BY_TRANSPORT) });
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: scope }));

  const send = async (method: 'GET' | 'PUT', path: string, body?: unknown) => {
    const url = path.startsWith('/') ? `https://${host}${path}` : path;
    const headers = createHttpHeaders({ accept: 'application/json' });
    if (body !== undefined) headers.set('content-type', 'application/json');
    const request = createPipelineRequest({
      url,
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const response = await pipeline.sendRequest(httpClient, request);
    if (response.status >= 300)
      throw new ConnectorError({
        kind: 'credential',
        message: `HTTP ${response.status}`,
        status: response.status,
      });
    return {
      status: response.status,
      document: JSON.parse(response.bodyAsText ?? 'null') as unknown,
    };
  };

  const get = async (path: string) => (await send('GET', path)).document;

  return {
    host,
    get,
    put: (path, body) => send('PUT', path, body),
    async list(path) {
      const items: unknown[] = [];
      let next = path;
      for (let page = 0; page < MAX_PAGES; page += 1) {
        const { data } = Page.safeParse(await get(next));
        if (!data) break;
        items.push(...data.value);
        if (!data.nextLink) return items;
        if (!URL.canParse(data.nextLink)) break;
        next = data.nextLink;
        if (page === MAX_PAGES - 1) throw tooManyPages(host);
      }
      throw new ConnectorError(
        { kind: 'badResponse', code: OWN_CODES.unexpectedResponse },
        { detail: `The list of ${host} has another form than expected` },
      );
    },
  };
}
