/** The open alerts that every page shows, kept current by the live connection. */
import { useEffect } from 'react';
import { useQuery, useSubscription } from '@apollo/client/react';
import { onReconnected } from '../../apollo/liveConnection.ts';
import { reportAlertChange } from './alertChanges.ts';
import type { OpenAlertsQuery } from '../../generated/graphql.ts';
import { ALERTS_CHANGED, OPEN_ALERTS, type OpenAlert } from './openAlertsDocuments.ts';
import { useSoon } from './useSoon.ts';

/** An alert of the purge class is shown at once; the number of others may wait. */
const WAIT_MILLISECONDS = { purge: 200, other: 2_000 };

export interface OpenAlerts {
  count: number;
  /** Of the purge class. */
  purge: OpenAlert[];
  /** There are others of the purge class, too many to name. */
  isMore: boolean;
}

const toOpenAlerts = ({ alerts: { totalCount, edges } }: OpenAlertsQuery): OpenAlerts => {
  const alerts = edges.map(({ node }) => node);
  // An alert that has ended stays in the list until that is read again.
  const ended = alerts.filter(({ status }) => status === 'RESOLVED').length;
  const isAllPurge = alerts.every(({ purgeClass }) => purgeClass);
  return {
    isMore: isAllPurge && totalCount > alerts.length,
    count: Math.max(0, totalCount - ended),
    purge: alerts.filter(({ purgeClass, status }) => purgeClass && status !== 'RESOLVED'),
  };
};

/** Undefined until known. */
export function useOpenAlerts(): OpenAlerts | undefined {
  const { data, previousData } = useQuery(OPEN_ALERTS, { fetchPolicy: 'cache-first' });
  const known = data ?? previousData;
  return known && toOpenAlerts(known);
}

/** For the one part of the shell that keeps them current. */
export function useWatchedAlerts(): OpenAlerts | undefined {
  const { data, previousData, refetch } = useQuery(OPEN_ALERTS, {
    fetchPolicy: 'cache-and-network',
  });
  const reread = useSoon(() => void refetch().catch(() => undefined));
  useSubscription(ALERTS_CHANGED, {
    ignoreResults: true,
    onData: ({ data: { data: change } }) => {
      reportAlertChange();
      reread(WAIT_MILLISECONDS[change?.alertsChanged.purgeClass ? 'purge' : 'other']);
    },
  });
  useEffect(
    () =>
      onReconnected(() => {
        reportAlertChange();
        reread(WAIT_MILLISECONDS.purge);
      }),
    [reread],
  );
  const known = data ?? previousData;
  return known && toOpenAlerts(known);
}
