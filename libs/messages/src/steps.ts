/** Names of tracks, steps, actors and actions in both languages. */
import type { ActionName, Actor, Locale, NextAction, StepId, TrackId } from '@keyway/core';

type Words<K extends string> = Readonly<Record<Locale, Readonly<Record<K, string>>>>;

export const TRACK_TITLES: Words<TrackId> = {
  en: { AEP: 'Experience Platform', CJA: 'Customer Journey Analytics' },
  es: { AEP: 'Experience Platform', CJA: 'Customer Journey Analytics' },
};

export const STEP_TITLES: Words<StepId> = {
  en: {
    ENTITLEMENT: 'Entitlement',
    VAULT: 'Vault',
    NETWORK: 'Network',
    KEY: 'Key',
    APP_REGISTRATION: 'App registration',
    CONSENT: 'Consent',
    ROLE: 'Role',
    APPROVAL: 'Approval',
    SUBMISSION: 'Submission',
    ACTIVATION: 'Activation',
    TICKET: 'Ticket',
    CONFIRMATION: 'Confirmation',
  },
  es: {
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
  },
};

/** As spoken of after "waiting on"; `{organization}` is the customer's name. */
export const ACTOR_NAMES: Words<Actor> = {
  en: {
    PARTNER: 'you',
    AZURE_ADMIN: '{organization}’s Azure admin',
    ENTRA_ADMIN: '{organization}’s Entra admin',
    APPROVER: 'an approver',
    ADOBE: 'Adobe',
    SYSTEM: 'Keyway',
  },
  es: {
    PARTNER: 'usted',
    AZURE_ADMIN: 'el administrador de Azure de {organization}',
    ENTRA_ADMIN: 'el administrador de Entra de {organization}',
    APPROVER: 'un aprobador',
    ADOBE: 'Adobe',
    SYSTEM: 'Keyway',
  },
};

/** Labels of buttons, named after what they do. */
export const ACTION_LABELS: Words<ActionName> = {
  en: {
    attestStep: 'Attest',
    provideKey: 'Provide the key',
    connectAdobe: 'Connect Adobe',
    connectAzure: 'Connect Azure',
    approve: 'Approve',
    refuse: 'Refuse',
    withdrawApproval: 'Withdraw the approval',
    submitConfiguration: 'Submit to Adobe',
    requestApproval: 'Request approval',
    overrideCheck: 'Accept the warning',
    recordTicket: 'Record the case',
    confirmCja: 'Record the confirmation',
    retryStep: 'Try again',
    verify: 'Check now',
    cancelRun: 'Cancel the run',
  },
  es: {
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
  },
};

/** Where the same mutation corrects what the run does not wait for. */
const CORRECTION_LABELS: Record<Locale, Partial<Record<ActionName, string>>> = {
  en: { provideKey: 'Name another key', overrideCheck: 'Override the check' },
  es: { provideKey: 'Indicar otra clave', overrideCheck: 'Anular la comprobación' },
};

export const trackTitle = (track: TrackId, locale: Locale): string => TRACK_TITLES[locale][track];
export const stepTitle = (step: StepId, locale: Locale): string => STEP_TITLES[locale][step];
/** What an action is called. */
export const actionLabel = (
  { mutation, movesRun }: Pick<NextAction, 'mutation' | 'movesRun'>,
  locale: Locale,
): string =>
  (movesRun ? undefined : CORRECTION_LABELS[locale][mutation]) ?? ACTION_LABELS[locale][mutation];
export const actorName = (actor: Actor, organization: string, locale: Locale): string =>
  ACTOR_NAMES[locale][actor].replace('{organization}', () => organization);
