/**
 * Creates or replaces a customer by its plan. Configurations that Adobe accepted stay, also in
 * another scenario.
 */
import { deriveGuid } from '../azure/derive.ts';
import { vaultId } from '../azure/arm/armCaller.ts';
import { keyIdentifier } from '../azure/keyVault/keyJson.ts';
import { HSM_CRYPTO_SERVICE_ENCRYPTION_USER } from '../azure/keyVault/managedHsm.ts';
import { CJA_APPLICATION, createPrincipal } from '../azure/directory/principals.ts';
import { isScenario, scenarios } from '../scenarios/registry.ts';
import type { ScenarioName } from '../scenarios/registry.ts';
import type { Customer, TrackName, Vault } from '../state/records.ts';
import type { World } from '../state/world.ts';
import { healthyPlan } from './customerPlan.ts';
import type { CustomerRequest, CustomerPlan } from './customerPlan.ts';

const DAY = 24 * 3600 * 1000;
const TRACKS: TrackName[] = ['AEP', 'CJA'];

/** The plan of a customer in a scenario; a scenario that no longer exists changes nothing. */
export function planOf(scenario: string, request: CustomerRequest, now: number): CustomerPlan {
  const plan = healthyPlan(request, now);
  if (isScenario(scenario)) scenarios[scenario].change(plan);
  return plan;
}

export function provisionCustomer(
  world: World,
  scenario: ScenarioName,
  request: CustomerRequest,
  now: number,
): Customer {
  const plan = planOf(scenario, request, now);
  const before = world.customers.get(request.imsOrgId);
  if (before) clear(world, before);
  const keys = { AEP: quotedKey(plan, 'AEP'), CJA: quotedKey(plan, 'CJA') };
  const customer: Customer = { ...plan.customer, scenario, keys };
  world.customers.put(customer.imsOrgId, customer);
  world.tenants.put(customer.tenantId, { tenantId: customer.tenantId, displayName: customer.name });
  world.subscriptions.put(customer.subscriptionId, {
    subscriptionId: customer.subscriptionId,
    tenantId: customer.tenantId,
    displayName: `${customer.name} Production`,
    resourceGroups: [customer.resourceGroup],
  });
  for (const track of TRACKS) {
    if (!plan.isEmpty) {
      putVault(world, plan, track);
      putKey(world, plan, track);
    }
    putAccess(world, plan, track);
  }
  putDenials(world, plan);
  return customer;
}

function quotedKey({ vaults, keys }: CustomerPlan, track: TrackName): string {
  const key = keys[track];
  return keyIdentifier(vaults[key.vault], key.name, key.quoteVersion ? key.version : undefined);
}

function vaultRecord({ customer, vaults, now }: CustomerPlan, track: TrackName): Vault {
  const long = new Date(now - 30 * DAY).toISOString();
  return {
    ...vaults[track],
    subscriptionId: customer.subscriptionId,
    resourceGroup: customer.resourceGroup,
    location: 'eastus',
    tags: {},
    createdAt: long,
    modifiedAt: long,
  };
}

function putVault(world: World, plan: CustomerPlan, track: TrackName): void {
  const vault = vaultRecord(plan, track);
  world.vaults.put(vault.name, vault);
}

function putKey(world: World, { vaults, keys }: CustomerPlan, track: TrackName): void {
  const { name, vault, quoteVersion: _quoted, later, ...version } = keys[track];
  world.keys.put(`${vaults[vault].name}/${name}`, {
    vault: vaults[vault].name,
    name,
    versions: [version, ...later],
  });
}

/**
 * The service principal, and its role at the vault that holds the key; on a Managed HSM the local
 * role at `/keys`.
 */
export function putAccess(world: World, plan: CustomerPlan, track: TrackName): void {
  const { customer, access, keys } = plan;
  const { principalTenantId, assigned, assignedAt, roleGuid } = access[track];
  const application =
    track === 'CJA'
      ? CJA_APPLICATION
      : { appId: customer.applicationIds.AEP, displayName: customer.adobe.applicationName };
  world.tenants.put(
    principalTenantId,
    world.tenants.get(principalTenantId) ?? {
      tenantId: principalTenantId,
      displayName: `${customer.name} (other directory)`,
    },
  );
  const { id: principalId } = createPrincipal(
    world,
    principalTenantId,
    application,
    new Date(plan.now - 30 * DAY).toISOString(),
  );
  if (!assigned) return;
  const vault = vaultRecord(plan, keys[track].vault);
  const name = deriveGuid('assignment', customer.imsOrgId, track);
  if (vault.kind === 'managedHsm') {
    const roleDefinitionId = `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${HSM_CRYPTO_SERVICE_ENCRYPTION_USER}`;
    world.hsmAssignments.put(`${vault.name}/keys/${name}`, {
      hsm: vault.name,
      name,
      scope: '/keys',
      roleDefinitionId,
      principalId,
    });
    return;
  }
  const { subscriptionId } = customer;
  const roleDefinitionId = `/subscriptions/${subscriptionId}/providers/Microsoft.Authorization/roleDefinitions/${roleGuid}`;
  const assignment = {
    name,
    scope: vaultId(vault),
    subscriptionId,
    roleDefinitionId,
    principalId,
    principalType: 'ServicePrincipal',
    createdOn: new Date(assignedAt).toISOString(),
    createdBy: deriveGuid('admin', customer.tenantId),
  };
  world.assignments.put(`${assignment.scope}/${name}`, assignment);
}

const EVERYBODY = { id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' };

function putDenials(world: World, plan: CustomerPlan): void {
  for (const { track, dataActions, notDataActions } of plan.denials) {
    const scope = vaultId(vaultRecord(plan, plan.keys[track].vault));
    const name = deriveGuid('denial', plan.customer.imsOrgId, track);
    world.denials.put(`${scope}/${name}`, {
      name,
      displayName: 'Deny assignment of managed application cmk-lock',
      scope,
      subscriptionId: plan.customer.subscriptionId,
      dataActions,
      notDataActions,
      doNotApplyToChildScopes: false,
      principals: [EVERYBODY],
      excludePrincipals: [{ id: deriveGuid('admin', plan.customer.tenantId), type: 'User' }],
    });
  }
}

/** Takes a customer's Azure side away, service principals in every tenant included. */
function clear(world: World, customer: Customer): void {
  for (const vault of world.vaults.group(customer.subscriptionId)) {
    for (const key of world.keys.group(vault.name)) world.keys.delete(`${vault.name}/${key.name}`);
    for (const one of world.hsmAssignments.group(vault.name))
      world.hsmAssignments.delete(`${vault.name}${one.scope}/${one.name}`);
    for (const one of world.diagnosticSettings.group(vault.name))
      world.diagnosticSettings.delete(`${vault.name}/${one.name}`);
    world.vaults.delete(vault.name);
  }
  for (const assignment of world.assignments.group(customer.subscriptionId))
    world.assignments.delete(`${assignment.scope}/${assignment.name}`);
  for (const lock of world.locks.group(customer.subscriptionId))
    world.locks.delete(`${lock.scope}/${lock.name}`);
  for (const denial of world.denials.group(customer.subscriptionId))
    world.denials.delete(`${denial.scope}/${denial.name}`);
  for (const principal of world.principals.values()) {
    const own =
      principal.tenantId === customer.tenantId || principal.appId === customer.applicationIds.AEP;
    if (own) world.principals.delete(`${principal.tenantId}/${principal.appId}`);
  }
}
