/** The row of a run: its state, and the columns for lists and counts that are derived from it. */
import {
  neededActions,
  partnersTurnFrom,
  summaryOf,
  upcastRun,
  TRACK_IDS,
  vaultOrKeyOf,
  type Actor,
  type NeededAction,
  type Run,
  type RunStatus,
  type RunSummary,
  type StepId,
  type StepState,
  type TrackId,
} from '@keyway/core';
import { columns, type RowOf } from '../database/columns.ts';
import type { Run as RunModel } from '../generated/client.ts';
import type { RunView, StoredRun } from './runRecord.ts';
import { keptOrganization, type OrganizationJson } from '../organizations/organizationRow.ts';
import {
  SUMMARY_FIELDS,
  portfolioKeyOf,
  stepDetailsOf,
  stepSinceOf,
  summaryOfRow,
  type SummaryRow,
} from './summaryColumns.ts';
import {
  observationsOf,
  packedStateOf,
  wholeState,
  type StoredState,
  type Observations,
} from './stateParts.ts';

/** Steps that nobody has to do anything about. They have no row in `run_step`. */
export const STATUSES_WITHOUT_ACTION: readonly string[] = ['LOCKED', 'DONE', 'NOT_APPLICABLE'];
const isOpen = ({ status }: { status: string }): boolean =>
  !STATUSES_WITHOUT_ACTION.includes(status);

const FIELDS = [
  'id',
  'partnerId',
  'organizationId',
  'state',
] as const satisfies readonly (keyof RunModel)[];
export interface RunRow extends RowOf<RunModel, (typeof FIELDS)[number]>, StoredState {
  state: RunModel['state'];
  organization?: OrganizationJson | null;
}

/** A run for lists: with its state where what is derived of it is outdated. */
export interface SummarizedRow extends RunRow, SummaryRow {}

/** The columns of `run` that `storedRun` needs. */
export const runColumns = (alias: string): string =>
  `${columns(alias, FIELDS)}, ${packedStateOf(alias)} as "packedState", ${observationsOf(alias)} as observations`;

/** The run of a row, in the newest shape. Nothing else reads a stored state. */
export const runOf = (row: StoredState): Run => upcastRun(wholeState(row));

export const storedRun = (row: RunRow): StoredRun =>
  describeRun(runOf(row), row.partnerId, row.organizationId);

/** How much of a run a query reads. */
export interface RunReader<T extends RunView, Row extends RunRow = RunRow> {
  columns: (alias: string) => string;
  read: (row: Row) => T;
}

/**
 * With the state as text: the driver would parse all rows that have arrived at once, for 20 ms and
 * more, while no other request runs.
 */
export const wholeRun = {
  columns: (alias: string): string =>
    `${columns(alias, ['id', 'partnerId', 'organizationId'])}, ${alias}.state::text as "stateText", ${packedStateOf(alias)} as "packedState", ${observationsOf(alias)}::text as "observationsText"`,
  read: ({ stateText, observationsText, organizationText, ...row }: WholeRow): StoredRun => ({
    ...storedRun({
      ...row,
      // Cast: JSON of columns that this store writes; `upcastRun` refuses what is no run.
      state: JSON.parse(stateText) as RunRow['state'],
      observations: JSON.parse(observationsText ?? 'null') as Observations | null,
    }),
    ...(organizationText
      ? { organization: keptOrganization(JSON.parse(organizationText) as OrganizationJson).node }
      : {}),
  }),
};

export interface WholeRow extends Pick<
  RunRow,
  'id' | 'partnerId' | 'organizationId' | 'packedState'
> {
  stateText: string;
  observationsText: string | null;
  /** Read with the run where it is wanted. */
  organizationText?: string | null;
}

/**
 * The summary, written by this version's write path. Where it is missing or outdated, the state,
 * which is null otherwise. For `markedRuns`.
 */
export const runSummary: RunReader<RunView, SummarizedRow> = {
  columns: (alias) => {
    const isBehind = `not ${alias}.read_models_current`;
    return `concat_ws('/', ${alias}.xmin, ${alias}.id, ${alias}.updated_at) as "runMark", ${columns(alias, ['id', 'partnerId', 'organizationId', ...SUMMARY_FIELDS])}, case when ${isBehind} then ${alias}.state end as state,
      case when ${isBehind} then ${packedStateOf(alias)} end as "packedState",
      case when ${isBehind} then ${observationsOf(alias)} end as observations`;
  },
  read: (row) => {
    const { id, partnerId, organizationId, stepDetails, state } = row;
    if (state !== null || stepDetails === null) return storedRun(row);
    return { ...summaryOfRow(row), id, partnerId, organizationId, run: null };
  },
};

/** With a mark for `KeptRows`: the row as it is stored, which every write changes. */
export const markedRuns = (select: string): string =>
  `select r.*, r."runMark" as mark from (${select}) as r`;

/** A summary is kept between requests; a state, which is much larger, is not. */
export function keptSummary(row: SummarizedRow): { node: RunView; keep: boolean } {
  const { organization } = row;
  const node = {
    ...runSummary.read(row),
    ...(organization ? { organization: keptOrganization(organization).node } : {}),
  };
  return { node, keep: node.run === null };
}

export const describeRun = (run: Run, partnerId: string, organizationId: string): StoredRun => ({
  ...summaryOf(run),
  id: run.id,
  partnerId,
  organizationId,
  run,
});

