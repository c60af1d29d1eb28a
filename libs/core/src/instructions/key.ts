/** KEY: an RSA key of at least 3072 bits that may wrap and unwrap (AEP-13..18). */
import { bicep, code, powerShell, shell, terraform } from './quoting.ts';
import { both, script, type Draft, type Instructions } from './instruction.ts';
import { LABELS } from './labels.ts';
import { or, type Setting } from './setting.ts';

function scripts(s: Setting): Instructions['scripts'] {
  const [vault, key, group] = [or(s.vault, 'vault'), or(s.key, 'key'), or(s.resourceGroup, 'resource-group')];
  const type = s.isHsm ? 'RSA-HSM' : 'RSA';
  return [
    script(
      'AZ_CLI',
      `VAULT=${shell(vault)}`,
      `KEY=${shell(key)}`,
      `az keyvault key create ${s.isHsm ? '--hsm-name' : '--vault-name'}="$VAULT" --name="$KEY" --kty ${type} --size 3072 --ops wrapKey unwrapKey`,
      `az keyvault key show ${s.isHsm ? '--hsm-name' : '--vault-name'}="$VAULT" --name="$KEY" --query key.kid --output tsv`,
    ),
    script(
      'POWERSHELL',
      s.isHsm
        ? `Add-AzKeyVaultKey -HsmName ${powerShell(vault)} -Name ${powerShell(key)} -KeyType RSA -Size 3072 -KeyOps wrapKey,unwrapKey`
        : `Add-AzKeyVaultKey -VaultName ${powerShell(vault)} -Name ${powerShell(key)} -Destination Software -KeyType RSA -Size 3072 -KeyOps wrapKey,unwrapKey`,
    ),
    script(
      'BICEP',
      `resource vault 'Microsoft.KeyVault/${s.isHsm ? 'managedHSMs' : 'vaults'}@2023-07-01' existing = {`,
      `  name: ${bicep(vault)}`,
      '}',
      `resource key 'Microsoft.KeyVault/${s.isHsm ? 'managedHSMs' : 'vaults'}/keys@2023-07-01' = {`,
      '  parent: vault',
      `  name: ${bicep(key)}`,
      '  properties: {',
      `    kty: '${type}'`,
      '    keySize: 3072',
      "    keyOps: [\n      'wrapKey'\n      'unwrapKey'\n    ]",
      '  }',
      '}',
    ),
    script(
      'TERRAFORM',
      `data "azurerm_key_vault${s.isHsm ? '_managed_hardware_security_module' : ''}" "cmk" {`,
      `  name                = ${terraform(vault)}`,
      `  resource_group_name = ${terraform(group)}`,
      '}',
      `resource "azurerm_key_vault${s.isHsm ? '_managed_hardware_security_module' : ''}_key" "cmk" {`,
      `  name         = ${terraform(key)}`,
      s.isHsm
        ? '  managed_hsm_id = data.azurerm_key_vault_managed_hardware_security_module.cmk.id'
        : '  key_vault_id = data.azurerm_key_vault.cmk.id',
      `  key_type     = "${type}"`,
      '  key_size     = 3072',
      '  key_opts     = ["wrapKey", "unwrapKey"]',
      '}',
    ),
  ];
}

export function keyInstructions(s: Setting): Draft {
  const [vault, key] = [code(or(s.vault, 'vault')), code(or(s.key, 'key'))];
  const officer = s.isHsm ? 'Managed HSM Crypto User' : 'Key Vault Crypto Officer';
  return {
    lines: [
      both(
        `You need the role **${officer}** on ${vault}; creating a vault does not give it.`,
        `Necesita el rol **${officer}** en ${vault}; crear un almacén no lo otorga.`,
      ),
      both(
        `Open ${vault} > **Keys > Generate/Import** and create ${key}: type **RSA** or **RSA-HSM**, size **3072** or **4096**.`,
        `Abra ${vault} > **Claves > Generar o importar** y cree ${key}: tipo **RSA** o **RSA-HSM**, tamaño **3072** o **4096**.`,
      ),
      both(
        'Permitted operations: at least **Wrap Key** and **Unwrap Key**.',
        'Operaciones permitidas: al menos **Encapsular clave** y **Desencapsular clave**.',
      ),
      both(
        'Enabled, without an activation date in the future. Without an expiry date, or with one and a rotation policy that rotates.',
        'Habilitada y sin fecha de activación futura. Sin fecha de caducidad, o con ella y una directiva que la rote.',
      ),
      both(
        'Open the current version, copy **Key Identifier** and provide it here. Name and vault are for good.',
        'Abra la versión actual, copie **Identificador de clave** e indíquelo aquí. El nombre y el almacén son definitivos.',
      ),
    ],
    values: [
      [LABELS.vault, s.vault],
      [LABELS.key, s.key],
      [LABELS.keyIdentifier, s.keyIdentifier],
    ],
    scripts: scripts(s),
  };
}
