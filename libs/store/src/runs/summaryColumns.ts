/**
 * The summary of a run as columns of its row: lists read no JSON, and an event writes of them what
 * it changed.
 */
import {
  TRACK_IDS,
  type Actor,
  type DelayedWork,
  type LostTimeCause,
  type RunStatus,
  type RunSummary,
  type ShownDelay,
  type StepId,
  type StepMode,
  type StepStatus,
  type StepSummary,
  type TrackId,
} from '@keyway/core';
import type { RowOf } from '../database/columns.ts';
import type { Run as RunModel } from '../generated/client.ts';

/** As they are stored: a name keeps its letter. */
const ACTOR_LETTERS: Readonly<Record<Actor, string>> = {
  PARTNER: 'P',
  AZURE_ADMIN: 'Z',
  ENTRA_ADMIN: 'E',
  AWS_ADMIN: 'W',
  APPROVER: 'A',
  ADOBE: 'D',
  SYSTEM: 'S',
};
const MODE_LETTERS: Readonly<Record<StepMode, string>> = {
  AUTOMATIC: 'u',
  VERIFIED: 'v',
  ATTESTED: 'a',
};
const NO_MODE = '-';
const ACTORS_BY_LETTER = byLetter(ACTOR_LETTERS);
const MODES_BY_LETTER = byLetter(MODE_LETTERS);

function byLetter<T extends string>(letters: Readonly<Record<T, string>>): Map<string, T> {
  // Cast: the keys of the record.
  return new Map(Object.entries(letters).map(([name, letter]) => [letter as string, name as T]));
}

export const SUMMARY_FIELDS = [
  'version',
  'status',
  'waitingOn',
  'startedAt',
  'updatedAt',
  'completedAt',
  'portfolioKey',
  'stepDetails',
  'stepSince',
  'ownerId',
  'ownerName',
  'dueAt',
] as const satisfies readonly (keyof RunModel)[];
type Columns = RowOf<RunModel, (typeof SUMMARY_FIELDS)[number]>;
/** Dates are texts in rows that `KeptRows` reads. */
export type SummaryRow = {
  [Name in keyof Columns]: Columns[Name] extends Date[]
    ? (Date | string)[]
    : Columns[Name] extends Date | null
      ? Columns[Name] | string
      : Columns[Name];
};

const stepsOf = ({ tracks }: RunSummary): StepSummary[] => tracks.flatMap(({ steps }) => steps);

/** `ACTOR ACTOR|TRACK/STEP/STATUS TRACK/STEP/STATUS …`. */
export const portfolioKeyOf = (summary: RunSummary): string =>
  `${summary.waitingOn.join(' ')}|${stepsOf(summary)
    .map(({ track, id, status }) => `${track}/${id}/${status}`)
    .join(' ')}`;

/**
 * What no other column says: `DONE/TOTAL TRACK_STATUS TRACK_STATUS LETTERS`, two letters for each
 * step, its actor and its mode, `TRACK=INSTANT` for each approval with a cooling-off,
 * `refused=TRACK` for each that was refused, and `delay=TRACK/WORK/CAUSE/SINCE/UNTIL/ASKED` for
 * each that waits since the database lost time.
 */
export function stepDetailsOf(summary: RunSummary): string {
  const { done, total } = summary.progress;
  const letters = stepsOf(summary).map(
    ({ actor, mode }) => ACTOR_LETTERS[actor] + (mode ? MODE_LETTERS[mode] : NO_MODE),
  );
  const statuses = TRACK_IDS.map(
    (track) => summary.tracks.find(({ id }) => id === track)!.status,
  ).join(' ');
  const usable = summary.tracks.flatMap(({ id, usableFrom }) =>
    usableFrom ? [` ${id}=${usableFrom}`] : [],
  );
  const refused = summary.tracks.flatMap((track) => (track.refused ? [refusedWord(track)] : []));
  const delays = summary.tracks.flatMap(({ id, delay }) => (delay ? [delayWord(id, delay)] : []));
  const own = letters.join('') + usable.join('');
  return [`${done}/${total}`, statuses, own, ...refused, ...delays].join(' ');
}

const refusedWord = ({ id }: { id: TrackId }): string => `refused=${id}`;

const DELAY = 'delay=';
const delayWord = (track: TrackId, { what, cause, since, until, asksAgain }: ShownDelay): string =>
  DELAY + [track, what, cause, since, until, asksAgain ? 'again' : 'continues'].join('/');

/** Rows of earlier versions have none: what they lack is over after minutes. */
function delayIn(parts: readonly string[], id: TrackId): ShownDelay | null {
  const part = parts.find((one) => one.startsWith(`${DELAY}${id}/`));
  if (!part) return null;
  const [, what, cause, since, until, asked] = part.slice(DELAY.length).split('/');
  return {
    // Casts: names as the core wrote them.
    what: what as DelayedWork,
    cause: cause as LostTimeCause,
    ...{ since: since!, until: until!, asksAgain: asked === 'again' },
  };
}

export const stepSinceOf = (summary: RunSummary): string[] =>
  stepsOf(summary).map(({ since }) => since);

const instant = (date: Date | string): string => new Date(date).toISOString();

/** Of a row whose read models are current. */
export function summaryOfRow(row: SummaryRow): RunSummary {
  const [progress = '', aep, cja, letters = '', ...rest] = row.stepDetails!.split(' ');
  const [done, total] = progress.split('/').map(Number);
  const keys = row.portfolioKey.slice(row.portfolioKey.indexOf('|') + 1).split(' ');
  const steps = keys.map((key, index) => stepOf(key, letters, 2 * index, row.stepSince[index]!));
  // Casts: names as the core wrote them.
  const statuses = { AEP: aep, CJA: cja } as Record<TrackId, StepStatus>;
  return {
    version: row.version,
    status: row.status as RunStatus,
    waitingOn: row.waitingOn as Actor[],
    progress: { done: done!, total: total! },
    startedAt: instant(row.startedAt),
    updatedAt: instant(row.updatedAt),
    completedAt: row.completedAt && instant(row.completedAt),
    owner: row.ownerId === null ? null : { memberId: row.ownerId, name: row.ownerName ?? '' },
    dueAt: row.dueAt && instant(row.dueAt),
    tracks: TRACK_IDS.map((id) => ({
      id,
      status: statuses[id],
      refused: rest.includes(refusedWord({ id })),
      usableFrom: rest.find((word) => word.startsWith(id))?.slice(id.length + 1) ?? null,
      delay: delayIn(rest, id),
      steps: steps.filter(({ track }) => track === id),
    })),
  };
}

function stepOf(key: string, letters: string, at: number, since: Date | string): StepSummary {
  const [track, id, status] = key.split('/');
  const actor = ACTORS_BY_LETTER.get(letters[at]!);
  if (!actor) throw new TypeError(`The stored step ${key} can't be read.`);
  return {
    // Casts: names as the core wrote them.
    id: id as StepId,
    track: track as TrackId,
    status: status as StepStatus,
    actor,
    mode: MODES_BY_LETTER.get(letters[at + 1]!) ?? null,
    since: instant(since),
  };
}
