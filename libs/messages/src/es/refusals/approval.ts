import type { ReasonOf } from '@keyway/core';

export const approvalRefusals = {
  approvalEarlierVoid:
    'La aprobación ya no es válida. {voided, select, expired {Expiró el {at}.} factsDiffer {Los datos leídos justo antes del envío difieren de los aprobados.} policyLoosened {La política de aprobaciones se relajó después de solicitar la aprobación.} ownApproverRequired {Según la política, ahora debe aprobar alguien a quien se dio acceso a esta organización en particular.} stored {{text}} other {Las pruebas cambiaron después de solicitar la aprobación.}} Solicite la aprobación de nuevo.',
  approvalExpired: 'La aprobación expiró el {expiresAt}. Solicite la aprobación de nuevo.',
  approvalGiven: 'Esta vía ya está aprobada.',
  approvalIsOwn: 'Usted solicitó esta aprobación, por lo que debe decidir otra persona.',
  approvalMissing:
    'Se requiere la aprobación de una segunda persona. Solicite primero la aprobación.',
  approvalNotGiven: 'Esta vía no tiene ninguna aprobación que retirar.',
  approvalNotRequested: 'Esta vía no tiene ninguna solicitud de aprobación pendiente.',
  approvalOfSomebodyElse:
    'Solo quien aprobó, o una persona con el rol OWNER, puede retirar una aprobación.',
  approvalPending: 'Esta vía ya tiene una solicitud de aprobación pendiente.',
  approvalReasonMissing: 'Indique un motivo.',
  approvalUsed: 'La aprobación ya se utilizó. Un envío no se puede deshacer (IRR-01).',
  approvalWithdrawn:
    '{by} retiró la aprobación por el motivo «{why}», por lo que debe solicitarse de nuevo.',
  approverNotOwn:
    'Su aprobación no contaría aquí. Según la política, decide {organization, select, none {un aprobador} other {un aprobador de {organization}}}: alguien a quien se dio acceso a esta organización en particular. Pídaselo a uno de ellos.',
  blocksNeedReason:
    'Indique en el comentario por qué acepta lo que no se cumplía cuando Keyway lo leyó por última vez.',
  blocksNotAccepted:
    'Cuando Keyway las leyó por última vez, estas comprobaciones no se cumplían, y desde entonces no pudo leerlas: {checks}. Acepte cada una para aprobar (acceptedBlocks), o rechace.',
  checkUnknownId:
    'No existe la comprobación «{check}». El catálogo de comprobaciones enumera sus ID.',
  coolingOff: 'El período de espera no ha terminado. La aprobación se puede usar desde {usableAt}.',
  failingCheck:
    'Una comprobación de esta vía falla. Corrija la causa y después solicite la aprobación.',
  imsOrgIdNotConfirmed: 'Escriba exactamente el ID de organización de IMS: {imsOrgId}.',
  inheritAlone: 'Para volver a seguir la política del partner, indique la organización y nada más.',
  secondsOutOfRange: 'Elija entre {min} y {max} segundos.',
  trackSubmitted: 'Esta vía ya superó su punto de no retorno.',
  warningsNotAccepted: 'Acepte primero estos avisos con un motivo (overrideCheck): {checks}.',
} satisfies Record<ReasonOf<'approval'>, string>;
