import type { FixedReason, Locale } from '@keyway/core';
import { messagesIn } from './messagesIn.ts';

/** Why a detail of an organization can’t be changed now, in one sentence. */
export const fixedReasonText = (reason: FixedReason, locale: Locale): string =>
  messagesIn(locale).organization.fixed[reason];
