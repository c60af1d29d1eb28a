/** Why a track is not healthy, from its facts alone. */
import type { CheckResult } from '../check.ts';
import { differencesOf, isSameValue, type FieldDifference } from './differencesOf.ts';
import { harmOfOutcome, isWatchedCheck, type WatchedCheckId } from './harmOfOutcome.ts';
import {
  inspectKeyIdentifier,
  sameKey,
  withVersion,
  type KeyIdentifier,
} from '../keyIdentifier.ts';
import type { Instant } from '../vocabulary.ts';
import { expiresAt, expiryMark } from './expiryMarks.ts';
import type { Harm } from './health.ts';
import { unsafeVersions } from './keyVersions.ts';
import {
  type Finding,
  type FindingSubject,
  type WatchedStepId,
  type WatchedTrack,
  watchedSteps,
} from './watch.ts';

/** What is found before it is known since when. */
type Found = Omit<Finding, 'since'>;

/**
 * An outcome that was approved, or accepted with its field, is no finding. An expiry within 30 days
 * is one, whoever knew of it; what takes the key from Adobe can only be approved before it is used.
 */
function isApproved(
  track: WatchedTrack,
  step: WatchedStepId,
  { check, outcome }: CheckResult,
  { harm, at }: { harm: Harm; at: Instant },
): boolean {
  const { approved, accepted } = track;
  if (outcome === 'soon' || (outcome === 'expiring' && expiresSoon(track, at))) return false;
  const known = approved[step]?.checks ?? [];
  const later = harm === 'AT_RISK' ? accepted.flatMap(({ checks }) => checks) : [];
  return [...known, ...later].some((one) => one.check === check && one.outcome === outcome);
}

/** Imported material of KMS, within the 30 days that count for keys of Azure too (AWS-02). */
function expiresSoon({ steps }: WatchedTrack, at: Instant): boolean {
  const mark = expiryMark(expiresAt(steps.KEY.facts), at);
  return mark !== null && mark <= 30;
}

/** The same subject, so that it stands since then. */
export function subjectKey(subject: FindingSubject): string {
  switch (subject.kind) {
    case 'check':
      return `check ${subject.check}`;
    case 'difference':
      return `difference ${subject.field}`;
    case 'configuration':
      return 'configuration';
    case 'version':
      return `version ${subject.version}`;
  }
}

/**
 * A check that cannot decide leaves its finding as it was: what propagates is not in force yet
 * (TM-01, TM-02), and what is not stated heals nothing.
 */
function ofCheck(
  track: WatchedTrack,
  step: WatchedStepId,
  result: CheckResult,
  at: Instant,
): Found[] {
  const { check, outcome, verdict, values = {} } = result;
  if (!isWatchedCheck(check) || verdict === 'PASS') return [];
  if (verdict === 'UNKNOWN') return findingsBefore(track, check);
  const harm = harmOfOutcome(check, outcome);
  return harm && !isApproved(track, step, result, { harm, at })
    ? [{ harm, step, subject: { kind: 'check', check, outcome, values } }]
    : [];
}

const findingsBefore = (track: WatchedTrack, check: WatchedCheckId): Found[] =>
  track.findings.filter(({ subject }) => subject.kind === 'check' && subject.check === check);

/** What is different and was not accepted as it is now. */
export function openDifferences(track: WatchedTrack, step: WatchedStepId): FieldDifference[] {
  const [approved, facts] = [track.approved[step]?.facts, track.steps[step].facts];
  if (!approved || !facts) return [];
  return differencesOf(approved, facts).filter(
    ({ field, now }) =>
      !isSameValue(field, track.accepted.findLast((one) => one.field === field)?.value, now),
  );
}

function ofStep(track: WatchedTrack, step: WatchedStepId, at: Instant): Found[] {
  const differences = openDifferences(track, step)
    .filter(({ effect }) => effect !== 'improved')
    .map(({ field, approved, now }): Found => ({
      harm: 'AT_RISK',
      step,
      subject: { kind: 'difference', field, approved, now },
    }));
  const { checks } = track.steps[step];
  return [...checks.flatMap((one) => ofCheck(track, step, one, at)), ...differences];
}

/** Adobe's configuration names another key or vault: that is another configuration (ROT-08). */
function ofConfiguration({ keyIdentifier, configuration }: WatchedTrack): Found[] {
  if (!configuration?.keyIdentifier) return [];
  const [approved, now] = [keyIdentifier, configuration.keyIdentifier].map(
    (text) => inspectKeyIdentifier(text).keyIdentifier,
  );
  if (!approved || !now || sameKey(approved, now)) return [];
  const base = (key: KeyIdentifier): string => withVersion(key, null).normalized;
  const { name } = configuration;
  const subject = {
    kind: 'configuration' as const,
    name,
    approved: base(approved),
    now: base(now),
  };
  return [{ harm: 'AT_RISK', step: 'KEY', subject }];
}

/**
 * Everything that is wrong, in the order of the steps: the first of the worst is the cause.
 * `findings` of before keep their time, also where a step could not be read since.
 */
export function findingsOf(track: WatchedTrack, at: Instant): Finding[] {
  const found = [
    ...watchedSteps(track).flatMap((step) => ofStep(track, step, at)),
    ...ofConfiguration(track),
    ...unsafeVersions(track.versions, at).map(({ version }): Found => ({
      harm: 'AT_RISK',
      step: 'KEY',
      subject: { kind: 'version', version },
    })),
  ];
  const before = new Map(track.findings.map((one) => [subjectKey(one.subject), one]));
  return found.map((one) => {
    const known = before.get(subjectKey(one.subject));
    return { ...one, since: known?.harm === one.harm ? known.since : at };
  });
}
