/** Whether digests are sent, to which address, and how the last one went. */
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { Facts, type FactId } from '../../ui/Facts.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { dueRow } from './dueRow.tsx';
import type { NotificationSettings } from './notificationDocuments.ts';

const full = style({ width: 'full' });

export function DigestStatus({ settings }: { settings: NotificationSettings }) {
  const intl = useIntl();
  const { isAvailable, address, problem, dueAt, sentAt } = settings;
  const notice = noticeOf(settings);
  const rows: (readonly [FactId, React.ReactNode])[] = [];
  if (address) rows.push(['notifications.address', address]);
  if (sentAt) rows.push(['notifications.sentAt', <RelativeTime key="sent" at={sentAt} />]);
  if (dueAt && isAvailable) rows.push(dueRow(dueAt));
  return (
    <>
      {notice ? (
        <InlineAlert variant={isAvailable && problem ? 'negative' : 'informative'} styles={full}>
          <Heading level={3}>{intl.formatMessage({ id: `notifications.${notice}` })}</Heading>
          <Content>{intl.formatMessage({ id: `notifications.${notice}.text` })}</Content>
        </InlineAlert>
      ) : null}
      {rows.length > 0 ? <Facts rows={rows} /> : null}
    </>
  );
}

/** The first thing that keeps a digest from arriving. */
function noticeOf({ isAvailable, address, problem }: NotificationSettings) {
  if (!isAvailable) return 'noServer';
  if (address === null) return 'noAddress';
  return problem ? (`problem.${problem}` as const) : null;
}
