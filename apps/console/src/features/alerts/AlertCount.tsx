/** The number of open alerts, beside the link to the page about the health of keys. */
import { useIntl } from 'react-intl';
import { useOpenAlerts } from './useOpenAlerts.ts';

interface AlertCountProps {
  className: string;
}

export function AlertCount({ className }: AlertCountProps) {
  const intl = useIntl();
  const count = useOpenAlerts()?.count ?? 0;
  if (count === 0) return null;
  return (
    <span
      className={className}
      role="img"
      aria-label={intl.formatMessage({ id: 'alerts.open' }, { count })}
    >
      {count > 99 ? '99+' : count}
    </span>
  );
}
