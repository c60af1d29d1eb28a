/** Organizations as rows: who, where, what was bought, how the run stands, whose turn it is and since when, what we are connected to. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { IntlShape } from 'react-intl';
import type { OrganizationsQuery } from '../../generated/graphql.ts';
import { RunStatusText } from '../../status/StatusText.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import type { DataColumn } from '../../ui/DataTable.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { shorten } from '../../ui/shorten.ts';
import { turnSince } from './turnSince.ts';

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
      columns={columnsOf(intl)}
    />
  );
}

function columnsOf(intl: IntlShape): DataColumn<Row>[] {
  return [
    { key: 'name', header: intl.formatMessage({ id: 'organizations.name' }), cell: (row) => <Name row={row} /> },
    {
      key: 'cloud',
      header: intl.formatMessage({ id: 'organizations.cloud' }),
      cell: (row) => intl.formatMessage({ id: `cloud.${row.cloud}` }),
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
    { key: 'run', header: intl.formatMessage({ id: 'organizations.run' }), cell: (row) => <RunCell row={row} /> },
    { key: 'turn', header: intl.formatMessage({ id: 'organizations.turn' }), cell: (row) => <Turn row={row} /> },
    { key: 'since', header: intl.formatMessage({ id: 'organizations.since' }), cell: (row) => <Since row={row} /> },
    { key: 'connected', header: intl.formatMessage({ id: 'organizations.connected' }), cell: (row) => <Connected row={row} /> },
  ];
}

function Name({ row }: { row: Row }) {
  return (
    <span className={name}>
      <bdi>{row.name}</bdi>
      <span className={id}>{shorten(row.imsOrgId, 36)}</span>
    </span>
  );
}

function RunCell({ row }: { row: Row }) {
  const intl = useIntl();
  if (!row.currentRun) return <span className={quiet}>{intl.formatMessage({ id: 'portfolio.view.NOT_STARTED' })}</span>;
  return <RunStatusText status={row.currentRun.status} />;
}

function Turn({ row }: { row: Row }) {
  const intl = useIntl();
  const actors = row.currentRun?.waitingOn ?? [];
  return actors.length > 0 ? (
    intl.formatList(
      actors.map((actor) => intl.formatMessage({ id: `actor.${actor}` })),
      { type: 'conjunction' },
    )
  ) : (
    <span className={quiet}>{intl.formatMessage({ id: 'common.none' })}</span>
  );
}

function Since({ row }: { row: Row }) {
  const intl = useIntl();
  const since = row.currentRun ? turnSince(row.currentRun) : null;
  if (since) return <RelativeTime at={since} waiting focusable={false} />;
  return <span className={quiet}>{intl.formatMessage({ id: 'common.none' })}</span>;
}

function Connected({ row }: { row: Row }) {
  const intl = useIntl();
  const connected = [row.adobeConnected ? 'Adobe' : null, row.azureConnected ? 'Azure' : null].filter((one) => one !== null);
  if (connected.length > 0) return intl.formatList(connected, { type: 'unit' });
  return <span className={quiet}>{intl.formatMessage({ id: 'common.none' })}</span>;
}
