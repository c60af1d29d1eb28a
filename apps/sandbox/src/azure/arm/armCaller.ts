/**
 * Who calls ARM and what they may do there. Any client of a known tenant is a reader with all the
 * permissions of the least-privilege role, unless the customer's scenario takes one away.
 */
import { Refusal } from '../../server/exchange.ts';
import type { Call } from '../../server/exchange.ts';
import type { SandboxContext } from '../../server/sandboxContext.ts';
import type { Subscription, Vault } from '../../state/records.ts';
import { azureError, refuse } from '../azureErrors.ts';

export interface ArmContext extends SandboxContext {
  caller: { tenantId: string; appId: string; objectId: string };
}

/**
 * The context with its caller; refuses with 401 or 400 before anything is looked up, as ARM does.
 */
export async function armCaller(call: Call, context: SandboxContext): Promise<ArmContext> {
  const claims = await context.mint.read(call.headers.authorization);
  if (!call.headers.authorization) {
    const challenge = `Bearer authorization_uri="https://login.microsoftonline.com/common", error="invalid_token", error_description="The authentication failed because of missing 'Authorization' header."`;
    throw new Refusal({
      ...azureError(
        401,
        'AuthenticationFailed',
        "Authentication failed. The 'Authorization' header is missing.",
      ),
      headers: { 'www-authenticate': challenge },
    });
  }
  if (!claims) refuse(401, 'InvalidAuthenticationToken', 'The access token is invalid.');
  if (claims.aud !== 'https://management.azure.com') {
    refuse(
      401,
      'InvalidAuthenticationToken',
      `The access token has been obtained for wrong audience or resource '${String(claims.aud)}'. It should exactly match with one of the allowed audiences 'https://management.core.windows.net/','https://management.azure.com','https://management.azure.com/'.`,
    );
  }
  if (!call.query.get('api-version'))
    refuse(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  const caller = {
    tenantId: String(claims.tid),
    appId: String(claims.appid),
    objectId: String(claims.oid),
  };
  const [first, subscriptionId] = call.segments;
  if (first?.toLowerCase() === 'subscriptions' && subscriptionId)
    ownSubscription(subscriptionId, caller.tenantId, context);
  return { ...context, caller };
}

/** The subscription, which must belong to the token's tenant. */
function ownSubscription(
  subscriptionId: string,
  tenantId: string,
  context: SandboxContext,
): Subscription {
  const subscription = context.world.subscriptions.get(subscriptionId);
  if (!subscription)
    refuse(404, 'SubscriptionNotFound', `The subscription '${subscriptionId}' could not be found.`);
  if (subscription.tenantId.toLowerCase() !== tenantId.toLowerCase()) {
    refuse(
      401,
      'InvalidAuthenticationTokenTenant',
      `The access token is from the wrong issuer 'https://sts.windows.net/${tenantId}/'. It must match the tenant 'https://sts.windows.net/${subscription.tenantId}/' associated with this subscription.`,
    );
  }
  return subscription;
}

/** What the customer did not grant. */
export const deniedActions = (context: ArmContext): string[] =>
  (context.world.customerOfTenant(context.caller.tenantId)?.deny ?? []).map((entry) =>
    entry.replace(/^arm:/i, ''),
  );

/** Whether the customer did not grant the action. */
export const denies = (context: ArmContext, action: string): boolean =>
  deniedActions(context).some((entry) => entry.toLowerCase() === action.toLowerCase());

/** Refuses with 403 when the customer did not grant the action. */
export function requirePermission(context: ArmContext, action: string, scope: string): void {
  if (!denies(context, action)) return;
  const { appId, objectId } = context.caller;
  refuse(
    403,
    'AuthorizationFailed',
    `The client '${appId}' with object id '${objectId}' does not have authorization to perform action '${action}' over scope '${scope}' or the scope is invalid. If access was recently granted, please refresh your credentials.`,
  );
}

export const typeName = (kind: Vault['kind']): string =>
  `Microsoft.KeyVault/${kind === 'vault' ? 'vaults' : 'managedHSMs'}`;

export const vaultId = (
  vault: Pick<Vault, 'kind' | 'name' | 'subscriptionId' | 'resourceGroup'>,
): string =>
  `/subscriptions/${vault.subscriptionId}/resourceGroups/${vault.resourceGroup}/providers/${typeName(vault.kind)}/${vault.name}`;

/** The resource group under the spelling it was made with. */
export function findGroup(context: ArmContext, subscriptionId: string, group: string): string {
  const found = context.world.subscriptions
    .get(subscriptionId)
    ?.resourceGroups.find((name) => name.toLowerCase() === group.toLowerCase());
  return (
    found ?? refuse(404, 'ResourceGroupNotFound', `Resource group '${group}' could not be found.`)
  );
}

/**
 * The vault or HSM under exactly this subscription and group; the action is asked for before
 * anything is revealed.
 */
export function findVault(
  kind: Vault['kind'],
  parameters: Record<string, string>,
  action: string,
  context: ArmContext,
): Vault {
  const { subscription = '', group = '', vault: name = '' } = parameters;
  requirePermission(
    context,
    action,
    `/subscriptions/${subscription}/resourceGroups/${group}/providers/${typeName(kind)}/${name}`,
  );
  const groupName = findGroup(context, subscription, group);
  const vault = context.world.vault(name);
  const here =
    vault?.kind === kind &&
    vault.subscriptionId.toLowerCase() === subscription.toLowerCase() &&
    vault.resourceGroup === groupName;
  if (!vault || !here) {
    refuse(
      404,
      'ResourceNotFound',
      `The Resource '${typeName(kind)}/${name}' under resource group '${groupName}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    );
  }
  return vault;
}
