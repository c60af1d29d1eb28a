/** The first argument of the store's functions: whose rows, and in what transaction. */
import type { Sql, Transaction } from '../database/database.ts';
import type { KeptRows } from '../database/keptRows.ts';
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

/** For lists that are read again and again, outside of transactions. */
export interface KeptView extends View {
  kept: KeptRows;
}

/** For functions that write: everything happens in one open transaction. */
export interface Unit extends View {
  sql: Transaction;
  sealing: Sealing;
  /** KEYWAY_POLL_SCALE. */
  pollScale: number;
}

type Bindable<V> = Record<string, (view: V, ...rest: never[]) => unknown>;

/** The same functions without their first parameter. */
export type Bound<F> = {
  [Name in keyof F]: F[Name] extends (view: never, ...rest: infer Rest) => infer Result
    ? (...rest: Rest) => Result
    : never;
};

/**
 * Gives the functions of a table their view. A request has a view of its own and calls few of them,
 * so each is bound where it is used, under its own name.
 */
export function binder<V, F extends Bindable<V>>(functions: F): (view: V) => Bound<F> {
  const table: object = {};
  for (const [name, work] of Object.entries(functions))
    Object.defineProperty(table, name, {
      get(this: { boundTo: V }) {
        const { boundTo } = this;
        return { [name]: (...rest: never[]) => work(boundTo, ...rest) }[name];
      },
    });
  // Cast: it has the properties that were just defined.
  return (view) => Object.create(table, { boundTo: { value: view } }) as Bound<F>;
}
