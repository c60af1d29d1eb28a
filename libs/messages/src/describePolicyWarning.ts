import type { Locale, PolicyWarningCode } from '@keyway/core';
import { messagesIn } from './messagesIn.ts';

/** Why a policy can't work as it is. */
export const describePolicyWarning = (code: PolicyWarningCode, locale: Locale): string =>
  messagesIn(locale).policyWarnings[code];
