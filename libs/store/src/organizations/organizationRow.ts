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
  awsConnected: boolean;
}

/** Needs the table under the alias `o`. */
export const ORGANIZATION_COLUMNS = `${columns('o', FIELDS)},
  exists (select 1 from configuration k where k.organization_id = o.id and k.partner_id = o.partner_id) as "hasConfiguration",
  exists (select 1 from connection c
    where c.organization_id = o.id and c.partner_id = o.partner_id and c.kind = 'adobe') as "adobeConnected",
  (select c.fields ->> 'access' from connection c
    where c.organization_id = o.id and c.partner_id = o.partner_id and c.kind = 'azure') as "azureConnected",
  exists (select 1 from connection c
    where c.organization_id = o.id and c.partner_id = o.partner_id and c.kind = 'aws') as "awsConnected"`;

const Coded = z.object({
  cloud: z.enum(CLOUDS),
  region: z.enum(REGIONS),
  shield: z.enum(SHIELDS),
  azureConnected: z.enum(['READ', 'WRITE']).nullable(),
});

/** For `markedOrganizations`. */
export const MARKED_COLUMNS = `${ORGANIZATION_COLUMNS}, o.xmin as written`;

/** With a mark for `KeptRows`: the row as it is stored, which every write changes, and the rest. */
export const markedOrganizations = (select: string): string =>
  `select ${mark('m')} as mark, m.* from (${select}) as m`;

const mark = (alias: string): string =>
  `concat_ws('/', ${alias}.id, ${alias}.written, ${alias}."hasConfiguration", ${alias}."adobeConnected", ${alias}."azureConnected", ${alias}."awsConnected")`;

/**
 * Runs with a `runMark`, with their organizations. Whoever sees a run sees its organization: the
 * policies of both tables say the same.
 */
export const withOrganizations = (select: string): { select: string; json: string } => ({
  select: `select r.*, r."runMark" || '/' || (select ${mark('m')} from (select ${MARKED_COLUMNS} ${ofRun('r')}) as m) as mark
      from (${select}) as r`,
  json: `select to_json(w) from (select q.*, ${organizationJson('q')} as organization) as w`,
});

const ofRun = (alias: string): string =>
  `from organization o where o.id = ${alias}."organizationId" and o.partner_id = ${alias}."partnerId"`;

/** The organization of a run, whose row is under `alias` with the names of its fields. */
export const organizationJson = (alias: string): string =>
  `(select to_json(m) from (select ${ORGANIZATION_COLUMNS} ${ofRun(alias)}) as m)`;

/** From JSON, where times are texts. */
export function keptOrganization(row: OrganizationJson): { node: OrganizationRecord; keep: true } {
  const { createdAt, archivedAt } = row;
  const node = organizationRecord({
    ...row,
    createdAt: new Date(createdAt),
    archivedAt: archivedAt === null ? null : new Date(archivedAt),
  });
  return { node, keep: true };
}

export type OrganizationJson = {
  [Field in keyof OrganizationRow]: OrganizationRow[Field] extends Date | null
    ? string | Extract<OrganizationRow[Field], null>
    : OrganizationRow[Field];
};

export const organizationRecord = (row: OrganizationRow): OrganizationRecord => ({
  id: row.id,
  partnerId: row.partnerId,
  name: row.name,
  imsOrgId: row.imsOrgId,
  ownsCja: row.ownsCja,
  azureTenantId: row.azureTenantId,
  hasConfiguration: row.hasConfiguration,
  adobeConnected: row.adobeConnected,
  awsConnected: row.awsConnected,
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
