/** Who could begin today, and what keeps the others from it: what a dry run found. */
import { z } from 'zod';
import type { CheckResult } from '../check.ts';
import { planSteps } from '../plans/planFor.ts';
import type { PlanStep } from '../plan.ts';
import type { Refusal } from '../refusal.ts';
import type { RunDraft } from '../run.ts';
import { connectionOf, deriveStep, isConnected, isObservedStep } from '../stepStatus.ts';
import {
  ACTORS,
  STEP_IDS,
  TRACK_IDS,
  type Actor,
  type ObservedStepId,
  type TrackId,
} from '../vocabulary.ts';
import type { DryRun } from './dryRun.ts';
import { NO_TRACK_APPLIES, readinessCauses, type ReadinessCause } from './readinessCause.ts';

/** Every `ReadinessOutcome`, as in the enum of the public contract; the worst first. */
export const READINESS_OUTCOMES = ['BLOCKED', 'UNKNOWN', 'WAITING', 'READY', 'SUBMITTED'] as const;
/**
 * A check fails; something could not be read; somebody has something to do; nothing is missing; it
 * was submitted already.
 */
export type ReadinessOutcome = (typeof READINESS_OUTCOMES)[number];

const CONNECTION_KINDS = ['azure', 'adobe', 'aws'] as const;

/** What a dry run found of one step. */
export interface ReadinessStep {
  step: ObservedStepId;
  /** Null: it depends on a step before, which says why. */
  outcome: Exclude<ReadinessOutcome, 'SUBMITTED'> | null;
  /** Who has to act; null where nobody has to. */
  actor: Actor | null;
  /** A person stated it in the open run, so nothing was read. */
  attested: boolean;
  /** What is not connected. */
  connection: (typeof CONNECTION_KINDS)[number] | null;
  /** What a person has to provide first. */
  missing: 'key' | 'keyPolicy' | null;
  /** Why the planned key can't be used. */
  refusal: Refusal | null;
  checks: CheckResult[];
}

/** What a dry run found of one track. */
export interface ReadinessTrack {
  track: TrackId;
  outcome: ReadinessOutcome;
  /** The key that it was for, as it was normalized. */
  keyIdentifier: string | null;
  steps: ReadinessStep[];
}

/** What a dry run found of one organization. */
export interface Readiness {
  outcome: ReadinessOutcome;
  /** Each once, however many tracks it keeps. */
  causes: ReadinessCause[];
  tracks: ReadinessTrack[];
  /** Why no run could be started. */
  refusal: Refusal | null;
  /** It failed unexpectedly, several times. */
  failed: boolean;
}

const worst = (outcomes: readonly (ReadinessOutcome | null)[]): ReadinessOutcome =>
  READINESS_OUTCOMES.find((outcome) => outcomes.includes(outcome)) ?? 'READY';

const UNREAD: Omit<ReadinessStep, 'step'> = {
  ...{ outcome: null, actor: null, attested: false, connection: null, missing: null },
  ...{ refusal: null, checks: [] },
};

/** Of an organization that could not be checked, however often it was tried. */
export const failedReadiness = (): Readiness => {
  const found = { outcome: 'UNKNOWN', tracks: [], refusal: null, failed: true } as const;
  return { ...found, tracks: [], causes: readinessCauses({ ...found, tracks: [] }) };
};

/** Of an organization for which no run could be started. */
export const refusedReadiness = (refusal: Refusal): Readiness => {
  const found = { outcome: 'BLOCKED', refusal, failed: false } as const;
  return { ...found, tracks: [], causes: readinessCauses({ ...found, tracks: [] }) };
};

/**
 * What a dry run found so far.
 * @param tracks that are asked for; others are left out
 */
export function readinessOf(dry: DryRun, tracks: readonly TrackId[]): Readiness {
  const refusal = dry.problems.find(({ track }) => track === null)?.refusal ?? null;
  const { run } = dry;
  if (!run) return refusedReadiness(refusal!);
  const asked = tracks.filter((track) => run.tracks[track].applicable);
  // Of nothing, nothing is missing: that must not pass for READY.
  if (asked.length === 0)
    return {
      ...{ outcome: 'BLOCKED', tracks: [], refusal: null, failed: false },
      causes: [NO_TRACK_APPLIES],
    };
  const found = asked.map((track) => trackReadiness(dry, run, track));
  const outcome = worst(found.map((one) => one.outcome));
  const readiness = { outcome, tracks: found, refusal: null, failed: false };
  return { ...readiness, causes: readinessCauses(readiness) };
}

