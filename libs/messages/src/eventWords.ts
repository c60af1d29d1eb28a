/**
 * The words of history, a template per kind of entry. `{name}` stands for a value of the entry's
 * data.
 */
import type { Connections, EventKind, Locale, Role } from '@keyway/core';

/** Entries that are not events of a run. */
export type RecordKind =
  | 'organizationCreated'
  | 'organizationUpdated'
  | 'organizationArchived'
  | 'organizationRestored'
  | 'adobeConnected'
  | 'azureConnected'
  | 'adobeDisconnected'
  | 'azureDisconnected'
  | 'connectionVerified'
  | 'connectionFailed'
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
    organizationChanged: 'The run uses the corrected organization details',
    stepAttested: '{track} · {step}: attested “{statement}”{reference}',
    keyProvided: '{track}: provided the key {keyIdentifier}',
    verificationRequested: 'Asked to check {scope}',
    factsObserved: '{track} · {step}: {seen}',
    trackReread: '{track}: read every fact again{purpose}{verdict}',
    checkOverridden: '{track}: accepted “{check}” because “{reason}”',
    approvalRequested: '{track}: requested approval{named}',
    approvalGranted: '{track}: approved{comment}',
    approvalRefused: '{track}: refused because “{reason}”',
    approvalWithdrawn: '{track}: withdrew the approval because “{reason}”',
    approvalExpired: '{track}: the approval expired',
    submissionRequested: 'Asked to submit the configuration “{configurationName}” to Adobe',
    configurationSending: 'Began to send the configuration to Adobe (attempt {send})',
    configurationAccepted: 'Adobe has the configuration{status}{found}',
    configurationSendFailed: 'Sending the configuration failed: {message}',
    configurationNotFound: 'Looked for the configuration at Adobe: not found',
    configurationObserved: 'Asked Adobe for the status{status}',
    roleAssigned: '{track}: {assigned}',
    roleAssignmentFailed: '{track}: the encryption role could not be assigned: {message}',
    ticketRecorded: 'Recorded case {caseNumber} with Adobe Customer Care',
    cjaConfirmed: 'Recorded that {confirmedBy} confirmed Customer Journey Analytics: “{text}”',
    workResumed: 'Found that work on this run had stopped, and started it again',
    stepRetried: '{track} · {step}: tried again',
    runCancelled: 'Cancelled the run because “{reason}”',
    organizationCreated: 'Created the organization {name}',
    organizationUpdated: 'Changed the organization: {changes}',
    organizationArchived: 'Archived the organization{why}',
    organizationRestored: 'Restored the organization {name}',
    adobeDisconnected: 'Disconnected Adobe and deleted the credential of client ID {clientId}',
    azureDisconnected:
      'Disconnected Azure and deleted the credential for tenant {tenantId} ({access})',
    adobeConnected: 'Connected Adobe with client ID {clientId}',
    azureConnected: 'Connected Azure in tenant {tenantId} ({access})',
    connectionVerified: 'The credential for {cloud} works',
    connectionFailed: 'The credential for {cloud} was refused: {message}',
    apiTokenCreated: 'Created the API token “{name}” ({role})',
    apiTokenRevoked: 'Revoked the API token “{name}”',
    memberSignedIn: '{name} signed in',
    memberJoined: '{name} joined as {role}',
    partnerCreated: 'Created the partner account {name}',
  },
  es: {
    runStarted: 'Inició el proceso',
    connectionsChanged: 'Cambiaron las conexiones de la organización',
    organizationChanged: 'El proceso usa los datos corregidos de la organización',
    stepAttested: '{track} · {step}: declaró «{statement}»{reference}',
    keyProvided: '{track}: indicó la clave {keyIdentifier}',
    verificationRequested: 'Pidió comprobar {scope}',
    factsObserved: '{track} · {step}: {seen}',
    trackReread: '{track}: se volvió a leer todo{purpose}{verdict}',
    checkOverridden: '{track}: aceptó «{check}» porque «{reason}»',
    approvalRequested: '{track}: pidió aprobación{named}',
    approvalGranted: '{track}: aprobó{comment}',
    approvalRefused: '{track}: rechazó porque «{reason}»',
    approvalWithdrawn: '{track}: retiró la aprobación porque «{reason}»',
    approvalExpired: '{track}: la aprobación caducó',
    submissionRequested: 'Pidió enviar la configuración «{configurationName}» a Adobe',
    configurationSending: 'Comenzó a enviar la configuración a Adobe (intento {send})',
    configurationAccepted: 'Adobe tiene la configuración{status}{found}',
    configurationSendFailed: 'Falló el envío de la configuración: {message}',
    configurationNotFound: 'Se buscó la configuración en Adobe: no se encontró',
    configurationObserved: 'Se consultó el estado en Adobe{status}',
    roleAssigned: '{track}: {assigned}',
    roleAssignmentFailed: '{track}: no se pudo asignar el rol de cifrado: {message}',
    ticketRecorded: 'Registró el caso {caseNumber} de Adobe Customer Care',
    cjaConfirmed: 'Registró que {confirmedBy} confirmó Customer Journey Analytics: «{text}»',
    workResumed: 'Detectó que el trabajo de este proceso se había detenido y lo reanudó',
    stepRetried: '{track} · {step}: reintentó',
    runCancelled: 'Canceló el proceso porque «{reason}»',
    organizationCreated: 'Creó la organización {name}',
    organizationUpdated: 'Cambió la organización: {changes}',
    organizationArchived: 'Archivó la organización{why}',
    organizationRestored: 'Restauró la organización {name}',
    adobeDisconnected: 'Desconectó Adobe y eliminó la credencial del ID de cliente {clientId}',
    azureDisconnected:
      'Desconectó Azure y eliminó la credencial del inquilino {tenantId} ({access})',
    adobeConnected: 'Conectó Adobe con el ID de cliente {clientId}',
    azureConnected: 'Conectó Azure en el inquilino {tenantId} ({access})',
    connectionVerified: 'La credencial de {cloud} funciona',
    connectionFailed: '{cloud} rechazó la credencial: {message}',
    apiTokenCreated: 'Creó el token de API «{name}» ({role})',
    apiTokenRevoked: 'Revocó el token de API «{name}»',
    memberSignedIn: '{name} inició sesión',
    memberJoined: '{name} se incorporó como {role}',
    partnerCreated: 'Creó la cuenta de partner {name}',
  },
};

