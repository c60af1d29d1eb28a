/**
 * Scripts of ROLE. Each may be run again. Terraform's form of the role is Azure's, since any other
 * would recreate Adobe's access to a live key on every apply.
 */
import { script, type Instructions } from './instruction.ts';
import { bicep, powerShell, shell, terraform } from './quoting.ts';
import { comment, scriptText } from './scriptText.ts';
import { or, type Setting } from './setting.ts';

type Script = Instructions['scripts'][number];

/**
 * What every assignment needs; parts that are not known are asked of Azure by the script itself
 * where it can be.
 */
function placeOf(s: Setting) {
  const atVault = s.assignment?.scope.toLowerCase() === s.resourceId?.toLowerCase();
  return {
    /** A role that reaches the vault from above or at the key needs no second one at the vault. */
    assignedElsewhere: s.assignment !== null && !atVault,
    name: s.assignment && atVault ? s.assignment.id.split('/').at(-1)! : s.assignmentName,
  };
}

function azCli(s: Setting): Script {
  const { name } = placeOf(s);
  return script(
    'AZ_CLI',
    s.principalObjectId !== null || s.applicationId === null
      ? `PRINCIPAL=${shell(or(s, 'principalObjectId'))}`
      : `PRINCIPAL=$(az ad sp show --id=${shell(s.applicationId)} --query id --output tsv)`,
    s.resourceId !== null || s.vault === null
      ? `SCOPE=${shell(or(s, 'resourceId'))}`
      : `SCOPE=$(az keyvault show --name=${shell(s.vault)} --query id --output tsv)`,
    `az role assignment create --role ${s.roleGuid} --assignee-object-id="$PRINCIPAL" --assignee-principal-type ServicePrincipal --scope="$SCOPE"${name === null ? '' : ` --name=${shell(name)}`}`,
  );
}

function powerShellScript(s: Setting): Script {
  const principal =
    s.principalObjectId !== null || s.applicationId === null
      ? powerShell(or(s, 'principalObjectId'))
      : `(Get-AzADServicePrincipal -ApplicationId ${powerShell(s.applicationId)}).Id`;
  const scope =
    s.resourceId !== null || s.vault === null
      ? powerShell(or(s, 'resourceId'))
      : `(Get-AzKeyVault -VaultName ${powerShell(s.vault)}).ResourceId`;
  return script(
    'POWERSHELL',
    `$principal = ${principal}`,
    `$scope = ${scope}`,
    `if (-not (Get-AzRoleAssignment -ObjectId $principal -RoleDefinitionId '${s.roleGuid}' -Scope $scope)) {`,
    `  New-AzRoleAssignment -ObjectId $principal -ObjectType ServicePrincipal -RoleDefinitionId '${s.roleGuid}' -Scope $scope`,
    '}',
  );
}

/**
 * Under the name of the assignment that is there, a deployment writes the same again; under another
 * one Azure would refuse it.
 */
function bicepScript(s: Setting): Script {
  const { name } = placeOf(s);
  const principal = s.principalObjectId === null ? 'principalId' : bicep(s.principalObjectId);
  return script(
    'BICEP',
    s.resourceGroup !== null &&
      `// ${scriptText(s, 'deployTo', { group: shell(s.resourceGroup) })}`,
    s.principalObjectId === null && `@description(${bicep(scriptText(s, 'principal'))})`,
    s.principalObjectId === null && 'param principalId string',
    `resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {`,
    `  name: ${bicep(or(s, 'vault'))}`,
    '}',
    `resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {`,
    '  scope: vault',
    `  name: ${name === null ? `guid(vault.id, ${principal}, '${s.roleGuid}')` : bicep(name)}`,
    '  properties: {',
    `    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${s.roleGuid}')`,
    `    principalId: ${principal}`,
    "    principalType: 'ServicePrincipal'",
    '  }',
    '}',
  );
}

const servicePrincipalSource = (s: Setting): string[] =>
  s.principalObjectId === null && s.applicationId !== null
    ? [
        'data "azuread_service_principal" "adobe" {',
        `  client_id = ${terraform(s.applicationId)}`,
        '}',
      ]
    : [];

const principalIn = (s: Setting): string =>
  s.principalObjectId === null && s.applicationId !== null
    ? 'data.azuread_service_principal.adobe.object_id'
    : terraform(s.assignment?.principalId ?? or(s, 'principalObjectId'));

const keptRole = (s: Setting): string[] => [
  `  ${comment(s, 'roleStays')}`,
  '  lifecycle {',
  '    prevent_destroy = true',
];
const subscriptionOf = (scope: string): string | null =>
  /^\/subscriptions\/([^/]+)/i.exec(scope)?.[1] ?? null;

/**
 * Every attribute of azurerm_role_assignment but the description forces a new one, and only the
 * role is compared without regard to case: what is there is written as Azure gave it. Null for one
 * above all subscriptions, whose role Azure names in another form.
 */
