/** Scripts that create a vault. None of them overwrites an existing one. */
import { script, type Instructions } from './instruction.ts';
import { bicep, powerShell, shell, terraform } from './quoting.ts';
import { comment, scriptText } from './scriptText.ts';
import { or, type Setting } from './setting.ts';

type Script = Instructions['scripts'][number];

const placeOf = (s: Setting): string =>
  `${s.isHsm ? '--hsm-name' : '--name'}="$VAULT" --resource-group="$RESOURCE_GROUP"`;

/**
 * All of it only in the subscription it is for: signed in elsewhere it would find no vault and
 * create one there, and purge protection would hold the name.
 */
const azCli = (s: Setting): Script =>
  script(
    'AZ_CLI',
    `VAULT=${shell(or(s, 'vault'))}`,
    `RESOURCE_GROUP=${shell(or(s, 'resourceGroup'))}`,
    `LOCATION=${shell(or(s, 'location'))}`,
    `if az account set --subscription=${shell(or(s, 'subscriptionId'))}; then`,
    s.isHsm &&
      '  ADMINISTRATOR=${ADMINISTRATOR:-$(az ad signed-in-user show --query id --output tsv)}',
    `  ${comment(s, 'newVaultOnly')}`,
    `  if az keyvault show ${placeOf(s)} --query id --output tsv 2>&1 | tee /dev/stderr | grep -q '(ResourceNotFound)'; then`,
    `    az keyvault create ${placeOf(s)} --location="$LOCATION" ${
      s.isHsm
        ? '--administrators="$ADMINISTRATOR"'
        : '--sku premium --enable-rbac-authorization true'
    } --enable-purge-protection true --retention-days 90`,
    '  fi',
    'fi',
  );

function powerShellScript(s: Setting): Script {
  const name = powerShell(or(s, 'vault'));
  const group = powerShell(or(s, 'resourceGroup'));
  const location = powerShell(or(s, 'location'));
  const inSubscription = `if ((Set-AzContext -Subscription ${powerShell(or(s, 'subscriptionId'))} -ErrorAction Stop) -and`;
  return script(
    'POWERSHELL',
    ...(s.isHsm
      ? [
          `${inSubscription} -not (Get-AzKeyVaultManagedHsm -Name ${name} -ResourceGroupName ${group} -ErrorAction SilentlyContinue)) {`,
          `  New-AzKeyVaultManagedHsm -Name ${name} -ResourceGroupName ${group} -Location ${location} -Administrator (Get-AzADUser -SignedIn).Id -SoftDeleteRetentionInDays 90 -EnablePurgeProtection`,
        ]
      : [
          comment(s, 'azVersion'),
          `${inSubscription} -not (Get-AzKeyVault -VaultName ${name} -ResourceGroupName ${group} -ErrorAction SilentlyContinue)) {`,
          `  New-AzKeyVault -VaultName ${name} -ResourceGroupName ${group} -Location ${location} -Sku Premium -EnablePurgeProtection -SoftDeleteRetentionInDays 90`,
        ]),
    '}',
  );
}

/**
 * A deployment replaces the properties of what exists, so this is for a vault that was observed not
 * to exist, and stays so when it is deployed again.
 */
const bicepScript = (s: Setting): Script =>
  script(
    'BICEP',
    'param location string',
    s.isHsm && 'param administratorObjectId string',
    `// ${scriptText(s, 'bicepVersion')}`,
    '@onlyIfNotExists()',
    `resource vault 'Microsoft.KeyVault/${s.isHsm ? 'managedHSMs' : 'vaults'}@2023-07-01' = {`,
    `  name: ${bicep(or(s, 'vault'))}`,
    '  location: location',
    s.isHsm && "  sku: {\n    family: 'B'\n    name: 'Standard_B1'\n  }",
    '  properties: {',
    `    tenantId: ${bicep(or(s, 'tenantId'))}`,
    s.isHsm
      ? '    initialAdminObjectIds: [\n      administratorObjectId\n    ]'
      : "    sku: {\n      family: 'A'\n      name: 'premium'\n    }",
    '    enableSoftDelete: true',
    '    softDeleteRetentionInDays: 90',
    '    enablePurgeProtection: true',
    !s.isHsm && '    enableRbacAuthorization: true',
    '  }',
    '}',
  );

/** The provider refuses to create what exists. */
const terraformScript = (s: Setting): Script =>
  script(
    'TERRAFORM',
    s.isHsm && 'data "azurerm_client_config" "current" {}\n',
    s.isHsm
      ? 'resource "azurerm_key_vault_managed_hardware_security_module" "cmk" {'
      : 'resource "azurerm_key_vault" "cmk" {',
    `  name                       = ${terraform(or(s, 'vault'))}`,
    `  resource_group_name        = ${terraform(or(s, 'resourceGroup'))}`,
    `  location                   = ${terraform(or(s, 'location'))}`,
    `  tenant_id                  = ${terraform(or(s, 'tenantId'))}`,
    s.isHsm
      ? '  sku_name                   = "Standard_B1"\n  admin_object_ids           = [data.azurerm_client_config.current.object_id]'
      : '  sku_name                   = "premium"',
    '  purge_protection_enabled   = true',
    '  soft_delete_retention_days = 90',
    !s.isHsm && `  rbac_authorization_enabled = true ${comment(s, 'rbacBefore442')}`,
    '  lifecycle {',
    '    prevent_destroy = true',
    '  }',
    '}',
  );

export const creationScripts = (s: Setting): Instructions['scripts'] => [
  azCli(s),
  powerShellScript(s),
  ...(s.vaultState === 'absent' ? [bicepScript(s)] : []),
  terraformScript(s),
];

/** Brings a deleted vault back with all it held, except for its role assignments (KV-09). */
export const recoveryScripts = (s: Setting): Instructions['scripts'] => [
  script(
    'AZ_CLI',
    `VAULT=${shell(or(s, 'vault'))}`,
    `az account set --subscription=${shell(or(s, 'subscriptionId'))}`,
    `if az keyvault show-deleted ${s.isHsm ? '--hsm-name' : '--name'}="$VAULT" --query id --output tsv; then`,
    `  az keyvault recover ${s.isHsm ? '--hsm-name' : '--name'}="$VAULT"`,
    'fi',
  ),
  ...(s.isHsm
    ? []
    : [
        script(
          'POWERSHELL',
          `Set-AzContext -Subscription ${powerShell(or(s, 'subscriptionId'))}`,
          `$deleted = Get-AzKeyVault -InRemovedState | Where-Object VaultName -eq ${powerShell(or(s, 'vault'))}`,
          "Undo-AzKeyVaultRemoval -VaultName $deleted.VaultName -ResourceGroupName ($deleted.ResourceId.Split('/')[4]) -Location $deleted.Location",
        ),
      ]),
];
