/** Everything that happened, newest first, and whether the chain of hashes is intact. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { useOnlyOrganization } from '../../features/viewer/ViewerQuery.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { ChainState } from './ChainState.tsx';
import { HistoryFilters } from './HistoryFilters.tsx';
import { HistoryList } from './HistoryList.tsx';
import { toHistoryFilter } from './historyFilter.ts';
import { useHistory } from './useHistory.ts';

export function HistoryPage() {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/history' });
  const search = useSearch({ from: '/shell/history' });
  const title = intl.formatMessage({ id: 'nav.history' });
  usePageTitle(title);
  // Who sees one organization alone verifies its chain.
  const only = useOnlyOrganization();
  const chainOf = search.organization ?? only?.id;
  const filter = useMemo(() => toHistoryFilter(search), [search]);
  const { list, query, isFiltered } = useHistory(filter);
  return (
    <>
      <PageHeader title={title}>
        <ChainState key={chainOf ?? ''} organizationId={chainOf} />
      </PageHeader>
      <HistoryFilters
        search={search}
        isFiltered={isFiltered}
        actions={
          <ExportButton
            file={async (tools) => (await import('./historyFile.ts')).historyFile(tools, filter)}
          />
        }
        onChange={(change) =>
          void navigate({ search: (old) => ({ ...old, ...change }), replace: true })
        }
        onClear={() => void navigate({ search: {} })}
      />
      <PagedList
        list={list}
        query={query}
        failed={intl.formatMessage({ id: 'history.failed' })}
        skeleton={{ rows: 12, columns: 3 }}
        empty={
          <EmptyState
            title={intl.formatMessage({ id: isFiltered ? 'history.noMatch' : 'history.none' })}
          >
            {intl.formatMessage({ id: isFiltered ? 'history.noMatchText' : 'history.noneText' })}
          </EmptyState>
        }
      >
        {(entries) => <HistoryList entries={entries} isOfOne={chainOf !== undefined} />}
      </PagedList>
    </>
  );
}
