import type { HistoryKind } from '../history/historyKind.ts';

const role =
  '{role, select, OWNER {propietario} OPERATOR {operador} APPROVER {aprobador} AUDITOR {auditor} none {desconocido} other {{role}}}';
const access =
  'acceso de {access, select, READ {lectura} WRITE {lectura y escritura} none {tipo desconocido} other {{access}}}';
const named = '{roleArn, select, none {ID de cliente {clientId}} other {rol {roleArn}}}';
const expiring =
  '{credentialKind, select, CERTIFICATE {certificado} other {secreto de cliente}}{waits, select, true { nuevo} other {}} de {cloud}, ID de cliente {clientId},';
const replaced = '{replaced, select, true {, en lugar de la credencial anterior} other {}}';
const admin =
  '{for, select, AZURE_ADMIN {el administrador de Azure} ENTRA_ADMIN {el administrador de Entra} AWS_ADMIN {el administrador de AWS} none {un administrador} other {{for}}}';

const healthOf = (name: string): string =>
  `{${name}, select, REVOKED {revocada} CUT_OFF {aislada} AT_RISK {en riesgo} UNREACHABLE {inaccesible} HEALTHY {en buen estado} NOT_WATCHED {sin vigilar} none {desconocido} other {{${name}}}}`;

const change = `{change, select,
  CREATE_VAULT {crear el almacén}
  ENABLE_PURGE_PROTECTION {activar la protección contra purga}
  ADD_NETWORK_RULE {agregar las reglas de red}
  CREATE_KEY {crear la clave}
  SET_ROTATION {establecer la rotación}
  PUT_DIAGNOSTIC_SETTING {agregar la configuración de diagnóstico}
  PUT_LOCK {bloquear la eliminación del almacén}
  none {hacer un cambio}
  other {{change}}
}`;

const late = `{late, select,
  true {{definite, select,
    false {; la configuración había terminado y no se pudo confirmar si se hizo}
    other {; la respuesta de Azure llegó después de que terminara la configuración}
  }}
  other {}
}`;

const lostTime = `{cause, select,
  FAILED_OVER {la base de datos pasó a otro servidor}
  RESTORED {la base de datos se restauró desde una copia de seguridad o se trasladó a otro servidor}
  RESUMED {nada estuvo conectado a la base de datos durante unos minutos}
  other {la base de datos pudo perder lo último que se escribió}
}`;

