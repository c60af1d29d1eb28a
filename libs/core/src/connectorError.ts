/**
 * The only error of connectors. Whether to try again follows from `kind`. It holds no secret:
 * `failure.message` is the upstream's, shortened for display.
 */
import type { ReadFailure } from './observedSchema.ts';

/** Every `ConnectorErrorKind`, for schemas. */
export const CONNECTOR_ERROR_KINDS = [
  'denied',
  'credential',
  'notFound',
  'throttled',
  'unavailable',
  'badResponse',
  'rejected',
] as const;
/**
 * - `denied`: authenticated, but not allowed (403, firewall); somebody must grant access.
 * - `credential`: the credential itself was not accepted (invalid_client, 401).
 * - `notFound`: the upstream says that it doesn't exist.
 * - `throttled`: 429. - `unavailable`: 5xx, reset, time-out, DNS. - `badResponse`: an answer that
 *   cannot be understood.
 * - `rejected`: any other 4xx, a definite refusal of this request.
 */
export type ConnectorErrorKind = (typeof CONNECTOR_ERROR_KINDS)[number];

const RETRYABLE: ReadonlySet<ConnectorErrorKind> = new Set([
  'throttled',
  'unavailable',
  'badResponse',
]);
/** Whether the same call may succeed later without anybody acting. */
export const isRetryable = (kind: ConnectorErrorKind): boolean => RETRYABLE.has(kind);

/**
 * The upstream's message: verbatim, or `HTTP <status>` where its response was not understood; null
 * where there was no response.
 */
export function upstreamMessage({
  status,
  kind,
  message,
}: Pick<ReadFailure, 'status' | 'kind' | 'message'>): string | null {
  if (status === null) return null;
  return kind === 'badResponse' ? `HTTP ${status}` : message;
}

/**
 * A 404 whose body is not an error of the service: a gateway's page, or the service's response for
 * something that doesn't exist (ERR-03). One such response proves nothing.
 */
export const isUninformative404 = ({
  kind,
  status,
}: Pick<ReadFailure, 'kind' | 'status'>): boolean => kind === 'badResponse' && status === 404;

/** Adobe's errors need not be JSON (ERR-03); so many pages in a row are not a gateway's. */
const MIN_PAGES_PROVING_ABSENCE = 5;

/**
 * Whether a failed lookup means that nothing is there.
 *
 * @param pagesBefore how many lookups just before ended in a page of status 404
 */
export const provesAbsence = (
  failure: Pick<ReadFailure, 'kind' | 'status'>,
  pagesBefore: number,
): boolean =>
  failure.kind === 'notFound' ||
  (isUninformative404(failure) && pagesBefore + 1 >= MIN_PAGES_PROVING_ABSENCE);

/**
 * Thrown by every method of a port whose call failed. Whether to try again follows from
 * `failure.kind`.
 */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly failure: ReadFailure;
  /** Whether the request may have taken effect without a usable response (timeout, reset, 5xx). */
  readonly ambiguous: boolean;
  /** @param options `detail`: the message of the Error, for logs only */
  constructor(
    failure: Partial<ReadFailure> & Pick<ReadFailure, 'kind'>,
    options: { ambiguous?: boolean; detail?: string } = {},
  ) {
    super(options.detail ?? (failure.message || failure.code || failure.kind));
    this.failure = {
      message: '',
      status: null,
      code: null,
      permission: null,
      retryAfterSeconds: null,
      ...failure,
    };
    this.ambiguous =
      options.ambiguous ?? (failure.kind === 'unavailable' || failure.kind === 'badResponse');
  }
}
