/**
 * The status of one step, derived from what is known; `settle` keeps it with the instant it began.
 */
import { isAssignedByKeyway } from './assignmentGuid.ts';
import type { CheckResult } from './check.ts';
import { applicationIdOf, isFrozen, isFrozenStep, principalOf, vaultOf } from './knowledge.ts';
import type { Connections } from './organization.ts';
import type { PlanStep } from './plan.ts';
import type { RunDraft } from './run.ts';
import { isMadeByKeyway } from './setup/isMadeByKeyway.ts';
import { isSettingUp, SET_UP } from './setup/setupState.ts';
import type { Derived, StepDraft } from './stepState.ts';
import {
  OBSERVED_STEP_IDS,
  type Actor,
  type ObservedStepId,
  type StepId,
  type StepMode,
  type TrackId,
} from './vocabulary.ts';

const OBSERVED: ReadonlySet<StepId> = new Set(OBSERVED_STEP_IDS);
/** Whether the step's state is read from a cloud (`OBSERVED_STEP_IDS`). */
export const isObservedStep = (step: StepId): step is ObservedStepId => OBSERVED.has(step);

/** Adobe's final status of a key that is in use, in upper case only (AEP-42, ST-05). */
export const ADOBE_COMPLETED = 'COMPLETED';
/** Adobe's final status of a submission that failed, in upper case only (AEP-42, ST-06). */
export const ADOBE_FAILED = 'FAILED';

const isSent = ({ tracks }: RunDraft): boolean =>
  tracks.AEP.submission !== null && tracks.AEP.submission.status !== 'aborted';

/** How a step is or would be done: depends on which credentials the customer lets us hold. */
export function modeOf(run: RunDraft, track: TrackId, step: StepId): StepMode | null {
  const state = run.tracks[track].steps[step];
  if (state?.attestation) return 'ATTESTED';
  switch (step) {
    case 'ENTITLEMENT':
    case 'TICKET':
    case 'CONFIRMATION':
      return 'ATTESTED';
    case 'APPROVAL':
      return null;
    case 'APP_REGISTRATION':
    case 'SUBMISSION':
      if (step === 'SUBMISSION' && run.tracks[track].attesting) return 'ATTESTED';
      return isSent(run) || (run.connections.adobe && run.organization.cloud === 'AZURE')
        ? 'AUTOMATIC'
        : 'ATTESTED';
    case 'ACTIVATION':
      // What a person submitted in Adobe's page is not known by the name its status is read by.
      if (run.tracks.AEP.steps.SUBMISSION?.attestation) return 'ATTESTED';
      return run.connections.adobe && run.organization.cloud === 'AZURE' ? 'VERIFIED' : 'ATTESTED';
    default:
      if (!isConnected(run, step)) return 'ATTESTED';
      if (isMadeByKeyway(run, track, step)) return 'AUTOMATIC';
      return step === 'ROLE' && run.connections.azure?.access === 'WRITE'
        ? 'AUTOMATIC'
        : 'VERIFIED';
  }
}

/** Who has to act before a call can succeed; null where it passes without anybody. */
function actorNeeded(checks: readonly CheckResult[], step: PlanStep): Actor | null {
  const needs = checks.find((check) => check.needs)?.needs;
  if (!needs) return null;
  // Runs stored before `actor` existed: a refused credential is the partner's to renew, a missing
  // permission the step's actor's to grant.
  const actor = needs.actor ?? (needs.kind === 'credential' ? 'PARTNER' : 'STEP');
  if (actor !== 'STEP') return actor;
  return step.actor === 'SYSTEM' ? 'PARTNER' : step.actor;
}

/** Who has to act on a check; null where it passes. Of a call that is tried again it is Keyway. */
export function actorOfCheck(check: CheckResult, step: PlanStep): Actor | null {
  if (check.verdict === 'PASS') return null;
  if (check.verdict === 'WARN') return 'PARTNER';
  const byDefault = step.actor === 'SYSTEM' ? 'PARTNER' : step.actor;
  return actorNeeded([check], step) ?? (check.verdict === 'UNKNOWN' ? 'SYSTEM' : byDefault);
}

