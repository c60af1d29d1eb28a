/** One sentence about a step: its status and who has to act. */
import {
  ADOBE_FAILED,
  coolingOffUntil,
  databaseDelayOf,
  earlierSubmission,
  failureOfCheck,
  isFoundUnsent,
  lastBlockedOf,
  notPossibleIn,
  planStep,
  type CheckId,
  type CheckResult,
  type Instant,
  type Locale,
  type Run,
  type StepId,
  type StepState,
  type StepStatus,
  type TrackId,
} from '@keyway/core';
import { describeCheck } from '../checks/describeCheck.ts';
import { listChecks } from '../checks/listChecks.ts';
import { displayInstant } from '../displayInstant.ts';
import { describeActor } from '../describeActor.ts';
import { describeDatabaseDelay } from '../describeDatabaseDelay.ts';
import { reasonTexts } from '../describeSetup.ts';
import { describeStepFailure } from '../describeStepFailure.ts';
import { format, formatList, type MessageValues } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { stepTitle } from '../names.ts';
import { toClause } from '../shorten.ts';
import { describeLastApproval } from './describeLastApproval.ts';
import { describeTask } from './describeTask.ts';

/** Who reads: of the partner, whether as one of them, or nobody in particular. */
export interface Reader {
  /** The partner's name; null: not known. */
  partner: string | null;
  /** Whether the reader is one of those who act for the partner. */
  isPartner: boolean;
  /** Who attested, in place of a name; absent: the name is shown. */
  attestor?: string;
}
const ANYBODY: Reader = { partner: null, isPartner: false };

/** A step of a run at a time, for a reader. */
interface Subject {
  run: Run;
  track: TrackId;
  step: StepId;
  state: StepState;
  now: Instant;
  locale: Locale;
  reader: Reader;
}

const HOUR_MILLISECONDS = 3_600_000;

/** How long a status has lasted, as the messages name it; nothing in the first hour. */
function ageOf({ state, now }: Subject): { unit: string | null; count: number } {
  const hours = Math.floor((Date.parse(now) - Date.parse(state.since)) / HOUR_MILLISECONDS);
  if (!(hours >= 1)) return { unit: null, count: 0 };
  return hours < 24
    ? { unit: 'hours', count: hours }
    : { unit: 'days', count: Math.floor(hours / 24) };
}

type StatusMessage = keyof ReturnType<typeof messagesIn>['status'];

/** Renders a message of the status; every one may name the actor. */
function say(subject: Subject, message: StatusMessage, values: MessageValues = {}): string {
  const { state, run, locale, reader } = subject;
  const isOwn = state.actor === 'APPROVER' && run.policy.fourEyes === 'OWN_APPROVER';
  const common = {
    actor: isOwn ? 'OWN_APPROVER' : state.actor,
    organization: run.organization.name,
    partner: reader.partner,
    team: reader.isPartner ? 'yes' : null,
  };
  return format(messagesIn(locale).status[message], { ...common, ...values }, locale);
}

const observed = (check: CheckResult, locale: Locale): string =>
  toClause(describeCheck(check, locale).observed ?? '');

function waiting(subject: Subject): string {
  const { state, locale } = subject;
  const unknown = state.checks.filter((check) => check.verdict === 'UNKNOWN');
  const settling = unknown.find((check) => check.until);
  if (state.actor === 'SYSTEM' && settling)
    return say(subject, 'checkedAgainAt', {
      observed: observed(settling, locale),
      until: displayInstant(settling.until!),
    });
  if (state.actor === 'SYSTEM' && unknown[0])
    return say(subject, failureOfCheck(unknown[0]) === null ? 'notChecked' : 'callFailed', {
      observed: observed(unknown[0], locale),
    });
  const needing = state.checks.find((check) => check.needs);
  const remedy = needing && describeCheck(needing, locale).remedy;
  return remedy
    ? say(subject, 'waitingOnRemedy', { remedy: `${toClause(remedy)}.`, ...ageOf(subject) })
    : say(subject, 'waitingOn', { task: taskOf(subject), ...ageOf(subject) });
}

function blocked(subject: Subject): string {
  const { state, step, locale } = subject;
  const blocking = state.checks.filter((check) => check.verdict === 'BLOCK' && !check.override);
  const shown = blocking.find((check) => !check.missing) ?? blocking[0];
  if (!shown) return say(subject, 'failed', { reason: stepTitle(step, locale) });
  const { title } = describeCheck(shown, locale);
  const values = { title, observed: observed(shown, locale), ...ageOf(subject) };
  return say(subject, 'blocked', values);
}

function failed(subject: Subject): string {
  const { state, step, locale } = subject;
  if (step === 'ACTIVATION' && (!state.failure || state.externalStatus === ADOBE_FAILED))
    return say(subject, 'adobeFailed');
  const check = state.checks.find(({ verdict }) => verdict === 'BLOCK');
  const reason = check
    ? observed(check, locale)
    : toClause(
        (state.failure && describeStepFailure(step, state.failure, locale)) ??
          state.externalStatus ??
          stepTitle(step, locale),
      );
  return say(subject, 'failed', { reason });
}

