/** What Azure's list of an application's permissions at a scope says of those that Keyway needs. */
import { z } from 'zod';
import { actionMatches } from './actionPattern.ts';
import { AZURE_PERMISSIONS, type AzurePermission } from './azurePermissions.ts';

/** Every `PermissionState`, as in the enum of the public contract. */
export const PERMISSION_STATES = ['GRANTED', 'MISSING', 'UNKNOWN'] as const;
/**
 * `MISSING`: Azure refused a call for it, or its list doesn't have it. `UNKNOWN`: neither a call
 * nor a list says.
 */
export type PermissionState = (typeof PERMISSION_STATES)[number];

/** One entry of Azure's list: an assigned role, with what the role takes back. */
export interface PermissionGrant {
  actions: readonly string[];
  notActions: readonly string[];
  /** Granted under a condition alone: whether it holds is known when the call is made. */
  conditional: boolean;
}

/** By permission. One that a former version of Keyway did not ask for is left out. */
export type ListedPermissions = Partial<Record<AzurePermission, PermissionState>>;

const entries = Object.entries(AZURE_PERMISSIONS) as [AzurePermission, { plane: string }][];
/** The list has no permissions of Graph, and none of a Managed HSM's own roles (HSM-03). */
const LISTED = entries.filter(([, { plane }]) => plane === 'control').map(([name]) => name);

const grants = ({ actions, notActions }: PermissionGrant, action: string): boolean =>
  actions.some((pattern) => actionMatches(pattern, action)) &&
  !notActions.some((pattern) => actionMatches(pattern, action));

/** `notActions` takes from its own role alone: another one may still grant the action. */
function stateIn(list: readonly PermissionGrant[], action: string): PermissionState {
  const granting = list.filter((grant) => grants(grant, action));
  if (granting.length === 0) return 'MISSING';
  return granting.some(({ conditional }) => !conditional) ? 'GRANTED' : 'UNKNOWN';
}

/** The state of each permission that Keyway needs, by Azure's list alone. */
export const listedPermissions = (list: readonly PermissionGrant[]): ListedPermissions =>
  Object.fromEntries(LISTED.map((name) => [name, stateIn(list, name)]));

/** A list as it was read: at an ARM scope, at a time. */
const permissionListSchema = z.object({
  /** ARM ID of a subscription, a resource group, or a vault. */
  scope: z.string(),
  readAt: z.string(),
  /** Names that this version doesn't know are left out. */
  listed: z
    .record(z.string(), z.enum(PERMISSION_STATES))
    .transform((listed): ListedPermissions =>
      Object.fromEntries(
        Object.entries(listed).filter(([name]) => Object.hasOwn(AZURE_PERMISSIONS, name)),
      ),
    ),
});
/** What Azure listed at one scope. */
export type PermissionList = z.infer<typeof permissionListSchema>;

/** As they are stored beside the credential. */
export const permissionListsSchema = z.array(permissionListSchema);
