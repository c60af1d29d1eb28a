/** The words of history, a template per kind of entry. `{name}` stands for a value of the entry's data. */
import type { EventKind } from '../event.ts';
import type { Locale } from '../vocabulary.ts';

/** Entries that are not events of a run. */
export type RecordKind =
  | 'organizationCreated'
  | 'adobeConnected'
  | 'azureConnected'
  | 'apiTokenCreated'
  | 'apiTokenRevoked'
  | 'memberSignedIn'
  | 'memberJoined'
  | 'partnerCreated';
export type HistoryKind = EventKind | RecordKind;

export const EVENT_WORDS: Readonly<Record<Locale, Readonly<Record<HistoryKind, string>>>> = {
  en: {
    runStarted: 'Started the run',
    connectionsChanged: 'The organization’s connections changed',
    stepAttested: '{track} · {step}: attested “{statement}”{reference}',
    keyProvided: '{track}: provided the key {keyIdentifier}',
    verificationRequested: 'Asked for a check of {scope}',
    factsObserved: '{track} · {step}: looked; {seen}',
    trackReread: '{track}: read every fact again {purpose}',
    checkOverridden: '{track}: accepted “{check}” because “{reason}”',
    approvalRequested: '{track}: asked for approval',
    approvalGranted: '{track}: approved{comment}',
    approvalRefused: '{track}: refused because “{reason}”',
    approvalExpired: '{track}: the approval expired',
    submissionRequested: 'Asked to submit the configuration “{configurationName}” to Adobe',
    configurationSending: 'Sending the configuration to Adobe (attempt {send})',
    configurationAccepted: 'Adobe has the configuration{status}',
    configurationSendFailed: 'Sending the configuration did not succeed: {message}',
    configurationNotFound: 'Adobe does not know the configuration (yet)',
    configurationObserved: 'Asked Adobe for the status{status}',
    roleAssigned: '{track}: assigned the encryption role to Adobe’s application',
    roleAssignmentFailed: '{track}: assigning the role did not succeed: {message}',
    ticketRecorded: 'Recorded case {caseNumber} with Adobe Customer Care',
    cjaConfirmed: 'Recorded that {confirmedBy} confirmed Customer Journey Analytics: “{text}”',
    stepRetried: '{track} · {step}: tried again',
    runCancelled: 'Cancelled the run because “{reason}”',
    organizationCreated: 'Created the organization {name}',
    adobeConnected: 'Connected Adobe with client {clientId}',
    azureConnected: 'Connected Azure in tenant {tenantId} ({access} access)',
    apiTokenCreated: 'Created the API token “{name}” ({role})',
    apiTokenRevoked: 'Revoked the API token “{name}”',
    memberSignedIn: '{name} signed in',
    memberJoined: '{name} joined as {role}',
    partnerCreated: 'Created the account {name}',
  },
  es: {
    runStarted: 'Inició el proceso',
    connectionsChanged: 'Cambiaron las conexiones de la organización',
    stepAttested: '{track} · {step}: dio fe de «{statement}»{reference}',
    keyProvided: '{track}: indicó la clave {keyIdentifier}',
    verificationRequested: 'Pidió comprobar {scope}',
    factsObserved: '{track} · {step}: se miró; {seen}',
    trackReread: '{track}: se volvió a leer todo {purpose}',
    checkOverridden: '{track}: aceptó «{check}» porque «{reason}»',
    approvalRequested: '{track}: pidió aprobación',
    approvalGranted: '{track}: aprobó{comment}',
    approvalRefused: '{track}: rechazó porque «{reason}»',
    approvalExpired: '{track}: la aprobación caducó',
    submissionRequested: 'Pidió enviar la configuración «{configurationName}» a Adobe',
    configurationSending: 'Enviando la configuración a Adobe (intento {send})',
    configurationAccepted: 'Adobe tiene la configuración{status}',
    configurationSendFailed: 'El envío de la configuración no tuvo éxito: {message}',
    configurationNotFound: 'Adobe no conoce la configuración (todavía)',
    configurationObserved: 'Se preguntó el estado a Adobe{status}',
    roleAssigned: '{track}: asignó el rol de cifrado a la aplicación de Adobe',
    roleAssignmentFailed: '{track}: la asignación del rol no tuvo éxito: {message}',
    ticketRecorded: 'Registró el caso {caseNumber} con Customer Care de Adobe',
    cjaConfirmed: 'Registró que {confirmedBy} confirmó Customer Journey Analytics: «{text}»',
    stepRetried: '{track} · {step}: reintentó',
    runCancelled: 'Canceló el proceso porque «{reason}»',
    organizationCreated: 'Creó la organización {name}',
    adobeConnected: 'Conectó Adobe con el cliente {clientId}',
    azureConnected: 'Conectó Azure en el inquilino {tenantId} (acceso {access})',
    apiTokenCreated: 'Creó el token de API «{name}» ({role})',
    apiTokenRevoked: 'Revocó el token de API «{name}»',
    memberSignedIn: '{name} inició sesión',
    memberJoined: '{name} se incorporó como {role}',
    partnerCreated: 'Creó la cuenta {name}',
  },
};

export const EVENT_PHRASES = {
  en: {
    everything: 'every open step',
    seen: 'seen',
    absent: 'not there',
    unreadable: 'could not be read: {message}',
    submission: 'before submitting',
    ticket: 'before the ticket',
    diagnosis: 'to find the cause',
    comment: ': “{text}”',
    reference: ' (reference {text})',
    said: ', which says “{text}”',
    noAnswer: ', which did not answer: {message}',
    unknown: 'unknown',
  },
  es: {
    everything: 'todos los pasos abiertos',
    seen: 'está',
    absent: 'no está',
    unreadable: 'no se pudo leer: {message}',
    submission: 'antes del envío',
    ticket: 'antes del caso',
    diagnosis: 'para hallar la causa',
    comment: ': «{text}»',
    reference: ' (referencia {text})',
    said: ', que dice «{text}»',
    noAnswer: ', que no respondió: {message}',
    unknown: 'desconocido',
  },
} as const;
