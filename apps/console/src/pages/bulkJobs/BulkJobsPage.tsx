/** The bulk jobs, newest first. */
import { useQuery } from '@apollo/client/react';
import { Link, LinkButton } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import { listedJobIndicator } from '../../features/bulk/bulkJobFields.ts';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import type { BulkJobFieldsFragment } from '../../generated/graphql.ts';
import { useOnlyOrganization, useRoleSomewhere } from '../../features/viewer/ViewerQuery.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/DataTable.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import { BULK_JOBS_QUERY } from './bulkJobsDocument.ts';

export function BulkJobsPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'bulk.jobs' });
  usePageTitle(title);
  const hasList = useOnlyOrganization() === null;
  const mayStart = useRoleSomewhere('OWNER', 'OPERATOR') && hasList;
  const query = useQuery(BULK_JOBS_QUERY, { fetchPolicy: 'cache-and-network' });
  return (
    <>
      <PageHeader
        title={title}
        actions={
          <ExportButton
            file={async (tools) => (await import('./bulkJobsFile.ts')).bulkJobsFile(tools)}
          />
        }
        above={
          hasList ? (
            <Link href="/organizations" variant="secondary" isStandalone>
              {intl.formatMessage({ id: 'nav.organizations' })}
            </Link>
          ) : null
        }
      >
        {intl.formatMessage({ id: 'bulk.jobsText' })}
      </PageHeader>
      <PagedList
        list={query.data?.bulkJobs}
        query={query}
        failed={intl.formatMessage({ id: 'bulk.jobsFailed' })}
        skeleton={{ rows: 6, columns: 5 }}
        empty={
          <EmptyState
            title={intl.formatMessage({ id: 'bulk.none' })}
            actions={
              hasList ? (
                <LinkButton variant="secondary" href="/organizations">
                  {intl.formatMessage({ id: 'nav.organizations' })}
                </LinkButton>
              ) : null
            }
          >
            {intl.formatMessage({ id: mayStart ? 'bulk.noneText' : 'bulk.noneOfYours' })}
          </EmptyState>
        }
      >
        {(jobs) => (
          <DataTable
            label={title}
            rows={jobs}
            rowKey={({ id }) => id}
            rowHref={({ id }) => `/bulk-jobs/${id}`}
            columns={columnsOf(intl)}
          />
        )}
      </PagedList>
    </>
  );
}

function columnsOf(intl: IntlShape): DataColumn<BulkJobFieldsFragment>[] {
  return [
    {
      key: 'action',
      header: intl.formatMessage({ id: 'bulk.action' }),
      cell: ({ action, track }) =>
        [intl.formatMessage({ id: `bulk.action.${action}` }), track].filter(Boolean).join(' · '),
    },
    {
      key: 'status',
      header: intl.formatMessage({ id: 'bulk.status' }),
      cell: (job) => (
        <IndicatorText indicator={listedJobIndicator(job)}>
          {intl.formatMessage({ id: `bulk.status.${job.status}` })}
        </IndicatorText>
      ),
    },
    {
      key: 'counts',
      header: intl.formatMessage({ id: 'bulk.outcome' }),
      cell: ({ action, done, refused, skipped, total }) =>
        intl.formatMessage(
          { id: action === 'VERIFY' ? 'bulk.counts.VERIFY' : 'bulk.counts' },
          { done, refused, skipped, total },
        ),
    },
    {
      key: 'by',
      header: intl.formatMessage({ id: 'bulk.startedBy' }),
      cell: ({ startedBy }) => <bdi>{startedBy}</bdi>,
    },
    {
      key: 'at',
      header: intl.formatMessage({ id: 'bulk.startedAt' }),
      cell: ({ startedAt }) => <RelativeTime at={startedAt} focusable={false} />,
    },
  ];
}
