/** A stored reason: what a person wrote as it is, one of Keyway’s own in the reader’s language. */
import { OWN_REASONS, type Locale } from '@keyway/core';
import { messagesIn } from './messagesIn.ts';

export function describeReason(reason: string, locale: Locale): string {
  const own = Object.keys(OWN_REASONS) as (keyof typeof OWN_REASONS)[];
  const code = own.find((name) => OWN_REASONS[name] === reason);
  return code === undefined ? reason : messagesIn(locale).reasons[code];
}
