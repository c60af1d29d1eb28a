/**
 * A run's state is stored in two parts, so that an event writes what it changed: what each step's
 * last observation found has a row of its own, and the rest is one JSON.
 */
import {
  isObject,
  TRACK_IDS,
  type Instant,
  type ObservedStepId,
  type Run,
  type RunEvent,
  type StepId,
  type StepState,
  type TrackId,
} from '@keyway/core';
import { packJson, unpackJson, type Packing } from './packedJson.ts';

type Observation = Pick<StepState, 'checks' | 'facts'>;
/** By `TRACK/STEP`; packed where it is a text. */
export type Observations = Readonly<Record<string, Observation | string>>;

/** What the state's column has of one that is packed. $11 is the plan version. */
export const PACKED_STATE = `json_build_object('planVersion', $11::int, 'packed', true)`;

export const packedStateOf = (alias: string): string => `encode(${alias}.packed_state, 'hex')`;
/** Observations of a run, read by the statement that reads its state: both are of one version. */
export const observationsOf = (alias: string): string =>
  `(select json_object_agg(l.track || '/' || l.step, coalesce(l.observation, to_json(encode(l.packed, 'hex')))) from step_look l
    where l.run_id = ${alias}.id and l.partner_id = ${alias}.partner_id and (l.observation is not null or l.packed is not null))`;

export interface StoredState {
  state: unknown;
  /** In hex; counts where `state` says so. */
  packedState: string | null;
  observations: Observations | null;
}

/**
 * The state as the core made it: where a step's `checks` are null, its observation is in its row. A
 * state written before plan version 5 is whole already. What has another shape stays, for
 * `assertRun` to refuse.
 * @throws where an observation is missing: without it a step would count as never observed
 */
export function wholeState({ state, packedState, observations }: StoredState): unknown {
  const isPacked = isObject(state) && state['packed'] === true && packedState !== null;
  return withObservations(isPacked ? parsed('state', packedState) : state, observations);
}

const parsed = (packing: Packing, hex: string): unknown => JSON.parse(unpackJson(packing, hex));

function withObservations(stored: unknown, observations: Observations | null): unknown {
  if (!isObject(stored) || !isObject(stored['tracks'])) return stored;
  const tracks = mapValues(stored['tracks'], (track, trackId) => {
    if (!isObject(track) || !isObject(track['steps'])) return track;
    const steps = mapValues(track['steps'], (step, stepId) => {
      if (!isObject(step) || step['checks'] !== null) return step;
      const found = observations?.[`${trackId}/${stepId}`];
      // Cast: what was packed is an observation.
      const observation =
        typeof found === 'string' ? (parsed('observation', found) as Observation) : found;
      if (!observation) throw new Error(`The observation of ${trackId}/${stepId} is missing.`);
      return { ...step, checks: observation.checks, facts: observation.facts };
    });
    return { ...track, steps };
  });
  return { ...stored, tracks };
}

/** Keys keep their order. */
export function packedState(run: Run): Buffer {
  const tracks = mapValues(run.tracks, (track) => ({
    ...track,
    steps: mapValues(track.steps, (step) =>
      isStoredApart(step) ? { ...step, checks: null, facts: null } : step,
    ),
  }));
  return packJson('state', JSON.stringify({ ...run, tracks }));
}

/** Only what was observed: then the step's row is there. */
const isStoredApart = (step: StepState | undefined): step is StepState =>
  step !== undefined && step.facts !== null;

const mapValues = <T, R>(
  record: Readonly<Record<string, T>>,
  map: (value: T, name: string) => R,
): Record<string, R> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value, name)]));

export interface ObservationRow {
  track: string;
  step: string;
  /** When it was observed, at the latest; absent: by the event. */
  at?: Instant;
  /** Observed when the row is written, and not at the event's instant. */
  byDatabase?: boolean;
  /** In hex. Absent: as it was. */
  packed?: string;
}

/**
 * The rows of what the events observed, and of what they changed: all observations where `before`
 * is null, none where `after` is.
 */
export function observationRows(
  events: readonly RunEvent[],
  before: Run | null,
  after: Run | null,
): ObservationRow[] {
  const rows = new Map<string, ObservationRow>(
    events.flatMap(observedSteps).map((row) => [`${row.track}/${row.step}`, row]),
  );
  for (const changed of changedObservations(before, after)) {
    const key = `${changed.track}/${changed.step}`;
    // A row keeps the later of two times, so an override does not count as an observation.
    rows.set(key, rows.has(key) ? changed : { ...changed, at: after!.startedAt });
  }
  return [...rows.values()];
}

function changedObservations(before: Run | null, after: Run | null): ObservationRow[] {
  if (!after) return [];
  return TRACK_IDS.flatMap((track) =>
    Object.entries(after.tracks[track].steps).flatMap(([step, state]) => {
      const old = before?.tracks[track].steps[step as StepId];
      if (!isStoredApart(state) || (isStoredApart(old) && isSameObservation(old, state))) return [];
      return [{ track, step, packed: packedObservation(state) }];
    }),
  );
}

const packedObservation = ({ checks, facts }: Observation): string =>
  packJson('observation', JSON.stringify({ checks, facts })).toString('hex');

const isSameObservation = (one: Observation, other: Observation): boolean =>
  isSame(one.checks, other.checks) && isSame(one.facts, other.facts);
const isSame = (one: unknown, other: unknown): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);

/** Every step that the event observed, changed or not. */
export function observedSteps({
  kind,
  data,
}: RunEvent): { track: TrackId; step: ObservedStepId }[] {
  if (kind === 'factsObserved') return [{ track: data.track, step: data.facts.step }];
  if (kind === 'trackReread') return data.facts.map(({ step }) => ({ track: data.track, step }));
  return [];
}
