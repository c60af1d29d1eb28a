/** What was sent to a webhook, and what is to be: the newest first. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { ComponentProps } from 'react';
import type { DeliveryStatus } from '../../generated/enums.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FilterBar } from '../../ui/FilterBar.tsx';
import { FilterPicker } from '../../ui/FilterPicker.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { Section } from '../../ui/Section.tsx';
import { Delivery } from './Delivery.tsx';
import type { DeliveryView } from './webhookDocuments.ts';

const STATUSES = ['PENDING', 'DELIVERED', 'FAILED'] as const satisfies readonly DeliveryStatus[];

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
});

interface DeliveriesProps extends Pick<
  ComponentProps<typeof PagedList<DeliveryView>>,
  'list' | 'query'
> {
  status: DeliveryStatus | undefined;
  onStatus: (status: DeliveryStatus | undefined) => void;
  onSent: () => void;
}

export function Deliveries({ list: deliveries, query, status, onStatus, onSent }: DeliveriesProps) {
  const intl = useIntl();
  return (
    <Section
      title={intl.formatMessage({ id: 'webhooks.deliveries' })}
      text={intl.formatMessage({ id: 'webhooks.deliveriesText' })}
    >
      <FilterBar isFiltered={status !== undefined} onClear={() => onStatus(undefined)}>
        <FilterPicker
          label={intl.formatMessage({ id: 'webhooks.status' })}
          value={status}
          options={STATUSES.map((id) => ({
            id,
            name: intl.formatMessage({ id: `webhooks.delivery.${id}` }),
          }))}
          onChange={onStatus}
        />
      </FilterBar>
      <PagedList
        list={deliveries}
        query={query}
        failed={intl.formatMessage({ id: 'webhooks.deliveriesFailed' })}
        skeleton={{ rows: 4, columns: 3 }}
        empty={
          <EmptyState
            title={intl.formatMessage({
              id: status ? 'webhooks.noDeliveryOfStatus' : 'webhooks.noDelivery',
            })}
          >
            {status ? null : intl.formatMessage({ id: 'webhooks.noDeliveryText' })}
          </EmptyState>
        }
      >
        {(nodes) => (
          <ul className={list}>
            {nodes.map((delivery) => (
              <li key={delivery.id}>
                <Delivery delivery={delivery} onSent={onSent} />
              </li>
            ))}
          </ul>
        )}
      </PagedList>
    </Section>
  );
}
