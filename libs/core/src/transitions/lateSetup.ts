/** What Azure answered about a change whose set-up had ended before. */
import { withTrack, type Outcome } from '../change.ts';
import type { Run } from '../run.ts';
import type { AboutChange } from '../setup/setupEvents.ts';
import { changeProgress, type ChangeProgress, type TrackSetup } from '../setup/setupState.ts';

/** What became of it; null: nobody knows, as before. */
type Answer = Omit<ChangeProgress, 'kind' | 'inFlightUntil'> | null;

/** A refusal says less than another answer: of two that were sent, one may have made it. */
const saysMore = (known: ChangeProgress['state'] | undefined, answer: NonNullable<Answer>) =>
  known === 'SENDING' || (known === 'FAILED' && answer.state !== 'FAILED');

/** Nothing follows from it: who ended the set-up wants no next change, and no key of its own. */
function ofEnded(setup: TrackSetup, { change, planHash }: AboutChange, answer: Answer) {
  const known = changeProgress(setup, change);
  if (!setup.ended || setup.confirmed?.hash !== planHash) return null;
  if (!answer || !saysMore(known?.state, answer)) return null;
  const others = setup.progress.filter(({ kind }) => kind !== change);
  const progress = [...others, { kind: change, ...answer, late: true as const }];
  return { ...setup, progress };
}

/** Of a set-up that another one replaced meanwhile: what Keyway made stays known as its work. */
function ofReplaced(setup: TrackSetup, { setupId, change }: AboutChange, answer: Answer) {
  const isIt = (one: { setupId: string; kind: string }): boolean =>
    one.setupId === setupId && one.kind === change;
  const sent = setup.unanswered?.find(isIt);
  if (!sent || !answer) return null;
  const unanswered = setup.unanswered!.filter((one) => !isIt(one));
  const { kind, target } = sent;
  const made = answer.state === 'MADE' ? [...setup.made, { kind, target }] : setup.made;
  return { ...setup, made, unanswered };
}

/** Recorded once, where nothing else was known of the change; also in a run that is over. */
export function lateAnswer(run: Run, about: AboutChange, answer: Answer): Outcome {
  const { track, setupId } = about;
  const { setup } = run.tracks[track];
  const next =
    setup &&
    (setup.id === setupId ? ofEnded(setup, about, answer) : ofReplaced(setup, about, answer));
  return next ? { run: withTrack(run, track, { setup: next }) } : { run, changed: false };
}
