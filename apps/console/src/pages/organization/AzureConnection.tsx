/**
 * The credential of an application in the customer's Entra tenant, for read or read/write access.
 */
import { Radio, RadioGroup, TextField } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { AzureAccess } from '../../generated/enums.ts';
import type { ConnectionFieldsFragment } from '../../generated/graphql.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { ClientCredentialFields } from './ClientCredentialFields.tsx';
import { ConnectionPanel } from './ConnectionPanel.tsx';
import { DisconnectButton } from './DisconnectButton.tsx';
import { CONNECT_AZURE } from './organizationDocuments.ts';

const FIELDS = ['tenantId', 'subscriptionId', 'clientId', 'clientSecret', 'access'];

interface AzureConnectionProps {
  organizationId: string;
  tenantId?: string | null;
  access?: AzureAccess | null;
  connection: ConnectionFieldsFragment | null;
  mayChange: boolean;
  mayDisconnect: boolean;
}

export function AzureConnection({
  organizationId,
  tenantId,
  access,
  connection,
  mayChange,
  mayDisconnect,
}: AzureConnectionProps) {
  const intl = useIntl();
  const empty = {
    tenantId: tenantId ?? '',
    subscriptionId: '',
    clientId: '',
    clientSecret: '',
    access: 'READ' as AzureAccess,
  };
  const [draft, setDraft] = useState(empty);
  const [isOpen, setOpen] = useState(false);
  const mutation = useKeywayMutation(CONNECT_AZURE, { onDone: close });
  function close() {
    setDraft(empty);
    setOpen(false);
    mutation.reset();
  }
  const field = (name: 'tenantId' | 'subscriptionId' | 'clientId' | 'clientSecret') => ({
    value: draft[name],
    onChange: (value: string) => setDraft((old) => ({ ...old, [name]: value })),
    ...toFieldProps(mutation.errors, name),
    autoComplete: 'off',
    spellCheck: 'false' as const,
  });
  const save = () =>
    mutation.send({
      organizationId,
      tenantId: draft.tenantId.trim(),
      subscriptionId: draft.subscriptionId.trim() || null,
      clientId: draft.clientId.trim(),
      clientSecret: draft.clientSecret,
      access: draft.access,
    });
  return (
    <ConnectionPanel
      organizationId={organizationId}
      kind="AZURE"
      title="Azure"
      about={intl.formatMessage({ id: 'connection.azure.about' })}
      connection={connection}
      connected={intl.formatMessage({ id: `connection.azure.${access ?? 'READ'}` })}
      mayChange={mayChange}
      disconnect={
        mayDisconnect ? <DisconnectButton organizationId={organizationId} cloud="azure" /> : null
      }
      isOpen={isOpen}
      onOpen={() => setOpen(true)}
      onClose={close}
      form={{
        mutation,
        fieldNames: FIELDS,
        isComplete:
          draft.tenantId.trim() !== '' && draft.clientId.trim() !== '' && draft.clientSecret !== '',
        onSave: save,
        fields: (
          <>
            <TextField
              label={intl.formatMessage({ id: 'organization.tenant' })}
              isRequired
              {...field('tenantId')}
            />
            <TextField
              label={intl.formatMessage({ id: 'connection.subscription' })}
              description={intl.formatMessage({ id: 'connection.subscriptionHelp' })}
              {...field('subscriptionId')}
            />
            <ClientCredentialFields field={field} />
            <RadioGroup
              label={intl.formatMessage({ id: 'connection.access' })}
              value={draft.access}
              onChange={(value) => setDraft((old) => ({ ...old, access: value as AzureAccess }))}
            >
              <Radio value="READ">
                {intl.formatMessage({ id: 'connection.azure.READ.choice' })}
              </Radio>
              <Radio value="WRITE">
                {intl.formatMessage({ id: 'connection.azure.WRITE.choice' })}
              </Radio>
            </RadioGroup>
          </>
        ),
      }}
    />
  );
}
