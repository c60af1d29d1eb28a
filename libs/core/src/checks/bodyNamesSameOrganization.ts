/** The body names the organization that the header names (VAL-27, API-04). */
import type { Evaluation } from '../check.ts';
import { inputCheck } from '../catalog/defineCheck.ts';

export const bodyNamesSameOrganization = inputCheck({
  step: 'SUBMISSION',
  order: 30,
  tracks: ['AEP'],
  overridableOn: [],
  rules: ['VAL-27', 'API-04'],
  outcomes: { ok: 'PASS', otherOrganization: 'BLOCK', unreadableBody: 'BLOCK' },
});

/** Evaluates the exact bytes against the header `x-gw-ims-org-id`. */
export function evaluateBody(body: string, headerImsOrgId: string): Evaluation {
  const named = imsOrgIdOf(body);
  if (named === null)
    return { verdict: 'BLOCK', outcome: 'unreadableBody', values: { header: headerImsOrgId } };
  const values = { header: headerImsOrgId, body: named };
  return named === headerImsOrgId
    ? { verdict: 'PASS', outcome: 'ok', values }
    : { verdict: 'BLOCK', outcome: 'otherOrganization', values };
}

function imsOrgIdOf(body: string): string | null {
  try {
    const parsed: unknown = JSON.parse(body);
    const named: unknown =
      typeof parsed === 'object' && parsed !== null ? Reflect.get(parsed, 'imsOrgId') : null;
    return typeof named === 'string' ? named : null;
  } catch {
    return null;
  }
}
