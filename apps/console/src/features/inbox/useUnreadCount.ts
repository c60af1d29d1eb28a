/** How much of the inbox is unread, kept current by the live connection. */
import { useEffect } from 'react';
import { useQuery, useSubscription } from '@apollo/client/react';
import { onReconnected } from '../../apollo/liveConnection.ts';
import { INBOX_CHANGED, UNREAD_COUNT } from './inboxDocuments.ts';
import { reportInboxChange } from './inboxChanges.ts';

/** Up to 100; 0 until known. */
export function useUnreadCount(): number {
  const { data, client, loading, refetch } = useQuery(UNREAD_COUNT, {
    fetchPolicy: 'cache-and-network',
  });
  const id = data?.viewer.id;
  useSubscription(INBOX_CHANGED, {
    ignoreResults: true,
    onData: ({ data: { data: change } }) => {
      if (!change) return;
      // The list can be of before although its count is not.
      reportInboxChange();
      // What is under way may be of before this message, and comes after it.
      if (!id || loading) return void refetch().catch(() => undefined);
      client.cache.modify({
        id: client.cache.identify({ __typename: 'Viewer', id }) ?? '',
        fields: { unreadCount: () => change.inboxChanged.unreadCount },
      });
    },
  });
  useEffect(
    () =>
      onReconnected(() => {
        void refetch().catch(() => undefined);
        reportInboxChange();
      }),
    [refetch],
  );
  return data?.viewer.unreadCount ?? 0;
}
