/** Signs the ends of chains, of all partners; for the worker. */
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { Database } from '../database/database.ts';
import { UnknownCommit } from '../database/database.ts';
import { withRetry } from '../database/retry.ts';
import type { OrganizationIds } from '../organizations/organizationRecord.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { coverDueChains, type CheckpointAges, type CheckpointPass } from './coverDueChains.ts';
import { HistoryChanged } from './historyChanged.ts';
import { coverChain, requireAsSigned } from './writeCheckpoints.ts';

export class CheckpointStore {
  readonly #database: Database;
  readonly #sealing: Sealing;

  constructor({ database, sealing }: { database: Database; sealing: Sealing }) {
    this.#database = database;
    this.#sealing = sealing;
  }

  /**
   * Whether `cover` can sign now.
   * @throws ConnectorError (`unavailable`) where it can't, also where history was changed
   */
  async prepare(organization: OrganizationIds): Promise<void> {
    await this.#sealing.evidence.obtain();
    try {
      await this.#database.transaction('system', (transaction) =>
        requireAsSigned(transaction, organization),
      );
    } catch (error) {
      if (!(error instanceof HistoryChanged)) throw error;
      throw new ConnectorError(
        { kind: 'unavailable', code: OWN_CODES.historyChanged },
        { ambiguous: false, detail: error.message },
      );
    }
  }

  /**
   * Makes sure that a signed checkpoint covers the organization's whole history, before what can't
   * be undone.
   * @throws ConnectorError (`unavailable`) where nothing can be signed now
   */
  async cover(organization: OrganizationIds): Promise<void> {
    const signer = await this.#sealing.evidence.obtain();
    const cover = (): Promise<unknown> =>
      this.#database.transaction('system', (transaction) =>
        coverChain(transaction, signer, organization, this.#database.clock.now()),
      );
    await withRetry(cover, (error) => error instanceof UnknownCommit);
  }

  /** Signs the checkpoints that are due: one pass over some of the chains, from `after` on. */
  async coverDue(after: string, ages: CheckpointAges): Promise<CheckpointPass> {
    return coverDueChains(this.#database, await this.#sealing.evidence.obtain(), after, ages);
  }
}
