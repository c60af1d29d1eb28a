/** One sentence about a step or a run: where it stands and on whom it waits. */
import {
  type Actor,
  ADOBE_FAILED,
  type CheckId,
  type CheckResult,
  earlierSubmission,
  failureOfCheck,
  type Instant,
  isConnected,
  isFoundUnsent,
  isObservedStep,
  keyOf,
  type Locale,
  planStep,
  type Run,
  runStatus,
  type StepId,
  stepsOf,
  type StepState,
  type StepStatus,
  tenantOf,
  TRACK_IDS,
  type TrackId,
} from '@keyway/core';
import { actorInWords } from './actorInWords.ts';
import { describeCheck } from './describeCheck.ts';
import { shortened } from './shortened.ts';
import { NAMED, SENTENCE_WORDS } from './sentenceWords.ts';
import { reasonInWords } from './reasonInWords.ts';
import { actorName, stepTitle, trackTitle } from './steps.ts';
import { instantInWords } from './valuesInWords.ts';

const fill = (template: string, values: Record<string, string>): string =>
  template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name]! : whole,
  );

/**
 * Without its final stop, for use inside a sentence; the other side's words are kept to one line.
 */
const inner = (text: string): string =>
  shortened(text.replace(/\s+/g, ' ').trim().replace(/\.$/, ''));

/** ` for 3 days`; nothing under an hour, where it would be noise. */
function ageOf(since: Instant, now: Instant, locale: Locale): string {
  const hours = Math.floor((Date.parse(now) - Date.parse(since)) / 3_600_000);
  if (!(hours >= 1)) return '';
  const { hours: hourWords, days: dayWords } = SENTENCE_WORDS[locale];
  const [count, [one, many]] = hours < 24 ? [hours, hourWords] : [Math.floor(hours / 24), dayWords];
  return `${locale === 'es' ? ' desde hace' : ' for'} ${count === 1 ? one : many.replace('{n}', String(count))}`;
}

function taskOf(run: Run, track: TrackId, step: StepId, locale: Locale): string {
  const key = keyOf(run, track);
  const words = SENTENCE_WORDS[locale];
  const named = NAMED[locale];
  if (
    !key &&
    (step === 'VAULT' || step === 'KEY' || step === 'NETWORK') &&
    run.organization.cloud === 'AZURE'
  )
    return words.nameKey;
  const asked = step !== 'APPROVAL' || run.tracks[track].approval?.status === 'requested';
  const tenant = tenantOf(run, track);
  const { caseNumber } = run.tracks.CJA.ticket ?? {};
  const task = fill(asked ? words.task[step] : words.askApproval, {
    vault: key ? fill(named.vault, { name: key.vault }) : named.theVault,
    key: key ? fill(named.key, { name: key.key }) : named.theKey,
    tenant: tenant === null ? named.theTenant : fill(named.tenant, { name: tenant }),
    case: caseNumber === undefined ? named.theCase : fill(named.case, { name: caseNumber }),
  });
  const cloud = missingConnection(run, step);
  return cloud ? fill(words.connectOrAttest, { cloud, task }) : task;
}

/** The cloud that has to be connected before the step can be read, or Adobe's status asked for. */
function missingConnection(run: Run, step: StepId): 'Adobe' | 'Azure' | null {
  if (run.organization.cloud !== 'AZURE') return null;
  if (step === 'ACTIVATION')
    return run.tracks.AEP.submission?.status === 'sent' && !run.connections.adobe ? 'Adobe' : null;
  if (!isObservedStep(step) || isConnected(run, step)) return null;
  return step === 'APP_REGISTRATION' ? 'Adobe' : 'Azure';
}

const observedOf = (check: CheckResult, locale: Locale): string =>
  inner(describeCheck(check, locale).observed ?? '');

/** The observation of a failed call says itself that it could not be read. */
function notCheckedSentence(check: CheckResult, locale: Locale): string {
  const words = SENTENCE_WORDS[locale];
  const template = failureOfCheck(check) === null ? words.waitingSystem : words.waitingSystemFailed;
  return fill(template, { observed: observedOf(check, locale) });
}

