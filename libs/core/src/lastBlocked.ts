/**
 * What Keyway last saw BLOCKED and did not read again since. No event can drop it: it is taken over
 * from the state before each event (docs/decisions/0080-last-seen-blocked.md).
 */
import type { CheckResult } from './check.ts';
import { inspectKeyIdentifier, sameKey, sameVault } from './keyIdentifier.ts';
import { keyOf, vaultOrKeyOf } from './knowledge.ts';
import { planStep } from './plans/planFor.ts';
import type { Run, RunDraft } from './run.ts';
import type { StepDraft } from './stepState.ts';
import {
  OBSERVED_STEP_IDS,
  type Instant,
  type ObservedStepId,
  type StepId,
  type TrackId,
} from './vocabulary.ts';

/** A reading of a step that blocked, of which a track knows no newer one. */
export interface BlockedReading {
  step: ObservedStepId;
  /** The identifier of the key that the track had; null where it had none. */
  key: string | null;
  /** When it was read. */
  at: Instant;
  /** The checks that blocked, as they were; whether somebody had accepted them is not kept. */
  checks: BlockedCheck[];
}

/** A result that blocked. */
export type BlockedCheck = Pick<
  CheckResult,
  'check' | 'verdict' | 'outcome' | 'values' | 'missing' | 'checkedAt'
>;

/** Of a run, for the one that follows it. */
export type BlockedReadingOfTrack = BlockedReading & { track: TrackId };

const isOpenBlock = ({ verdict, override }: CheckResult): boolean =>
  verdict === 'BLOCK' && !override;

/** What blocks in a step's last reading. */
export const blocksOf = (state: StepDraft | undefined): BlockedCheck[] =>
  (state?.checks ?? [])
    .filter(({ verdict }) => verdict === 'BLOCK')
    .map(({ check, verdict, outcome, values, missing, checkedAt }) => ({
      ...{ check, verdict, outcome, checkedAt },
      ...(values && { values }),
      ...(missing && { missing }),
    }));

/**
 * Whether a reading is about what the track has now. Consent and application are the same whatever
 * the key. A key that the track doesn't name may be the one that was read.
 */
function isAbout(run: RunDraft, track: TrackId, { step, key }: BlockedReading): boolean {
  if (key === null || step === 'CONSENT' || step === 'APP_REGISTRATION') return true;
  if (run.organization.cloud === 'AWS') return (vaultOrKeyOf(run, track) ?? key) === key;
  const now = keyOf(run, track);
  const read = inspectKeyIdentifier(key).keyIdentifier;
  if (!now || !read) return true;
  return step === 'VAULT' || step === 'NETWORK' ? sameVault(now, read) : sameKey(now, read);
}

/** Whether the step was read in full, and nothing blocks. */
const isReadWithoutBlock = ({ facts, attestation, checks }: StepDraft): boolean =>
  facts !== null &&
  attestation === null &&
  checks.length > 0 &&
  checks.every((result) => result.verdict !== 'UNKNOWN' && !isOpenBlock(result));

/** The checks that the step's state does not answer. That it can't be read is no answer. */
function unanswered(checks: readonly BlockedCheck[], state: StepDraft | undefined): BlockedCheck[] {
  if (!state) return [...checks];
  if (isReadWithoutBlock(state)) return [];
  const answered = new Set(
    state.checks.filter(({ verdict }) => verdict !== 'UNKNOWN').map(({ check }) => check),
  );
  return checks.filter(({ check }) => !answered.has(check));
}

/** The newest instant at which one of the checks was made. */
const readAt = (checks: readonly BlockedCheck[]): Instant =>
  checks
    .map(({ checkedAt }) => checkedAt)
    .toSorted()
    .at(-1)!;

/** The reading beside those that are kept. What it says of a check replaces what they say. */
export function withReading(
  kept: readonly BlockedReading[],
  reading: Omit<BlockedReading, 'at'>,
): BlockedReading[] {
  if (reading.checks.length === 0) return [...kept];
  const isSame = (one: BlockedReading): boolean =>
    one.step === reading.step && one.key === reading.key;
  const named = new Set(reading.checks.map(({ check }) => check));
  const before = kept.find(isSame)?.checks.filter(({ check }) => !named.has(check)) ?? [];
  const checks = [...before, ...reading.checks];
  return [...kept.filter((one) => !isSame(one)), { ...reading, checks, at: readAt(checks) }];
}

