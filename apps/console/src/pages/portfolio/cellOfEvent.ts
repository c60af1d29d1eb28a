/** The cell of the grid's body at which a pointer is: one listener for thousands of cells. */
import type { MouseEvent } from 'react';
import type { CellAt } from './gridKeys.ts';

const indexOf = (element: Element | null | undefined, name: string): number =>
  Number(element?.getAttribute(name) ?? Number.NaN);

/** Null between cells, or where the pointer comes from inside the cell. */
export function cellOfEvent({ target, relatedTarget, type }: MouseEvent): CellAt | null {
  const cell = target instanceof Element ? target.closest('[aria-colindex]') : null;
  const isInside = relatedTarget instanceof Node && cell?.contains(relatedTarget);
  if (type === 'mouseover' && isInside) return null;
  // After the two rows of the head.
  const row = indexOf(cell?.closest('[aria-rowindex]'), 'aria-rowindex') - 3;
  const column = indexOf(cell, 'aria-colindex') - 1;
  return row >= 0 && column >= 0 ? { row, column } : null;
}
