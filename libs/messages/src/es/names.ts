import type { ActionName, StepId, TrackId } from '@keyway/core';

export const tracks = {
  AEP: 'Experience Platform',
  CJA: 'Customer Journey Analytics',
} satisfies Record<TrackId, string>;

export const steps = {
  ENTITLEMENT: 'Derecho',
  VAULT: 'Almacén',
  NETWORK: 'Red',
  KEY: 'Clave',
  APP_REGISTRATION: 'Registro de la aplicación',
  CONSENT: 'Consentimiento',
  ROLE: 'Rol',
  APPROVAL: 'Aprobación',
  SUBMISSION: 'Envío',
  ACTIVATION: 'Activación',
  TICKET: 'Caso',
  CONFIRMATION: 'Confirmación',
} satisfies Record<StepId, string>;

export const actor = `{actor, select,
  PARTNER {usted}
  AZURE_ADMIN {el administrador de Azure de {organization}}
  ENTRA_ADMIN {el administrador de Entra de {organization}}
  APPROVER {un aprobador}
  ADOBE {Adobe}
  other {Keyway}
}`;

export const actions = {
  attestStep: 'Declarar',
  provideKey: 'Indicar la clave',
  connectAdobe: 'Conectar Adobe',
  connectAzure: 'Conectar Azure',
  approve: 'Aprobar',
  refuse: 'Rechazar',
  withdrawApproval: 'Retirar la aprobación',
  submitConfiguration: 'Enviar a Adobe',
  requestApproval: 'Pedir aprobación',
  overrideCheck: 'Aceptar el aviso',
  recordTicket: 'Registrar el caso',
  confirmCja: 'Registrar la confirmación',
  retryStep: 'Reintentar',
  verify: 'Comprobar ahora',
  cancelRun: 'Cancelar el proceso',
} satisfies Record<ActionName, string>;

export const corrections = {
  provideKey: 'Indicar otra clave',
  overrideCheck: 'Anular la comprobación',
} satisfies Partial<Record<ActionName, string>>;

export const origins = {
  console: 'consola',
  'API token': 'token de API',
  'bootstrap token': 'token inicial',
};
