/**
 * Does some items of a bulk job in one transaction, with what became of each. The lock of an item's
 * row is what makes it one worker's: where a worker dies, the lock and all it did are gone.
 */
import { bulkEvent, bulkForbidden, handOffEnd, refuse } from '@keyway/core';
import type { BulkEventAction, BulkInput, PlannedKeys, Refusal } from '@keyway/core';
import { hasAccessTo, ownerProblem, type Candidate } from '../access/assignees.ts';
import { createHandOff } from '../access/handOffs.ts';
import type { RightsNow } from '../access/rightsNow.ts';
import type { Transaction } from '../database/database.ts';
import { Parameters } from '../database/parameters.ts';
import { parsePlannedKeys } from '../dryRuns/dryRunRecord.ts';
import { applyEvent } from '../runs/applyEvent.ts';
import { findCurrentRuns } from '../runs/findRuns.ts';
import { startRuns } from '../runs/startRuns.ts';
import type { Unit } from '../tenancy/view.ts';
import { keepLinks, type NewLink } from './bulkLinks.ts';
import { occurrencesOf, type BulkOccurrence } from './bulkOccurrence.ts';
import { ANNOUNCE, type BulkJobRecord } from './bulkRecord.ts';
import { provideKeys } from './provideKeys.ts';

/** What became of an item. */
export interface Settled {
  position: number;
  runId: string | null;
  refusal: Refusal | null;
  /** Not even tried. */
  skipped?: true;
}

interface Item {
  position: number;
  organizationId: string;
  keys: unknown;
}
type Made = Pick<NewLink, 'handOffId' | 'token'>;
/** Of one organization. */
type Outcome = { runId: string; made?: Made } | { refusal: Refusal };

/** What decides over items, read before their transaction. */
export interface Deciding {
  rights: RightsNow;
  /** Who is to become responsible, where that is somebody. */
  owner: Candidate | null;
}

/** Why ASSIGN is refused for an organization because of whom it names. */
export const bulkOwnerProblem = (
  { assignment }: BulkInput,
  owner: Candidate | null,
  organizationId: string,
): Refusal | null =>
  assignment?.owner
    ? ownerProblem(owner && { ...owner, hasAccess: hasAccessTo(owner, organizationId) })
    : null;

/** Claims up to `limit` items that the starter sees, does them, and answers how many there were. */
export async function doBulkItems(
  unit: Unit,
  job: BulkJobRecord,
  { rights, owner }: Deciding,
  limit: number,
): Promise<number> {
  const parameters = new Parameters();
  const which = `i.job_id = ${parameters.add(job.id)} and ${unit.visibility.condition(parameters, 'i')}`;
  const items = await unit.sql.query<Item>(
    `select i.position, i.organization_id as "organizationId", i.keys from bulk_item i
     where ${which} and i.status = 'PENDING' and (i.due_at is null or i.due_at <= clock_timestamp())
     order by i.position limit ${parameters.add(limit)} for update skip locked`,
    parameters.values,
  );
  if (items.length === 0) return 0;
  const forbidden = new Map<string, Refusal>();
  for (const { organizationId } of items) {
    const refusal =
      bulkForbidden(rights, job.input, organizationId) ??
      bulkOwnerProblem(job.input, owner, organizationId);
    if (refusal) forbidden.set(organizationId, refusal);
  }
  // In the order of their IDs, so that two jobs on the same organizations don't deadlock.
  const permitted = items
    .map(({ organizationId }) => organizationId)
    .filter((id) => !forbidden.has(id))
    .toSorted();
  const done =
    job.action === 'PROVIDE_KEYS'
      ? await provideKeys(unit, job, permitted, keysOf(items))
      : await doAll(unit, job, permitted);
  const outcomeOf = ({ organizationId }: Item): Outcome =>
    done.get(organizationId) ?? { refusal: forbidden.get(organizationId)! };
  const settled = items.map((item): Settled => {
    const { made: _, ...outcome } = { made: null, ...outcomeOf(item) };
    return { position: item.position, runId: null, refusal: null, ...outcome };
  });
  const links = items.flatMap((item) => {
    const outcome = outcomeOf(item);
    return 'made' in outcome && outcome.made ? [{ ...item, ...outcome.made }] : [];
  });
  await keepLinks(unit, job, links);
  await settleItems(unit.sql, job, settled);
  return items.length;
}

