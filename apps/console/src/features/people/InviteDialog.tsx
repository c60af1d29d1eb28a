/** Invites a person by email address, and shows the link once. */
import { Picker, PickerItem, TextField } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useUnsavedValues } from '../../routing/useUnsavedChanges.tsx';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { chooseFrom } from '../../ui/chooseFrom.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { SecretDialog } from '../../ui/SecretDialog.tsx';
import { toDrafts, toGrantInputs } from './grantDrafts.ts';
import type { GrantDraft } from './grantDrafts.ts';
import { keepForm } from '../viewer/keptForm.ts';
import { useSignInAgain } from '../viewer/StepUp.tsx';
import { GrantFields } from './GrantFields.tsx';
import { INVITE_MEMBER, REVOKE_INVITATION } from './inviteDocuments.ts';
import type { InvitationRow } from './inviteDocuments.ts';

/** Days; the server takes up to 30. */
const LIFETIMES = ['1', '7', '14', '28'] as const;
type Lifetime = (typeof LIFETIMES)[number];

/** Keeps what was typed while the person signs in again. */
export const INVITE_FORM = 'invite';
/** What is kept. */
export interface KeptInvitation {
  email: string;
  drafts: GrantDraft[];
  lifetime: Lifetime;
}

export interface InviteDialogProps {
  /** An earlier invitation that is repeated. */
  earlier?: InvitationRow;
  /** What was typed before signing in again. */
  kept?: KeptInvitation | null;
  onInvited?: () => void;
  onClose: () => void;
}

interface Invited {
  id: string;
  url: string;
  email: string;
  expiresAt: string;
}

export function InviteDialog(props: InviteDialogProps) {
  const [invited, setInvited] = useState<Invited>();
  if (!invited) return <InviteForm {...props} onLink={setInvited} />;
  return <InvitationLink {...props} {...invited} />;
}

function InvitationLink({
  id,
  email,
  expiresAt,
  url,
  onInvited,
  onClose,
}: InviteDialogProps & Invited) {
  const intl = useIntl();
  const mutation = useKeywayMutation(REVOKE_INVITATION, {
    onDone: () => {
      onInvited?.();
      onClose();
    },
  });
  return (
    <SecretDialog
      title={intl.formatMessage({ id: 'invite.created' })}
      once={intl.formatMessage({ id: 'invite.once' })}
      secret={url}
      label={intl.formatMessage({ id: 'invite.link' })}
      revocation={{ mutation, send: () => mutation.send({ id }) }}
      onClose={onClose}
    >
      {intl.formatMessage(
        { id: 'invite.whoCanUse' },
        { email, date: intl.formatDate(expiresAt, { dateStyle: 'long', timeStyle: 'short' }) },
      )}
    </SecretDialog>
  );
}

function InviteForm({
  earlier,
  kept,
  onInvited,
  onClose,
  onLink,
}: InviteDialogProps & { onLink: (invited: Invited) => void }) {
  const intl = useIntl();
  const [email, setEmail] = useState(kept?.email ?? earlier?.email ?? '');
  const [drafts, setDrafts] = useState(() => kept?.drafts ?? toDrafts(earlier?.grants ?? []));
  const [lifetime, setLifetime] = useState<Lifetime>(kept?.lifetime ?? '7');
  const mutation = useKeywayMutation(INVITE_MEMBER, {
    onDone: ({ url, invitation }) => {
      if (!url || !invitation) return;
      onLink({ id: invitation.id, url, email: invitation.email, expiresAt: invitation.expiresAt });
      onInvited?.();
    },
  });
  const values: KeptInvitation = { email, drafts, lifetime };
  const question = useUnsavedValues(values, Boolean(kept));
  const signInAgain = useSignInAgain({
    errors: mutation.errors,
    onLeave: () => keepForm({ form: INVITE_FORM, values }),
  });
  const grants = toGrantInputs(drafts);
  function invite() {
    if (!grants) return;
    const expiresAt = new Date(Date.now() + Number(lifetime) * 86_400_000).toISOString();
    mutation.send({ email: email.trim(), grants, expiresAt });
  }
  return (
    <FormDialog
      title={intl.formatMessage({ id: 'invite.title' })}
      text={intl.formatMessage({ id: 'invite.text' })}
      confirm={intl.formatMessage({ id: 'invite.confirm' })}
      mutation={mutation}
      fields={['email', 'expiresAt']}
      instead={signInAgain}
      isDisabled={email.trim() === '' || grants === null}
      onSubmit={invite}
      onClose={onClose}
    >
      <TextField
        type="email"
        label={intl.formatMessage({ id: 'invite.email' })}
        description={intl.formatMessage({ id: 'invite.emailHelp' })}
        isRequired
        autoFocus
        autoComplete="off"
        value={email}
        onChange={setEmail}
        {...toFieldProps(mutation.errors, 'email')}
      />
      <GrantFields drafts={drafts} onChange={setDrafts} />
      <Picker
        label={intl.formatMessage({ id: 'invite.expires' })}
        selectedKey={lifetime}
        onSelectionChange={chooseFrom(LIFETIMES, setLifetime)}
        {...toFieldProps(mutation.errors, 'expiresAt')}
      >
        {LIFETIMES.map((days) => (
          <PickerItem key={days} id={days}>
            {intl.formatMessage({ id: 'tokens.days' }, { days: Number(days) })}
          </PickerItem>
        ))}
      </Picker>
      {question}
    </FormDialog>
  );
}
