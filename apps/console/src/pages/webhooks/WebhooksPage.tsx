/** Webhooks: where each sends to, what, and whether its receiver takes it; or one of them. */
import { useQuery } from '@apollo/client/react';
import { Button } from '@react-spectrum/s2';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { SettingsFrame } from '../../features/settings/SettingsFrame.tsx';
import { usePartnerRole } from '../../features/viewer/ViewerQuery.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { CreateWebhookDialog } from './CreateWebhookDialog.tsx';
import { WebhookPage } from './WebhookPage.tsx';
import { WebhookTable } from './WebhookTable.tsx';
import { WEBHOOKS } from './webhookDocuments.ts';

export function WebhooksPage() {
  const { webhookId } = useParams({ strict: false });
  return webhookId === undefined ? <Webhooks /> : <WebhookPage key={webhookId} id={webhookId} />;
}

function Webhooks() {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const query = useQuery(WEBHOOKS, {
    fetchPolicy: 'cache-and-network',
    skip: !usePartnerRole('OWNER'),
  });
  const close = () => setOpen(false);
  return (
    <SettingsFrame
      section="webhooks"
      text={intl.formatMessage({ id: 'webhooks.text' })}
      actions={
        <>
          <ExportButton
            file={async (tools) => (await import('./webhooksFile.ts')).webhooksFile(tools)}
          />
          <Button variant="accent" onPress={() => setOpen(true)}>
            {intl.formatMessage({ id: 'webhooks.create' })}
          </Button>
        </>
      }
    >
      <PagedList
        list={query.data?.webhooks}
        query={query}
        failed={intl.formatMessage({ id: 'webhooks.failed' })}
        skeleton={{ rows: 3, columns: 4 }}
        empty={
          <EmptyState title={intl.formatMessage({ id: 'webhooks.none' })}>
            {intl.formatMessage({ id: 'webhooks.noneText' })}
          </EmptyState>
        }
      >
        {(webhooks) => <WebhookTable webhooks={webhooks} />}
      </PagedList>
      <DialogContainer onDismiss={close}>
        {isOpen ? (
          <CreateWebhookDialog onClose={close} onCreated={() => void query.refetch()} />
        ) : null}
      </DialogContainer>
    </SettingsFrame>
  );
}
