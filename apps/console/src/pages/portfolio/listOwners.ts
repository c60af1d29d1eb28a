/** Who is responsible for the runs of the matrix. */
import type { WorkView } from '../../features/work/workDocuments.ts';
import type { MatrixRow } from './matrixRows.ts';

type NamedOwner = Pick<NonNullable<WorkView['owner']>, 'id' | 'name'>;

/** Who is responsible for any of them, or as the server knows for one that loads later, by name. */
export function listOwners(
  rows: readonly MatrixRow[],
  known: readonly NamedOwner[] = [],
): NamedOwner[] {
  const ofRows = rows.flatMap(({ run }) => run?.owner ?? []);
  const owners = new Map([...known, ...ofRows].map((owner) => [owner.id, owner]));
  return [...owners.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