/** By organization, of a job that provides keys. */
const keysOf = (items: readonly Item[]): Map<string, PlannedKeys> =>
  new Map(items.map(({ organizationId, keys }) => [organizationId, parsePlannedKeys(keys)]));

async function doAll(
  unit: Unit,
  job: BulkJobRecord,
  ids: readonly string[],
): Promise<Map<string, Outcome>> {
  const occurrence = occurrencesOf(unit, job);
  const { action } = job.input;
  if (action === 'PROVIDE_KEYS') throw new TypeError('Its items have keys of their own.');
  if (action === 'START_RUNS') {
    const started = await startRuns(unit, ids, occurrence);
    return new Map(
      [...started].map(([id, outcome]) => [
        id,
        'run' in outcome ? { runId: outcome.run.id } : outcome,
      ]),
    );
  }
  const runs = await findCurrentRuns(unit, ids);
  const current = new Map(runs.map(({ id, organizationId }) => [organizationId, id]));
  const outcomes = new Map<string, Outcome>();
  for (const id of ids) {
    const runId = current.get(id);
    if (runId === undefined) outcomes.set(id, { refusal: refuse('organizationHasNoRun', null) });
    else if (action === 'CREATE_HAND_OFFS')
      outcomes.set(id, await handOff(unit, job.input, runId, occurrence()));
    else {
      const applied = await applyEvent(unit, runId, eventOf(job.input, action, occurrence()));
      outcomes.set(id, 'refusal' in applied ? { refusal: applied.refusal } : { runId });
    }
  }
  return outcomes;
}

const eventOf = (
  input: BulkInput,
  action: BulkEventAction,
  occurrence: BulkOccurrence,
): ReturnType<typeof bulkEvent> => bulkEvent({ ...input, action }, occurrence);

async function handOff(
  unit: Unit,
  { handOff: wanted }: BulkInput,
  runId: string,
  occurrence: BulkOccurrence,
): Promise<Outcome> {
  if (!wanted) throw new TypeError('A hand-off is for an actor.');
  const { actor, note } = wanted;
  const expiresAt = handOffEnd(wanted.expiresAt, occurrence.at);
  // The job may have waited.
  if (expiresAt <= occurrence.at)
    return { refusal: refuse('timeInPast', ['expiresAt'], { now: occurrence.at }) };
  const made = await createHandOff(unit, { runId, actor, note, expiresAt }, occurrence);
  if ('refusal' in made) return { refusal: made.refusal };
  return { runId, made: { handOffId: made.handOff.id, token: made.token } };
}

const statusOf = ({ refusal, skipped }: Settled): string =>
  skipped ? 'SKIPPED' : refusal ? 'REFUSED' : 'DONE';

/**
 * Writes what became of items that this transaction has locked, and then the job's counts, whose
 * row is locked last and shortly. The last item ends the job.
 */
export async function settleItems(
  sql: Transaction,
  job: Pick<BulkJobRecord, 'id'>,
  settled: readonly Settled[],
): Promise<void> {
  const statuses = settled.map(statusOf);
  await sql.query(
    `update bulk_item i set status = s.status, run_id = s.run_id, refusal = s.refusal, due_at = null
     from unnest($2::int[], $3::text[], $4::uuid[], $5::jsonb[]) as s(position, status, run_id, refusal)
     where i.job_id = $1 and i.position = s.position`,
    [
      job.id,
      settled.map(({ position }) => position),
      statuses,
      settled.map(({ runId }) => runId),
      settled.map(({ refusal }) => refusal && JSON.stringify(refusal)),
    ],
  );
  const count = (status: string): number => statuses.filter((each) => each === status).length;
  await countSettled(sql, job, [count('DONE'), count('REFUSED'), count('SKIPPED')]);
}

/** Adds what was done, refused and skipped to a job's counts. */
export async function countSettled(
  sql: Transaction,
  job: Pick<BulkJobRecord, 'id'>,
  counts: readonly [done: number, refused: number, skipped: number],
): Promise<void> {
  await sql.query(
    `update bulk_job j set done = j.done + $2::int, refused = j.refused + $3::int, skipped = j.skipped + $4::int,
       status = case when j.status = 'RUNNING' and ${IS_LAST} then 'DONE' else j.status end,
       ended_at = case when j.status = 'RUNNING' and ${IS_LAST} then clock_timestamp() else j.ended_at end
     where j.id = $1 returning ${ANNOUNCE}`,
    [job.id, ...counts],
  );
}

const IS_LAST = 'j.total <= j.done + j.refused + j.skipped + $2::int + $3::int + $4::int';
