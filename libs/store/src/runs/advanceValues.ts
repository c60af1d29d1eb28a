/** The parameters of the statements that write an event (`advanceStatements.ts`). */
import {
  actorText,
  entryData,
  heldConfiguration,
  type Effect,
  type Instant,
  type Run,
  type RunEvent,
  type Transition,
} from '@keyway/core';
import type { ChainTime } from '../database/clock.ts';
import type { Lease } from '../effects/claimedEffect.ts';
import { entryHash } from '../history/historyChain.ts';
import { boundedData } from '../history/storableJson.ts';
import { changedActions, type Projection } from './runRow.ts';
import { packedState, type ObservationRow } from './stateParts.ts';

/** The last entry of a chain, which the next one follows. */
export interface ChainEnd extends ChainTime {
  seq: number;
  hash: string;
}
/** A run and whose it is. */
export interface RunIds {
  runId: string;
  partnerId: string;
  organizationId: string;
}

/** A run as its writer knows it, and its chain's end. */
export interface KnownRun extends RunIds, Pick<ChainEnd, 'seq' | 'hash' | 'at'> {
  run: Run;
  /** What its rows show: null where every row is to be written. */
  shown: Run | null;
  /** The run that holds the organization's configuration. */
  configuredBy: string | null;
  /** Of its row. */
  xmin: string;
}

/** What a statement checks itself; null for what is known. */
export interface Checked {
  lease: Partial<Lease> | null;
  /** Nobody observed these steps (`TRACK/STEP`) since the instant. */
  observed: { since: Instant; steps: string[] } | null;
}

/** Parameters 11 to 14 where nothing changed, else 38 to 41. */
export const knownValues = ({ seq, hash, xmin, configuredBy }: KnownRun): unknown[] => [
  ...[seq, hash, xmin, configuredBy],
];

/** The parameters that follow these. */
export const checkedValues = ({ lease, observed }: Checked): unknown[] => [
  ...[lease?.leaseToken ?? null, lease?.generation ?? null, lease?.effectId ?? null],
  ...[observed?.since ?? null, observed?.steps ?? null],
];

/** Parameters 1 to 10. */
export function effectValues(
  ids: RunIds,
  event: RunEvent,
  outcome: Transition,
  observed: readonly ObservationRow[],
  dueAt: (due: Effect['due']) => string,
  fromEffect: Lease | undefined,
): unknown[] {
  const requested = lastPerJobKey(outcome.effects).map((effect) => ({
    job_key: effect.jobKey,
    type: effect.type,
    data: effect.data,
    due_at: dueAt(effect.due),
  }));
  return [
    ids.runId,
    ids.partnerId,
    ids.organizationId,
    fromEffect?.effectId ?? null,
    JSON.stringify(requested),
    outcome.clearJobKeys,
    requested.map((effect) => effect.job_key),
    fromEffect?.generation ?? 0,
    JSON.stringify(observed),
    event.at,
  ];
}

const lastPerJobKey = (effects: readonly Effect[]): Effect[] => [
  ...new Map(effects.map((effect) => [effect.jobKey, effect])).values(),
];

/** Parameters 11 to 18. */
export const runValues = (run: Run, { status, waitingOn, searchText }: Projection): unknown[] => [
  ...[run.planVersion, packedState(run), run.version, status, waitingOn, searchText],
  ...[run.updatedAt, run.completedAt],
];

/** Parameters 33 and 34. */
export function readModelValues(
  before: Run | null,
  run: Run,
  { stepDetails }: Projection,
): unknown[] {
  return [stepDetails, changedActions(before, run)];
}

/** Parameters 20 to 27. */
export function entryValues(ids: RunIds, event: RunEvent, run: Run, end: ChainEnd): unknown[] {
  const { json, data } = boundedData(entryData(event, run));
  const { id, at, actor, kind } = event;
  const { organizationId, runId } = ids;
  const hash = entryHash(
    {
      id,
      at,
      actor: actorText(actor),
      principal: actor.principal,
      kind,
      organizationId,
      runId,
      data,
      previousHash: end.hash,
    },
    json,
  );
  return [
    event.id,
    end.seq + 1,
    actorText(actor),
    actor.principal,
    event.kind,
    json,
    end.hash,
    hash,
  ];
}

/**
 * Parameters 28 and 29: the row of the configuration is written with the first send and deleted
 * where Adobe has none.
 */
export function configurationValues(
  runId: string,
  configuredBy: string | null,
  run: Run,
): [written: string | null, isDeleted: boolean] {
  const held = heldConfiguration(run);
  return [configuredBy === null ? held : null, configuredBy === runId && held === null];
}
