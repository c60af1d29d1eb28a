/**
 * Runs that wait on one of several actors, by every set of actors that has one of them: `&&` on
 * arrays is not leakproof, so below a row-level policy no index serves it.
 */
import { ACTORS, RUN_STATUSES, type Actor } from '@keyway/core';
import type { Parameters } from '../database/parameters.ts';

/** Every set of actors, in the order that a run's have. */
const SETS = ACTORS.reduce<Actor[][]>(
  (sets, actor) => [...sets, ...sets.map((set) => [...set, actor])],
  [[]],
);
const OPEN = RUN_STATUSES.filter((status) => status !== 'COMPLETED' && status !== 'CANCELLED');

export function waitingOnCondition(
  parameters: Parameters,
  alias: string,
  actors: readonly Actor[],
): string {
  const keys = SETS.filter((set) => set.some((actor) => actors.includes(actor))).map((set) =>
    set.join(' '),
  );
  return `${alias}.status = any (${parameters.add(OPEN)}::text[]) and ${alias}.waiting_key = any (${parameters.add(keys)}::text[])`;
}
