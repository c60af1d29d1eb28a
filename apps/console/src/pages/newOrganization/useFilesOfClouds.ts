/** Fills the form in from the files of Adobe's and Microsoft's own tools. What was typed stays. */
import { useIntl } from 'react-intl';
import { filledByProject } from '../../features/connections/adobeDraft.ts';
import { filledByPrincipal } from '../../features/connections/azureDraft.ts';
import {
  readAdobeProject,
  readServicePrincipal,
} from '../../features/connections/credentialFile.ts';
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
  return (text: string): string | null =>
    further.onAzure ? (fillFromProject(text) ?? fillFromPrincipal(text)) : null;
}
