/** The fields of Adobe's OAuth Server-to-Server credential (ROLE-03). */
import type { ComponentProps } from 'react';
import { TextField } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import type { AdobeDraft } from './adobeDraft.ts';
import { ClientCredentialFields } from './ClientCredentialFields.tsx';
import { SecretExpiryField } from './SecretExpiryField.tsx';

interface AdobeFieldsProps {
  draft: AdobeDraft;
  change: (name: keyof AdobeDraft, value: string) => void;
  /** Value, change handler and message of a field. */
  field: (name: keyof AdobeDraft) => ComponentProps<typeof TextField>;
}

export function AdobeFields({ draft, change, field }: AdobeFieldsProps) {
  const intl = useIntl();
  return (
    <>
      <ClientCredentialFields field={field} />
      <SecretExpiryField
        day={draft.secretExpires}
        onChange={(day) => change('secretExpires', day)}
      />
      <TextField
        label={intl.formatMessage({ id: 'connection.scopes' })}
        isRequired
        description={intl.formatMessage({ id: 'connection.scopesHelp' })}
        {...field('scopes')}
      />
    </>
  );
}
