/** Why a webhook does not send, or may not soon, and the way back. */
import { Button, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { webhookStatusOf } from './WebhookStatus.tsx';
import type { WebhookView } from './webhookDocuments.ts';

const full = style({ width: 'full' });
const box = style({ display: 'flex', flexDirection: 'column', rowGap: 12, alignItems: 'start' });

/** As the server names the reasons. */
const REASONS = ['FAILING', 'GONE'] as const;

interface WebhookNoticeProps {
  webhook: WebhookView;
  isPending: boolean;
  onEnable: () => void;
}

export function WebhookNotice({ webhook, isPending, onEnable }: WebhookNoticeProps) {
  const intl = useIntl();
  const status = webhookStatusOf(webhook);
  if (status === 'enabled') return null;
  const { disabledReason, failingSince } = webhook;
  const known = REASONS.find((reason) => reason === disabledReason) ?? 'OTHER';
  return (
    <InlineAlert variant={status === 'stopped' ? 'negative' : 'notice'} styles={full}>
      <Heading>{intl.formatMessage({ id: `webhooks.notice.${status}` })}</Heading>
      <Content>
        <div className={box}>
          <span>
            {status === 'stopped'
              ? intl.formatMessage({ id: `webhooks.reason.${known}` }, { reason: disabledReason })
              : intl.formatMessage({ id: `webhooks.noticeText.${status}` })}{' '}
            {failingSince ? (
              <>
                {intl.formatMessage({ id: 'webhooks.failingSince' })}{' '}
                <RelativeTime at={failingSince} />
              </>
            ) : null}
          </span>
          {status === 'failing' ? null : (
            <Button variant="secondary" isPending={isPending} onPress={onEnable}>
              {intl.formatMessage({ id: 'webhooks.enable' })}
            </Button>
          )}
        </div>
      </Content>
    </InlineAlert>
  );
}
