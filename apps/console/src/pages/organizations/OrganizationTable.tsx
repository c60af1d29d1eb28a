/**
 * Organizations as rows: name, region, shield, status of the run, whom it waits on since when, and
 * connections.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import { choose, type Chosen } from '../../features/bulk/selection.ts';
import type { OrganizationOrder, OrganizationsQuery } from '../../generated/graphql.ts';
import { HealthBadge } from '../../features/health/HealthBadge.tsx';
import { Work } from '../../features/work/Owner.tsx';
import { WhoseTurn } from '../../features/work/WhoseTurn.tsx';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import { RunStatusText } from '../../status/StatusText.tsx';
import { toConnectionIndicator, toShownStatus } from '../../status/indicators.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/DataTable.tsx';
import { organizationHref } from '../../ui/runAddress.ts';
import { shorten } from '../../ui/shorten.ts';

type Row = OrganizationsQuery['organizations']['edges'][number]['node'];

const name = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const text = style({ lineClamp: 2 });
const id = style({ font: 'code-xs', color: 'neutral-subdued' });
const small = style({ font: 'ui-sm', color: 'neutral-subdued' });
const clouds = style({ display: 'flex', flexWrap: 'wrap', columnGap: 12, rowGap: 4 });
const oneCloud = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 4,
  whiteSpace: 'nowrap',
});
const quiet = style({ color: 'neutral-subdued' });

interface OrganizationTableProps {
  organizations: readonly Row[];
  orderBy: OrganizationOrder;
  onOrder: (order: OrganizationOrder) => void;
  chosen: Chosen;
  /** Absent: nothing can be selected. */
  onChoose?: (chosen: Chosen) => void;
}

export function OrganizationTable(props: OrganizationTableProps) {
  const { organizations, chosen, onChoose } = props;
  const intl = useIntl();
  const loaded = organizations.map((row) => row.id);
  return (
    <DataTable
      label={intl.formatMessage({ id: 'nav.organizations' })}
      rows={organizations}
      rowKey={(row) => row.id}
      rowHref={(row) => organizationHref(row.id)}
      columns={columnsOf(intl, props)}
      selection={
        onChoose && {
          isSelected: (key) => chosen.isAll || chosen.ids.has(key),
          onSelect: (keys, isSelected) => onChoose(choose(chosen, keys, isSelected, loaded)),
          labels: {
            all: intl.formatMessage({ id: 'bulk.selectPage' }),
            row: (row) => intl.formatMessage({ id: 'bulk.selectRow' }, { name: row.name }),
          },
        }
      }
    />
  );
}

function columnsOf(
  intl: IntlShape,
  { orderBy, onOrder }: Pick<OrganizationTableProps, 'orderBy' | 'onOrder'>,
): DataColumn<Row>[] {
  const sort = (order: OrganizationOrder) => ({
    isOn: orderBy === order,
    onSort: () => onOrder(order),
  });
  return [
    {
      key: 'name',
      header: intl.formatMessage({ id: 'organizations.name' }),
      cell: (row) => <Name row={row} />,
      sort: sort('NAME'),
    },
    {
      key: 'region',
      header: intl.formatMessage({ id: 'organizations.region' }),
      cell: (row) => <Location row={row} />,
    },
    {
      key: 'shield',
      header: intl.formatMessage({ id: 'organizations.shield' }),
      cell: (row) => intl.formatMessage({ id: `shield.${row.shield}` }),
      isExtra: true,
    },
    {
      key: 'run',
      header: intl.formatMessage({ id: 'organizations.run' }),
      cell: (row) => <RunCell row={row} />,
    },
    {
      key: 'waitingOn',
      header: intl.formatMessage({ id: 'organizations.waitingOn' }),
      cell: (row) => <WhoseTurn run={row.currentRun} />,
    },
    {
      key: 'health',
      header: intl.formatMessage({ id: 'health' }),
      cell: (row) => (
        <span className="kw-table-line">
          <HealthBadge health={row.keyHealth.health} />
        </span>
      ),
    },
    {
      key: 'owner',
      header: intl.formatMessage({ id: 'work.owner' }),
      cell: (row) => (row.currentRun ? <Work run={row.currentRun} /> : null),
      sort: { ...sort('DUE'), label: intl.formatMessage({ id: 'work.due' }) },
    },
    {
      key: 'connected',
      header: intl.formatMessage({ id: 'organizations.connected' }),
      cell: (row) => <Connected row={row} />,
      isExtra: true,
    },
  ];
}

function Name({ row }: { row: Row }) {
  return (
    <span className={name}>
      <bdi className={text} title={row.name}>
        {row.name}
      </bdi>
      <span className={`${id} kw-table-id`}>{shorten(row.imsOrgId, 36)}</span>
    </span>
  );
}

function Location({ row }: { row: Row }) {
  const intl = useIntl();
  return (
    <span className={name}>
      {intl.formatMessage({ id: `region.${row.region}` })}
      <span className={small}>{intl.formatMessage({ id: `cloud.${row.cloud}` })}</span>
    </span>
  );
}

function RunCell({ row }: { row: Row }) {
  const intl = useIntl();
  if (!row.currentRun)
    return (
      <span className={quiet}>{intl.formatMessage({ id: 'portfolio.view.NOT_STARTED' })}</span>
    );
  return (
    <span className="kw-table-line">
      <RunStatusText status={toShownStatus(row.currentRun)} />
    </span>
  );
}

function Connected({ row }: { row: Row }) {
  const intl = useIntl();
  const stored = [
    { cloud: 'Adobe', state: row.adobeConnection?.state },
    { cloud: 'Azure', state: row.azureConnection?.state },
    { cloud: 'AWS', state: row.awsConnection?.state },
  ];
  if (stored.every(({ state }) => !state))
    return <span className={quiet}>{intl.formatMessage({ id: 'connection.state.NONE' })}</span>;
  return (
    <span className={clouds}>
      {stored.map(({ cloud, state }) =>
        state ? (
          <span
            key={cloud}
            className={oneCloud}
            title={intl.formatMessage({ id: `connection.state.${state}` })}
          >
            <IndicatorIcon
              {...toConnectionIndicator(state)}
              size={14}
              label={intl.formatMessage({ id: `connection.state.${state}` })}
            />
            {cloud}
          </span>
        ) : null,
      )}
    </span>
  );
}
