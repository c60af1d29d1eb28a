/** What is selected in the matrix: rows that are shown, by their organizations. */
import { useCallback, useMemo } from 'react';
import { choose, type Chosen } from '../../features/bulk/selection.ts';
import { useChosen } from '../../features/bulk/useChosen.ts';
import type { MatrixRow } from './matrixRows.ts';

export interface ChosenRows {
  chosen: Chosen;
  /** "All" is what is shown: the matrix filters in the browser. */
  onChoose: (chosen: Chosen) => void;
  /** Adds or takes away. */
  select: (organizationIds: readonly string[], isSelected: boolean) => void;
}

const NOTHING: Chosen = { ids: new Set(), isAll: false };

/** A row that no longer matches the filter is no longer selected. */
export function useChosenRows(shown: readonly MatrixRow[], filter: object): ChosenRows {
  const [kept, setKept] = useChosen(filter);
  const chosen = useMemo(
    (): Chosen =>
      kept.ids.size === 0
        ? NOTHING
        : {
            ids: new Set(
              shown.flatMap(({ organizationId }) =>
                kept.ids.has(organizationId) ? [organizationId] : [],
              ),
            ),
            isAll: false,
          },
    [shown, kept],
  );
  const select = useCallback(
    (ids: readonly string[], isSelected: boolean) =>
      setKept((old) => choose(old, ids, isSelected, [])),
    [setKept],
  );
  const onChoose = (next: Chosen) =>
    next.isAll
      ? select(
          shown.map(({ organizationId }) => organizationId),
          true,
        )
      : setKept(next);
  return { chosen, onChoose, select };
}
