import { deriveHex } from '../azure/derive.ts';
import { scenario } from './scenario.ts';

export const olderVersion = scenario(
  'The AEP key was rotated, and the customer gives the identifier of its older version (AEP-35).',
  (plan) => {
    const { kty, bits, keyOps } = plan.keys.AEP;
    const created = Math.floor(plan.now / 1000) - 24 * 3600;
    const version = deriveHex('later version', plan.customer.imsOrgId).slice(0, 32);
    plan.keys.AEP.later = [
      { version, kty, bits, keyOps, enabled: true, created, updated: created },
    ];
  },
);
