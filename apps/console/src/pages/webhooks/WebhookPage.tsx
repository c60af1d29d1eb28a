/** One webhook: its receiver, what became of each delivery, and what an owner does with it. */
import { useQuery } from '@apollo/client/react';
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { NotFoundPage } from '../../ui/NotFoundPage.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PageSkeleton } from '../../ui/Skeleton.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import type { DeliveryStatus } from '../../generated/enums.ts';
import { Deliveries } from './Deliveries.tsx';
import { WebhookActions } from './WebhookActions.tsx';
import { WebhookFacts } from './WebhookFacts.tsx';
import { WebhookNotice } from './WebhookNotice.tsx';
import {
  TEST_WEBHOOK,
  UPDATE_WEBHOOK,
  WEBHOOK_DELIVERIES,
  type WebhookView,
} from './webhookDocuments.ts';

const page = style({ display: 'flex', flexDirection: 'column', rowGap: 20, minWidth: 0 });

/** How often deliveries are read while this page is open: receivers take seconds. */
const POLL_MILLISECONDS = 5_000;

export function WebhookPage({ id }: { id: string }) {
  const intl = useIntl();
  const [status, setStatus] = useState<DeliveryStatus | undefined>();
  const query = useQuery(WEBHOOK_DELIVERIES, {
    variables: { id, status },
    fetchPolicy: 'cache-and-network',
    pollInterval: POLL_MILLISECONDS,
    skipPollAttempt: () => document.hidden,
  });
  const { node } = query.data ?? query.previousData ?? {};
  usePageTitle(node?.__typename === 'Webhook' ? node.url : undefined);
  if (node?.__typename === 'Webhook')
    return (
      <Loaded webhook={node} onSent={() => void query.refetch().catch(() => undefined)}>
        <Deliveries
          list={node.deliveries}
          query={query}
          status={status}
          onStatus={setStatus}
          onSent={() => void query.refetch().catch(() => undefined)}
        />
      </Loaded>
    );
  if (query.error)
    return (
      <ErrorState
        isPage
        what={intl.formatMessage({ id: 'webhooks.failedOne' })}
        error={query.error}
        onRetry={() => void query.refetch().catch(() => undefined)}
      />
    );
  return query.loading ? <PageSkeleton /> : <NotFoundPage />;
}

interface LoadedProps {
  webhook: WebhookView;
  onSent: () => void;
  children: ReactNode;
}

function Loaded({ webhook, onSent, children }: LoadedProps) {
  const intl = useIntl();
  const { id } = webhook;
  const update = useKeywayMutation(UPDATE_WEBHOOK, { onDone: onSent });
  const test = useKeywayMutation(TEST_WEBHOOK, { onDone: onSent });
  return (
    <div className={page}>
      <PageHeader
        title={webhook.url}
        above={
          <Link href="/settings/webhooks" variant="secondary" isStandalone>
            {intl.formatMessage({ id: 'settings.section.webhooks' })}
          </Link>
        }
        actions={
          <WebhookActions
            webhook={webhook}
            isTesting={test.isPending}
            onTest={() => test.send({ id })}
            onDisable={() => update.send({ id, enabled: false })}
          />
        }
      />
      <MutationNotice mutation={update} />
      <MutationNotice mutation={test} />
      <WebhookNotice
        webhook={webhook}
        isPending={update.isPending}
        onEnable={() => update.send({ id, enabled: true })}
      />
      <WebhookFacts webhook={webhook} />
      {children}
    </div>
  );
}
