/** The client ID and the client secret of a connection. */
import type { ComponentProps } from 'react';
import { TextField } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';

interface ClientCredentialFieldsProps {
  /** Value, change handler and message of a field. */
  field: (name: 'clientId' | 'clientSecret') => ComponentProps<typeof TextField>;
}

export function ClientCredentialFields({ field }: ClientCredentialFieldsProps) {
  const intl = useIntl();
  return (
    <>
      <TextField
        label={intl.formatMessage({ id: 'connection.clientId' })}
        isRequired
        {...field('clientId')}
      />
      <TextField
        label={intl.formatMessage({ id: 'connection.clientSecret' })}
        type="password"
        isRequired
        description={intl.formatMessage({ id: 'connection.secretHelp' })}
        {...field('clientSecret')}
        autoComplete="new-password"
      />
    </>
  );
}
