/** Who does the items of a bulk job, and when. */
import { randomUUID } from 'node:crypto';
import { globalId } from '@keyway/core';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit } from '../tenancy/view.ts';
import type { BulkJobRecord } from './bulkRecord.ts';

/** `bulkJob`: the global ID of the job. */
export type BulkOccurrence = Occurrence & { bulkJob: string };

/** One for each event: its ID becomes that of a history entry. */
export function occurrencesOf(
  { sql }: Unit,
  { id, actor }: Pick<BulkJobRecord, 'id' | 'actor'>,
): () => BulkOccurrence {
  const bulkJob = globalId('BulkJob', id);
  const at = sql.clock.now().toISOString();
  return () => ({ id: randomUUID(), at, actor, bulkJob });
}
