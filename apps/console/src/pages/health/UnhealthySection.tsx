/** The organizations with one health: why, since when, what comes next, and whose turn it is. */
import { Fragment, useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { REREADS_PAGES, useRereadPages } from '../../apollo/useRereadPages.ts';
import { onAlertChange } from '../../features/alerts/alertChanges.ts';
import { SelectableTable } from '../../features/bulk/SelectableTable.tsx';
import { HealthBadge } from '../../features/health/HealthBadge.tsx';
import type { OrganizationFilter, UnhealthyQuery } from '../../generated/graphql.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { alertHref, organizationHref } from '../../ui/runAddress.ts';
import { UNHEALTHY_QUERY, type UnhealthyRow } from './healthDocuments.ts';
import type { Unhealthy } from './healthChoices.ts';
import { findMarks } from './documentedMarks.ts';

const section = style({ marginBottom: 32 });
const heading = style({
  font: 'title',
  display: 'flex',
  alignItems: 'center',
  columnGap: 12,
  margin: 0,
  marginBottom: 8,
});
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued' });
const lines = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const cause = style({ overflowWrap: 'anywhere' });

interface UnhealthySectionProps {
  health: Unhealthy;
  count: number;
  /** Part of the names that are wanted. */
  text: string | undefined;
}

const pick = (data: UnhealthyQuery) => data.organizations;

function useOrganizations({ health, text }: UnhealthySectionProps) {
  const { locale } = useAppLocale();
  const variables = useMemo(
    () => ({ filter: { health: [health], ...(text && { text }) }, locale }),
    [health, text, locale],
  );
  const query = useQuery(UNHEALTHY_QUERY, {
    variables,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    context: REREADS_PAGES,
  });
  const list = useRereadPages(query, query.data?.organizations, pick, onAlertChange);
  return { list, query, filter: variables.filter };
}

export function UnhealthySection(props: UnhealthySectionProps) {
  const intl = useIntl();
  const { health, count, text } = props;
  const { list, query, filter } = useOrganizations(props);
  return (
    <section className={section} aria-label={intl.formatMessage({ id: `health.${health}` })}>
      <h2 className={heading}>
        <HealthBadge health={health} />
        <span className={quiet}>{intl.formatMessage({ id: 'healthPage.count' }, { count })}</span>
      </h2>
      <PagedList
        list={list}
        query={query}
        failed={intl.formatMessage({ id: 'healthPage.failed' })}
        skeleton={{ rows: Math.min(5, count), columns: 5 }}
        empty={<EmptyState title={intl.formatMessage({ id: 'healthPage.noMatch' })} />}
      >
        {(rows) => <Rows rows={rows} health={health} filter={filter} total={text ? null : count} />}
      </PagedList>
    </section>
  );
}

interface RowsProps {
  rows: readonly UnhealthyRow[];
  health: Unhealthy;
  filter: OrganizationFilter;
  /** Null: not known, as the list is narrowed to names. */
  total: number | null;
}

function Rows({ rows, health, filter, total }: RowsProps) {
  const intl = useIntl();
  const header = (id: 'organization' | 'cause' | 'since' | 'next' | 'turn') =>
    intl.formatMessage({ id: `healthPage.column.${id}` });
  return (
    <SelectableTable
      organizationOf={(row) => row}
      narrowedTo={filter}
      {...(total !== null && { all: { filter, total } })}
      label={intl.formatMessage({ id: `health.${health}` })}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => organizationHref(id)}
      isEven
      columns={[
        {
          key: 'organization',
          header: header('organization'),
          cell: ({ name }) => <bdi>{name}</bdi>,
          share: '15%',
        },
        { key: 'cause', header: header('cause'), cell: (row) => <Cause row={row} />, share: '22%' },
        {
          key: 'since',
          header: header('since'),
          cell: ({ keyHealth }) => <RelativeTime at={keyHealth.since} focusable={false} />,
          share: '16%',
        },
        {
          key: 'next',
          header: header('next'),
          cell: (row) => <Marks row={row} />,
          share: '24%',
        },
        { key: 'turn', header: header('turn'), cell: (row) => <Turn row={row} health={health} /> },
      ]}
    />
  );
}

/** Of each track that has the health of the organization. */
function Cause({ row: { keyHealth } }: { row: UnhealthyRow }) {
  const intl = useIntl();
  const { health, tracks } = keyHealth;
  return (
    <span className={lines}>
      {tracks
        .filter((track) => track.health === health)
        .map(({ track, cause: why }) => (
          <span key={track} className={cause}>
            {intl.formatMessage({ id: `track.${track}.short` })}: {why}
          </span>
        ))}
    </span>
  );
}

/** What a document says that may be so already, and what comes next, with the time until then. */
function Marks({ row: { keyHealth } }: { row: UnhealthyRow }) {
  const intl = useIntl();
  const { reached, next } = findMarks(keyHealth.tracks, Date.now());
  if (!reached && !next)
    return <span className={quiet}>{intl.formatMessage({ id: 'common.none' })}</span>;
  return (
    <span className={lines}>
      {[reached, next].map((mark) =>
        mark ? (
          <Fragment key={mark.rule}>
            <span className="kw-sentence">
              <RelativeTime at={mark.at} focusable={false} />
            </span>
            <span className={mark === reached ? cause : `${quiet} ${cause}`} title={mark.text}>
              {mark.text}
            </span>
          </Fragment>
        ) : null,
      )}
    </span>
  );
}

function Turn({
  row: { topAlert },
  health,
}: {
  row: UnhealthyRow;
  health: UnhealthySectionProps['health'];
}) {
  const intl = useIntl();
  return (
    <span className={lines}>
      <span>{intl.formatMessage({ id: `healthPage.turn.${health}` })}</span>
      {topAlert ? (
        <span className={quiet}>
          <Link variant="secondary" href={alertHref(topAlert.id)}>
            {topAlert.acknowledgedBy
              ? intl.formatMessage(
                  { id: 'alerts.acknowledgedBy' },
                  { name: topAlert.acknowledgedBy },
                )
              : intl.formatMessage({ id: 'healthPage.nobody' })}
          </Link>
        </span>
      ) : null}
    </span>
  );
}
