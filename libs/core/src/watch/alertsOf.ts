/**
 * Which of Keyway's own alerts have to be open. Each has a name, so that it is opened once and
 * resolved when it is wanted no more.
 */
import type { ReadFailure } from '../observedSchema.ts';
import type { Instant, TrackId } from '../vocabulary.ts';
import { expiresAt, expiryMark, type ExpiryMark } from './expiryMarks.ts';
import { HEALTHS, type Health } from './health.ts';
import { mayBeDisabledAfter, unsafeVersions, versionsToRead } from './keyVersions.ts';
import { rotationFailure } from './knownRotation.ts';
import { unreachableSteps } from './silentSteps.ts';
import type { Finding, FindingSubject, WatchedStepId, WatchedTrack } from './watch.ts';

/** Every `AlertKind`, as in the enum of the public contract. */
export const ALERT_KINDS = [
  'KEY_ACCESS_DISABLED',
  'KEY_ACCESS_FAILURE',
  'ALERT_NOTIFICATION',
  'HEALTH',
  'KEY_EXPIRY',
  'KEY_ROTATED',
  'ROTATION_UNSAFE',
] as const;
/** What an alert reports. */
export type AlertKind = (typeof ALERT_KINDS)[number];

/** What an alert is about; its texts follow from it. */
export type AlertSubject =
  | FindingSubject
  | { kind: 'unread'; step: WatchedStepId; failure: ReadFailure | null }
  | { kind: 'expiry'; expires: Instant; days: number }
  | { kind: 'rotation'; version: string | null; former: string; until: Instant | null }
  | { kind: 'unsafeVersion'; version: string; until: Instant | null };

/** An alert that Keyway found itself. */
export interface OwnAlert {
  /** Unique among the open alerts of an organization. */
  name: string;
  kind: Extract<AlertKind, 'HEALTH' | 'KEY_EXPIRY' | 'KEY_ROTATED' | 'ROTATION_UNSAFE'>;
  track: TrackId;
  /** Of a `HEALTH` alert: what it says; null of the others. */
  health: Health | null;
  subject: AlertSubject;
}

/** What an alert of another kind says already: a date within the marks is that of its own alert. */
const hasOwnKind = ({ subject }: Finding, mark: ExpiryMark | null): boolean =>
  subject.kind === 'version' ||
  (subject.kind === 'check' && saysExpiry(subject, mark)) ||
  (subject.kind === 'difference' &&
    (subject.field === 'KEY.expires' || subject.field === 'KEY.validTo') &&
    mark !== null);

const saysExpiry = (
  { check, outcome }: { check: string; outcome: string },
  mark: ExpiryMark | null,
): boolean =>
  (check === 'keyIsNotExpiring' && outcome === 'soon') ||
  (check === 'kmsKeyMaterialIsOwn' && outcome === 'expiring' && mark !== null);

const byHarm = (a: Finding, b: Finding): number =>
  HEALTHS.indexOf(a.harm) - HEALTHS.indexOf(b.harm);

/** The first of the worst, in the order of the steps. */
export const causeOf = (findings: readonly Finding[]): Finding | null =>
  findings.toSorted(byHarm)[0] ?? null;

/** Without a failure where the answer didn't state what a check needs. */
export const unread = (track: WatchedTrack, step: WatchedStepId): AlertSubject => ({
  kind: 'unread',
  step,
  failure:
    track.steps[step].unreadable?.failure ?? (step === 'KEY' ? rotationFailure(track) : null),
});

function healthAlerts(id: TrackId, track: WatchedTrack, at: Instant): OwnAlert[] {
  const alert = (health: Health, subject: AlertSubject): OwnAlert => ({
    name: `${id} ${health}`,
    kind: 'HEALTH',
    track: id,
    health,
    subject,
  });
  const mark = expiryMark(expiresAt(track.steps.KEY.facts), at);
  const cause = causeOf(track.findings.filter((finding) => !hasOwnKind(finding, mark)));
  const [silent] = unreachableSteps(track);
  return [
    ...(cause ? [alert(cause.harm, cause.subject)] : []),
    // Beside what was found before, which may not have ended.
    ...(silent ? [alert('UNREACHABLE', unread(track, silent))] : []),
  ];
}

function expiryAlerts(id: TrackId, track: WatchedTrack, at: Instant): OwnAlert[] {
  const expires = expiresAt(track.steps.KEY.facts);
  const days = expiryMark(expires, at);
  if (expires === null || days === null) return [];
  return [
    {
      name: `${id} expiry ${expires} ${days}`,
      kind: 'KEY_EXPIRY',
      track: id,
      health: null,
      subject: { kind: 'expiry', expires, days },
    },
  ];
}

/** While the version before has to stay enabled (ROT-03). */
function rotationAlerts(id: TrackId, track: WatchedTrack, at: Instant): OwnAlert[] {
  const [current] = track.versions;
  const guarded = versionsToRead(track.versions, at);
  const rotated = track.versions
    .filter(({ version }) => guarded.includes(version))
    .map((former): OwnAlert => ({
      name: `${id} rotated ${former.version}`,
      kind: 'KEY_ROTATED',
      track: id,
      health: null,
      subject: {
        kind: 'rotation',
        version: current?.version ?? null,
        former: former.version,
        until: mayBeDisabledAfter(former),
      },
    }));
  const unsafe = unsafeVersions(track.versions, at).map((former): OwnAlert => ({
    name: `${id} unsafe ${former.version}`,
    kind: 'ROTATION_UNSAFE',
    track: id,
    health: null,
    subject: { kind: 'unsafeVersion', version: former.version, until: mayBeDisabledAfter(former) },
  }));
  return [...rotated, ...unsafe];
}

/** Every alert that has to be open for a track. */
export const alertsOf = (id: TrackId, track: WatchedTrack, at: Instant): OwnAlert[] => [
  ...healthAlerts(id, track, at),
  ...expiryAlerts(id, track, at),
  ...rotationAlerts(id, track, at),
];
