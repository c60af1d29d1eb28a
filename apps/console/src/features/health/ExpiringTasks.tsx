/**
 * Credentials to replace, among the tasks of who may replace them. Without one it shows what is
 * passed as `none`.
 */
import { useQuery } from '@apollo/client/react';
import { Link, LinkButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { ExpiringCredentialRowFragment } from '../../generated/graphql.ts';
import { organizationHref } from '../../ui/runAddress.ts';
import { CredentialExpiry, CredentialName } from './CredentialExpiry.tsx';
import { EXPIRING_TASKS_QUERY } from './expiringDocuments.ts';
import { HealthTexts } from './HealthTexts.tsx';

/** What expires changes by the day. */
const POLL_MILLISECONDS = 10 * 60_000;

/** As the other tasks. */
const BESIDE = '@media (width >= 480px)';
const COLUMN = '@media (width >= 1240px)';

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
});
const heading = style({ font: 'ui-sm', color: 'neutral-subdued', marginTop: 8, marginBottom: 0 });
const item = style({
  display: 'flex',
  flexDirection: { default: 'column', [BESIDE]: 'row', [COLUMN]: 'column' },
  alignItems: { default: 'start', [BESIDE]: 'center', [COLUMN]: 'start' },
  justifyContent: 'space-between',
  columnGap: 16,
  rowGap: 8,
  paddingY: { default: 12, [BESIDE]: 8, [COLUMN]: 12 },
  borderBottomWidth: 1,
  borderTopWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
const text = style({ display: 'flex', flexDirection: 'column', rowGap: 4, minWidth: 0 });
const name = style({ font: 'ui', fontWeight: 'bold', overflowWrap: 'anywhere' });
const detail = style({ font: 'ui-sm', color: 'neutral-subdued' });
const button = style({ flexShrink: 0 });
const more = style({ font: 'ui-sm', marginTop: 8, marginBottom: 0 });

interface ExpiringTasksProps {
  none: ReactNode;
  /** How many there are, also those that are not shown. */
  onTotal: (total: number) => void;
}

export const ExpiringTasks = (props: ExpiringTasksProps) => (
  <HealthTexts>
    <Shown {...props} />
  </HealthTexts>
);

function Shown({ none, onTotal }: ExpiringTasksProps) {
  const intl = useIntl();
  // An error says nothing here: the page about health shows it, and the next poll asks again.
  const { data } = useQuery(EXPIRING_TASKS_QUERY, {
    // The cache joins pages of this list, and these are not its first page.
    fetchPolicy: 'no-cache',
    pollInterval: POLL_MILLISECONDS,
  });
  const { nodes = [], totalCount = 0 } = data?.expiringCredentials ?? {};
  useEffect(() => onTotal(totalCount), [onTotal, totalCount]);
  if (nodes.length === 0) return none;
  const title = intl.formatMessage({ id: 'healthPage.credentials' }, { count: totalCount });
  return (
    <>
      <p className={heading}>{title}</p>
      <ul className={list} aria-label={title}>
        {nodes.map((row) => (
          <Item key={`${row.organization.id} ${row.kind} ${String(row.inUse)}`} row={row} />
        ))}
      </ul>
      {totalCount > nodes.length ? (
        <p className={more}>
          <Link href="/health" isStandalone>
            {intl.formatMessage({ id: 'healthPage.credentials.all' }, { count: totalCount })}
          </Link>
        </p>
      ) : null}
    </>
  );
}

function Item({ row }: { row: ExpiringCredentialRowFragment }) {
  const intl = useIntl();
  const { organization } = row;
  const label = intl.formatMessage({ id: 'healthPage.credential.replace' });
  return (
    <li className={item}>
      <span className={text}>
        <bdi className={name}>{organization.name}</bdi>
        <span className={detail}>
          <CredentialName row={row} />
        </span>
        <CredentialExpiry row={row} />
      </span>
      <LinkButton
        size="S"
        variant="secondary"
        href={organizationHref(organization.id)}
        styles={button}
        aria-label={`${label}: ${organization.name}`}
      >
        {label}
      </LinkButton>
    </li>
  );
}
