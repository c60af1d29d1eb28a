/** Home: what stands where in all organizations, and what this person may do now. */
import { useQuery } from '@apollo/client/react';
import { LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useSearch } from '@tanstack/react-router';
import { useDeferredValue, useMemo, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { useRole } from '../../features/viewer/ViewerQuery.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { GettingStarted } from '../../features/organization/GettingStarted.tsx';
import { Matrix } from './Matrix.tsx';
import { MatrixToolbar } from './MatrixToolbar.tsx';
import { NeedsYou } from './NeedsYou.tsx';
import { ViewTabs } from './ViewTabs.tsx';
import { countViews, filterRows, sortRows } from './matrixRows.ts';
import { NEEDS_YOU } from './portfolioDocuments.ts';
import { usePortfolioRows } from './usePortfolioRows.ts';

const columns = style({
  display: 'grid',
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    '@media (width >= 1240px)': ['248px', 'minmax(0, 1fr)'],
  },
  gap: 20,
  alignItems: 'start',
});
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 12, minWidth: 0 });

/** Counts and next actions follow a burst of changes once, not once each. */
const REFRESH_AFTER_MS = 1_500;

export function PortfolioPage() {
  const intl = useIntl();
  const search = useSearch({ from: '/shell/' });
  const mayAdd = useRole('OWNER', 'OPERATOR');
  const title = intl.formatMessage({ id: 'nav.portfolio' });
  usePageTitle(title);
  const needs = useNeeds();
  const { rows, total, state, error, reload } = usePortfolioRows(needs.refreshSoon);
  // Typing and live changes never wait for ten thousand rows to be drawn.
  const deferred = useDeferredValue(search);
  const shown = useMemo(
    () => sortRows(filterRows(rows, deferred), deferred.sort ?? 'name'),
    [rows, deferred],
  );
  const inText = useMemo(() => filterRows(rows, { text: deferred.text }), [rows, deferred.text]);
  const counts = useMemo(() => countViews(inText), [inText]);
  if (state === 'failed' && rows.length === 0) {
    return (
      <>
        <PageHeader title={title} />
        <ErrorState
          what={intl.formatMessage({ id: 'portfolio.failed' })}
          error={error}
          onRetry={reload}
        />
      </>
    );
  }
  if (state === 'complete' && rows.length === 0) return <GettingStarted />;
  return (
    <>
      <PageHeader
        title={title}
        actions={
          mayAdd ? (
            <LinkButton variant="secondary" href="/organizations/new">
              {intl.formatMessage({ id: 'organizations.add' })}
            </LinkButton>
          ) : null
        }
      >
        {/* The line is there before its number, so that nothing moves when it comes. */}
        {total === undefined
          ? '\u00a0'
          : intl.formatMessage({ id: 'portfolio.organizations' }, { count: total })}
      </PageHeader>
      <div className={columns}>
        <NeedsYou needed={needs.needed} error={needs.error} onRetry={needs.refresh} />
        <section className={stack} aria-label={intl.formatMessage({ id: 'portfolio.matrix' })}>
          <ViewTabs counts={counts} all={deferred.text ? inText.length : total} search={search} />
          <MatrixToolbar
            search={search}
            shown={shown.length}
            loaded={rows.length}
            total={total}
            isLoading={state === 'loading'}
          />
          {state === 'failed' ? (
            <ErrorState
              what={intl.formatMessage({ id: 'portfolio.failed' })}
              error={error}
              onRetry={reload}
            />
          ) : null}
          {/* What matches may be among the rows still to come. */}
          {shown.length === 0 && state === 'loading' ? (
            <ListSkeleton rows={10} columns={8} />
          ) : (
            <Matrix rows={shown} />
          )}
        </section>
      </div>
    </>
  );
}

/** What this person may do now; a burst of changes is followed once, not once each. */
function useNeeds() {
  const { locale } = useAppLocale();
  const { data, error, refetch } = useQuery(NEEDS_YOU, {
    variables: { locale },
    fetchPolicy: 'cache-and-network',
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refresh = () => void refetch().catch(() => undefined);
  const refreshSoon = () => {
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      refresh();
    }, REFRESH_AFTER_MS);
  };
  return { needed: data?.portfolio.needsYou, error, refresh, refreshSoon };
}
