/** The rows of the matrix, and how they are sorted, filtered and counted. */
import type {
  Actor,
  Health,
  RunStatus,
  StepId,
  StepMode,
  StepStatus,
  TrackId,
} from '../../generated/enums.ts';
import type { HealthSummary } from '../../features/health/healthFields.ts';
import { listSteps } from '../../features/run/steps/stepDependencies.ts';
import { findWaitStart, isClosed } from '../../features/work/findWaitStart.ts';
import { toShownStatus } from '../../status/indicators.ts';
import type { WorkView } from '../../features/work/workDocuments.ts';
import { NOBODY, hasWorkFilter, ownerIdOf, toSeconds } from '../../features/work/workSearch.ts';
import type { WorkSearch } from '../../features/work/workSearch.ts';
import { RowCounts } from './changedRows.ts';
import type { Sort } from './portfolioSearch.ts';

export interface MatrixStep {
  id: StepId;
  status: StepStatus;
  actor: Actor;
  mode?: StepMode | null;
  since: string;
  /** Set while it waits for an approval's cooling-off. */
  coolingOffUntil?: string;
  /** Set while nothing is sent, since the database lost time. */
  delayedUntil?: string;
  /** Its last request for approval was refused. */
  isRefused?: boolean;
}

export interface MatrixRun extends WorkView {
  id: string;
  status: RunStatus;
  version: number;
  waitingOn: readonly Actor[];
  coolingOffs: readonly {
    track: TrackId;
    step: StepId;
    until: string;
    remainingSeconds: number;
  }[];
  delays: readonly {
    track: TrackId;
    steps: readonly StepId[];
    until: string;
    remainingSeconds: number;
  }[];
  nobodysTurnUntil: string | null;
  refusedTracks: readonly TrackId[];
  progress: { done: number; total: number };
  tracks: readonly { id: TrackId; status: StepStatus; steps: readonly MatrixStep[] }[];
}

export interface MatrixRow {
  organizationId: string;
  name: string;
  imsOrgId: string;
  health: HealthSummary;
  /** Null if no run was ever started. */
  run: MatrixRun | null;
  /** When the longest wait began, in milliseconds since the epoch; null if no step waits. */
  oldestWait: number | null;
}

/** The columns: every step of every plan, so that a run on AWS shows where it is blocked. */
export const MATRIX_COLUMNS: readonly { track: TrackId; step: StepId }[] = (
  ['AEP', 'CJA'] as const
).flatMap((track) => listSteps(track).map((step) => ({ track, step })));

/** Steps that nobody has to do anything about, which are never stuck. */
const WITHOUT_ACTION: ReadonlySet<StepStatus> = new Set(['LOCKED', 'DONE', 'NOT_APPLICABLE']);
export function findStep(
  row: MatrixRow,
  column: { track: TrackId; step: StepId },
): MatrixStep | undefined {
  const found = row.run?.tracks
    .find((track) => track.id === column.track)
    ?.steps.find((step) => step.id === column.step);
  const cooling = row.run?.coolingOffs.find(
    ({ track, step }) => track === column.track && step === column.step,
  );
  if (found?.id === 'APPROVAL' && row.run?.refusedTracks.includes(column.track))
    return { ...found, isRefused: true };
  const delay = row.run?.delays.find(
    ({ track, steps }) => track === column.track && steps.includes(column.step),
  );
  if (found && delay) return { ...found, delayedUntil: delay.until };
  // It waits for the time, and for nobody.
  return found && cooling
    ? { ...found, status: 'WAITING', actor: 'SYSTEM', coolingOffUntil: cooling.until }
    : found;
}

/** The health that needs somebody, worst first. */
export const HEALTH_VIEWS = [
  'REVOKED',
  'CUT_OFF',
  'AT_RISK',
  'UNREACHABLE',
] as const satisfies readonly Health[];
type HealthView = (typeof HEALTH_VIEWS)[number];
export const isHealthView = (view: View): view is HealthView =>
  (HEALTH_VIEWS as readonly View[]).includes(view);

/** What runs are, the worst first: each organization is in one of them. */
export const STATUS_VIEWS = [
  ...(['FAILED', 'BLOCKED', 'REFUSED', 'IN_PROGRESS', 'WAITING'] as const),
  ...(['COMPLETED', 'NOT_STARTED'] as const),
] as const;

/** Whom runs wait on: none that is over, and some on several. */
export const TURN_VIEWS = ['PARTNER', 'APPROVER', 'CUSTOMER', 'ADOBE'] as const;

/** The views of the matrix; each is one filter. */
const VIEWS = [...HEALTH_VIEWS, ...STATUS_VIEWS, ...TURN_VIEWS] as const;
export type View = (typeof VIEWS)[number];

type StatusView = (typeof STATUS_VIEWS)[number];
const isStatusView = (view: View): view is StatusView =>
  (STATUS_VIEWS as readonly View[]).includes(view);

/** The search parameter of a view: `?status=BLOCKED`, `?waiting=CUSTOMER`, `?health=REVOKED`. */
export function pickViewParameter(view: View): 'status' | 'waiting' | 'health' {
  if (isHealthView(view)) return 'health';
  return isStatusView(view) ? 'status' : 'waiting';
}

type TurnView = (typeof TURN_VIEWS)[number];
const ACTORS_OF: Readonly<Record<TurnView, readonly Actor[]>> = {
  PARTNER: ['PARTNER'],
  APPROVER: ['APPROVER'],
  CUSTOMER: ['AZURE_ADMIN', 'ENTRA_ADMIN', 'AWS_ADMIN'],
  ADOBE: ['ADOBE'],
};

