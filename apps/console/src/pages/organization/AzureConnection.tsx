/**
 * The credential of an application in the customer's Entra tenant, for read or read/write access.
 */
import { Radio, RadioGroup, TextField } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import type { AzureAccess, AzureCredentialKind } from '../../generated/enums.ts';
import { AzureCredentialFields, type Federation } from './AzureCredentialFields.tsx';
import { ConnectionPanel, type ConnectionProps } from './ConnectionPanel.tsx';
import { readServicePrincipal } from './credentialFile.ts';
import { CredentialNote } from './CredentialNote.tsx';
import { CONNECT_AZURE } from './organizationDocuments.ts';
import { toExpiry } from './SecretExpiryField.tsx';
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

interface CredentialDraft {
  kind: AzureCredentialKind;
  clientSecret: string;
  secretExpires: string;
  certificatePem: string;
}

/** Exactly one credential is sent, whatever was typed before the kind was changed. */
function credentialOf({ kind, clientSecret, secretExpires, certificatePem }: CredentialDraft) {
  if (kind === 'FEDERATED') return { federated: true };
  if (kind === 'CERTIFICATE') return { certificatePem };
  const clientSecretExpiresAt = toExpiry(secretExpires);
  return { clientSecret, ...(clientSecretExpiresAt && { clientSecretExpiresAt }) };
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
    {
      tenantId: tenantId ?? '',
      subscriptionId: '',
      clientId: '',
      kind: 'CLIENT_SECRET' as AzureCredentialKind,
      clientSecret: '',
      secretExpires: '',
      certificatePem: '',
      access: 'READ' as AzureAccess,
    },
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
    const { subscriptionId, ...others } = read;
    fill({ ...others, kind: 'CLIENT_SECRET', ...(subscriptionId && { subscriptionId }) });
    return intl.formatMessage({ id: 'connection.file.azureFilled' }, { clientId: read.clientId });
  }
  const save = () =>
    mutation.send({
      organizationId: props.organizationId,
      tenantId: draft.tenantId.trim(),
      subscriptionId: draft.subscriptionId.trim() || null,
      clientId: draft.clientId.trim(),
      ...credentialOf(draft),
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
        isComplete:
          draft.tenantId.trim() !== '' &&
          draft.clientId.trim() !== '' &&
          Object.values(credentialOf(draft)).every((value) => value !== ''),
        onSave: save,
        file: {
          // Such a file has a secret; the other kinds have none.
          help:
            draft.kind === 'CLIENT_SECRET'
              ? intl.formatMessage({ id: 'connection.file.azure' })
              : null,
          onText: fillFrom,
        },
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
