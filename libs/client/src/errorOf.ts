/** What an error of GraphQL means for a caller. */
import type { ClientError } from './clientError.ts';
import type { GraphqlError } from './responseBody.ts';

/** `Retry-After` in seconds or as a date. */
export function secondsOf(header: string | null): number | null {
  if (header === null) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : null;
}

/** Codes of GraphQL's errors: docs/reference/api.md. */
export function errorOf(
  { message, extensions = {} }: GraphqlError,
  status: number,
  retryAfter: string | null,
): ClientError {
  const code = typeof extensions['code'] === 'string' ? extensions['code'] : null;
  switch (code) {
    case 'UNAUTHENTICATED':
      return { kind: 'notSignedIn', message };
    case 'FORBIDDEN':
      return { kind: 'forbidden', message, errors: [] };
    case 'NOT_FOUND':
      return { kind: 'notFound', message, errors: [] };
    case 'RATE_LIMITED': {
      const seconds = secondsOf(retryAfter ?? String(extensions['retryAfterSeconds']));
      return { kind: 'rateLimited', message, retryAfterSeconds: seconds ?? 1 };
    }
    case 'BAD_REQUEST':
    case 'BAD_USER_INPUT':
    case 'GRAPHQL_PARSE_FAILED':
    case 'GRAPHQL_VALIDATION_FAILED':
    case 'QUERY_TOO_COMPLEX':
      return { kind: 'invalid', code, message };
    default: {
      const errorId = extensions['errorId'];
      return {
        kind: 'server',
        status,
        code,
        errorId: typeof errorId === 'string' ? errorId : null,
        message,
      };
    }
  }
}
