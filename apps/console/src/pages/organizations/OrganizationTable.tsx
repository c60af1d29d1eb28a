/** Organizations as rows: who, where, what was bought, how the run stands, what we are connected to. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { OrganizationsQuery } from '../../generated/graphql.ts';
import { RunStatusText } from '../../status/StatusText.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { shorten } from '../../ui/shorten.ts';

type Row = OrganizationsQuery['organizations']['edges'][number]['node'];

const name = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const id = style({ font: 'code-xs', color: 'neutral-subdued' });
const quiet = style({ color: 'neutral-subdued' });

export function OrganizationTable({ organizations }: { organizations: readonly Row[] }) {
  const intl = useIntl();
  return (
    <DataTable
      label={intl.formatMessage({ id: 'nav.organizations' })}
      rows={organizations}
      rowKey={(row) => row.id}
      rowHref={(row) => `/organizations/${encodeURIComponent(row.id)}`}
      columns={[
        {
          key: 'name',
          header: intl.formatMessage({ id: 'organizations.name' }),
          cell: (row) => (
            <span className={name}>
              {row.name}
              <span className={id}>{shorten(row.imsOrgId, 36)}</span>
            </span>
          ),
        },
        {
          key: 'region',
          header: intl.formatMessage({ id: 'organizations.region' }),
          cell: (row) => intl.formatMessage({ id: `region.${row.region}` }),
        },
        {
          key: 'shield',
          header: intl.formatMessage({ id: 'organizations.shield' }),
          cell: (row) => intl.formatMessage({ id: `shield.${row.shield}` }),
        },
        {
          key: 'run',
          header: intl.formatMessage({ id: 'organizations.run' }),
          cell: (row) =>
            row.currentRun ? (
              <RunStatusText status={row.currentRun.status} waitingOn={row.currentRun.waitingOn} />
            ) : (
              <span className={quiet}>{intl.formatMessage({ id: 'portfolio.view.NOT_STARTED' })}</span>
            ),
        },
        {
          key: 'changed',
          header: intl.formatMessage({ id: 'organizations.changed' }),
          cell: (row) => (row.currentRun ? <RelativeTime at={row.currentRun.updatedAt} focusable={false} /> : null),
        },
        {
          key: 'connected',
          header: intl.formatMessage({ id: 'organizations.connected' }),
          cell: (row) => {
            const connected = [row.adobeConnected ? 'Adobe' : null, row.azureConnected ? 'Azure' : null].filter((one) => one !== null);
            return connected.length > 0 ? (
              intl.formatList(connected, { type: 'unit' })
            ) : (
              <span className={quiet}>{intl.formatMessage({ id: 'common.none' })}</span>
            );
          },
        },
      ]}
    />
  );
}
