import type { FixedReason, OrganizationField, TenantConflict } from '@keyway/core';

export const fields = {
  name: 'nombre',
  imsOrgId: 'ID de organización de IMS',
  cloud: 'nube',
  region: 'región',
  shield: 'shield',
  ownsCja: 'Customer Journey Analytics',
  azureTenantId: 'inquilino de Entra',
} satisfies Record<OrganizationField, string>;

export const values = {
  true: 'adquirido',
  false: 'no adquirido',
  AZURE: 'Azure',
  AWS: 'AWS',
  HEALTHCARE_SHIELD: 'Healthcare Shield',
  PRIVACY_AND_SECURITY_SHIELD: 'Privacy & Security Shield',
};

export const fixed = {
  SUBMITTED: 'Fijo: la configuración ya se envió a Adobe.',
  HAS_RUN: 'Fijo: esta organización tiene un proceso cuyo historial contiene este ID.',
  OPEN_RUN: 'Para cambiarlo, cancele el proceso: la nube determina sus pasos.',
  AZURE_CONNECTED: 'Para cambiarlo, desconecte Azure.',
  AWS_CONNECTED: 'Para cambiarlo, desconecte AWS.',
} satisfies Record<FixedReason, string>;

export const otherTenant = {
  organization:
    'Esta conexión está en el inquilino {connected}, y el de la organización es {tenant}. Ningún almacén puede superar las comprobaciones. Conéctese al otro inquilino o corrija la organización.',
  vault:
    'Esta conexión está en el inquilino {connected}, y un almacén del proceso indica el inquilino {tenant}. Conéctese a ese inquilino o indique una clave de un almacén de este.',
} satisfies Record<TenantConflict['with'], string>;
