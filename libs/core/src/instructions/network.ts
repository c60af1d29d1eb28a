/** NETWORK: Adobe gets through the vault's firewall (AEP-08..11). */
import { ADOBE_ADDRESS } from '../checks/adobeAddress.ts';
import { bicep, code, powerShell, shell, terraform } from './quoting.ts';
import { both, script, type Draft, type Instructions } from './instruction.ts';
import { LABELS } from './labels.ts';
import { or, type Setting } from './setting.ts';

const ONLY_IF_RESTRICTED = '# Only for a vault that is restricted already: an open one needs nothing, and this would close it to others.';

function scripts(s: Setting): Instructions['scripts'] {
  const vault = or(s.vault, 'vault');
  const group = or(s.resourceGroup, 'resource-group');
  const [nameOption, update] = s.isHsm ? ['--hsm-name', 'update-hsm'] : ['--name', 'update'];
  return [
    script(
      'AZ_CLI',
      ONLY_IF_RESTRICTED,
      `VAULT=${shell(vault)}`,
      `RESOURCE_GROUP=${shell(group)}`,
      `az keyvault ${update} ${nameOption}="$VAULT" --resource-group="$RESOURCE_GROUP" --public-network-access Enabled --default-action Deny --bypass AzureServices`,
      `az keyvault network-rule add ${nameOption}="$VAULT" --resource-group="$RESOURCE_GROUP" --ip-address ${ADOBE_ADDRESS}`,
    ),
    ...(s.isHsm
      ? []
      : [
          script(
            'POWERSHELL',
            ONLY_IF_RESTRICTED,
            `Update-AzKeyVaultNetworkRuleSet -VaultName ${powerShell(vault)} -ResourceGroupName ${powerShell(group)} -DefaultAction Deny -Bypass AzureServices`,
            `Add-AzKeyVaultNetworkRule -VaultName ${powerShell(vault)} -ResourceGroupName ${powerShell(group)} -IpAddressRange '${ADOBE_ADDRESS}/32'`,
            // Last, so that the vault is not open to everybody in between.
            `Update-AzKeyVault -VaultName ${powerShell(vault)} -ResourceGroupName ${powerShell(group)} -PublicNetworkAccess Enabled`,
          ),
          script(
            'BICEP',
            '// Inside the properties of the vault:',
            `// resource vault … = { name: ${bicep(vault)} … properties: {`,
            "publicNetworkAccess: 'Enabled'",
            'networkAcls: {',
            "  defaultAction: 'Deny'",
            "  bypass: 'AzureServices'",
            '  ipRules: [',
            `    {\n      value: '${ADOBE_ADDRESS}/32'\n    }`,
            '  ]',
            '}',
          ),
          script(
            'TERRAFORM',
            '# Inside the resource azurerm_key_vault of this vault:',
            `# name = ${terraform(vault)}`,
            'public_network_access_enabled = true',
            'network_acls {',
            '  default_action = "Deny"',
            '  bypass         = "AzureServices"',
            `  ip_rules       = ["${ADOBE_ADDRESS}/32"]`,
            '}',
          ),
        ]),
  ];
}

export function networkInstructions(s: Setting): Draft {
  const vault = code(or(s.vault, 'vault'));
  const address = code(ADOBE_ADDRESS);
  return {
    lines: [
      both(
        `Open the vault ${vault} in the Azure portal, **Networking > Firewalls and virtual networks**.`,
        `Abra el almacén ${vault} en el portal de Azure, **Redes > Firewalls y redes virtuales**.`,
      ),
      both(
        'With public access from all networks there is nothing to do.',
        'Con acceso público desde todas las redes no hay nada que hacer.',
      ),
      both(
        'Otherwise choose **Allow public access from specific virtual networks and IP addresses**. With public access disabled, IP rules have no effect.',
        'En otro caso elija **Permitir el acceso público desde redes virtuales y direcciones IP específicas**. Con el acceso público deshabilitado, las reglas de IP no tienen efecto.',
      ),
      both(
        `Under **Firewall** add ${address}. The portal’s button puts in your own address: replace it.`,
        `En **Firewall** añada ${address}. El botón del portal pone su propia dirección: sustitúyala.`,
      ),
      both(
        'Tick **Allow trusted Microsoft services to bypass this firewall** and save.',
        'Marque **Permitir que los servicios de confianza de Microsoft omitan este firewall** y guarde.',
      ),
      both('Wait up to 10 minutes; it is checked by itself afterwards.', 'Espere hasta 10 minutos; después se comprueba automáticamente.'),
    ],
    values: [
      [LABELS.vault, s.vault],
      [LABELS.address, ADOBE_ADDRESS],
    ],
    scripts: scripts(s),
  };
}
