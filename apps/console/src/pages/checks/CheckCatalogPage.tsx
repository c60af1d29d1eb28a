/** Every check that Keyway makes, by step, with the rules behind it. */
import { useQuery } from '@apollo/client/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import type { CheckCatalogSearch } from './checkCatalogSearch.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { CheckTable } from './CheckTable.tsx';
import { CHECK_CATALOG } from '../../features/checks/checkDocuments.ts';
import { filterChecks, groupByStep } from './catalogFilter.ts';

export function CheckCatalogPage() {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const search = useSearch({ from: '/shell/checks' });
  const title = intl.formatMessage({ id: 'checks.title' });
  usePageTitle(title);
  const { data, previousData, error, refetch } = useQuery(CHECK_CATALOG, { variables: { locale } });
  const all = (data ?? previousData)?.checkCatalog;
  const shown = useMemo(() => groupByStep(filterChecks(all ?? [], search)), [all, search]);
  return (
    <>
      <PageHeader title={title}>{intl.formatMessage({ id: 'checks.text' })}</PageHeader>
      <CatalogFilters
        search={search}
        count={shown.reduce((sum, group) => sum + group.checks.length, 0)}
        isKnown={Boolean(all)}
      />
      {error && !all ? (
        <ErrorState
          what={intl.formatMessage({ id: 'checks.failed' })}
          error={error}
          onRetry={() => void refetch()}
        />
      ) : null}
      {!all && !error ? <ListSkeleton rows={12} columns={4} /> : null}
      {all && shown.length === 0 ? (
        <EmptyState title={intl.formatMessage({ id: 'checks.noMatch' })}>
          {intl.formatMessage({ id: 'checks.noMatchText' })}
        </EmptyState>
      ) : null}
      {shown.map(({ step, checks }) => (
        <CheckTable key={step} step={step} checks={checks} />
      ))}
    </>
  );
}

function CatalogFilters({
  search,
  count,
  isKnown,
}: {
  search: CheckCatalogSearch;
  count: number;
  isKnown: boolean;
}) {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/checks' });
  return (
    <FilterBar
      text={{
        label: intl.formatMessage({ id: 'checks.filter' }),
        value: search.text ?? '',
        onChange: (text) =>
          void navigate({ search: (old) => ({ ...old, text: text || undefined }), replace: true }),
      }}
      isFiltered={Boolean(search.text || search.track)}
      onClear={() => void navigate({ search: {} })}
      count={isKnown ? intl.formatMessage({ id: 'checks.count' }, { count }) : undefined}
    >
      <FilterPicker
        label={intl.formatMessage({ id: 'checks.track' })}
        value={search.track}
        options={(['AEP', 'CJA'] as const).map((id) => ({
          id,
          name: intl.formatMessage({ id: `track.${id}` }),
        }))}
        onChange={(track) => void navigate({ search: (old) => ({ ...old, track }), replace: true })}
      />
    </FilterBar>
  );
}
