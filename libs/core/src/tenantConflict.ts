/**
 * A connection to Azure in another tenant than what is known: every vault that it reads then fails
 * `vaultIsInTenant` (VAL-16, AEP-27). It is said at once; what may be corrected is not refused.
 */
import { vaultOf } from './knowledge.ts';
import { lowerCase } from './lowerCase.ts';
import type { Organization } from './organization.ts';
import type { Run } from './run.ts';
import { TRACK_IDS } from './vocabulary.ts';

/** What names another tenant, and which. */
export interface TenantConflict {
  with: 'organization' | 'vault';
  tenantId: string;
}

/**
 * What names another tenant than the connection's; null: nothing does.
 * @param run the newest one; what its vaults stated counts, with a credential or without
 */
export function tenantConflict(
  connectionTenantId: string | null,
  { azureTenantId }: Pick<Organization, 'azureTenantId'>,
  run: Run | null,
): TenantConflict | null {
  const connected = lowerCase(connectionTenantId);
  if (!connected) return null;
  const isOther = (tenantId: string | null | undefined): tenantId is string =>
    Boolean(tenantId) && lowerCase(tenantId) !== connected;
  if (isOther(azureTenantId)) return { with: 'organization', tenantId: azureTenantId };
  for (const track of run ? TRACK_IDS : []) {
    const stated = vaultOf(run!, track)?.tenantId ?? run!.tracks[track].key?.probedTenantId;
    if (isOther(stated)) return { with: 'vault', tenantId: stated };
  }
  return null;
}
