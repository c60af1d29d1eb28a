/**
 * Scripts of NETWORK. They add what Adobe needs to the firewall and keep every rule. An open vault
 * has no script, because adding a rule would close it.
 */
import { admitsAddress, ADOBE_ADDRESS, type VaultFacts } from '@keyway/core';
import { script, type Instructions } from './instruction.ts';
import { powerShell, shell, terraform } from './quoting.ts';
import { comment, scriptText } from './scriptText.ts';
import { or, type Setting } from './setting.ts';
import { azapiComments, azapiType } from './vaultChange.ts';

type Script = Instructions['scripts'][number];
const ADOBE_RANGE = `${ADOBE_ADDRESS}/32`;

/**
 * `open`: nothing to do; `admitted`: Adobe is let in; `selected`: something is missing; `disabled`:
 * public access is off, so rules have no effect; `perimeter`: its rules decide (NET-04); `unknown`:
 * not observed, or with values Keyway does not know.
 */
export type NetworkState = 'open' | 'admitted' | 'selected' | 'disabled' | 'perimeter' | 'unknown';

const bypassed = (vault: VaultFacts): boolean =>
  vault.networkAcls?.bypass?.toLowerCase() === 'azureservices';
const admitted = (vault: VaultFacts): boolean =>
  (vault.networkAcls?.ipRules ?? []).some((rule) => admitsAddress(rule, ADOBE_ADDRESS) !== null);

export function networkStateOf(vault: VaultFacts | null): NetworkState {
  if (!vault) return 'unknown';
  const access = vault.publicNetworkAccess?.toLowerCase() ?? 'enabled';
  if (access === 'securedbyperimeter') return 'perimeter';
  if (access === 'disabled') return 'disabled';
  const action =
    vault.networkAcls === null ? 'allow' : vault.networkAcls.defaultAction?.toLowerCase();
  if (access !== 'enabled' || (action !== 'allow' && action !== 'deny')) return 'unknown';
  if (action === 'allow') return 'open';
  return bypassed(vault) && admitted(vault) ? 'admitted' : 'selected';
}

/**
 * What a script has to do. Public access is only ever switched on together with a firewall that
 * denies.
 */
interface NetworkNeeds {
  open: boolean;
  bypass: boolean;
  address: boolean;
}

const ALL: NetworkNeeds = { open: false, bypass: true, address: true };

function needsOf(vault: VaultFacts | null, state: NetworkState): NetworkNeeds {
  if (!vault || state === 'unknown') return ALL;
  return { open: state === 'disabled', bypass: !bypassed(vault), address: !admitted(vault) };
}

const account = (s: Setting): string =>
  `az account set --subscription=${shell(or(s, 'subscriptionId'))}`;

function azCli(s: Setting, needs: NetworkNeeds): Script {
  const place = `${s.isHsm ? '--hsm-name' : '--name'}="$VAULT" --resource-group="$RESOURCE_GROUP"`;
  const update = s.isHsm ? 'update-hsm' : 'update';
  return script(
    'AZ_CLI',
    `VAULT=${shell(or(s, 'vault'))}`,
    `RESOURCE_GROUP=${shell(or(s, 'resourceGroup'))}`,
    comment(s, 'firewallAppliesToYou'),
    comment(s, 'answerYes'),
    'ADMIT_MY_ADDRESS=no',
    account(s),
    comment(s, 'keepsRules'),
    needs.address && `az keyvault network-rule add ${place} --ip-address ${ADOBE_ADDRESS}`,
    needs.bypass && !needs.open && `az keyvault ${update} ${place} --bypass AzureServices`,
    needs.open && comment(s, 'selectedOnly'),
    needs.open &&
      `az keyvault ${update} ${place} --default-action Deny --bypass AzureServices --public-network-access Enabled`,
    comment(s, 'addressFromError'),
    'if [ "$ADMIT_MY_ADDRESS" = yes ]; then',
    `  MY_ADDRESS=$(az keyvault key list ${s.isHsm ? '--hsm-name' : '--vault-name'}="$VAULT" 2>&1 | sed -n 's/.*Client address: *\\([0-9.]*\\).*/\\1/p' | head -n 1)`,
    `  [ -z "$MY_ADDRESS" ] || az keyvault network-rule add ${place} --ip-address="$MY_ADDRESS"`,
    'fi',
  );
}

