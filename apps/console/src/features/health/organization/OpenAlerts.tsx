/** The alerts of one organization that are not resolved. */
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { IndicatorIcon } from '../../../status/IndicatorIcon.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { alertHref } from '../../../ui/runAddress.ts';
import type { OpenAlert } from './healthDocuments.ts';
import { ServerText } from '../../../ui/ServerText.tsx';

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
});
const item = style({
  display: 'flex',
  alignItems: 'start',
  columnGap: 8,
  font: 'ui',
  minWidth: 0,
});
const text = style({ display: 'flex', flexDirection: 'column', rowGap: 2, minWidth: 0 });
const title = style({ fontWeight: 'bold' });
const quiet = style({ font: 'ui-sm', color: 'neutral-subdued', overflowWrap: 'anywhere' });
const heading = style({ font: 'title-sm', margin: 0, marginBottom: 8 });

interface OpenAlertsProps {
  alerts: { totalCount: number; nodes: readonly OpenAlert[] };
}

export function OpenAlerts({ alerts }: OpenAlertsProps) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: 'keyHealth.alerts' }, { count: alerts.totalCount });
  return (
    <section aria-label={name}>
      <h3 className={heading}>{name}</h3>
      <ul className={list}>
        {alerts.nodes.map((alert) => (
          <li key={alert.id} className={item}>
            <IndicatorIcon
              shape={alert.purgeClass ? 'cross' : 'warning'}
              tone={alert.purgeClass ? 'negative' : 'notice'}
            />
            <span className={text}>
              <span className={title}>
                {/* Who takes care of it says so there. */}
                <Link variant="secondary" isStandalone isQuiet href={alertHref(alert.id)}>
                  {alert.track ? `${intl.formatMessage({ id: `track.${alert.track}` })}: ` : null}
                  {alert.title}
                </Link>
              </span>
              <span>
                <ServerText text={alert.detail} />
              </span>
              <span className={quiet}>
                <RelativeTime at={alert.openedAt} />
                {' · '}
                {alert.acknowledgedBy
                  ? intl.formatMessage({ id: 'keyHealth.takenBy' }, { who: alert.acknowledgedBy })
                  : intl.formatMessage({ id: 'keyHealth.takenByNobody' })}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