export const history = {
  runStarted: `Inició el proceso{blocked, select,
    none {}
    other {; en la última lectura del proceso anterior no se cumplía {blocked}}
  }{unanswered, select,
    none {}
    other {; un cambio del proceso anterior todavía puede llegar a Azure hasta las {unanswered}}
  }`,
  connectionsChanged: 'Cambiaron las conexiones de la organización',
  organizationChanged: 'El proceso usa los datos corregidos de la organización',
  stepAttested: `{track} · {step}: declaró «{statement}»{reference, select, none {} other { (referencia {reference})}}{blocked, select,
    none {}
    other {; en la última lectura de Keyway no se cumplía {blocked}}
  }`,
  keyProvided: '{track}: indicó la clave {keyIdentifier}',
  vaultProbed: `{track}: volvió a preguntar al almacén sin credencial; {vaultTenantId, select,
    none {su inquilino sigue sin conocerse}
    other {está en el inquilino {vaultTenantId}}
  }`,
  keyPolicyProvided: 'Indicó la directiva de clave de la página de Adobe',
  verificationRequested:
    'Solicitó comprobar {place, select, none {todos los pasos abiertos} other {{place}}}',
  factsObserved: '{track} · {step}: {verdict}',
  trackReread: `{track}: se volvió a leer todo{purpose, select,
    submission { antes del envío}
    ticket { antes de abrir el caso}
    ticketRecorded { después de registrar el caso}
    diagnosis { para hallar la causa}
    other {}
  }{verdict, select, none {} other {: {verdict}}}`,
  checkOverridden: '{track}: aceptó «{check}» porque «{reason}»',
  approvalRequested:
    '{track}: solicitó aprobación{configurationName, select, none {} other { para el nombre de configuración «{configurationName}»}}',
  approvalGranted: `{track}: aprobó{comment, select, none {} other {, con el comentario «{comment}»}}{accepted, select,
    none {}
    other {; aceptó {accepted}, que no se cumplía en la última lectura}
  }`,
  approvalRefused: '{track}: rechazó porque «{reason}»',
  approvalWithdrawn: '{track}: retiró la aprobación porque «{reason}»',
  approvalExpired: '{track}: la aprobación expiró',
  submissionRequested: 'Solicitó enviar la configuración «{configurationName}» a Adobe',
  configurationDelayed: `Espera hasta el {until} para enviar la configuración a Adobe, porque ${lostTime}`,
  configurationNotSent:
    'No envió la configuración: se solicitó antes de restaurar la base de datos a partir de una copia de seguridad',
  configurationSending: 'Comenzó a enviar la configuración a Adobe (intento {send})',
  configurationAccepted: `Adobe tiene la configuración{status, select,
    none {}
    other { (estado «{status}»)}
  }{sentNothing, select, true {; ya existía y no se envió nada} other {}}`,
  configurationSendFailed: 'Falló el envío de la configuración: {message}',
  configurationNotFound: 'Se buscó la configuración en Adobe: no se encontró',
  configurationObserved: `Se consultó el estado en Adobe{message, select,
    none {{status, select, none {} other {: «{status}»}}}
    other {; no se pudo leer: {message}}
  }`,
  roleAssigned: `{track}: {created, select,
    false {el rol de cifrado de la aplicación de Adobe ya estaba asignado; no se cambió nada}
    other {asignó el rol de cifrado a la aplicación de Adobe}
  }`,
  roleAssignmentFailed: '{track}: no se pudo asignar el rol de cifrado: {message}',
  setupRequested:
    '{track}: solicitó un plan para crear la clave {keyName} en el almacén {vaultName}',
  setupPlanned: '{track}: leyó lo que hay en Azure y planificó los cambios',
  setupPlanFailed: '{track}: no se pudieron planificar los cambios: {message}',
  setupConfirmed: '{track}: confirmó el plan de cambios',
  setupChangeDelayed: `{track}: espera hasta el {until} para ${change}, porque ${lostTime}`,
  setupChangeStarted: `{track}: empezó a ${change}`,
  setupChangeMade: `{track}: {result, select,
    ALREADY_THERE {encontró hecho lo previsto: ${change}}
    UNCONFIRMED {envió la solicitud sin recibir respuesta, y está hecho: ${change}}
    other {logró ${change}}
  }${late}`,
  setupChangeFailed: `{track}: no se pudo ${change}: {message}${late}`,
  setupCancelled: '{track}: canceló la configuración automática; no se deshizo nada',
  ticketRecorded: 'Registró el caso {caseNumber} de Adobe Customer Care',
  cjaConfirmed: 'Registró que {confirmedBy} confirmó Customer Journey Analytics: «{text}»',
  workResumed: 'Reanudó el trabajo de este proceso, que se había detenido',
  stepRetried: '{track} · {step}: reintentó',
  policyChanged:
    '{loosened, select, true {Relajó la política de aprobaciones} other {Cambió la política de aprobaciones}}: {policy}{approvals, select, none {} other {. {approvals}}}',
  runAssigned: `Asignó el proceso a {owner, select, none {nadie} other {{owner}}}, {dueAt, select,
    none {sin fecha límite}
    other {con fecha límite {dueAt}}
  }`,
  commentAdded: 'Comentó{place, select, none {} other { en {place}}}: {text}',
  runCancelled: 'Canceló el proceso porque «{reason}»',
  organizationCreated: 'Creó la organización {name}',
  organizationUpdated: 'Cambió la organización: {changes}',
  organizationArchived:
    'Archivó la organización{reason, select, none {} other { porque «{reason}»}}',
  organizationRestored: 'Restauró la organización {name}',
  organizationDeleted:
    'Eliminó la organización {name} ({imsOrgId}), archivada el {archivedAt}, con su historial de {entries, select, 1 {una entrada} other {{entries} entradas}}',
  adobeConnected: `Conectó Adobe con el ID de cliente {clientId}${replaced}`,
  azureConnected: `Conectó Azure en el inquilino {tenantId} (${access})${replaced}`,
  awsConnected: `Conectó AWS con el rol {roleArn} en {region}${replaced}`,
  adobeDisconnected: 'Desconectó Adobe y eliminó la credencial del ID de cliente {clientId}',
  azureDisconnected: `Desconectó Azure y eliminó la credencial del inquilino {tenantId} (${access})`,
  awsDisconnected: 'Desconectó AWS y quitó el rol {roleArn} en {region}',
  awsExternalIdCreated: 'Creó el ID externo para AWS',
  connectionVerified: 'La credencial de {cloud} funciona',
  connectionFailed: '{cloud} rechazó la credencial: {message}',
  replacementStored: `Guardó una credencial nueva de {cloud}, ${named}. La anterior sigue en uso hasta que la nueva funcione`,
  replacementFailed: `{cloud} rechazó la credencial nueva, ${named}: {message}. La anterior sigue en uso`,
  replacementWithdrawn: `Eliminó la credencial nueva de {cloud}, ${named}. La anterior sigue en uso`,
  credentialExpires: `El ${expiring} expira el {expiresAt}`,
  credentialExpired: `El ${expiring} expiró el {expiresAt}`,
  apiTokenCreated: `Creó el token de API «{name}» (${role})`,
  apiTokenRevoked: 'Revocó el token de API «{name}»',
  memberSignedIn: '{name} inició sesión',
  memberJoined: `{name} se incorporó como {grants, select, none {${role}} other {{grants}}}`,
  memberInvited: 'Invitó a {email} como {grants}',
  invitationRevoked: 'Revocó la invitación de {email}',
  invitationAccepted: '{name} aceptó una invitación y se incorporó como {grants}',
  grantsChanged:
    'Cambió el acceso de {name} de {before, select, none {ninguno} other {{before}}} a {after}',
  memberRemoved: 'Quitó a {name}{reason, select, none {} other { porque «{reason}»}}',
  sessionsEnded:
    'Cerró {count, select, none {sesiones} 1 {una sesión} other {{count} sesiones}} de {name}',
  signInPolicyChanged:
    'Cambió las reglas que admiten a personas por sus claims de inicio de sesión único',
  handOffCreated: `Creó un traspaso para ${admin}`,
  handOffRevoked: `Revocó el traspaso para ${admin}`,
  watchStarted: 'Empezó a vigilar las claves',
  eventGridAddressCreated: 'Creó una nueva dirección para eventos de Azure Event Grid',
  webhookCreated: 'Creó el webhook a {url}',
  webhookChanged:
    '{change, select, enabled {Habilitó} disabled {Deshabilitó} other {Cambió}} el webhook a {url}',
  webhookDeleted: 'Eliminó el webhook a {url}',
  webhookSecretRotated: 'Creó un secreto nuevo para el webhook a {url}',
  webhookDisabled:
    'Deshabilitó el webhook a {url}{reason, select, GONE {, que respondió 410 Gone} FAILING {, que no aceptó nada durante cinco días} other {}}',
  webhookRedelivered: 'Envió {eventType} otra vez a {url}',
  chatSet:
    'Configuró qué se envía al chat de {chat, select, SLACK {Slack} TEAMS {Teams} other {{chat}}}',
  chatRemoved: 'Quitó el chat de {chat, select, SLACK {Slack} TEAMS {Teams} other {{chat}}}',
  evidenceExported: 'Exportó el paquete de pruebas',
  databaseFailedOver:
    'La base de datos pasó a otro servidor; puede faltar lo que se escribió después del {lostSince}',
  databaseRestored:
    'La base de datos se restauró desde una copia de seguridad; puede faltar lo que se escribió después del {lostSince}',
  healthChanged: `{track}: el estado de la clave cambió de ${healthOf('from')} a ${healthOf('to')}`,
  versionSeen: '{track}: la clave tiene una versión nueva: {version}',
  differenceAccepted: '{track}: aceptó «{field}» como está ahora porque «{reason}»',
  alertOpened: 'Alerta: {track, select, none {} other {{track}: }}{alert}',
  alertAcknowledged:
    'Confirmó la alerta: {track, select, none {} other {{track}: }}{alert}{comment, select, none {} other {, con el comentario «{comment}»}}',
  alertReopened: 'Alerta abierta de nuevo, tras un evento nuevo de Adobe: {alert}',
  alertResolved: 'Alerta resuelta: {track, select, none {} other {{track}: }}{alert}',
  partnerCreated: 'Creó la cuenta de partner {name}',
} satisfies Record<HistoryKind, string>;

