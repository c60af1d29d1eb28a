/** Fills the form in from the files of Adobe's and Microsoft's own tools. What was typed stays. */
import { useIntl } from 'react-intl';
import { filledByProject } from '../../features/connections/adobeDraft.ts';
import { filledByPrincipal } from '../../features/connections/azureDraft.ts';
import {
  readAdobeProject,
  readServicePrincipal,
} from '../../features/connections/credentialFile.ts';
import { readKeyFile } from '../../features/run/actions/keyFile.ts';
import type { NewOrganization } from './useNewOrganization.ts';

const areSame = (typed: string, read: string | null): boolean =>
  typed.trim() === '' || read === null || typed.trim().toLowerCase() === read.toLowerCase();

/** @returns what a text filled in, or why nothing; null where it is no such file */
export function useFilesOfClouds({ organization, further }: NewOrganization) {
  const intl = useIntl();
  const { draft, fillEmpty } = organization;

  function fillFromProject(text: string): string | null {
    const read = readAdobeProject(text);
    if (!read) return null;
    const { imsOrgId, organizationName, clientId } = read;
    if (!areSame(draft.imsOrgId, imsOrgId))
      return intl.formatMessage({ id: 'connection.file.otherOrganization' }, { imsOrgId });
    fillEmpty({ imsOrgId, name: organizationName });
    further.adobe.fill(filledByProject(read));
    further.open();
    return intl.formatMessage({ id: 'newOrganization.filledAdobe' }, { clientId });
  }
  function fillFromPrincipal(text: string): string | null {
    const read = readServicePrincipal(text);
    if (!read) return null;
    const { tenantId, clientId } = read;
    if (!areSame(draft.azureTenantId, tenantId))
      return intl.formatMessage(
        { id: 'connection.file.otherTenant' },
        { tenant: tenantId, wanted: draft.azureTenantId.trim() },
      );
    fillEmpty({ azureTenantId: tenantId });
    const { tenantId: _, ...others } = filledByPrincipal(read);
    further.azure.fill(others);
    further.open();
    return intl.formatMessage({ id: 'newOrganization.filledAzure' }, { clientId });
  }
  function fillFromKey(text: string): string | null {
    const read = readKeyFile(text);
    if (!read) return null;
    const { identifier, track } = read;
    if (track === null)
      return intl.formatMessage({ id: 'newOrganization.keyOfNone' }, { key: identifier });
    const name = intl.formatMessage({ id: `track.${track}` });
    const { text: typed, setIdentifier } = further.keys[track];
    if (!areSame(typed, identifier))
      return intl.formatMessage(
        { id: 'newOrganization.otherKey' },
        { key: identifier, track: name },
      );
    setIdentifier(identifier);
    further.open();
    return intl.formatMessage({ id: 'newOrganization.filledKey' }, { track: name });
  }
  return (text: string, from: 'file' | 'paste'): string | null => {
    if (!further.onAzure) return null;
    const filled = fillFromProject(text) ?? fillFromPrincipal(text);
    // Pasted into the field of a key, it is that key, whatever its name says.
    return filled ?? (from === 'file' ? fillFromKey(text) : null);
  };
}
