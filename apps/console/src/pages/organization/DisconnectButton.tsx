/** Deletes a stored credential, after a dialog that says what then stops. */
import { AlertDialog, Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import { DISCONNECT_ADOBE, DISCONNECT_AZURE } from './organizationDocuments.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 12, alignItems: 'start' });

export function DisconnectButton({
  organizationId,
  cloud,
}: {
  organizationId: string;
  cloud: 'adobe' | 'azure';
}) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const adobe = useKeywayMutation(DISCONNECT_ADOBE);
  const azure = useKeywayMutation(DISCONNECT_AZURE);
  const mutation = cloud === 'adobe' ? adobe : azure;
  return (
    <div className={stack}>
      <MutationNotice mutation={mutation} />
      <Button
        variant="secondary"
        size="S"
        isPending={mutation.isPending}
        onPress={() => setOpen(true)}
      >
        {intl.formatMessage({ id: 'connection.disconnect' })}
      </Button>
      <DialogContainer onDismiss={() => setOpen(false)}>
        {isOpen ? (
          <AlertDialog
            variant="destructive"
            title={intl.formatMessage({ id: `connection.${cloud}.disconnectQuestion` })}
            primaryActionLabel={intl.formatMessage({ id: 'connection.disconnect' })}
            cancelLabel={intl.formatMessage({ id: 'common.cancel' })}
            onPrimaryAction={() => mutation.send({ organizationId })}
          >
            {intl.formatMessage({ id: `connection.${cloud}.disconnectMeans` })}
          </AlertDialog>
        ) : null}
      </DialogContainer>
    </div>
  );
}
