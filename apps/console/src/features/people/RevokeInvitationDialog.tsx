/** Asks before an invitation is revoked. */
import { AlertDialog } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import type { InvitationRow } from './inviteDocuments.ts';

interface RevokeInvitationDialogProps {
  invitation: InvitationRow;
  onRevoke: () => void;
}

export function RevokeInvitationDialog({ invitation, onRevoke }: RevokeInvitationDialogProps) {
  const intl = useIntl();
  return (
    <AlertDialog
      variant="destructive"
      title={intl.formatMessage({ id: 'invitations.revokeTitle' }, { email: invitation.email })}
      primaryActionLabel={intl.formatMessage({ id: 'tokens.revoke' })}
      cancelLabel={intl.formatMessage({ id: 'common.cancel' })}
      onPrimaryAction={onRevoke}
    >
      {intl.formatMessage({ id: 'invitations.revokeText' })}
    </AlertDialog>
  );
}
