/**
 * Who did something. The name is stored with where it came from, in English
 * (`Ana Approver (console)`), and only the latter is translated.
 */
import type { Locale } from '@keyway/core';
import { messagesIn } from './messagesIn.ts';

export function describeActor(name: string, locale: Locale): string {
  const origins: Readonly<Record<string, string>> = messagesIn(locale).names.origins;
  return name.replace(/ \(([^()]+)\)$/, (whole, from: string) =>
    Object.hasOwn(origins, from) ? ` (${origins[from]!})` : whole,
  );
}
