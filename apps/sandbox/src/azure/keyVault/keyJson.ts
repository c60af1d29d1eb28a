/**
 * A key as ARM and as the data plane print it. The two spell the same facts differently.
 */
import type { Key, KeyVersion, Vault } from '../../state/records.ts';
import { typeName, vaultId } from '../arm/armCaller.ts';
import { HSM_SUFFIX, VAULT_SUFFIX } from '../azureHosts.ts';

export const currentVersion = (key: Key): KeyVersion => key.versions.at(-1)!;

export const vaultHost = (vault: Pick<Vault, 'kind' | 'name'>): string =>
  `${vault.name.toLowerCase()}${vault.kind === 'vault' ? VAULT_SUFFIX : HSM_SUFFIX}`;

export const keyIdentifier = (
  vault: Pick<Vault, 'kind' | 'name'>,
  key: string,
  version?: string,
): string => `https://${vaultHost(vault)}/keys/${key}${version ? `/${version}` : ''}`;

const retention = (vault: Vault): number =>
  Number(vault.properties.softDeleteRetentionInDays ?? 90);

/** KEY-06: what the vault's protection makes of each of its keys. */
export function recoveryLevel(vault: Vault): string {
  if (vault.properties.enableSoftDelete === false) return 'Purgeable';
  const kind = retention(vault) < 90 ? 'CustomizedRecoverable' : 'Recoverable';
  return vault.properties.enablePurgeProtection === true ? kind : `${kind}+Purgeable`;
}

function attributes(vault: Vault, version: KeyVersion) {
  const { enabled, nbf, exp, created, updated } = version;
  return {
    enabled,
    ...(nbf !== undefined && { nbf }),
    ...(exp !== undefined && { exp }),
    created,
    updated,
    recoveryLevel: recoveryLevel(vault),
    exportable: false,
  };
}

/** ARM's form: sizes as numbers, and addresses with the port, as in Microsoft's samples. */
export function armKeyJson(
  vault: Vault,
  key: Key,
  version: KeyVersion,
  oneVersion: boolean,
): Record<string, unknown> {
  const uri = `https://${vaultHost(vault)}:443/keys/${key.name}`;
  const id = `${vaultId(vault)}/keys/${key.name}`;
  return {
    id: oneVersion ? `${id}/versions/${version.version}` : id,
    name: oneVersion ? version.version : key.name,
    type: `${typeName(vault.kind)}/keys${oneVersion ? '/versions' : ''}`,
    location: vault.location,
    tags: key.tags ?? {},
    properties: {
      attributes: attributes(vault, version),
      kty: version.kty,
      keyOps: version.keyOps,
      keySize: version.bits,
      keyUri: uri,
      keyUriWithVersion: `${uri}/${version.version}`,
      ...(key.rotationPolicy && { rotationPolicy: armRotationPolicy(key.rotationPolicy) }),
    },
  };
}

/** The action's type in lower case here, capitalized in the data plane. */
function armRotationPolicy({
  lifetimeActions,
  attributes: { expiryTime, created, updated },
}: NonNullable<Key['rotationPolicy']>) {
  return {
    attributes: { created, updated, ...(expiryTime && { expiryTime }) },
    lifetimeActions: lifetimeActions.map(({ trigger, action }) => ({
      trigger,
      action: { type: action.type.toLowerCase() },
    })),
  };
}

/** The data plane's form: no size, only the modulus (AEP-16). */
export function keyBundle(
  vault: Vault,
  key: Key,
  version: KeyVersion,
  { n, e }: { n: string; e: string },
): Record<string, unknown> {
  return {
    key: {
      kid: keyIdentifier(vault, key.name, version.version),
      kty: version.kty,
      key_ops: version.keyOps,
      n,
      e,
    },
    attributes: {
      ...attributes(vault, version),
      recoverableDays: retention(vault),
      hsmPlatform: version.kty === 'RSA-HSM' ? '2' : '0',
    },
    ...(key.tags && { tags: key.tags }),
  };
}
