import type { IntlShape } from 'react-intl';
import { measureSpan } from '../../../ui/timeSpan.ts';

/** "23 days". */
export function formatSpan(milliseconds: number, intl: IntlShape): string {
  const { value, unit } = measureSpan(Math.max(0, milliseconds), 0);
  return intl.formatNumber(value, { style: 'unit', unit, unitDisplay: 'long' });
}
