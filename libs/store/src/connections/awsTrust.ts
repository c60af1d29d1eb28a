/**
 * The external ID that the trust policy of an organization's role in AWS asks for: made once, by
 * Keyway alone, and the same for everybody who asks and after every removal (confused deputy).
 */
import { randomBytes } from 'node:crypto';
import { refuse, type Refusal } from '@keyway/core';
import { Parameters } from '../database/parameters.ts';
import { appendHistory } from '../history/appendHistory.ts';
import { lockOrganization } from '../organizations/lockOrganization.ts';
import type { OrganizationRecord } from '../organizations/organizationRecord.ts';
import { noOrganization, organizationArchived } from '../organizations/organizationRefusals.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit, View } from '../tenancy/view.ts';
import { isUuid } from '../tenancy/visibility.ts';
import type { AwsTrustRecord } from './connectionRecord.ts';

/** 256 bits, which nobody guesses; STS takes up to 1224 of these characters. */
const newExternalId = (): string => `keyway-${randomBytes(32).toString('base64url')}`;

const WRITE = {
  name: 'write_aws_trust',
  text: `insert into aws_trust (organization_id, partner_id, external_id, region, created_at) values ($1, $2, $3, $4, $5)
     on conflict (organization_id) do update set region = excluded.region
     returning external_id as "externalId"`,
};

/** Makes the external ID, so that the role can be created. May be called again and by others. */
export async function prepareAws(
  unit: Unit,
  organizationId: string,
  { region }: { region: string },
  occurrence: Occurrence,
): Promise<{ organization: OrganizationRecord; externalId: string } | { refusal: Refusal }> {
  const locked = await lockOrganization(unit, organizationId);
  if (!locked) return { refusal: noOrganization() };
  const { organization, end } = locked;
  if (organization.cloud !== 'AWS') return { refusal: awsNotUsed() };
  if (organization.archivedAt) return { refusal: organizationArchived() };
  const made = newExternalId();
  const [kept] = await unit.sql.query<{ externalId: string }>(WRITE, [
    ...[organizationId, organization.partnerId, made, region, occurrence.at],
  ]);
  const { externalId } = kept!;
  const kind = 'awsExternalIdCreated';
  if (externalId === made)
    await appendHistory(unit, organizationId, kind, { region }, occurrence, end);
  return { organization, externalId };
}

/** Nothing of Azure is read through AWS. */
export const awsNotUsed = (): Refusal => refuse('awsNotUsedOnAzure', ['organizationId']);

/** By organization; those without an external ID are left out. */
export async function findAwsTrusts(
  { visibility, sql }: View,
  organizationIds: readonly string[],
): Promise<Map<string, AwsTrustRecord>> {
  const parameters = new Parameters();
  const which = `t.organization_id = any (${parameters.add(organizationIds.filter(isUuid))}::uuid[])`;
  const text = `select t.organization_id as "organizationId", t.external_id as "externalId",
      coalesce(c.fields ->> 'region', t.region) as region, c.fields ->> 'roleArn' as "roleArn"
    from aws_trust t
    left join connection c on c.organization_id = t.organization_id and c.kind = 'aws'
    where ${which} and ${visibility.condition(parameters, 't')}`;
  const rows = await sql.query<AwsTrustRecord>(
    { name: 'aws_trusts_shown', text },
    parameters.values,
  );
  return new Map(rows.map((row) => [row.organizationId, row]));
}
