/**
 * The state machine of a watch as a pure function, `(watch, event) → what changed | refusal`. The
 * store applies it inside one transaction.
 */
import type { EventActor } from '../eventActor.ts';
import { namedActor } from '../eventActor.ts';
import type { Connections, Organization } from '../organization.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { sameJson } from '../sameJson.ts';
import { TRACK_IDS, type Instant, type TrackId } from '../vocabulary.ts';
import { alertsOf, type OwnAlert } from './alertsOf.ts';
import { checksOfField } from './fieldEffects.ts';
import { openDifferences } from './findingsOf.ts';
import { worstHealth, type Health } from './health.ts';
import { isUnsettled } from './mergeObservation.ts';
import { isBecomingSteady } from './steadiness.ts';
import { trackAfterObservation, type TrackObservation } from './trackAfterObservation.ts';
import { isAcceptable } from './trackDrift.ts';
import { watchedSteps, type ApprovedStep, type Watch, type WatchedTrack } from './watch.ts';

/** Data of each kind of event. */
export interface WatchEventData {
  /**
   * One observation of everything that may be read, with the organization's details and credentials
   * of then. `timeScale`: KEYWAY_POLL_SCALE.
   */
  observed: {
    organization: Organization;
    connections: Connections;
    tracks: Partial<Record<TrackId, TrackObservation>>;
    timeScale: number;
  };
  differenceAccepted: { track: TrackId; field: string; reason: string; timeScale: number };
}
/** What can happen to a watch. */
export type WatchEventKind = keyof WatchEventData;
/** What happened, when and by whom. */
export type WatchEvent = {
  [K in WatchEventKind]: {
    id: string;
    at: Instant;
    actor: EventActor;
    kind: K;
    data: WatchEventData[K];
  };
}[WatchEventKind];

/** What history says of it, in the order in which it happened. */
export type WatchChange =
  | { kind: 'healthChanged'; track: TrackId; from: Health; to: Health }
  | { kind: 'versionSeen'; track: TrackId; version: string };

/** The watch after an event, and what history and alerts say because of it. */
export interface WatchAdvance {
  watch: Watch;
  /** False: nothing but the time of the observation is new. */
  changed: boolean;
  changes: WatchChange[];
  opened: OwnAlert[];
  /** Names of alerts that are wanted no more. */
  resolved: string[];
  /** The next observation should come soon, to confirm what this one saw. */
  observesSoon: boolean;
}

/** Of the organization: the worse of its tracks. */
export const healthOfWatch = ({ tracks }: Watch): Health =>
  worstHealth(TRACK_IDS.flatMap((id) => tracks[id]?.health ?? []));

const alertsOfWatch = ({ tracks }: Watch, at: Instant): OwnAlert[] =>
  TRACK_IDS.flatMap((id) => {
    const track = tracks[id];
    return track ? alertsOf(id, track, at) : [];
  });

function changesOf(before: Watch, after: Watch): WatchChange[] {
  return TRACK_IDS.flatMap((track): WatchChange[] => {
    const [was, is] = [before.tracks[track], after.tracks[track]];
    if (!was || !is) return [];
    const known = new Set(was.versions.map(({ version }) => version));
    return [
      ...is.versions
        .filter(({ version }) => !known.has(version))
        .map(({ version }) => ({ kind: 'versionSeen' as const, track, version })),
      ...(was.health === is.health
        ? []
        : [{ kind: 'healthChanged' as const, track, from: was.health, to: is.health }]),
    ];
  });
}

function withTracks(
  watch: Watch,
  change: (id: TrackId, track: WatchedTrack) => WatchedTrack,
): Watch {
  const { AEP, CJA } = watch.tracks;
  return {
    ...watch,
    tracks: { AEP: AEP && change('AEP', AEP), CJA: CJA && change('CJA', CJA) },
  };
}

function observed(watch: Watch, event: Extract<WatchEvent, { kind: 'observed' }>): Watch {
  const { organization, connections, tracks, timeScale } = event.data;
  const time = { at: event.at, timeScale };
  const observing = { ...watch, organization, connections };
  const after = withTracks(observing, (id, track) => {
    const observation = tracks[id];
    return observation ? trackAfterObservation(observing, id, track, observation, time) : track;
  });
  return { ...after, observedAt: event.at };
}

const foundOfField = (track: WatchedTrack, field: string): ApprovedStep['checks'] =>
  track.findings.flatMap(({ subject }) =>
    subject.kind === 'check' && checksOfField(field).includes(subject.check)
      ? [{ check: subject.check, outcome: subject.outcome }]
      : [],
  );

const seenAt = ({ findings }: WatchedTrack, field: string): Instant | null =>
  findings.find(({ subject }) => subject.kind === 'difference' && subject.field === field)?.since ??
  null;

function accept(
  watch: Watch,
  event: Extract<WatchEvent, { kind: 'differenceAccepted' }>,
): Watch | { refusal: Refusal } {
  const { track: id, field, reason, timeScale } = event.data;
  const track = watch.tracks[id];
  const difference = track
    ? watchedSteps(track)
        .flatMap((step) => openDifferences(track, step))
        .find((one) => one.field === field)
    : undefined;
  if (!track || !difference) return { refusal: refuse('differenceNotFound', ['field'], { field }) };
  if (!isAcceptable(track, field)) return { refusal: refuse('differenceTakesKey', ['field']) };
  const accepted = {
    field,
    value: difference.now,
    checks: foundOfField(track, field),
    reason,
    by: namedActor(event.actor),
    at: event.at,
    seenAt: seenAt(track, field) ?? event.at,
  };
  const next = withTracks(watch, (each, state) =>
    each === id
      ? { ...state, accepted: [...state.accepted.filter((one) => one.field !== field), accepted] }
      : state,
  );
  const time = { at: event.at, timeScale };
  // Nothing was read: only what is compared with is new.
  return withTracks(next, (each, state) =>
    trackAfterObservation(next, each, state, NOTHING_READ, time),
  );
}

const NOTHING_READ: TrackObservation = { facts: [], formerVersions: [] };

function apply(watch: Watch, event: WatchEvent): Watch | { refusal: Refusal } {
  switch (event.kind) {
    case 'observed':
      return observed(watch, event);
    case 'differenceAccepted':
      return accept(watch, event);
  }
}

const isRefused = (outcome: Watch | { refusal: Refusal }): outcome is { refusal: Refusal } =>
  'refusal' in outcome;

/** What is stored of a watch, apart from when it was last observed. */
const isSame = (a: Watch, b: Watch): boolean =>
  sameJson({ ...a, observedAt: null }, { ...b, observedAt: null });

/** The next state of a watch and what follows from it, or why the event is refused. */
export function advanceWatch(
  before: Watch,
  event: WatchEvent,
): WatchAdvance | { refusal: Refusal } {
  const outcome = apply(before, event);
  if (isRefused(outcome)) return outcome;
  const wanted = alertsOfWatch(outcome, event.at);
  const alerts = wanted.map(({ name }) => name);
  const after = { ...outcome, alerts };
  const changed = !isSame(before, after);
  const watch = changed ? { ...after, version: before.version + 1 } : after;
  return {
    watch,
    changed,
    changes: changesOf(before, watch),
    opened: wanted.filter(({ name }) => !before.alerts.includes(name)),
    resolved: before.alerts.filter((name) => !alerts.includes(name)),
    observesSoon: TRACK_IDS.some((id) => {
      const track = watch.tracks[id];
      if (!track) return false;
      const steps = watchedSteps(track).map((step) => track.steps[step]);
      return steps.some((step) => isUnsettled(step) || isBecomingSteady(step));
    }),
  };
}
