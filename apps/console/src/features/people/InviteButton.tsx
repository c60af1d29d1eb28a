/** The button that opens the dialog for an invitation. */
import { Button, DialogContainer } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { InviteDialog } from './InviteDialog.tsx';

export function InviteButton({ onInvited }: { onInvited?: () => void }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button variant="accent" onPress={() => setOpen(true)}>
        {intl.formatMessage({ id: 'invite.title' })}
      </Button>
      <DialogContainer onDismiss={close}>
        {isOpen ? <InviteDialog onInvited={onInvited} onClose={close} /> : null}
      </DialogContainer>
    </>
  );
}
