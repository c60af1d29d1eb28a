/**
 * What is asked of ARM: path and query, as Azure's SDKs send them (docs/reference/clouds.md 2.2).
 * Whoever calls has checked the parts.
 */
import type { VaultReference, VaultResourceId } from '@keyway/core';

type Kind = VaultReference['kind'];

const KEY_VAULT = 'providers/Microsoft.KeyVault';
const AUTHORIZATION = 'providers/Microsoft.Authorization';
const KEY_VAULT_VERSION = 'api-version=2026-02-01';
const AUTHORIZATION_VERSION = 'api-version=2022-04-01';
const LOCKS_VERSION = 'api-version=2016-09-01';
const DIAGNOSTICS_VERSION = 'api-version=2021-05-01-preview';
const GROUPS_VERSION = 'api-version=2021-04-01';
const COLLECTION = { vault: 'vaults', managedHsm: 'managedHSMs' } as const;
const DELETED = { vault: 'deletedVaults', managedHsm: 'deletedManagedHSMs' } as const;

type Group = Pick<VaultResourceId, 'subscriptionId' | 'resourceGroup'>;

/** The ID of a resource group, for use in a path. */
export const resourceGroupId = ({ subscriptionId, resourceGroup }: Group): string =>
  `/subscriptions/${subscriptionId}/resourceGroups/${encodeURIComponent(resourceGroup)}`;

/** The ID of a vault or Managed HSM, for use in a path. */
export const vaultId = ({ kind, name, ...group }: VaultResourceId): string =>
  `${resourceGroupId(group)}/${KEY_VAULT}/${COLLECTION[kind]}/${name}`;

export const vaultPath = (id: VaultResourceId): string => `${vaultId(id)}?${KEY_VAULT_VERSION}`;

export const vaultsPath = (subscriptionId: string, kind: Kind): string =>
  `/subscriptions/${subscriptionId}/${KEY_VAULT}/${COLLECTION[kind]}?${KEY_VAULT_VERSION}`;

export const deletedVaultsPath = (subscriptionId: string, kind: Kind): string =>
  `/subscriptions/${subscriptionId}/${KEY_VAULT}/${DELETED[kind]}?${KEY_VAULT_VERSION}`;

/** The current version where none is named. */
export const keyPath = (id: VaultResourceId, key: string, version: string | null): string =>
  `${vaultId(id)}/keys/${key}${version === null ? '' : `/versions/${version}`}?${KEY_VAULT_VERSION}`;

/** `scope` is an ID with its leading slash: of a subscription, a vault, or a key of a vault. */
export const assignmentsPath = (
  scope: string,
  collection: 'roleAssignments' | 'denyAssignments',
  filter: string,
): string =>
  `${scope}/${AUTHORIZATION}/${collection}?${AUTHORIZATION_VERSION}&$filter=${encodeURIComponent(filter)}`;

export const roleAssignmentPath = (scope: string, guid: string): string =>
  `${scope}/${AUTHORIZATION}/roleAssignments/${guid}?${AUTHORIZATION_VERSION}`;

/** `scope` is an ID with its leading slash: of a subscription, a resource group or a vault. */
export const permissionsPath = (scope: string): string =>
  `${scope}/${AUTHORIZATION}/permissions?${AUTHORIZATION_VERSION}`;

export const roleDefinitionPath = (scope: string, guid: string): string =>
  `${scope}/${AUTHORIZATION}/roleDefinitions/${guid}?${AUTHORIZATION_VERSION}`;

export const resourceGroupPath = (id: Group): string => `${resourceGroupId(id)}?${GROUPS_VERSION}`;

export const vaultNamePath = (subscriptionId: string): string =>
  `/subscriptions/${subscriptionId}/${KEY_VAULT}/checkNameAvailability?${KEY_VAULT_VERSION}`;

/** All of a vault where no name is given. */
export const diagnosticSettingsPath = (id: VaultResourceId, name = ''): string =>
  `${vaultId(id)}/providers/Microsoft.Insights/diagnosticSettings${name && `/${name}`}?${DIAGNOSTICS_VERSION}`;

/** All that reach a vault where no name is given. */
export const locksPath = (id: VaultResourceId, name = ''): string =>
  `${vaultId(id)}/${AUTHORIZATION}/locks${name && `/${name}`}?${LOCKS_VERSION}`;
