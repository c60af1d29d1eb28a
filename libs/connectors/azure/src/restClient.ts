/**
 * JSON over HTTPS with a token: ARM, Microsoft Graph, a Managed HSM's local RBAC. Documents stay as
 * they came; whoever reads one checks its form (docs/decisions/0053).
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
import { refusal, RETRIES_BY_TRANSPORT } from './transport/createTransport.ts';
import { onlyNeeded } from './transport/onlyNeeded.ts';

export interface RestClient {
  readonly host: string;
  /** `path` begins with a slash, or is a whole URL of the same host (paging). */
  get(path: string): Promise<unknown>;
  /** Sent once; `created` where it was not there before. */
  put(path: string, body: unknown): Promise<{ created: boolean; document: unknown }>;
  /** Sent once; changes what the body names. */
  patch(path: string, body: unknown): Promise<unknown>;
  /** For a question that is posted and changes nothing; the transport knows which. */
  ask(path: string, body: unknown): Promise<unknown>;
  /** The `value` of every page (`value`, `nextLink`); `badResponse` beyond `MAX_PAGES` pages. */
  list(path: string): Promise<unknown[]>;
  /** The first that `pick` makes of a list's items, or null; no page after it is read. */
  find<T>(path: string, pick: (item: unknown) => T | null): Promise<T | null>;
}

/** Far beyond what a real list has; a paging link that never ends must end somewhere. */
const MAX_PAGES = 200;
/** The answers to a request that succeeds; another success is none that is documented. */
const EXPECTED = { GET: [200], POST: [200], PUT: [200, 201], PATCH: [200, 201] } as const;

const unexpected = (code: string, detail: string): ConnectorError =>
  new ConnectorError({ kind: 'badResponse', code }, { detail });

const Page = z.object({ value: z.array(z.unknown()), nextLink: z.string().nullish() });

export interface RestClientOptions {
  host: string;
  scope: string;
  credential: TokenCredential;
  httpClient: HttpClient;
  /** Never to appear in a message. */
  secrets: readonly string[];
}

export function createRestClient({
  host,
  scope,
  credential,
  httpClient,
  secrets,
}: RestClientOptions): RestClient {
  const { pipeline } = onlyNeeded({ pipeline: createPipelineFromOptions(RETRIES_BY_TRANSPORT) });
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: scope }));

  async function send(method: keyof typeof EXPECTED, path: string, body?: unknown) {
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
    const { status, bodyAsText } = response;
    // A challenge that a second token did not answer: the transport leaves it to its caller.
    if (status >= 300) throw refusal(response, { secrets });
    if (!EXPECTED[method].some((expected) => expected === status))
      throw unexpected(
        OWN_CODES.unexpectedResponse,
        `${host} answered ${method} with HTTP ${status}`,
      );
    return { status, document: JSON.parse(bodyAsText ?? 'null') as unknown };
  }

  const get = async (path: string) => (await send('GET', path)).document;

  /** Page after page, until `take` says that it has enough or there is no further one. */
  async function readPages(path: string, take: (items: unknown[]) => boolean): Promise<void> {
    let next = path;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { data } = Page.safeParse(await get(next));
      if (data && (take(data.value) || !data.nextLink)) return;
      if (!data?.nextLink || !URL.canParse(data.nextLink))
        throw unexpected(
          OWN_CODES.unexpectedResponse,
          `The list of ${host} has another form than expected`,
        );
      next = data.nextLink;
    }
    throw unexpected(OWN_CODES.tooManyPages, `${host} answered more than ${MAX_PAGES} pages`);
  }

  return {
    host,
    get,
    async put(path, body) {
      const { status, document } = await send('PUT', path, body);
      return { created: status === 201, document };
    },
    patch: async (path, body) => (await send('PATCH', path, body)).document,
    ask: async (path, body) => (await send('POST', path, body)).document,
    async list(path) {
      const all: unknown[] = [];
      await readPages(path, (items) => {
        all.push(...items);
        return false;
      });
      return all;
    },
    async find<T>(path: string, pick: (item: unknown) => T | null) {
      let found: T | null = null;
      await readPages(path, (items) =>
        items.some((item) => {
          found = pick(item);
          return found !== null;
        }),
      );
      return found;
    },
  };
}
