/** Every permission that Keyway's calls of Azure need: the connector may name no other. */
import type { StepId } from './vocabulary.ts';

/**
 * `control`: an action of Azure RBAC. `data`: a data action. `local`: a data action of a Managed
 * HSM's own RBAC (HSM-03). `graph`: an application permission of Microsoft Graph.
 */
type Plane = 'control' | 'data' | 'local' | 'graph';

/** One permission, and what it is for. */
export interface AzurePermissionFacts {
  plane: Plane;
  /** Where it is granted: in the tenant, or at what it names. */
  scope: 'subscription' | 'resourceGroup' | 'vault' | 'workspace' | 'tenant';
  /** Null: of both kinds. */
  of: 'vault' | 'managedHsm' | null;
  /** The steps that are verified or done with it. */
  steps: readonly StepId[];
  /** `WRITE`: for a connection that may change something alone. */
  access: 'READ' | 'WRITE';
}

const control = { plane: 'control', access: 'READ' } as const;
const vault = { ...control, scope: 'vault', of: 'vault' } as const;
const setUp = { ...control, scope: 'resourceGroup', of: 'vault', access: 'WRITE' } as const;
const workspace = { ...setUp, scope: 'workspace', steps: ['VAULT'] } as const;
const hsm = { ...control, scope: 'vault', of: 'managedHsm' } as const;
const local = { plane: 'local', scope: 'vault', of: 'managedHsm', access: 'READ' } as const;

/** Every permission that Keyway asks Azure for, by its name. */
export const AZURE_PERMISSIONS = {
  'Microsoft.Resources/subscriptions/read': {
    ...{ ...control, scope: 'subscription', of: null },
    steps: ['VAULT'],
  },
  // Optional: without it the list of what is granted can't be read, and calls show it one by one.
  'Microsoft.Authorization/permissions/read': { ...vault, of: null, steps: ['VAULT'] },
  'Microsoft.KeyVault/vaults/read': { ...vault, steps: ['VAULT', 'NETWORK'] },
  'Microsoft.KeyVault/vaults/keys/read': { ...vault, steps: ['KEY'] },
  'Microsoft.KeyVault/vaults/keys/versions/read': { ...vault, steps: ['KEY'] },
  'Microsoft.KeyVault/deletedVaults/read': { ...vault, scope: 'subscription', steps: ['VAULT'] },
  'Microsoft.KeyVault/managedHSMs/read': { ...hsm, steps: ['VAULT', 'NETWORK'] },
  'Microsoft.KeyVault/managedHSMs/keys/read': { ...hsm, steps: ['KEY'] },
  'Microsoft.KeyVault/managedHSMs/keys/versions/read': { ...hsm, steps: ['KEY'] },
  'Microsoft.KeyVault/deletedManagedHSMs/read': {
    ...{ ...hsm, scope: 'subscription' },
    steps: ['VAULT'],
  },
  'Microsoft.Authorization/roleAssignments/read': { ...vault, of: null, steps: ['ROLE'] },
  'Microsoft.Authorization/roleDefinitions/read': { ...vault, of: null, steps: ['ROLE'] },
  'Microsoft.Authorization/denyAssignments/read': { ...vault, steps: ['ROLE'] },
  'Microsoft.Authorization/roleAssignments/write': { ...vault, access: 'WRITE', steps: ['ROLE'] },
  'Microsoft.Resources/subscriptions/resourceGroups/read': { ...setUp, steps: ['VAULT'] },
  'Microsoft.KeyVault/checkNameAvailability/read': {
    ...{ ...setUp, scope: 'subscription' },
    steps: ['VAULT'],
  },
  'Microsoft.KeyVault/vaults/write': { ...setUp, steps: ['VAULT', 'NETWORK'] },
  'Microsoft.KeyVault/vaults/keys/write': { ...setUp, steps: ['KEY'] },
  'Microsoft.Insights/diagnosticSettings/read': { ...setUp, steps: ['VAULT'] },
  'Microsoft.Insights/diagnosticSettings/write': { ...setUp, steps: ['VAULT'] },
  'Microsoft.Authorization/locks/read': { ...setUp, steps: ['VAULT'] },
  'Microsoft.Authorization/locks/write': { ...setUp, steps: ['VAULT'] },
  // No call of Keyway names these two: Azure asks for them where logs are sent to a workspace.
  'Microsoft.OperationalInsights/workspaces/read': workspace,
  'Microsoft.OperationalInsights/workspaces/sharedKeys/action': workspace,
  'Microsoft.KeyVault/managedHsm/keys/read/action': { ...local, steps: ['KEY'] },
  'Microsoft.KeyVault/managedHsm/roleAssignments/read/action': { ...local, steps: ['ROLE'] },
  'Microsoft.KeyVault/managedHsm/roleAssignments/write/action': {
    ...{ ...local, access: 'WRITE' },
    steps: ['ROLE'],
  },
  'Application.Read.All': {
    ...{ plane: 'graph', scope: 'tenant', of: null, access: 'READ' },
    steps: ['CONSENT'],
  },
} as const satisfies Record<string, AzurePermissionFacts>;

/** A permission of Azure as its own name. */
export type AzurePermission = keyof typeof AZURE_PERMISSIONS;
