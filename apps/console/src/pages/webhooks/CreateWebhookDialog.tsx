/** Creates a webhook and shows its secret once. */
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { OrganizationScope } from '../../features/people/OrganizationScope.tsx';
import type { NamedOrganization } from '../../features/viewer/viewerAccess.ts';
import { useUnsavedValues } from '../../routing/useUnsavedChanges.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SecretDialog } from '../../ui/SecretDialog.tsx';
import { EVERY_EVENT } from './eventChoices.ts';
import { WEBHOOK_FIELDS, WebhookFields } from './WebhookFields.tsx';
import { CREATE_WEBHOOK, DELETE_WEBHOOK } from './webhookDocuments.ts';

interface Draft {
  url: string;
  events: string[];
  /** Null: every one of the partner. */
  organizations: NamedOrganization[] | null;
}
const EMPTY: Draft = { url: 'https://', events: [EVERY_EVENT], organizations: null };

interface Made {
  id: string;
  secret: string;
}

interface CreateWebhookDialogProps {
  onClose: () => void;
  onCreated: () => void;
}

export function CreateWebhookDialog({ onClose, onCreated }: CreateWebhookDialogProps) {
  const intl = useIntl();
  const [made, setMade] = useState<Made>();
  const mutation = useKeywayMutation(DELETE_WEBHOOK, {
    onDone: () => {
      onCreated();
      onClose();
    },
  });
  function show(created: Made) {
    setMade(created);
    onCreated();
  }
  return made ? (
    <SecretDialog
      title={intl.formatMessage({ id: 'webhooks.created' })}
      once={intl.formatMessage({ id: 'webhooks.secretOnce' })}
      secret={made.secret}
      label={intl.formatMessage({ id: 'webhooks.secret' })}
      revocation={{ mutation, send: () => mutation.send({ id: made.id }) }}
      onClose={onClose}
    >
      {intl.formatMessage({ id: 'webhooks.secretUse' })}
    </SecretDialog>
  ) : (
    <WebhookForm onClose={onClose} onMade={show} />
  );
}

function WebhookForm({ onMade, onClose }: { onMade: (made: Made) => void; onClose: () => void }) {
  const intl = useIntl();
  const [draft, setDraft] = useState(EMPTY);
  const mutation = useKeywayMutation(CREATE_WEBHOOK, {
    onDone: ({ secret, webhook }) => {
      if (secret && webhook) onMade({ id: webhook.id, secret });
    },
  });
  const question = useUnsavedValues(draft, false);
  const { url, events, organizations } = draft;
  const isIncomplete = url.trim() === EMPTY.url || url.trim() === '';
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'webhooks.create' })}
      confirm={intl.formatMessage({ id: 'webhooks.create' })}
      mutation={mutation}
      fields={WEBHOOK_FIELDS}
      isDisabled={isIncomplete || events.length === 0 || organizations?.length === 0}
      onSubmit={() =>
        mutation.send({
          url: url.trim(),
          events,
          organizationIds: organizations?.map(({ id }) => id) ?? null,
        })
      }
      onClose={onClose}
    >
      <WebhookFields
        values={draft}
        errors={mutation.errors}
        onChange={(values) => setDraft({ ...draft, ...values })}
      />
      <OrganizationScope
        owned={null}
        value={organizations}
        onChange={(value) => setDraft({ ...draft, organizations: value })}
      />
      {question}
    </FormDialog>
  );
}