/** Of one step: what is kept of it, with what the event dropped, without what it answered. */
function keptOfStep(
  before: RunDraft,
  run: RunDraft,
  track: TrackId,
  step: ObservedStepId,
  kept: readonly BlockedReading[],
): readonly BlockedReading[] {
  const [was, is] = [before.tracks[track].steps[step], run.tracks[track].steps[step]];
  if (was === is || (was?.checks === is?.checks && was?.attestation === is?.attestation))
    return kept;
  const reading = { step, key: before.tracks[track].key?.identifier ?? null };
  const isSame = isAbout(run, track, { ...reading, at: run.updatedAt, checks: [] });
  const dropped = isSame ? unanswered(blocksOf(was), is) : blocksOf(was);
  const own = kept.flatMap((one) => {
    if (one.step !== step || !isAbout(run, track, one)) return [one];
    const checks = unanswered(one.checks, is);
    if (checks.length === one.checks.length) return [one];
    return checks.length === 0 ? [] : [{ ...one, checks }];
  });
  return withReading(own, { ...reading, checks: dropped });
}

/** The track with what it knew BLOCKED before the event and does not know any more. */
export function keepBlocked(before: Run | null, run: RunDraft, track: TrackId): RunDraft {
  const state = run.tracks[track];
  if (!before || before.tracks[track].steps === state.steps) return run;
  const known = state.lastBlocked ?? [];
  const kept = OBSERVED_STEP_IDS.reduce<readonly BlockedReading[]>(
    (all, step) => keptOfStep(before, run, track, step, all),
    known,
  );
  if (kept.length === known.length && kept.every((one, index) => one === known[index])) return run;
  const { lastBlocked: _lastBlocked, ...rest } = state;
  const next = kept.length > 0 ? { ...rest, lastBlocked: [...kept] } : rest;
  return { ...run, tracks: { ...run.tracks, [track]: next } };
}

/** What was last seen BLOCKED of a step, where no newer reading of it is known. */
export interface LastBlocked {
  step: StepId;
  /** When the newest of the checks was made. */
  at: Instant;
  checks: BlockedCheck[];
}

/**
 * Of the key that the track has now. What blocks in the last reading is the step's state, and is
 * here only where the step was attested all the same. Null where there is nothing.
 */
export function lastBlockedOf(run: RunDraft, track: TrackId, step: StepId): LastBlocked | null {
  const { lastBlocked, steps } = run.tracks[track];
  const state = steps[step];
  if (!state || !planStep(run, track, step)) return null;
  const attested = state.attestation
    ? blocksOf({ ...state, checks: state.checks.filter(isOpenBlock) })
    : [];
  const kept = (lastBlocked ?? []).filter((one) => one.step === step && isAbout(run, track, one));
  const all = [...kept.flatMap(({ checks }) => checks), ...attested];
  // Of the same check by several keys, such as one vault by two versions of its key, the newest.
  const newest = new Map<string, BlockedCheck>();
  for (const result of all) {
    const other = newest.get(result.check);
    if (!other || other.checkedAt <= result.checkedAt) newest.set(result.check, result);
  }
  const checks = [...newest.values()];
  return checks.length === 0 ? null : { step, at: readAt(checks), checks };
}

/** All that a run saw BLOCKED, for the run that follows it in the same organization. */
export const blockedReadings = (run: Run): BlockedReadingOfTrack[] =>
  Object.values(run.tracks).flatMap(({ id: track, key, steps, lastBlocked = [] }) =>
    OBSERVED_STEP_IDS.reduce((kept, step) => {
      const checks = blocksOf(steps[step]);
      return withReading(kept, { step, key: key?.identifier ?? null, checks });
    }, lastBlocked).map((reading) => ({ track, ...reading })),
  );

/** Those of one track; undefined where there are none. */
export function readingsOf(
  readings: readonly BlockedReadingOfTrack[],
  of: TrackId,
): BlockedReading[] | undefined {
  const own = readings.flatMap(({ track, ...reading }) => (track === of ? [reading] : []));
  return own.length > 0 ? own : undefined;
}
