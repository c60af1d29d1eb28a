/** Reads a list to its end, or to a limit. */
import type { Result } from '@keyway/client';
import { unwrap } from './unwrap.ts';

/** @throws CliError with the first error */
export async function collect<Node>(
  items: AsyncIterable<Result<Node>>,
  limit = Number.POSITIVE_INFINITY,
): Promise<Node[]> {
  const rows: Node[] = [];
  for await (const item of items) {
    rows.push(unwrap(item));
    if (rows.length >= limit) break;
  }
  return rows;
}
