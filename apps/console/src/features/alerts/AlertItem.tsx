/** One alert: what it is and why, since when, what to do, and who takes care of it. */
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';
import { IndicatorText } from '../../status/StatusText.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { alertHref, organizationHref } from '../../ui/runAddress.ts';
import { Acknowledge } from './Acknowledge.tsx';
import { AlertEvent } from './AlertEvent.tsx';
import { AlertRunbook } from './AlertRunbook.tsx';
import { toAlertIndicator, toAlertStatusIndicator } from './alertIndicators.ts';
import type { AlertView } from './alertDocuments.ts';
import { ServerText } from '../../ui/ServerText.tsx';

const box = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  minWidth: 0,
  padding: 16,
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: { default: 'gray-200', isGrave: 'negative' },
  borderRadius: 'lg',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
});
const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 16,
  rowGap: 4,
});
const heading = style({
  font: 'title-sm',
  margin: 0,
  minWidth: 0,
  display: 'flex',
  alignItems: 'center',
  columnGap: 8,
});
const facts = style({
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 16,
  rowGap: 4,
  font: 'ui-sm',
  color: 'neutral-subdued',
});
const detail = style({ font: 'body', margin: 0, maxWidth: 800, overflowWrap: 'anywhere' });

interface AlertItemProps {
  alert: AlertView;
  /** True on the page of its organization, where its name says nothing new. */
  hidesOrganization?: boolean;
  /** True on a page of its own: what to do is open, and the title is the page's. */
  isAlone?: boolean;
}

export function AlertItem({ alert, hidesOrganization = false, isAlone = false }: AlertItemProps) {
  const intl = useIntl();
  const titleId = useId();
  const isOver = alert.status === 'RESOLVED';
  return (
    <article
      className={box({ isGrave: alert.purgeClass && !isOver })}
      aria-labelledby={titleId}
      data-list-row={isAlone ? undefined : true}
      tabIndex={-1}
    >
      <div className={head}>
        <h2 id={titleId} className={heading}>
          <IndicatorIcon {...toAlertIndicator(alert)} />
          {isAlone ? (
            alert.title
          ) : (
            <Link variant="secondary" isStandalone isQuiet href={alertHref(alert.id)}>
              {alert.title}
            </Link>
          )}
        </h2>
        <IndicatorText indicator={toAlertStatusIndicator(alert)}>
          {intl.formatMessage({ id: `alertStatus.${alert.status}` })}
        </IndicatorText>
      </div>
      <AlertFacts alert={alert} hidesOrganization={hidesOrganization} />
      <p className={detail}>
        <ServerText text={alert.detail} />
      </p>
      <AlertRunbook
        steps={alert.runbook}
        isOpenAtFirst={!isOver && (isAlone || alert.purgeClass)}
        title={alert.title}
      />
      <AlertEvent alert={alert} />
      {isOver ? null : (
        <div data-print="hidden">
          <Acknowledge alert={alert} />
        </div>
      )}
    </article>
  );
}

function AlertFacts({
  alert,
  hidesOrganization,
}: {
  alert: AlertView;
  hidesOrganization: boolean;
}) {
  const intl = useIntl();
  const { organization, track, kind, openedAt, resolvedAt, acknowledgedAt, acknowledgedBy } = alert;
  const { eventCount, lastEventAt } = alert;
  return (
    <div className={facts}>
      {hidesOrganization ? null : (
        <Link variant="secondary" href={organizationHref(organization.id)}>
          <bdi>{organization.name}</bdi>
        </Link>
      )}
      {track ? <span>{intl.formatMessage({ id: `track.${track}` })}</span> : null}
      <span>{intl.formatMessage({ id: `alertKind.${kind}` })}</span>
      <Moment name={intl.formatMessage({ id: 'alerts.opened' })} at={openedAt} />
      {eventCount > 1 && lastEventAt ? (
        <Moment
          name={intl.formatMessage({ id: 'alerts.events' }, { count: eventCount })}
          at={lastEventAt}
        />
      ) : null}
      {acknowledgedBy && acknowledgedAt ? (
        <Moment
          name={intl.formatMessage({ id: 'alerts.acknowledgedBy' }, { name: acknowledgedBy })}
          at={acknowledgedAt}
        />
      ) : null}
      {resolvedAt ? (
        <Moment name={intl.formatMessage({ id: 'alerts.resolved' })} at={resolvedAt} />
      ) : null}
    </div>
  );
}

const Moment = ({ name, at }: { name: ReactNode; at: string }) => (
  <span>
    {name} <RelativeTime at={at} />
  </span>
);
