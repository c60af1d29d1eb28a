/**
 * The state of one step. Transitions edit what is known of it; only `settle` derives its status, so
 * that a run never leaves `transition` with a status that contradicts what is known.
 */
import type { CheckResult, CheckValues } from './check.ts';
import type { NamedActor } from './eventActor.ts';
import type { StepFacts } from './facts.ts';
import { hasMembers } from './hasMembers.ts';
import type { Actor, Instant, StepMode, StepStatus } from './vocabulary.ts';

/** A person's word that a step is done which Keyway cannot read. */
export interface Attestation {
  statement: string;
  /** Where the proof is, such as a case or an ID; null where none was given. */
  reference: string | null;
  by: NamedActor;
  at: Instant;
}

/**
 * An outcome of the step's call check that ends the step (callChecks.ts). `stored`: a run of plan
 * version 3 or earlier kept a sentence only, which is in `values.text`.
 */
export type FailureCode =
  | 'refused'
  | 'otherKey'
  | 'otherKeyAfterSend'
  | 'keyNotNamed'
  | 'failedBefore'
  | 'restored'
  | 'noUsableAnswer'
  | 'failed'
  | 'stored';

export interface FailureReport {
  code: FailureCode;
  values: CheckValues;
  /** What the other side said, verbatim; null where it said nothing. */
  upstreamMessage: string | null;
}

/** Why the step's own call failed for good, and when. */
export interface StepFailure extends FailureReport {
  at: Instant;
}

interface Observations {
  checks: CheckResult[];
  /** What the last observation read; null before the first. */
  facts: StepFacts | null;
  /**
   * What this step brings about has been seen in place at least once; gone again is BLOCKED, not
   * WAITING.
   */
  everPresent: boolean;
  /** The status that the other side reports, verbatim. */
  externalStatus: string | null;
  /**
   * ACTIVATION: polls keep failing, and an anomaly says so. Ends with the next status that is read.
   */
  alarmed?: boolean;
}

interface StepHead {
  since: Instant;
  actor: Actor;
  /** Null where nobody does or verifies it but a person decides (APPROVAL). */
  mode: StepMode | null;
}

/** Everything known of a step; its status follows from this and from the run (stepStatus.ts). */
export interface StepKnowledge extends Observations {
  /** An observation was requested and has not come back. */
  observing: boolean;
  /** Keyway does the step itself (AUTOMATIC), and the call has not come back. */
  acting: boolean;
  /** When it is observed again automatically. */
  nextObservationAt: Instant | null;
  attestation: Attestation | null;
  /** The step's own call failed for good. */
  failure: StepFailure | null;
}

/** A step within a transition: its status is that of before the event. */
export interface StepDraft extends StepKnowledge, StepHead {
  status: StepStatus;
}

interface Idle {
  observing: false;
  acting: false;
  nextObservationAt: null;
}
interface Observed {
  observing: boolean;
  acting: false;
  nextObservationAt: Instant | null;
}
interface Open {
  attestation: null;
  failure: null;
}

/** What was known before a predecessor was open again is kept; nothing is under way. */
export interface LockedStep extends Observations, StepHead, Idle {
  status: 'LOCKED';
  attestation: Attestation | null;
  failure: StepFailure | null;
}
export interface ReadyStep extends Observations, StepHead, Idle, Open {
  status: 'READY';
}
/** Only a working step can be `acting`. */
export interface WorkingStep extends Observations, StepHead, Open {
  status: 'WORKING';
  observing: boolean;
  acting: boolean;
  nextObservationAt: Instant | null;
}
export interface WaitingStep extends Observations, StepHead, Observed, Open {
  status: 'WAITING';
}
export interface BlockedStep extends Observations, StepHead, Observed, Open {
  status: 'BLOCKED';
}
export interface FailedStep extends Observations, StepHead, Observed {
  status: 'FAILED';
  attestation: null;
  failure: StepFailure;
}
export interface DoneStep extends Observations, StepHead, Observed {
  status: 'DONE';
  attestation: Attestation | null;
  failure: null;
}
/** APPROVAL of a track that was submitted without one. */
export interface NotApplicableStep extends Observations, StepHead, Idle, Open {
  status: 'NOT_APPLICABLE';
}

