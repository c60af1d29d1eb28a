/** Reads what the API serves beside GraphQL, such as evidence packs. */
import { isOfTls, networkError, REPEATED, type Attempt } from './attempt.ts';
import { failed } from './clientError.ts';
import { errorOf, secondsOf } from './errorOf.ts';
import { readBody } from './responseBody.ts';

/** What a download needs. */
export interface Download {
  url: string;
  /** Begins with a slash. */
  path: string;
  fetch: typeof globalThis.fetch;
  headers: Readonly<Record<string, string>>;
  signal: AbortSignal | undefined;
}

/** One GET, whose body is for the caller to read; errors as for a request. */
export async function download(call: Download): Promise<Attempt<Response>> {
  const { url, path, headers, signal } = call;
  try {
    const response = await call.fetch(`${url}${path}`, {
      headers,
      redirect: 'manual',
      signal: signal ?? null,
    });
    const { status } = response;
    return {
      result: response.ok
        ? { ok: true, data: response }
        : failed(errorOfResponse(response, await response.text(), url)),
      status,
      mayRepeat: REPEATED.has(status),
      retryAfterSeconds: secondsOf(response.headers.get('retry-after')),
    };
  } catch (error) {
    const result = failed(networkError(error, url, false));
    return { result, status: null, mayRepeat: !isOfTls(error), retryAfterSeconds: null };
  }
}

const MAX_MESSAGE = 300;

function errorOfResponse(response: Response, text: string, url: string) {
  const { status } = response;
  const retryAfter = response.headers.get('retry-after');
  const [error] = readBody(text)?.errors ?? [];
  if (error) return errorOf(error, status, retryAfter);
  const isText = response.headers.get('content-type')?.startsWith('text/plain');
  const said = isText ? text.trim().slice(0, MAX_MESSAGE) : '';
  const message = said || `${new URL(url).host} answered HTTP ${status}.`;
  if (status === 401) return { kind: 'notSignedIn', message } as const;
  if (status === 403) return { kind: 'forbidden', message, errors: [] } as const;
  if (status === 404) return { kind: 'notFound', message, errors: [] } as const;
  if (status === 400) return { kind: 'invalid', code: 'BAD_REQUEST', message } as const;
  if (status === 429)
    return errorOf({ message, extensions: { code: 'RATE_LIMITED' } }, status, retryAfter);
  return { kind: 'server', status, code: null, errorId: null, message } as const;
}
