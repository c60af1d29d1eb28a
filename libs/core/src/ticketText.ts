/**
 * The text of CJA's ticket to Adobe Customer Care (CJA-11), ready to paste. It holds both addresses, because Adobe's "Azure URI" may mean
 * either (CJA-12, GAP-05).
 */
import { CJA_APPLICATION_ID, keyOf, principalOf, resolvedKeyIdentifier, tenantOf } from './knowledge.ts';
import type { Run } from './run.ts';
import type { Locale } from './vocabulary.ts';

const WORDS = {
  en: {
    subject: 'Subject: Set up customer-managed keys (CMK) for Customer Journey Analytics',
    ask: 'Please set up customer-managed keys for Customer Journey Analytics for this organization.',
    why: 'It is needed for Journey Optimizer, which uses components of Customer Journey Analytics, even if Customer Journey Analytics itself is not licensed.',
    licensed: 'This organization also owns Customer Journey Analytics.',
    organization: 'Organization',
    ims: 'IMS organization ID',
    region: 'Experience Platform region (on Azure)',
    shield: 'Entitlement',
    key: 'Azure URI (Key Identifier, with version)',
    vault: 'Azure URI (vault)',
    tenant: 'Microsoft Entra tenant ID',
    app: 'Application ID of the CJA CMK application',
    principal: 'Object ID of its service principal in this tenant',
    done: 'The vault is used for Customer Journey Analytics only. The application is consented to in this tenant and has the role Key Vault Crypto Service Encryption User (on a Managed HSM: Managed HSM Crypto Service Encryption User).',
    confirm: 'Please confirm in writing when customer-managed keys are in effect for Customer Journey Analytics.',
    unknown: 'not known yet',
  },
  es: {
    subject: 'Asunto: Configurar claves gestionadas por el cliente (CMK) para Customer Journey Analytics',
    ask: 'Rogamos que configuren las claves gestionadas por el cliente para Customer Journey Analytics en esta organización.',
    why: 'Se necesita para Journey Optimizer, que usa componentes de Customer Journey Analytics, aunque no se haya contratado Customer Journey Analytics.',
    licensed: 'Esta organización también tiene contratado Customer Journey Analytics.',
    organization: 'Organización',
    ims: 'ID de organización de IMS',
    region: 'Región de Experience Platform (en Azure)',
    shield: 'Derecho contratado',
    key: 'URI de Azure (Key Identifier, con versión)',
    vault: 'URI de Azure (almacén)',
    tenant: 'ID de inquilino de Microsoft Entra',
    app: 'ID de la aplicación CMK de CJA',
    principal: 'ID de objeto de su entidad de servicio en este inquilino',
    done: 'El almacén se usa solo para Customer Journey Analytics. La aplicación tiene el consentimiento en este inquilino y el rol Key Vault Crypto Service Encryption User (en un Managed HSM: Managed HSM Crypto Service Encryption User).',
    confirm:
      'Rogamos que confirmen por escrito cuándo las claves gestionadas por el cliente están en vigor para Customer Journey Analytics.',
    unknown: 'aún no se conoce',
  },
} as const;

const SHIELDS = { HEALTHCARE_SHIELD: 'Healthcare Shield', PRIVACY_AND_SECURITY_SHIELD: 'Privacy & Security Shield' } as const;

/** Null where CJA does not apply (AWS, CJA-14). Adobe's Customer Care answers in English; other locales are a courtesy. */
export function ticketText(run: Run, locale: Locale): string | null {
  if (!run.tracks.CJA.applicable) return null;
  const { organization } = run;
  const words = WORDS[locale];
  const key = keyOf(run, 'CJA');
  const lines: [string, string | null][] = [
    [words.organization, organization.name],
    [words.ims, organization.imsOrgId],
    [words.region, organization.region],
    [words.shield, SHIELDS[organization.shield]],
    [words.key, resolvedKeyIdentifier(run, 'CJA') ?? key?.normalized ?? null],
    [words.vault, key?.vaultUri ?? null],
    [words.tenant, tenantOf(run, 'CJA')],
    [words.app, CJA_APPLICATION_ID],
    [words.principal, principalOf(run, 'CJA')],
  ];
  return [
    words.subject,
    '',
    words.ask,
    organization.ownsCja ? `${words.why} ${words.licensed}` : words.why,
    '',
    ...lines.map(([label, value]) => `${label}: ${value ?? words.unknown}`),
    '',
    words.done,
    words.confirm,
  ].join('\n');
}
