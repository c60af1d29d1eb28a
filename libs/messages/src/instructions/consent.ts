/**
 * CONSENT: Adobe's application gets its service principal in the vault's tenant (AEP-24..28,
 * CJA-06..09).
 */
import { adminConsentUrl } from '@keyway/core';
import { both, script, type Draft, type Instructions } from './instruction.ts';
import { LABELS } from './labels.ts';
import { code, powerShell, shell, terraform } from './quoting.ts';
import { or, type Setting } from './setting.ts';

/** Each creates the service principal only where the tenant has none for Adobe's application. */
const scripts = ({ tenantId }: Setting, applicationId: string): Instructions['scripts'] => [
  script(
    'AZ_CLI',
    `az login --tenant=${shell(or(tenantId, 'tenant-id'))} --allow-no-subscriptions`,
    `APPLICATION=${shell(applicationId)}`,
    'az ad sp show --id="$APPLICATION" --query id --output tsv || az ad sp create --id="$APPLICATION" --query id --output tsv',
  ),
  script(
    'POWERSHELL',
    `Connect-MgGraph -TenantId ${powerShell(or(tenantId, 'tenant-id'))} -Scopes 'Application.ReadWrite.All'`,
    `$application = ${powerShell(applicationId)}`,
    `if (-not (Get-MgServicePrincipal -Filter "appId eq '$application'")) { New-MgServicePrincipal -AppId $application }`,
  ),
  script(
    'TERRAFORM',
    'provider "azuread" {',
    `  tenant_id = ${terraform(or(tenantId, 'tenant-id'))}`,
    '}',
    'resource "azuread_service_principal" "adobe" {',
    `  client_id    = ${terraform(applicationId)}`,
    '  use_existing = true # takes over the one that is there',
    '  lifecycle {',
    '    prevent_destroy = true',
    '  }',
    '}',
  ),
];

export function consentInstructions(s: Setting): Draft {
  const { applicationId, consentUrl, tenantId } = s;
  const tenant = code(or(tenantId, 'tenant-id'));
  const byMicrosoft =
    tenantId !== null && applicationId !== null ? adminConsentUrl(tenantId, applicationId) : null;
  if (applicationId === null) {
    return {
      lines: [
        both(
          'Adobe’s application is not known yet, or what Adobe says of it does not hold together. No address is shown until it does: see the step App registration.',
          'La aplicación de Adobe aún no se conoce, o lo que Adobe dice de ella no concuerda. No se muestra ninguna dirección hasta entonces: vea el paso Registro de la aplicación.',
        ),
      ],
      values: [[LABELS.tenant, tenantId]],
    };
  }
  return {
    lines: [
      both(
        'You need the role Application Administrator, Cloud Application Administrator or Global Administrator.',
        'Necesita el rol de administrador de aplicaciones, administrador de aplicaciones en la nube o administrador global.',
      ),
      consentUrl
        ? both(
            `Open this address, sign in to tenant ${tenant} and select **Accept**: ${consentUrl}`,
            `Abra esta dirección, inicie sesión en el inquilino ${tenant} y seleccione **Aceptar**: ${consentUrl}`,
          )
        : both(
            `Create the service principal in tenant ${tenant}, which owns the vault, with one of the scripts.`,
            `Cree la entidad de servicio en el inquilino ${tenant}, propietario del almacén, con uno de los scripts.`,
          ),
      byMicrosoft !== null &&
        both(
          `Or use Microsoft’s own consent page, which Adobe does not document: ${byMicrosoft}`,
          `O use la página de consentimiento de Microsoft, que Adobe no documenta: ${byMicrosoft}`,
        ),
      both(
        'Never mind the page you land on, and do not send its address to anyone: it holds a sign-in code. What counts is that the application is in your directory, which is checked here.',
        'No importa a qué página llegue, y no envíe su dirección a nadie: contiene un código de inicio de sesión. Lo que cuenta es que la aplicación esté en su directorio, y eso se comprueba aquí.',
      ),
      both(
        'Consent gives no access to the key yet; the role comes next.',
        'El consentimiento aún no da acceso a la clave; el rol es el siguiente paso.',
      ),
    ],
    values: [
      [LABELS.consentUrl, consentUrl],
      [LABELS.adminConsentUrl, byMicrosoft],
      [LABELS.application, applicationId],
      [LABELS.tenant, tenantId],
    ],
    scripts: scripts(s, applicationId),
  };
}
