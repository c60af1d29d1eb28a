/** One HTTP request, and what its answer means. */
import { failed, type ClientError, type Result, type UserError } from './clientError.ts';
import { errorOf, secondsOf } from './errorOf.ts';
import { isObject, readBody } from './responseBody.ts';

/** What one request needs. */
export interface Call {
  url: string;
  fetch: typeof globalThis.fetch;
  headers: Readonly<Record<string, string>>;
  body: string;
  isMutation: boolean;
  signal: AbortSignal | undefined;
  timeoutMs: number;
}

/** What one request ended with. */
export interface Attempt<T> {
  result: Result<T>;
  status: number | null;
  /** Whether another attempt may end otherwise. */
  mayRepeat: boolean;
  /** How long the server asks to wait; null where it does not say. */
  retryAfterSeconds: number | null;
}

/** The same, of a request to GraphQL. */
export interface GraphqlAttempt<T> extends Attempt<T> {
  /** What the server read, where it was asked to say. */
  readFrom: ReadFrom | null;
}

/** Which database a query was answered from. */
export type ReadFrom = 'replica' | 'primary';

/** Of a request that accepts a replica, and of its answer. */
export const READ_HEADER = 'x-keyway-read';

/** Statuses after which another attempt may end otherwise. */
export const REPEATED: ReadonlySet<number> = new Set([429, 502, 503, 504]);

/** Never rejects. A result that the caller's signal ended is for the caller to replace. */
export async function attempt<T>(call: Call): Promise<GraphqlAttempt<T>> {
  const timeout = AbortSignal.timeout(call.timeoutMs);
  let status: number | null = null;
  let readFrom: ReadFrom | null = null;
  try {
    const response = await call.fetch(`${call.url}/graphql`, {
      method: 'POST',
      headers: call.headers,
      body: call.body,
      // A redirect would take the token to another place.
      redirect: 'manual',
      signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
    });
    status = response.status;
    readFrom = readFromOf(response.headers);
    const text = await response.text();
    return {
      result: resultOf<T>(response, text, call),
      status,
      mayRepeat: REPEATED.has(status),
      retryAfterSeconds: secondsOf(response.headers.get('retry-after')),
      readFrom,
    };
  } catch (error) {
    const timedOut = timeout.aborted
      ? `${host(call.url)} did not answer within ${call.timeoutMs / 1000} s.`
      : null;
    const network = networkError(error, call.url, call.isMutation);
    const result = failed({ ...network, message: timedOut ?? network.message });
    return { result, status, mayRepeat: !isOfTls(error), retryAfterSeconds: null, readFrom };
  }
}

function readFromOf(headers: Headers): ReadFrom | null {
  const said = headers.get(READ_HEADER);
  return said === 'replica' || said === 'primary' ? said : null;
}

const host = (url: string): string => new URL(url).host;

const codeOf = (error: unknown): string | undefined => {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return isObject(cause) && typeof cause['code'] === 'string' ? cause['code'] : undefined;
};

/** No other attempt finds another certificate, or TLS where there is none. */
export const isOfTls = (error: unknown): boolean =>
  /CERT|UNABLE_TO_|^EPROTO$|^ERR_(SSL|TLS)_/.test(codeOf(error) ?? '');

const tlsProblem = (code: string, where: string): string =>
  /CERT|UNABLE_TO_/.test(code)
    ? `The certificate of ${where} is not trusted (${code}). Where its authority is your own, name its file in NODE_EXTRA_CA_CERTS.`
    : `${where} does not answer with TLS (${code}). Does its address begin with http://?`;

/** Errors before a connection was there. */
const wasNeverSent = (error: unknown): boolean =>
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/.test(codeOf(error) ?? '') ||
  isOfTls(error);

/** By the code alone: the texts of `fetch` may hold headers. */
export function networkError(error: unknown, url: string, isMutation: boolean): NetworkError {
  const code = codeOf(error);
  const where = host(url);
  const outcomeUnknown = isMutation && !wasNeverSent(error);
  const message =
    code === 'ECONNREFUSED'
      ? `Nobody answers at ${where}. Is Keyway running there?`
      : code === 'ENOTFOUND' || code === 'EAI_AGAIN'
        ? `The name of ${where} could not be resolved.`
        : code !== undefined && isOfTls(error)
          ? tlsProblem(code, where)
          : `The connection to ${where} failed${code ? ` (${code})` : ''}.`;
  return { kind: 'network', message, outcomeUnknown };
}

type NetworkError = ClientError & { kind: 'network' };

function resultOf<T>(response: Response, text: string, { url }: Call): Result<T> {
  const { status } = response;
  const body = readBody(text);
  if (status >= 300 && status < 400)
    return serverError(status, null, redirected(response.headers.get('location'), url));
  if (!body) return serverError(status, null, notKeyway(status, url));
  if (body.errors?.[0])
    return failed(errorOf(body.errors[0], status, response.headers.get('retry-after')));
  if (!isObject(body.data)) return serverError(status, null, notKeyway(status, url));
  const errors = Object.values(body.data).flatMap(userErrorsOf);
  return errors.length > 0 ? failed(refused(errors)) : { ok: true, data: body.data as T };
}

const notKeyway = (status: number, url: string): string =>
  `${host(url)} answered HTTP ${status} without GraphQL. Is this the address of Keyway?`;

function redirected(location: string | null, url: string): string {
  const to = location !== null && URL.canParse(location, url) ? new URL(location, url) : null;
  return `${host(url)} redirects${to ? ` to ${to.origin}` : ''}. Use the address that it redirects to, if you trust it.`;
}

const serverError = (status: number, code: string | null, message: string) =>
  failed({ kind: 'server', status, code, errorId: null, message });

const userErrorsOf = (payload: unknown): UserError[] => {
  const errors = isObject(payload) ? payload['userErrors'] : undefined;
  return Array.isArray(errors)
    ? errors.filter(isObject).map(({ code, message, field }) => ({
        code: String(code),
        message: String(message ?? code),
        field: Array.isArray(field) ? field.map(String) : null,
      }))
    : [];
};

function refused(errors: readonly UserError[]): ClientError {
  const kinds = { NOT_FOUND: 'notFound', FORBIDDEN: 'forbidden' } as const;
  const code = errors[0]?.code;
  const kind = code === 'NOT_FOUND' || code === 'FORBIDDEN' ? kinds[code] : 'userErrors';
  return { kind, message: errors.map(({ message }) => message).join(' '), errors };
}
