/**
 * CONSENT: Adobe's application gets its service principal in the vault's tenant (AEP-24..28,
 * CJA-06..09).
 */
import { adminConsentUrl } from '@keyway/core';
import { script, type DraftOf, type Instructions } from './instruction.ts';
import { code, powerShell, shell, terraform } from './quoting.ts';
import { comment } from './scriptText.ts';
import { or, type Setting } from './setting.ts';

/**
 * Each creates the service principal only where the tenant has none for Adobe's application, and
 * never in another tenant: where signing in fails, the session before is still there.
 */
const scripts = (s: Setting, applicationId: string): Instructions['scripts'] => [
  script(
    'AZ_CLI',
    `APPLICATION=${shell(applicationId)}`,
    `if az login --tenant=${shell(or(s, 'tenantId'))} --allow-no-subscriptions; then`,
    '  az ad sp show --id="$APPLICATION" --query id --output tsv || az ad sp create --id="$APPLICATION" --query id --output tsv',
    'fi',
  ),
  script(
    'POWERSHELL',
    `Connect-MgGraph -TenantId ${powerShell(or(s, 'tenantId'))} -Scopes 'Application.ReadWrite.All'`,
    `$application = ${powerShell(applicationId)}`,
    `if ((Get-MgContext).TenantId -eq ${powerShell(or(s, 'tenantId'))} -and -not (Get-MgServicePrincipal -Filter "appId eq '$application'")) { New-MgServicePrincipal -AppId $application }`,
  ),
  script(
    'TERRAFORM',
    'provider "azuread" {',
    `  tenant_id = ${terraform(or(s, 'tenantId'))}`,
    '}',
    'resource "azuread_service_principal" "adobe" {',
    `  client_id    = ${terraform(applicationId)}`,
    `  use_existing = true ${comment(s, 'takesOver')}`,
    '  lifecycle {',
    '    prevent_destroy = true',
    '  }',
    '}',
  ),
];

/** The tenant as it was entered, which the vault did not confirm (AEP-25). */
function unconfirmed({ tenantConfirmation, tenantId }: Setting) {
  if (tenantConfirmation === 'yes') return false;
  const asks = tenantConfirmation === 'asking';
  if (tenantId === null) return asks && 'tenantAsked';
  const tenant = code(tenantId);
  return [asks ? 'tenantEnteredAsked' : 'tenantEntered', { tenant }] as const;
}

export function consentInstructions(s: Setting): DraftOf<'consent'> {
  const { applicationId, consentUrl, tenantId, otherTenantId } = s;
  if (otherTenantId !== null)
    return {
      group: 'consent',
      lines: [['otherTenant', { vault: code(otherTenantId), tenant: code(or(s, 'tenantId')) }]],
      values: [['tenant', tenantId]],
    };
  if (applicationId === null)
    return {
      group: 'consent',
      lines: [unconfirmed(s), 'notKnown'],
      values: [['tenant', tenantId]],
    };
  const tenant = code(or(s, 'tenantId'));
  const byMicrosoft = tenantId === null ? null : adminConsentUrl(tenantId, applicationId);
  return {
    group: 'consent',
    lines: [
      'needRole',
      unconfirmed(s),
      consentUrl ? ['open', { tenant, url: consentUrl }] : ['useScript', { tenant }],
      byMicrosoft !== null && ['byMicrosoft', { url: byMicrosoft }],
      'ignorePage',
      'roleIsNext',
    ],
    values: [
      ['consentUrl', consentUrl],
      ['adminConsentUrl', byMicrosoft],
      ['application', applicationId],
      ['tenant', tenantId],
    ],
    scripts: scripts(s, applicationId),
  };
}
