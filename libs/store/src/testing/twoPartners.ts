/** Two partners in a database of their own: what one has is nothing of the other's. */
import {
  aDatabase,
  aPartner,
  requireAccepted,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import type { Store, UnitOfWork } from '../index.ts';

export class TwoPartners {
  database!: TestDatabase;
  store!: Store;
  ours!: TestPartner;
  theirs!: TestPartner;

  readonly open = async (): Promise<void> => {
    this.database = await aDatabase();
    this.store = await this.database.store();
    this.ours = await aPartner(this.database, this.store, 'Ours');
    this.theirs = await aPartner(this.database, this.store, 'Theirs');
  };
  readonly close = (): Promise<void> => this.database.close();
  /** As the partner, whom nothing limits. */
  readonly write = async <T>(
    { store }: TestPartner,
    work: (unit: UnitOfWork) => Promise<T>,
  ): Promise<T> =>
    requireAccepted(await store.mutate({ principal: 'p', operation: 't', input: null }, work));
}
