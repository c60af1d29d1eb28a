/** Home: the status of every organization, and what this person can do now. */
import { LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import {
  useOnlyOrganization,
  usePartnerRole,
  useRoleSomewhere,
} from '../../features/viewer/ViewerQuery.ts';
import { SelectionBar } from '../../features/bulk/SelectionBar.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { lazyPart, Part } from '../../ui/lazyPart.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { Matrix } from './Matrix.tsx';
import { MatrixToolbar } from './MatrixToolbar.tsx';
import { TaskList } from './TaskList.tsx';
import { ViewTabs } from './ViewTabs.tsx';
import { TurnTabs } from './TurnTabs.tsx';
import { blockedLister } from './blockedSteps.ts';
import { useMatrixLayout } from './matrixLayout.ts';
import type { Sort } from './portfolioSearch.ts';
import { useChosenRows } from './useChosenRows.ts';
import type { MatrixRow } from './matrixRows.ts';
import { usePortfolioRows } from './usePortfolioRows.ts';
import { useShownRows } from './useShownRows.ts';
import { useTasks } from './useTasks.ts';

/** Most people have organizations. */
const first = lazyPart(
  async () => (await import('../../features/organization/FirstOrganization.tsx')).FirstOrganization,
);
const NO_PROPS = {};

const NO_ROWS: readonly MatrixRow[] = [];
const columns = style({
  display: 'grid',
  gridTemplateColumns: {
    default: ['minmax(0, 1fr)'],
    '@media (width >= 1240px)': ['216px', 'minmax(0, 1fr)'],
  },
  gap: 16,
  alignItems: 'start',
});
const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 12, minWidth: 0 });

/** Who sees one organization alone has its page as home: a matrix of one row says less. */
export function PortfolioPage() {
  const only = useOnlyOrganization();
  if (only)
    return (
      <Navigate to="/organizations/$organizationId" params={{ organizationId: only.id }} replace />
    );
  return <Portfolio isOfMany={only === null} />;
}

interface PortfolioProps {
  /** False until it is known whose portfolio it is; its rows load meanwhile. */
  isOfMany: boolean;
}

function Portfolio({ isOfMany }: PortfolioProps) {
  const intl = useIntl();
  const search = useSearch({ from: '/shell/' });
  const mayAdd = usePartnerRole('OWNER', 'OPERATOR');
  const title = intl.formatMessage({ id: 'nav.portfolio' });
  usePageTitle(title);
  const tasks = useTasks();
  const { rows, total, state, error, reload } = usePortfolioRows(tasks.apply, tasks.reload);
  const { shown, filter, status, turn, bySteps, isWhole } = useShownRows(rows, search);
  const isLoading = state === 'loading';
  const isComplete = state === 'complete';
  const mayOperate = useRoleSomewhere('OWNER', 'OPERATOR');
  const layout = useMatrixLayout(search, rows);
  const navigate = useNavigate({ from: '/' });
  const onSort = useCallback(
    (next: Sort) => void navigate({ search: (old) => ({ ...old, sort: next }), replace: true }),
    [navigate],
  );
  const { chosen, onChoose, select } = useChosenRows(shown, filter);
  const [listBlocked] = useState(blockedLister);
  // Those of some rows would be counted and ordered as if they were all.
  const blocked = useMemo(
    () => listBlocked(isComplete ? rows : NO_ROWS),
    [listBlocked, isComplete, rows],
  );
  const actions = useMemo(() => (mayAdd ? <AddButton /> : null), [mayAdd]);
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
  if (isComplete && rows.length === 0)
    return (
      <Part part={first} isWanted props={NO_PROPS}>
        <ListSkeleton rows={4} columns={1} />
      </Part>
    );
  return (
    <>
      <PageHeader title={title} actions={actions}>
        {/* A space keeps the line’s height until the number is known, so that nothing moves. */}
        {total === undefined
          ? '\u00a0'
          : intl.formatMessage({ id: 'portfolio.organizations' }, { count: total })}
      </PageHeader>
      <div className={columns}>
        <TaskList
          groups={tasks.groups}
          blocked={blocked}
          error={tasks.error}
          onRetry={tasks.reload}
          onMore={tasks.showMore}
        />
        <section className={stack} aria-label={intl.formatMessage({ id: 'portfolio.matrix' })}>
          <ViewTabs
            counts={status.counts}
            isComplete={isComplete}
            all={isWhole ? total : isComplete ? status.all : undefined}
            search={search}
          />
          <TurnTabs counts={turn.counts} isComplete={isComplete} all={turn.all} search={search} />
          <MatrixToolbar
            search={search}
            rows={rows}
            layout={layout}
            shown={shown}
            total={total}
            isLoading={isLoading}
          />
          {state === 'failed' ? (
            <ErrorState
              what={intl.formatMessage({ id: 'portfolio.failed' })}
              error={error}
              onRetry={reload}
            />
          ) : null}
          {/* Rows that are still loading can match. */}
          {!isOfMany || (shown.length === 0 && isLoading) ? (
            <ListSkeleton rows={10} columns={8} />
          ) : (
            <>
              <Matrix
                rows={shown}
                bySteps={bySteps}
                layout={layout}
                sort={search.sort ?? 'name'}
                onSort={onSort}
                {...(mayOperate && { selected: chosen.ids, select })}
              />
              <SelectionBar chosen={chosen} total={shown.length} onChoose={onChoose} />
            </>
          )}
        </section>
      </div>
    </>
  );
}

function AddButton() {
  const intl = useIntl();
  return (
    <LinkButton variant="secondary" href="/organizations/new">
      {intl.formatMessage({ id: 'organizations.add' })}
    </LinkButton>
  );
}
