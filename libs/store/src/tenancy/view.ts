/** What the store's functions get first: whose rows they work on, and where. */
import type { Sql, Transaction } from '../database/database.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { Visibility } from './visibility.ts';

/** For functions that read. */
export interface View {
  visibility: Visibility;
  /** For single statements. */
  sql: Sql;
  /** For several statements in one transaction. */
  transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** For functions that write: everything happens in one open transaction. */
export interface Unit extends View {
  sql: Transaction;
  sealing: Sealing;
  /** KEYWAY_POLL_SCALE. */
  pollScale: number;
}
