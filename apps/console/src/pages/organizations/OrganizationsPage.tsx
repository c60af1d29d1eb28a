/** All organizations, filtered, page by page. */
import { useQuery } from '@apollo/client/react';
import { LinkButton } from '@react-spectrum/s2';
import { Navigate, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { OrganizationsSearch } from './organizationsSearch.ts';
import { REREADS_PAGES, useRereadPages } from '../../apollo/useRereadPages.ts';
import type { OrganizationFilter, OrganizationsQuery } from '../../generated/graphql.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import {
  useOnlyOrganization,
  usePartnerRole,
  useRoleSomewhere,
  useViewer,
} from '../../features/viewer/ViewerQuery.ts';
import { RUN_OWNERS } from '../../features/work/runOwnersDocument.ts';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { SelectionBar } from '../../features/bulk/SelectionBar.tsx';
import { useChosen } from '../../features/bulk/useChosen.ts';
import { toWorkFilter } from '../../features/work/workSearch.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { OrganizationListTexts } from '../../features/organization/OrganizationListTexts.tsx';
import { FirstOrganization } from '../../features/organization/FirstOrganization.tsx';
import { OrganizationFilters } from './OrganizationFilters.tsx';
import { OrganizationViews } from './OrganizationViews.tsx';
import { OrganizationTable } from './OrganizationTable.tsx';
import { useHealthFilterDue } from './useHealthFilterDue.ts';
import { StartRunsButton } from './StartRunsButton.tsx';
import { ORGANIZATIONS_QUERY } from './organizationDocuments.ts';

function toFilter(
  { text, cloud, region, status, waiting, health, archived, ...work }: OrganizationsSearch,
  viewerId: string | undefined,
) {
  return {
    ...(text && { text }),
    ...(cloud && { cloud }),
    ...(region && { region }),
    ...(status && { runStatus: [status] }),
    ...(waiting && { waitingOn: [waiting] }),
    ...(health && { health: [health] }),
    ...toWorkFilter(work, viewerId),
    ...(archived && { archived: true }),
  } satisfies OrganizationFilter;
}

const pickOrganizations = (data: OrganizationsQuery) => data.organizations;

/** Who sees one organization alone gets its page in place of a list of one row. */
export function OrganizationsPage() {
  const only = useOnlyOrganization();
  if (only)
    return (
      <Navigate to="/organizations/$organizationId" params={{ organizationId: only.id }} replace />
    );
  return (
    <OrganizationListTexts>
      <Organizations />
    </OrganizationListTexts>
  );
}

function Organizations() {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const navigate = useNavigate({ from: '/organizations' });
  const search = useSearch({ from: '/shell/organizations' });
  const mayStartRuns = useRoleSomewhere('OWNER', 'OPERATOR');
  const title = intl.formatMessage({ id: 'nav.organizations' });
  usePageTitle(title);
  const viewerId = useViewer()?.id;
  const filter = useMemo(() => toFilter(search, viewerId), [search, viewerId]);
  const isFiltered = Object.keys(filter).length > 0;
  const [chosen, setChosen] = useChosen(filter);
  const orderBy = search.sort === 'due' ? 'DUE' : 'NAME';
  const change = (part: Partial<OrganizationsSearch>) =>
    void navigate({ search: (old) => ({ ...old, ...part }), replace: true });
  const query = useQuery(ORGANIZATIONS_QUERY, {
    variables: { filter: isFiltered ? filter : null, orderBy, locale },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    context: REREADS_PAGES,
  });
  const owners = useQuery(RUN_OWNERS, { fetchPolicy: 'cache-and-network' });
  const reread = useHealthFilterDue(search.health !== undefined);
  const list = useRereadPages(query, query.data?.organizations, pickOrganizations, reread);
  if (list?.totalCount === 0 && !isFiltered) return <FirstOrganization />;
  return (
    <>
      <PageHeader
        title={title}
        actions={mayStartRuns ? <HeaderActions filter={isFiltered ? filter : undefined} /> : null}
      />
      <OrganizationViews search={search} isFiltered={isFiltered} />
      <OrganizationFilters
        search={search}
        owners={owners.data?.runOwners ?? []}
        isFiltered={isFiltered}
        count={
          list
            ? intl.formatMessage({ id: 'portfolio.organizations' }, { count: list.totalCount })
            : undefined
        }
        actions={
          <ExportButton
            isDisabled={list?.totalCount === 0}
            file={async (tools) =>
              (await import('./organizationsFile.ts')).organizationsFile(
                tools,
                isFiltered ? filter : null,
                orderBy,
              )
            }
          />
        }
        onChange={change}
        onClear={() => void navigate({ search: ({ sort }) => ({ sort }) })}
      />
      <PagedList
        list={list}
        query={query}
        failed={intl.formatMessage({ id: 'organizations.failed' })}
        skeleton={{ rows: 12, columns: 5 }}
        empty={
          <EmptyState title={intl.formatMessage({ id: 'portfolio.noMatch' })}>
            {intl.formatMessage({ id: 'portfolio.noMatchText' })}
          </EmptyState>
        }
      >
        {(organizations) => (
          <>
            <OrganizationTable
              organizations={organizations}
              orderBy={orderBy}
              onOrder={(order) => change({ sort: order === 'DUE' ? 'due' : undefined })}
              chosen={chosen}
              {...(mayStartRuns ? { onChoose: setChosen } : {})}
            />
            {mayStartRuns ? (
              <SelectionBar
                chosen={chosen}
                {...(isFiltered ? { filter } : {})}
                total={list?.totalCount ?? 0}
                onChoose={setChosen}
              />
            ) : null}
          </>
        )}
      </PagedList>
    </>
  );
}

function HeaderActions({ filter }: { filter?: OrganizationFilter }) {
  const intl = useIntl();
  const mayAdd = usePartnerRole('OWNER', 'OPERATOR');
  return (
    <>
      <LinkButton variant="secondary" href="/readiness">
        {intl.formatMessage({ id: 'organizations.readiness' })}
      </LinkButton>
      <LinkButton variant="secondary" href="/bulk-jobs">
        {intl.formatMessage({ id: 'bulk.jobs' })}
      </LinkButton>
      <StartRunsButton filter={filter} />
      {mayAdd ? (
        <>
          <LinkButton variant="secondary" href="/organizations/import">
            {intl.formatMessage({ id: 'organizations.import' })}
          </LinkButton>
          <LinkButton variant="accent" href="/organizations/new">
            {intl.formatMessage({ id: 'organizations.add' })}
          </LinkButton>
        </>
      ) : null}
    </>
  );
}
