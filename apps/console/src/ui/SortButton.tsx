/** The button of a header that its column is sorted by. */
import type { ReactNode } from 'react';
import './sortButton.css';

interface SortButtonProps {
  /** Undefined: the list is sorted by something else. */
  direction: 'ascending' | 'descending' | undefined;
  onSort: () => void;
  children: ReactNode;
}

export function SortButton({ direction, onSort, children }: SortButtonProps) {
  return (
    <button type="button" className="kw-sort" data-direction={direction} onClick={onSort}>
      {children}
    </button>
  );
}
