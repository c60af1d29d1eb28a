/**
 * Adobe's application has its service principal in the tenant that owns the vault, and it may sign
 * in (VAL-24, AEP-27).
 */
import { lowerCase } from '../lowerCase.ts';
import { existenceCheck } from '../catalog/defineCheck.ts';

export const servicePrincipalExists = existenceCheck({
  step: 'CONSENT',
  order: 10,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['VAL-24', 'VAL-16', 'AEP-27', 'AEP-31', 'CJA-10', 'GAP-04', 'GAP-18'],
  outcomes: {
    ok: 'PASS',
    absent: 'BLOCK',
    disabled: 'BLOCK',
    otherApplication: 'BLOCK',
    otherTenant: 'BLOCK',
    unclear: 'UNKNOWN',
  },
  evaluate: (principal, { applicationId, vault, connectionTenantId }) => {
    const vaultTenant = lowerCase(vault?.tenantId);
    const values = { applicationId, tenant: vaultTenant ?? lowerCase(connectionTenantId) };
    if (principal.outcome === 'absent') return { outcome: 'absent', missing: true, values };
    if (applicationId === null) return { outcome: 'unclear', values };
    const { appId, objectId, tenantId, displayName, accountEnabled } = principal.value;
    const more = {
      ...values,
      objectId: objectId.toLowerCase(),
      displayName,
      seenApplicationId: appId.toLowerCase(),
      seenTenant: tenantId.toLowerCase(),
    };
    if (more.seenApplicationId !== applicationId.toLowerCase())
      return { outcome: 'otherApplication', values: more };
    if (vaultTenant !== null && more.seenTenant !== vaultTenant)
      return { outcome: 'otherTenant', values: more };
    return { outcome: accountEnabled === false ? 'disabled' : 'ok', values: more };
  },
});
