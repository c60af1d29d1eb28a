/** One sentence about a step for the admin of the customer who has to do it, by a hand-off. */
import {
  planStep,
  type Attestation,
  type Instant,
  type Locale,
  type Run,
  type StepId,
  type StepState,
  type TrackId,
} from '@keyway/core';
import { describeCheck } from '../checks/describeCheck.ts';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { toClause } from '../shorten.ts';
import { describeStep, type Reader } from './describeStep.ts';
import { describeOwnTask } from './describeTask.ts';

/** Somebody has to act, and by this link it is the reader. */
const isToDo = ({ status, actor }: StepState): boolean =>
  status === 'READY' || (status === 'WAITING' && actor !== 'SYSTEM');

/** Who attested, without a name: the partner, or the customer's admin by another link. */
function attestorOf(
  { run, track, step, partner }: HandedOff,
  { by }: Attestation,
  locale: Locale,
): string {
  const actor = by.origin === 'handOff' ? planStep(run, track, step)?.actor : 'PARTNER';
  const values = { actor, partner, organization: run.organization.name };
  return format(messagesIn(locale).names.actor, values, locale);
}

/** A step of a hand-off, and what its reader may know. */
export interface HandedOff {
  run: Run;
  track: TrackId;
  step: StepId;
  /** The partner's name, which stands for those of its members; null: not known. */
  partner: string | null;
  /** Whether it was attested by this very link, which shows the name that was stated. */
  isOwn: boolean;
}

/** As `describeStep`, which calls the partner "you". It names nobody who did not use the link. */
export function describeHandedOffStep(handedOff: HandedOff, now: Instant, locale: Locale): string {
  const { run, track, step, partner, isOwn } = handedOff;
  const state = run.tracks[track].steps[step];
  const attestation = isOwn ? null : state?.attestation;
  const reader: Reader = {
    ...{ partner, isPartner: false },
    ...(attestation && { attestor: attestorOf(handedOff, attestation, locale) }),
  };
  if (!state || !isToDo(state)) return describeStep(run, track, step, now, locale, reader);
  const needing = state.checks.find((check) => check.needs);
  const remedy = needing && describeCheck(needing, locale).remedy;
  // Whole sentences that already say what to do.
  if (remedy) return `${toClause(remedy)}.`;
  const task = describeOwnTask(run, track, step, locale);
  return format(messagesIn(locale).status.toDo, { task }, locale);
}
