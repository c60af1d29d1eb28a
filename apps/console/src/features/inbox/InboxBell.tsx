/** The link to the inbox, with how much of it is unread. */
import Bell from '@react-spectrum/s2/icons/Bell';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { InboxTexts } from './InboxTexts.tsx';
import { useUnreadCount } from './useUnreadCount.ts';

const link = style({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
  position: 'relative',
  flexShrink: 0,
  size: 32,
  borderRadius: 'default',
  backgroundColor: { default: 'transparent', ':hover': 'gray-100' },
  color: 'neutral',
  textDecoration: 'none',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
});
const number = style({
  font: 'ui-xs',
  fontWeight: 'bold',
  position: 'absolute',
  top: -2,
  insetStart: '[calc(50% + 2px)]',
  paddingX: 4,
  borderRadius: 'full',
  backgroundColor: 'accent-900',
  color: 'white',
  forcedColorAdjust: 'auto',
});

export const InboxBell = () => (
  <InboxTexts>
    <BellLink />
  </InboxTexts>
);

function BellLink() {
  const intl = useIntl();
  const count = useUnreadCount();
  const label = intl.formatMessage({ id: 'inbox.bell' }, { count });
  return (
    <Link to="/inbox" className={link} aria-label={label} title={label}>
      <Bell aria-hidden="true" />
      {count > 0 ? (
        <span className={number} aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      ) : null}
    </Link>
  );
}
