/** The button that opens the dialog for an invitation. */
import { Button } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeptForm } from '../viewer/keptForm.ts';
import { INVITE_FORM, InviteDialog, type KeptInvitation } from './InviteDialog.tsx';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

export function InviteButton({ onInvited }: { onInvited?: () => void }) {
  const intl = useIntl();
  const kept = useKeptForm<KeptInvitation>(INVITE_FORM);
  const [isOpen, setOpen] = useState(kept !== null);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="accent" onPress={() => setOpen(true)}>
        {intl.formatMessage({ id: 'invite.title' })}
      </Button>
      <DialogContainer onDismiss={close}>
        {isOpen ? <InviteDialog kept={kept} onInvited={onInvited} onClose={close} /> : null}
      </DialogContainer>
    </>
  );
}
