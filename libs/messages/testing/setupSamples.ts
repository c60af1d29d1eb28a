/** A set-up and a failed call, with every field that they can have. */
import type { ChangeSettings, PlannedChange, ReadFailure, SetupInput } from '@keyway/core';

/** With every optional field, so that a new one needs an example. */
export type Whole<T> = T extends readonly (infer E)[]
  ? readonly Whole<E>[]
  : T extends object
    ? { [K in keyof T]-?: Whole<NonNullable<T[K]>> }
    : NonNullable<T>;

export const failure: Whole<ReadFailure> = {
  kind: 'denied',
  message: 'Profile is not valid.',
  status: 403,
  code: '403025',
  permission: 'Microsoft.KeyVault/vaults/read',
  retryAfterSeconds: 90,
  host: 'platform.adobe.io',
};

export const setupInput: Whole<SetupInput> = {
  ...{ subscriptionId: 's', resourceGroup: 'rg', vaultName: 'contoso', keyName: 'adobe' },
  ...{ location: 'eastus', keyProtection: 'SOFTWARE', keySize: 3072, rotateEveryMonths: 12 },
  ...{ network: 'OPEN', workspaceId: '/subscriptions/a', lock: true },
};
const settings: Whole<ChangeSettings> = {
  ...{ vault: 'contoso', resourceGroup: 'rg', location: 'eastus', sku: 'standard', rbac: true },
  ...{ softDelete: true, purgeProtection: true, retentionDays: 90, publicAccess: 'Deny' },
  ...{ bypass: 'AzureServices', ipRules: ['1.2.3.4'], key: 'adobe', keyType: 'RSA' },
  ...{ keySize: 3072, keyOperations: ['wrapKey'], rotation: 'P12M', name: 'keyway-audit' },
  ...{ workspaceId: '/subscriptions/a', logs: ['audit'], lockLevel: 'CanNotDelete' },
};
export const plannedChange: Whole<PlannedChange> = {
  ...{ kind: 'CREATE_KEY', outcome: 'NOT_POSSIBLE', irreversible: false, failure },
  ...{ before: settings, after: settings },
  reason: { code: 'keyTooShort', values: {} },
  keyIdentifier: 'https://a',
};
