/** What is said of an organization's keys as a whole, and of the documented times after a loss. */
import {
  causeOf,
  silentSteps,
  TRACK_IDS,
  unreachableSteps,
  unread,
  type AlertSubject,
  type ClockMark,
  type Health,
  type Locale,
  type TrackId,
  type Watch,
  type WatchedTrack,
} from '@keyway/core';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { stepTitle, trackTitle } from '../names.ts';
import { alertSubject } from './alertSubject.ts';
import { describeCause } from './describeAlert.ts';

/** Why a track has its health; null where nothing is wrong. */
export function describeTrackCause(track: WatchedTrack, locale: Locale): string | null {
  const [silent] = silentSteps(track);
  const [unsteady] = unreachableSteps(track);
  if (track.health === 'UNREACHABLE' && !silent && unsteady)
    return format(
      messagesIn(locale).watch.readAgain,
      { step: stepTitle(unsteady, locale) },
      locale,
    );
  const subject =
    track.health === 'UNREACHABLE' && silent
      ? unread(track, silent)
      : causeOf(track.findings)?.subject;
  return subject ? describeSubject(subject, locale) : null;
}

function sentence(health: Health, id: TrackId, track: WatchedTrack, locale: Locale): string {
  const values = { track: trackTitle(id, locale), cause: describeTrackCause(track, locale) };
  const { sentences, sentenceOfReadAgain } = messagesIn(locale).watch;
  const isReadAgain = health === 'UNREACHABLE' && silentSteps(track).length === 0;
  return format(isReadAgain ? sentenceOfReadAgain : sentences[health], values, locale).trim();
}

/** Why something is wrong, as the core found it. */
export function describeSubject(subject: AlertSubject, locale: Locale): string | null {
  const stored = alertSubject(subject);
  return stored && describeCause(stored, locale);
}

/** Of the worse track. */
export function describeHealth(watch: Watch | null, health: Health, locale: Locale): string {
  const worst = TRACK_IDS.find((id) => watch?.tracks[id]?.health === health);
  const track = worst && watch?.tracks[worst];
  return track
    ? sentence(health, worst, track, locale)
    : messagesIn(locale).watch.sentences.NOT_WATCHED;
}

/** What a document says happens by then; the rule's ID where there is no text. */
export const describeClockMark = ({ rule }: Pick<ClockMark, 'rule'>, locale: Locale): string =>
  messagesIn(locale).watch.clock[rule] ?? rule;
