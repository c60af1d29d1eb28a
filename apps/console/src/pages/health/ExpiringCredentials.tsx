/** Credentials that expire soon or have expired; nothing is shown where there are none. */
import { useQuery } from '@apollo/client/react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { CredentialExpiry, CredentialName } from '../../features/health/CredentialExpiry.tsx';
import { EXPIRING_QUERY } from '../../features/health/expiringDocuments.ts';
import { HealthTexts } from '../../features/health/HealthTexts.tsx';
import type { ExpiringCredentialRowFragment } from '../../generated/graphql.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { organizationHref } from '../../ui/runAddress.ts';

/** What expires changes by the day. */
const POLL_MILLISECONDS = 10 * 60_000;
const section = style({ marginBottom: 32 });
const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 12,
});
const heading = style({ font: 'title', margin: 0, marginBottom: 4 });
const help = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0, marginBottom: 8 });
const lines = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });

export const ExpiringCredentials = () => (
  <HealthTexts>
    <Shown />
  </HealthTexts>
);

function Shown() {
  const intl = useIntl();
  const query = useQuery(EXPIRING_QUERY, {
    fetchPolicy: 'cache-and-network',
    pollInterval: POLL_MILLISECONDS,
    notifyOnNetworkStatusChange: true,
  });
  const { data, error, refetch } = query;
  const failed = intl.formatMessage({ id: 'healthPage.credentials.failed' });
  if (!data)
    return error ? (
      <ErrorState
        what={failed}
        error={error}
        onRetry={() => void refetch().catch(() => undefined)}
      />
    ) : null;
  const { totalCount: count } = data.expiringCredentials;
  if (count === 0) return null;
  const title = intl.formatMessage({ id: 'healthPage.credentials' }, { count });
  return (
    <section className={section} aria-label={title}>
      <div className={head}>
        <h2 className={heading}>{title}</h2>
        <ExportButton
          text={intl.formatMessage({ id: 'healthPage.credentials.export' })}
          file={async (tools) => (await import('./healthFiles.ts')).credentialsFile(tools)}
        />
      </div>
      <p className={help}>{intl.formatMessage({ id: 'healthPage.credentials.help' })}</p>
      <PagedList
        list={data.expiringCredentials}
        query={query}
        failed={failed}
        skeleton={{ rows: 3, columns: 3 }}
        empty={null}
      >
        {(rows) => <Rows rows={rows} label={title} />}
      </PagedList>
    </section>
  );
}

function Rows({ rows, label }: { rows: readonly ExpiringCredentialRowFragment[]; label: string }) {
  const intl = useIntl();
  return (
    <DataTable
      label={label}
      rows={rows}
      rowKey={({ organization, kind, inUse }) => `${organization.id} ${kind} ${String(inUse)}`}
      rowHref={({ organization }) => organizationHref(organization.id)}
      columns={[
        {
          key: 'organization',
          header: intl.formatMessage({ id: 'healthPage.column.organization' }),
          cell: ({ organization }) => <bdi>{organization.name}</bdi>,
        },
        {
          key: 'credential',
          header: intl.formatMessage({ id: 'healthPage.column.credential' }),
          cell: (row) => <Credential row={row} />,
        },
        {
          key: 'expiry',
          header: intl.formatMessage({ id: 'healthPage.column.expiry' }),
          cell: (row) => <CredentialExpiry row={row} />,
        },
      ]}
    />
  );
}

function Credential({ row }: { row: ExpiringCredentialRowFragment }) {
  const intl = useIntl();
  const { clientId, inUse } = row;
  return (
    <span className={lines}>
      <span>
        <CredentialName row={row} />
      </span>
      <span className={quiet}>
        {clientId}
        {inUse ? null : ` · ${intl.formatMessage({ id: 'healthPage.credential.waits' })}`}
      </span>
    </span>
  );
}
