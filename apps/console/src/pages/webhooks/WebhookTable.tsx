/** Webhooks as rows, each a link to its page. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { DataTable } from '../../ui/DataTable.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { EventNames, OrganizationNames } from './WebhookFacts.tsx';
import { WebhookStatus } from './WebhookStatus.tsx';
import type { WebhookView } from './webhookDocuments.ts';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 2 });
const small = style({ font: 'ui-sm', color: 'neutral-subdued' });
const address = style({ overflowWrap: 'anywhere' });

export function WebhookTable({ webhooks }: { webhooks: readonly WebhookView[] }) {
  const intl = useIntl();
  return (
    <DataTable
      label={intl.formatMessage({ id: 'settings.section.webhooks' })}
      rows={webhooks}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/settings/webhooks/${id}`}
      columns={[
        {
          key: 'url',
          header: intl.formatMessage({ id: 'webhooks.url' }),
          cell: ({ url }) => <bdi className={address}>{url}</bdi>,
        },
        {
          key: 'events',
          header: intl.formatMessage({ id: 'webhooks.events' }),
          cell: ({ events }) => <EventNames events={events} />,
        },
        {
          key: 'organizations',
          header: intl.formatMessage({ id: 'nav.organizations' }),
          cell: ({ organizations }) => <OrganizationNames organizations={organizations} />,
        },
        {
          key: 'status',
          header: intl.formatMessage({ id: 'webhooks.status' }),
          cell: (webhook) => <WebhookStatus webhook={webhook} />,
        },
        {
          key: 'created',
          header: intl.formatMessage({ id: 'webhooks.createdBy' }),
          cell: ({ createdBy, createdAt }) => (
            <span className={stack}>
              <bdi>{createdBy}</bdi>
              <span className={small}>
                <RelativeTime at={createdAt} focusable={false} />
              </span>
            </span>
          ),
        },
      ]}
    />
  );
}
