/** Says when live updates pause and resume. */
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import CloudStateDisconnected from '@react-spectrum/s2/icons/CloudStateDisconnected';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useLiveConnection } from '../apollo/liveConnection.ts';
import { useAnnounce } from '../ui/announce.tsx';

// Floats over the page, so that buttons do not move when it appears.
const bar = style({
  position: 'absolute',
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
  const connection = useLiveConnection();
  const [shown, setShown] = useState(false);
  const wasShown = useRef(false);
  useEffect(() => {
    if (connection !== 'reconnecting') {
      setShown(false);
      return undefined;
    }
    const timer = setTimeout(() => setShown(true), MIN_BREAK_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [connection]);
  useEffect(() => {
    if (shown) announce(intl.formatMessage({ id: 'shell.reconnecting' }));
    else if (wasShown.current) announce(intl.formatMessage({ id: 'shell.live' }));
    wasShown.current = shown;
  }, [shown, announce, intl]);
  if (!shown) return null;
  return (
    <aside className={bar} data-print="hidden">
      <CloudStateDisconnected aria-hidden="true" />
      {intl.formatMessage({ id: 'shell.reconnecting' })}
    </aside>
  );
}
