import type { Locale, RuleId } from '@keyway/core';
import { messagesIn } from './messagesIn.ts';

/** What a rule says, in one line; code stands in backticks. */
export const ruleTitle = (rule: RuleId, locale: Locale): string => messagesIn(locale).rules[rule];
