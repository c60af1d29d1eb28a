/** The client of Keyway's API. */
import { attempt, READ_HEADER, type ReadFrom } from './attempt.ts';
import { failed, type ClientError, type Result } from './clientError.ts';
import {
  readOperation,
  type AnyDocument,
  type AnyVariables,
  type Operation,
  type TypedDocument,
} from './documents.ts';
import { download } from './download.ts';
import { checkedToken, endpointOf } from './endpoint.ts';
import { readPages, type Page } from './pages.ts';
import { prepareVariables } from './prepareVariables.ts';
import { withRetries, type RetryOptions } from './retries.ts';
import { subscribe, type SubscribeOptions } from './subscribe.ts';

/** Where Keyway is and who calls it. */
export interface ClientOptions {
  /** Such as `https://keyway.example.com`. Plain http for this machine only. */
  url: string;
  /** An API token, `kw_…`. Without one, what needs no signing in. */
  token?: string | undefined;
  /** Language of the server's texts: fills the variable `locale` of operations that have it. */
  locale?: 'en' | 'es' | undefined;
  /** In place of the global `fetch`. */
  fetch?: typeof globalThis.fetch | undefined;
  /** How requests are sent again. */
  retry?: RetryOptions | undefined;
  /** How long one attempt may take. 60 by default. */
  timeoutSeconds?: number | undefined;
  /** Names the program in the server's log, such as `keyway-cli/1.0`. */
  userAgent?: string | undefined;
  /** True: the token may go over plain http to another machine. False by default. */
  allowHttp?: boolean | undefined;
  /** Ends everything that the client does. */
  signal?: AbortSignal | undefined;
  /** Called after each attempt of a request, for logs. Gets no variables and no token. */
  onAttempt?: ((attempt: AttemptLog) => void) | undefined;
}

/** What a log may say of an attempt. */
export interface AttemptLog {
  operation: string;
  /** Null: nobody answered. */
  status: number | null;
  milliseconds: number;
  /** Null for a request that accepts no replica, and before an answer. */
  readFrom: ReadFrom | null;
}

/** What a single request may be given. */
export interface RequestOptions {
  signal?: AbortSignal | undefined;
}

/** What a query, a mutation or a list may be given. */
export interface QueryOptions extends RequestOptions {
  /**
   * True: a query may be answered from a read replica, as things were up to half a minute ago.
   * Mutations are not. False by default.
   */
  acceptsReplica?: boolean | undefined;
}

/** Calls the API. Errors are values; only `createClient` throws. */
export interface Client {
  /** The address that the client was made for. */
  readonly url: string;
  /**
   * Runs a query or a mutation. Queries, and mutations whose input takes an idempotency key, are
   * sent again after a lost connection, HTTP 429, 502, 503 and 504, the mutation with the same key.
   * A mutation that would be done twice is never sent again.
   */
  request<Data, Variables extends object = AnyVariables>(
    document: TypedDocument<Data, Variables>,
    variables?: Variables,
    options?: QueryOptions,
  ): Promise<Result<Data>>;
  /**
   * The items of a list, over all its pages. The document declares `$after`, and `$first` where the
   * size of a page is not fixed (100 by default). An error is the last result.
   * @param pick the list in the data
   */
  pages<Data, Variables extends object, Node>(
    document: TypedDocument<Data, Variables>,
    variables: Omit<Variables, 'after' | 'first'> & { after?: string | null; first?: number },
    pick: (data: Data) => Page<Node> | null | undefined,
    options?: QueryOptions,
  ): AsyncGenerator<Result<Node>, void, undefined>;
  /** The events of a subscription, over lost connections. */
  subscribe<Data, Variables extends object = AnyVariables>(
    document: TypedDocument<Data, Variables>,
    variables?: Variables,
    options?: SubscribeOptions<Data>,
  ): AsyncGenerator<Result<Data>, void, undefined>;
  /** A GET of a path beside GraphQL, such as `/evidence/….zip`, with the client's token. */
  download(path: string, options?: RequestOptions): Promise<Result<Response>>;
}

