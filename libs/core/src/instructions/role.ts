/** ROLE: Adobe's service principal gets exactly the encryption role (AEP-29..33, CJA-08); on a Managed HSM by local RBAC (HSM-03). */
import { both, script, type Draft, type Instructions } from './instruction.ts';
import { LABELS } from './labels.ts';
import { bicep, code, powerShell, shell, terraform } from './quoting.ts';
import { or, type Setting } from './setting.ts';

const principalOr = (s: Setting): string => or(s.principalObjectId, 'object-id-of-the-service-principal');

function vaultScripts(s: Setting): Instructions['scripts'] {
  const principal = principalOr(s);
  const scope = or(s.resourceId, 'resource-id-of-the-vault');
  return [
    script(
      'AZ_CLI',
      `PRINCIPAL=${shell(principal)}`,
      `SCOPE=${shell(scope)}`,
      `az role assignment create --role ${s.roleGuid} --assignee-object-id="$PRINCIPAL" --assignee-principal-type ServicePrincipal --scope="$SCOPE"`,
    ),
    script(
      'POWERSHELL',
      `New-AzRoleAssignment -ObjectId ${powerShell(principal)} -ObjectType ServicePrincipal -RoleDefinitionId '${s.roleGuid}' -Scope ${powerShell(scope)}`,
    ),
    script(
      'BICEP',
      `resource vault 'Microsoft.KeyVault/vaults@2023-07-01' existing = {`,
      `  name: ${bicep(or(s.vault, 'vault'))}`,
      '}',
      `resource role 'Microsoft.Authorization/roleAssignments@2022-04-01' = {`,
      '  scope: vault',
      `  name: guid(vault.id, ${bicep(principal)}, '${s.roleGuid}')`,
      '  properties: {',
      `    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '${s.roleGuid}')`,
      `    principalId: ${bicep(principal)}`,
      "    principalType: 'ServicePrincipal'",
      '  }',
      '}',
    ),
    script(
      'TERRAFORM',
      'resource "azurerm_role_assignment" "adobe" {',
      `  scope              = ${terraform(scope)}`,
      `  role_definition_id = "/providers/Microsoft.Authorization/roleDefinitions/${s.roleGuid}"`,
      `  principal_id       = ${terraform(principal)}`,
      '  principal_type     = "ServicePrincipal"',
      '}',
    ),
  ];
}

function hsmScripts(s: Setting): Instructions['scripts'] {
  const principal = principalOr(s);
  const hsm = or(s.vault, 'hsm');
  return [
    script(
      'AZ_CLI',
      `HSM=${shell(hsm)}`,
      `PRINCIPAL=${shell(principal)}`,
      `az keyvault role assignment create --hsm-name="$HSM" --role '${s.roleName}' --assignee-object-id="$PRINCIPAL" --assignee-principal-type ServicePrincipal --scope /keys`,
    ),
    script(
      'POWERSHELL',
      `New-AzKeyVaultRoleAssignment -HsmName ${powerShell(hsm)} -RoleDefinitionName '${s.roleName}' -ObjectId ${powerShell(principal)} -Scope '/keys'`,
    ),
    script(
      'TERRAFORM',
      'data "azurerm_key_vault_managed_hardware_security_module" "cmk" {',
      `  name                = ${terraform(hsm)}`,
      `  resource_group_name = ${terraform(or(s.resourceGroup, 'resource-group'))}`,
      '}',
      'resource "random_uuid" "adobe" {}',
      'resource "azurerm_key_vault_managed_hardware_security_module_role_assignment" "adobe" {',
      '  managed_hsm_id     = data.azurerm_key_vault_managed_hardware_security_module.cmk.id',
      '  name               = random_uuid.adobe.result',
      '  scope              = "/keys"',
      `  role_definition_id = "/Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${s.roleGuid}"`,
      `  principal_id       = ${terraform(principal)}`,
      '}',
    ),
  ];
}

export function roleInstructions(s: Setting): Draft {
  const vault = code(or(s.vault, 'vault'));
  const principal = code(principalOr(s));
  const application = code(or(s.applicationId, 'application-id'));
  return {
    lines: [
      s.isHsm
        ? both(
            `Open the Managed HSM ${vault} > **Local RBAC > Add**. The roles of Access control (IAM) have no effect there.`,
            `Abra el Managed HSM ${vault} > **RBAC local > Agregar**. Los roles de Control de acceso (IAM) no tienen efecto ahí.`,
          )
        : both(
            `Open the vault ${vault} > **Access control (IAM) > Add role assignment**. You need Owner, User Access Administrator or Key Vault Data Access Administrator.`,
            `Abra el almacén ${vault} > **Control de acceso (IAM) > Agregar asignación de roles**. Necesita Propietario, Administrador de acceso de usuario o Key Vault Data Access Administrator.`,
          ),
      both(
        `Role: **${s.roleName}** (${code(s.roleGuid)}); no broader one is needed.`,
        `Rol: **${s.roleName}** (${code(s.roleGuid)}); no hace falta uno más amplio.`,
      ),
      both(
        `Member: Adobe’s application. Compare its application ID (${application}), not its name; its object ID in your tenant is ${principal}.`,
        `Miembro: la aplicación de Adobe. Compare su ID de aplicación (${application}), no su nombre; su ID de objeto en su inquilino es ${principal}.`,
      ),
      s.isHsm && both('Scope: `/keys`.', 'Ámbito: `/keys`.'),
      both(
        'If the application is not in the list, consent went to another tenant: repeat it with the address of the step Consent.',
        'Si la aplicación no aparece en la lista, el consentimiento fue a otro inquilino: repítalo con la dirección del paso Consentimiento.',
      ),
      both('Wait up to 10 minutes; it is checked by itself afterwards.', 'Espere hasta 10 minutos; después se comprueba automáticamente.'),
    ],
    values: [
      [LABELS.role, s.roleName],
      [LABELS.roleId, s.roleGuid],
      [LABELS.principal, s.principalObjectId],
      [LABELS.application, s.applicationId],
      [LABELS.vault, s.vault],
    ],
    scripts: s.isHsm ? hsmScripts(s) : vaultScripts(s),
  };
}
