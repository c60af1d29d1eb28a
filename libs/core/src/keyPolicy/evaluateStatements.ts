/** What the statements of a comparison amount to: the worst counts, and all are named. */
import type { CheckValues } from '../check.ts';
import type { Found } from '../catalog/defineCheck.ts';
import type { DenyingStatement, StatementDifference } from './compareKeyPolicies.ts';

const NAMELESS = '(no Sid)';
const nameOf = ({ sid }: { sid: string | null }): string => sid ?? NAMELESS;

const listed = (names: readonly string[]): string | null =>
  names.length === 0 ? null : names.join(', ');

export type StatementsOutcome =
  'ok' | 'missing' | 'differing' | 'wider' | 'denied' | 'perhapsDenied';

export function evaluateStatements(
  statements: readonly StatementDifference[],
  denying: readonly DenyingStatement[],
): Found<StatementsOutcome> {
  const missing = statements.filter(({ state }) => state === 'missing');
  const differing = statements.filter(({ state }) => state === 'differing');
  const sure = denying.filter(({ isConditional }) => !isConditional);
  const values: CheckValues = {
    total: statements.length,
    found: statements.length - missing.length - differing.length,
    missing: listed(missing.map(nameOf)),
    differing: listed(differing.map((one) => `${nameOf(one)} (${one.parts.join(', ')})`)),
    denying: listed((sure.length > 0 ? sure : denying).map(nameOf)),
  };
  if (missing.length === statements.length) return { outcome: 'missing', missing: true, values };
  if (missing.length > 0) return { outcome: 'missing', values };
  if (differing.some(({ isWider }) => !isWider)) return { outcome: 'differing', values };
  if (sure.length > 0) return { outcome: 'denied', values };
  if (differing.length > 0) return { outcome: 'wider', values };
  return { outcome: denying.length > 0 ? 'perhapsDenied' : 'ok', values };
}
