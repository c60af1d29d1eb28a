/**
 * The credential of an application in the customer's Entra tenant, for read or read/write access.
 */
import { useIntl } from 'react-intl';
import type { Federation } from '../../features/connections/AzureCredentialFields.tsx';
import {
  azureValues,
  EMPTY_AZURE,
  filledByPrincipal,
  lackingOfAzure,
} from '../../features/connections/azureDraft.ts';
import { AzureFields } from '../../features/connections/AzureFields.tsx';
import { CONNECT_AZURE } from '../../features/connections/connectionDocuments.ts';
import { readServicePrincipal } from '../../features/connections/credentialFile.ts';
import type { AzureAccess, AzureCredentialKind } from '../../generated/enums.ts';
import { ConnectionPanel, type ConnectionProps } from './ConnectionPanel.tsx';
import { CredentialNote } from './CredentialNote.tsx';
import { useCredentialDraft } from './useCredentialDraft.ts';

/** The fields that show their own refusals. The form shows the others, such as one of `access`. */
const FIELDS = ['tenantId', 'subscriptionId', 'clientId', 'clientSecret', 'certificatePem'];

interface AzureConnectionProps extends ConnectionProps {
  tenantId?: string | null;
  access?: AzureAccess | null;
  /** What is stored; null: nothing. */
  credential: { kind: AzureCredentialKind; expiresAt: string | null } | null;
  federation: Federation;
}

export function AzureConnection({
  tenantId,
  access,
  credential,
  federation,
  ...props
}: AzureConnectionProps) {
  const intl = useIntl();
  const { draft, change, fill, field, mutation, panel } = useCredentialDraft(
    CONNECT_AZURE,
    { ...EMPTY_AZURE, tenantId: tenantId ?? '' },
    props.isNew && props.connection === null,
  );
  function fillFrom(text: string): string | null {
    const read = readServicePrincipal(text);
    if (!read) return null;
    if (tenantId && read.tenantId.toLowerCase() !== tenantId.toLowerCase())
      return intl.formatMessage(
        { id: 'connection.file.otherTenant' },
        { tenant: read.tenantId, wanted: tenantId },
      );
    fill(filledByPrincipal(read));
    return intl.formatMessage({ id: 'connection.file.azureFilled' }, { clientId: read.clientId });
  }
  return (
    <ConnectionPanel
      {...props}
      {...panel}
      kind="AZURE"
      title="Azure"
      about={intl.formatMessage({ id: 'connection.azure.about' })}
      connected={intl.formatMessage({ id: `connection.azure.${access ?? 'READ'}` })}
      note={
        credential ? (
          <CredentialNote
            name={intl.formatMessage({ id: `connection.credential.${credential.kind}` })}
            expiresAt={credential.expiresAt}
            means={{
              before: intl.formatMessage({ id: 'connection.expiryMeans' }),
              after: intl.formatMessage({ id: 'connection.expiredMeans' }),
            }}
          />
        ) : null
      }
      form={{
        mutation,
        fieldNames: FIELDS,
        isComplete: lackingOfAzure(draft).length === 0,
        onSave: () =>
          mutation.send({ organizationId: props.organizationId, ...azureValues(draft) }),
        file: {
          // Such a file has a secret; the other kinds have none.
          help:
            draft.kind === 'CLIENT_SECRET'
              ? intl.formatMessage({ id: 'connection.file.azure' })
              : null,
          onText: fillFrom,
        },
        fields: <AzureFields {...{ draft, change, field, federation }} />,
      }}
    />
  );
}
