/**
 * The configuration's name can be sent and found again: Adobe's status is fetched by it alone, case
 * included (VAL-26, AEP-38, GAP-01).
 */
import type { Evaluation } from '../check.ts';
import { inputCheck } from '../catalog/defineCheck.ts';

export const configurationNameIsSafe = inputCheck({
  step: 'SUBMISSION',
  order: 20,
  tracks: ['AEP'],
  overridableOn: [],
  rules: ['VAL-26', 'AEP-38', 'GAP-01'],
  outcomes: { ok: 'PASS', unusual: 'WARN', empty: 'BLOCK', outerSpace: 'BLOCK', unusable: 'BLOCK' },
});

/** Adobe states no limit; beyond this no path is sure to be served. */
const MAX_LENGTH = 255;

/** `^[a-z0-9-]{1,64}$` is safest; other visible names are possible, and encoded in the path. */
export function validateConfigurationName(name: string): Evaluation {
  const values = { name };
  if (typeof name !== 'string' || name.trim() === '')
    return { verdict: 'BLOCK', outcome: 'empty', values: { name: '' } };
  if (name !== name.trim()) return { verdict: 'BLOCK', outcome: 'outerSpace', values };
  // Invisible characters would make two names indistinguishable. "." and ".." would vanish from
  // the path the status is fetched at.
  if (
    name.length > MAX_LENGTH ||
    /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(name) ||
    !name.isWellFormed() ||
    /^\.{1,2}$/.test(name)
  ) {
    return { verdict: 'BLOCK', outcome: 'unusable', values };
  }
  return /^[a-z0-9-]{1,64}$/.test(name)
    ? { verdict: 'PASS', outcome: 'ok', values }
    : { verdict: 'WARN', outcome: 'unusual', values };
}
