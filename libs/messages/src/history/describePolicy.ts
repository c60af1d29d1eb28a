/** The rules of approvals in one line. */
import { CHECK_IDS, type Locale, type Policy } from '@keyway/core';
import { checkTitle } from '../checks/describeCheck.ts';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { recordedPolicy } from './storedEntry.ts';

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** In the largest unit that it is a whole number of, such as "36 hours". */
export function describeDuration(seconds: number, locale: Locale): string {
  const [unit, size] = UNITS.find(([, length]) => seconds % length === 0) ?? ['second', 1];
  const options = { style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(locale, options).format(seconds / size);
}

export function describePolicy(policy: Policy, locale: Locale): string {
  const never = policy.neverAccept.map((id) => {
    const known = CHECK_IDS.find((check) => check === id);
    return known ? checkTitle(known, locale) : id;
  });
  const values = {
    fourEyes: policy.fourEyes,
    coolingOff:
      policy.coolingOffSeconds === 0 ? null : describeDuration(policy.coolingOffSeconds, locale),
    valid: describeDuration(policy.approvalValidForSeconds, locale),
    never: never.length > 0 ? never.join(', ') : null,
  };
  return format(messagesIn(locale).policy, values, locale);
}

/** The rules of approvals as history has them, in one line; null where it is none. */
export function describeStoredPolicy(policy: unknown, locale: Locale): string | null {
  const recorded = recordedPolicy.parse(policy);
  return recorded && describePolicy(recorded, locale);
}
