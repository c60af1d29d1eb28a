import type { Locale } from '@keyway/core';
import { messagesIn } from './messagesIn.ts';

export interface IrreversibleConsequence {
  rule: string;
  text: string;
}

/** Every consequence of submitting, in the order of the rules (IRR-01 to IRR-08). */
export const irreversibleConsequences = (locale: Locale): IrreversibleConsequence[] =>
  Object.entries(messagesIn(locale).irreversible).map(([rule, text]) => ({ rule, text }));
