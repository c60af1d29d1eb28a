/** What an owner does with a webhook. */
import { AlertDialog, Button } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useNavigate } from '@tanstack/react-router';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';
import { MenuButton } from '../../ui/MenuButton.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SecretDialog } from '../../ui/SecretDialog.tsx';
import { EditWebhookDialog } from './EditWebhookDialog.tsx';
import { DELETE_WEBHOOK, ROTATE_SECRET, type WebhookView } from './webhookDocuments.ts';

interface WebhookActionsProps {
  webhook: WebhookView;
  isTesting: boolean;
  onTest: () => void;
  onDisable: () => void;
}

type Open = 'edit' | 'rotate' | 'disable' | 'delete' | null;

export function WebhookActions({ webhook, isTesting, onTest, onDisable }: WebhookActionsProps) {
  const intl = useIntl();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const choices = [
    { id: 'edit', name: intl.formatMessage({ id: 'webhooks.edit' }) },
    { id: 'rotate', name: intl.formatMessage({ id: 'webhooks.rotate' }) },
    ...(webhook.enabled
      ? [{ id: 'disable', name: intl.formatMessage({ id: 'webhooks.disable' }) } as const]
      : []),
    { id: 'delete', name: intl.formatMessage({ id: 'webhooks.delete' }) },
  ] as const;
  return (
    <>
      <Button variant="accent" isPending={isTesting} onPress={onTest}>
        {intl.formatMessage({ id: 'webhooks.test' })}
      </Button>
      <MenuButton
        label={intl.formatMessage({ id: 'webhooks.actions' })}
        isQuiet={false}
        choices={choices}
        onChoose={setOpen}
      >
        {intl.formatMessage({ id: 'webhooks.actions' })}
      </MenuButton>
      <DialogContainer onDismiss={close}>
        {open === 'edit' ? <EditWebhookDialog webhook={webhook} onClose={close} /> : null}
        {open === 'rotate' ? <RotateDialog webhook={webhook} onClose={close} /> : null}
        {open === 'delete' ? <DeleteDialog webhook={webhook} onClose={close} /> : null}
        {open === 'disable' ? (
          <AlertDialog
            variant="warning"
            title={intl.formatMessage({ id: 'webhooks.disableTitle' })}
            primaryActionLabel={intl.formatMessage({ id: 'webhooks.disable' })}
            cancelLabel={intl.formatMessage({ id: 'common.cancel' })}
            onPrimaryAction={onDisable}
          >
            {intl.formatMessage({ id: 'webhooks.disableText' })}
          </AlertDialog>
        ) : null}
      </DialogContainer>
    </>
  );
}

/** First the question, then the new secret. */
function RotateDialog({ webhook, onClose }: { webhook: WebhookView; onClose: () => void }) {
  const intl = useIntl();
  const [secret, setSecret] = useState<string | null>(null);
  const mutation = useKeywayMutation(ROTATE_SECRET, {
    onDone: (payload) => setSecret(payload.secret),
  });
  if (secret !== null)
    return (
      <SecretDialog
        title={intl.formatMessage({ id: 'webhooks.rotated' })}
        once={intl.formatMessage({ id: 'webhooks.secretOnce' })}
        secret={secret}
        label={intl.formatMessage({ id: 'webhooks.secret' })}
        revocation={null}
        onClose={onClose}
      >
        {intl.formatMessage({ id: 'webhooks.rotatedText' })}
      </SecretDialog>
    );
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'webhooks.rotateTitle' })}
      confirm={intl.formatMessage({ id: 'webhooks.rotate' })}
      mutation={mutation}
      fields={[]}
      onSubmit={() => mutation.send({ id: webhook.id })}
      onClose={onClose}
    >
      {intl.formatMessage({ id: 'webhooks.rotateText' })}
    </FormDialog>
  );
}

function DeleteDialog({ webhook, onClose }: { webhook: WebhookView; onClose: () => void }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const mutation = useKeywayMutation(DELETE_WEBHOOK, {
    evicts: ['webhooks'],
    onDone: () => void navigate({ to: '/settings/webhooks' }),
  });
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'webhooks.deleteTitle' })}
      confirm={intl.formatMessage({ id: 'webhooks.delete' })}
      variant="negative"
      mutation={mutation}
      fields={[]}
      onSubmit={() => mutation.send({ id: webhook.id })}
      onClose={onClose}
    >
      {intl.formatMessage({ id: 'webhooks.deleteText' }, { url: webhook.url })}
    </FormDialog>
  );
}
