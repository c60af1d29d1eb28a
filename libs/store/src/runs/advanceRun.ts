/**
 * Applies one event to a run: the only code that writes runs, their history and their effects, all
 * in the caller's transaction (docs/reference/run.md, rules 1 and 2).
 */
import {
  refuse,
  type transition as coreTransition,
  withParsedFacts,
  type Refusal,
  type RunEvent,
} from '@keyway/core';
import { inSpan } from '@keyway/telemetry';
import { LOCK_BY_RUN, LOCK_EFFECT, READ_RUN, READ_RUN_UNLOCKED } from './advanceStatements.ts';
import type { ChainEnd, KnownRun, RunIds } from './advanceValues.ts';
import { writeOf, type Write } from './advanceWrite.ts';
import { decide, isOvertaken } from './decideEvents.ts';
import { keepEvidence } from '../evidence/keepEvidence.ts';
import type { Transaction } from '../database/database.ts';
import type { Effect as EffectModel, Run as RunModel } from '../generated/client.ts';
import { isUuid, type Visibility } from '../tenancy/visibility.ts';
import { describeRun, runOf, type RunRow } from './runRow.ts';
import type { Lease } from '../effects/claimedEffect.ts';
import type { AdvanceResult, Reading, StoredRun } from './runRecord.ts';

export interface AdvanceOptions {
  pollScale: number;
  fromEffect?: Lease;
  /** The event is applied only while this holder has the lease of the effect, which stays. */
  underLease?: Lease;
  /** The event is applied only where nothing overtook what it observed. */
  reading?: Reading;
  /**
   * Reads without the lock where the transaction may, and writes only what is still so: what a
   * person does is decided while nobody waits for them.
   */
  byReading?: boolean;
  /** Sends the write together with COMMIT; for callers that do nothing more. */
  last?: boolean;
  /** Of a partner's viewer. A run that they don't see is answered as a missing one. */
  visibility?: Visibility;
  /** Where `last`: receives what is known of the run once the transaction is committed. */
  onWritten?: (after: KnownRun) => void;
  /** For tests of this function. */
  transition?: typeof coreTransition;
}

/** `KNOWN_COLUMNS` and the columns of `ChainTime`. */
export interface KnownRow
  extends RunRow, Pick<ChainEnd, 'seq' | 'hash' | 'at'>, Pick<RunModel, 'planVersion'> {
  isBehind: boolean;
  configuredBy: string | null;
  xmin: string;
  /** As `KnownRun` has it. */
  mark: string;
}
interface LockedRow extends KnownRow, ChainEnd {
  applied: boolean;
  /** Steps that were observed since the reading began. */
  observedSince: string[];
}

/** A run that an earlier version of the program wrote has rows that do not show it yet. */
export function knownRun(row: KnownRow): KnownRun {
  const run = withParsedFacts(runOf(row));
  const { id, partnerId, organizationId, seq, hash, at, configuredBy, xmin, mark } = row;
  const isShown = row.planVersion === run.planVersion && !row.isBehind;
  const shown = isShown ? run : null;
  const ids = { runId: id, partnerId, organizationId };
  return { ...ids, run, shown, seq, hash, at, configuredBy, xmin, mark };
}

/** A run, and the partner whose rows are read for it. */
export type WhichRun = Pick<RunIds, 'runId' | 'partnerId'>;

/** Applies one event to a run that exists. `runStarted` goes through `beginRun`. */
export const advanceRun = (
  transaction: Transaction,
  which: WhichRun,
  given: RunEvent,
  options: AdvanceOptions,
): Promise<AdvanceResult> =>
  inSpan('advanceRun', spanOf(given), () => advance(transaction, which, given, options));

/** Of what becomes of an event. Not the run: that is named by who asks for it. */
export const spanOf = (event: RunEvent) => () => ({ attributes: { 'keyway.event': event.kind } });

