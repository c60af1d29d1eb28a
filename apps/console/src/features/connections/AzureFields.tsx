/** The fields of a credential of an application in the customer's Entra tenant. */
import type { ComponentProps } from 'react';
import { Radio, RadioGroup, TextField } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { AzureCredentialFields, type Federation } from './AzureCredentialFields.tsx';
import type { AzureDraft } from './azureDraft.ts';

interface AzureFieldsProps {
  draft: AzureDraft;
  change: (name: keyof AzureDraft, value: string) => void;
  /** Value, change handler and message of a field. */
  field: (name: keyof AzureDraft) => ComponentProps<typeof TextField>;
  /** Null before the organization has an ID: trust in Keyway is then not offered. */
  federation: Federation | null;
  /** False where the tenant is entered elsewhere. */
  hasTenant?: boolean;
}

export function AzureFields(props: AzureFieldsProps) {
  const { draft, change, field, federation, hasTenant = true } = props;
  const intl = useIntl();
  return (
    <>
      {hasTenant ? (
        <TextField
          label={intl.formatMessage({ id: 'organization.tenant' })}
          isRequired
          {...field('tenantId')}
        />
      ) : null}
      <TextField
        label={intl.formatMessage({ id: 'connection.subscription' })}
        description={intl.formatMessage({ id: 'connection.subscriptionHelp' })}
        {...field('subscriptionId')}
      />
      <TextField
        label={intl.formatMessage({ id: 'connection.clientId' })}
        isRequired
        {...field('clientId')}
      />
      <AzureCredentialFields
        kind={draft.kind}
        onKind={(kind) => change('kind', kind)}
        expiry={{
          day: draft.secretExpires,
          onChange: (day) => change('secretExpires', day),
        }}
        federation={federation}
        field={field}
      />
      <RadioGroup
        label={intl.formatMessage({ id: 'connection.access' })}
        value={draft.access}
        onChange={(value) => change('access', value)}
      >
        <Radio value="READ">{intl.formatMessage({ id: 'connection.azure.READ.choice' })}</Radio>
        <Radio value="WRITE">{intl.formatMessage({ id: 'connection.azure.WRITE.choice' })}</Radio>
      </RadioGroup>
    </>
  );
}
