/** Hand-offs: links to one actor's open steps of one run, that work without an account. */
import { randomUUID } from 'node:crypto';
import { globalId, handOffActorProblem, isClosed, isHandOffActor, refuse } from '@keyway/core';
import type { HandOffActor, Refusal, Run } from '@keyway/core';
import { columns, type RowOf } from '../database/columns.ts';
import { insertRow } from '../database/insertRow.ts';
import { Parameters } from '../database/parameters.ts';
import type { HandOff } from '../generated/client.ts';
import { appendRunHistory } from '../history/appendHistory.ts';
import { lockOrganization } from '../organizations/lockOrganization.ts';
import { findOrganizations } from '../organizations/findOrganizations.ts';
import { findRun } from '../runs/findRuns.ts';
import type { StoredRun } from '../runs/runRecord.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit, View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { HandOffAccess, HandOffRecord, NewHandOff } from './accessRecords.ts';
import { newToken, tokenHash } from './apiToken.ts';
import { memberOf } from './principals.ts';

const FIELDS = [
  'id',
  'runId',
  'organizationId',
  'actor',
  'note',
  'createdBy',
  'createdAt',
  'expiresAt',
  'revokedAt',
  'lastUsedAt',
  'uses',
] as const satisfies readonly (keyof HandOff)[];
type HandOffRow = RowOf<HandOff, (typeof FIELDS)[number]>;

/** Open hand-offs of one run. */
const MAX_OPEN = 20;
/** Of the others, the newest are shown. */
const MAX_LISTED = 100;

/** As a constraint of the table holds it. */
export function handOffActor(stored: string): HandOffActor {
  if (isHandOffActor(stored)) return stored;
  throw new TypeError(`A stored hand-off is for ${stored}.`);
}

const handOffRecord = (row: HandOffRow): HandOffRecord => ({
  ...row,
  actor: handOffActor(row.actor),
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  revokedAt: row.revokedAt?.toISOString() ?? null,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});

/** Of these runs: open ones first, then the newest first. */
export async function findHandOffs(
  { visibility, sql }: View,
  runIds: readonly string[],
): Promise<HandOffRecord[]> {
  const parameters = new Parameters();
  const ids = parameters.add(runIds.filter(isUuid));
  const rows = await sql.query<HandOffRow>(
    `select ${columns('h', FIELDS)} from unnest(${ids}::uuid[]) as wanted(id) cross join lateral
       (select * from hand_off h where h.run_id = wanted.id and ${visibility.condition(parameters, 'h')}
        order by h.revoked_at is null and h.expires_at > now() desc, h.created_at desc, h.id desc
        limit ${MAX_LISTED}) h`,
    parameters.values,
  );
  return rows.map(handOffRecord);
}

export async function findHandOff(
  { visibility, sql }: View,
  id: string,
): Promise<HandOffRecord | null> {
  if (!isUuid(id)) return null;
  const parameters = new Parameters();
  const [row] = await sql.query<HandOffRow>(
    `select ${columns('h', FIELDS)} from hand_off h
     where h.id = ${parameters.add(id)} and ${visibility.condition(parameters, 'h')}`,
    parameters.values,
  );
  return row ? handOffRecord(row) : null;
}

/** Why no link can be made; for whoever, where the actor is null. */
function creationProblem(
  run: Run,
  { isArchived, open }: { isArchived: boolean; open: number },
  actor: HandOffActor | null,
): Refusal | null {
  if (isClosed(run)) return refuse(run.cancelled ? 'runCancelled' : 'runCompleted', ['runId']);
  if (isArchived) return refuse('organizationArchived', ['runId']);
  const problem = actor && handOffActorProblem(run, actor);
  if (problem) return problem;
  return open < MAX_OPEN ? null : refuse('handOffsMany', ['runId'], { max: MAX_OPEN });
}

/** How many open ones each run has; none where it is absent. */
async function countOpen(
  { sql, visibility }: View,
  runIds: readonly string[],
): Promise<Map<string, number>> {
  const parameters = new Parameters();
  const rows = await sql.query<{ runId: string; open: number }>(
    `select h.run_id as "runId", count(*)::int as open from hand_off h
     where h.run_id = any (${parameters.add(runIds)}::uuid[]) and h.revoked_at is null and h.expires_at > now()
       and ${visibility.condition(parameters, 'h')} group by h.run_id`,
    parameters.values,
  );
  return new Map(rows.map(({ runId, open }) => [runId, open]));
}

