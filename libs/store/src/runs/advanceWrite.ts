/** The statement that writes what events made of a run; executes nothing. */
import type { Clock } from '../database/clock.ts';
import type { Query, Statement } from '../database/database.ts';
import type { Lease } from '../effects/claimedEffect.ts';
import {
  WRITE_CHANGE,
  runMark,
  WRITE_KNOWN_CHANGE,
  WRITE_KNOWN_UNCHANGED,
  WRITE_READ_CHANGE,
  WRITE_READ_UNCHANGED,
  WRITE_START,
  WRITE_UNCHANGED,
} from './advanceStatements.ts';
import {
  checkedValues,
  configurationValues,
  effectValues,
  entriesOf,
  knownValues,
  readModelValues,
  runValues,
  workValues,
  type ChainEnd,
  type Checked,
  type DueAt,
  type KnownRun,
  type RunIds,
} from './advanceValues.ts';
import type { Decided } from './decideEvents.ts';
import type { StoredRun } from './runRecord.ts';
import { changedSteps, describeRun, projectionOf } from './runRow.ts';
import { observationRows } from './stateParts.ts';

/** A statement that writes what is known, and what is known after it. */
export interface Write extends Statement {
  run: StoredRun;
  /** @param xmin what the statement answered; null where it wrote none */
  after(xmin: string | null): KnownRun;
}

interface WriteOptions {
  clock: Clock;
  pollScale: number;
  fromEffect?: Lease;
  /**
   * What the statement checks itself: nothing under the lock, `read` what was read without it,
   * otherwise more.
   */
  checked: 'nothing' | 'read' | Checked;
  /** The event's instant may be a little before the present; an observation has the present. */
  isEstimated?: boolean;
}

/**
 * @param known the run before the events, or only whose it will be
 * @param decided what is written together, in its order; only the first one ends a claimed effect
 */
export function writeOf(
  known: KnownRun | RunIds,
  decided: readonly [Decided, ...Decided[]],
  end: ChainEnd,
  { clock, pollScale, fromEffect, checked, isEstimated = false }: WriteOptions,
): Write {
  const { runId, partnerId, organizationId } = known;
  const ids = { runId, partnerId, organizationId };
  const before = 'xmin' in known ? known : null;
  const shown = before?.shown ?? null;
  const { event, outcome } = decided.at(-1)!;
  const { run } = outcome;
  const changes = decided.filter((one) => one.outcome.changed);
  const observed = observationRows(
    decided.map((one) => one.event),
    shown,
    changes.length > 0 ? run : null,
  ).map((row) => (isEstimated ? { ...row, byDatabase: true } : row));
  const dueAt: DueAt = (due, at) => clock.due(due, at, end.now, pollScale);
  const effects = effectValues(ids, decided, observed, dueAt, fromEffect);
  const described = describeRun(run, partnerId, organizationId);
  if (changes.length === 0 && before) {
    return {
      ...unchanged(checked, effects, before, decided[0].event),
      run: described,
      after: () => before,
    };
  }
  const projection = projectionOf(run, described);
  const steps = changedSteps(shown, run);
  const entries = entriesOf(ids, changes, end);
  const { seq, hash } = entries.at(-1)!;
  const configuredBy = before?.configuredBy ?? null;
  const [configured, unconfigured] = configurationValues(runId, configuredBy, run);
  const values = [
    ...effects,
    ...runValues(run, projection),
    JSON.stringify(steps.written),
    ...[JSON.stringify(entries), seq, hash],
    ...[configured, unconfigured],
    ...[projection.vaultUris, projection.portfolioKey, projection.waitingSince],
    ...readModelValues(shown, run, projection),
    ...[steps.closed, projection.searchTerms, projection.stepSince],
    ...workValues(run),
    projection.partnerFrom,
    ...(before ? stateValues(checked, before) : []),
  ];
  const after = (xmin: string | null): KnownRun => ({
    ...ids,
    ...{ run, shown: run, xmin: xmin!, mark: runMark(run, xmin!) },
    ...{ seq, hash, at: new Date(event.at) },
    configuredBy: unconfigured ? null : configured === null ? configuredBy : runId,
  });
  return { query: before ? changeBy(checked) : WRITE_START, values, run: described, after };
}

const changeBy = (checked: WriteOptions['checked']): Query => {
  if (checked === 'nothing') return WRITE_CHANGE;
  return checked === 'read' ? WRITE_READ_CHANGE : WRITE_KNOWN_CHANGE;
};

const stateValues = (checked: WriteOptions['checked'], before: KnownRun): unknown[] => {
  if (checked === 'nothing') return [];
  return [...knownValues(before), ...(checked === 'read' ? [] : checkedValues(checked))];
};

function unchanged(
  checked: WriteOptions['checked'],
  effects: readonly unknown[],
  before: KnownRun,
  { id }: Decided['event'],
): Statement {
  const values = [...effects, ...stateValues(checked, before)];
  if (checked === 'nothing') return { query: WRITE_UNCHANGED, values };
  if (checked === 'read') return { query: WRITE_READ_UNCHANGED, values };
  return { query: WRITE_KNOWN_UNCHANGED, values: [...values, id] };
}
