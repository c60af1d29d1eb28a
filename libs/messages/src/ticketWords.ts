/** The words of the ticket to Adobe Customer Care. */
import type { Locale, StepId } from '@keyway/core';

/** The steps whose result Customer Care is told, in the order of the plan. */
export const TICKET_ITEMS = [
  'ENTITLEMENT',
  'VAULT',
  'NETWORK',
  'KEY',
  'CONSENT',
  'ROLE',
] as const satisfies readonly StepId[];
export type TicketItem = (typeof TICKET_ITEMS)[number];

interface TicketWords {
  draft: string;
  draftOpen: string;
  subject: string;
  ask: string;
  why: string;
  licensed: string;
  organization: string;
  ims: string;
  region: string;
  shield: string;
  key: string;
  vault: string;
  tenant: string;
  app: string;
  principal: string;
  items: string;
  item: Readonly<Record<TicketItem, string>>;
  verified: string;
  verifiedAccepted: string;
  attested: string;
  open: string;
  confirm: string;
  unknown: string;
}

export const TICKET_WORDS: Readonly<Record<Locale, TicketWords>> = {
  en: {
    draft: 'DRAFT. Not ready to be sent: a valid approval is missing.',
    draftOpen: 'DRAFT. Not ready to be sent. Open: {steps}.',
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
    items: 'State of the preparation:',
    item: {
      ENTITLEMENT: 'Entitlement to customer-managed keys for Customer Journey Analytics',
      VAULT:
        'Vault used for Customer Journey Analytics only, with purge protection and Azure roles',
      NETWORK: 'Firewall of the vault',
      KEY: 'RSA key of at least 3072 bits that may wrap and unwrap',
      CONSENT: 'Consent to the CJA CMK application in this tenant',
      ROLE: 'Role Key Vault Crypto Service Encryption User for its service principal (on a Managed HSM: Managed HSM Crypto Service Encryption User)',
    },
    verified: 'verified in Azure on {at}',
    verifiedAccepted: 'verified in Azure on {at}; a finding was accepted with a reason',
    attested: 'attested by {name} on {at}, not verified',
    open: 'open',
    confirm:
      'Please confirm in writing when customer-managed keys are in effect for Customer Journey Analytics.',
    unknown: 'not known yet',
  },
  es: {
    draft: 'BORRADOR. No está listo para enviarse: falta una aprobación válida.',
    draftOpen: 'BORRADOR. No está listo para enviarse. Pendiente: {steps}.',
    subject:
      'Asunto: Configurar claves gestionadas por el cliente (CMK) para Customer Journey Analytics',
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
    items: 'Estado de los preparativos:',
    item: {
      ENTITLEMENT: 'Derecho a claves gestionadas por el cliente para Customer Journey Analytics',
      VAULT:
        'Almacén usado solo para Customer Journey Analytics, con protección contra purga y roles de Azure',
      NETWORK: 'Firewall del almacén',
      KEY: 'Clave RSA de al menos 3072 bits que permite encapsular y desencapsular',
      CONSENT: 'Consentimiento a la aplicación CMK de CJA en este inquilino',
      ROLE: 'Rol Key Vault Crypto Service Encryption User para su entidad de servicio (en un Managed HSM: Managed HSM Crypto Service Encryption User)',
    },
    verified: 'verificado en Azure el {at}',
    verifiedAccepted: 'verificado en Azure el {at}; se aceptó una observación con un motivo',
    attested: 'declarado por {name} el {at}, no verificado',
    open: 'pendiente',
    confirm:
      'Rogamos que confirmen por escrito cuándo las claves gestionadas por el cliente están en vigor para Customer Journey Analytics.',
    unknown: 'aún no se conoce',
  },
};
