/** What is known of the database's own past: which server it is on, and whether it lost time. */
import type { LostTimeCause } from '@keyway/core';

/**
 * Why an era began. `FIRST`: Keyway never saw the database before. `FAILED_OVER`: a standby became
 * the primary, and what was written last may be lost. `RESTORED`: it comes from a backup, or is on
 * another server. `RESUMED`: nobody was connected for a while, as while a disk is put back, or a
 * move was canceled. `MOVING`: it is closed, to be moved. `MOVED`: it was, and nothing was lost.
 */
export type EraCause = LostTimeCause | 'FIRST' | 'MOVING' | 'MOVED';

/** Whether it may have lost what was written last, so that sends wait. */
export const hasLostTime = (cause: EraCause): cause is LostTimeCause =>
  cause === 'FAILED_OVER' || cause === 'RESTORED' || cause === 'RESUMED';

/** Which database of which server; null where the server does not say it. */
export interface DatabaseIdentity {
  systemIdentifier: string | null;
  /** As text: the driver reads it so. */
  databaseOid: string;
  /** A standby that becomes the primary begins another one, as does recovery from a backup. */
  timeline: number | null;
}

/** Which database it was before it was moved here. */
export type FormerDatabase = Omit<DatabaseIdentity, 'timeline'>;

/** How far a process saw the database, to find out that it lost time. */
export interface SeenEra extends DatabaseIdentity {
  number: number;
  beats: number;
  /** Every one that it was moved from, the last one last. */
  movedFrom: readonly FormerDatabase[];
}

/** The last era in which something may have been lost. */
export interface LostEra {
  number: number;
  cause: LostTimeCause;
  beganAt: Date;
}

/** The last era as the database has it, and the database as it is now. */
export interface FoundEra extends SeenEra {
  /** Itself, or one before it: a move shortens no wait. Null: nothing was ever lost. */
  lost: LostEra | null;
  cause: EraCause;
  beganAt: Date;
  beatAt: Date;
  now: Date;
  /** When the last era began that a backup was the cause of; null where none was. */
  restoredAt: Date | null;
  here: DatabaseIdentity;
}

/** Without a beat for so long nobody was connected: each process beats three times as often. */
const MAX_SILENCE_SECONDS = 120;
/** For so long after a move nobody need be connected yet: nothing was sent since. */
const MAX_START_SECONDS = 3600;

/** What is not known differs from nothing. */
const differ = <T>(one: T | null, other: T | null): boolean =>
  one !== null && other !== null && one !== other;

export const isSameDatabase = (one: FormerDatabase, other: FormerDatabase): boolean =>
  one.databaseOid === other.databaseOid && !differ(one.systemIdentifier, other.systemIdentifier);

export const isOtherTimeline = (one: DatabaseIdentity, other: DatabaseIdentity): boolean =>
  differ(one.timeline, other.timeline);

/**
 * Whether this is a server that another one replaced: what is written there is lost. One that was
 * said to be restored since is not.
 */
export function isReplaced({ here, ...last }: FoundEra, seen: SeenEra | null): boolean {
  if (!seen || last.number > seen.number) return false;
  // Moved to where this process was: whoever opens the former server again starts nothing on it.
  if (!isSameDatabase(here, seen))
    return seen.movedFrom.some((former) => isSameDatabase(here, former));
  return here.timeline !== null && seen.timeline !== null && here.timeline < seen.timeline;
}

/** Nobody was connected for longer than processes that run can be. */
const isSilentTooLong = ({ now, beatAt, cause, beats }: FoundEra): boolean => {
  const isUnused = cause === 'MOVED' && beats <= 1;
  const seconds = isUnused ? MAX_START_SECONDS : MAX_SILENCE_SECONDS;
  return now.getTime() - beatAt.getTime() > seconds * 1000;
};

/** Why another era begins now; null: the last one lasts. */
export function causeOf(found: FoundEra, seen: SeenEra | null): EraCause | null {
  const { here, ...last } = found;
  if (!isSameDatabase(here, last)) return 'RESTORED';
  const isSilent = isSilentTooLong(found);
  // Fewer beats than this process saw: also where a snapshot was put back under the same timeline.
  const isBehind =
    seen !== null &&
    isSameDatabase(here, seen) &&
    (last.number < seen.number || (last.number === seen.number && last.beats < seen.beats));
  if (isBehind || isOtherTimeline(here, last)) return isSilent ? 'RESTORED' : 'FAILED_OVER';
  return isSilent ? 'RESUMED' : null;
}
