import type { Cloud, Locale } from '@keyway/core';
import { messagesIn } from './messagesIn.ts';

export interface IrreversibleConsequence {
  rule: string;
  text: string;
}

/** Every consequence of submitting, in the order of the rules (IRR-01 to IRR-08). */
export function irreversibleConsequences(cloud: Cloud, locale: Locale): IrreversibleConsequence[] {
  const { irreversible, irreversibleOnAws } = messagesIn(locale);
  const texts = cloud === 'AWS' ? irreversibleOnAws : irreversible;
  return Object.entries(texts).map(([rule, text]) => ({ rule, text }));
}
