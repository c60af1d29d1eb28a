/**
 * What the check of the sealing key at start leads to: an identifier that names nothing stops the
 * start, everything else is said and mends itself.
 */
import { SETTINGS } from '@keyway/config';
import type { ConnectorErrorKind } from '@keyway/core';

/** What the store says of its key, and how many data keys each wrapper holds. */
export interface SealingUnderCheck {
  check(): Promise<{ kind: ConnectorErrorKind; message: string } | null>;
  inUse(): Promise<{ wrapper: string; keys: number }[]>;
}

export interface Complaint {
  message: string;
  /** The identifier is wrong: starting again will not help. */
  wrong: boolean;
}

const EXAMPLE =
  'Copy the Key Identifier from the vault; with or without its version, such as https://keyway-seal.vault.azure.net/keys/data-keys';

/**
 * Null: the key wraps and unwraps. Where it wrapped something before, its identifier was right:
 * then the key was lost, which is no reason not to start.
 */
export async function checkedAtStart(
  sealing: SealingUnderCheck,
  key: { normalized: string; version: string | null } | null,
): Promise<Complaint | null> {
  const fault = await sealing.check();
  if (!fault) return null;
  const named = `${SETTINGS.sealingKeyId.name}: ${fault.message}`;
  if (!key || (fault.kind !== 'notFound' && fault.kind !== 'rejected'))
    return { message: named, wrong: false };
  const known = (await sealing.inUse()).some(({ wrapper }) =>
    wrapper.toLowerCase().startsWith(key.normalized.toLowerCase()),
  );
  return known ? { message: named, wrong: false } : { message: `${named} ${EXAMPLE}`, wrong: true };
}