export const inBulk = '{line} (tarea masiva)';

export const verdicts = {
  passed: 'correcto',
  warned: 'correcto con un aviso: {titles}',
  blocked: 'bloqueado: {titles}',
  blockedAbsent: 'bloqueado, no se encontró: {titles}',
  unknown: 'no se pudo comprobar{message, select, none {} other {: {message}}}',
  noVerdict: 'se leyó, sin resultado en esta entrada',
  noVerdictAbsent: 'se leyó y no se encontró, sin resultado en esta entrada',
};

export const policy = `{fourEyes, select,
    OWN_APPROVER {aprueba un aprobador a quien se dio acceso a la organización en particular}
    other {aprueba cualquier aprobador o propietario que no sea el solicitante}
  }, {coolingOff, select, none {utilizable de inmediato} other {utilizable tras {coolingOff}}}, válida {valid}{never, select,
    none {}
    other {, nunca se acepta: {never}}
  }`;

export const affectedApproval = `{track}: la {status, select,
    requested {solicitud de aprobación}
    other {aprobación}
  } {voided, select,
    none {{held, select, none {sigue siendo válida} other {sigue siendo válida, pero no se puede usar hasta el {held}}}}
    policyLoosened {queda anulada porque se relajó la política}
    ownApproverRequired {queda anulada porque debe aprobar un aprobador con acceso concedido a esta organización en particular}
    evidenceChanged {queda anulada porque un aviso aceptado ya no se puede aceptar}
    expired {queda anulada porque expiró con la nueva política}
    other {queda anulada}
  }`;

export const grant = `${role}{organizationName, select, none {} other { ({organizationName})}}`;

export const changed =
  '{field} de «{from, select, none {nada} other {{from}}}» a «{to, select, none {nada} other {{to}}}»';
