/** The words that sentences about steps and runs are made of. */
import type { Locale, StepId } from '@keyway/core';

interface SentenceWords {
  later: string;
  looking: string;
  acting: string;
  working: string;
  waitingOn: string;
  waitingSystem: string;
  waitingSystemFailed: string;
  waitingUntil: string;
  ready: string;
  blocked: string;
  failed: string;
  doneVerified: string;
  doneAttested: string;
  doneAutomatic: string;
  doneAlready: string;
  doneFound: string;
  doneFoundLater: string;
  connectOrAttest: string;
  done: string;
  notNeeded: string;
  notNeededOnAws: string;
  completed: string;
  cancelled: string;
  adobeFailed: string;
  adobeSays: string;
  lastTry: string;
  lastStatus: string;
  nameKey: string;
  askApproval: string;
  hours: readonly [one: string, many: string];
  days: readonly [one: string, many: string];
  /** What the actor of a step is to do. */
  task: Readonly<Record<StepId, string>>;
}

export const SENTENCE_WORDS: Readonly<Record<Locale, SentenceWords>> = {
  en: {
    later: 'Later: first {steps}.',
    looking: 'Checking…',
    acting: 'Assigning the role…',
    working: 'Working: {task}.',
    waitingOn: 'Waiting on {actor}{age}: {task}.',
    waitingSystem: 'Could not check yet: {observed}; it is tried again by itself.',
    waitingSystemFailed: '{observed}; it is tried again by itself.',
    waitingUntil: '{observed}; it is checked again at {until}.',
    ready: 'Ready for {actor}: {task}.',
    blocked: 'Blocked{age}: “{title}” does not hold. Observed: {observed}.',
    failed: 'Failed: {what}',
    doneVerified: 'Done and verified.',
    doneAttested: 'Done, attested by {name}; not verified.',
    doneAutomatic: 'Done by Keyway and verified.',
    doneAlready: 'Already assigned; verified.',
    doneFound: 'Found at Adobe as approved; it was there already and was not sent by Keyway.',
    doneFoundLater:
      'Found at Adobe as approved; it was there before this submission, which sent nothing.',
    connectOrAttest: 'connect {cloud}, or attest that this is done: {task}',
    done: 'Done.',
    notNeeded: 'Not needed.',
    notNeededOnAws: 'Not needed: on AWS nothing is to be done for Customer Journey Analytics.',
    completed: 'Key-managed since {date}.',
    cancelled: 'Cancelled by {name}: “{reason}”.',
    adobeFailed:
      'Adobe reported FAILED and gives no reason; look at the checks of key, vault and application, or open a case with Adobe Customer Care.',
    adobeSays: 'Adobe says “{status}”',
    lastTry: '{sentence} Last try: {message}.',
    lastStatus: '{sentence} Adobe’s last status: “{status}”.',
    nameKey: 'provide the identifier of the key that is to be used',
    askApproval: 'request approval',
    hours: ['1 hour', '{n} hours'],
    days: ['1 day', '{n} days'],
    task: {
      ENTITLEMENT: 'attest that the shield was bought, with its reference',
      VAULT: 'create or correct {vault}',
      NETWORK: 'let Adobe through the firewall of {vault}',
      KEY: 'create or correct {key} in {vault}',
      APP_REGISTRATION: 'read Adobe’s app registration for this organization',
      CONSENT: 'consent to Adobe’s app in {tenant}',
      ROLE: 'assign Adobe’s app the encryption role on {vault}',
      APPROVAL: 'decide on what is to be submitted',
      SUBMISSION: 'submit the configuration to Adobe',
      ACTIVATION: 'put the key into use',
      TICKET: 'open a case with Adobe Customer Care and record its number',
      CONFIRMATION: 'confirm {case}',
    },
  },
  es: {
    later: 'Más tarde: primero {steps}.',
    looking: 'Comprobando…',
    acting: 'Asignando el rol…',
    working: 'En curso: {task}.',
    waitingOn: 'A la espera de {actor}{age}: {task}.',
    waitingSystem: 'Aún no se pudo comprobar: {observed}; se vuelve a intentar automáticamente.',
    waitingSystemFailed: '{observed}; se vuelve a intentar automáticamente.',
    waitingUntil: '{observed}; se vuelve a comprobar el {until}.',
    ready: 'Listo para {actor}: {task}.',
    blocked: 'Bloqueado{age}: no se cumple «{title}». Observado: {observed}.',
    failed: 'Error: {what}',
    doneVerified: 'Hecho y verificado.',
    doneAttested: 'Hecho, según declara {name}; no verificado.',
    doneAutomatic: 'Hecho por Keyway y verificado.',
    doneAlready: 'Ya estaba asignado; verificado.',
    doneFound: 'Se encontró en Adobe tal como se aprobó; ya estaba allí y no la envió Keyway.',
    doneFoundLater:
      'Se encontró en Adobe tal como se aprobó; estaba allí antes de este envío, que no mandó nada.',
    connectOrAttest: 'conectar {cloud}, o declarar que está hecho: {task}',
    done: 'Hecho.',
    notNeeded: 'No es necesario.',
    notNeededOnAws:
      'No es necesario: en AWS no hay que hacer nada para Customer Journey Analytics.',
    completed: 'Con clave propia desde el {date}.',
    cancelled: 'Cancelado por {name}: «{reason}».',
    adobeFailed:
      'Adobe comunicó FAILED sin dar el motivo; revise las comprobaciones de clave, almacén y aplicación, o abra un caso con Adobe Customer Care.',
    adobeSays: 'Adobe dice «{status}»',
    lastTry: '{sentence} Último intento: {message}.',
    lastStatus: '{sentence} Último estado de Adobe: «{status}».',
    nameKey: 'indicar el identificador de la clave que se va a usar',
    askApproval: 'pedir aprobación',
    hours: ['1 hora', '{n} horas'],
    days: ['1 día', '{n} días'],
    task: {
      ENTITLEMENT: 'declarar que se contrató el shield, con su referencia',
      VAULT: 'crear o corregir {vault}',
      NETWORK: 'permitir el paso de Adobe por el firewall en {vault}',
      KEY: 'crear o corregir {key} en {vault}',
      APP_REGISTRATION: 'leer el registro de la aplicación de Adobe para esta organización',
      CONSENT: 'dar el consentimiento a la aplicación de Adobe en {tenant}',
      ROLE: 'asignar a la aplicación de Adobe el rol de cifrado en {vault}',
      APPROVAL: 'decidir sobre lo que se va a enviar',
      SUBMISSION: 'enviar la configuración a Adobe',
      ACTIVATION: 'poner la clave en uso',
      TICKET: 'abrir un caso con Adobe Customer Care y registrar su número',
      CONFIRMATION: 'confirmar {case}',
    },
  },
};

/** How a task names what it is about, with its name and while that is not known. */
export const NAMED = {
  en: {
    vault: 'vault {name}',
    theVault: 'the vault',
    key: 'key {name}',
    theKey: 'the key',
    tenant: 'tenant {name}',
    theTenant: 'the vault’s tenant',
    case: 'case {name}',
    theCase: 'the case',
  },
  es: {
    vault: 'el almacén {name}',
    theVault: 'el almacén',
    key: 'la clave {name}',
    theKey: 'la clave',
    tenant: 'el inquilino {name}',
    theTenant: 'el inquilino del almacén',
    case: 'el caso {name}',
    theCase: 'el caso',
  },
} as const satisfies Record<Locale, Record<string, string>>;
