/**
 * The state machine as a pure function, `(run, event) → { run, effects } | refusal`. The store
 * applies it inside one transaction (docs/reference/run.md, rules 1 and 2).
 */
import type { Outcome } from './change.ts';
import type { Effect } from './effect.ts';
import type { EventKind, RunEvent, RunEventOf } from './event.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Run } from './run.ts';
import { isClosed } from './runStatus.ts';
import { settle } from './settle.ts';
import {
  approvalExpired,
  approvalGranted,
  approvalRefused,
  approvalRequested,
  approvalWithdrawn,
} from './transitions/approval.ts';
import { connectionsChanged } from './transitions/connections.ts';
import { organizationChanged } from './transitions/organization.ts';
import { policyChanged } from './transitions/policy.ts';
import { keyPolicyProvided } from './transitions/keyPolicy.ts';
import { keyProvided, stepAttested } from './transitions/preparation.ts';
import { vaultProbed } from './transitions/vaultProbed.ts';
import {
  checkOverridden,
  factsObserved,
  verificationRequested,
} from './transitions/observation.ts';
import { roleAssigned, roleAssignmentFailed } from './transitions/roleAssignment.ts';
import { runCancelled, runStarted, stepRetried } from './transitions/lifecycle.ts';
import {
  configurationAccepted,
  configurationDelayed,
  configurationNotSent,
  configurationNotFound,
  configurationSendFailed,
  configurationSending,
} from './transitions/configuration.ts';
import { configurationObserved } from './transitions/activation.ts';
import { submissionRequested, trackReread } from './transitions/submission.ts';
import { cjaConfirmed, ticketRecorded } from './transitions/ticket.ts';
import {
  setupCancelled,
  setupChangeDelayed,
  setupChangeFailed,
  setupChangeMade,
  setupChangeStarted,
  setupConfirmed,
  setupPlanFailed,
  setupPlanned,
  setupRequested,
} from './transitions/setup.ts';
import { commentAdded, runAssigned } from './transitions/work.ts';
import { workResumed } from './transitions/workResumed.ts';

/**
 * What an event did to a run: its next state, the effects to schedule and the job keys of effects
 * to remove. `changed` is false when the event changed nothing; history gets no entry then.
 */
export interface Transition {
  run: Run;
  effects: Effect[];
  clearJobKeys: string[];
  changed: boolean;
}

type TransitionOf<K extends EventKind> = (run: Run, event: RunEventOf<K>) => Outcome;

const TRANSITIONS: { readonly [K in Exclude<EventKind, 'runStarted'>]: TransitionOf<K> } = {
  connectionsChanged,
  organizationChanged,
  policyChanged,
  stepAttested,
  keyProvided,
  vaultProbed,
  keyPolicyProvided,
  verificationRequested,
  factsObserved,
  trackReread,
  checkOverridden,
  approvalRequested,
  approvalGranted,
  approvalRefused,
  approvalWithdrawn,
  approvalExpired,
  submissionRequested,
  configurationDelayed,
  configurationNotSent,
  configurationSending,
  configurationAccepted,
  configurationSendFailed,
  configurationNotFound,
  configurationObserved,
  roleAssigned,
  roleAssignmentFailed,
  setupRequested,
  setupPlanned,
  setupPlanFailed,
  setupConfirmed,
  setupChangeDelayed,
  setupChangeStarted,
  setupChangeMade,
  setupChangeFailed,
  setupCancelled,
  ticketRecorded,
  cjaConfirmed,
  workResumed,
  stepRetried,
  runAssigned,
  commentAdded,
  runCancelled,
};

/** `event.kind` apart, so that TypeScript pairs it with its transition. */
function apply<K extends keyof typeof TRANSITIONS>(
  run: Run,
  kind: K,
  event: RunEventOf<K>,
): Outcome {
  return TRANSITIONS[kind](run, event);
}

/** Events that change nothing on a closed run, where requests of people are refused. */
const IGNORED_WHEN_CLOSED: ReadonlySet<EventKind> = new Set<EventKind>([
  'connectionsChanged',
  'organizationChanged',
  'policyChanged',
  'factsObserved',
  'vaultProbed',
  'trackReread',
  'approvalExpired',
  'configurationDelayed',
  'configurationNotSent',
  'configurationSending',
  'configurationAccepted',
  'configurationSendFailed',
  'configurationNotFound',
  'configurationObserved',
  'roleAssigned',
  'roleAssignmentFailed',
  'setupPlanned',
  'setupPlanFailed',
  'setupChangeDelayed',
  'setupChangeStarted',
  'setupChangeMade',
  'setupChangeFailed',
  'workResumed',
]);

/** What Azure did is recorded also after the run was canceled. */
const isLateAnswer = ({ data }: RunEvent): boolean => 'late' in data && data.late === true;

/**
 * Computes the next state and effects of a run from its current state and one event, or the reason
 * why the event is refused. Pure: it reads no clock and changes nothing.
 * @param run null for `runStarted` only
 */
export function transition(run: Run | null, event: RunEvent): Transition | { refusal: Refusal } {
  if (event.kind === 'runStarted') {
    if (run) return { refusal: refuse('runStarted', null) };
    return finish(null, event, runStarted(event));
  }
  if (!run) return { refusal: refuse('runNotFound', null) };
  if (isClosed(run) && event.kind !== 'commentAdded' && !isLateAnswer(event)) {
    if (IGNORED_WHEN_CLOSED.has(event.kind))
      return { run, effects: [], clearJobKeys: [], changed: false };
    return {
      refusal: refuse(run.cancelled ? 'runCancelled' : 'runCompleted', ['runId']),
    };
  }
  return finish(run, event, apply(run, event.kind, event));
}

function finish(
  before: Run | null,
  event: RunEvent,
  outcome: Outcome,
): Transition | { refusal: Refusal } {
  if ('refusal' in outcome) return outcome;
  if (outcome.changed === false && before) {
    return {
      run: before,
      effects: outcome.effects ?? [],
      clearJobKeys: outcome.clearJobKeys ?? [],
      changed: false,
    };
  }
  const { run, effects, clearJobKeys } = settle(before, outcome, event.at);
  const closed = isClosed(run);
  return {
    run: { ...run, version: (before?.version ?? 0) + 1, updatedAt: event.at },
    effects: closed ? [] : effects,
    clearJobKeys: closed ? ['*'] : clearJobKeys,
    changed: true,
  };
}