export const EVENT_PHRASES = {
  en: {
    everything: 'every open step',
    passed: 'passed',
    warned: 'passed with a warning: {titles}',
    blocked: 'blocked: {titles}',
    blockedAbsent: 'blocked, not found: {titles}',
    unknown: 'could not be checked',
    unknownBecause: 'could not be checked: {message}',
    noVerdict: 'read, without a verdict in this entry',
    noVerdictAbsent: 'read and not found, without a verdict in this entry',
    submission: ' before submitting',
    ticket: ' before opening the case',
    ticketRecorded: ' after the case was recorded',
    diagnosis: ' to find the cause',
    comment: ', with the comment “{text}”',
    named: ' for the configuration name “{text}”',
    reference: ' (reference {text})',
    said: ': “{text}”',
    found: '; it was there already, and this submission sent nothing',
    withStatus: ' (status “{text}”)',
    noAnswer: '; it could not be read: {message}',
    why: ' because “{text}”',
    change: '{field} from “{from}” to “{to}”',
    empty: 'nothing',
    assigned: 'assigned the encryption role to Adobe’s application',
    alreadyAssigned:
      'the encryption role of Adobe’s application was already assigned; nothing was changed',
    unknownValue: 'unknown',
  },
  es: {
    everything: 'todos los pasos abiertos',
    passed: 'correcto',
    warned: 'correcto con un aviso: {titles}',
    blocked: 'bloqueado: {titles}',
    blockedAbsent: 'bloqueado, no se encontró: {titles}',
    unknown: 'no se pudo comprobar',
    unknownBecause: 'no se pudo comprobar: {message}',
    noVerdict: 'se leyó, sin resultado en esta entrada',
    noVerdictAbsent: 'se leyó y no se encontró, sin resultado en esta entrada',
    submission: ' antes del envío',
    ticket: ' antes de abrir el caso',
    ticketRecorded: ' después de registrar el caso',
    diagnosis: ' para hallar la causa',
    comment: ', con el comentario «{text}»',
    named: ' para el nombre de configuración «{text}»',
    reference: ' (referencia {text})',
    said: ': «{text}»',
    found: '; ya estaba allí y este envío no mandó nada',
    withStatus: ' (estado «{text}»)',
    noAnswer: '; no se pudo leer: {message}',
    why: ' porque «{text}»',
    change: '{field} de «{from}» a «{to}»',
    empty: 'nada',
    assigned: 'asignó el rol de cifrado a la aplicación de Adobe',
    alreadyAssigned:
      'el rol de cifrado de la aplicación de Adobe ya estaba asignado; no se cambió nada',
    unknownValue: 'desconocido',
  },
} as const;

type Access = NonNullable<Connections['azure']>['access'];
interface ValueWords {
  role: Readonly<Record<Role, string>>;
  access: Readonly<Record<Access, string>>;
}

/** Values of an entry's data that are no words for people, and the words for them. */
export const EVENT_VALUES: Readonly<Record<Locale, ValueWords>> = {
  en: {
    role: { OWNER: 'owner', OPERATOR: 'operator', APPROVER: 'approver', AUDITOR: 'auditor' },
    access: { READ: 'read access', WRITE: 'read and write access' },
  },
  es: {
    role: { OWNER: 'propietario', OPERATOR: 'operador', APPROVER: 'aprobador', AUDITOR: 'auditor' },
    access: { READ: 'acceso de lectura', WRITE: 'acceso de lectura y escritura' },
  },
};
