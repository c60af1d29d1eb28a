/** One sentence about a run: its most urgent step, or how it ended. */
import {
  coolingOffUntil,
  runStatus,
  stepsOf,
  TRACK_IDS,
  type Actor,
  type Instant,
  type Locale,
  type Run,
  type StepId,
  type StepState,
  type StepStatus,
  type TrackId,
} from '@keyway/core';
import { describeActor } from '../describeActor.ts';
import { describeCancellation } from '../describeReason.ts';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { stepTitle, trackTitle } from '../names.ts';
import { toClause } from '../shorten.ts';
import { describeStep, type Reader } from './describeStep.ts';

const OPEN: readonly StepStatus[] = ['FAILED', 'BLOCKED', 'WAITING', 'READY', 'WORKING'];
const ACTORS: readonly Actor[] = [
  'PARTNER',
  'APPROVER',
  'AZURE_ADMIN',
  'ENTRA_ADMIN',
  'ADOBE',
  'SYSTEM',
];

/**
 * First what failed, what is blocked, what waits on a person, what is ready; then what Keyway does
 * automatically; last what waits for a cooling-off, where nobody can act.
 */
function urgency({ status, actor }: StepState, isCooling: boolean): number {
  const isAutomatic = actor === 'SYSTEM' && (status === 'WAITING' || status === 'READY');
  if (isCooling) return (OPEN.length + 1) * ACTORS.length;
  const group = isAutomatic ? OPEN.length : OPEN.indexOf(status);
  return group * ACTORS.length + ACTORS.indexOf(actor);
}

function mostUrgentStep(run: Run, now: Instant) {
  const place = ({ track, step, state }: { track: TrackId; step: StepId; state: StepState }) =>
    urgency(state, coolingOffUntil(run, track, step, now) !== null);
  return TRACK_IDS.filter((track) => run.tracks[track].applicable)
    .flatMap((track) =>
      (Object.entries(run.tracks[track].steps) as [StepId, StepState][]).map(([step, state]) => ({
        track,
        step,
        state,
      })),
    )
    .filter(({ state }) => OPEN.includes(state.status))
    .toSorted((a, b) => place(a) - place(b))[0];
}

/**
 * One line: the most urgent open step with its status, or how the run ended. `now` gives the age of
 * the status.
 */
export function describeRun(run: Run, now: Instant, locale: Locale, reader?: Reader): string {
  const { status } = messagesIn(locale);
  if (run.cancelled) {
    const name = describeActor(run.cancelled.by, locale);
    const reason = toClause(describeCancellation(run.cancelled, locale));
    return format(status.cancelled, { name, reason }, locale);
  }
  if (run.completedAt && runStatus(run) === 'COMPLETED')
    return format(status.completed, { date: run.completedAt.slice(0, 10) }, locale);
  const first = mostUrgentStep(run, now);
  if (!first) return status.done;
  const hasBothTracks = stepsOf(run, 'CJA').length > 0;
  const place = [
    ...(hasBothTracks ? [trackTitle(first.track, locale)] : []),
    stepTitle(first.step, locale),
  ].join(' · ');
  return `${place}: ${describeStep(run, first.track, first.step, now, locale, reader)}`;
}
