/** The rows of the matrix, and how they are sorted, filtered and counted. */
import type {
  Actor,
  RunStatus,
  StepId,
  StepMode,
  StepStatus,
  TrackId,
} from '../../generated/enums.ts';
import { listAzureSteps } from '../../features/run/steps/stepDependencies.ts';

export interface MatrixStep {
  id: StepId;
  status: StepStatus;
  actor: Actor;
  mode?: StepMode | null;
  since: string;
}

export interface MatrixRun {
  id: string;
  status: RunStatus;
  version: number;
  waitingOn: readonly Actor[];
  progress: { done: number; total: number };
  tracks: readonly { id: TrackId; status: StepStatus; steps: readonly MatrixStep[] }[];
}

export interface MatrixRow {
  organizationId: string;
  name: string;
  imsOrgId: string;
  /** Null if no run was ever started. */
  run: MatrixRun | null;
  /** When the longest wait began, in milliseconds since the epoch; null if no step waits. */
  oldestWait: number | null;
}

/** The columns: the steps of the Azure plans, in their order. */
export const MATRIX_COLUMNS: readonly { track: TrackId; step: StepId }[] = (
  ['AEP', 'CJA'] as const
).flatMap((track) => listAzureSteps(track).map((step) => ({ track, step })));

/** Steps that someone must act on. */
const WAITING_STATUSES: ReadonlySet<StepStatus> = new Set(['WAITING', 'BLOCKED', 'FAILED']);
const CLOSED: ReadonlySet<RunStatus> = new Set(['COMPLETED', 'CANCELLED']);

export function findOldestWait(run: MatrixRun | null): number | null {
  if (!run || CLOSED.has(run.status)) return null;
  let oldest: number | null = null;
  for (const track of run.tracks) {
    for (const step of track.steps) {
      if (!WAITING_STATUSES.has(step.status)) continue;
      const since = Date.parse(step.since);
      if (oldest === null || since < oldest) oldest = since;
    }
  }
  return oldest;
}

export function findStep(
  row: MatrixRow,
  column: { track: TrackId; step: StepId },
): MatrixStep | undefined {
  return row.run?.tracks
    .find((track) => track.id === column.track)
    ?.steps.find((step) => step.id === column.step);
}

/** The views of the matrix; each is one filter. */
export const VIEWS = [
  'COMPLETED',
  'PARTNER',
  'APPROVER',
  'CUSTOMER',
  'ADOBE',
  'BLOCKED',
  'FAILED',
  'IN_PROGRESS',
  'NOT_STARTED',
] as const;
export type View = (typeof VIEWS)[number];

const STATUS_VIEWS: ReadonlySet<string> = new Set([
  'COMPLETED',
  'BLOCKED',
  'FAILED',
  'IN_PROGRESS',
  'NOT_STARTED',
]);

/** The search parameter of a view: `?status=BLOCKED`, `?waiting=CUSTOMER`. */
export function pickViewParameter(view: View): 'status' | 'waiting' {
  return STATUS_VIEWS.has(view) ? 'status' : 'waiting';
}

/** Whether a row belongs to a view. A run that waits on several actors belongs to each view. */
export function isInView(row: MatrixRow, view: View): boolean {
  const run = row.run;
  if (view === 'NOT_STARTED') return !run || run.status === 'CANCELLED';
  if (!run) return false;
  if (view === 'COMPLETED' || view === 'BLOCKED' || view === 'FAILED' || view === 'IN_PROGRESS')
    return run.status === view;
  if (CLOSED.has(run.status)) return false;
  if (view === 'CUSTOMER')
    return run.waitingOn.includes('AZURE_ADMIN') || run.waitingOn.includes('ENTRA_ADMIN');
  return run.waitingOn.includes(view);
}

const viewsByRow = new WeakMap<MatrixRow, readonly View[]>();

/** The views of a row, found once: after a change, the other ten thousand rows are the same. */
function viewsOf(row: MatrixRow): readonly View[] {
  const known = viewsByRow.get(row);
  if (known) return known;
  const views = VIEWS.filter((view) => isInView(row, view));
  viewsByRow.set(row, views);
  return views;
}

export function countViews(rows: readonly MatrixRow[]): Record<View, number> {
  const counts = Object.fromEntries(VIEWS.map((view) => [view, 0])) as Record<View, number>;
  for (const row of rows) for (const view of viewsOf(row)) counts[view] += 1;
  return counts;
}

export interface MatrixFilter {
  text?: string;
  status?: string;
  waiting?: string;
}

/** Rows with the text in their name or IMS ID that belong to the views; ignores unknown views. */
export function filterRows(rows: readonly MatrixRow[], filter: MatrixFilter): readonly MatrixRow[] {
  const text = filter.text?.trim().toLocaleLowerCase();
  const views = VIEWS.filter((view) => filter[pickViewParameter(view)] === view);
  if (!text && views.length === 0) return rows;
  return rows.filter(
    (row) =>
      (!text ||
        row.name.toLocaleLowerCase().includes(text) ||
        row.imsOrgId.toLocaleLowerCase().includes(text)) &&
      views.every((view) => viewsOf(row).includes(view)),
  );
}

/** By oldest wait, then by the server's order (name); rows without a wait are last. */
export function sortRows(rows: readonly MatrixRow[], sort: 'name' | 'wait'): readonly MatrixRow[] {
  if (sort === 'name') return rows;
  return rows.toSorted(
    (a, b) => (a.oldestWait ?? Number.MAX_SAFE_INTEGER) - (b.oldestWait ?? Number.MAX_SAFE_INTEGER),
  );
}
