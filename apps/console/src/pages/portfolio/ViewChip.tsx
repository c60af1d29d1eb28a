/** One view of the matrix as a link, so that it has an address and the back button works. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { PortfolioSearch } from './portfolioSearch.ts';

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
  maxWidth: 320,
});

interface ViewChipProps {
  search: PortfolioSearch;
  isCurrent: boolean;
  children: ReactNode;
}

export function ViewChip({ search, isCurrent, children }: ViewChipProps) {
  return (
    <Link
      to="/"
      search={search}
      className="kw-nav-link"
      aria-current={isCurrent ? 'true' : undefined}
      activeProps={{}}
    >
      <span className={chip({ isCurrent })}>{children}</span>
    </Link>
  );
}
