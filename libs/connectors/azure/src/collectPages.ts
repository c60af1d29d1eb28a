/** Reads an SDK's paged list to its end, with a bound. */
import { z } from 'zod';
import { ARM_HOST } from './azureSession.ts';
import { parseResponse } from './facts/parseResponse.ts';
import { MAX_PAGES, tooManyPages } from './restClient.ts';

const List = z.looseObject({ value: z.array(z.unknown()) });

interface Paged<T> {
  byPage(): AsyncIterable<T[]>;
}

/**
 * An SDK takes an answer without a list for an empty one; that nobody has a role, or is denied one,
 * must not be concluded from that.
 */
export function requireList({ bodyAsText }: { bodyAsText?: string | null }): void {
  const document: unknown = JSON.parse(bodyAsText ?? 'null');
  parseResponse(List, document, `The list of ${ARM_HOST}`);
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