function powerShellScript(s: Setting, needs: NetworkNeeds): Script {
  const place = `-VaultName ${powerShell(or(s, 'vault'))} -ResourceGroupName ${powerShell(or(s, 'resourceGroup'))}`;
  return script(
    'POWERSHELL',
    `Set-AzContext -Subscription ${powerShell(or(s, 'subscriptionId'))}`,
    comment(s, 'firewallAppliesToYou'),
    comment(s, 'enterAddress'),
    "$MyAddress = ''",
    comment(s, 'keepsRules'),
    needs.address && `Add-AzKeyVaultNetworkRule ${place} -IpAddressRange '${ADOBE_RANGE}'`,
    needs.bypass && !needs.open && `Update-AzKeyVaultNetworkRuleSet ${place} -Bypass AzureServices`,
    needs.open &&
      `Update-AzKeyVaultNetworkRuleSet ${place} -DefaultAction Deny -Bypass AzureServices`,
    // Last, so that the vault is not open to everybody in between.
    needs.open && `Update-AzKeyVault ${place} -PublicNetworkAccess Enabled`,
    `if ($MyAddress) { Add-AzKeyVaultNetworkRule ${place} -IpAddressRange $MyAddress }`,
  );
}

/**
 * The list of addresses is one value in Azure, so it is written as what is there when applied, what
 * was observed, and Adobe's. Azure gives a single address as a range, so that the same one in both
 * forms would be listed twice and change with every apply.
 */
function terraformScript(s: Setting, vault: VaultFacts, needs: NetworkNeeds): Script {
  const wanted = [...(vault.networkAcls?.ipRules ?? []), ...(needs.address ? [ADOBE_RANGE] : [])];
  const subnets = vault.networkAcls?.virtualNetworkRules ?? [];
  const id = terraform(or(s, 'resourceId'));
  return script(
    'TERRAFORM',
    ...azapiComments(s),
    comment(s, 'firewallAppliesToYou'),
    'variable "admin_addresses" {',
    `  description = ${terraform(scriptText(s, 'adminAddresses'))}`,
    '  type        = list(string)',
    '  default     = []',
    '}',
    'data "azapi_resource" "vault_network" {',
    `  type                   = ${terraform(azapiType(s))}`,
    `  resource_id            = ${id}`,
    '  response_export_values = ["properties.networkAcls"]',
    '}',
    ...subnets.map((subnet) => comment(s, 'keptSubnet', { subnet: terraform(subnet) })),
    'resource "azapi_update_resource" "vault_network" {',
    `  type        = ${terraform(azapiType(s))}`,
    `  resource_id = ${id}`,
    '  body = {',
    '    properties = {',
    needs.open && '      publicNetworkAccess = "Enabled"',
    '      networkAcls = {',
    '        bypass        = "AzureServices"',
    '        defaultAction = "Deny"',
    '        ipRules = [for range in distinct([for each in concat(',
    `          try(data.azapi_resource.vault_network.output.properties.networkAcls.ipRules[*].value, []), ${comment(s, 'rulesWhenApplied')}`,
    `          [${wanted.map(terraform).join(', ')}],`,
    '          var.admin_addresses,',
    `        ) : strcontains(each, "/") ? each : "\${each}/32"]) : { value = range }]`,
    '      }',
    '    }',
    '  }',
    '}',
  );
}

/**
 * Never Bicep: a deployment writes every property of a vault, of which Keyway does not read all. Of
 * a Managed HSM only `az` knows address rules.
 */
export function networkScripts(s: Setting): Instructions['scripts'] {
  const state = networkStateOf(s.networkFacts);
  if (state === 'open' || state === 'admitted' || state === 'perimeter') return [];
  const needs = needsOf(s.networkFacts, state);
  if (s.isHsm) return [azCli(s, needs)];
  const terraformToo =
    s.networkFacts !== null && state !== 'unknown'
      ? [terraformScript(s, s.networkFacts, needs)]
      : [];
  return [azCli(s, needs), powerShellScript(s, needs), ...terraformToo];
}
