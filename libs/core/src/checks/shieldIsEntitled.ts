/**
 * The shield the organization bought carries the right to its own key on its cloud (ENT-01, ENT-02,
 * VAL-30).
 */
import type { Evaluation } from '../check.ts';
import type { Cloud, Shield } from '../vocabulary.ts';
import { inputCheck } from '../catalog/defineCheck.ts';

export const shieldIsEntitled = inputCheck({
  step: 'ENTITLEMENT',
  order: 10,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: ['VAL-30', 'ENT-01', 'ENT-02'],
  outcomes: { ok: 'PASS', noShield: 'BLOCK', notOnAws: 'BLOCK' },
});

/** Both shields qualify on Azure, only Privacy & Security Shield on AWS. */
export function validateShield(cloud: Cloud, shield: Shield | null): Evaluation {
  if (shield !== 'HEALTHCARE_SHIELD' && shield !== 'PRIVACY_AND_SECURITY_SHIELD')
    return { verdict: 'BLOCK', outcome: 'noShield', values: { cloud } };
  if (cloud === 'AWS' && shield === 'HEALTHCARE_SHIELD')
    return { verdict: 'BLOCK', outcome: 'notOnAws', values: { cloud, shield } };
  return { verdict: 'PASS', outcome: 'ok', values: { cloud, shield } };
}
