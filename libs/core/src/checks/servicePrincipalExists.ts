/**
 * Adobe's application has its service principal in the tenant that owns the vault, and it may sign
 * in (VAL-24, AEP-27).
 */
import { checkFacts } from '../catalog/defineCheck.ts';
import { lowerOf, textOf } from './lenient.ts';

export const servicePrincipalExists = checkFacts({
  step: 'CONSENT',
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['VAL-24', 'VAL-16', 'AEP-27', 'AEP-31', 'CJA-10', 'GAP-04', 'GAP-18'],
  needsSubject: true,
  outcomes: {
    ok: 'PASS',
    absent: 'BLOCK',
    disabled: 'BLOCK',
    otherApplication: 'BLOCK',
    otherTenant: 'BLOCK',
    unclear: 'UNKNOWN',
  },
  evaluate: ({ servicePrincipal }, { applicationId, vault, connectionTenantId }) => {
    const vaultTenant = lowerOf(vault?.tenantId);
    const values = { applicationId, tenant: vaultTenant ?? lowerOf(connectionTenantId) };
    if (servicePrincipal?.outcome === 'absent') return { outcome: 'absent', missing: true, values };
    const seen = servicePrincipal?.outcome === 'seen' ? servicePrincipal.value : null;
    const [appId, objectId, tenant] = [
      lowerOf(seen?.appId),
      lowerOf(seen?.objectId),
      lowerOf(seen?.tenantId),
    ];
    if (!seen || appId === null || objectId === null || lowerOf(applicationId) === null)
      return { outcome: 'unclear', values };
    const more = {
      ...values,
      objectId,
      displayName: textOf(seen.displayName),
      seenApplicationId: appId,
      seenTenant: tenant,
    };
    if (appId !== lowerOf(applicationId)) return { outcome: 'otherApplication', values: more };
    if (tenant !== null && vaultTenant !== null && tenant !== vaultTenant)
      return { outcome: 'otherTenant', values: more };
    return { outcome: seen.accountEnabled === false ? 'disabled' : 'ok', values: more };
  },
});
