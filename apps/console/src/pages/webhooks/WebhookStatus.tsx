/** Whether a webhook sends, and why not. */
import { useIntl } from 'react-intl';
import { IndicatorText } from '../../status/StatusText.tsx';
import type { Indicator } from '../../status/indicators.ts';
import type { WebhookView } from './webhookDocuments.ts';

const STATUSES = {
  enabled: { shape: 'check', tone: 'positive' },
  failing: { shape: 'octagon', tone: 'notice' },
  stopped: { shape: 'cross', tone: 'negative' },
  disabled: { shape: 'dash', tone: 'neutral' },
} as const satisfies Record<string, Indicator>;

/** `stopped`: Keyway disabled it. */
export function webhookStatusOf(
  webhook: Pick<WebhookView, 'enabled' | 'disabledReason' | 'failingSince'>,
): keyof typeof STATUSES {
  if (webhook.enabled) return webhook.failingSince ? 'failing' : 'enabled';
  return webhook.disabledReason ? 'stopped' : 'disabled';
}

export function WebhookStatus({ webhook }: { webhook: WebhookView }) {
  const intl = useIntl();
  const status = webhookStatusOf(webhook);
  return (
    <IndicatorText indicator={STATUSES[status]}>
      {intl.formatMessage({ id: `webhooks.status.${status}` })}
    </IndicatorText>
  );
}
