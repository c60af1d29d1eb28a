/** All invitations and what became of them; open ones can be revoked, others repeated. */
import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { InviteButton } from '../../features/people/InviteButton.tsx';
import { InviteDialog } from '../../features/people/InviteDialog.tsx';
import { REVOKE_INVITATION, type InvitationRow } from '../../features/people/inviteDocuments.ts';
import { RevokeInvitationDialog } from '../../features/people/RevokeInvitationDialog.tsx';
import { SettingsFrame } from '../../features/settings/SettingsFrame.tsx';
import { usePartnerRole } from '../../features/viewer/ViewerQuery.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { InvitationTable } from './InvitationTable.tsx';
import { INVITATIONS_QUERY } from './invitationDocuments.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

type OpenDialog = { kind: 'revoke' | 'repeat'; invitation: InvitationRow };

export function InvitationsPage() {
  const intl = useIntl();
  const [dialog, setDialog] = useState<OpenDialog>();
  const query = useQuery(INVITATIONS_QUERY, {
    fetchPolicy: 'cache-and-network',
    skip: !usePartnerRole('OWNER'),
  });
  const revoke = useKeywayMutation(REVOKE_INVITATION);
  const close = () => setDialog(undefined);
  const reload = () => void query.refetch().catch(() => undefined);
  const invitation = dialog?.invitation;
  return (
    <SettingsFrame
      section="invitations"
      text={intl.formatMessage({ id: 'invitations.text' })}
      actions={<InviteButton onInvited={reload} />}
    >
      <MutationNotice mutation={revoke} isSpaced />
      <PagedList
        list={query.data?.invitations}
        query={query}
        failed={intl.formatMessage({ id: 'invitations.failed' })}
        skeleton={{ rows: 4, columns: 5 }}
        empty={
          <EmptyState title={intl.formatMessage({ id: 'invitations.none' })}>
            {intl.formatMessage({ id: 'invitations.noneText' })}
          </EmptyState>
        }
      >
        {(invitations) => (
          <InvitationTable
            invitations={invitations}
            onRevoke={(one) => setDialog({ kind: 'revoke', invitation: one })}
            onRepeat={(one) => setDialog({ kind: 'repeat', invitation: one })}
          />
        )}
      </PagedList>
      <DialogContainer onDismiss={close}>
        {invitation && dialog.kind === 'repeat' ? (
          <InviteDialog earlier={invitation} onInvited={reload} onClose={close} />
        ) : null}
        {invitation && dialog.kind === 'revoke' ? (
          <RevokeInvitationDialog
            invitation={invitation}
            onRevoke={() => revoke.send({ id: invitation.id })}
          />
        ) : null}
      </DialogContainer>
    </SettingsFrame>
  );
}
