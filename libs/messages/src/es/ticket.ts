import type { TicketItem } from '../ticketItems.ts';

export const ticket = {
  draft:
    'BORRADOR. No está listo para enviarse{steps, select, none {: falta una aprobación válida} other {. Pendiente: {steps}}}.',
  draftUntil:
    'BORRADOR. No está listo para enviarse: la aprobación se puede usar a partir del {until}.',
  subject:
    'Asunto: Configurar claves administradas por el cliente (CMK) para Customer Journey Analytics',
  request:
    'Rogamos que configuren las claves administradas por el cliente para Customer Journey Analytics en esta organización.',
  why: 'Se necesita para Journey Optimizer, que usa componentes de Customer Journey Analytics, aunque no se haya contratado Customer Journey Analytics.',
  licensed: 'Esta organización también tiene contratado Customer Journey Analytics.',
  organization: 'Organización: {organization}',
  imsOrgId: 'ID de organización de IMS: {imsOrgId}',
  region: 'Región de Experience Platform (en Azure): {region}',
  shield: 'Licencia contratada: {shield}',
  key: 'URI de Azure (Key Identifier, con versión): {key, select, none {aún no se conoce} other {{key}}}',
  vault: 'URI de Azure (almacén): {vault, select, none {aún no se conoce} other {{vault}}}',
  tenant:
    'ID de inquilino de Microsoft Entra: {tenant, select, none {aún no se conoce} other {{tenant}}}',
  application: 'ID de la aplicación CMK de CJA: {application}',
  principal:
    'ID de objeto de su entidad de servicio en este inquilino: {principal, select, none {aún no se conoce} other {{principal}}}',
  preparation: 'Estado de los preparativos:',
  verified: 'verificado en Azure el {at}{excepted, select, true {, excepto} other {}}',
  attested:
    'declarado por {name} el {at}, no verificado{excepted, select, true {; se observó otra cosa} other {}}',
  finding:
    '{observed} (se espera: {expected}{accepted, select, true {; aceptado con un motivo} other {}})',
  open: 'pendiente',
  confirm:
    'Rogamos que confirmen por escrito cuándo las claves administradas por el cliente están en vigor para Customer Journey Analytics.',
};

export const ticketItems = {
  ENTITLEMENT: 'Licencia de claves administradas por el cliente para Customer Journey Analytics',
  VAULT:
    'Almacén usado solo para Customer Journey Analytics, con protección contra purga y roles de Azure',
  NETWORK: 'Firewall del almacén',
  KEY: 'Clave RSA de al menos 3072 bits que permite encapsular y desencapsular',
  CONSENT: 'Consentimiento a la aplicación CMK de CJA en este inquilino',
  ROLE: 'Rol Key Vault Crypto Service Encryption User para su entidad de servicio (en un HSM administrado: Managed HSM Crypto Service Encryption User)',
} satisfies Record<TicketItem, string>;
