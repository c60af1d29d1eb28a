/**
 * Which other organizations use the vault or KMS key of one, of those that the viewer sees
 * (VAL-09).
 */
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';

export interface UsedVault {
  organizationId: string;
  /** As `vaultOrKeyOf` says it: `https://…`, no trailing slash; on AWS the ARN of the key. */
  vaultUri: string;
}

/** Their names, for each vault, as `otherOrganizationsSharing` of the system counts them. */
export async function findVaultSharers(
  { sql, visibility }: View,
  vaults: readonly UsedVault[],
): Promise<string[][]> {
  const parameters = new Parameters();
  const ids = parameters.add(vaults.map(({ organizationId }) => organizationId));
  const uris = parameters.add(vaults.map(({ vaultUri }) => vaultUri));
  const rows = await sql.query<{ place: number; name: string }>(
    `select distinct w.place::int as place, o.name, o.name_key, o.id
     from unnest(${ids}::uuid[], ${uris}::text[]) with ordinality as w(id, vault_uri, place)
     join organization asked on asked.id = w.id and ${visibility.condition(parameters, 'asked', 'id')}
     join run_vault v on v.partner_id = asked.partner_id and v.vault_uri = lower(w.vault_uri) and v.organization_id <> w.id
     join run r on r.id = v.run_id and r.status <> 'CANCELLED'
     join organization o on o.id = v.organization_id
     where ${visibility.condition(parameters, 'o', 'id')} order by o.name_key, o.id`,
    parameters.values,
  );
  const found = Map.groupBy(rows, ({ place }) => place);
  return vaults.map((_, index) => (found.get(index + 1) ?? []).map(({ name }) => name));
}
