/** Alerts, those of the purge class first; they follow the live connection. */
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useQuery } from '@apollo/client/react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { REREADS_PAGES, useRereadPages } from '../../apollo/useRereadPages.ts';
import type { AlertFilter, AlertsQuery } from '../../generated/graphql.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { SteadyRows } from '../../ui/SteadyRows.tsx';
import { AlertItem } from './AlertItem.tsx';
import { AlertTexts } from './AlertTexts.tsx';
import { ALERTS_QUERY } from './alertDocuments.ts';
import { onAlertChange } from './alertChanges.ts';

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
});
const count = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, marginBottom: 12 });

interface AlertListProps {
  filter: AlertFilter;
  empty: ReactNode;
  hidesOrganization?: boolean;
}

export const AlertList = (props: AlertListProps) => (
  <AlertTexts>
    <List {...props} />
  </AlertTexts>
);

const pick = (data: AlertsQuery) => data.alerts;

function useAlerts(filter: AlertFilter) {
  const { locale } = useAppLocale();
  const variables = useMemo(() => ({ filter, locale }), [filter, locale]);
  const query = useQuery(ALERTS_QUERY, {
    variables,
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
    context: REREADS_PAGES,
  });
  const alerts = useRereadPages(query, query.data?.alerts, pick, onAlertChange);
  return { alerts, query };
}

function List({ filter, empty, hidesOrganization = false }: AlertListProps) {
  const intl = useIntl();
  const { alerts, query } = useAlerts(filter);
  return (
    <PagedList
      list={alerts}
      query={query}
      failed={intl.formatMessage({ id: 'alerts.failed' })}
      skeleton={{ rows: 4, columns: 3 }}
      empty={empty}
    >
      {(nodes) => (
        <>
          <p className={count} role="status">
            {intl.formatMessage({ id: 'alerts.count' }, { count: alerts?.totalCount ?? 0 })}
          </p>
          <SteadyRows>
            <ul className={list}>
              {nodes.map((alert) => (
                <li key={alert.id}>
                  <AlertItem alert={alert} hidesOrganization={hidesOrganization} />
                </li>
              ))}
            </ul>
          </SteadyRows>
        </>
      )}
    </PagedList>
  );
}
