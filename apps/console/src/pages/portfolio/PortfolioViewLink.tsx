/** One view of the matrix as a link, so that it has an address and the back button works. */
import { Link } from '@tanstack/react-router';
import { ViewChip } from '../../features/views/ViewChip.tsx';
import type { ViewLinkProps } from '../../features/views/ViewChip.tsx';
import { portfolioSearch } from './portfolioSearch.ts';

export function PortfolioViewLink({ search, isCurrent, children }: ViewLinkProps) {
  return (
    <Link
      to="/"
      search={portfolioSearch({ ...search })}
      className="kw-nav-link"
      aria-current={isCurrent ? 'true' : undefined}
      activeProps={{}}
    >
      <ViewChip isCurrent={isCurrent}>{children}</ViewChip>
    </Link>
  );
}