function trackReadiness(dry: DryRun, run: RunDraft, track: TrackId): ReadinessTrack {
  const { key } = dry.submitted.includes(track) ? dry.latest!.tracks[track] : run.tracks[track];
  const keyIdentifier = key?.identifier ?? null;
  if (dry.submitted.includes(track))
    return { track, outcome: 'SUBMITTED', keyIdentifier, steps: [] };
  const refusal = dry.problems.find((problem) => problem.track === track)?.refusal ?? null;
  const steps = planSteps(run, track).flatMap((step) =>
    isObservedStep(step.id) ? [stepReadiness(run, track, { ...step, id: step.id }, refusal)] : [],
  );
  return { track, outcome: worst(steps.map((step) => step.outcome)), keyIdentifier, steps };
}

/** The first step that needs the key is where its absence is reported. */
const isKeyStep = (run: RunDraft, step: ObservedStepId): boolean =>
  step === (run.organization.cloud === 'AWS' ? 'KEY' : 'VAULT');

function stepReadiness(
  run: RunDraft,
  track: TrackId,
  step: PlanStep & { id: ObservedStepId },
  refusal: Refusal | null,
): ReadinessStep {
  const { id } = step;
  const state = run.tracks[track].steps[id]!;
  const unread = { step: id, ...UNREAD };
  if (state.attestation) return { ...unread, outcome: 'READY', attested: true };
  if (refusal && isKeyStep(run, id))
    return { ...unread, outcome: 'BLOCKED', actor: 'PARTNER', refusal };
  if (!isConnected(run, id))
    return { ...unread, outcome: 'UNKNOWN', actor: 'PARTNER', connection: connectionOf(run, id) };
  if (state.facts) return evaluatedStep(run, track, step);
  if (!run.tracks[track].key && isKeyStep(run, id))
    return { ...unread, outcome: 'WAITING', actor: 'PARTNER', missing: 'key' };
  if (id === 'POLICY' && !run.tracks[track].keyPolicy)
    return { ...unread, outcome: 'WAITING', actor: 'PARTNER', missing: 'keyPolicy' };
  return unread;
}

/** As a run derives the status, but by the step's own checks alone. */
function evaluatedStep(
  run: RunDraft,
  track: TrackId,
  step: PlanStep & { id: ObservedStepId },
): ReadinessStep {
  const state = run.tracks[track].steps[step.id]!;
  const { status, actor } = deriveStep(run, track, { ...step, after: [] }, state);
  const isMissing = state.checks.some(
    ({ verdict, override }) => verdict === 'BLOCK' && override === undefined,
  );
  const found = { step: step.id, ...UNREAD, checks: state.checks };
  switch (status) {
    case 'DONE':
      return { ...found, outcome: 'READY' };
    case 'BLOCKED':
    case 'FAILED':
      return { ...found, outcome: 'BLOCKED', actor };
    default:
      return { ...found, outcome: isMissing ? 'WAITING' : 'UNKNOWN', actor };
  }
}

const refusalSchema = z.looseObject({
  code: z.string(),
  reason: z.string(),
  field: z.array(z.string()).nullable(),
});
const checkSchema = z.looseObject({
  check: z.string(),
  verdict: z.enum(['PASS', 'WARN', 'BLOCK', 'UNKNOWN']),
  outcome: z.string(),
});
const stepSchema = z.looseObject({
  step: z.enum(STEP_IDS),
  outcome: z.enum(READINESS_OUTCOMES).nullable(),
  actor: z.enum(ACTORS).nullable(),
  attested: z.boolean(),
  connection: z.enum(CONNECTION_KINDS).nullable(),
  missing: z.enum(['key', 'keyPolicy']).nullable(),
  refusal: refusalSchema.nullable(),
  checks: z.array(checkSchema),
});
const readinessSchema = z.looseObject({
  outcome: z.enum(READINESS_OUTCOMES),
  causes: z.array(z.looseObject({})),
  tracks: z.array(
    z.looseObject({
      track: z.enum(TRACK_IDS),
      outcome: z.enum(READINESS_OUTCOMES),
      keyIdentifier: z.string().nullable(),
      steps: z.array(stepSchema),
    }),
  ),
  refusal: refusalSchema.nullable(),
  failed: z.boolean(),
});

/** What a worker stored; throws where it is none. */
export const parseReadiness = (value: unknown): Readiness =>
  // Cast: checks and refusals are written by `readinessOf` alone, and texts take unknown ones.
  readinessSchema.parse(value) as unknown as Readiness;
