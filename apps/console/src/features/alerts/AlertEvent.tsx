/** The events as Adobe sent them, for who compares them with Adobe's own pages. */
import { useQuery } from '@apollo/client/react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { Disclosure, JsonBlock } from '../../ui/Disclosure.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { ALERT_EVENTS, type AlertView } from './alertDocuments.ts';

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
});
const moment = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0, marginBottom: 4 });

type Shown = Pick<AlertView, 'id' | 'source' | 'eventCount'>;

/** Nothing where Keyway found the alert itself. */
export function AlertEvent({ alert }: { alert: Shown }) {
  const intl = useIntl();
  const { source, eventCount: count } = alert;
  if (source === null || source === undefined) return null;
  return (
    <Disclosure
      show={intl.formatMessage({ id: 'alerts.showEvent' }, { count })}
      hide={intl.formatMessage({ id: 'alerts.hideEvent' }, { count })}
    >
      {count > 1 ? (
        <Events key={count} id={alert.id} />
      ) : (
        <JsonBlock data={source} label={intl.formatMessage({ id: 'alerts.event' })} />
      )}
    </Disclosure>
  );
}

/** All of them, the newest first. */
function Events({ id }: { id: string }) {
  const intl = useIntl();
  const query = useQuery(ALERT_EVENTS, {
    variables: { id },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  const { data } = query;
  const events = data?.node?.__typename === 'Alert' ? data.node.events : undefined;
  return (
    <PagedList
      list={events}
      query={query}
      failed={intl.formatMessage({ id: 'alerts.failedEvents' })}
      skeleton={{ rows: 2, columns: 1 }}
      empty={null}
    >
      {(nodes) => (
        <ol className={list}>
          {nodes.map(({ eventId, receivedAt, source }) => (
            <li key={eventId}>
              <p className={moment}>
                {intl.formatMessage({ id: 'alerts.received' })} <RelativeTime at={receivedAt} />
              </p>
              {source === null ? (
                <p className={moment}>{intl.formatMessage({ id: 'alerts.notKeptText' })}</p>
              ) : (
                <JsonBlock data={source} label={intl.formatMessage({ id: 'alerts.event' })} />
              )}
            </li>
          ))}
        </ol>
      )}
    </PagedList>
  );
}
