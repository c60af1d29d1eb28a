/** Batches the lookups of one request, so that a page of 100 rows takes a few database queries. */
import type { Approver } from '@keyway/core';
import type {
  AlertRecord,
  ApproverOptions,
  AwsTrustRecord,
  ConnectionRecord,
  EffectivePolicy,
  HandOffRecord,
  MemberHoldings,
  HistoryChange,
  MemberRecord,
  NamedMember,
  OrganizationRecord,
  PartnerStore,
  RunView,
  StepObservation,
  StoredRun,
  StoredWatch,
  WatchSummary,
} from '@keyway/store';
import DataLoader from 'dataloader';

const byKey =
  <T>(load: (keys: readonly string[]) => Promise<Map<string, T>>) =>
  async (keys: readonly string[]): Promise<(T | null)[]> => {
    const found = await load(keys);
    return keys.map((key) => found.get(key) ?? null);
  };

/** Loads what is missing of `keys`, all at once. */
type Load<T> = (keys: readonly string[]) => Promise<T[]>;

/**
 * Those of one request, each made when it is first used. Loaded rows are cached until the request
 * ends; a mutation clears the cache.
 */
export class Loaders {
  readonly #partner: PartnerStore;
  readonly #approving: ApproverOptions;
  readonly #made = new Map<string, DataLoader<string, unknown>>();

  constructor(partner: PartnerStore, approving: ApproverOptions = { withTokensOfNobody: false }) {
    this.#partner = partner;
    this.#approving = approving;
  }

  get organization(): DataLoader<string, OrganizationRecord | null> {
    return this.#loader(
      'organization',
      byKey((ids) => this.#partner.organizationsByIds(ids)),
    );
  }

  get run(): DataLoader<string, StoredRun | null> {
    return this.#loader(
      'run',
      byKey((ids) => this.#partner.runsByIds(ids)),
    );
  }

  get runSummary(): DataLoader<string, RunView | null> {
    return this.#loader(
      'runSummary',
      byKey((ids) => this.#partner.runSummariesByIds(ids)),
    );
  }

  /** By the UUID of any entry of it. */
  get historyChange(): DataLoader<string, HistoryChange | null> {
    return this.#loader(
      'historyChange',
      byKey((ids) => this.#partner.historyChanges(ids)),
    );
  }

  /** By the organization's UUID. */
  get currentRun(): DataLoader<string, StoredRun | null> {
    return this.#loader(
      'currentRun',
      byKey((ids) => this.#partner.currentRuns(ids)),
    );
  }

  /** By the organization's UUID. */
  get currentRunSummary(): DataLoader<string, RunView | null> {
    return this.#loader(
      'currentRunSummary',
      byKey((ids) => this.#partner.currentRunSummaries(ids)),
    );
  }

  /** By the organization's UUID. */
  get watch(): DataLoader<string, StoredWatch | null> {
    return this.#loader(
      'watch',
      byKey((ids) => this.#partner.watchesByOrganization(ids)),
    );
  }

  /** By the organization's UUID. */
  get watchSummary(): DataLoader<string, WatchSummary | null> {
    return this.#loader(
      'watchSummary',
      byKey((ids) => this.#partner.watchSummaries(ids)),
    );
  }

  /** By the organization's UUID. */
  get topAlert(): DataLoader<string, AlertRecord | null> {
    return this.#loader(
      'topAlert',
      byKey((ids) => this.#partner.topAlerts(ids)),
    );
  }

  /** For whoever manages members. */
  get member(): DataLoader<string, MemberRecord | null> {
    return this.#loader(
      'member',
      byKey((ids) => this.#partner.membersByIds(ids)),
    );
  }

  /** Members who are responsible for runs that the viewer sees. */
  get runOwner(): DataLoader<string, NamedMember | null> {
    return this.#loader(
      'runOwner',
      byKey((ids) => this.#partner.runOwners(ids)),
    );
  }

  /** By the organization's UUID. */
  get connections(): DataLoader<string, ConnectionRecord[]> {
    return this.#loader('connections', async (organizationIds) => {
      const connections = await this.#partner.connections(organizationIds);
      return organizationIds.map((id) => connections.filter((one) => one.organizationId === id));
    });
  }

  /** By the organization's UUID. */
  get awsTrust(): DataLoader<string, AwsTrustRecord | null> {
    return this.#loader(
      'awsTrust',
      byKey((ids) => this.#partner.awsTrusts(ids)),
    );
  }

  /** By the organization's UUID. */
  get policy(): DataLoader<string, EffectivePolicy> {
    return this.#loader('policy', async (organizationIds) => {
      const policies = await this.#partner.policies(organizationIds);
      return organizationIds.map((id) => policies.of(id));
    });
  }

  /** Who could approve, by the organization's UUID. */
  get approvers(): DataLoader<string, Approver[]> {
    return this.#loader('approvers', async (organizationIds) => {
      const found = await this.#partner.approvers(organizationIds, this.#approving);
      return organizationIds.map((id) => found.get(id) ?? []);
    });
  }

  /** Names of others with a vault or KMS key, by `{organization's UUID} {URI or ARN}`. */
  get vaultSharers(): DataLoader<string, string[]> {
    return this.#loader('vaultSharers', (keys) =>
      this.#partner.vaultSharers(
        keys.map((key) => {
          const [organizationId = '', vaultUri = ''] = key.split(' ');
          return { organizationId, vaultUri };
        }),
      ),
    );
  }

  /** By the run's UUID. */
  get observations(): DataLoader<string, StepObservation[]> {
    return this.#loader('observations', async (runIds) => {
      const observations = await this.#partner.observations(runIds);
      return runIds.map((runId) => observations.filter((one) => one.runId === runId));
    });
  }

  /** By the run's UUID. */
  get handOffs(): DataLoader<string, HandOffRecord[]> {
    return this.#loader('handOffs', async (runIds) => {
      const handOffs = await this.#partner.handOffs(runIds);
      return runIds.map((runId) => handOffs.filter((one) => one.runId === runId));
    });
  }

  /** By the member's UUID. */
  get memberHoldings(): DataLoader<string, MemberHoldings | null> {
    return this.#loader(
      'memberHoldings',
      byKey((ids) => this.#partner.memberHoldings(ids)),
    );
  }

  clear(): void {
    for (const loader of this.#made.values()) loader.clearAll();
  }

  #loader<T>(name: string, load: Load<T>): DataLoader<string, T> {
    const known = this.#made.get(name) ?? new DataLoader<string, unknown>(load);
    this.#made.set(name, known);
    // Cast: a name has one type.
    return known as DataLoader<string, T>;
  }
}

/** The items that were found, in order. */
export const presentItems = <T>(items: readonly (T | null | Error)[]): T[] =>
  items.filter((item): item is T & {} => item !== null && !(item instanceof Error));
