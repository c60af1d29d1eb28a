/** Makes the address that Event Grid sends to, which is shown once and ends the one before. */
import { Button, Content, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../../apollo/useKeywayMutation.ts';
import { useRoleFor } from '../../viewer/useRoleFor.ts';
import { DialogContainer } from '../../../ui/DialogContainer.tsx';
import { FormDialog } from '../../../ui/FormDialog.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { SecretDialog } from '../../../ui/SecretDialog.tsx';
import { CREATE_EVENT_GRID_ADDRESS } from './eventDocuments.ts';
import type { MadeAddress } from './useEventAddresses.ts';

const text = style({ font: 'body-sm', margin: 0 });
const quiet = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0 });

interface EventGridAddressProps {
  organizationId: string;
  made: MadeAddress | null | undefined;
  refetch: () => void;
}

export function EventGridAddress({ organizationId, made, refetch }: EventGridAddressProps) {
  const intl = useIntl();
  const mayMake = useRoleFor(organizationId, 'OWNER', 'OPERATOR');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {made === undefined ? null : (
        <p className={text}>
          {made
            ? intl.formatMessage({ id: 'events.azure.made' }, whenAndWho(made))
            : intl.formatMessage({ id: 'events.azure.none' })}
        </p>
      )}
      {mayMake ? (
        <span>
          <Button
            variant="secondary"
            size="S"
            onPress={() => {
              refetch();
              setOpen(true);
            }}
          >
            {intl.formatMessage({
              id: made ? 'events.azure.makeAnother' : 'events.azure.make',
            })}
          </Button>
        </span>
      ) : null}
      {mayMake === false ? (
        <p className={quiet}>{intl.formatMessage({ id: 'events.azure.byOperators' })}</p>
      ) : null}
      <DialogContainer onDismiss={() => setOpen(false)}>
        {isOpen ? (
          <MakeDialog
            organizationId={organizationId}
            made={made}
            refetch={refetch}
            onClose={() => setOpen(false)}
          />
        ) : null}
      </DialogContainer>
    </>
  );
}

const whenAndWho = ({ at, actor }: MadeAddress) => ({
  when: <RelativeTime key="at" at={at} />,
  who: <bdi key="who">{actor}</bdi>,
});

function MakeDialog({
  organizationId,
  made,
  refetch,
  onClose,
}: EventGridAddressProps & { onClose: () => void }) {
  const intl = useIntl();
  const [address, setAddress] = useState<string>();
  const mutation = useKeywayMutation(CREATE_EVENT_GRID_ADDRESS, {
    onDone: (payload) => {
      if (payload.address) setAddress(payload.address);
      refetch();
    },
  });
  if (address)
    return (
      <SecretDialog
        title={intl.formatMessage({ id: 'events.made.title' })}
        once={intl.formatMessage({ id: 'events.made.once' })}
        secret={address}
        label={intl.formatMessage({ id: 'events.made.label' })}
        revocation={null}
        onClose={onClose}
      >
        {intl.formatMessage({ id: 'events.made.who' })}
      </SecretDialog>
    );
  return (
    <FormDialog
      title={intl.formatMessage({ id: made ? 'events.azure.makeAnother' : 'events.azure.make' })}
      text={intl.formatMessage({ id: 'events.make.text' })}
      confirm={intl.formatMessage({ id: made ? 'events.make.confirmEnds' : 'events.azure.make' })}
      variant={made ? 'negative' : 'accent'}
      mutation={mutation}
      fields={[]}
      onSubmit={() => mutation.send({ organizationId })}
      onClose={onClose}
    >
      {made === null ? null : (
        <InlineAlert variant="notice">
          <Content>
            {made
              ? intl.formatMessage({ id: 'events.make.ends' }, whenAndWho(made))
              : intl.formatMessage({ id: 'events.make.mayEnd' })}
          </Content>
        </InlineAlert>
      )}
    </FormDialog>
  );
}
