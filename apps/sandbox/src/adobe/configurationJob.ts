/**
 * What becomes of a configuration that Adobe accepted: validated against the vault as it really is,
 * then rolled out. No reason is given for a failure, as in the documents (AEP-43).
 */
import { keyIdentifier, currentVersion } from '../azure/keyVault/keyJson.ts';
import { vaultId } from '../azure/arm/armCaller.ts';
import { HSM_CRYPTO_SERVICE_ENCRYPTION_USER } from '../azure/keyVault/managedHsm.ts';
import { roleDefinitions } from '../azure/arm/roleDefinitions.ts';
import { objectIn } from '../isObject.ts';
import type { SandboxContext } from '../server/sandboxContext.ts';
import type { Configuration, Customer, Key, KeyVersion, Vault } from '../state/records.ts';
import type { World } from '../state/world.ts';

/** How long each of the two phases lasts at scale 1. */
const PHASE_MS = 40_000;

const MIN_KEY_BITS = 3072;

/** The word that Adobe's GET answers now (ST-03 to ST-07). */
export function jobStatus(
  configuration: Configuration,
  customer: Customer,
  context: SandboxContext,
): string {
  const phase = PHASE_MS * context.scale * customer.adobe.pace;
  const elapsed = context.now() - configuration.acceptedAt;
  if (!configuration.verdict && customer.adobe.outcome === 'unknownStatus')
    return 'PENDING_APPROVAL';
  if (!configuration.verdict && elapsed < phase) return 'RUNNING';
  const verdict = configuration.verdict ?? evaluate(configuration, customer, context);
  if (verdict === 'invalid') return 'FAILED';
  return elapsed < 2 * phase ? 'UPDATE_EXISTING_RESOURCES' : 'COMPLETED';
}

/** Validates once, when the first phase is over, and keeps the verdict. */
function evaluate(
  configuration: Configuration,
  customer: Customer,
  context: SandboxContext,
): 'valid' | 'invalid' {
  const works =
    customer.adobe.outcome !== 'failed' &&
    keyWorks(configuration.keyVaultKeyIdentifier, customer.applicationIds.AEP, context);
  const verdict = works ? 'valid' : 'invalid';
  context.world.configurations.put(configuration.id, { ...configuration, verdict });
  return verdict;
}

/**
 * Whether the application can wrap and unwrap with the key, and the vault is as Adobe demands
 * (AEP-03, AEP-09, AEP-13..15, AEP-29).
 */
export function keyWorks(
  identifier: string,
  appId: string,
  { world, now }: Pick<SandboxContext, 'world' | 'now'>,
): boolean {
  const parts =
    /^https:\/\/([^./]+)\.(vault|managedhsm)\.azure\.net(?::443)?\/keys\/([^/]+)(?:\/([^/]+))?\/?$/i.exec(
      identifier,
    );
  if (!parts) return false;
  const [, vaultName = '', kind = '', keyName = '', version] = parts;
  const vault = world.vault(vaultName);
  const key = world.key(vaultName, keyName);
  if (!vault || !key || (vault.kind === 'vault') !== (kind.toLowerCase() === 'vault')) return false;
  const named = version
    ? key.versions.find((candidate) => candidate.version === version.toLowerCase())
    : currentVersion(key);
  return (
    Boolean(named) &&
    vaultFits(vault) &&
    versionFits(currentVersion(key), now()) &&
    mayUse(vault, key, appId, world)
  );
}

function vaultFits({ kind, properties }: Vault): boolean {
  const acls = objectIn(properties.networkAcls);
  const open =
    (properties.publicNetworkAccess ?? 'Enabled') === 'Enabled' &&
    (acls.defaultAction ?? 'Allow') === 'Allow';
  const reachable =
    open ||
    (acls.bypass === 'AzureServices' && properties.publicNetworkAccess !== 'SecuredByPerimeter');
  const rbac = kind === 'managedHsm' || properties.enableRbacAuthorization === true;
  return (
    properties.enablePurgeProtection === true &&
    properties.enableSoftDelete !== false &&
    rbac &&
    reachable
  );
}

function versionFits({ bits, keyOps, enabled, nbf, exp }: KeyVersion, now: number): boolean {
  const inTime = (nbf ?? 0) * 1000 <= now && (exp ?? Infinity) * 1000 > now;
  return (
    bits >= MIN_KEY_BITS &&
    enabled &&
    inTime &&
    ['wrapKey', 'unwrapKey'].every((name) => keyOps.includes(name))
  );
}

/**
 * A role that permits wrapping, at the key or above, for the principal in the vault's own tenant,
 * and no denial against it (AEP-32, RB-06).
 */
function mayUse(vault: Vault, key: Key, appId: string, world: World): boolean {
  const principal = world.principal(String(vault.properties.tenantId), appId);
  if (!principal) return false;
  if (vault.kind === 'managedHsm') {
    const scopes = ['/', '/keys', new URL(keyIdentifier(vault, key.name)).pathname];
    return world.hsmAssignments
      .group(vault.name)
      .some(
        (one) =>
          one.principalId === principal.id &&
          one.roleDefinitionId.endsWith(HSM_CRYPTO_SERVICE_ENCRYPTION_USER) &&
          scopes.includes(one.scope),
      );
  }
  const target = `${vaultId(vault)}/keys/${key.name}/`.toLowerCase();
  const denied = world.denials
    .group(vault.subscriptionId)
    .some(
      (one) =>
        one.dataActions.some(wraps) &&
        !one.notDataActions.some(wraps) &&
        target.startsWith(`${one.scope.toLowerCase()}/`),
    );
  if (denied) return false;
  return world.assignments
    .group(vault.subscriptionId)
    .some(
      (one) =>
        one.principalId === principal.id &&
        permitsWrap(one.roleDefinitionId) &&
        target.startsWith(`${one.scope.toLowerCase()}/`),
    );
}

function permitsWrap(roleDefinitionId: string): boolean {
  const role = roleDefinitions.find((candidate) =>
    roleDefinitionId.toLowerCase().endsWith(candidate.guid),
  );
  return Boolean(role?.dataActions.some(wraps));
}

const wraps = (action: string): boolean =>
  [
    'Microsoft.KeyVault/vaults/keys/wrap/action',
    'Microsoft.KeyVault/vaults/keys/*',
    'Microsoft.KeyVault/vaults/*',
  ].includes(action);
