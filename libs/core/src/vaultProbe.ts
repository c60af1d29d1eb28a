/** What anybody can learn of a vault without a credential, and how it is found. */
import type { CallOptions } from './ports.ts';
import type { KeyIdentifier } from './keyIdentifier.ts';
import type { Verdict } from './vocabulary.ts';

/** Why a probe says what it says; `libs/messages` has a sentence for each. */
export const VAULT_PROBE_REASONS = [
  'found',
  'missing',
  'private',
  'noAnswer',
  'otherAnswer',
  'sovereignCloud',
  'tooMany',
  'noWorker',
] as const;
/** One of `VAULT_PROBE_REASONS`. */
export type VaultProbeReason = (typeof VAULT_PROBE_REASONS)[number];

const PASSING: ReadonlySet<VaultProbeReason> = new Set(['noAnswer', 'noWorker', 'tooMany']);

/** Whether the vault may say more when it is asked again. */
export const isPassingProbe = (reason: VaultProbeReason): boolean => PASSING.has(reason);

/** Public facts of a vault or Managed HSM. */
export interface VaultProbeFacts {
  reason: VaultProbeReason;
  /** PASS: it answered. BLOCK: its name is not in DNS. */
  exists: Exclude<Verdict, 'WARN'>;
  /** A GUID, from the challenge; null without one. */
  tenantId: string | null;
  /** Public ones alone; private addresses are not disclosed. */
  addresses: string[];
  /** Null where DNS says nothing, such as behind a proxy. */
  privateLink: boolean | null;
  /** `tooMany`: when to ask again. */
  againAfterSeconds?: number;
}

/** A probe that found nothing out. */
export const unknownVault = (reason: VaultProbeReason): VaultProbeFacts => ({
  reason,
  ...{ exists: 'UNKNOWN', tenantId: null, addresses: [], privateLink: null },
});

/** Asks a vault without a credential, and never throws for what it answers. */
export interface VaultProbePort {
  probe(
    vault: { kind: KeyIdentifier['kind']; name: string },
    options?: CallOptions,
  ): Promise<VaultProbeFacts>;
}