/** From verdicts to a status (docs/reference/run.md, "Verdict to status"). */
function observedStatus(state: StepDraft, step: PlanStep): Pick<Derived, 'status' | 'actor'> {
  if (state.failure)
    return { status: 'FAILED', actor: actorNeeded(state.checks, step) ?? 'PARTNER' };
  if (state.attestation) return { status: 'DONE', actor: step.actor };
  if (state.checks.length === 0)
    return state.observing
      ? { status: 'WORKING', actor: 'SYSTEM' }
      : { status: 'READY', actor: step.actor };
  const blocks = state.checks.filter((check) => check.verdict === 'BLOCK' && !check.override);
  if (blocks.length > 0) {
    if (state.acting) return { status: 'WORKING', actor: 'SYSTEM' };
    const neverThere = !state.everPresent && blocks.every((check) => check.missing);
    const actor = step.actor === 'SYSTEM' ? 'PARTNER' : step.actor;
    return { status: neverThere ? 'WAITING' : 'BLOCKED', actor };
  }
  const unknown = state.checks.filter((check) => check.verdict === 'UNKNOWN');
  if (unknown.length === 0) return { status: 'DONE', actor: step.actor };
  return { status: 'WAITING', actor: actorNeeded(unknown, step) ?? 'SYSTEM' };
}

function decidedStatus(
  run: RunDraft,
  track: TrackId,
  step: PlanStep,
  state: StepDraft,
): Pick<Derived, 'status' | 'actor'> {
  const { approval, submission, ticket, confirmation } = run.tracks[track];
  if (state.attestation) return { status: 'DONE', actor: step.actor };
  switch (step.id) {
    case 'APPROVAL':
      if (approval?.status === 'approved' || approval?.status === 'spent')
        return { status: 'DONE', actor: 'APPROVER' };
      // Submitted when the plan asked for none, or before it was decided; it can decide nothing any
      // more.
      if (isFrozen(run, track)) return { status: 'NOT_APPLICABLE', actor: 'APPROVER' };
      return approval?.status === 'requested'
        ? { status: 'WAITING', actor: 'APPROVER' }
        : { status: 'READY', actor: 'PARTNER' };
    case 'SUBMISSION':
      if (run.tracks[track].attesting) return { status: 'WORKING', actor: 'SYSTEM' };
      if (submission?.status === 'sent') return { status: 'DONE', actor: 'SYSTEM' };
      if (submission?.status === 'failed')
        return { status: 'FAILED', actor: actorNeeded(state.checks, step) ?? 'PARTNER' };
      return submission && submission.status !== 'aborted'
        ? { status: 'WORKING', actor: 'SYSTEM' }
        : { status: 'READY', actor: 'PARTNER' };
    case 'ACTIVATION': {
      const last = submission?.statuses.at(-1)?.status;
      if (last === ADOBE_COMPLETED) return { status: 'DONE', actor: 'ADOBE' };
      if (last === ADOBE_FAILED) return { status: 'FAILED', actor: 'PARTNER' };
      // Without a credential nobody can ask Adobe: the partner connects again, or attests.
      if (submission?.status === 'sent' && !run.connections.adobe)
        return { status: 'WAITING', actor: 'PARTNER' };
      // Past the point of no return: a poll that fails blocks nothing, but somebody has to act, or
      // Keyway tries again.
      const isRead = state.checks.length === 0;
      return {
        status: 'WAITING',
        actor: isRead ? 'ADOBE' : (actorNeeded(state.checks, step) ?? 'SYSTEM'),
      };
    }
    case 'TICKET':
      return ticket ? { status: 'DONE', actor: 'PARTNER' } : { status: 'READY', actor: 'PARTNER' };
    case 'CONFIRMATION':
      return confirmation
        ? { status: 'DONE', actor: 'ADOBE' }
        : { status: 'WAITING', actor: 'ADOBE' };
    default:
      return { status: 'READY', actor: step.actor };
  }
}

/** Decided by people and by Adobe, not by what was read before. */
const DECIDED_STEPS: ReadonlySet<StepId> = new Set([
  'APPROVAL',
  'SUBMISSION',
  'ACTIVATION',
  'TICKET',
  'CONFIRMATION',
]);

