/** Texts of the report of an evidence pack. */
import type { Locale } from '@keyway/core';
import { format, type MessageValues } from './format.ts';
import type { Messages } from './messages.ts';
import { messagesIn } from './messagesIn.ts';

/** The name of a text of the report. */
export type EvidenceText = keyof Messages['evidence'];

/** As plain text, to be escaped. */
export const evidenceText = (
  name: EvidenceText,
  locale: Locale,
  values: MessageValues = {},
): string => format(messagesIn(locale).evidence[name], values, locale);
