/** Withdraws a stored credential, after saying what then stops. */
import { AlertDialog, Button, DialogContainer } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { UserErrorsNotice } from '../../ui/UserErrorsNotice.tsx';
import { useRefusable } from '../../ui/useRefusable.ts';
import { DISCONNECT_ADOBE, DISCONNECT_AZURE } from './organizationDocuments.ts';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 12, alignItems: 'start' });

export function DisconnectButton({
  organizationId,
  cloud,
}: {
  organizationId: string;
  cloud: 'adobe' | 'azure';
}) {
  const intl = useIntl();
  const { locale } = useAppLocale();
  const [isOpen, setOpen] = useState(false);
  const adobe = useRefusable(DISCONNECT_ADOBE, (data) => data.disconnectAdobe.userErrors);
  const azure = useRefusable(DISCONNECT_AZURE, (data) => data.disconnectAzure.userErrors);
  const { isPending, refusals } = cloud === 'adobe' ? adobe : azure;
  const disconnect = () =>
    (cloud === 'adobe' ? adobe : azure).submit({ input: { organizationId }, locale });
  return (
    <div className={stack}>
      <UserErrorsNotice errors={refusals} />
      <Button variant="secondary" size="S" isPending={isPending} onPress={() => setOpen(true)}>
        {intl.formatMessage({ id: 'connection.disconnect' })}
      </Button>
      <DialogContainer onDismiss={() => setOpen(false)}>
        {isOpen ? (
          <AlertDialog
            variant="destructive"
            title={intl.formatMessage({ id: `connection.${cloud}.disconnectQuestion` })}
            primaryActionLabel={intl.formatMessage({ id: 'connection.disconnect' })}
            cancelLabel={intl.formatMessage({ id: 'common.cancel' })}
            onPrimaryAction={() => void disconnect()}
          >
            {intl.formatMessage({ id: `connection.${cloud}.disconnectMeans` })}
          </AlertDialog>
        ) : null}
      </DialogContainer>
    </div>
  );
}