export interface Projection {
  status: RunStatus;
  waitingOn: Actor[];
  /** What `text` filters and search find a run by, one a line, as it is written there. */
  searchTerms: string;
  /** The same in lower case. */
  searchText: string;
  /** On AWS the ARN of the key (`vaultOrKeyOf`). */
  vaultUris: string[];
  /**
   * What the portfolio counts (`portfolioKeyOf`): the same text for all runs that are counted
   * alike.
   */
  portfolioKey: string;
  /** Since when some step is open; no action that the run waits for is older. */
  waitingSince: string;
  /** Of each step in `portfolioKey`. */
  stepDetails: string;
  /** From when on it waits on the partner, where a cooling-off lasts until then. */
  partnerFrom: string | null;
  stepSince: string[];
}

/** What a run is found by, as it is written there. */
const searchTerms = (run: Run): string[] =>
  TRACK_IDS.flatMap((track) => {
    const { key, ticket, submission } = run.tracks[track];
    const terms = [key?.identifier, ticket?.caseNumber, submission?.externalId];
    return terms.filter((word) => word != null).filter((word) => word !== '');
  });

/** @param summary the run's, where it is known */
export function projectionOf(run: Run, summary: RunSummary = summaryOf(run)): Projection {
  const vaultUris = TRACK_IDS.flatMap((track) => vaultOrKeyOf(run, track) ?? []);
  const terms = searchTerms(run).join('\n');
  return {
    status: summary.status,
    waitingOn: summary.waitingOn,
    searchTerms: terms,
    searchText: terms.toLowerCase(),
    vaultUris,
    portfolioKey: portfolioKeyOf(summary),
    waitingSince: waitingSince(run),
    stepDetails: stepDetailsOf(summary),
    partnerFrom: partnersTurnFrom(summary),
    stepSince: stepSinceOf(summary),
  };
}

/**
 * A cloud that is not connected is waited for since the run began; a key, and the acceptance of a
 * warning, also while their step is locked or done.
 */
function waitingSince(run: Run): string {
  if (!run.connections.azure || !run.connections.adobe) return run.startedAt;
  const waits = TRACK_IDS.flatMap((track) => {
    const { key, steps } = run.tracks[track];
    return Object.entries(steps)
      .filter(([step, { status, checks }]) => {
        const isWarned = checks.some(({ verdict, override }) => verdict === 'WARN' && !override);
        return (
          isOpen({ status }) ||
          isWarned ||
          (step === 'KEY' && key === null && status !== 'NOT_APPLICABLE')
        );
      })
      .map(([, { since }]) => since);
  });
  return waits.reduce((first, since) => (since < first ? since : first), run.updatedAt);
}

export interface StepRow {
  track: TrackId;
  step: StepId;
  status: string;
  actor: string;
  since: string;
  cancelled: boolean;
}

function stepRows(run: Run): StepRow[] {
  return TRACK_IDS.flatMap((track) =>
    Object.entries(run.tracks[track].steps).map(([step, state]) => ({
      track,
      step: step as StepId,
      status: state.status,
      actor: state.actor,
      since: state.since,
      cancelled: run.cancelled !== null,
    })),
  );
}

export interface StepChanges {
  written: StepRow[];
  /** `TRACK/STEP` of rows that go. */
  closed: string[];
}

/**
 * The rows of open steps that differ from what `before` left behind; without `before` all of them,
 * and every other is gone.
 */
export function changedSteps(before: Run | null, after: Run): StepChanges {
  const rows = stepRows(after);
  const cancelled = before !== null && (before.cancelled === null) !== (after.cancelled === null);
  const old = (row: StepRow): StepState | undefined => before?.tracks[row.track].steps[row.step];
  const isShown = (row: StepRow): boolean => {
    const was = old(row);
    const same = was?.status === row.status && was.actor === row.actor && was.since === row.since;
    return same && !cancelled;
  };
  const hasRow = (row: StepRow): boolean => {
    const was = old(row);
    return was ? isOpen(was) : before === null;
  };
  return {
    written: rows.filter((row) => isOpen(row) && !isShown(row)),
    closed: rows
      .filter((row) => !isOpen(row) && hasRow(row))
      .map((row) => `${row.track}/${row.step}`),
  };
}

/** A run that was written is known until its next event, which compares with it. */
const actionsOf = new WeakMap<Run, string>();

/** The actions as their rows have them, as JSON; null where they are those that `before` left. */
export function changedActions(before: Run | null, after: Run): string | null {
  const was = before && (actionsOf.get(before) ?? actionsJson(before));
  const is = actionsJson(after);
  actionsOf.set(after, is);
  return was === is ? null : is;
}

const actionsJson = (run: Run): string => JSON.stringify(actionRows(neededActions(run)));

const actionRows = (actions: readonly NeededAction[]): object[] =>
  actions.map((action, rank) => ({
    rank,
    ...action,
    notFirstFor: notFirstFor(action, actions.slice(0, rank)),
  }));

/**
 * For whom an action is not the first of its run, one a line: `!who` for who may not do it;
 * `mutation` for all who may do that, which is more important, and `mutation@who` for all of them
 * but one. What depends on the time is left out.
 */
function notFirstFor({ notFor }: NeededAction, moreImportant: readonly NeededAction[]): string {
  const others = moreImportant
    .filter(({ from, until }) => from === null && until === null)
    .map((other) => (other.notFor === null ? other.mutation : `${other.mutation}@${other.notFor}`));
  const lines = notFor === null ? others : [`!${notFor}`, ...others];
  return [...new Set(lines)].toSorted().join('\n');
}