function waitingSentence(
  run: Run,
  track: TrackId,
  step: StepId,
  state: StepState,
  now: Instant,
  locale: Locale,
): string {
  const words = SENTENCE_WORDS[locale];
  const unknown = state.checks.filter((check) => check.verdict === 'UNKNOWN');
  const settling = unknown.find((check) => check.until);
  if (state.actor === 'SYSTEM' && settling) {
    return fill(words.waitingUntil, {
      observed: observedOf(settling, locale),
      until: instantInWords(settling.until!),
    });
  }
  if (state.actor === 'SYSTEM' && unknown[0]) return notCheckedSentence(unknown[0], locale);
  const needing = state.checks.find((check) => check.needs);
  const said =
    step === 'ACTIVATION' && state.actor === 'ADOBE' && !needing && state.externalStatus
      ? ` (${fill(words.adobeSays, { status: inner(state.externalStatus) })})`
      : '';
  const task = needing
    ? inner(describeCheck(needing, locale).remedy ?? '')
    : `${taskOf(run, track, step, locale)}${said}`;
  const sentence = fill(words.waitingOn, {
    actor: actorName(state.actor, run.organization.name, locale),
    age: ageOf(state.since, now, locale),
    task,
  });
  return locale === 'es' ? sentence.replace(/^A la espera de el /, 'A la espera del ') : sentence;
}

function failedSentence(state: StepState, step: StepId, locale: Locale): string {
  const words = SENTENCE_WORDS[locale];
  if (step === 'ACTIVATION' && (!state.failure || state.externalStatus === ADOBE_FAILED))
    return words.adobeFailed;
  const failed = state.checks.find(({ verdict }) => verdict === 'BLOCK');
  const told = failed
    ? observedOf(failed, locale)
    : inner(state.failure?.message ?? state.externalStatus ?? stepTitle(step, locale));
  return fill(words.failed, { what: `${told}.` });
}

function doneSentence(state: StepState, locale: Locale): string {
  const words = SENTENCE_WORDS[locale];
  if (state.attestation)
    return fill(words.doneAttested, { name: actorInWords(state.attestation.by, locale) });
  if (state.mode === 'AUTOMATIC') return words.doneAutomatic;
  return state.mode === 'VERIFIED' ? words.doneVerified : words.done;
}

/** Keyway may assign the role, and found it assigned. */
const isAlreadyAssigned = (run: Run, { attestation, mode }: StepState): boolean =>
  !attestation && mode === 'VERIFIED' && run.connections.azure?.access === 'WRITE';

/**
 * After an earlier submission whose outcome was not known, what is there may be what that one sent.
 */
const foundSentence = (run: Run, locale: Locale): string =>
  earlierSubmission(run) ? SENTENCE_WORDS[locale].doneFoundLater : SENTENCE_WORDS[locale].doneFound;

function openSteps(run: Run, track: TrackId, step: StepId): StepId[] {
  return (
    planStep(run, track, step)?.after.filter(
      (id) => run.tracks[track].steps[id]?.status !== 'DONE',
    ) ?? []
  );
}

/**
 * Where a step stands and on whom it waits, in one sentence ; a failed attempt is named after
 * it.
 */
export function describeStep(
  run: Run,
  track: TrackId,
  step: StepId,
  now: Instant,
  locale: Locale,
): string {
  const sentence = standingOf(run, track, step, now, locale);
  const state = run.tracks[track].steps[step];
  const words = SENTENCE_WORDS[locale];
  if (!state) return sentence;
  if (
    step === 'ACTIVATION' &&
    state.status === 'WAITING' &&
    state.actor !== 'ADOBE' &&
    state.externalStatus
  ) {
    return fill(words.lastStatus, { sentence, status: inner(state.externalStatus) });
  }
  const failed =
    state.status === 'WORKING' ? state.checks.find(({ check }) => CALLS.has(check)) : undefined;
  return failed ? fill(words.lastTry, { sentence, message: observedOf(failed, locale) }) : sentence;
}

