/** What an event makes of a run, and the statement that writes it; executes nothing. */
import {
  heldConfiguration,
  refuse,
  transition as coreTransition,
  withNeededEffect,
  type Refusal,
  type Run,
  type RunEvent,
  type Transition,
} from '@keyway/core';
import type { Clock } from '../database/clock.ts';
import type { Query, Statement } from '../database/database.ts';
import type { Lease } from '../effects/claimedEffect.ts';
import { storable } from '../history/storableJson.ts';
import {
  WRITE_CHANGE,
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
  entryValues,
  knownValues,
  readModelValues,
  runValues,
  type ChainEnd,
  type Checked,
  type KnownRun,
  type RunIds,
} from './advanceValues.ts';
import type { StoredRun } from './runRecord.ts';
import { changedSteps, describeRun, projectionOf } from './runRow.ts';
import { observationRows } from './stateParts.ts';

interface Decided<E> {
  /** With the instant of its entry. */
  event: E;
  outcome: Transition;
}

/**
 * Applies the event to what is known, null before the first event. `ended`: the job key of the
 * effect that ends with it.
 */
export function decide<E extends RunEvent>(
  known: KnownRun | null,
  given: E,
  end: ChainEnd,
  {
    clock,
    ended,
    transition = coreTransition,
  }: { clock: Clock; ended: string | null; transition?: typeof coreTransition | undefined },
): Decided<E> | { refusal: Refusal } {
  const event = storableEvent(given, clock.nextInstant(given.at, end));
  const result = transition(known?.run ?? null, event);
  if ('refusal' in result) return result;
  const outcome = ended === null ? result : withNeededEffect(result, ended);
  const isHeldByOther = known && known.configuredBy !== null && known.configuredBy !== known.runId;
  if (isHeldByOther && submissionStage(outcome.run) > submissionStage(known.run))
    return { refusal: refuse('organizationHasConfiguration', ['runId']) };
  return { event, outcome };
}

/**
 * `at` is the database's instant, so that entries are in the order of their times. As it is stored,
 * so that the next event finds the same whether the run was read meanwhile or not.
 */
const storableEvent = <E extends RunEvent>(event: E, at: string): E =>
  // Cast: JSON of an event is that event.
  JSON.parse(JSON.stringify(storable({ ...event, at }))) as E;

/**
 * 2: the run holds the organization's one configuration (docs/reference/run.md, rule 6); 1: it is
 * about to send one.
 */
function submissionStage(run: Run): 0 | 1 | 2 {
  if (heldConfiguration(run) !== null) return 2;
  return run.tracks.AEP.submission?.status === 'rereading' ? 1 : 0;
}

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

/** `known`: the run before the event, or only whose it will be. */
export function writeOf(
  known: KnownRun | RunIds,
  event: RunEvent,
  outcome: Transition,
  end: ChainEnd,
  { clock, pollScale, fromEffect, checked, isEstimated = false }: WriteOptions,
): Write {
  const { runId, partnerId, organizationId } = known;
  const ids = { runId, partnerId, organizationId };
  const before = 'xmin' in known ? known : null;
  const shown = before?.shown ?? null;
  const { run, changed } = outcome;
  const observed = observationRows(event, shown, changed ? run : null).map((row) =>
    isEstimated ? { ...row, byDatabase: true } : row,
  );
  const dueAt = (due: Parameters<Clock['due']>[0]): string =>
    clock.due(due, event.at, end.now, pollScale);
  const effects = effectValues(ids, event, outcome, observed, dueAt, fromEffect);
  const described = describeRun(run, partnerId, organizationId);
  if (!changed && before) {
    return {
      ...unchanged(checked, effects, before, event),
      run: described,
      after: () => before,
    };
  }
  const projection = projectionOf(run, described);
  const steps = changedSteps(shown, run);
  const entry = entryValues(ids, event, run, end);
  const configuredBy = before?.configuredBy ?? null;
  const [configured, unconfigured] = configurationValues(runId, configuredBy, run);
  const values = [
    ...effects,
    ...runValues(run, projection),
    JSON.stringify(steps.written),
    ...entry,
    ...[configured, unconfigured],
    ...[projection.vaultUris, projection.portfolioKey, projection.waitingSince],
    ...readModelValues(shown, run, projection),
    ...[steps.closed, projection.searchTerms, projection.stepSince],
    ...(before ? stateValues(checked, before) : []),
  ];
  const after = (xmin: string | null): KnownRun => ({
    ...ids,
    ...{
      run,
      shown: run,
      xmin: xmin!,
      seq: end.seq + 1,
      hash: String(entry.at(-1)),
      at: new Date(event.at),
    },
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
  event: RunEvent,
): Statement {
  const values = [...effects, ...stateValues(checked, before)];
  if (checked === 'nothing') return { query: WRITE_UNCHANGED, values };
  if (checked === 'read') return { query: WRITE_READ_UNCHANGED, values };
  return { query: WRITE_KNOWN_UNCHANGED, values: [...values, event.id] };
}
