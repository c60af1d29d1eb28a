import type { Locale } from '@keyway/core';
import type { Messages } from './messages.ts';
import { messagesIn } from './messagesIn.ts';

/** The name of the organization to practice with, when it is created. */
export const describePractice = (scenario: keyof Messages['practice'], locale: Locale): string =>
  messagesIn(locale).practice[scenario];
