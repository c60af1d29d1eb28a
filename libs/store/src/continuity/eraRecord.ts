/** What is known of the database's own past: which server it is on, and whether it lost time. */

/**
 * Why an era began. `FIRST`: Keyway never saw the database before. `FAILED_OVER`: a standby became
 * the primary, and what was written last may be lost. `RESTORED`: it comes from a backup, or is on
 * another server. `RESUMED`: nobody was connected for a while, as while a disk is put back.
 */
export type EraCause = 'FIRST' | 'FAILED_OVER' | 'RESTORED' | 'RESUMED';

/** Which database of which server; null where the server does not say it. */
export interface DatabaseIdentity {
  systemIdentifier: string | null;
  /** As text: the driver reads it so. */
  databaseOid: string;
  /** A standby that becomes the primary begins another one, as does recovery from a backup. */
  timeline: number | null;
}

/** How far a process saw the database, to find out that it lost time. */
export interface SeenEra extends DatabaseIdentity {
  number: number;
  beats: number;
}

/** The last era as the database has it, and the database as it is now. */
export interface FoundEra extends SeenEra {
  cause: EraCause;
  beganAt: Date;
  beatAt: Date;
  now: Date;
  /** When the last era began that a backup was the cause of; null where none was. */
  restoredAt: Date | null;
  here: DatabaseIdentity;
}

/** Without a beat for so long nobody was connected: each process beats three times as often. */
export const MAX_SILENCE_SECONDS = 120;

/** What is not known differs from nothing. */
const differ = <T>(one: T | null, other: T | null): boolean =>
  one !== null && other !== null && one !== other;

const isSameDatabase = (one: DatabaseIdentity, other: DatabaseIdentity): boolean =>
  one.databaseOid === other.databaseOid && !differ(one.systemIdentifier, other.systemIdentifier);

const isOtherTimeline = (one: DatabaseIdentity, other: DatabaseIdentity): boolean =>
  differ(one.timeline, other.timeline);

/**
 * Whether this is a server that another one replaced: what is written there is lost. One that was
 * said to be restored since is not.
 */
export function isReplaced({ here, ...last }: FoundEra, seen: SeenEra | null): boolean {
  if (!seen || !isSameDatabase(here, seen) || here.timeline === null || seen.timeline === null)
    return false;
  return here.timeline < seen.timeline && last.number <= seen.number;
}

/** Why another era begins now; null: the last one lasts. */
export function causeOf(found: FoundEra, seen: SeenEra | null): EraCause | null {
  const { here, ...last } = found;
  if (!isSameDatabase(here, last)) return 'RESTORED';
  const isSilent = found.now.getTime() - found.beatAt.getTime() > MAX_SILENCE_SECONDS * 1000;
  // Fewer beats than this process saw: also where a snapshot was put back under the same timeline.
  const hasLostTime =
    seen !== null &&
    isSameDatabase(here, seen) &&
    (last.number < seen.number || (last.number === seen.number && last.beats < seen.beats));
  if (hasLostTime || isOtherTimeline(here, last)) return isSilent ? 'RESTORED' : 'FAILED_OVER';
  return isSilent ? 'RESUMED' : null;
}
