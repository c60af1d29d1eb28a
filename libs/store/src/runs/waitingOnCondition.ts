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

/** While a cooling-off lasts, the partner is not waited for; the database's clock decides. */
export function waitingOnCondition(
  parameters: Parameters,
  alias: string,
  actors: readonly Actor[],
): string {
  const keysOf = (wanted: readonly Actor[]): string[] =>
    SETS.filter((set) => set.some((actor) => wanted.includes(actor))).map((set) => set.join(' '));
  const keys = keysOf(actors);
  const isOpen = `${alias}.status = any (${parameters.add(OPEN)}::text[])`;
  const waits = `${isOpen} and ${alias}.waiting_key = any (${parameters.add(keys)}::text[])`;
  if (!actors.includes('PARTNER')) return waits;
  const others = keysOf(actors.filter((actor) => actor !== 'PARTNER'));
  return `${waits} and (not ${isNotYetPartners(alias)} or ${alias}.waiting_key = any (${parameters.add(others)}::text[]))`;
}

/** SQL, never null: the partner's open steps all wait for a cooling-off that lasts. */
export const isNotYetPartners = (alias: string): string =>
  `coalesce(${partnersLater(alias)}, false)`;

/** The same where it is no null that matters: an index has these runs. */
export const partnersLater = (alias: string): string =>
  `${alias}.partner_from > now() and ${alias}.partner_from_version = ${alias}.version`;
