/** Batches the lookups of one request, so that a page of 100 rows takes a few database queries. */
import type {
  ConnectionRecord,
  OrganizationRecord,
  PartnerStore,
  RunView,
  StepObservation,
  StoredRun,
} from '@keyway/store';
import DataLoader from 'dataloader';

export interface Loaders {
  organization: DataLoader<string, OrganizationRecord | null>;
  run: DataLoader<string, StoredRun | null>;
  runSummary: DataLoader<string, RunView | null>;
  /** By the organization's UUID. */
  currentRun: DataLoader<string, StoredRun | null>;
  /** By the organization's UUID. */
  currentRunSummary: DataLoader<string, RunView | null>;
  /** By the organization's UUID. */
  connections: DataLoader<string, ConnectionRecord[]>;
  /** By the run's UUID. */
  observations: DataLoader<string, StepObservation[]>;
}

const byKey =
  <T>(load: (keys: readonly string[]) => Promise<Map<string, T>>) =>
  async (keys: readonly string[]): Promise<(T | null)[]> => {
    const found = await load(keys);
    return keys.map((key) => found.get(key) ?? null);
  };

/** Created for each request. Loaded rows are cached until it ends; a mutation clears the cache. */
export function makeLoaders(partner: PartnerStore): Loaders {
  return {
    organization: new DataLoader(byKey((ids) => partner.organizationsByIds(ids))),
    run: new DataLoader(byKey((ids) => partner.runsByIds(ids))),
    runSummary: new DataLoader(byKey((ids) => partner.runSummariesByIds(ids))),
    currentRun: new DataLoader(byKey((ids) => partner.currentRuns(ids))),
    currentRunSummary: new DataLoader(byKey((ids) => partner.currentRunSummaries(ids))),
    connections: new DataLoader(async (organizationIds) => {
      const connections = await partner.connections(organizationIds);
      return organizationIds.map((id) => connections.filter((one) => one.organizationId === id));
    }),
    observations: new DataLoader(async (runIds) => {
      const observations = await partner.observations(runIds);
      return runIds.map((runId) => observations.filter((one) => one.runId === runId));
    }),
  };
}

/** The items that were found, in order. */
export const presentItems = <T>(items: readonly (T | null | Error)[]): T[] =>
  items.filter((item): item is T & {} => item !== null && !(item instanceof Error));