const PAGE_SIZE = 100;

/**
 * A client for one Keyway and one token.
 * @throws ClientOptionsError where the token could not be sent as the options say
 */
export function createClient(options: ClientOptions): Client {
  const url = endpointOf(options.url, options.allowHttp ?? false);
  const token = options.token === undefined ? undefined : checkedToken(options.token);
  const { locale, retry = {}, userAgent } = options;
  const headers = {
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(locale !== undefined && { 'accept-language': locale }),
    ...(userAgent !== undefined && { 'user-agent': userAgent }),
  };
  // Taken at each call: who replaces the global one replaces it here too.
  const fetch: typeof globalThis.fetch = (...call) => (options.fetch ?? globalThis.fetch)(...call);

  const send = async <Data>(
    operation: Operation,
    given: AnyVariables,
    { signal: own, acceptsReplica = false }: QueryOptions,
  ): Promise<Result<Data>> => {
    const signal = eitherOf(own, options.signal);
    const reads = acceptsReplica && operation.kind === 'query' && { [READ_HEADER]: 'replica' };
    const { variables, repeatable } = prepareVariables(operation, given, locale);
    const call = {
      url,
      fetch,
      headers: { ...headers, ...reads, 'content-type': 'application/json' },
      body: JSON.stringify({ query: operation.text, variables }),
      isMutation: operation.kind === 'mutation',
      signal,
      timeoutMs: (options.timeoutSeconds ?? 60) * 1000,
    };
    const once = async () => {
      const start = performance.now();
      const done = await attempt<Data>(call);
      const milliseconds = Math.round(performance.now() - start);
      options.onAttempt?.({
        operation: operation.name ?? operation.kind,
        status: done.status,
        milliseconds,
        readFrom: done.readFrom,
      });
      return done;
    };
    return withRetries(once, repeatable, signal, retry);
  };

  const request: Client['request'] = async (document, variables, given = {}) => {
    const operation = read(document);
    return isError(operation) ? failed(operation) : send(operation, { ...variables }, given);
  };
  return {
    url,
    request,
    pages: (document, variables, pick, given = {}) => {
      const operation = read(document);
      if (isError(operation)) return only(failed(operation));
      const size = operation.variables.has('first') ? { first: PAGE_SIZE } : {};
      return readPages(
        (after) => send(operation, { ...size, ...variables, after }, given),
        pick,
        variables.after ?? null,
      );
    },
    subscribe: (document, variables, given = {}) => {
      const operation = read(document);
      if (isError(operation)) return only(failed(operation));
      const prepared = prepareVariables(operation, { ...variables }, locale);
      const signal = eitherOf(given.signal, options.signal);
      return subscribe({
        ...given,
        signal,
        url,
        token,
        operation,
        variables: prepared.variables,
        retry,
      });
    },
    download: (path, { signal: own } = {}) => {
      const signal = eitherOf(own, options.signal);
      const once = () => download({ url, path, fetch, headers, signal });
      return withRetries(once, true, signal, retry);
    },
  };
}

const eitherOf = (
  own: AbortSignal | undefined,
  common: AbortSignal | undefined,
): AbortSignal | undefined => (own && common ? AbortSignal.any([own, common]) : (own ?? common));

type Invalid = ClientError & { kind: 'invalid' };

function read(document: AnyDocument): Operation | Invalid {
  try {
    return readOperation(document);
  } catch (error) {
    return { kind: 'invalid', code: 'GRAPHQL_PARSE_FAILED', message: (error as Error).message };
  }
}

const isError = (operation: Operation | Invalid): operation is Invalid =>
  operation.kind === 'invalid';

async function* only<T>(result: Result<T>): AsyncGenerator<Result<T>, void, undefined> {
  yield result;
}
