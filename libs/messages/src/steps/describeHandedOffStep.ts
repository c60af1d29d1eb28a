/** One sentence about a step for the admin of the customer who has to do it, by a hand-off. */
import type { Instant, Locale, Run, StepId, StepState, TrackId } from '@keyway/core';
import { describeCheck } from '../checks/describeCheck.ts';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { toClause } from '../shorten.ts';
import { describeStep, type Reader } from './describeStep.ts';
import { describeOwnTask } from './describeTask.ts';

/** Somebody has to act, and by this link it is the reader. */
const isToDo = ({ status, actor }: StepState): boolean =>
  status === 'READY' || (status === 'WAITING' && actor !== 'SYSTEM');

/** As `describeStep`, which calls the partner "you". */
export function describeHandedOffStep(
  run: Run,
  track: TrackId,
  step: StepId,
  now: Instant,
  locale: Locale,
  reader?: Reader,
): string {
  const state = run.tracks[track].steps[step];
  if (!state || !isToDo(state)) return describeStep(run, track, step, now, locale, reader);
  const needing = state.checks.find((check) => check.needs);
  const task = needing
    ? toClause(describeCheck(needing, locale).remedy ?? '')
    : describeOwnTask(run, track, step, locale);
  return format(messagesIn(locale).status.toDo, { task }, locale);
}
