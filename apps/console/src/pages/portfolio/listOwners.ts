/** Who is responsible for the runs of the matrix. */
import type { WorkView } from '../../features/work/workDocuments.ts';
import { whereRowsMatter } from './changedRows.ts';
import type { MatrixRow } from './matrixRows.ts';

export type NamedOwner = Pick<NonNullable<WorkView['owner']>, 'id' | 'name'>;

/** Who is responsible for any of them, or as the server knows for one that loads later, by name. */
export function listOwners(
  rows: readonly MatrixRow[],
  known: readonly NamedOwner[] = [],
): NamedOwner[] {
  return mergeOwners(ownersOf(rows), known);
}

/** By name; of one in both, as the rows have it. */
export function mergeOwners(
  ofRows: readonly NamedOwner[],
  known: readonly NamedOwner[] = [],
): NamedOwner[] {
  const owners = new Map([...known, ...ofRows].map((owner) => [owner.id, owner]));
  return [...owners.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

function ownersOf(rows: readonly MatrixRow[]): NamedOwner[] {
  const owners = new Map<string, NamedOwner>();
  for (const { run } of rows) if (run?.owner) owners.set(run.owner.id, run.owner);
  return [...owners.values()];
}

/** The same list while no row changes that has or had somebody. */
export const ownerLister = () =>
  whereRowsMatter(({ run }: MatrixRow) => Boolean(run?.owner), ownersOf);
