/**
 * Deletes organizations that were archived long ago, with their history
 * (docs/decisions/0100-deleted-organizations.md).
 */
import type { Database, Query } from '../database/database.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { deleteMarked } from './deleteMarked.ts';
import { markArchived, type Archived } from './markArchived.ts';

const DAY = 86_400_000;
const CANDIDATES_AT_A_TIME = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** $1 after which ID, $2 archived before when. */
const CANDIDATES: Query = {
  name: 'archived_candidates',
  text: `select o.id, o.partner_id as "partnerId", o.archived_at as "archivedAt" from organization o
    where o.id > $1 and o.archived_at < $2 and not exists (select from organization_deletion d where d.organization_id = o.id)
    order by o.id limit ${CANDIDATES_AT_A_TIME}`,
};

/** `days` null: none is marked, and what was marked before goes. */
export async function deleteArchived(
  { database, sealing }: { database: Database; sealing: Pick<Sealing, 'evidence'> },
  days: number | null,
): Promise<void> {
  // What was begun is completed, whatever becomes of the others.
  const failures = await deleteMarked(database);
  if (days !== null) {
    failures.push(...(await markAll(database, sealing, days)));
    failures.push(...(await deleteMarked(database)));
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} archived organizations were not deleted.`,
    );
}

/** One that can't be marked, such as one whose history was changed, keeps no other. */
async function markAll(
  database: Database,
  sealing: Pick<Sealing, 'evidence'>,
  days: number,
): Promise<unknown[]> {
  const before = new Date(database.clock.now().getTime() - days * DAY);
  const failures: unknown[] = [];
  for (let after: string | null = BEFORE_ALL; after !== null;) {
    const found: Archived[] = await database.read<Archived>(CANDIDATES, [after, before]);
    for (const archived of found)
      await mark(database, sealing, archived).catch((error: unknown) => failures.push(error));
    after = found.length < CANDIDATES_AT_A_TIME ? null : found.at(-1)!.id;
  }
  return failures;
}

const mark = async (
  database: Database,
  sealing: Pick<Sealing, 'evidence'>,
  archived: Archived,
): Promise<boolean> => markArchived(database, await sealing.evidence.obtain(), archived);
