/**
 * The vault belongs to the tenant in which service principals are searched, and to the
 * organization's own (VAL-16).
 */
import { lowerCase } from '../lowerCase.ts';
import { subjectCheck } from '../catalog/defineCheck.ts';

export const vaultIsInTenant = subjectCheck({
  step: 'VAULT',
  order: 90,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['VAL-16', 'AEP-25', 'AEP-27', 'KV-10'],
  outcomes: {
    ok: 'PASS',
    otherThanConnection: 'BLOCK',
    otherThanOrganization: 'BLOCK',
    notStated: 'UNKNOWN',
    nothingToCompare: 'UNKNOWN',
  },
  evaluate: (vault, { connectionTenantId, organization }) => {
    const tenant = lowerCase(vault.tenantId);
    const connection = lowerCase(connectionTenantId);
    const wanted = lowerCase(organization.azureTenantId);
    const values = { tenant, expectedTenant: connection ?? wanted, organizationTenant: wanted };
    if (tenant === null) return { outcome: 'notStated', values };
    if (connection !== null && tenant !== connection)
      return { outcome: 'otherThanConnection', values };
    if (wanted !== null && tenant !== wanted) return { outcome: 'otherThanOrganization', values };
    return { outcome: connection === null && wanted === null ? 'nothingToCompare' : 'ok', values };
  },
});
