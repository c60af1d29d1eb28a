/** Which organizations use vaults or KMS keys, of those that the viewer sees (VAL-09). */
import { inParts } from '../database/inParts.ts';
import { Parameters } from '../database/parameters.ts';
import type { View } from '../tenancy/view.ts';

/** An organization that uses a vault or a KMS key. */
export interface VaultUser {
  id: string;
  name: string;
}

/** By the lower case of what `vaultOrKeyOf` says, in the order of their names. */
export async function findVaultUsers(
  { sql, visibility }: View,
  vaults: readonly string[],
): Promise<Map<string, VaultUser[]>> {
  const rows = await inParts([...new Set(vaults)], (part) => {
    const parameters = new Parameters();
    const partner = parameters.add(visibility.scope.partnerId);
    return sql.query<VaultUser & { vault: string; nameKey: string }>(
      `select distinct v.vault_uri as vault, o.id, o.name, o.name_key as "nameKey" from run_vault v
       join run r on r.id = v.run_id and r.status <> 'CANCELLED'
       join organization o on o.id = v.organization_id
       where v.partner_id = ${partner}::uuid and v.vault_uri = any (${parameters.add(part)}::text[])
         and ${visibility.condition(parameters, 'o', 'id')} order by o.name_key, o.id`,
      parameters.values,
    );
  });
  return Map.groupBy(rows, ({ vault }) => vault);
}
