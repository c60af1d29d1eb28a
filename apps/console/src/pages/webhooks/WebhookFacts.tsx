/** What a webhook gets, and of whom. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Fragment } from 'react';
import { useIntl } from 'react-intl';
import { CopyText } from '../../ui/CopyText.tsx';
import { Facts } from '../../ui/Facts.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { EVERY_EVENT } from './eventChoices.ts';
import { isAhead } from '../../ui/isAhead.ts';
import { WebhookStatus } from './WebhookStatus.tsx';
import type { WebhookView } from './webhookDocuments.ts';

const mono = style({ font: 'code-sm', overflowWrap: 'anywhere' });

/** So many organizations are named. */
const NAMES = 5;

export function EventNames({ events }: { events: readonly string[] }) {
  const intl = useIntl();
  if (events.includes(EVERY_EVENT)) return intl.formatMessage({ id: 'webhooks.everyEvent' });
  return (
    <span className={mono}>
      {events.map((event, index) => (
        <Fragment key={event}>
          {index > 0 ? ', ' : null}
          <EventName event={event} />
        </Fragment>
      ))}
    </span>
  );
}

/** Where it has to break, it does after a dot. */
function EventName({ event }: { event: string }) {
  const [group, name] = event.split('.');
  return (
    <>
      {group}.<wbr />
      {name}
    </>
  );
}

export function OrganizationNames({
  organizations,
}: {
  organizations: WebhookView['organizations'];
}) {
  const intl = useIntl();
  if (!organizations) return intl.formatMessage({ id: 'grant.scope.all' });
  const more = organizations.length - NAMES;
  return intl.formatList([
    ...organizations.slice(0, NAMES).map(({ name }) => name),
    ...(more > 0 ? [intl.formatMessage({ id: 'webhooks.more' }, { count: more })] : []),
  ]);
}

export function WebhookFacts({ webhook }: { webhook: WebhookView }) {
  const intl = useIntl();
  const { url, events, organizations, pausedUntil, createdBy, createdAt } = webhook;
  return (
    <Facts
      rows={[
        [
          'webhooks.url',
          <CopyText
            key="url"
            text={url}
            label={intl.formatMessage({ id: 'webhooks.address' })}
            max={Number.POSITIVE_INFINITY}
          />,
        ],
        ['webhooks.status', <WebhookStatus key="status" webhook={webhook} />],
        ...(pausedUntil && isAhead(pausedUntil)
          ? [
              [
                'webhooks.paused',
                <span key="paused">
                  {intl.formatMessage({ id: 'webhooks.pausedText' })}{' '}
                  <RelativeTime at={pausedUntil} />
                </span>,
              ] as const,
            ]
          : []),
        ['webhooks.events', <EventNames key="events" events={events} />],
        [
          'nav.organizations',
          <OrganizationNames key="organizations" organizations={organizations} />,
        ],
        [
          'webhooks.createdBy',
          <span key="created">
            <bdi>{createdBy}</bdi> <RelativeTime at={createdAt} />
          </span>,
        ],
      ]}
    />
  );
}
