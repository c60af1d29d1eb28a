/** The parameters of the statements that write an event (`advanceStatements.ts`). */
import {
  actorText,
  entryData,
  heldConfiguration,
  type Effect,
  type Instant,
  type Run,
} from '@keyway/core';
import { carriedTrace, isTracing, type CarriedTrace } from '@keyway/telemetry';
import type { ChainTime } from '../database/clock.ts';
import type { Lease } from '../effects/claimedEffect.ts';
import { entryHash } from '../history/historyChain.ts';
import { boundedData } from '../history/storableJson.ts';
import type { OrganizationIds } from '../organizations/organizationRecord.ts';
import type { Decided } from './decideEvents.ts';
import { changedActions, type Projection } from './runRow.ts';
import { packedState, type ObservationRow } from './stateParts.ts';

/** The last entry of a chain, which the next one follows. */
export interface ChainEnd extends ChainTime {
  seq: number;
  hash: string;
}
/** A run and whose it is. */
export interface RunIds extends OrganizationIds {
  runId: string;
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
  /** Differs for each state of the row, also after a failover (`runMark`). */
  mark: string;
}

/** What a statement checks itself; null for what is known. */
export interface Checked {
  lease: Partial<Lease> | null;
  /** Nobody observed these steps (`TRACK/STEP`) since the instant. */
  observed: { since: Instant; steps: string[] } | null;
}

/** Parameters 11 to 14 where nothing changed, else 36 to 39. */
export const knownValues = ({ seq, hash, xmin, configuredBy }: KnownRun): unknown[] => [
  ...[seq, hash, xmin, configuredBy],
];

/** The parameters that follow these. */
export const checkedValues = ({ lease, observed }: Checked): unknown[] => [
  ...[lease?.leaseToken ?? null, lease?.generation ?? null, lease?.effectId ?? null],
  ...[observed?.since ?? null, observed?.steps ?? null],
];

/** When an effect is due that an event asks for whose instant is `at`. */
export type DueAt = (due: Effect['due'], at: Instant) => Instant;

/** Parameters 1 to 10. */
export function effectValues(
  ids: RunIds,
  decided: readonly Decided[],
  observed: readonly ObservationRow[],
  dueAt: DueAt,
  fromEffect: Lease | undefined,
): unknown[] {
  const { requested, cleared } = changedEffects(decided, dueAt);
  const stored = isTracing() ? withTraces(requested, decided, fromEffect) : requested;
  return [
    ids.runId,
    ids.partnerId,
    ids.organizationId,
    fromEffect?.effectId ?? null,
    JSON.stringify(stored),
    cleared,
    requested.map((effect) => effect.job_key),
    fromEffect?.generation ?? 0,
    JSON.stringify(observed),
    decided.at(-1)!.event.at,
  ];
}

interface RequestedEffect {
  job_key: string;
  type: Effect['type'];
  data: Effect['data'] & { trace?: CarriedTrace };
  due_at: Instant;
}

/** What is due later than this after its event begins a trace of its own. */
const SAME_TRACE_MILLISECONDS = 10_000;

/**
 * Beside the data, so that a process that knows nothing of traces neither keeps an old one nor
 * fails. An effect that asks for itself again (a poll, a retry) would make a trace without an end.
 */
function withTraces(
  requested: readonly RequestedEffect[],
  decided: readonly Decided[],
  fromEffect: Lease | undefined,
): RequestedEffect[] {
  const latest = Date.parse(decided.at(-1)!.event.at) + SAME_TRACE_MILLISECONDS;
  const again = new Set([fromEffect?.jobKey, ...decided.map(({ followed }) => followed)]);
  return requested.map((effect) => {
    const isApart = again.has(effect.job_key) || Date.parse(effect.due_at) > latest;
    const trace = carriedTrace(isApart ? 'link' : 'parent');
    return trace === null ? effect : { ...effect, data: { ...effect.data, trace } };
  });
}

/**
 * What the events leave to be done, and what is not to be done any more. An effect that was done
 * before it was written never gets a row, and loses the one that it had for a later time.
 */
function changedEffects(
  decided: readonly Decided[],
  dueAt: DueAt,
): { requested: RequestedEffect[]; cleared: string[] } {
  const requested = new Map<string, RequestedEffect>();
  const cleared = new Set<string>();
  const clear = (jobKey: string): void => {
    if (jobKey === '*') requested.clear();
    requested.delete(jobKey);
    cleared.add(jobKey);
  };
  for (const { event, outcome, followed } of decided) {
    outcome.clearJobKeys.forEach(clear);
    if (followed !== undefined) requested.delete(followed);
    for (const { jobKey, type, data, due } of outcome.effects)
      requested.set(jobKey, { job_key: jobKey, type, data, due_at: dueAt(due, event.at) });
    if (followed !== undefined && !requested.has(followed)) clear(followed);
  }
  return { requested: [...requested.values()], cleared: [...cleared] };
}

/** Parameters 11 to 18. */
export const runValues = (run: Run, { status, waitingOn, searchText }: Projection): unknown[] => [
  ...[run.planVersion, packedState(run), run.version, status, waitingOn, searchText],
  ...[run.updatedAt, run.completedAt],
];

/** Parameters 28 and 29. */
export function readModelValues(
  before: Run | null,
  run: Run,
  { stepDetails }: Projection,
): unknown[] {
  return [stepDetails, changedActions(before, run)];
}

/** Parameters 33 to 35. */
export const workValues = ({ owner, dueAt }: Run): unknown[] => [
  ...[owner?.memberId ?? null, owner?.name ?? null, dueAt],
];

interface EntryRow {
  id: string;
  seq: number;
  at: Instant;
  actor: string;
  principal: string | null;
  kind: string;
  /** JSON, in the form that is hashed. */
  data: string;
  previous_hash: string;
  hash: string;
}

/** Of parameter 20: an entry for each, in their order. */
export function entriesOf(
  { organizationId, runId }: RunIds,
  changes: readonly Decided[],
  end: ChainEnd,
): EntryRow[] {
  const entries: EntryRow[] = [];
  for (const { event, before, outcome } of changes) {
    const { json, data } = boundedData(entryData(event, outcome.run, before));
    const { id, at, kind } = event;
    const { principal } = event.actor;
    const { seq, hash: previousHash } = entries.at(-1) ?? end;
    const who = { actor: actorText(event.actor), principal };
    const entry = { id, at, ...who, kind, organizationId, runId, data, previousHash };
    entries.push({
      ...{ id, seq: seq + 1, at, ...who, kind, data: json, previous_hash: previousHash },
      hash: entryHash(entry, json),
    });
  }
  return entries;
}

/**
 * Parameters 23 and 24: the row of the configuration is written with the first send and deleted
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
