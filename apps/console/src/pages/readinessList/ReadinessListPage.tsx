/** The dry runs, newest first. */
import { useQuery } from '@apollo/client/react';
import { Link, LinkButton } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { DRY_RUN_INDICATORS } from '../../features/readiness/dryRunFields.ts';
import { ReadinessTexts } from '../../features/readiness/ReadinessTexts.tsx';
import { useOnlyOrganization, useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { DRY_RUNS_QUERY } from './dryRunsDocument.ts';

export function ReadinessListPage() {
  return (
    <ReadinessTexts>
      <List />
    </ReadinessTexts>
  );
}

function List() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'readiness.all' });
  usePageTitle(title);
  const mayStart = useRoleSomewhere('OWNER', 'OPERATOR');
  const hasList = useOnlyOrganization() === null;
  const query = useQuery(DRY_RUNS_QUERY, { fetchPolicy: 'cache-and-network' });
  const organizations = intl.formatMessage({ id: 'nav.organizations' });
  const checkKeys = (
    <LinkButton variant="secondary" href="/readiness/keys">
      {intl.formatMessage({ id: 'readiness.keys' })}
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <>
            <ExportButton
              isDisabled={query.data?.dryRuns.edges.length === 0}
              file={async (tools) => (await import('./dryRunsFile.ts')).dryRunsFile(tools)}
            />
            {mayStart ? checkKeys : null}
          </>
        }
        above={
          hasList ? (
            <Link href="/organizations" variant="secondary" isStandalone>
              {organizations}
            </Link>
          ) : null
        }
      >
        {intl.formatMessage({ id: 'readiness.text' })}
      </PageHeader>
      <PagedList
        list={query.data?.dryRuns}
        query={query}
        failed={intl.formatMessage({ id: 'readiness.listFailed' })}
        skeleton={{ rows: 6, columns: 4 }}
        empty={
          <EmptyState
            title={intl.formatMessage({ id: 'readiness.none' })}
            actions={
              hasList ? (
                <LinkButton variant="secondary" href="/organizations">
                  {organizations}
                </LinkButton>
              ) : null
            }
          >
            {intl.formatMessage({ id: 'readiness.noneText' })}
          </EmptyState>
        }
      >
        {(dryRuns) => (
          <DataTable
            label={title}
            rows={dryRuns}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/readiness/${id}`}
            columns={[
              {
                key: 'at',
                header: intl.formatMessage({ id: 'readiness.startedAt' }),
                cell: ({ startedAt }) => <RelativeTime at={startedAt} focusable={false} />,
              },
              {
                key: 'status',
                header: intl.formatMessage({ id: 'readiness.status' }),
                cell: ({ status }) => (
                  <IndicatorText indicator={DRY_RUN_INDICATORS[status]}>
                    {intl.formatMessage({ id: `readiness.status.${status}` })}
                  </IndicatorText>
                ),
              },
              {
                key: 'found',
                header: intl.formatMessage({ id: 'readiness.outcomes' }),
                cell: ({ outcomes }) =>
                  outcomes
                    .map(({ outcome, count }) =>
                      intl.formatMessage({ id: `readiness.count.${outcome}` }, { count }),
                    )
                    .join(', '),
              },
              {
                key: 'by',
                header: intl.formatMessage({ id: 'readiness.startedBy' }),
                cell: ({ startedBy }) => <bdi>{startedBy}</bdi>,
              },
            ]}
          />
        )}
      </PagedList>
    </>
  );
}
