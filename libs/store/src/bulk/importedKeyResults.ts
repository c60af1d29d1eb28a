/** What a bulk job would make of keys, by the same rules as the job; changes nothing. */
import { randomUUID } from 'node:crypto';
import {
  DEFAULT_POLICY,
  importedKeys,
  importedKeysOfNew,
  refuse,
  TRACK_IDS,
  type ImportedKeyResult,
  type Organization,
  type PlannedKeys,
  type Refusal,
  type Run,
} from '@keyway/core';
import { connectionsOf, publicConnections } from '../connections/storedConnection.ts';
import { findCurrentRuns } from '../runs/findRuns.ts';
import { startProblems } from '../runs/startRuns.ts';
import { yieldIfSliceEnded } from '../slices.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { View } from '../tenancy/view.ts';

/** Whole runs that are in memory at a time. */
const AT_A_TIME = 50;

/** Keys that are to be provided. */
export interface ImportedKeysOf {
  /** As it is to be. */
  organization: Organization;
  keys: PlannedKeys;
  /** It was created just now, or is not there yet. */
  isNew: boolean;
}

/** Of one organization. */
export interface ImportedKeyOutcome {
  /** Whether a run is started first. */
  startsRun: boolean;
  results: ImportedKeyResult[];
}

const isProvided = ({ status }: ImportedKeyResult): boolean => status === 'PROVIDE';

/** Whether a run would have to be started: this one was canceled. */
export const isToBeStarted = ({ cancelled }: Run): boolean => cancelled !== null;

export const noRunProblem = (): Refusal => refuse('rowKeyWithoutRun', null);

const allRefused = (keys: PlannedKeys, refusal: Refusal): ImportedKeyOutcome => ({
  startsRun: false,
  results: TRACK_IDS.filter((track) => keys[track]).map((track) => ({
    ...{ track, status: 'REFUSED' },
    refusal,
  })),
});

/** In the order given. @param startRuns where an organization has no run that takes keys */
export async function importedKeyResults(
  view: View,
  wanted: readonly ImportedKeysOf[],
  startRuns: boolean,
  occurrence: () => Occurrence,
): Promise<ImportedKeyOutcome[]> {
  const outcomes: ImportedKeyOutcome[] = [];
  for (let start = 0; start < wanted.length; start += AT_A_TIME) {
    const part = wanted.slice(start, start + AT_A_TIME);
    const ids = part.filter(({ isNew }) => !isNew).map(({ organization }) => organization.id);
    const known = await knownOf(view, ids, startRuns);
    for (const one of part) {
      outcomes.push(outcomeOf(one, known, startRuns, occurrence));
      await yieldIfSliceEnded();
    }
  }
  return outcomes;
}

interface Known {
  runs: Map<string, Run>;
  problems: Map<string, Refusal | null>;
  connections: Map<string, ReturnType<typeof publicConnections>>;
}

async function knownOf(view: View, ids: readonly string[], startRuns: boolean): Promise<Known> {
  if (ids.length === 0) return { runs: new Map(), problems: new Map(), connections: new Map() };
  const current = await findCurrentRuns(view, ids);
  const runs = new Map(current.map(({ organizationId, run }) => [organizationId, run]));
  const without = ids.filter((id) => {
    const run = runs.get(id);
    return !run || isToBeStarted(run);
  });
  const isStarting = startRuns && without.length > 0;
  const rows = isStarting ? await connectionsOf(view, without) : [];
  const connections = Map.groupBy(rows, ({ organizationId }) => organizationId);
  return {
    runs,
    problems: isStarting ? await startProblems(view, without) : new Map(),
    connections: new Map([...connections].map(([id, own]) => [id, publicConnections(own)])),
  };
}

function outcomeOf(
  { organization, keys }: ImportedKeysOf,
  { runs, problems, connections }: Known,
  startRuns: boolean,
  occurrence: () => Occurrence,
): ImportedKeyOutcome {
  const run = runs.get(organization.id);
  if (run && !isToBeStarted(run))
    return { startsRun: false, results: importedKeys(run, keys, occurrence).results };
  if (!startRuns) return allRefused(keys, noRunProblem());
  const problem = problems.get(organization.id);
  if (problem) return allRefused(keys, problem);
  const { at, actor } = occurrence();
  const data = {
    ...{ runId: randomUUID(), organization, policy: DEFAULT_POLICY },
    connections: connections.get(organization.id) ?? { adobe: null, azure: null },
  };
  const event = { id: randomUUID(), at, actor, kind: 'runStarted', data } as const;
  const found = importedKeysOfNew(event, keys, occurrence);
  if ('refusal' in found) return allRefused(keys, found.refusal);
  return { startsRun: found.results.some(isProvided), results: found.results };
}
