/** The rows that the address lets through, and what each filter would let through instead. */
import { useDeferredValue, useMemo, useState } from 'react';
import { useViewer } from '../../features/viewer/ViewerQuery.ts';
import { countViews, filterRows, inTurnOf, sortRows, viewCounts } from './matrixRows.ts';
import type { MatrixRow } from './matrixRows.ts';
import type { PortfolioSearch } from './portfolioSearch.ts';
import { cellCounts, countCells, filterByStep } from './cellStatuses.ts';

/**
 * A filter's numbers are of what all the other filters let through, so that each is the length of
 * the list that its choice leads to.
 */
export function useShownRows(rows: readonly MatrixRow[], search: PortfolioSearch) {
  // Deferred, so that typing and live changes never wait for ten thousand rows to render.
  const deferred = useDeferredValue(search);
  const viewerId = useViewer()?.id;
  const { text, owner, overdue, due, stuck, status, waiting, health, step, sort } = deferred;
  const inWork = useMemo(
    () => filterRows(rows, { text, owner, overdue, due, stuck }, viewerId),
    [rows, text, owner, overdue, due, stuck, viewerId],
  );
  const atStep = useMemo(() => filterByStep(inWork, step), [inWork, step]);
  const inTurn = useMemo(
    () => (waiting ? filterRows(atStep, { waiting }).map((row) => inTurnOf(row, waiting)) : atStep),
    [atStep, waiting],
  );
  const inStatus = useMemo(() => filterRows(atStep, { status, health }), [atStep, status, health]);
  const shown = useMemo(
    () => sortRows(filterRows(inTurn, { status, health }), sort ?? 'name'),
    [inTurn, status, health, sort],
  );
  const [kept] = useState(() => ({
    ...{ status: viewCounts(), turn: viewCounts(), steps: cellCounts() },
  }));
  const byStatus = useMemo(() => countViews(inTurn, kept.status), [inTurn, kept]);
  const byTurn = useMemo(() => countViews(inStatus, kept.turn), [inStatus, kept]);
  const bySteps = useMemo(
    () => countCells(filterRows(inWork, { status, waiting, health }), kept.steps),
    [inWork, status, waiting, health, kept],
  );
  const { sort: _order, hidden: _hidden, density: _density, ...filter } = deferred;
  return {
    ...{ shown, filter, bySteps },
    status: { counts: byStatus, all: inTurn.length },
    turn: { counts: byTurn, all: inStatus.length },
    /** Whether neither the text nor any other filter but the status leaves something out. */
    isWhole: inTurn === rows,
  };
}
