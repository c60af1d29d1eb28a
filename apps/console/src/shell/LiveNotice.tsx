/** Says when live updates pause and resume. */
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import CloudStateDisconnected from '@react-spectrum/s2/icons/CloudStateDisconnected';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useLiveConnection, useUnreachable, type Unreachable } from '../apollo/liveConnection.ts';
import { useAnnounce } from '../ui/announce.tsx';

// Floats over the page, so that buttons do not move when it appears.
const bar = style({
  // The page itself scrolls in a low window.
  position: { default: 'absolute', '@media (height < 520px)': 'fixed' },
  bottom: 16,
  insetX: 16,
  marginX: 'auto',
  width: 'fit',
  zIndex: 2,
  pointerEvents: 'none',
  display: 'flex',
  alignItems: 'center',
  columnGap: 8,
  paddingX: 16,
  paddingY: 8,
  borderRadius: 'full',
  boxShadow: 'elevated',
  font: 'ui-sm',
  backgroundColor: 'notice-subtle',
  color: 'neutral',
});

/** Shorter breaks are not shown. */
const MIN_BREAK_MILLISECONDS = 1_500;

export function LiveNotice() {
  const intl = useIntl();
  const announce = useAnnounce();
  const unreachable = useUnreachable();
  const isReconnecting = useIsLong(useLiveConnection() === 'reconnecting');
  const id = noticeOf(unreachable ?? (isReconnecting ? 'silent' : null));
  const wasShown = useRef(false);
  useEffect(() => {
    if (id) announce(intl.formatMessage({ id }));
    else if (wasShown.current) announce(intl.formatMessage({ id: 'shell.live' }));
    wasShown.current = id !== null;
  }, [id, announce, intl]);
  if (!id) return null;
  return (
    <aside className={bar} data-print="hidden">
      <CloudStateDisconnected aria-hidden="true" />
      {intl.formatMessage({ id })}
    </aside>
  );
}

function noticeOf(reason: Unreachable | null) {
  if (reason === null) return null;
  return reason === 'offline' ? 'shell.offline' : 'shell.reconnecting';
}

/** Whether it lasts longer than a break that is not shown. */
function useIsLong(isBroken: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isBroken) return undefined;
    const timer = setTimeout(() => setLong(true), MIN_BREAK_MILLISECONDS);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isBroken]);
  return isLong;
}
