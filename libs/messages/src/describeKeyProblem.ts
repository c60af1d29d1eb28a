import type { KeyIdentifierProblem, Locale } from '@keyway/core';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';

/** The arguments of the messages that have some, in the order of a finding's values. */
const ARGUMENTS: Partial<Record<KeyIdentifierProblem, readonly string[]>> = {
  port: ['port'],
  foreignHost: ['host'],
  severalNames: ['vault', 'suffix'],
  vaultName: ['vault'],
  vaultOnly: ['vault', 'suffix'],
  collection: ['collection'],
  mendedVersion: ['mended'],
  versionLength: ['length'],
};

/**
 * What is wrong with a key identifier, and what is right.
 *
 * @param values those of the finding of `inspectKeyIdentifier`
 */
export function describeKeyProblem(
  problem: KeyIdentifierProblem,
  values: readonly string[],
  locale: Locale,
): string {
  const named = (ARGUMENTS[problem] ?? []).map((name, at) => [name, values[at]] as const);
  return format(messagesIn(locale).keyIdentifier[problem], Object.fromEntries(named), locale);
}
