/**
 * The filters and the order of the matrix, which are part of the address, and the row count.
 */
import { ActionButton, ProgressCircle } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNavigate } from '@tanstack/react-router';
import { memo, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { hasWorkFilter } from '../../features/work/workSearch.ts';
import { ownerLister } from './listOwners.ts';
import type { MatrixLayout } from './matrixLayout.ts';
import type { MatrixRow } from './matrixRows.ts';
import type { PortfolioSearch } from './portfolioSearch.ts';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { DebouncedSearchField } from '../../ui/DebouncedSearchField.tsx';

/** With the rows, and not before them. */
const filters = lazyPart(async () => (await import('./MatrixFilters.tsx')).MatrixFilters);

const tools = lazyPart(async () => (await import('./MatrixTools.tsx')).MatrixTools);

const bar = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 12,
  rowGap: 8,
});
const count = style({
  font: 'ui-sm',
  color: 'neutral-subdued',
  marginStart: 'auto',
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 8,
  rowGap: 8,
});

interface MatrixToolbarProps {
  search: PortfolioSearch;
  /** All that are loaded. */
  rows: readonly MatrixRow[];
  layout: MatrixLayout;
  shown: readonly MatrixRow[];
  total?: number;
  isLoading: boolean;
}

export const MatrixToolbar = memo(function MatrixToolbar({
  search,
  rows,
  layout,
  shown,
  total,
  isLoading,
}: MatrixToolbarProps) {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/' });
  const loaded = rows.length;
  const [ownersOf] = useState(ownerLister);
  const ownersOfRows = useMemo(() => ownersOf(rows), [ownersOf, rows]);
  const listShown = useLatest(shown);
  // What stays when the filters are cleared.
  const { sort, hidden, density } = search;
  const onChange = useCallback(
    (change: PortfolioSearch) =>
      void navigate({ search: (old) => ({ ...old, ...change }), replace: true }),
    [navigate],
  );
  const isFiltered =
    Boolean(search.text || search.status || search.waiting || search.health || search.step) ||
    hasWorkFilter(search);
  return (
    <div className={bar} role="search" data-print="hidden">
      <DebouncedSearchField
        label={intl.formatMessage({ id: 'portfolio.filter' })}
        value={search.text ?? ''}
        pauseMilliseconds={60}
        onChange={(text) =>
          void navigate({ search: (old) => ({ ...old, text: text || undefined }), replace: true })
        }
      />
      <Part part={filters} isWanted={loaded > 0} props={{ search, ownersOfRows, onChange }} />
      {isFiltered ? (
        <ActionButton
          isQuiet
          size="S"
          onPress={() => void navigate({ search: { sort, hidden, density } })}
        >
          {intl.formatMessage({ id: 'common.clear' })}
        </ActionButton>
      ) : null}
      <span className={count}>
        <Part
          part={tools}
          isWanted={loaded > 0}
          props={{
            ...{ layout, listShown, isFiltered, onChange },
            mayExport: !isLoading && shown.length > 0,
          }}
        />
        {isLoading ? (
          <ProgressCircle
            size="S"
            isIndeterminate
            aria-label={intl.formatMessage({ id: 'loading' })}
          />
        ) : null}
        {total === undefined
          ? null
          : isLoading && loaded < total
            ? intl.formatMessage({ id: 'portfolio.loading' }, { loaded, total })
            : intl.formatMessage({ id: 'portfolio.shown' }, { shown: shown.length, total })}
      </span>
    </div>
  );
});

/** The value when it is asked for, so that what asks need not render at each change. */
function useLatest<T>(value: T): () => T {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return useCallback(() => latest.current, []);
}
