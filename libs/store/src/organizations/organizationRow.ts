/** An organization as its row keeps it, with what its connections may show. */
import type { Cloud, Connections, Region, Shield } from '@keyway/core';
import type { OrganizationRecord } from './organizationRecord.ts';

export interface OrganizationRow {
  id: string;
  partner_id: string;
  name: string;
  ims_org_id: string;
  cloud: Cloud;
  region: Region;
  shield: Shield;
  owns_cja: boolean;
  azure_tenant_id: string | null;
  created_at: Date;
  archived_at: Date | null;
  has_configuration: boolean;
  adobe_connected: boolean;
  azure_connected: 'READ' | 'WRITE' | null;
}

/** Needs the table under the alias `o`. */
export const ORGANIZATION_COLUMNS = `
  o.id, o.partner_id, o.name, o.ims_org_id, o.cloud, o.region, o.shield, o.owns_cja, o.azure_tenant_id, o.created_at, o.archived_at,
  exists (select 1 from configuration k where k.organization_id = o.id) as has_configuration,
  exists (select 1 from connection c where c.organization_id = o.id and c.kind = 'adobe') as adobe_connected,
  (select c.fields ->> 'access' from connection c where c.organization_id = o.id and c.kind = 'azure') as azure_connected`;

export const organizationRecord = (row: OrganizationRow): OrganizationRecord => ({
  id: row.id,
  partnerId: row.partner_id,
  name: row.name,
  imsOrgId: row.ims_org_id,
  cloud: row.cloud,
  region: row.region,
  shield: row.shield,
  ownsCja: row.owns_cja,
  azureTenantId: row.azure_tenant_id,
  createdAt: row.created_at.toISOString(),
  archivedAt: row.archived_at?.toISOString() ?? null,
  hasConfiguration: row.has_configuration,
  adobeConnected: row.adobe_connected,
  azureConnected: row.azure_connected,
});

/** What is kept of a connection beside its sealed secret. */
export interface ConnectionRow {
  kind: 'adobe' | 'azure';
  fields: Record<string, unknown>;
}

/** What the run may know of the connections. */
export function publicConnections(rows: readonly ConnectionRow[]): Connections {
  const adobe = rows.find((row) => row.kind === 'adobe')?.fields;
  const azure = rows.find((row) => row.kind === 'azure')?.fields;
  return {
    adobe: adobe ? { clientId: String(adobe.clientId) } : null,
    azure: azure
      ? {
          tenantId: String(azure.tenantId),
          subscriptionId: azure.subscriptionId === null ? null : String(azure.subscriptionId),
          clientId: String(azure.clientId),
          access: azure.access === 'WRITE' ? 'WRITE' : 'READ',
        }
      : null,
  };
}

/** The organization as a run carries it: identity and entitlement alone. */
export const organizationOfRun = ({
  id,
  name,
  imsOrgId,
  cloud,
  region,
  shield,
  ownsCja,
  azureTenantId,
}: OrganizationRecord) => ({
  id,
  name,
  imsOrgId,
  cloud,
  region,
  shield,
  ownsCja,
  azureTenantId,
});
