/** Observations of keys without a cloud, as a worker makes them. */
import { exampleFacts, type TestDatabase } from '@keyway/testing';
import {
  TRACK_IDS,
  WATCHED_STEPS,
  type Run,
  type StepFacts,
  type TrackId,
  type TrackObservation,
  type WatchedStepId,
} from '@keyway/core';
import type { ClaimedObservation, ObservationOutcome, Store } from '../index.ts';

/** What an observation finds of a step; everything is as it was approved where it is left out. */
export type Found = (track: TrackId, step: WatchedStepId, facts: StepFacts) => StepFacts;

export const disabledKey: Found = (track, _step, facts) =>
  track === 'AEP' && 'key' in facts && facts.key.outcome === 'seen'
    ? { ...facts, key: { ...facts.key, value: { ...facts.key.value, enabled: false } } }
    : facts;

/** Observations of keys without a cloud, as a worker makes them. */
export class Observations {
  readonly database: Pick<TestDatabase, 'query'>;
  readonly store: Store;

  constructor(database: Pick<TestDatabase, 'query'>, store: Store) {
    this.database = database;
    this.store = store;
  }

  /** Makes the observation due. */
  readonly due = (organizationId: string): Promise<unknown> =>
    this.database.query(
      `update watch_observation set due_at = now() - interval '1 second' where organization_id = $1`,
      [organizationId],
    );

  /** The claim of one organization's observation; null where it can't be had now. */
  readonly claim = async (
    organizationId: string,
    by = this.store,
  ): Promise<ClaimedObservation | null> => {
    await this.due(organizationId);
    const claimed = await by.observations.claim(50);
    for (const observation of claimed)
      if (observation.organizationId !== organizationId) await by.observations.release(observation);
    return claimed.find((observation) => observation.organizationId === organizationId) ?? null;
  };

  readonly tracksOf = async (
    { runId }: ClaimedObservation,
    found: Found = (_t, _s, facts) => facts,
  ) => {
    const { run } = (await this.store.system().run(runId))!;
    const observation = (track: TrackId): TrackObservation => ({
      facts: WATCHED_STEPS.map((step) => found(track, step, exampleFacts(run as Run, track, step))),
      formerVersions: [],
    });
    return Object.fromEntries(TRACK_IDS.map((track) => [track, observation(track)]));
  };

  readonly record = async (
    observation: ClaimedObservation,
    found?: Found,
    by = this.store,
  ): Promise<ObservationOutcome> => {
    const { public: connections } = await observation.connections();
    const tracks = await this.tracksOf(observation, found);
    return by.observations.record(observation, {
      organization: observation.organization,
      connections,
      tracks,
      timeScale: 0.001,
    });
  };

  /** One whole observation. */
  readonly make = async (organizationId: string, found?: Found): Promise<ObservationOutcome> =>
    this.record((await this.claim(organizationId))!, found);

  readonly entries = async (organizationId: string): Promise<string[]> => {
    const rows = await this.database.query<{ kind: string }>(
      `select kind from history_entry where organization_id = $1 and seq > (
         select seq from history_entry where organization_id = $1 and kind = 'watchStarted') order by seq`,
      [organizationId],
    );
    return rows.map(({ kind }) => kind);
  };
}
