/** Signs the ends of chains, of all partners; for the worker. */
import type { Database } from '../database/database.ts';
import { UnknownCommit } from '../database/database.ts';
import { withRetry } from '../database/retry.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { coverDueChains, type CheckpointAges, type CheckpointPass } from './coverDueChains.ts';
import { coverChain } from './writeCheckpoints.ts';

export class CheckpointStore {
  readonly #database: Database;
  readonly #sealing: Sealing;

  constructor({ database, sealing }: { database: Database; sealing: Sealing }) {
    this.#database = database;
    this.#sealing = sealing;
  }

  /**
   * Makes sure that a signed checkpoint covers the organization's whole history, before what can't
   * be undone.
   * @throws ConnectorError (`unavailable`) where nothing can be signed now
   */
  async cover(organizationId: string): Promise<void> {
    const signer = await this.#sealing.evidence.obtain();
    const cover = (): Promise<unknown> =>
      this.#database.transaction('system', (transaction) =>
        coverChain(transaction, signer, organizationId, this.#database.clock.now()),
      );
    await withRetry(cover, (error) => error instanceof UnknownCommit);
  }

  /** Signs the checkpoints that are due: one pass over some of the chains, from `after` on. */
  async coverDue(after: string, ages: CheckpointAges): Promise<CheckpointPass> {
    return coverDueChains(this.#database, await this.#sealing.evidence.obtain(), after, ages);
  }
}
