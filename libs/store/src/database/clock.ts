/**
 * The database's clock, which all processes share, so that the wrong clock of a machine changes
 * nothing. A test may set its own.
 */
import { dueAt, type Due, type Instant } from '@keyway/core';

/** Where a chain of history ends, as far as time goes. */
export interface ChainTime {
  /** Of its last entry. */
  at: Date;
  /** The database's, read after the chain was locked. */
  now: Date;
  /** When the last entry was written, whatever instant it bears; null where that is not known. */
  writtenAt: Date | null;
}

/** A slower answer says little about the present time. */
const MAX_ROUND_TRIP_MILLISECONDS = 1_000;
const STALE_MILLISECONDS = 60_000;
const MAX_SKEW_MILLISECONDS = 2_000;
const WARN_EVERY_MILLISECONDS = 10 * 60_000;

interface Sample {
  database: number;
  /** `performance.now()` when it arrived. */
  at: number;
}

export class Clock {
  private readonly given: (() => Date) | null;
  private readonly onWarning: (message: string) => void;
  private sample: Sample | null = null;
  private warnedAt = -Infinity;
  /** How far this machine's clock is ahead of the database's. */
  skewMilliseconds = 0;

  constructor(given: (() => Date) | null, onWarning: (message: string) => void) {
    this.given = given;
    this.onWarning = onWarning;
  }

  /** A test's own. */
  get isGiven(): boolean {
    return this.given !== null;
  }

  now(): Date {
    if (this.given) return this.given();
    if (!this.sample) return new Date();
    return new Date(this.sample.database + performance.now() - this.sample.at);
  }

  /** An instant that this process took from its own clock, by the database's. */
  ofProcess(instant: Date): Date {
    return this.given ? instant : new Date(this.now().getTime() + instant.getTime() - Date.now());
  }

  /** The database said its time in answer to what was sent at `sentAt` (`performance.now()`). */
  learn(database: Date, sentAt: number): void {
    const at = performance.now();
    const last = this.sample;
    if (last && at - sentAt > MAX_ROUND_TRIP_MILLISECONDS && at - last.at < STALE_MILLISECONDS)
      return;
    this.sample = { database: database.getTime(), at };
    this.skewMilliseconds = Date.now() - database.getTime();
    const wrong = Math.abs(this.skewMilliseconds) > MAX_SKEW_MILLISECONDS + (at - sentAt);
    if (!wrong || at - this.warnedAt < WARN_EVERY_MILLISECONDS) return;
    this.warnedAt = at;
    const seconds = Math.round(Math.abs(this.skewMilliseconds) / 1000);
    const which = this.skewMilliseconds > 0 ? 'ahead of' : 'behind';
    this.onWarning(
      `The clock of this machine is ${seconds} s ${which} the database's. Keyway uses the database's clock, but certificates and sign-in use this one. Correct it.`,
    );
  }

  /**
   * The instant of the next entry: now, and never before the entry it follows. Where that one bears
   * an instant of the future, time continues from there at half its pace until it is the present
   * again.
   */
  nextInstant(reported: Instant, { at, now, writtenAt }: ChainTime): Instant {
    if (this.given) return new Date(Math.max(Date.parse(reported), at.getTime())).toISOString();
    const passed = writtenAt ? Math.max(0, now.getTime() - writtenAt.getTime()) : 0;
    const next = at > now ? Math.max(at.getTime() + passed / 2, now.getTime()) : now.getTime();
    return new Date(next).toISOString();
  }

  /** When an effect is due that an event asks for whose instant is `at`. */
  due(due: Due, at: Instant, now: Date, pollScale: number): Instant {
    const ahead = Date.parse(at) - now.getTime();
    if (this.given || ahead <= 0) return dueAt(due, at, pollScale);
    return dueAt(
      due.at === undefined ? due : { ...due, at: whenReached(Date.parse(due.at), ahead, now) },
      now.toISOString(),
      pollScale,
    );
  }
}

/** When a chain whose time is `ahead` and goes at half its pace will have reached an instant. */
function whenReached(instant: number, ahead: number, now: Date): Instant {
  const left = instant - now.getTime();
  return new Date(now.getTime() + Math.max(0, Math.min(left, 2 * (left - ahead)))).toISOString();
}
