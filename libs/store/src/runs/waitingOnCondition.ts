/**
 * Runs that wait on one of several actors, from the index of portfolio keys: `&&` on arrays is not
 * leakproof, so below a row-level policy no index serves it.
 */
import { ACTORS, RUN_STATUSES, type Actor } from '@keyway/core';
import type { Parameters } from '../database/parameters.ts';

/** Every set of actors, in the order that a run's have. */
const SETS = ACTORS.reduce<Actor[][]>(
  (sets, actor) => [...sets, ...sets.map((set) => [...set, actor])],
  [[]],
);
const OPEN = RUN_STATUSES.filter((status) => status !== 'COMPLETED' && status !== 'CANCELLED');

/** A portfolio key begins with the actors and `|`, which `}` follows in the order of bytes. */
export function waitingOnCondition(
  parameters: Parameters,
  alias: string,
  actors: readonly Actor[],
): string {
  const ranges = SETS.filter((set) => set.some((actor) => actors.includes(actor)))
    .map((set) => parameters.add(set.join(' ')))
    .map((set) => `${alias}.standing >= ${set} || '|' and ${alias}.standing < ${set} || '}'`);
  if (ranges.length === 0) return 'false';
  return `${alias}.status = any (${parameters.add(OPEN)}::text[]) and (${ranges.join(' or ')})`;
}
