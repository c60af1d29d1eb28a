/** An organization as its row stores it, with what its connections may show. */
import { CLOUDS, REGIONS, SHIELDS, type Organization } from '@keyway/core';
import { z } from 'zod';
import { columns, type RowOf } from '../database/columns.ts';
import type { Organization as Model } from '../generated/client.ts';
import type { OrganizationRecord } from './organizationRecord.ts';

const FIELDS = [
  'id',
  'partnerId',
  'name',
  'imsOrgId',
  'cloud',
  'region',
  'shield',
  'ownsCja',
  'azureTenantId',
  'createdAt',
  'archivedAt',
] as const satisfies readonly (keyof Model)[];

export interface OrganizationRow extends RowOf<Model, (typeof FIELDS)[number]> {
  hasConfiguration: boolean;
  adobeConnected: boolean;
  azureConnected: string | null;
}

/** Needs the table under the alias `o`. */
export const ORGANIZATION_COLUMNS = `${columns('o', FIELDS)},
  exists (select 1 from configuration k where k.organization_id = o.id) as "hasConfiguration",
  exists (select 1 from connection c
    where c.organization_id = o.id and c.kind = 'adobe') as "adobeConnected",
  (select c.fields ->> 'access' from connection c
    where c.organization_id = o.id and c.kind = 'azure') as "azureConnected"`;

const Coded = z.object({
  cloud: z.enum(CLOUDS),
  region: z.enum(REGIONS),
  shield: z.enum(SHIELDS),
  azureConnected: z.enum(['READ', 'WRITE']).nullable(),
});

export const organizationRecord = (row: OrganizationRow): OrganizationRecord => ({
  ...row,
  ...Coded.parse(row),
  createdAt: row.createdAt.toISOString(),
  archivedAt: row.archivedAt?.toISOString() ?? null,
});

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
}: OrganizationRecord): Organization => ({
  id,
  name,
  imsOrgId,
  cloud,
  region,
  shield,
  ownsCja,
  azureTenantId,
});
