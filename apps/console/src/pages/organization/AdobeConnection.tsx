/** Adobe's OAuth Server-to-Server credential (ROLE-03) of one organization. */
import { TextField } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import type { Cloud } from '../../generated/enums.ts';
import { ClientCredentialFields } from './ClientCredentialFields.tsx';
import { ConnectionPanel, type ConnectionProps } from './ConnectionPanel.tsx';
import { readAdobeProject } from './credentialFile.ts';
import { CredentialNote } from './CredentialNote.tsx';
import { CONNECT_ADOBE } from './organizationDocuments.ts';
import { SecretExpiryField, toExpiry } from './SecretExpiryField.tsx';
import { useCredentialDraft } from './useCredentialDraft.ts';

const FIELDS = ['clientId', 'clientSecret', 'scopes'] as const;
const EMPTY = {
  clientId: '',
  clientSecret: '',
  secretExpires: '',
  scopes: 'openid, AdobeID, read_organizations, additional_info.projectedProductContext',
};

interface AdobeConnectionProps extends ConnectionProps {
  cloud: Cloud;
  imsOrgId: string;
}

export function AdobeConnection({ cloud, imsOrgId, ...props }: AdobeConnectionProps) {
  const intl = useIntl();
  const { draft, change, fill, field, mutation, panel } = useCredentialDraft(
    CONNECT_ADOBE,
    EMPTY,
    props.isNew && props.connection === null,
  );
  function fillFrom(text: string): string | null {
    const read = readAdobeProject(text);
    if (!read) return null;
    if (read.imsOrgId && read.imsOrgId.toLowerCase() !== imsOrgId.toLowerCase())
      return intl.formatMessage(
        { id: 'connection.file.otherOrganization' },
        { imsOrgId: read.imsOrgId },
      );
    const { clientId, clientSecret } = read;
    // Adobe issues no token for a scope that the credential doesn't have.
    fill({
      clientId,
      clientSecret,
      ...(read.scopes.length > 0 && { scopes: read.scopes.join(', ') }),
    });
    return intl.formatMessage({ id: 'connection.file.adobeFilled' }, { clientId });
  }
  const expiresAt = props.connection?.expiry?.expiresAt;
  const scopes = draft.scopes.split(/[\s,]+/).filter(Boolean);
  return (
    <ConnectionPanel
      {...props}
      {...panel}
      kind="ADOBE"
      title="Adobe"
      about={intl.formatMessage({
        id: cloud === 'AWS' ? 'connection.adobe.aboutAws' : 'connection.adobe.about',
      })}
      connected={intl.formatMessage({ id: 'connection.connected' })}
      note={
        expiresAt ? (
          <CredentialNote
            name={intl.formatMessage({ id: 'connection.clientSecret' })}
            expiresAt={expiresAt}
            means={{
              before: intl.formatMessage({ id: 'connection.adobe.expiryMeans' }),
              after: intl.formatMessage({ id: 'connection.adobe.expiredMeans' }),
            }}
          />
        ) : null
      }
      form={{
        mutation,
        fieldNames: FIELDS,
        isComplete: draft.clientId.trim() !== '' && draft.clientSecret !== '' && scopes.length > 0,
        onSave: () =>
          mutation.send({
            organizationId: props.organizationId,
            clientId: draft.clientId.trim(),
            clientSecret: draft.clientSecret,
            scopes,
            ...(draft.secretExpires && {
              clientSecretExpiresAt: toExpiry(draft.secretExpires),
            }),
          }),
        file: { help: intl.formatMessage({ id: 'connection.file.adobe' }), onText: fillFrom },
        fields: (
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
        ),
      }}
    />
  );
}
