/** Builds the hosts of vaults. Names and IDs from outside are checked before they enter a URL. */
import { ConnectorError, isGuid, OWN_CODES, type VaultReference } from '@keyway/core';

/** KID-03. */
const VAULT_NAME = /^(?=.{3,24}$)(?!.*--)[A-Za-z][A-Za-z0-9-]*[A-Za-z0-9]$/;
/** KID-04. */
const KEY_NAME = /^[0-9A-Za-z-]{1,127}$/;
/** KID-05, wide enough for GAP-03. */
const KEY_VERSION = /^[0-9A-Za-z]{32}$/;
const SUFFIX = { vault: 'vault.azure.net', managedHsm: 'managedhsm.azure.net' } as const;

const refused = (detail: string): ConnectorError =>
  new ConnectorError({ kind: 'rejected', code: OWN_CODES.invalidRequest }, { detail });

/**
 * `{name}.vault.azure.net` or `{name}.managedhsm.azure.net`, lower case; throws `rejected` for a
 * name that is none.
 */
export function vaultHost({ kind, name }: Pick<VaultReference, 'kind' | 'name'>): string {
  if (!VAULT_NAME.test(name)) throw refused('Not the name of a vault or Managed HSM');
  return `${name.toLowerCase()}.${SUFFIX[kind]}`;
}

/** The name itself, or throws `rejected`. */
export function requireKeyName(name: string): string {
  if (!KEY_NAME.test(name)) throw refused('Not the name of a key');
  return name;
}

/** The version itself, or throws `rejected`. */
export function requireKeyVersion(version: string): string {
  if (!KEY_VERSION.test(version)) throw refused('Not the version of a key');
  return version;
}

/** The GUID itself, or throws `rejected`. */
export function requireGuid(text: string, what: string): string {
  if (!isGuid(text)) throw refused(`Not a GUID: ${what}`);
  return text;
}
