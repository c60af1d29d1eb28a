/** Scripts that change an existing vault: each names only what has to change. */
import type { VaultFacts } from '@keyway/core';
import { script, type Instructions } from './instruction.ts';
import { powerShell, shell, terraform } from './quoting.ts';
import { comment } from './scriptText.ts';
import { or, type Setting } from './setting.ts';

type Script = Instructions['scripts'][number];

/** What the checks of VAULT ask for that a script can change (AEP-07). */
export interface VaultNeeds {
  softDelete: boolean;
  purgeProtection: boolean;
  rbac: boolean;
}

export const vaultNeeds = (vault: VaultFacts): VaultNeeds => ({
  softDelete: vault.enableSoftDelete === false,
  purgeProtection: vault.enablePurgeProtection !== true,
  rbac: vault.kind === 'vault' && vault.enableRbacAuthorization !== true,
});

/**
 * The resource that changes some properties of an existing one: it reads, merges and writes, and
 * its removal changes nothing.
 */
export const azapiComments = (s: Setting): string[] => [
  comment(s, 'azapiVersion'),
  comment(s, 'azapiRemoval'),
  comment(s, 'azapiOtherCode'),
];
export const azapiType = (s: Setting): string =>
  `Microsoft.KeyVault/${s.isHsm ? 'managedHSMs' : 'vaults'}@2023-07-01`;

function azCli(s: Setting, needs: VaultNeeds): Script {
  const update = s.isHsm
    ? 'az keyvault update-hsm --hsm-name="$VAULT" --resource-group="$RESOURCE_GROUP"'
    : 'az keyvault update --name="$VAULT" --resource-group="$RESOURCE_GROUP"';
  return script(
    'AZ_CLI',
    `VAULT=${shell(or(s, 'vault'))}`,
    `RESOURCE_GROUP=${shell(or(s, 'resourceGroup'))}`,
    `az account set --subscription=${shell(or(s, 'subscriptionId'))}`,
    needs.softDelete && comment(s, 'softDeleteIsFinal'),
    needs.softDelete && `${update} --set properties.enableSoftDelete=true`,
    needs.purgeProtection && comment(s, 'purgeProtectionIsFinal'),
    needs.purgeProtection && `${update} --enable-purge-protection true`,
    needs.rbac && comment(s, 'accessPoliciesEnd'),
    needs.rbac && `${update} --enable-rbac-authorization true`,
  );
}

function powerShellScript(s: Setting, needs: VaultNeeds): Script {
  const name = powerShell(or(s, 'vault'));
  const group = powerShell(or(s, 'resourceGroup'));
  const update = s.isHsm
    ? `Update-AzKeyVaultManagedHsm -Name ${name} -ResourceGroupName ${group}`
    : `Update-AzKeyVault -VaultName ${name} -ResourceGroupName ${group}`;
  return script(
    'POWERSHELL',
    `Set-AzContext -Subscription ${powerShell(or(s, 'subscriptionId'))}`,
    needs.purgeProtection && comment(s, 'purgeProtectionIsFinal'),
    needs.purgeProtection && `${update} -EnablePurgeProtection`,
    needs.rbac && comment(s, 'accessPoliciesEnd'),
    needs.rbac && `${update} -DisableRbacAuthorization $false`,
  );
}

const terraformScript = (s: Setting, needs: VaultNeeds): Script =>
  script(
    'TERRAFORM',
    ...azapiComments(s),
    'resource "azapi_update_resource" "vault" {',
    `  type        = ${terraform(azapiType(s))}`,
    `  resource_id = ${terraform(or(s, 'resourceId'))}`,
    '  body = {',
    '    properties = {',
    needs.softDelete && '      enableSoftDelete = true',
    needs.purgeProtection && `      ${comment(s, 'purgeProtectionIsFinal')}`,
    needs.purgeProtection && '      enablePurgeProtection = true',
    needs.rbac && `      ${comment(s, 'accessPoliciesEnd')}`,
    needs.rbac && '      enableRbacAuthorization = true',
    '    }',
    '  }',
    '}',
  );

/**
 * Empty where nothing has to change. Never Bicep: a deployment writes every property of a vault, of
 * which Keyway does not read all.
 */
export function changeScripts(s: Setting, needs: VaultNeeds): Instructions['scripts'] {
  if (!Object.values(needs).includes(true)) return [];
  // The cmdlet has no switch for soft-delete.
  return [
    azCli(s, needs),
    ...(needs.softDelete ? [] : [powerShellScript(s, needs)]),
    terraformScript(s, needs),
  ];
}
