/** Runs by ID, for reads and inside mutations. Foreign and missing ones are left out. */
import { ofPartner } from '../database/ofPartner.ts';
import type { Sql } from '../database/database.ts';
import type { KeptStatement } from '../database/keptRows.ts';
import { Parameters } from '../database/parameters.ts';
import type { OrganizationIds } from '../organizations/organizationRecord.ts';
import type { KeptView, View } from '../tenancy/view.ts';
import { yieldIfSliceEnded } from '../slices.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { RunView, StepObservation, StoredRun } from './runRecord.ts';
import {
  keptSummary,
  markedRuns,
  runColumns,
  runSummary,
  storedRun,
  wholeRun,
  type RunRow,
  type WholeRow,
} from './runRow.ts';

type Statement = Pick<KeptStatement, 'select' | 'parameters'>;

export const findRuns = (view: View, ids: readonly string[]): Promise<StoredRun[]> =>
  whole(view, byIds(wholeRun.columns('r'), view, ids));

async function whole({ sql }: View, { select, parameters }: Statement): Promise<StoredRun[]> {
  const rows = await sql.query<WholeRow>({ name: 'whole_runs', text: select }, parameters.values);
  const runs: StoredRun[] = [];
  for (const row of rows) {
    runs.push(wholeRun.read(row));
    await yieldIfSliceEnded();
  }
  return runs;
}

async function summaries(
  { sql, kept }: KeptView,
  { select, parameters }: Statement,
): Promise<RunView[]> {
  const rows = await kept.query(sql, { select: markedRuns(select), parameters }, keptSummary);
  return rows.map(({ node }) => node);
}

const byIds = (columns: string, { visibility }: View, ids: readonly string[]): Statement => {
  const parameters = new Parameters();
  const which = `r.id = any (${parameters.add(ids.filter(isUuid))}::uuid[])`;
  return {
    select: `select ${columns} from run r
     where ${which} and ${visibility.condition(parameters, 'r')} order by r.id`,
    parameters,
  };
};

const byId = <T extends RunView>(runs: readonly T[]): Map<string, T> =>
  new Map(runs.map((run) => [run.id, run]));

export const findRunsByIds = async (
  view: View,
  ids: readonly string[],
): Promise<Map<string, StoredRun>> => byId(await findRuns(view, ids));

export const findRunSummaries = async (
  view: KeptView,
  ids: readonly string[],
): Promise<Map<string, RunView>> =>
  byId(await summaries(view, byIds(runSummary.columns('r'), view, ids)));

export async function findRun(view: View, id: string): Promise<StoredRun | null> {
  const [run] = await findRuns(view, [id]);
  return run ?? null;
}

/** The one that is not cancelled, else the last cancelled. */
const CURRENT_FIRST = `r.status = 'CANCELLED', r.started_at desc, r.id desc`;

/** The newest run of each organization. */
const currentBy = (
  columns: string,
  { visibility }: View,
  organizationIds: readonly string[],
): Statement => {
  const parameters = new Parameters();
  const ids = parameters.add(organizationIds.filter(isUuid));
  return {
    select: `select distinct on (r.organization_id) ${columns} from run r
     where r.organization_id = any (${ids}::uuid[]) and ${visibility.condition(parameters, 'r')}
     order by r.organization_id, ${CURRENT_FIRST}`,
    parameters,
  };
};

export const findCurrentRuns = (
  view: View,
  organizationIds: readonly string[],
): Promise<StoredRun[]> => whole(view, currentBy(wholeRun.columns('r'), view, organizationIds));

const byOrganization = <T extends RunView>(runs: readonly T[]): Map<string, T> =>
  new Map(runs.map((run) => [run.organizationId, run]));

export const findCurrentRunsByOrganization = async (
  view: View,
  organizationIds: readonly string[],
): Promise<Map<string, StoredRun>> => byOrganization(await findCurrentRuns(view, organizationIds));

export const findCurrentRunSummaries = async (
  view: KeptView,
  organizationIds: readonly string[],
): Promise<Map<string, RunView>> =>
  byOrganization(await summaries(view, currentBy(runSummary.columns('r'), view, organizationIds)));

export async function findCurrentRun(
  view: View,
  organizationId: string,
): Promise<StoredRun | null> {
  const [run] = await findCurrentRuns(view, [organizationId]);
  return run ?? null;
}

export async function findObservations(
  { sql, visibility }: View,
  runIds: readonly string[],
): Promise<StepObservation[]> {
  const parameters = new Parameters();
  const ids = parameters.add(runIds.filter(isUuid));
  const rows = await sql.query<Omit<StepObservation, 'observedAt'> & { at: Date }>(
    `select l.run_id as "runId", l.track, l.step, l.looked_at as at from step_look l
     where l.run_id = any (${ids}::uuid[]) and ${visibility.condition(parameters, 'l')}
     order by l.run_id, l.track, l.step`,
    parameters.values,
  );
  return rows.map(({ at, ...step }) => ({ ...step, observedAt: at.toISOString() }));
}

/** The current run of an organization for the system, which sees all; null without one. */
export async function findCurrentRunOf(
  sql: Sql,
  { partnerId, organizationId }: OrganizationIds,
): Promise<StoredRun | null> {
  const [row] = await sql.query<RunRow>(
    `select ${runColumns('r')} from run r where r.organization_id = $1 and ${ofPartner('r.partner_id', '$2')}
     order by ${CURRENT_FIRST} limit 1`,
    [organizationId, partnerId],
  );
  return row ? storedRun(row) : null;
}