/**
 * What nothing can be read of until the partner connects the cloud, names the key, or attests the
 * step.
 */
function waitingForPartner(
  run: RunDraft,
  track: TrackId,
  { id }: PlanStep,
  state: StepDraft,
  derived: Pick<Derived, 'status' | 'actor'>,
) {
  const isOpen = derived.status === 'READY' || derived.status === 'WAITING';
  if (isOpen && SET_UP.has(id) && isSettingUp(run.tracks[track].setup))
    return { status: 'WORKING' as const, actor: 'SYSTEM' as const };
  if (derived.status !== 'READY' || !isObservedStep(id) || state.facts) return derived;
  const needsKey = (id === 'VAULT' || id === 'NETWORK' || id === 'KEY') && !run.tracks[track].key;
  const needsTemplate = id === 'POLICY' && !run.tracks[track].keyPolicy;
  return needsKey || needsTemplate || !isConnected(run, id)
    ? { ...derived, actor: 'PARTNER' as const }
    : derived;
}

/** Where a step is read: at Adobe, or in the cloud that the organization's keys are in. */
export const connectionOf = (
  { organization }: Pick<RunDraft, 'organization'>,
  step: ObservedStepId,
): keyof Connections => {
  if (organization.cloud === 'AWS') return 'aws';
  return step === 'APP_REGISTRATION' ? 'adobe' : 'azure';
};

/** Whether Keyway has a credential for the cloud that a step is read from. */
export const isConnected = (run: RunDraft, step: ObservedStepId): boolean =>
  Boolean(run.connections[connectionOf(run, step)]);

/** The configuration was found at Adobe by its name, and this submission never began to send it. */
export const isFoundUnsent = ({ tracks }: RunDraft): boolean =>
  tracks.AEP.submission?.status === 'sent' && tracks.AEP.submission.sends === 0;

/**
 * What Keyway may do and did not, since it was there already, was verified and is not Keyway's
 * work: a role, a configuration.
 */
function modeDone(
  run: RunDraft,
  track: TrackId,
  step: StepId,
  mode: StepMode | null,
): StepMode | null {
  if (mode !== 'AUTOMATIC') return mode;
  const isFound =
    (step === 'ROLE' && !isAssignedByKeyway(run, track)) ||
    (step === 'SUBMISSION' && isFoundUnsent(run));
  return isFound ? 'VERIFIED' : mode;
}

/**
 * What follows from the run for one step. `state` is the step's; of the other steps only those
 * before it are asked, by their status.
 */
export function deriveStep(
  run: RunDraft,
  track: TrackId,
  step: PlanStep,
  state: StepDraft,
): Derived {
  const mode = modeOf(run, track, step.id);
  // Past the point of no return what went before stays as it was; later regressions are anomalies.
  const passed = isFrozenStep(run, track, step.id);
  if (passed && !DECIDED_STEPS.has(step.id))
    return { status: state.status, actor: state.actor, mode: state.mode };
  const open = !passed && step.after.some((id) => run.tracks[track].steps[id]?.status !== 'DONE');
  if (open) return { status: 'LOCKED', actor: step.actor, mode };
  const derived = isObservedStep(step.id)
    ? observedStatus(state, step)
    : decidedStatus(run, track, step, state);
  return {
    ...waitingForPartner(run, track, step, state, derived),
    mode: derived.status === 'DONE' ? modeDone(run, track, step.id, mode) : mode,
  };
}

/** Whether a step has everything it needs to be observed. */
export function canObserve(run: RunDraft, track: TrackId, step: ObservedStepId): boolean {
  if (!isConnected(run, step)) return false;
  if (step === 'APP_REGISTRATION') return true;
  if (!run.tracks[track].key) return false;
  switch (step) {
    case 'VAULT':
      return true;
    case 'POLICY':
      return run.tracks[track].keyPolicy !== undefined;
    case 'KEY':
      if (run.organization.cloud === 'AWS') return true;
      return vaultOf(run, track) !== null;
    case 'NETWORK':
      return vaultOf(run, track) !== null;
    case 'CONSENT':
      return applicationIdOf(run, track) !== null;
    case 'ROLE':
      return principalOf(run, track) !== null && vaultOf(run, track) !== null;
  }
}
