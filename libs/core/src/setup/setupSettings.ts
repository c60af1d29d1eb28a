/**
 * The settings of what Keyway makes: the plan shows them, and the calls of the worker get the same.
 */
import { ADOBE_ADDRESS } from '../addresses/adobeAddress.ts';
import type { NewKeySettings, NewVaultSettings } from '../azureSetupPort.ts';
import type { ChangeSettings } from './plannedChange.ts';
import type { SetupRequest } from './setupRequest.ts';

/** The longest there is; it can't be changed afterwards (KV-02, IRR-03). */
const RETENTION_DAYS = 90;
/** AEP-14 needs wrapping alone; what a key may not do, nobody can do with it. */
const KEY_OPERATIONS = ['unwrapKey', 'wrapKey'] as const;
/** The names under which Keyway's own settings are found again. */
export const DIAGNOSTIC_SETTING_NAME = 'keyway-audit';
/** Of the lock that prevents the deletion of the vault. */
export const LOCK_NAME = 'keyway-no-delete';

/** The vault as `createVault` makes it (AEP-03, AEP-08, AEP-09). */
export const newVaultSettings = (request: SetupRequest): NewVaultSettings => ({
  location: request.location,
  sku: request.keyProtection === 'HSM' ? 'premium' : 'standard',
  retentionDays: RETENTION_DAYS,
  network:
    request.network === 'OPEN'
      ? { defaultAction: 'Allow' }
      : { defaultAction: 'Deny', bypass: 'AzureServices', ipRules: [ADOBE_ADDRESS] },
});

/** The key as `createKey` makes it (AEP-13, AEP-14, ROT-04). */
export const newKeySettings = (request: SetupRequest): NewKeySettings => ({
  kty: request.keyProtection === 'HSM' ? 'RSA-HSM' : 'RSA',
  size: request.keySize,
  keyOps: KEY_OPERATIONS,
  rotateAfter: rotationOf(request),
});

/** An ISO 8601 duration; null: no rotation. */
export const rotationOf = ({ rotateEveryMonths }: SetupRequest): string | null =>
  rotateEveryMonths === null ? null : `P${rotateEveryMonths}M`;

/** The vault of a plan. */
export function vaultSettings(request: SetupRequest): ChangeSettings {
  const { location, sku, retentionDays, network } = newVaultSettings(request);
  const { vaultName, resourceGroup } = request.target;
  return {
    ...{ vault: vaultName, resourceGroup, location, sku, retentionDays },
    ...{ rbac: true, softDelete: true, purgeProtection: true },
    publicAccess: network.defaultAction,
    ...(network.defaultAction === 'Deny'
      ? { bypass: network.bypass, ipRules: network.ipRules }
      : {}),
  };
}

/** The key of a plan. */
export function keySettings(request: SetupRequest): ChangeSettings {
  const { kty, size, keyOps, rotateAfter } = newKeySettings(request);
  return {
    ...{ key: request.target.keyName, keyType: kty, keySize: size, keyOperations: keyOps },
    rotation: rotateAfter,
  };
}
