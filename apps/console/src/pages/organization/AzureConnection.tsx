/**
 * The credential of an application in the customer's Entra tenant, for read or read/write access.
 */
import { Radio, RadioGroup, TextField } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import type { AzureAccess } from '../../generated/enums.ts';
import { ClientCredentialFields } from './ClientCredentialFields.tsx';
import { ConnectionPanel, type ConnectionProps } from './ConnectionPanel.tsx';
import { CONNECT_AZURE } from './organizationDocuments.ts';
import { useCredentialDraft } from './useCredentialDraft.ts';

/** The fields that show their own refusals. The form shows the others, such as one of `access`. */
const FIELDS = ['tenantId', 'subscriptionId', 'clientId', 'clientSecret'];

interface AzureConnectionProps extends ConnectionProps {
  tenantId?: string | null;
  access?: AzureAccess | null;
}

export function AzureConnection({ tenantId, access, ...props }: AzureConnectionProps) {
  const intl = useIntl();
  const { draft, change, field, mutation, panel } = useCredentialDraft(CONNECT_AZURE, {
    tenantId: tenantId ?? '',
    subscriptionId: '',
    clientId: '',
    clientSecret: '',
    access: 'READ' as AzureAccess,
  });
  const save = () =>
    mutation.send({
      organizationId: props.organizationId,
      tenantId: draft.tenantId.trim(),
      subscriptionId: draft.subscriptionId.trim() || null,
      clientId: draft.clientId.trim(),
      clientSecret: draft.clientSecret,
      access: draft.access,
    });
  return (
    <ConnectionPanel
      {...props}
      {...panel}
      kind="AZURE"
      title="Azure"
      about={intl.formatMessage({ id: 'connection.azure.about' })}
      connected={intl.formatMessage({ id: `connection.azure.${access ?? 'READ'}` })}
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
              onChange={(value) => change('access', value)}
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
