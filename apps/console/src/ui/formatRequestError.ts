/** Why a request failed, by its code. The server's own message is English and for programs. */
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { IntlShape } from 'react-intl';

const BY_CODE = {
  BAD_REQUEST: 'error.badRequest',
  BAD_USER_INPUT: 'error.badRequest',
  FORBIDDEN: 'error.forbidden',
  GRAPHQL_VALIDATION_FAILED: 'error.badRequest',
  HISTORY_CHANGED: 'error.historyChanged',
  INTERNAL_SERVER_ERROR: 'error.internal',
  NOT_FOUND: 'error.notFound',
  QUERY_TOO_COMPLEX: 'error.badRequest',
  RATE_LIMITED: 'error.rateLimited',
  SEALING_UNAVAILABLE: 'error.sealingUnavailable',
  SERVICE_UNAVAILABLE: 'error.unavailable',
  UNAUTHENTICATED: 'error.unauthenticated',
} as const;

const BY_STATUS: Readonly<Record<number, keyof typeof BY_CODE>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  429: 'RATE_LIMITED',
  500: 'INTERNAL_SERVER_ERROR',
  503: 'SERVICE_UNAVAILABLE',
};

const isKnown = (code: unknown): code is keyof typeof BY_CODE =>
  typeof code === 'string' && Object.hasOwn(BY_CODE, code);

/** Null for an error with an unknown code. */
export function formatRequestError(
  error: unknown,
  intl: Pick<IntlShape, 'formatMessage'>,
): string | null {
  const extensions = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions : undefined;
  if (CombinedGraphQLErrors.is(error) && !isKnown(extensions?.['code'])) return null;
  const code = extensions?.['code'] ?? (ServerError.is(error) && BY_STATUS[error.statusCode]);
  if (!isKnown(code)) return intl.formatMessage({ id: 'error.unreachable' });
  const errorId = typeof extensions?.['errorId'] === 'string' ? extensions['errorId'] : 'none';
  return intl.formatMessage({ id: BY_CODE[code] }, { errorId });
}
