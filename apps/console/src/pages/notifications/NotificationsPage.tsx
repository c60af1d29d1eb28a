/** What this person is sent of their inbox, how often, and when nothing is sent. */
import { useQuery } from '@apollo/client/react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { InboxTexts } from '../../features/inbox/InboxTexts.tsx';
import { SettingsFrame } from '../../features/settings/SettingsFrame.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { usePartnerRole } from '../../features/viewer/ViewerQuery.ts';
import { ChatPanel } from './ChatPanel.tsx';
import { NOTIFICATION_SETTINGS, type NotificationSettings } from './notificationDocuments.ts';
import { NotificationForm } from './NotificationForm.tsx';

const parts = style({ display: 'flex', flexDirection: 'column', rowGap: 32, maxWidth: 720 });

export function NotificationsPage() {
  const intl = useIntl();
  const managesChat = usePartnerRole('OWNER');
  // Not from the cache: what is edited here replaces all of it.
  const { data, error, refetch } = useQuery(NOTIFICATION_SETTINGS, { fetchPolicy: 'network-only' });
  const [saved, setSaved] = useState<NotificationSettings>();
  const settings = saved ?? data?.viewer.notificationSettings;
  return (
    <SettingsFrame section="notifications" text={intl.formatMessage({ id: 'notifications.text' })}>
      {settings ? (
        <InboxTexts>
          <div className={parts}>
            <NotificationForm settings={settings} onSaved={setSaved} />
            {managesChat ? <ChatPanel /> : null}
          </div>
        </InboxTexts>
      ) : null}
      {data && !settings ? (
        <EmptyState title={intl.formatMessage({ id: 'notifications.none' })} />
      ) : null}
      {!data && error ? (
        <ErrorState
          what={intl.formatMessage({ id: 'notifications.failed' })}
          error={error}
          onRetry={() => void refetch().catch(() => undefined)}
        />
      ) : null}
      {!data && !error ? <ListSkeleton rows={4} columns={2} /> : null}
    </SettingsFrame>
  );
}
