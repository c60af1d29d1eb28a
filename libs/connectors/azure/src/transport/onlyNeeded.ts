/** Takes from an SDK client what each of its requests would pass through for nothing. */
import type { Pipeline } from '@azure/core-rest-pipeline';

/**
 * Repetition and redirects are the transport's below; nobody traces or logs requests by the SDK;
 * nothing is uploaded; calls are aborted by their scope.
 */
const NOT_NEEDED = [
  'defaultRetryPolicy',
  'redirectPolicy',
  'tracingPolicy',
  'logPolicy',
  'formDataPolicy',
  'multipartPolicy',
  'wrapAbortSignalLikePolicy',
];

/** The same client. Each policy that is left is a promise or two of every request. */
export function onlyNeeded<T extends { readonly pipeline: Pipeline }>(client: T): T {
  for (const name of NOT_NEEDED) client.pipeline.removePolicy({ name });
  return client;
}
