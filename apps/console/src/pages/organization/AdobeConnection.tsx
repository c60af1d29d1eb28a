/** Adobe's OAuth Server-to-Server credential (ROLE-03) of one organization. */
import { useIntl } from 'react-intl';
import {
  adobeValues,
  EMPTY_ADOBE,
  filledByProject,
  lackingOfAdobe,
} from '../../features/connections/adobeDraft.ts';
import { AdobeFields } from '../../features/connections/AdobeFields.tsx';
import { CONNECT_ADOBE } from '../../features/connections/connectionDocuments.ts';
import { readAdobeProject } from '../../features/connections/credentialFile.ts';
import type { Cloud } from '../../generated/enums.ts';
import { ConnectionPanel, type ConnectionProps } from './ConnectionPanel.tsx';
import { CredentialNote } from './CredentialNote.tsx';
import { useCredentialDraft } from './useCredentialDraft.ts';

const FIELDS = ['clientId', 'clientSecret', 'scopes'] as const;

interface AdobeConnectionProps extends ConnectionProps {
  cloud: Cloud;
  imsOrgId: string;
}

export function AdobeConnection({ cloud, imsOrgId, ...props }: AdobeConnectionProps) {
  const intl = useIntl();
  const { draft, change, fill, field, mutation, panel } = useCredentialDraft(
    CONNECT_ADOBE,
    EMPTY_ADOBE,
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
    fill(filledByProject(read));
    return intl.formatMessage({ id: 'connection.file.adobeFilled' }, { clientId: read.clientId });
  }
  const expiresAt = props.connection?.expiry?.expiresAt;
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
        isComplete: lackingOfAdobe(draft).length === 0,
        onSave: () =>
          mutation.send({ organizationId: props.organizationId, ...adobeValues(draft) }),
        file: { help: intl.formatMessage({ id: 'connection.file.adobe' }), onText: fillFrom },
        fields: <AdobeFields {...{ draft, change, field }} />,
      }}
    />
  );
}