/** A step with its derived status. What a status excludes is null or false in its type. */
export type StepState =
  | LockedStep
  | ReadyStep
  | WorkingStep
  | WaitingStep
  | BlockedStep
  | FailedStep
  | DoneStep
  | NotApplicableStep;

type Edit = Partial<Observations>;
/**
 * What a transition may change of a step. Status, actor and mode are derived; an attestation or a
 * failure ends what is under way.
 */
export type StepPatch =
  | (Edit &
      Partial<Pick<StepKnowledge, 'observing' | 'acting' | 'nextObservationAt'>> & {
        attestation?: null;
        failure?: null;
      })
  | (Edit & Idle & { attestation: Attestation; failure: null })
  | (Edit & { failure: StepFailure; acting: false; attestation?: null });

/** A step before anything is known of it. */
export const lockedStep = (now: Instant): LockedStep => ({
  status: 'LOCKED',
  since: now,
  actor: 'SYSTEM',
  mode: null,
  checks: [],
  facts: null,
  everPresent: false,
  observing: false,
  acting: false,
  nextObservationAt: null,
  externalStatus: null,
  attestation: null,
  failure: null,
});

const IDLE = { observing: false, acting: false, nextObservationAt: null } as const satisfies Idle;
const OPEN = { attestation: null, failure: null } as const satisfies Open;
/** What cannot be true of a step with this status. */
const EXCLUDED = {
  LOCKED: IDLE,
  READY: { ...IDLE, ...OPEN },
  NOT_APPLICABLE: { ...IDLE, ...OPEN },
  WORKING: OPEN,
  WAITING: { ...OPEN, acting: false },
  BLOCKED: { ...OPEN, acting: false },
  FAILED: { attestation: null, acting: false },
  DONE: { failure: null, acting: false },
} as const satisfies Record<StepStatus, Partial<StepKnowledge>>;
/** A run stored before failures were kept says no more than that the step failed. */
const unknownFailure = (at: Instant): StepFailure => ({
  code: 'failed',
  values: {},
  upstreamMessage: null,
  at,
});

/** The step with this status, and without what cannot be true of it. */
function asStatus(draft: StepDraft, status: StepStatus): StepState {
  switch (status) {
    case 'LOCKED':
      return { ...draft, ...EXCLUDED[status], status };
    case 'READY':
    case 'NOT_APPLICABLE':
      return { ...draft, ...EXCLUDED[status], status };
    case 'WORKING':
      return { ...draft, ...EXCLUDED[status], status };
    case 'WAITING':
    case 'BLOCKED':
      return { ...draft, ...EXCLUDED[status], status };
    case 'FAILED': {
      const failure = draft.failure ?? unknownFailure(draft.since);
      return { ...draft, ...EXCLUDED[status], failure, status };
    }
    case 'DONE':
      return { ...draft, ...EXCLUDED[status], status };
  }
}

export interface Derived {
  status: StepStatus;
  actor: Actor;
  mode: StepMode | null;
}

/** Whether the step is what `asStatus` would make of it. */
const isSettled = (draft: StepDraft, derived: Derived): draft is StepState =>
  hasMembers(draft, derived) &&
  hasMembers<StepDraft>(draft, EXCLUDED[derived.status]) &&
  (derived.status !== 'FAILED' || Boolean(draft.failure));

/**
 * The step with its derived status, which began now if it is another one. The very same object if
 * nothing changed, so that `settle` and `sameEvidence` can compare by identity.
 */
export function settledStep(draft: StepDraft, derived: Derived, now: Instant): StepState {
  if (isSettled(draft, derived)) return draft;
  const since = derived.status === draft.status ? draft.since : now;
  return asStatus({ ...draft, ...derived, since }, derived.status);
}
