import type { StepId } from '@keyway/core';
import { actor } from './names.ts';

const age = `{unit, select,
  hours { desde hace {count, plural, one {# hora} other {# horas}}}
  days { desde hace {count, plural, one {# día} other {# días}}}
  other {}
}`;
const ofActor = `{actor, select,
  PARTNER {{team, select, none {{partner, select, none {del partner} other {de {partner}}}} other {de su equipo}}}
  AZURE_ADMIN {del administrador de Azure de {organization}}
  ENTRA_ADMIN {del administrador de Entra de {organization}}
  AWS_ADMIN {del administrador de AWS de {organization}}
  APPROVER {de un aprobador}
  OWN_APPROVER {de un aprobador de {organization}}
  ADOBE {de Adobe}
  other {de Keyway}
}`;
const vault = '{vault, select, none {el almacén} other {el almacén {vault}}}';
const key = '{key, select, none {la clave} other {la clave {key}}}';

const lostTime = `{cause, select,
  FAILED_OVER {La base de datos de Keyway pasó a otro servidor}
  RESTORED {La base de datos de Keyway se restauró desde una copia de seguridad o se trasladó a otro servidor}
  other {Keyway recuperó la conexión con su base de datos después de unos minutos}
} el {since}.`;

export const status = {
  later: 'Más tarde: primero {steps}.',
  ready: `Listo para ${actor}: {task}.`,
  toDo: 'Pendiente: {task}.',
  checking: 'Comprobando…',
  assigning: 'Asignando el rol…',
  working: 'En curso: {task}.',
  configurationDelayed: `${lostTime} Para no enviar nada dos veces, Keyway comprueba primero si Adobe ya tiene la configuración. {asksAgain, select,
    yes {Si no la tiene, Keyway no envía nada, porque se solicitó antes de la copia y puede haberse cancelado después: a partir del {until} necesita una nueva aprobación. Hasta entonces nadie tiene que hacer nada.}
    other {Si no la tiene, Keyway la envía automáticamente a partir del {until}. Nadie tiene que hacer nada.}
  }`,
  changeDelayed: `${lostTime} Para no cambiar nada dos veces, Keyway espera hasta el {until}. Después lee lo que hay en Azure{asksAgain, select,
    yes {, y lo que falta por crear se debe confirmar de nuevo. Hasta entonces nadie tiene que hacer nada.}
    other { y continúa automáticamente. Nadie tiene que hacer nada.}
  }`,
  waitingOn: `A la espera ${ofActor}${age}: {task}.`,
  waitingOnRemedy: `A la espera ${ofActor}${age}. {remedy}`,
  notChecked: 'Aún no se pudo comprobar: {observed}; Keyway lo vuelve a intentar automáticamente.',
  callFailed: '{observed}; Keyway lo vuelve a intentar automáticamente.',
  checkedAgainAt: '{observed}; se vuelve a comprobar el {until}.',
  blocked: `Bloqueado${age}: no se cumple «{title}». Observado: {observed}.`,
  failed: 'Error: {reason}.',
  adobeFailed:
    'Adobe comunicó FAILED sin dar el motivo. Revise las comprobaciones de clave, almacén y aplicación, o abra un caso con Adobe Customer Care.',
  done: 'Hecho.',
  doneVerified: 'Hecho y verificado.',
  doneAttested: 'Hecho, según declara {name}; no verificado.',
  doneByKeyway: 'Hecho por Keyway y verificado.',
  alreadyAssigned: 'Ya estaba asignado; verificado.',
  found: `{earlierSubmission, select,
    true {Se encontró en Adobe tal como se aprobó; ya existía antes de este envío, por lo que no se envió nada.}
    other {Se encontró en Adobe tal como se aprobó; ya existía y no la envió Keyway.}
  }`,
  leftOpen: 'No se hizo: se canceló el proceso.',
  notNeeded: 'No es necesario.',
  notNeededOnAws: 'No es necesario: en AWS, Customer Journey Analytics no requiere configuración.',
  completed: 'Con clave propia desde el {date}.',
  cancelled: 'Cancelado por {name}: «{reason}».',
  coolingOff: `En período de espera hasta el {until}. Después, listo para ${actor}: {task}.`,
  approvalRefused: 'Rechazada por {name}: «{reason}».',
  approvalWithdrawn: 'Retirada por {name}: «{reason}».',
  approvalVoid: 'La última aprobación quedó anulada. {reason}',
  lastBlocked:
    '{sentence} Cuando se leyó por última vez, el {at}, no se {count, plural, one {cumplía este requisito} other {cumplían estos requisitos}}: {blocked}.',
  notSetUp: '{sentence} Keyway no puede configurarlo: {reason} {remedy}',
  lastTry: '{sentence} Último intento: {message}.',
  lastStatus: '{sentence} Último estado de Adobe: «{status}».',
};

export const tasks = {
  ENTITLEMENT: 'declarar la contratación del shield, con su referencia',
  VAULT: `crear o corregir ${vault}`,
  NETWORK: `permitir el paso de Adobe por el firewall en ${vault}`,
  KEY: `crear o corregir ${key} en ${vault}`,
  POLICY: 'agregar las instrucciones de Adobe a la directiva de la clave',
  APP_REGISTRATION: 'leer el registro de la aplicación de Adobe para esta organización',
  CONSENT:
    'dar el consentimiento a la aplicación de Adobe en {tenant, select, none {el inquilino del almacén} other {el inquilino {tenant}}}',
  ROLE: `asignar a la aplicación de Adobe el rol de cifrado en ${vault}`,
  APPROVAL: 'decidir si se aprueba el envío',
  SUBMISSION: 'enviar la configuración a Adobe',
  ACTIVATION: 'poner la clave en uso{status, select, none {} other { (Adobe comunica «{status}»)}}',
  TICKET: 'abrir un caso con Adobe Customer Care y registrar su número',
  CONFIRMATION: 'confirmar {case, select, none {el caso} other {el caso {case}}}',
} satisfies Record<StepId, string>;

export const otherTasks = {
  kmsKey: 'crear o corregir la clave de KMS',
  saveOnAws: 'guardar la configuración en la página de la organización en Adobe',
  confirmOnAws: 'confirmar por escrito que la clave está en vigor',
  confirmSetup: 'revisar y confirmar los cambios que Keyway planeó',
  provideArn: 'indicar el ARN de la clave que se va a usar',
  provideKeyPolicy:
    'indicar la directiva de clave que muestra la página de la organización en Adobe',
  provideKey: 'indicar el identificador de la clave que se va a usar',
  requestApproval: 'solicitar aprobación',
  requestApprovalAgain: `{why, select,
    refused {cambiar lo que se rechazó y, después, solicitar aprobación de nuevo}
    changed {revisar lo que cambió y, después, solicitar aprobación de nuevo}
    other {solicitar aprobación de nuevo}
  }`,
  connectAgain:
    'conectar {cloud} de nuevo para que Keyway pueda leerlo, o declarar que se corrigió: {task}',
  connectOrAttest: 'conectar {cloud}, o declarar que está hecho: {task}',
};
