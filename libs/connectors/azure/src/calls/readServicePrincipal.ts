/**
 * Reads from Microsoft Graph whether an application has a service principal in the connection's
 * tenant (AEP-27).
 */
import type { ServicePrincipalFacts } from '@keyway/core';
import { GRAPH_HOST } from '../azureSession.ts';
import type { AzureSession } from '../azureSession.ts';
import { servicePrincipalFacts } from '../facts/servicePrincipalFacts.ts';
import { sdkCall } from '../sdkCall.ts';
import { requireGuid } from '../vaultHost.ts';

const FIELDS = 'id,appId,displayName,accountEnabled,appOwnerOrganizationId,servicePrincipalType';

/** Throws `notFound` where the directory has none. */
export async function readServicePrincipal(
  { connection, graph }: AzureSession,
  appId: string,
): Promise<ServicePrincipalFacts> {
  requireGuid(appId, 'the application ID');
  const document = await sdkCall(GRAPH_HOST, 'Application.Read.All', () =>
    graph().get(`/v1.0/servicePrincipals(appId='${appId}')?$select=${FIELDS}`),
  );
  return servicePrincipalFacts(document, { appId, tenantId: connection.tenantId });
}
