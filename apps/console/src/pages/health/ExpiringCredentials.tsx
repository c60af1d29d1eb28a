/** Credentials that expire soon or have expired; nothing is shown where there are none. */
import { useQuery } from '@apollo/client/react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { HealthTexts } from '../../features/health/HealthTexts.tsx';
import type { ExpiringCredentialRowFragment } from '../../generated/graphql.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { organizationHref } from '../../ui/runAddress.ts';
import { EXPIRING_QUERY } from './expiringDocuments.ts';

/** What expires changes by the day. */
const POLL_MILLISECONDS = 10 * 60_000;
const section = style({ marginBottom: 32 });
const heading = style({ font: 'title', margin: 0, marginBottom: 4 });
const help = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0, marginBottom: 8 });
const lines = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });

const CLOUDS = { ADOBE: 'Adobe', AZURE: 'Azure', AWS: 'AWS' } as const;
const INDICATORS = {
  LATER: { shape: 'circle', tone: 'neutral' },
  WITHIN_30_DAYS: { shape: 'warning', tone: 'notice' },
  WITHIN_7_DAYS: { shape: 'warning', tone: 'negative' },
  EXPIRED: { shape: 'cross', tone: 'negative' },
} as const;

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
      <h2 className={heading}>{title}</h2>
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
          cell: (row) => <Expiry row={row} />,
        },
      ]}
    />
  );
}

function Credential({ row }: { row: ExpiringCredentialRowFragment }) {
  const intl = useIntl();
  const { kind, credentialKind, clientId, inUse } = row;
  return (
    <span className={lines}>
      <span>
        {intl.formatMessage(
          {
            id: `healthPage.credential.${credentialKind === 'CERTIFICATE' ? 'CERTIFICATE' : 'CLIENT_SECRET'}`,
          },
          { cloud: CLOUDS[kind] },
        )}
      </span>
      <span className={quiet}>
        {clientId}
        {inUse ? null : ` · ${intl.formatMessage({ id: 'healthPage.credential.waits' })}`}
      </span>
    </span>
  );
}

function Expiry({ row: { expiry } }: { row: ExpiringCredentialRowFragment }) {
  const intl = useIntl();
  const { expiresAt, state } = expiry;
  return (
    <span className={lines}>
      <IndicatorText indicator={INDICATORS[state]}>
        {intl.formatMessage({ id: `healthPage.expiry.${state}` })}
      </IndicatorText>
      <span className={quiet}>
        {intl.formatDate(expiresAt, { dateStyle: 'long' })} ·{' '}
        <RelativeTime at={expiresAt} focusable={false} />
      </span>
    </span>
  );
}
