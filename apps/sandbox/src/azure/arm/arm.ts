/**
 * Azure Resource Manager under management.azure.com: who may call, and which part answers.
 */
import { RouteTable } from '../../server/routeTable.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { SandboxContext } from '../../server/sandboxContext.ts';
import { armCaller, findGroup, requirePermission } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';
import {
  getArmKey,
  getArmKeyVersion,
  listArmKeyVersions,
  listArmKeys,
  putArmKey,
} from './armKeys.ts';
import { authorization, isAuthorizationPath } from './armAuthorization.ts';
import { deleteVault, getVault, listGroupVaults, listResources, listVaults } from './armVaults.ts';
import { getDeletedVault, listDeletedVaults } from './armDeletedVaults.ts';
import { listDiagnosticSettings, putDiagnosticSetting } from './armDiagnosticSettings.ts';
import { checkVaultName } from './armVaultName.ts';
import { patchVault, putVault } from './armVaultWrite.ts';
import { azureError } from '../azureErrors.ts';

const SUBSCRIPTION = '/subscriptions/:subscription';
const PROVIDER = 'providers/Microsoft.KeyVault';
const DIAGNOSTICS = 'providers/Microsoft.Insights/diagnosticSettings';
const GROUP = `${SUBSCRIPTION}/resourceGroups/:group`;

const routes = new RouteTable<ArmContext>()
  .on('GET /subscriptions', listSubscriptions)
  .on(`GET ${SUBSCRIPTION}`, (_call, { subscription }, context) => ({
    status: 200,
    body: subscriptionJson(context, subscription!),
  }))
  .on(`GET ${SUBSCRIPTION}/resources`, listResources)
  .on(`GET ${GROUP}`, getResourceGroup)
  .on(`POST ${SUBSCRIPTION}/${PROVIDER}/checkNameAvailability`, checkVaultName)
  .on(`GET ${SUBSCRIPTION}/${PROVIDER}/deletedVaults`, listDeletedVaults)
  .on(`GET ${SUBSCRIPTION}/${PROVIDER}/locations/:location/deletedVaults/:vault`, getDeletedVault);

for (const [type, kind] of [
  ['vaults', 'vault'],
  ['managedHSMs', 'managedHsm'],
] as const) {
  const one = `${GROUP}/${PROVIDER}/${type}/:vault`;
  routes
    .on(`GET ${SUBSCRIPTION}/${PROVIDER}/${type}`, (call, parameters, context) =>
      listVaults(kind, call, parameters, context),
    )
    .on(`GET ${GROUP}/${PROVIDER}/${type}`, (call, parameters, context) =>
      listGroupVaults(kind, call, parameters, context),
    )
    .on(`GET ${one}`, (_call, parameters, context) => getVault(kind, parameters, context))
    .on(`PUT ${one}`, (call, parameters, context) => putVault(kind, call, parameters, context))
    .on(`PATCH ${one}`, (call, parameters, context) => patchVault(kind, call, parameters, context))
    .on(`DELETE ${one}`, (_call, parameters, context) => deleteVault(kind, parameters, context))
    .on(`GET ${one}/keys`, (_call, parameters, context) => listArmKeys(kind, parameters, context))
    .on(`GET ${one}/keys/:key`, (_call, parameters, context) =>
      getArmKey(kind, parameters, context),
    )
    .on(`PUT ${one}/keys/:key`, (call, parameters, context) =>
      putArmKey(kind, call, parameters, context),
    )
    .on(`GET ${one}/${DIAGNOSTICS}`, (_call, parameters, context) =>
      listDiagnosticSettings(kind, parameters, context),
    )
    .on(`PUT ${one}/${DIAGNOSTICS}/:setting`, (call, parameters, context) =>
      putDiagnosticSetting(kind, call, parameters, context),
    )
    .on(`GET ${one}/keys/:key/versions`, (_call, parameters, context) =>
      listArmKeyVersions(kind, parameters, context),
    )
    .on(`GET ${one}/keys/:key/versions/:version`, (_call, parameters, context) =>
      getArmKeyVersion(kind, parameters, context),
    );
}

/**
 * Answers for management.azure.com. Paths and names compare case-insensitively; `api%2Dversion`
 * counts as `api-version`.
 */
export async function arm(call: Call, context: SandboxContext): Promise<Answer> {
  const armContext = await armCaller(call, context);
  if (isAuthorizationPath(call)) return authorization(call, armContext);
  return (
    (await routes.answer(call, armContext)) ??
    azureError(
      404,
      'InvalidResourceType',
      `The resource type could not be found for '${call.method} ${call.path}'.`,
    )
  );
}

function listSubscriptions(_call: Call, _parameters: unknown, context: ArmContext): Answer {
  const own = context.world.subscriptions.group(context.caller.tenantId);
  return {
    status: 200,
    body: {
      value: own.map(({ subscriptionId }) => subscriptionJson(context, subscriptionId)),
      count: { type: 'Total', value: own.length },
    },
  };
}

function getResourceGroup(
  _call: Call,
  { subscription = '', group = '' }: Record<string, string>,
  context: ArmContext,
): Answer {
  const id = `/subscriptions/${subscription}/resourceGroups/${group}`;
  requirePermission(context, 'Microsoft.Resources/subscriptions/resourceGroups/read', id);
  const name = findGroup(context, subscription, group);
  const { subscriptionId } = context.world.subscriptions.get(subscription)!;
  return {
    status: 200,
    body: {
      id: `/subscriptions/${subscriptionId}/resourceGroups/${name}`,
      name,
      type: 'Microsoft.Resources/resourceGroups',
      location: 'eastus',
      properties: { provisioningState: 'Succeeded' },
    },
  };
}

function subscriptionJson(context: ArmContext, id: string) {
  const { subscriptionId, displayName, tenantId } = context.world.subscriptions.get(id)!;
  return {
    id: `/subscriptions/${subscriptionId}`,
    subscriptionId,
    tenantId,
    displayName,
    state: 'Enabled',
    authorizationSource: 'RoleBased',
    managedByTenants: [],
  };
}
