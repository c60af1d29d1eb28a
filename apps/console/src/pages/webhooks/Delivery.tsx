/** One message to a webhook: its attempts, its exact body, and a button that sends it again. */
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { DeliveryStatus } from '../../generated/enums.ts';
import type { Indicator } from '../../status/indicators.ts';
import { IndicatorText } from '../../status/StatusText.tsx';
import { CodeBlock } from '../../ui/CodeBlock.tsx';
import { CopyText } from '../../ui/CopyText.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Disclosures } from '../../ui/Disclosures.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { isAhead } from '../../ui/isAhead.ts';
import { REDELIVER, type DeliveryView } from './webhookDocuments.ts';

const INDICATORS: Record<DeliveryStatus, Indicator> = {
  PENDING: { shape: 'hourglass', tone: 'notice' },
  DELIVERED: { shape: 'check', tone: 'positive' },
  FAILED: { shape: 'cross', tone: 'negative' },
};

const box = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  minWidth: 0,
  padding: 16,
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  borderRadius: 'lg',
});
const head = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  columnGap: 16,
  rowGap: 4,
});
const name = style({ font: 'code', margin: 0, overflowWrap: 'anywhere' });
const facts = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 16,
  rowGap: 4,
  font: 'ui-sm',
  color: 'neutral-subdued',
});
const error = style({ overflowWrap: 'anywhere' });

interface DeliveryProps {
  delivery: DeliveryView;
  onSent: () => void;
}

export function Delivery({ delivery, onSent }: DeliveryProps) {
  const intl = useIntl();
  const titleId = useId();
  const redeliver = useKeywayMutation(REDELIVER, { onDone: onSent });
  const { id, event, status, createdAt, nextAttemptAt, messageId, body, attempts } = delivery;
  const last = attempts.at(-1);
  const count = attempts.length;
  return (
    <article className={box} aria-labelledby={titleId}>
      <div className={head}>
        <h3 id={titleId} className={name}>
          {event}
        </h3>
        <IndicatorText indicator={INDICATORS[status]}>
          {intl.formatMessage({ id: `webhooks.delivery.${status}` })}
        </IndicatorText>
      </div>
      <div className={facts}>
        <span>
          {intl.formatMessage({ id: 'webhooks.made' })} <RelativeTime at={createdAt} />
        </span>
        {nextAttemptAt ? (
          <span>
            {isAhead(nextAttemptAt) ? (
              <>
                {intl.formatMessage({ id: 'webhooks.next' })} <RelativeTime at={nextAttemptAt} />
              </>
            ) : (
              intl.formatMessage({ id: 'webhooks.inTurn' })
            )}
          </span>
        ) : null}
        {last && status !== 'DELIVERED' ? (
          <span>{last.error ?? intl.formatMessage({ id: 'webhooks.noAnswer' })}</span>
        ) : null}
        <CopyText text={messageId} label={intl.formatMessage({ id: 'webhooks.messageId' })} />
      </div>
      <Disclosures
        items={[
          ...(attempts.length > 0
            ? [
                {
                  id: 'attempts',
                  show: intl.formatMessage({ id: 'webhooks.showAttempts' }, { count }),
                  hide: intl.formatMessage({ id: 'webhooks.hideAttempts' }, { count }),
                  content: <Attempts attempts={attempts} />,
                },
              ]
            : []),
          {
            id: 'body',
            show: intl.formatMessage({ id: 'webhooks.showBody' }),
            hide: intl.formatMessage({ id: 'webhooks.hideBody' }),
            content: (
              <CodeBlock text={body} label={intl.formatMessage({ id: 'webhooks.body' })} wraps />
            ),
          },
        ]}
      >
        <ActionButton
          size="S"
          isPending={redeliver.isPending}
          aria-label={intl.formatMessage({ id: 'webhooks.redeliverOf' }, { event })}
          onPress={() => redeliver.send({ deliveryId: id })}
        >
          {intl.formatMessage({ id: 'webhooks.redeliver' })}
        </ActionButton>
      </Disclosures>
      <MutationNotice mutation={redeliver} />
    </article>
  );
}

function Attempts({ attempts }: Pick<DeliveryView, 'attempts'>) {
  const intl = useIntl();
  return (
    <DataTable
      isInset
      isNumbered
      label={intl.formatMessage({ id: 'webhooks.attempts' })}
      rows={attempts.map((attempt, index) => ({ ...attempt, number: index + 1 }))}
      rowKey={({ number }) => String(number)}
      columns={[
        {
          key: 'number',
          header: intl.formatMessage({ id: 'webhooks.attempt' }),
          cell: ({ number }) => intl.formatNumber(number),
        },
        {
          key: 'at',
          header: intl.formatMessage({ id: 'webhooks.at' }),
          cell: ({ at }) => <RelativeTime at={at} />,
        },
        {
          key: 'answer',
          header: intl.formatMessage({ id: 'webhooks.answer' }),
          cell: ({ statusCode, error: text }) => (
            <span className={error}>
              {statusCode === null ? intl.formatMessage({ id: 'webhooks.noAnswer' }) : statusCode}
              {text ? ` · ${text}` : null}
            </span>
          ),
        },
        {
          key: 'took',
          header: intl.formatMessage({ id: 'webhooks.took' }),
          cell: ({ milliseconds }) =>
            intl.formatMessage({ id: 'webhooks.milliseconds' }, { count: milliseconds }),
        },
      ]}
    />
  );
}
