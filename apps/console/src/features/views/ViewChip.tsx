/** The appearance of a link to a view; the link itself is of the page. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import type { AddressSearch } from './viewSearch.ts';

const chip = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 8,
  font: 'ui-sm',
  paddingX: 12,
  height: 32,
  boxSizing: 'border-box',
  borderRadius: 'full',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: { default: 'gray-300', ':hover': 'gray-500', isCurrent: 'gray-800' },
  backgroundColor: { default: 'transparent', isCurrent: 'gray-100' },
  color: 'neutral',
  whiteSpace: 'nowrap',
  maxWidth: 'min(320px, calc(100vw - 48px))',
});

/** Of the page's component that links to a view. */
export interface ViewLinkProps {
  search: AddressSearch;
  isCurrent: boolean;
  children: ReactNode;
}

export function ViewChip({ isCurrent, children }: Omit<ViewLinkProps, 'search'>) {
  return <span className={chip({ isCurrent })}>{children}</span>;
}
