/** Beside a button: that this device has no connection, and that what was typed stays. */
import { useSyncExternalStore } from 'react';
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const note = style({ font: 'body-sm', margin: 0 });

function subscribe(onChange: () => void): () => void {
  addEventListener('online', onChange);
  addEventListener('offline', onChange);
  return () => {
    removeEventListener('online', onChange);
    removeEventListener('offline', onChange);
  };
}

/** The region is there before its text, so that screen readers read it once it comes. */
export function OfflineNote() {
  const intl = useIntl();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  return (
    <div role="status" className={note} data-print="hidden">
      {isOnline ? null : <strong>{intl.formatMessage({ id: 'run.offline' })}</strong>}
    </div>
  );
}
