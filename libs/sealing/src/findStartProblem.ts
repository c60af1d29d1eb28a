/**
 * Checks the sealing key at start: an invalid identifier stops the start, anything else is only
 * logged.
 */
import { SETTINGS } from '@keyway/config';
import type { ConnectorErrorKind } from '@keyway/core';

/** The store's `sealing`. */
export interface CheckedSealing {
  check(): Promise<{ kind: ConnectorErrorKind; message: string } | null>;
  inUse(): Promise<{ wrapper: string; keys: number }[]>;
}

export interface StartProblem {
  message: string;
  /** The identifier is wrong: starting again will not help. */
  wrong: boolean;
}

const EXAMPLE =
  'Copy the Key Identifier from the vault, with or without its version. Example: https://keyway-seal.vault.azure.net/keys/data-keys';

/**
 * Null: the key wraps and unwraps. Where it wrapped something before, its identifier was right and
 * the key was lost, which doesn't stop the start.
 */
export async function findStartProblem(
  sealing: CheckedSealing,
  key: { normalized: string; version: string | null } | null,
): Promise<StartProblem | null> {
  const problem = await sealing.check();
  if (!problem) return null;
  const named = `${SETTINGS.sealingKeyId.name}: ${problem.message}`;
  if (!key || (problem.kind !== 'notFound' && problem.kind !== 'rejected'))
    return { message: named, wrong: false };
  const known = (await sealing.inUse()).some(({ wrapper }) =>
    wrapper.toLowerCase().startsWith(key.normalized.toLowerCase()),
  );
  return known ? { message: named, wrong: false } : { message: `${named} ${EXAMPLE}`, wrong: true };
}