function terraformScript(s: Setting): Script | null {
  const { assignment } = s;
  const scope = assignment?.scope ?? or(s, 'resourceId');
  const subscription = subscriptionOf(scope) ?? s.subscriptionId;
  if (assignment && subscriptionOf(scope) === null) return null;
  const name = assignment?.id.split('/').at(-1) ?? s.assignmentName;
  const type = assignment ? assignment.principalType : 'ServicePrincipal';
  return script(
    'TERRAFORM',
    ...servicePrincipalSource(s),
    assignment && 'import {',
    assignment && '  to = azurerm_role_assignment.adobe',
    assignment && `  id = ${terraform(assignment.id)}`,
    assignment && '}',
    'resource "azurerm_role_assignment" "adobe" {',
    name !== null && `  name               = ${terraform(name)}`,
    `  scope              = ${terraform(scope)}`,
    `  role_definition_id = ${terraform(`/subscriptions/${subscription ?? or(s, 'subscriptionId')}/providers/Microsoft.Authorization/roleDefinitions/${s.roleGuid}`)}`,
    `  principal_id       = ${principalIn(s)}`,
    type !== null && `  principal_type     = ${terraform(type)}`,
    ...keptRole(s),
    assignment && '    ignore_changes  = [condition, condition_version, description]',
    '  }',
    '}',
  );
}

/** Null where what is there cannot be described truthfully. */
function vaultScripts(s: Setting): (Script | null)[] {
  return placeOf(s).assignedElsewhere
    ? [terraformScript(s)]
    : [azCli(s), powerShellScript(s), bicepScript(s), terraformScript(s)];
}

function hsmTerraform(s: Setting): Script {
  const { assignment } = s;
  const name = assignment?.id.split('/').at(-1) ?? s.assignmentName;
  const type = 'azurerm_key_vault_managed_hardware_security_module';
  const scope = assignment?.scope ?? '/keys';
  return script(
    'TERRAFORM',
    ...servicePrincipalSource(s),
    s.resourceId === null && `data "${type}" "cmk" {`,
    s.resourceId === null && `  name                = ${terraform(or(s, 'vault'))}`,
    s.resourceId === null && `  resource_group_name = ${terraform(or(s, 'resourceGroup'))}`,
    s.resourceId === null && '}',
    name === null && 'resource "random_uuid" "adobe" {}',
    assignment && s.vaultUri !== null && 'import {',
    assignment && s.vaultUri !== null && `  to = ${type}_role_assignment.adobe`,
    assignment &&
      s.vaultUri !== null &&
      `  id = ${terraform(`${s.vaultUri}/${scope}/providers/Microsoft.Authorization/roleAssignments/${name}`)}`,
    assignment && s.vaultUri !== null && '}',
    `resource "${type}_role_assignment" "adobe" {`,
    `  managed_hsm_id     = ${s.resourceId === null ? `data.${type}.cmk.id` : terraform(s.resourceId)}`,
    `  name               = ${name === null ? 'random_uuid.adobe.result' : terraform(name)}`,
    `  scope              = ${terraform(scope)}`,
    `  role_definition_id = "/Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${s.roleGuid}"`,
    `  principal_id       = ${principalIn(s)}`,
    ...keptRole(s),
    '  }',
    '}',
  );
}

function hsmScripts(s: Setting): Script[] {
  const hsm = or(s, 'vault');
  const name = s.assignmentName === null ? '' : ` --name=${shell(s.assignmentName)}`;
  const principal =
    s.principalObjectId !== null || s.applicationId === null
      ? shell(or(s, 'principalObjectId'))
      : `$(az ad sp show --id=${shell(s.applicationId)} --query id --output tsv)`;
  const about = `--hsm-name="$HSM" --role '${s.roleName}' --assignee-object-id="$PRINCIPAL" --scope /keys`;
  const powerShellAbout = `-HsmName ${powerShell(hsm)} -RoleDefinitionName '${s.roleName}' -ObjectId $principal -Scope '/keys'`;
  return [
    script(
      'AZ_CLI',
      `HSM=${shell(hsm)}`,
      `PRINCIPAL=${principal}`,
      comment(s, 'assignsOnce'),
      `az keyvault role assignment list ${about} --query '[].id' --output tsv | grep . ||`,
      `  az keyvault role assignment create ${about} --assignee-principal-type ServicePrincipal${name}`,
    ),
    script(
      'POWERSHELL',
      `$principal = ${s.principalObjectId !== null || s.applicationId === null ? powerShell(or(s, 'principalObjectId')) : `(Get-AzADServicePrincipal -ApplicationId ${powerShell(s.applicationId)}).Id`}`,
      `if (-not (Get-AzKeyVaultRoleAssignment ${powerShellAbout})) {`,
      `  New-AzKeyVaultRoleAssignment ${powerShellAbout}`,
      '}',
    ),
    hsmTerraform(s),
  ];
}

export const roleScripts = (s: Setting): Instructions['scripts'] =>
  (s.isHsm ? hsmScripts(s) : vaultScripts(s)).filter((one) => one !== null);