async function advance(
  transaction: Transaction,
  { runId, partnerId }: WhichRun,
  given: RunEvent,
  options: AdvanceOptions,
): Promise<AdvanceResult> {
  const { fromEffect, underLease } = options;
  const own = fromEffect ?? underLease;
  if (!isUuid(runId)) return { refusal: refuse('runNotFound', ['runId']) };
  const isGuess = options.byReading === true && transaction.mayGuess;
  if (!isGuess) transaction.enter(runId);
  const [, lease, [row]] = await Promise.all([
    isGuess || transaction.query(LOCK_BY_RUN, [runId, partnerId]),
    own ? transaction.query<LeaseRow>(LOCK_EFFECT, [own.effectId, runId, partnerId]) : [],
    transaction.query<LockedRow>(isGuess ? READ_RUN_UNLOCKED : READ_RUN, [
      ...[runId, given.id, options.reading?.since ?? null, partnerId],
    ]),
  ]);
  const seen = row && (options.visibility?.sees(row.partnerId, row.organizationId) ?? true);
  if (!seen) return { refusal: refuse('runNotFound', ['runId']) };
  const known = knownRun(row);
  const isHeld = own === undefined || lease[0]?.leaseToken === own.leaseToken;
  if (underLease && !isHeld) return { lostLease: true };
  if (row.applied) {
    const before = describeRun(known.run, known.partnerId, known.organizationId);
    return { run: before, applied: false, repeated: true };
  }
  if (!isHeld) return { lostLease: true };
  if (options.reading && isOvertaken(options.reading, given, known.run, row.observedSince))
    return { overtaken: true };

  const { clock } = transaction;
  const ended = endsEffect(fromEffect, lease[0]) ? lease[0]!.jobKey : null;
  const decided = decide(known, given, row, { clock, ended, transition: options.transition });
  if ('refusal' in decided) return decided;
  const checked = isGuess ? 'read' : 'nothing';
  const write = writeOf(known, [decided], row, { ...options, clock, checked });
  keepEvidence(transaction, write.run, given);
  const [written] = (await send(transaction, write, options)) ?? [];
  if (written) options.onWritten?.(write.after(written.xmin));
  return { run: write.run, applied: decided.outcome.changed };
}

/** The effect ends with the event, unless the run requested it again meanwhile. */
const endsEffect = (lease: Lease | undefined, row: LeaseRow | undefined): boolean =>
  lease !== undefined && row?.generation === lease.generation;

const send = (
  transaction: Transaction,
  { query, values }: Write,
  { last }: AdvanceOptions,
): Promise<{ xmin: string | null }[]> | void =>
  last ? transaction.finish(query, values) : transaction.write(query, values);

export type LeaseRow = Pick<EffectModel, 'jobKey' | 'generation' | 'leaseToken'>;

/**
 * Writes the first event of a run. The caller holds the organization's lock and has seen that there
 * is no run.
 */
export const beginRun = (
  transaction: Transaction,
  owner: Omit<RunIds, 'runId'>,
  given: RunEvent & { kind: 'runStarted' },
  end: ChainEnd,
  options: AdvanceOptions,
): Promise<{ run: StoredRun } | { refusal: Refusal }> =>
  inSpan('advanceRun', spanOf(given), () => begin(transaction, owner, given, end, options));

async function begin(
  transaction: Transaction,
  owner: Omit<RunIds, 'runId'>,
  given: RunEvent & { kind: 'runStarted' },
  end: ChainEnd,
  options: AdvanceOptions,
): Promise<{ run: StoredRun } | { refusal: Refusal }> {
  const { clock } = transaction;
  const decided = decide(null, given, end, { clock, ended: null, transition: options.transition });
  if ('refusal' in decided) return decided;
  const ids = { ...owner, runId: given.data.runId };
  const write = writeOf(ids, [decided], end, { ...options, clock, checked: 'nothing' });
  await send(transaction, write, options);
  return { run: write.run };
}
