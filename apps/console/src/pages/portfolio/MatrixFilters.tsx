/** The filters of the matrix by health and by whose work runs are, loaded after its rows. */
import { useQuery } from '@apollo/client/react';
import { memo, useMemo } from 'react';
import { HealthFilter } from '../../features/health/HealthFilter.tsx';
import { WorkFilters } from '../../features/work/WorkFilters.tsx';
import { RUN_OWNERS } from '../../features/work/runOwnersDocument.ts';
import { listOwners } from './listOwners.ts';
import type { MatrixRow } from './matrixRows.ts';
import type { PortfolioSearch } from './portfolioSearch.ts';

export interface MatrixFiltersProps {
  search: PortfolioSearch;
  /** All that are loaded. */
  rows: readonly MatrixRow[];
  onChange: (change: PortfolioSearch) => void;
}

export const MatrixFilters = memo(function MatrixFilters({
  search,
  rows,
  onChange,
}: MatrixFiltersProps) {
  const known = useQuery(RUN_OWNERS, { fetchPolicy: 'cache-and-network' }).data?.runOwners;
  const owners = useMemo(() => listOwners(rows, known), [rows, known]);
  return (
    <>
      <HealthFilter value={search.health} onChange={(health) => onChange({ health })} />
      <WorkFilters search={search} owners={owners} onChange={onChange} />
    </>
  );
});