/** The run, whose organization is locked; or why it can't be handed off. */
async function runToHandOff(
  unit: Unit,
  { runId, actor }: NewHandOff,
): Promise<{ organizationId: string } | { refusal: Refusal }> {
  const found = await findRun(unit, runId);
  const locked = found && (await lockOrganization(unit, found.organizationId));
  const stored = found && (await findRun(unit, runId));
  if (!stored || !locked) return { refusal: refuse('runNotFound', ['runId']) };
  const { run, organizationId } = stored;
  const open = (await countOpen(unit, [runId])).get(runId) ?? 0;
  const isArchived = locked.organization.archivedAt !== null;
  const refusal = creationProblem(run, { isArchived, open }, actor);
  return refusal ? { refusal } : { organizationId };
}

/** For each of these runs: why no link could be made now; null where one could. */
export async function handOffProblems(
  view: View,
  runs: readonly StoredRun[],
  actor: HandOffActor | null,
): Promise<Map<string, Refusal | null>> {
  const [organizations, open] = await Promise.all([
    findOrganizations(
      view,
      runs.map(({ organizationId }) => organizationId),
    ),
    countOpen(
      view,
      runs.map(({ id }) => id),
    ),
  ]);
  const archived = new Set(organizations.flatMap(({ id, archivedAt }) => (archivedAt ? [id] : [])));
  return new Map(
    runs.map(({ id, organizationId, run }) => {
      const state = { isArchived: archived.has(organizationId), open: open.get(id) ?? 0 };
      return [organizationId, creationProblem(run, state, actor)];
    }),
  );
}

const historyOf = (handOff: HandOffRecord): Record<string, unknown> => ({
  handOffId: globalId('HandOff', handOff.id),
  for: handOff.actor,
  note: handOff.note,
  expiresAt: handOff.expiresAt,
});

/** Returns the link's token once; only its SHA-256 is kept. */
export async function createHandOff(
  unit: Unit,
  given: NewHandOff,
  { bulkJob, ...occurrence }: Occurrence & { bulkJob?: string },
): Promise<{ token: string; handOff: HandOffRecord } | { refusal: Refusal }> {
  const found = await runToHandOff(unit, given);
  if ('refusal' in found) return found;
  const token = newToken('kwh_');
  const { principal, name } = occurrence.actor;
  const { query, values } = insertRow<HandOff>(
    'hand_off',
    {
      ...{ id: randomUUID(), partnerId: unit.visibility.scope.partnerId, ...found },
      ...{ runId: given.runId, actor: given.actor, note: given.note },
      sha256: new Uint8Array(tokenHash(token)),
      memberId: memberOf(principal),
      createdBy: name,
      createdAt: new Date(occurrence.at),
      expiresAt: new Date(given.expiresAt),
    },
    `returning ${columns('hand_off', FIELDS)}`,
  );
  const [row] = await unit.sql.query<HandOffRow>(query, values);
  const handOff = handOffRecord(row!);
  const data = { ...historyOf(handOff), ...(bulkJob && { bulkJob }) };
  await appendRunHistory(unit, handOff, 'handOffCreated', data, occurrence);
  return { token, handOff };
}

/** May be called twice. What was done by it stays. */
export async function revokeHandOff(
  unit: Unit,
  id: string,
  occurrence: Occurrence,
): Promise<{ handOff: HandOffRecord } | { refusal: Refusal }> {
  const before = await findHandOff(unit, id);
  if (!before) return { refusal: refuse('handOffNotFound', ['id']) };
  // Of two concurrent calls, and of an act by the link, the later one waits here.
  const [row] = await unit.sql.query<HandOffRow>(
    `update hand_off set revoked_at = $2 where id = $1 and revoked_at is null
     returning ${columns('hand_off', FIELDS)}`,
    [before.id, occurrence.at],
  );
  if (!row) return { handOff: (await findHandOff(unit, id))! };
  const handOff = handOffRecord(row);
  await appendRunHistory(unit, handOff, 'handOffRevoked', historyOf(handOff), occurrence);
  return { handOff };
}

/**
 * Counts an act by the link, and holds the hand-off until the transaction ends: nothing is done by
 * one that was closed since the request was authenticated.
 */
export async function useHandOff(
  { visibility, sql }: Unit,
  { id }: Pick<HandOffAccess, 'id'>,
  { at }: Pick<Occurrence, 'at'>,
): Promise<Refusal | null> {
  const parameters = new Parameters();
  const now = parameters.add(at);
  const [used] = await sql.query(
    `update hand_off h set last_used_at = ${now}, uses = h.uses + 1
     where h.id = ${parameters.add(id)} and ${visibility.condition(parameters, 'h')}
       and h.revoked_at is null and h.expires_at > ${now}
       and exists (select from organization o where o.id = h.organization_id and o.archived_at is null)
     returning h.id`,
    parameters.values,
  );
  return used ? null : refuse('handOffClosed', null);
}
