import type { ActionName, PersonalOrigin, StepId, TrackId } from '@keyway/core';

export const tracks = {
  AEP: 'Experience Platform',
  CJA: 'Customer Journey Analytics',
} satisfies Record<TrackId, string>;

export const steps = {
  ENTITLEMENT: 'Licencia',
  VAULT: 'Almacén',
  NETWORK: 'Red',
  KEY: 'Clave',
  POLICY: 'Directiva de clave',
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
  PARTNER {{team, select, none {{partner, select, none {el partner} other {{partner}}}} other {su equipo}}}
  AZURE_ADMIN {el administrador de Azure de {organization}}
  ENTRA_ADMIN {el administrador de Entra de {organization}}
  AWS_ADMIN {el administrador de AWS de {organization}}
  APPROVER {un aprobador}
  OWN_APPROVER {un aprobador de {organization}}
  ADOBE {Adobe}
  other {Keyway}
}`;

export const actions = {
  attestStep: 'Declarar',
  provideKey: 'Indicar clave',
  provideKeyPolicy: 'Indicar directiva de Adobe',
  connectAdobe: 'Conectar Adobe',
  connectAzure: 'Conectar Azure',
  connectAws: 'Conectar AWS',
  approve: 'Aprobar',
  refuse: 'Rechazar',
  withdrawApproval: 'Retirar aprobación',
  submitConfiguration: 'Enviar a Adobe',
  requestApproval: 'Solicitar aprobación',
  overrideCheck: 'Aceptar aviso',
  recordTicket: 'Registrar caso',
  confirmCja: 'Registrar confirmación',
  retryStep: 'Reintentar',
  verify: 'Comprobar ahora',
  planSetup: 'Dejar que Keyway lo configure',
  confirmSetup: 'Confirmar cambios',
  cancelSetup: 'Cancelar configuración automática',
  cancelRun: 'Cancelar proceso',
} satisfies Record<ActionName, string>;

export const corrections = {
  provideKey: 'Cambiar clave',
  provideKeyPolicy: 'Cambiar directiva de Adobe',
  overrideCheck: 'Invalidar comprobación',
} satisfies Partial<Record<ActionName, string>>;

export const origins = {
  console: 'consola',
  apiToken: 'token de API',
  handOff: 'traspaso',
  bootstrapToken: 'token inicial',
} satisfies Record<PersonalOrigin, string>;

export const worker = 'Keyway (automático)';
