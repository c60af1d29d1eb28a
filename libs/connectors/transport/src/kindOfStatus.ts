/** What an HTTP status means, where no cloud has a meaning of its own for it. Pure. */
import type { ConnectorErrorKind } from '@keyway/core';
import { parseStrictJson } from './parseStrictJson.ts';

function isJsonObject(body: string | null): boolean {
  const document = body === null ? undefined : parseStrictJson(body);
  return typeof document === 'object' && document !== null && !Array.isArray(document);
}

/**
 * The kind of failure that a status other than 2xx is.
 * @param isServiceError whether the body is an error in the service's own form
 * @param body null where it could not be read
 */
export function kindOfStatus(
  status: number,
  isServiceError: boolean,
  body: string | null,
): ConnectorErrorKind {
  if (status < 400) return 'badResponse';
  if (status === 401) return 'credential';
  if (status === 403) return 'denied';
  // A page of some gateway says nothing about the resource: only an answer of a service, whatever
  // its form, or an empty one proves absence.
  if (status === 404)
    return isServiceError || body?.trim() === '' || isJsonObject(body) ? 'notFound' : 'badResponse';
  if (status === 429) return 'throttled';
  if (status === 408 || status >= 500) return 'unavailable';
  return 'rejected';
}
