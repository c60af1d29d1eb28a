/** The items of an inbox, by day. */
import { ActionButton, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { InboxItemView } from '../../features/inbox/inboxDocuments.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { byDay, dayTitle } from './byDay.ts';
import { inboxHref } from './inboxHref.ts';

const heading = style({ font: 'title-sm', marginTop: 24, marginBottom: 8 });
const list = style({ listStyleType: 'none', margin: 0, padding: 0 });
const row = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'start',
  justifyContent: 'space-between',
  columnGap: 16,
  rowGap: 4,
  paddingY: 12,
  paddingX: 12,
  borderBottomWidth: 1,
  borderTopWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  // Beside the text that says so.
  backgroundColor: { default: 'transparent', isUnread: 'gray-75' },
});
const what = style({ minWidth: 0, flexGrow: 1, flexBasis: 240, font: 'ui' });
const title = style({ fontWeight: { default: 'normal', isUnread: 'bold' }, margin: 0 });
const quote = style({
  font: 'body-sm',
  color: 'neutral-subdued',
  margin: 0,
  marginTop: 4,
  maxWidth: 800,
  overflowWrap: 'anywhere',
});
const facts = style({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 12,
  font: 'ui-sm',
  color: 'neutral-subdued',
  marginTop: 4,
});
const mark = style({ fontWeight: 'bold', color: 'accent-1000' });

interface InboxItemsProps {
  items: readonly InboxItemView[];
  onMark: (item: InboxItemView, isRead: boolean) => void;
}

export function InboxItems({ items, onMark }: InboxItemsProps) {
  const intl = useIntl();
  return byDay(items).map(({ at, items: ofDay }) => {
    const day = dayTitle(at, intl);
    return (
      <section key={at} aria-label={intl.formatMessage({ id: 'inbox.ofDay' }, { day })}>
        <h2 className={heading}>{day}</h2>
        <ul className={list}>
          {ofDay.map((item) => (
            <Item key={item.id} item={item} onMark={onMark} />
          ))}
        </ul>
      </section>
    );
  });
}

function Item({ item, onMark }: { item: InboxItemView; onMark: InboxItemsProps['onMark'] }) {
  const intl = useIntl();
  const isUnread = item.readAt === null;
  const action = intl.formatMessage({ id: isUnread ? 'inbox.markRead' : 'inbox.markUnread' });
  return (
    <li className={row({ isUnread })}>
      <div className={what}>
        <p className={title({ isUnread })}>
          <Link
            variant="secondary"
            isStandalone
            isQuiet
            href={inboxHref(item)}
            data-list-row
            onPress={() => isUnread && onMark(item, true)}
          >
            {item.title}
          </Link>
        </p>
        {item.excerpt ? (
          <p className={quote} dir="auto">
            {item.excerpt}
          </p>
        ) : null}
        <div className={facts}>
          {isUnread ? (
            <span className={mark}>{intl.formatMessage({ id: 'inbox.unread' })}</span>
          ) : null}
          <span>{intl.formatMessage({ id: `inbox.kind.${item.kind}` })}</span>
          <RelativeTime at={item.createdAt} focusable={false} />
        </div>
      </div>
      <ActionButton
        isQuiet
        size="S"
        aria-label={intl.formatMessage({ id: 'inbox.markItem' }, { action, title: item.title })}
        onPress={() => onMark(item, isUnread)}
      >
        {action}
      </ActionButton>
    </li>
  );
}
