/**
 * Applies one event to a run: the only code that writes runs, their history and their effects, all
 * in the caller's transaction (docs/reference/run.md, rules 1 and 2).
 */
import {
  heldConfiguration,
  refuse,
  sameBasis,
  transition as coreTransition,
  withNeededEffect,
  type Refusal,
  type Run,
  type RunEvent,
  type Transition,
} from '@keyway/core';
import {
  LOCK_BY_RUN,
  LOCK_EFFECT,
  READ_RUN,
  WRITE_CHANGE,
  WRITE_START,
  WRITE_UNCHANGED,
} from './advanceStatements.ts';
import {
  configurationValues,
  effectValues,
  entryValues,
  readModelValues,
  runValues,
  type ChainEnd,
  type RunIds,
} from './advanceValues.ts';
import type { Query, Transaction } from '../database/database.ts';
import type { Effect as EffectModel, Run as RunModel } from '../generated/client.ts';
import { isUuid, type Visibility } from '../tenancy/visibility.ts';
import { changedSteps, describeRun, projectionOf, parsedRun, type RunRow } from './runRow.ts';
import { storable } from '../history/storableJson.ts';
import type { Lease } from '../effects/claimedEffect.ts';
import type { AdvanceResult, Reading, StoredRun } from './runRecord.ts';
import { observationRows, observedSteps } from './stateParts.ts';

export interface AdvanceOptions {
  pollScale: number;
  fromEffect?: Lease;
  /** The event is applied only while this holder has the lease of the effect, which stays. */
  underLease?: Lease;
  /** The event is applied only where nothing overtook what it observed. */
  reading?: Reading;
  /** Sends the write together with COMMIT; for callers that do nothing more. */
  last?: boolean;
  /** Of a partner's viewer. A run that they don't see is answered as a missing one. */
  visibility?: Visibility;
  /** For tests of this function. */
  transition?: typeof coreTransition;
}

interface LockedRow extends RunRow, ChainEnd, Pick<RunModel, 'planVersion'> {
  applied: boolean;
  isBehind: boolean;
  configuredBy: string | null;
  /** Steps that were observed since the reading began. */
  observedSince: string[];
}

/** Applies one event to a run that exists. `runStarted` goes through `beginRun`. */
export async function advanceRun(
  transaction: Transaction,
  runId: string,
  given: RunEvent,
  options: AdvanceOptions,
): Promise<AdvanceResult> {
  const { fromEffect, underLease } = options;
  const own = fromEffect ?? underLease;
  if (!isUuid(runId)) return { refusal: refuse('runNotFound', ['runId']) };
  transaction.enter(runId);
  const [, lease, [row]] = await Promise.all([
    transaction.query(LOCK_BY_RUN, [runId]),
    own ? transaction.query<LeaseRow>(LOCK_EFFECT, [own.effectId, runId]) : [],
    transaction.query<LockedRow>(READ_RUN, [runId, given.id, options.reading?.since ?? null]),
  ]);
  const seen = row && (options.visibility?.sees(row.partnerId, row.organizationId) ?? true);
  if (!seen) return { refusal: refuse('runNotFound', ['runId']) };
  const before = parsedRun(row);
  const isHeld = own === undefined || lease[0]?.leaseToken === own.leaseToken;
  if (underLease && !isHeld) return { lostLease: true };
  if (row.applied) return { run: before, applied: false, repeated: true };
  if (!isHeld) return { lostLease: true };
  if (options.reading && isOvertaken(options.reading, given, before.run, row.observedSince))
    return { overtaken: true };

  const event = storableEvent(given, transaction.clock.nextInstant(given.at, row));
  const result = (options.transition ?? coreTransition)(before.run, event);
  if ('refusal' in result) return result;
  const outcome = endsEffect(fromEffect, lease[0])
    ? withNeededEffect(result, lease[0]!.jobKey)
    : result;
  if (
    row.configuredBy !== null &&
    row.configuredBy !== runId &&
    submissionStage(outcome.run) > submissionStage(before.run)
  ) {
    return {
      refusal: refuse('organizationHasConfiguration', ['runId']),
    };
  }
  const ids = { runId, partnerId: row.partnerId, organizationId: row.organizationId };
  // A run that an earlier version of the program wrote has rows that do not show it yet.
  const isShown = row.planVersion === outcome.run.planVersion && !row.isBehind;
  const shown = isShown ? before.run : null;
  await write(
    transaction,
    ids,
    { shown, configuredBy: row.configuredBy },
    event,
    outcome,
    row,
    options,
  );
  return {
    run: describeRun(outcome.run, ids.partnerId, ids.organizationId),
    applied: outcome.changed,
  };
}

