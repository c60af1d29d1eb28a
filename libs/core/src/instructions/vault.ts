/** VAULT: a vault Adobe can use (AEP-03..07, CJA-04). */
import { bicep, code, powerShell, shell, terraform } from './quoting.ts';
import { both, script, type Draft, type Instructions } from './instruction.ts';
import { LABELS } from './labels.ts';
import { or, type Setting } from './setting.ts';

type Script = Instructions['scripts'][number];

function azCli(s: Setting): Script {
  const head = [
    `VAULT=${shell(or(s.vault, 'vault'))}`,
    `RESOURCE_GROUP=${shell(or(s.resourceGroup, 'resource-group'))}`,
    `LOCATION=${shell(or(s.location, 'location'))}`,
  ];
  const account = `az account set --subscription=${shell(or(s.subscriptionId, 'subscription-id'))}`;
  if (s.vaultSeen) {
    return script(
      'AZ_CLI',
      ...head.slice(0, 2),
      account,
      '# One-way: purge protection cannot be switched off again.',
      s.isHsm
        ? 'az keyvault update-hsm --hsm-name="$VAULT" --resource-group="$RESOURCE_GROUP" --enable-purge-protection true'
        : 'az keyvault update --name="$VAULT" --resource-group="$RESOURCE_GROUP" --enable-purge-protection true',
      !s.isHsm && '# Voids every access policy at once: give the vault’s present users equivalent roles first.',
      !s.isHsm && 'az keyvault update --name="$VAULT" --resource-group="$RESOURCE_GROUP" --enable-rbac-authorization true',
    );
  }
  return script(
    'AZ_CLI',
    ...head,
    account,
    s.isHsm
      ? 'ADMINISTRATOR=$(az ad signed-in-user show --query id --output tsv)\naz keyvault create --hsm-name="$VAULT" --resource-group="$RESOURCE_GROUP" --location="$LOCATION" --administrators="$ADMINISTRATOR" --retention-days 90 --enable-purge-protection true'
      : 'az keyvault create --name="$VAULT" --resource-group="$RESOURCE_GROUP" --location="$LOCATION" --sku premium --enable-rbac-authorization true --enable-purge-protection true --retention-days 90',
  );
}

function powerShellScript(s: Setting): Script {
  const name = powerShell(or(s.vault, 'vault'));
  const group = powerShell(or(s.resourceGroup, 'resource-group'));
  const context = `Set-AzContext -Subscription ${powerShell(or(s.subscriptionId, 'subscription-id'))}`;
  if (s.isHsm) {
    return script(
      'POWERSHELL',
      context,
      s.vaultSeen
        ? `Update-AzKeyVaultManagedHsm -Name ${name} -ResourceGroupName ${group} -EnablePurgeProtection`
        : `New-AzKeyVaultManagedHsm -Name ${name} -ResourceGroupName ${group} -Location ${powerShell(or(s.location, 'location'))} -Administrator (Get-AzADUser -SignedIn).Id -SoftDeleteRetentionInDays 90 -EnablePurgeProtection`,
    );
  }
  return script(
    'POWERSHELL',
    context,
    ...(s.vaultSeen
      ? [
          `Update-AzKeyVault -VaultName ${name} -ResourceGroupName ${group} -EnablePurgeProtection`,
          '# Voids every access policy at once: give the vault’s present users equivalent roles first.',
          `Update-AzKeyVault -VaultName ${name} -ResourceGroupName ${group} -DisableRbacAuthorization $false`,
        ]
      : [
          '# Az 12 or newer: new vaults use Azure roles.',
          `New-AzKeyVault -VaultName ${name} -ResourceGroupName ${group} -Location ${powerShell(or(s.location, 'location'))} -Sku Premium -EnablePurgeProtection -SoftDeleteRetentionInDays 90`,
        ]),
  );
}

