/** Invites an approver of the organization: the dialog begins with that role for it. */
import { Button } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { withAdministrationTexts } from '../../intl/administrationTexts.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import { toDrafts } from '../people/grantDrafts.ts';
import type { KeptInvitation } from '../people/InviteDialog.tsx';
import { useKeptForm } from '../viewer/keptForm.ts';
import type { NamedOrganization } from '../viewer/viewerAccess.ts';

const inviteDialog = lazyPart(
  async () => (await withAdministrationTexts(import('../people/InviteDialog.tsx'))).InviteDialog,
);
/** As `InviteDialog` keeps it, which is not loaded yet. */
const INVITE_FORM = 'invite';

const approverOf = (organization: NamedOrganization): KeptInvitation => ({
  email: '',
  drafts: toDrafts([{ role: 'APPROVER', organization }]),
  lifetime: '7',
});

interface InviteApproverProps {
  organization: NamedOrganization;
  /** Somebody was invited already. */
  isAnother: boolean;
  onInvited: () => void;
}

export function InviteApprover({ organization, isAnother, onInvited }: InviteApproverProps) {
  const intl = useIntl();
  const kept = useKeptForm<KeptInvitation>(INVITE_FORM);
  const [isOpen, setOpen] = useState(kept !== null);
  const close = () => setOpen(false);
  return (
    <span data-print="hidden">
      <Button variant="secondary" onPress={() => setOpen(true)}>
        {intl.formatMessage({ id: isAnother ? 'approvers.inviteAnother' : 'approvers.invite' })}
      </Button>
      <DialogContainer onDismiss={close}>
        {isOpen ? (
          <Part
            part={inviteDialog}
            isWanted
            props={{ kept: kept ?? approverOf(organization), onInvited, onClose: close }}
          />
        ) : null}
      </DialogContainer>
    </span>
  );
}