/** Whether a row belongs to a view. A run that waits on several actors belongs to each view. */
export function isInView(row: MatrixRow, view: View): boolean {
  const run = row.run;
  if (isHealthView(view)) return row.health.health === view;
  if (view === 'NOT_STARTED') return !run || run.status === 'CANCELLED';
  if (!run) return false;
  if (isStatusView(view)) return toShownStatus(run) === view;
  if (isClosed(run)) return false;
  return ACTORS_OF[view].some((actor) => run.waitingOn.includes(actor));
}

const turnRows = new Map<TurnView, WeakMap<MatrixRow, MatrixRow>>();

/** A row with since when it waits on whose turn is shown, not since when on anybody. */
export function inTurnOf(row: MatrixRow, waiting: string | undefined): MatrixRow {
  const view = TURN_VIEWS.find((one) => one === waiting);
  if (!view) return row;
  const known = turnRows.get(view) ?? new WeakMap<MatrixRow, MatrixRow>();
  turnRows.set(view, known);
  // The same row for the same row, so that those that didn't change are not rendered again.
  const found = known.get(row) ?? {
    ...row,
    oldestWait: findWaitStart(row.run, ACTORS_OF[view]) ?? row.oldestWait,
  };
  known.set(row, found);
  return found;
}

const viewsByRow = new WeakMap<MatrixRow, Uint8Array>();

/**
 * The places of a row's views in `VIEWS`, found once: after a change, the other ten thousand rows
 * are the same.
 */
function viewsOf(row: MatrixRow): Uint8Array {
  const known = viewsByRow.get(row);
  if (known) return known;
  const views = Uint8Array.from(
    VIEWS.flatMap((view, place) => (isInView(row, view) ? [place] : [])),
  );
  viewsByRow.set(row, views);
  return views;
}

export const viewCounts = () => new RowCounts(viewsOf, VIEWS.length);

/** @param kept counts of the rows before these */
export function countViews(
  rows: readonly MatrixRow[],
  kept: RowCounts<MatrixRow> = viewCounts(),
): Record<View, number> {
  const counts = kept.of(rows);
  return Object.fromEntries(VIEWS.map((view, place) => [view, counts[place]])) as Record<
    View,
    number
  >;
}

export interface MatrixFilter extends WorkSearch {
  text?: string;
  status?: string;
  waiting?: string;
  health?: Health;
}

/** Has a step whose status has not changed since; times of the server compare as text. */
function isStuck(run: MatrixRun, since: string): boolean {
  return run.tracks.some(({ steps }) =>
    steps.some((step) => !WITHOUT_ACTION.has(step.status) && step.since <= since),
  );
}

function isDue({ dueAt, overdue }: MatrixRun, due: NonNullable<WorkSearch['due']>): boolean {
  if (due === 'none') return dueAt === null;
  return dueAt !== null && !overdue && Date.parse(dueAt) < Date.now() + toSeconds(due) * 1000;
}

/** Whether the API's filter of organizations would let the run through. */
function workMatcher(
  { owner, overdue, due, stuck }: WorkSearch,
  viewerId: string | undefined,
): (run: MatrixRun) => boolean {
  const ownerId = owner && ownerIdOf(owner, viewerId);
  const since = stuck && new Date(Date.now() - toSeconds(stuck) * 1000).toISOString();
  return (run) =>
    run.status !== 'CANCELLED' &&
    (!owner || (owner === NOBODY ? !run.owner && !isClosed(run) : run.owner?.id === ownerId)) &&
    (!overdue || run.overdue) &&
    (!due || (!isClosed(run) && isDue(run, due))) &&
    (!since || (!isClosed(run) && isStuck(run, since)));
}

/**
 * Rows with the text in their name or IMS ID that belong to the views and whose work is meant;
 * ignores unknown views.
 */
export function filterRows(
  rows: readonly MatrixRow[],
  filter: MatrixFilter,
  viewerId?: string,
): readonly MatrixRow[] {
  const text = filter.text?.trim().toLocaleLowerCase();
  const views = VIEWS.flatMap((view, place) =>
    filter[pickViewParameter(view)] === view ? [place] : [],
  );
  const isWork = hasWorkFilter(filter) ? workMatcher(filter, viewerId) : undefined;
  const { health } = filter;
  if (!text && views.length === 0 && !isWork && !health) return rows;
  return rows.filter(
    (row) =>
      (!text ||
        row.name.toLocaleLowerCase().includes(text) ||
        row.imsOrgId.toLocaleLowerCase().includes(text)) &&
      views.every((view) => viewsOf(row).includes(view)) &&
      (!health || row.health.health === health) &&
      (!isWork || (row.run !== null && isWork(row.run))),
  );
}

/** When the run is to be done, in milliseconds; null without a day, or where it ended. */
const dueOf = ({ run }: MatrixRow): number | null =>
  run?.dueAt && !isClosed(run) ? Date.parse(run.dueAt) : null;

/** Then by the server's order (name); rows without a wait or a day are last in both directions. */
export function sortRows(rows: readonly MatrixRow[], sort: Sort): readonly MatrixRow[] {
  if (sort === 'name') return rows;
  if (sort === '-name') return rows.toReversed();
  const valueOf = sort.endsWith('wait') ? (row: MatrixRow) => row.oldestWait : dueOf;
  const sign = sort.startsWith('-') ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [one, other] = [valueOf(a), valueOf(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (one - other);
  });
}
