import type { Locale, NamedActor } from '@keyway/core';
import { messagesIn } from './messagesIn.ts';

/** Who did something, such as `Ana Approver (console)`. */
export function describeActor({ name, origin }: NamedActor, locale: Locale): string {
  const { origins, worker } = messagesIn(locale).names;
  if (origin === 'worker') return worker;
  return origin === null || origin === 'system' ? name : `${name} (${origins[origin]})`;
}
