/** Deletes a stored credential, after a dialog that says what then stops. */
import { AlertDialog, Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { TypedDocumentNode } from '@apollo/client';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { MutationNotice } from '../../ui/MutationNotice.tsx';
import type { OrganizationIdInput } from '../../generated/graphql.ts';
import { DialogContainer } from '../../ui/DialogContainer.tsx';

const stack = style({ display: 'flex', flexDirection: 'column', rowGap: 12, alignItems: 'start' });

interface DisconnectButtonProps<TData> {
  organizationId: string;
  document: TypedDocumentNode<TData, { input: OrganizationIdInput; locale: string }>;
  /** The title of the dialog. */
  question: string;
  /** What then stops. */
  meaning: string;
}

export function DisconnectButton<TData>({
  organizationId,
  document,
  question,
  meaning,
}: DisconnectButtonProps<TData>) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const mutation = useKeywayMutation(document);
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
            title={question}
            primaryActionLabel={intl.formatMessage({ id: 'connection.disconnect' })}
            cancelLabel={intl.formatMessage({ id: 'common.cancel' })}
            onPrimaryAction={() => mutation.send({ organizationId })}
          >
            {meaning}
          </AlertDialog>
        ) : null}
      </DialogContainer>
    </div>
  );
}