/**
 * Whether a step was observed by others since this reading of it began, which may be older then, or
 * whether the run names something else to read for it by now.
 */
const isOvertaken = (
  { run }: Reading,
  event: RunEvent,
  current: Run,
  observedSince: readonly string[],
): boolean =>
  observedSteps(event).some(
    ({ track, step }) =>
      observedSince.includes(`${track}/${step}`) || !sameBasis(run, current, track, step),
  );

/** The effect ends with the event, unless the run requested it again meanwhile. */
const endsEffect = (lease: Lease | undefined, row: LeaseRow | undefined): boolean =>
  lease !== undefined && row?.generation === lease.generation;

/**
 * 2: the run holds the organization's one configuration (docs/reference/run.md, rule 6); 1: it is
 * about to send one.
 */
function submissionStage(run: Run): 0 | 1 | 2 {
  if (heldConfiguration(run) !== null) return 2;
  return run.tracks.AEP.submission?.status === 'rereading' ? 1 : 0;
}

/** What the rows of a run show before the event. */
interface Before {
  /** The run whose steps they show; null where every step is to be written. */
  shown: Run | null;
  /** The run that holds the organization's configuration. */
  configuredBy: string | null;
}

export type LeaseRow = Pick<EffectModel, 'jobKey' | 'generation' | 'leaseToken'>;

/**
 * Writes the first event of a run. The caller holds the organization's lock and has seen that there
 * is no run.
 */
export async function beginRun(
  transaction: Transaction,
  owner: Omit<RunIds, 'runId'>,
  given: RunEvent & { kind: 'runStarted' },
  end: ChainEnd,
  options: AdvanceOptions,
): Promise<{ run: StoredRun } | { refusal: Refusal }> {
  const event = storableEvent(given, transaction.clock.nextInstant(given.at, end));
  const outcome = (options.transition ?? coreTransition)(null, event);
  if ('refusal' in outcome) return outcome;
  await write(
    transaction,
    { ...owner, runId: given.data.runId },
    null,
    event,
    outcome,
    end,
    options,
  );
  return { run: describeRun(outcome.run, owner.partnerId, owner.organizationId) };
}

/** `at` is the database's instant, so that entries are in the order of their times. */
const storableEvent = <E extends RunEvent>(event: E, at: string): E => storable({ ...event, at });

async function write(
  transaction: Transaction,
  ids: RunIds,
  before: Before | null,
  event: RunEvent,
  outcome: Transition,
  end: ChainEnd,
  options: AdvanceOptions,
): Promise<void> {
  const send = (query: Query, values: readonly unknown[]): Promise<unknown> | void =>
    options.last ? transaction.finish(query, values) : transaction.write(query, values);
  const shown = before?.shown ?? null;
  const observed = observationRows(event, shown, outcome.changed ? outcome.run : null);
  const effects = effectValues(
    ids,
    event,
    outcome,
    observed,
    (due) => transaction.clock.due(due, event.at, end.now, options.pollScale),
    options.fromEffect,
  );
  if (!outcome.changed) {
    await send(WRITE_UNCHANGED, effects);
    return;
  }
  const projection = projectionOf(outcome.run);
  const steps = changedSteps(shown, outcome.run);
  const values = [
    ...effects,
    ...runValues(outcome.run, projection),
    JSON.stringify(steps.written),
    ...entryValues(ids, event, outcome.run, end),
    ...configurationValues(ids.runId, before?.configuredBy ?? null, outcome.run),
    ...[projection.vaultUris, projection.portfolioKey, projection.waitingSince],
    ...readModelValues(shown, outcome.run, projection),
    steps.closed,
  ];
  await send(before ? WRITE_CHANGE : WRITE_START, values);
}
