/** The custom roles of docs/operations/permissions.md, with what is known of their scopes. */
import {
  AZURE_PERMISSIONS,
  type AzurePermission,
  type AzurePermissionFacts,
} from './azurePermissions.ts';
import type { Connections } from './organization.ts';
import { placeOf } from './permissionScope.ts';
import type { Run } from './run.ts';

/** A custom role of Azure RBAC with exactly the permissions that Keyway needs at a scope. */
export interface AzureRole {
  name: string;
  /** ARM ID, with names in angle brackets for what isn't known. */
  scope: string;
  /** JSON for `az role definition create`. */
  definition: string;
}

type Needs = (facts: AzurePermissionFacts) => boolean;
const all = Object.entries(AZURE_PERMISSIONS) as [AzurePermission, AzurePermissionFacts][];
const actionsOf = (needs: Needs): AzurePermission[] =>
  all.filter(([, facts]) => facts.plane === 'control' && needs(facts)).map(([name]) => name);
const writingAt =
  (scope: AzurePermissionFacts['scope']): Needs =>
  (facts) =>
    facts.access === 'WRITE' && facts.scope === scope;
const reading =
  (kind: 'vault' | 'managedHsm'): Needs =>
  ({ access, of }) =>
    access === 'READ' && (of === null || of === kind);

const READS = 'Reads what Keyway verifies. Changes nothing.';
/** English, because it is stored in Azure. */
const TEXTS = {
  vault: { name: 'Keyway reader', description: READS },
  managedHsm: { name: 'Keyway reader for Managed HSM', description: READS },
  assign: { name: 'Keyway role assigner', description: "Assigns Adobe's role at one vault." },
  resourceGroup: {
    name: 'Keyway set-up',
    description: 'Makes a vault and its key, and adds what a vault lacks. Deletes nothing.',
  },
  subscription: {
    name: 'Keyway vault names',
    description: 'Asks whether the name of a vault is free.',
  },
  workspace: {
    name: 'Keyway log sender',
    description: "Sends a vault's audit log to one workspace. Reads no logs.",
  },
};

function role(text: keyof typeof TEXTS, scope: string, needs: Needs): AzureRole {
  const { name, description } = TEXTS[text];
  const definition = {
    ...{ Name: name, Description: description, Actions: actionsOf(needs) },
    ...{ NotActions: [], DataActions: [], NotDataActions: [], AssignableScopes: [scope] },
  };
  return { name, scope, definition: JSON.stringify(definition, null, 2) };
}

/** Of the access that the credential has; of a vault where no run says that it is a Managed HSM. */
export function azureRoles(run: Run | null, azure: NonNullable<Connections['azure']>): AzureRole[] {
  const tracks = Object.values(run?.tracks ?? {}).filter(({ applicable }) => applicable);
  const places = tracks.map(placeOf);
  const {
    kind = 'vault',
    group,
    resourceId,
  } = places.find(({ host }) => host) ?? {
    ...{ group: null, resourceId: null },
    ...places.find((place) => place.group),
  };
  const subscription =
    group?.split('/').slice(0, 3).join('/') ??
    `/subscriptions/${azure.subscriptionId ?? '<subscription-id>'}`;
  const inGroup = group ?? `${subscription}/resourceGroups/<group>`;
  const vault = resourceId ?? `${inGroup}/providers/Microsoft.KeyVault/vaults/<vault>`;
  const workspace =
    tracks.map(({ setup }) => setup?.request.workspaceId).find(Boolean) ??
    `${subscription}/resourceGroups/<group>/providers/Microsoft.OperationalInsights/workspaces/<workspace>`;
  const read = role(kind, subscription, reading(kind));
  // A Managed HSM's role is assigned by its own roles (HSM-03), and Keyway sets none up.
  if (azure.access === 'READ' || kind === 'managedHsm') return [read];
  return [
    read,
    role('assign', vault, writingAt('vault')),
    role('resourceGroup', inGroup, writingAt('resourceGroup')),
    role('subscription', subscription, writingAt('subscription')),
    role('workspace', workspace, writingAt('workspace')),
  ];
}
