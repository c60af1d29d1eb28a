/**
 * Writes an event by what this process knows of its run: one round trip, which writes nothing where
 * the run is no longer as it was known. Then it is read again, before locks are taken.
 */
import { ofPartner } from '../database/ofPartner.ts';
import type { Run, RunEvent } from '@keyway/core';
import { inSpan } from '@keyway/telemetry';
import { UnknownCommit, type Database } from '../database/database.ts';
import { isUniqueViolation } from '../database/retry.ts';
import {
  knownRun,
  spanOf,
  type AdvanceOptions,
  type KnownRow,
  type WhichRun,
} from './advanceRun.ts';
import { KNOWN_RUNS } from './advanceStatements.ts';
import type { ChainEnd, KnownRun } from './advanceValues.ts';
import { writeOf } from './advanceWrite.ts';
import { decide, decideFollowing, isOvertaken } from './decideEvents.ts';
import type { AdvanceResult, Following } from './runRecord.ts';
import { observedSteps } from './stateParts.ts';
import { isUuid } from '../tenancy/visibility.ts';

const MAX_RUNS = 32;
/** Changes that bypass the write path, such as an operator's, are seen after this at the latest. */
const MAX_AGE_MILLISECONDS = 30_000;
/** Further in the future, a chain's time goes at its own pace, by the database's clock. */
const MAX_AHEAD_MILLISECONDS = 500;

interface Entry {
  /** Taken apart when it is needed. */
  known: KnownRun | KnownRow;
  /** When it was read (`performance.now()`). */
  readAt: number;
}
type End = Pick<KnownRow, 'seq' | 'hash' | 'at' | 'configuredBy'>;

/** A run as a claim reads it: where it is known as it is now, its chain alone. */
export type ClaimedRow = { claimed: string } & (
  ({ isKnown: false } & KnownRow) | ({ isKnown: true } & End)
);

/** What is known of runs when a claim is sent. */
export interface KnownNow {
  /** Of each (`runMark`). */
  marks: string[];
  /** What the claim read; answers each run, which throws where this version cannot read it. */
  learn(rows: readonly ClaimedRow[]): Map<string, () => Run>;
}

const isFresh = ({ readAt }: Entry): boolean => performance.now() - readAt <= MAX_AGE_MILLISECONDS;

/** Once, for all who ask. */
function takenApart(entry: Entry): KnownRun {
  if (!('runId' in entry.known)) entry.known = knownRun(entry.known);
  return entry.known;
}

/** What was known stays as old as it was. */
function entryOf(row: ClaimedRow, before: ReadonlyMap<string, Entry>, readAt: number): Entry {
  if (!row.isKnown) return { known: row, readAt };
  const { known, readAt: knownAt } = before.get(row.claimed)!;
  const { seq, hash, at, configuredBy } = row;
  return { known: { ...known, seq, hash, at, configuredBy }, readAt: knownAt };
}

const READ = {
  name: 'known_run',
  text: `${KNOWN_RUNS} where r.id = $1 and ${ofPartner('r.partner_id', '$2')}`,
};

/** A statement that found the run other than it was known wrote nothing. */
type Attempt = AdvanceResult | 'outdated' | null;

/** Of `AdvanceOptions`, and what was read after the event. */
export interface Conditions extends Pick<AdvanceOptions, 'fromEffect' | 'underLease' | 'reading'> {
  /** Whose run it is, where the caller knows and has no lease; otherwise it is read first. */
  partnerId?: string;
  /** Written with the event where it still holds; otherwise it is as if it had not been read. */
  following?: readonly Following[];
}

export class KnownRuns {
  private readonly options: { database: Database; pollScale: number };
  /** The last used are last. */
  private readonly entries = new Map<string, Entry>();
  private readonly turns = new Map<string, Promise<unknown>>();

  constructor(options: { database: Database; pollScale: number }) {
    this.options = options;
  }

  /** Of a run that is known; null where it is not. */
  partnerOf(runId: string): string | null {
    return this.entries.get(runId)?.known.partnerId ?? null;
  }

  /** A run as it was written. */
  learn(known: KnownRun): void {
    this.learnNewer(known.runId, { known, readAt: performance.now() });
  }

  now(): KnownNow {
    const readAt = performance.now();
    const known = new Map([...this.entries].filter(([, entry]) => isFresh(entry)));
    return {
      marks: [...known.values()].map(({ known: { mark } }) => mark),
      learn: (rows) =>
        new Map(
          rows.map((row) => {
            const entry = entryOf(row, known, readAt);
            this.learnNewer(row.claimed, entry);
            return [row.claimed, () => takenApart(entry).run];
          }),
        ),
    };
  }

