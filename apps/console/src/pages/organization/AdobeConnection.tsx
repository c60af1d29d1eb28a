/** Adobe's OAuth Server-to-Server credential (ROLE-03) of one organization. */
import { TextField } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import type { Cloud } from '../../generated/enums.ts';
import type { ConnectionFieldsFragment } from '../../generated/graphql.ts';
import { toFieldProps } from '../../apollo/userErrors.ts';
import { ClientCredentialFields } from './ClientCredentialFields.tsx';
import { ConnectionPanel } from './ConnectionPanel.tsx';
import { DisconnectButton } from './DisconnectButton.tsx';
import { CONNECT_ADOBE } from './organizationDocuments.ts';

const FIELDS = ['clientId', 'clientSecret', 'scopes'] as const;
const EMPTY = {
  clientId: '',
  clientSecret: '',
  scopes: 'openid, AdobeID, read_organizations, additional_info.projectedProductContext',
};

interface AdobeConnectionProps {
  organizationId: string;
  cloud: Cloud;
  connection: ConnectionFieldsFragment | null;
  mayChange: boolean;
  mayDisconnect: boolean;
}

export function AdobeConnection({
  organizationId,
  cloud,
  connection,
  mayChange,
  mayDisconnect,
}: AdobeConnectionProps) {
  const intl = useIntl();
  const [draft, setDraft] = useState(EMPTY);
  const [isOpen, setOpen] = useState(false);
  const mutation = useKeywayMutation(CONNECT_ADOBE, { onDone: close });
  function close() {
    setDraft(EMPTY);
    setOpen(false);
    mutation.reset();
  }
  const scopes = draft.scopes.split(/[\s,]+/).filter(Boolean);
  const field = (name: keyof typeof EMPTY) => ({
    value: draft[name],
    onChange: (value: string) => setDraft((old) => ({ ...old, [name]: value })),
    ...toFieldProps(mutation.errors, name),
    autoComplete: 'off',
    spellCheck: 'false' as const,
  });
  return (
    <ConnectionPanel
      organizationId={organizationId}
      kind="ADOBE"
      title="Adobe"
      about={intl.formatMessage({
        id: cloud === 'AWS' ? 'connection.adobe.aboutAws' : 'connection.adobe.about',
      })}
      connection={connection}
      connected={intl.formatMessage({ id: 'connection.connected' })}
      mayChange={mayChange}
      disconnect={
        mayDisconnect ? <DisconnectButton organizationId={organizationId} cloud="adobe" /> : null
      }
      isOpen={isOpen}
      onOpen={() => setOpen(true)}
      onClose={close}
      form={{
        mutation,
        fieldNames: FIELDS,
        isComplete: draft.clientId.trim() !== '' && draft.clientSecret !== '' && scopes.length > 0,
        onSave: () =>
          mutation.send({
            organizationId,
            clientId: draft.clientId.trim(),
            clientSecret: draft.clientSecret,
            scopes,
          }),
        fields: (
          <>
            <ClientCredentialFields field={field} />
            <TextField
              label={intl.formatMessage({ id: 'connection.scopes' })}
              isRequired
              description={intl.formatMessage({ id: 'connection.scopesHelp' })}
              {...field('scopes')}
            />
          </>
        ),
      }}
    />
  );
}
