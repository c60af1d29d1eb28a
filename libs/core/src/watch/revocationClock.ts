/**
 * What the documents say happens, and when, once Adobe cannot use a key. Whether any of it can be
 * undone is contradictory, so nothing here promises it (REV-03, GAP-24).
 */
import { plusSeconds } from '../polling.ts';
import type { RuleId } from '../rules/register.ts';
import type { Instant } from '../vocabulary.ts';
import { causeOf } from './alertsOf.ts';
import type { Finding, WatchedTrack } from './watch.ts';

/** A documented moment. Its text follows from `rule`. */
export interface ClockMark {
  at: Instant;
  rule: RuleId;
}

/** Documented moments since Adobe can't use a key (TM-05, TM-06, TM-14, TM-17). */
export interface RevocationClock {
  startedAt: Instant;
  cause: Finding;
  marks: ClockMark[];
}

const HOUR = 3600;

/**
 * Until a deleted vault or key of Azure can be recovered (REC-01, REC-02), or the deletion of a key
 * in KMS cancelled (AWS-15).
 */
function lastChance({ subject }: Finding): ClockMark[] {
  if (subject.kind !== 'check') return [];
  return LAST_CHANCES.flatMap(({ value, rule }) => {
    const date = subject.values[value];
    return typeof date === 'string' && !Number.isNaN(Date.parse(date)) ? [{ at: date, rule }] : [];
  });
}
const LAST_CHANCES = [
  { value: 'purgeDate', rule: 'REC-02' },
  { value: 'deletionDate', rule: 'AWS-15' },
] as const;

/**
 * Of the worst finding that takes the key from Adobe; null where there is none. Documented times
 * are never scaled. The purge has no documented time (TM-14): it may come from the beginning on.
 */
export function revocationClock({ findings, kms }: WatchedTrack): RevocationClock | null {
  const ending = findings.filter(({ harm }) => harm !== 'AT_RISK');
  const cause = causeOf(ending);
  if (!cause) return null;
  const startedAt = ending
    .map(({ since }) => since)
    .toSorted((a, b) => Date.parse(a) - Date.parse(b))[0]!;
  const marks: ClockMark[] = [
    ...(cause.harm === 'REVOKED' ? [{ at: startedAt, rule: 'TM-14' as const }] : []),
    ...(kms ? [{ at: plusSeconds(startedAt, 5 * 60), rule: 'TM-17' as const }] : []),
    { at: plusSeconds(startedAt, 24 * HOUR), rule: 'TM-05' },
    { at: plusSeconds(startedAt, 7 * 24 * HOUR), rule: 'TM-06' },
    ...lastChance(cause),
  ];
  return {
    startedAt,
    cause,
    marks: marks.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at)),
  };
}
