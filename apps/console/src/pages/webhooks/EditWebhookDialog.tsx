/** Changes where a webhook sends to, and what. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { useUnsavedValues } from '../../routing/useUnsavedChanges.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { WEBHOOK_FIELDS, WebhookFields } from './WebhookFields.tsx';
import { UPDATE_WEBHOOK, type WebhookView } from './webhookDocuments.ts';

interface EditWebhookDialogProps {
  webhook: WebhookView;
  onClose: () => void;
}

export function EditWebhookDialog({ webhook, onClose }: EditWebhookDialogProps) {
  const intl = useIntl();
  const [draft, setDraft] = useState({ url: webhook.url, events: [...webhook.events] });
  const mutation = useKeywayMutation(UPDATE_WEBHOOK, { onDone: onClose });
  const question = useUnsavedValues(draft, false);
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'webhooks.edit' })}
      text={intl.formatMessage({ id: 'webhooks.editText' })}
      confirm={intl.formatMessage({ id: 'webhooks.save' })}
      mutation={mutation}
      fields={WEBHOOK_FIELDS}
      isDisabled={draft.url.trim() === '' || draft.events.length === 0}
      onSubmit={() =>
        mutation.send({ id: webhook.id, url: draft.url.trim(), events: draft.events })
      }
      onClose={onClose}
    >
      <WebhookFields values={draft} errors={mutation.errors} onChange={setDraft} />
      {question}
    </FormDialog>
  );
}