/** What Keyway does itself and tries again. */
const CALLS: ReadonlySet<CheckId> = new Set(['roleCanBeAssigned', 'configurationIsTaken']);

function standingOf(run: Run, track: TrackId, step: StepId, now: Instant, locale: Locale): string {
  const words = SENTENCE_WORDS[locale];
  const state = run.tracks[track].steps[step];
  if (!run.tracks[track].applicable) return words.notNeededOnAws;
  if (!state) return words.notNeeded;
  const actor = actorName(state.actor, run.organization.name, locale);
  switch (state.status) {
    case 'LOCKED':
      return fill(words.later, {
        steps: openSteps(run, track, step)
          .map((id) => stepTitle(id, locale))
          .join(', '),
      });
    case 'READY':
      return fill(words.ready, { actor, task: taskOf(run, track, step, locale) });
    case 'WORKING':
      if (state.acting) return words.acting;
      return state.looking
        ? words.looking
        : fill(words.working, { task: taskOf(run, track, step, locale) });
    case 'WAITING':
      return waitingSentence(run, track, step, state, now, locale);
    case 'BLOCKED': {
      const blocking =
        state.checks.find(
          (check) => check.verdict === 'BLOCK' && !check.override && !check.missing,
        ) ?? state.checks.find((check) => check.verdict === 'BLOCK' && !check.override);
      if (!blocking) return fill(words.failed, { what: stepTitle(step, locale) });
      const { title } = describeCheck(blocking, locale);
      return fill(words.blocked, {
        title,
        observed: observedOf(blocking, locale),
        age: ageOf(state.since, now, locale),
      });
    }
    case 'FAILED':
      return failedSentence(state, step, locale);
    case 'DONE':
      if (step === 'SUBMISSION' && !state.attestation && isFoundUnsent(run))
        return foundSentence(run, locale);
      return step === 'ROLE' && isAlreadyAssigned(run, state)
        ? words.doneAlready
        : doneSentence(state, locale);
    case 'NOT_APPLICABLE':
      return words.notNeeded;
  }
}

const OPEN: readonly StepStatus[] = ['FAILED', 'BLOCKED', 'WAITING', 'READY', 'WORKING'];
const ACTOR_ORDER: readonly Actor[] = [
  'PARTNER',
  'APPROVER',
  'AZURE_ADMIN',
  'ENTRA_ADMIN',
  'ADOBE',
  'SYSTEM',
];

/**
 * What needs people's eyes first: what failed, what blocks, what waits on somebody, what is ready,
 * and last what Keyway does itself.
 */
function urgency(state: StepState): number {
  const byItself =
    state.actor === 'SYSTEM' && (state.status === 'WAITING' || state.status === 'READY');
  return (
    (byItself ? OPEN.length : OPEN.indexOf(state.status)) * ACTOR_ORDER.length +
    ACTOR_ORDER.indexOf(state.actor)
  );
}

/** Where a run stands and on whom it waits, in one sentence. */
export function describeRun(run: Run, now: Instant, locale: Locale): string {
  const words = SENTENCE_WORDS[locale];
  if (run.cancelled)
    return fill(words.cancelled, {
      name: actorInWords(run.cancelled.by, locale),
      reason: inner(reasonInWords(run.cancelled.reason, locale)),
    });
  if (run.completedAt && runStatus(run) === 'COMPLETED')
    return fill(words.completed, { date: run.completedAt.slice(0, 10) });
  const open = TRACK_IDS.flatMap((track) =>
    (Object.entries(run.tracks[track].steps) as [StepId, StepState][]).map(([step, state]) => ({
      track,
      step,
      state,
    })),
  ).filter(({ track, state }) => run.tracks[track].applicable && OPEN.includes(state.status));
  const first = open.toSorted((a, b) => urgency(a.state) - urgency(b.state))[0];
  if (!first) return words.done;
  const place =
    stepsOf(run, 'CJA').length > 0
      ? `${trackTitle(first.track, locale)} · ${stepTitle(first.step, locale)}`
      : stepTitle(first.step, locale);
  return `${place}: ${describeStep(run, first.track, first.step, now, locale)}`;
}
