/** Results of checks within a sentence. */
import type { Locale } from '@keyway/core';
import { format } from '../format.ts';
import { messagesIn } from '../messagesIn.ts';
import { describeCheck, type DescribedResult } from './describeCheck.ts';

/** `“Network admits Adobe”: public access is off`, one after the other. */
export const listChecks = (checks: readonly DescribedResult[], locale: Locale): string =>
  checks
    .map((check) => {
      const { title, observed } = describeCheck(check, locale);
      const values = { title, observed: observed?.replace(/\.$/, '') };
      return format(messagesIn(locale).namedCheck, values, locale);
    })
    .join('; ');
