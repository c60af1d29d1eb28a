/**
 * Which multi-tenant applications exist, and their service principals in tenants.
 */
import type { ServicePrincipal } from '../../state/records.ts';
import { ADOBE_TENANT } from '../../state/world.ts';
import type { World } from '../../state/world.ts';
import { deriveGuid } from '../derive.ts';

/** Adobe's application for Customer Journey Analytics: one for everybody (CJA-06). */
export const CJA_APPLICATION = {
  appId: '251e3919-1940-4296-bb8b-6b9a5e8a4805',
  displayName: 'Adobe Customer Journey Analytics CMK',
};

export interface Application {
  appId: string;
  displayName: string;
}

/** An application registered in Adobe's tenant: CJA's, or an organization's own (AEP-23). */
export function knownApplication(appId: string, world: World): Application | undefined {
  const id = appId.toLowerCase();
  if (id === CJA_APPLICATION.appId) return CJA_APPLICATION;
  const customer = world.customers
    .values()
    .find((candidate) => candidate.applicationIds.AEP === id);
  return customer && { appId: id, displayName: customer.adobe.applicationName };
}

/** Puts the application into a tenant. The object ID is the tenant's own (GL-05). */
export function createPrincipal(
  world: World,
  tenantId: string,
  application: Application,
  createdAt: string,
): ServicePrincipal {
  const id = deriveGuid('principal', tenantId.toLowerCase(), application.appId.toLowerCase());
  const principal = {
    id,
    tenantId,
    appId: application.appId.toLowerCase(),
    displayName: application.displayName,
    createdAt,
  };
  world.principals.put(`${tenantId}/${principal.appId}`, principal);
  return principal;
}

/** As Microsoft Graph prints it. */
export function principalJson(principal: ServicePrincipal): Record<string, unknown> {
  return {
    id: principal.id,
    appId: principal.appId,
    displayName: principal.displayName,
    appDisplayName: principal.displayName,
    accountEnabled: true,
    appOwnerOrganizationId: ADOBE_TENANT,
    servicePrincipalNames: [principal.appId],
    servicePrincipalType: 'Application',
    createdDateTime: principal.createdAt,
    tags: ['WindowsAzureActiveDirectoryIntegratedApp'],
  };
}
