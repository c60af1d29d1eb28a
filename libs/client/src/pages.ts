/** Reads a list page by page. */
import { failed, type Result } from './clientError.ts';

/** A page of a list, as the API answers it. */
export interface Page<Node> {
  nodes: readonly Node[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/**
 * Every item, one by one; the next page is read when it is needed. An error is the last result.
 * @param read reads the page after a cursor
 */
export async function* readPages<Data, Node>(
  read: (after: string | null) => Promise<Result<Data>>,
  pick: (data: Data) => Page<Node> | null | undefined,
  start: string | null,
): AsyncGenerator<Result<Node>, void, undefined> {
  let after = start;
  for (;;) {
    const result = await read(after);
    if (!result.ok) {
      yield result;
      return;
    }
    const page = pick(result.data);
    // What the list belongs to does not exist for this viewer.
    if (!page) return;
    for (const node of page.nodes) yield { ok: true, data: node };
    const { hasNextPage, endCursor } = page.pageInfo;
    if (!hasNextPage) return;
    if (endCursor === null || endCursor === after) {
      const message = 'The list has another page, and no cursor to read it from.';
      yield failed({ kind: 'server', status: 200, code: null, errorId: null, message });
      return;
    }
    after = endCursor;
  }
}
