/**
 * Which keys wrap the data keys. Their identifiers are checked as customers' are, so that they
 * name only a Key Vault or Managed HSM (VAL-01 to VAL-07).
 */
import type { Report, SettingsOf } from '@keyway/config';
import type { ProxySettings } from '@keyway/connector-transport';
import { inspectKeyIdentifier, type KeyIdentifier } from '@keyway/core';
import { describeKeyProblem } from '@keyway/messages';

/**
 * The keys that wrap data keys. Each is a key of Key Vault or Managed HSM in Azure's public cloud.
 */
export interface SealingSettings {
  /** Wraps new data keys; null: the local key file does. */
  key: KeyIdentifier | null;
  /** Still unwrap what they wrapped, until everything was moved. */
  former: KeyIdentifier[];
  /** Null: the real cloud. */
  sandbox: { host: string; port: number; caFile: string } | null;
  /** Null: the vault is called directly. */
  proxy: ProxySettings | null;
}

type Settings = Pick<
  SettingsOf<'worker'>,
  | 'cloud'
  | 'sandboxAddress'
  | 'sandboxCa'
  | 'sealingKeyId'
  | 'sealingFormerKeyIds'
  | 'httpsProxy'
  | 'noProxy'
>;

function identifierOf(text: string, report: (problem: string) => void): KeyIdentifier | null {
  const { keyIdentifier, findings } = inspectKeyIdentifier(text);
  if (keyIdentifier?.cloud === 'public') return keyIdentifier;
  const why = keyIdentifier
    ? 'The key is in a sovereign cloud; Keyway signs in to the public one.'
    : findings.map(({ problem, values }) => describeKeyProblem(problem, values, 'en')).join(' ');
  report(`is not the identifier of a Key Vault key. ${why.replace(/\.$/, '')}`);
  return null;
}

/** Null: the local key file alone wraps data keys. Reports identifiers that are wrong. */
export function sealingSettings(settings: Settings, report: Report): SealingSettings | null {
  const { sealingKeyId, sealingFormerKeyIds, sandboxAddress, sandboxCa } = settings;
  const { httpsProxy, noProxy } = settings;
  if (!sealingKeyId && sealingFormerKeyIds.length === 0) return null;
  const inSandbox = settings.cloud === 'sandbox' && sandboxAddress && sandboxCa;
  return {
    key: sealingKeyId
      ? identifierOf(sealingKeyId, (problem) => report('sealingKeyId', problem))
      : null,
    former: sealingFormerKeyIds.flatMap(
      (id) => identifierOf(id, (problem) => report('sealingFormerKeyIds', problem)) ?? [],
    ),
    sandbox: inSandbox ? { ...sandboxAddress, caFile: sandboxCa } : null,
    proxy: httpsProxy && { address: httpsProxy, bypass: noProxy },
  };
}
