/** What became known of a change whose set-up had ended before. */
import { withTrack, type Change, type Outcome } from '../change.ts';
import type { Run } from '../run.ts';
import { mayArriveUntil } from '../setup/openCalls.ts';
import type { AboutChange } from '../setup/setupEvents.ts';
import {
  changeProgress,
  setupStatus,
  type ChangeProgress,
  type TrackSetup,
} from '../setup/setupState.ts';
import { TRACK_IDS, type Instant, type TrackId } from '../vocabulary.ts';
import { planEffect } from './setupEffects.ts';

/** What became of it; `LOST`: its call ended without an answer, and it may still arrive. */
type Answer =
  | (Pick<ChangeProgress, 'at' | 'failure'> & {
      state: Exclude<ChangeProgress['state'], 'SENDING'>;
    })
  | { state: 'LOST'; at: Instant };

/** A refusal says less than another answer: of two that were sent, one may have made it. */
function saysMore(known: ChangeProgress | undefined, answer: Answer): boolean {
  if (answer.state === 'LOST') return known?.state === 'SENDING' && !known.answerLost;
  return known?.state === 'SENDING' || (known?.state === 'FAILED' && answer.state !== 'FAILED');
}

/** Nothing follows from it: who ended the set-up wants no next change, and no key of its own. */
function ofEnded(setup: TrackSetup, { change, planHash }: AboutChange, answer: Answer) {
  const known = changeProgress(setup, change);
  if (!setup.ended || setup.confirmed?.hash !== planHash || !known) return null;
  if (!saysMore(known, answer)) return null;
  const others = setup.progress.filter(({ kind }) => kind !== change);
  const late = true as const;
  const next: ChangeProgress =
    answer.state === 'LOST'
      ? { ...known, answerLost: true, late }
      : { kind: change, ...answer, late };
  return { ...setup, progress: [...others, next] };
}

/** Of a set-up that another one replaced meanwhile: what Keyway made stays known as its work. */
function ofReplaced(setup: TrackSetup, { setupId, change }: AboutChange, answer: Answer) {
  const isIt = (one: { setupId: string; kind: string }): boolean =>
    one.setupId === setupId && one.kind === change;
  const sent = setup.unanswered?.find(isIt);
  if (!sent || (answer.state === 'LOST' && sent.answerLost)) return null;
  const others = setup.unanswered!.filter((one) => !isIt(one));
  if (answer.state === 'LOST')
    return { ...setup, unanswered: [...others, { ...sent, answerLost: true as const }] };
  const { kind, target } = sent;
  const made = answer.state === 'MADE' ? [...setup.made, { kind, target }] : setup.made;
  return { ...setup, made, unanswered: others };
}

/** A set-up that waits for this answer alone, on either track, waits no longer. */
function withoutWait({ run, effects = [] }: Change, track: TrackId, now: Instant): Change {
  const { setup } = run.tracks[track];
  if (!setup?.waitsUntil || setup.waitsUntil <= now || setupStatus(setup) !== 'PLANNING')
    return { run, effects };
  const until = mayArriveUntil(run, setup);
  if (until === setup.waitsUntil) return { run, effects };
  const { waitsUntil: _, ...rest } = setup;
  const next = until !== null && until > now ? { ...rest, waitsUntil: until } : rest;
  return {
    run: withTrack(run, track, { setup: next }),
    effects: [...effects, planEffect(track, next, 0)],
  };
}

/** Recorded once, where nothing else was known of the change; also in a run that is over. */
export function lateAnswer(run: Run, about: AboutChange, answer: Answer): Outcome {
  const { track, setupId } = about;
  const { setup } = run.tracks[track];
  const next =
    setup &&
    (setup.id === setupId ? ofEnded(setup, about, answer) : ofReplaced(setup, about, answer));
  if (!next) return { run, changed: false };
  return TRACK_IDS.reduce<Change>((change, id) => withoutWait(change, id, answer.at), {
    run: withTrack(run, track, { setup: next }),
  });
}