function bicepScript(s: Setting): Script {
  const tenant = bicep(or(s.tenantId, 'tenant-id'));
  return script(
    'BICEP',
    s.isHsm && 'param administratorObjectId string',
    s.isHsm
      ? `resource vault 'Microsoft.KeyVault/managedHSMs@2023-07-01' = {`
      : `resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {`,
    `  name: ${bicep(or(s.vault, 'vault'))}`,
    '  location: resourceGroup().location',
    s.isHsm && "  sku: {\n    family: 'B'\n    name: 'Standard_B1'\n  }",
    '  properties: {',
    `    tenantId: ${tenant}`,
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
}

function terraformScript(s: Setting): Script {
  return script(
    'TERRAFORM',
    s.isHsm && 'data "azurerm_client_config" "current" {}\n',
    s.isHsm ? 'resource "azurerm_key_vault_managed_hardware_security_module" "cmk" {' : 'resource "azurerm_key_vault" "cmk" {',
    `  name                       = ${terraform(or(s.vault, 'vault'))}`,
    `  resource_group_name        = ${terraform(or(s.resourceGroup, 'resource-group'))}`,
    `  location                   = ${terraform(or(s.location, 'location'))}`,
    `  tenant_id                  = ${terraform(or(s.tenantId, 'tenant-id'))}`,
    s.isHsm
      ? '  sku_name                   = "Standard_B1"\n  admin_object_ids           = [data.azurerm_client_config.current.object_id]'
      : '  sku_name                   = "premium"',
    '  purge_protection_enabled   = true',
    '  soft_delete_retention_days = 90',
    !s.isHsm && '  rbac_authorization_enabled = true # azurerm before 4.42: enable_rbac_authorization',
    '}',
  );
}

export function vaultInstructions(s: Setting): Draft {
  const name = code(or(s.vault, 'vault'));
  const tenant = code(or(s.tenantId, 'tenant-id'));
  return {
    lines: [
      s.vault === null &&
        both(
          'Choose a name for the vault; it is for good and unique in all of Azure. Then provide the key’s identifier here.',
          'Elija un nombre para el almacén: es definitivo y único en todo Azure. Después indique aquí el identificador de la clave.',
        ),
      s.track === 'CJA' &&
        both(
          'Use a new vault for Customer Journey Analytics only, not the one of Experience Platform.',
          'Use un almacén nuevo solo para Customer Journey Analytics, no el de Experience Platform.',
        ),
      both(
        `In the Azure portal, in tenant ${tenant}, open the vault ${name}, or create it with tier Premium (or Standard).`,
        `En el portal de Azure, en el inquilino ${tenant}, abra el almacén ${name}, o créelo con el nivel Premium (o Estándar).`,
      ),
      both(
        'Soft-delete with 90 days; the number of days cannot be changed later.',
        'Eliminación temporal con 90 días; el número de días no se puede cambiar después.',
      ),
      both(
        '**Properties > Purge protection > Enable.** It cannot be switched off again.',
        '**Propiedades > Protección contra purga > Habilitar.** No se puede volver a desactivar.',
      ),
      s.isHsm
        ? both(
            'Activate the Managed HSM by downloading its security domain, and keep that safe.',
            'Active el Managed HSM descargando su dominio de seguridad y guárdelo en un lugar seguro.',
          )
        : both(
            '**Settings > Access configuration > Azure role-based access control.** On a vault in use first give its users equivalent roles: the switch voids every access policy at once.',
            '**Configuración > Configuración de acceso > Control de acceso basado en rol de Azure.** En un almacén en uso, dé antes a sus usuarios roles equivalentes: el cambio anula de golpe todas las directivas de acceso.',
          ),
    ],
    values: [
      [LABELS.vault, s.vault],
      [LABELS.tenant, s.tenantId],
      [LABELS.subscription, s.subscriptionId],
    ],
    scripts: [azCli(s), powerShellScript(s), bicepScript(s), terraformScript(s)],
  };
}
