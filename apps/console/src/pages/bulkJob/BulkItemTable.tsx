/** The organizations of a bulk job as rows: what became of each, and why. */
import { useIntl } from 'react-intl';
import { ITEM_INDICATORS } from '../../features/bulk/bulkJobFields.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { organizationHref, runHref } from '../../ui/runAddress.ts';
import type { JobView } from './bulkJobDocuments.ts';

type Item = JobView['items']['edges'][number]['node'];

interface BulkItemTableProps {
  items: readonly Item[];
  /** Messages of what is done are links. */
  hasLinks: boolean;
}

export function BulkItemTable({ items, hasLinks }: BulkItemTableProps) {
  const intl = useIntl();
  return (
    <DataTable
      label={intl.formatMessage({ id: 'bulk.items' })}
      rows={items}
      rowKey={({ organization }) => organization.id}
      rowHref={({ run, organization }) =>
        run ? runHref(run.id) : organizationHref(organization.id)
      }
      columns={[
        {
          key: 'organization',
          header: intl.formatMessage({ id: 'organizations.name' }),
          cell: ({ organization }) => <bdi>{organization.name}</bdi>,
        },
        {
          key: 'status',
          header: intl.formatMessage({ id: 'bulk.outcome' }),
          cell: ({ status }) => (
            <IndicatorText indicator={ITEM_INDICATORS[status]}>
              {intl.formatMessage({ id: `bulk.item.${status}` })}
            </IndicatorText>
          ),
        },
        {
          key: 'message',
          header: intl.formatMessage({ id: hasLinks ? 'bulk.linkOrWhy' : 'bulk.why' }),
          cell: ({ message, status }) =>
            hasLinks && status === 'DONE' && message ? (
              <CopyText text={message} label={intl.formatMessage({ id: 'bulk.link' })} max={36} />
            ) : (
              message
            ),
        },
      ]}
    />
  );
}
