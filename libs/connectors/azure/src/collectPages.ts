/** Reads an SDK's paged list to its end, with a bound. */
import { PAGE_LIMIT, tooManyPages } from './restClient.ts';

interface Paged<T> {
  byPage(): AsyncIterable<T[]>;
}

/** All items; throws `badResponse` beyond `PAGE_LIMIT` pages. */
export async function collectPages<T>(list: Paged<T>, host: string): Promise<T[]> {
  const items: T[] = [];
  let pages = 0;
  for await (const page of list.byPage()) {
    if ((pages += 1) > PAGE_LIMIT) throw tooManyPages(host);
    items.push(...page);
  }
  return items;
}
