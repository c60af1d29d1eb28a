/** Reads an SDK's paged list to its end, with a bound. */
import { ConnectorError, OWN_CODES } from '@keyway/core';
import { ARM_HOST } from './azureSession.ts';
import { MAX_PAGES, tooManyPages } from './restClient.ts';

interface Paged<T> {
  byPage(): AsyncIterable<T[]>;
}

/**
 * An SDK takes an answer without a list for an empty one; that nobody has a role, or is denied one,
 * must not be concluded from that.
 */
export function requireList({ bodyAsText }: { bodyAsText?: string | null }): void {
  const document = JSON.parse(bodyAsText ?? 'null') as { value?: unknown } | null;
  if (Array.isArray(document?.value)) return;
  throw new ConnectorError(
    { kind: 'badResponse', code: OWN_CODES.unexpectedResponse },
    { detail: `The list of ${ARM_HOST} has another form than expected` },
  );
}

/** All items; throws `badResponse` beyond `MAX_PAGES` pages. */
export async function collectPages<T>(list: Paged<T>, host: string): Promise<T[]> {
  const items: T[] = [];
  let pages = 0;
  for await (const page of list.byPage()) {
    if ((pages += 1) > MAX_PAGES) throw tooManyPages(host);
    items.push(...page);
  }
  return items;
}
