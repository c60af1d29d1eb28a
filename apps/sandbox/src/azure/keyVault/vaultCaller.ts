/**
 * Access to a vault: challenge, token, firewall, data actions, in the order of the real service.
 */
import type { JWTPayload } from 'jose';
import { Refusal } from '../../server/exchange.ts';
import type { Call } from '../../server/exchange.ts';
import type { SandboxContext } from '../../server/sandboxContext.ts';
import type { Vault } from '../../state/records.ts';
import { azureError } from '../azureErrors.ts';
import { HSM_SUFFIX, VAULT_SUFFIX } from '../azureHosts.ts';

export interface VaultContext extends SandboxContext {
  vault: Vault;
  caller: JWTPayload;
}

/** The address from which everybody calls, as a vault's firewall sees it. */
const CALLER_ADDRESS = '203.0.113.10';

/**
 * A vault that does not exist has no DNS name in the real cloud; the nearest thing over an open
 * connection is 421.
 */
export function vaultOfHost(host: string, context: SandboxContext): Vault {
  const kind = host.endsWith(VAULT_SUFFIX) ? 'vault' : 'managedHsm';
  const name = host.slice(0, -(kind === 'vault' ? VAULT_SUFFIX : HSM_SUFFIX).length);
  const vault = context.world.vault(name);
  if (vault?.kind === kind) return vault;
  throw new Refusal(
    azureError(
      421,
      'HostNotFound',
      `There is no ${kind === 'vault' ? 'vault' : 'Managed HSM'} at ${host}.`,
    ),
  );
}

/**
 * The claims of the caller; the challenge comes before anything of the request is read, since SDKs
 * send their first one empty.
 */
export async function authenticateCaller(
  call: Call,
  vault: Vault,
  context: SandboxContext,
): Promise<JWTPayload> {
  const resource =
    vault.kind === 'vault' ? 'https://vault.azure.net' : 'https://managedhsm.azure.net';
  const tenantId = String(vault.properties.tenantId);
  const challenge = {
    'www-authenticate': `Bearer authorization="https://login.microsoftonline.com/${tenantId}", resource="${resource}"`,
  };
  const unauthorized = (message: string) =>
    new Refusal({ ...azureError(401, 'Unauthorized', message), headers: challenge });
  if (!call.headers.authorization)
    throw unauthorized('AKV10000: Request is missing a Bearer or PoP token.');
  const claims = await context.mint.read(call.headers.authorization);
  if (!claims)
    throw unauthorized('AKV10046: Unable to resolve the key used for signature validation.');
  if (claims.aud !== resource)
    throw unauthorized(
      `AKV10022: Invalid audience. Expected ${resource}, found: ${String(claims.aud)}.`,
    );
  if (String(claims.tid).toLowerCase() !== tenantId.toLowerCase())
    throw unauthorized(
      `AKV10032: Invalid issuer. Expected one of https://sts.windows.net/${tenantId}/, found https://sts.windows.net/${String(claims.tid)}/.`,
    );
  return claims;
}

/**
 * NET-01, NET-05: the reader comes from the internet and is on no list, unless a rule lets
 * everybody of its range in.
 */
export function passFirewall(vault: Vault, caller: JWTPayload): void {
  const acls = vault.properties.networkAcls as
    { defaultAction?: string; ipRules?: { value: string }[] } | undefined;
  const enabled =
    String(vault.properties.publicNetworkAccess ?? 'Enabled').toLowerCase() === 'enabled';
  const listed =
    acls?.defaultAction?.toLowerCase() !== 'deny' ||
    acls.ipRules?.some(({ value }) => value.split('/')[0] === CALLER_ADDRESS);
  if (enabled && listed) return;
  const message = `Client address is not authorized and caller is not a trusted service.\r\nClient address: ${CALLER_ADDRESS}\r\nCaller: appid=${String(caller.appid)};oid=${String(caller.oid)}\r\nVault: ${vault.name};location=${vault.location}`;
  throw new Refusal(azureError(403, 'Forbidden', message, { code: 'ForbiddenByFirewall' }));
}

/** Refuses with 403 when the customer did not grant the data action. */
export function requireDataPermission(context: VaultContext, action: string): void {
  const full = `Microsoft.KeyVault/${context.vault.kind === 'vault' ? 'vaults' : 'managedHsm'}/${action}`;
  const deny = context.world.customerOfTenant(String(context.caller.tid))?.deny ?? [];
  if (!deny.some((entry) => entry.replace(/^data:/i, '').toLowerCase() === full.toLowerCase()))
    return;
  const message = `Caller is not authorized to perform action on resource.\r\nIf role assignments, deny assignments or role definitions were changed recently, please observe propagation time.\r\nCaller: appid=${String(context.caller.appid)};oid=${String(context.caller.oid)}\r\nAction: '${full}'\r\nAssignment: (not found)\r\nDenyAssignmentId: null\r\nDecisionReason: 'DeniedWithNoValidRBAC' \r\nVault: ${context.vault.name};location=${context.vault.location}\r\n`;
  throw new Refusal(azureError(403, 'Forbidden', message, { code: 'ForbiddenByRbac' }));
}