function done(subject: Subject): string {
  const { run, step, state, locale } = subject;
  if (state.attestation)
    return say(subject, 'doneAttested', {
      name: subject.reader.attestor ?? describeActor(state.attestation.by, locale),
    });
  // What was found may be what an earlier submission sent, whose outcome was not known.
  if (step === 'SUBMISSION' && isFoundUnsent(run))
    return say(subject, 'found', { earlierSubmission: Boolean(earlierSubmission(run)) });
  const mayAssign = step === 'ROLE' && run.connections.azure?.access === 'WRITE';
  if (state.mode === 'VERIFIED')
    return say(subject, mayAssign ? 'alreadyAssigned' : 'doneVerified');
  return say(subject, state.mode === 'AUTOMATIC' ? 'doneByKeyway' : 'done');
}

function later(subject: Subject): string {
  const { run, track, step, locale } = subject;
  const open = (planStep(run, track, step)?.after ?? []).filter(
    (id) => run.tracks[track].steps[id]?.status !== 'DONE',
  );
  const steps = formatList(
    open.map((id) => stepTitle(id, locale)),
    locale,
  );
  return say(subject, 'later', { steps });
}

/** What became of the last request for approval stands before that it can be requested again. */
function ready(subject: Subject): string {
  const { run, track, step, now, locale } = subject;
  const task = taskOf(subject);
  const until = coolingOffUntil(run, track, step, now);
  if (until !== null) return say(subject, 'coolingOff', { task, until: displayInstant(until) });
  const sentence = say(subject, 'ready', { task });
  const last = step === 'APPROVAL' ? describeLastApproval(run, track, locale) : null;
  return last === null ? sentence : `${last} ${sentence}`;
}

function working(subject: Subject): string {
  const { run, track, step, state, now, locale } = subject;
  const delay = databaseDelayOf(run, track, step, now);
  if (delay) return describeDatabaseDelay(delay, locale);
  if (state.acting) return say(subject, 'assigning');
  return state.observing
    ? say(subject, 'checking')
    : say(subject, 'working', { task: taskOf(subject) });
}

const taskOf = ({ run, track, step, locale }: Subject): string =>
  describeTask(run, track, step, locale);

/** A step with one of these is not done, and no longer is once its run was cancelled. */
const OPEN: ReadonlySet<StepStatus> = new Set(['LOCKED', 'READY', 'WORKING', 'WAITING']);

function statusOf(subject: Subject): string {
  const { run, state } = subject;
  if (run.cancelled && OPEN.has(state.status)) return say(subject, 'leftOpen');
  switch (state.status) {
    case 'LOCKED':
      return later(subject);
    case 'READY':
      return ready(subject);
    case 'WORKING':
      return working(subject);
    case 'WAITING':
      return waiting(subject);
    case 'BLOCKED':
      return blocked(subject);
    case 'FAILED':
      return failed(subject);
    case 'DONE':
      return done(subject);
    case 'NOT_APPLICABLE':
      return say(subject, 'notNeeded');
  }
}

/** Calls that Keyway makes for a step and tries again. */
const CALLS: ReadonlySet<CheckId> = new Set(['roleCanBeAssigned', 'configurationIsTaken']);

/**
 * The status of a step and who has to act, in one sentence; a failed try is added to it. The reader
 * decides how the partner is called.
 */
export function describeStep(
  run: Run,
  track: TrackId,
  step: StepId,
  now: Instant,
  locale: Locale,
  reader: Reader = ANYBODY,
): string {
  const { status } = messagesIn(locale);
  const state = run.tracks[track].steps[step];
  if (!run.tracks[track].applicable) return status.notNeededOnAws;
  if (!state) return status.notNeeded;
  const subject = { run, track, step, state, now, locale, reader };
  const sentence = statusOf(subject);
  const { externalStatus } = state;
  const isStuck = step === 'ACTIVATION' && state.status === 'WAITING' && state.actor !== 'ADOBE';
  if (isStuck && externalStatus)
    return say(subject, 'lastStatus', { sentence, status: toClause(externalStatus) });
  const call =
    state.status === 'WORKING' && !run.cancelled
      ? state.checks.find(({ check }) => CALLS.has(check))
      : undefined;
  if (call) return say(subject, 'lastTry', { sentence, message: observed(call, locale) });
  return withLastBlocked(subject, withSetup(subject, sentence));
}

/** With why Keyway can't set it up, where a person has to act instead. */
function withSetup(subject: Subject, sentence: string): string {
  const { run, track, step, state, locale } = subject;
  const { setup } = run.tracks[track];
  const isOpen = state.status === 'READY' || state.status === 'LOCKED';
  if (!setup?.plan || setup.ended || run.cancelled || !isOpen) return sentence;
  const change = notPossibleIn(setup.plan.changes, step)[0];
  if (!change) return sentence;
  const { reason, remedy } = reasonTexts(change, run.organization, locale);
  return say(subject, 'notSetUp', { sentence, reason, remedy });
}

/** With what Keyway last saw, where that blocked and a person may say that it is corrected. */
function withLastBlocked(subject: Subject, sentence: string): string {
  const { run, track, step, state, locale } = subject;
  const last = lastBlockedOf(run, track, step);
  if (!last || run.cancelled || state.status === 'LOCKED' || state.status === 'BLOCKED')
    return sentence;
  const blocked = listChecks(last.checks, locale);
  const values = { at: displayInstant(last.at), count: last.checks.length };
  return say(subject, 'lastBlocked', { sentence, blocked, ...values });
}
