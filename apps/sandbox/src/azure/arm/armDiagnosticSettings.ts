/**
 * Where a vault's logs go. Only Log Analytics workspaces are emulated: one in each subscription.
 */
import { isObject, objectIn } from '../../isObject.ts';
import { jsonObject, Refusal } from '../../server/exchange.ts';
import type { Answer, Call } from '../../server/exchange.ts';
import type { Parameters } from '../../server/routeTable.ts';
import type { DiagnosticSetting, Vault } from '../../state/records.ts';
import { azureError, badJson, refuse } from '../azureErrors.ts';
import { denies, findVault, vaultId } from './armCaller.ts';
import type { ArmContext } from './armCaller.ts';
import { refuseLocked } from './armLocks.ts';

const ACTION = 'Microsoft.Insights/diagnosticSettings';
const LINKED = [
  'Microsoft.OperationalInsights/workspaces/read',
  'Microsoft.OperationalInsights/workspaces/sharedKeys/action',
];
/** Azure allows so many for one resource. */
const MAX_SETTINGS = 5;
const KNOWN_LOGS = ['audit', 'allLogs', 'AuditEvent', 'AzurePolicyEvaluationDetails'];
const WORKSPACE =
  /^(\/subscriptions\/[^/]+\/resourceGroups\/[^/]+)\/providers\/Microsoft\.OperationalInsights\/workspaces\/log-security$/i;

const settingId = ({ vault, name }: DiagnosticSetting, of: Vault): string =>
  `${vaultId({ ...of, name: vault })}/providers/${ACTION}/${name}`.toLowerCase();

const settingJson = (setting: DiagnosticSetting, vault: Vault): Record<string, unknown> => ({
  id: settingId(setting, vault),
  name: setting.name,
  type: ACTION,
  location: vault.location,
  kind: null,
  tags: null,
  identity: null,
  properties: {
    ...{ workspaceId: setting.workspaceId, storageAccountId: null },
    ...{ eventHubAuthorizationRuleId: null, eventHubName: null, metrics: [] },
    ...{ serviceBusRuleId: null, logAnalyticsDestinationType: null },
    logs: setting.logs.map((log) => ({
      ...{ category: null, categoryGroup: null, ...log },
      retentionPolicy: { enabled: false, days: 0 },
    })),
  },
});

export function listDiagnosticSettings(
  kind: Vault['kind'],
  parameters: Parameters,
  context: ArmContext,
): Answer {
  const vault = findVault(kind, parameters, `${ACTION}/read`, context);
  const value = context.world.diagnosticSettings.group(vault.name);
  return { status: 200, body: { value: value.map((one) => settingJson(one, vault)) } };
}

export function putDiagnosticSetting(
  kind: Vault['kind'],
  call: Call,
  parameters: Parameters,
  context: ArmContext,
): Answer {
  const vault = findVault(kind, parameters, `${ACTION}/write`, context);
  const name = parameters.setting!;
  const { workspaceId, logs } = objectIn(jsonObject(call, badJson).properties);
  if (typeof workspaceId !== 'string')
    refuse(400, 'BadRequest', 'At least one data sink needs to be specified.');
  requireLinked(workspaceId, vaultId(vault), context);
  requireWorkspace(workspaceId, context);
  refuseLocked(vaultId(vault), 'write', context);
  const setting = { vault: vault.name, name, workspaceId, logs: readLogs(logs) };
  const others = context.world.diagnosticSettings
    .group(vault.name)
    .filter((other) => other.name.toLowerCase() !== name.toLowerCase());
  refuseConflict(setting, others);
  context.world.diagnosticSettings.put(`${vault.name}/${name}`, setting);
  // Azure answers 200, also where it is new.
  return { status: 200, body: settingJson(setting, vault) };
}

/** Azure asks for the right to send there as well, at the workspace. */
function requireLinked(workspaceId: string, scope: string, context: ArmContext): void {
  const missing = LINKED.find((action) => denies(context, action));
  if (!missing) return;
  const { appId, objectId } = context.caller;
  throw new Refusal(
    azureError(
      403,
      'LinkedAuthorizationFailed',
      `The client '${appId}' with object id '${objectId}' has permission to perform action '${ACTION}/write' on scope '${scope}'; however, it does not have permission to perform action(s) '${missing}' on the linked scope(s) '${workspaceId}' (respectively) or the linked scope(s) are invalid.`,
    ),
  );
}

function requireWorkspace(workspaceId: string, context: ArmContext): void {
  const [, group = ''] = WORKSPACE.exec(workspaceId) ?? [];
  const [, , subscriptionId = '', , name = ''] = group.split('/');
  const subscription = context.world.subscriptions.get(subscriptionId);
  const isOwn =
    subscription?.tenantId === context.caller.tenantId &&
    subscription.resourceGroups.some((one) => one.toLowerCase() === name.toLowerCase());
  if (isOwn) return;
  refuse(
    404,
    'ResourceNotFound',
    `The Resource '${workspaceId.split('/providers/').at(-1)}' was not found.`,
  );
}

function readLogs(given: unknown): DiagnosticSetting['logs'] {
  const logs = Array.isArray(given) ? given.filter(isObject) : [];
  return logs.map(({ category, categoryGroup, enabled }) => {
    const named = String(category ?? categoryGroup);
    if (!KNOWN_LOGS.includes(named))
      refuse(400, 'BadRequest', `Category '${named}' is not supported.`);
    return {
      ...(category === undefined ? { categoryGroup: named } : { category: named }),
      enabled: enabled === true,
    };
  });
}

function refuseConflict(setting: DiagnosticSetting, others: DiagnosticSetting[]): void {
  if (others.length >= MAX_SETTINGS)
    refuse(400, 'BadRequest', `There can be at most ${MAX_SETTINGS} diagnostic settings.`);
  const named = (log: DiagnosticSetting['logs'][number]) => log.category ?? log.categoryGroup;
  const same = others.find(
    (other) =>
      other.workspaceId.toLowerCase() === setting.workspaceId.toLowerCase() &&
      other.logs.some((log) => setting.logs.some((own) => named(own) === named(log))),
  );
  if (same)
    refuse(
      409,
      'Conflict',
      `Data sink '${setting.workspaceId}' is already used in diagnostic setting '${same.name}' for the same category. Data sinks can't be reused in different settings on the same category for the same resource.`,
    );
}