  /** Never replaces what is newer. */
  private learnNewer(runId: string, entry: Entry): void {
    const last = this.entries.get(runId);
    if (!last || last.known.seq <= entry.known.seq) this.keep(runId, entry);
  }

  private keep(runId: string, entry: Entry): void {
    this.entries.delete(runId);
    this.entries.set(runId, entry);
    const [oldest] = this.entries.keys();
    if (this.entries.size > MAX_RUNS) this.entries.delete(oldest!);
  }

  /**
   * Null where the run changes under what is known of it, or may not be changed so, or it may be
   * unknown whether the event was written: then the usual way answers.
   */
  advance(which: WhichRun, event: RunEvent, conditions: Conditions): Promise<AdvanceResult | null> {
    return this.inTurn(which.runId, () =>
      inSpan('advanceRun', spanOf(event), () => this.advanceKnown(which, event, conditions)),
    );
  }

  private async advanceKnown(
    which: WhichRun,
    event: RunEvent,
    conditions: Conditions,
  ): Promise<AdvanceResult | null> {
    const known = this.entries.get(which.runId);
    // Whatever fails, nothing is known.
    this.entries.delete(which.runId);
    try {
      const first =
        known && isFresh(known) ? await this.write(known, event, conditions) : 'outdated';
      if (first !== 'outdated') return first;
      const read = await this.read(which);
      const second = read && (await this.write(read, event, conditions));
      return second === 'outdated' ? null : second;
    } catch (error) {
      const passes = error instanceof UnknownCommit || isUniqueViolation(error);
      if (passes || this.options.database.passes(error, 'system')) return null;
      throw error;
    }
  }

  private async read({ runId, partnerId }: WhichRun): Promise<Entry | null> {
    if (!isUuid(runId)) return null;
    const readAt = performance.now();
    const statement = { query: READ, values: [runId, partnerId] };
    const [[known]] = await this.options.database.together<[KnownRow[]]>('system', [statement]);
    return known ? { known, readAt } : null;
  }

  private async write(
    entry: Entry,
    given: RunEvent,
    { fromEffect, underLease, reading, following = [] }: Conditions,
  ): Promise<Attempt> {
    const { database, pollScale } = this.options;
    const { clock } = database;
    const known = takenApart(entry);
    const now = clock.now();
    if (known.at.getTime() - now.getTime() > MAX_AHEAD_MILLISECONDS) return null;
    const end: ChainEnd = { seq: known.seq, hash: known.hash, at: known.at, now, writtenAt: null };
    const ended = fromEffect?.jobKey ?? null;
    const first = decide(known, given, end, { clock, ended });
    // What is known may be outdated: only the run itself refuses, and says what was overtaken.
    if (reading && isOvertaken(reading, given, known.run, [])) return null;
    if ('refusal' in first) return null;
    const decided = decideFollowing(known, first, following, end, clock);
    const steps = decided.flatMap(({ event }) => observedSteps(event));
    // All of them were read after the first reading began.
    const observed = reading
      ? { since: reading.since, steps: steps.map(({ track, step }) => `${track}/${step}`) }
      : null;
    const lease = fromEffect ?? (underLease ? { ...underLease, generation: undefined } : null);
    const write = writeOf(known, decided, end, {
      ...{ clock, pollScale, checked: { lease, observed }, isEstimated: !clock.isGiven },
      ...(fromEffect ? { fromEffect } : {}),
    });
    const [[written]] = await database.together<[{ xmin: string | null }[]]>(
      'system',
      [write],
      'once',
    );
    if (!written) return 'outdated';
    this.keep(known.runId, { known: write.after(written.xmin), readAt: entry.readAt });
    return { run: write.run, applied: decided.some(({ outcome }) => outcome.changed) };
  }

  /** One at a time of a run, so that each knows what the one before wrote. */
  private async inTurn<T>(runId: string, work: () => Promise<T>): Promise<T> {
    const before = this.turns.get(runId);
    const turn = (async () => {
      await before?.catch(() => undefined);
      return work();
    })();
    this.turns.set(runId, turn);
    try {
      return await turn;
    } finally {
      if (this.turns.get(runId) === turn) this.turns.delete(runId);
    }
  }
}
