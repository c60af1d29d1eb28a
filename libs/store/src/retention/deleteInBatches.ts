/** Deletes many rows without a statement that takes long or holds many locks. */
import type { Database } from '../database/database.ts';

/** A statement that deletes at most so many rows, and answers one row for each. */
export interface Deletion {
  text: string;
  values: unknown[];
  /** How many rows a full batch is. */
  batch: number;
}

const BATCH = 1000;

/**
 * Rows of a table by its key; of those that another process is deleting, none. `where` may have
 * parameters.
 */
export const deletionOf = (
  table: string,
  key: string,
  where: string,
  values: unknown[] = [],
  batch = BATCH,
): Deletion => ({
  text: `delete from ${table} where (${key}) in (
    select ${key} from ${table} where ${where} limit ${batch} for update skip locked) returning 1`,
  values,
  batch,
});

/** Each until a batch is not full, in order. Answers how many rows were deleted. */
export async function deleteInBatches(
  database: Database,
  deletions: readonly Deletion[],
): Promise<number> {
  let deleted = 0;
  for (const { text, values, batch } of deletions)
    for (let count = batch; count === batch; deleted += count)
      count = (await database.read(text, values)).length;
  return deleted;
}
