import type { ReasonOf } from '@keyway/core';

export const stepRefusals = {
  activationCompleted: 'Adobe ya comunicó COMPLETED.',
  checkHasNoResult: 'La comprobación {check} no tiene resultado en la vía {track}.',
  checkNeverAccepted:
    'La política de esta organización no permite que nadie acepte esta comprobación. Corrija lo que encontró.',
  checkNotOverridable: 'Esta comprobación bloquea y no se puede invalidar. Corrija la causa.',
  checkPasses: 'Esta comprobación se ha superado, por lo que no hay nada que aceptar.',
  checkUnknown:
    'Esta comprobación aún no tiene resultado. Un resultado desconocido no se puede invalidar.',
  cloudNotConnected: 'Conecte primero la nube ({mutation}) o declare el paso.',
  doneThroughAdobe:
    'El paso {step} se realiza mediante la conexión con Adobe y no se puede declarar.',
  failingCheckNotAttestable:
    'Un paso con una comprobación fallida no se puede declarar. Corrija la causa.',
  keyNotProvided: 'Indique primero la clave de esta vía (provideKey).',
  keyPolicyNotProvided:
    'Indique primero la directiva de clave de la página de la organización en Adobe (provideKeyPolicy).',
  overrideReasonMissing: 'Indique un motivo para aceptar este resultado.',
  statementMissing: 'Describa qué se hizo y cómo lo sabe.',
  stepDone: 'El paso {step} ya está hecho.',
  stepFailed: 'El paso {step} falló. Reinténtelo primero (retryStep).',
  stepLocked: 'El paso {step} aún no está disponible. Complete primero {open}.',
  stepNeedsAccount:
    'No se puede deshacer; debe hacerlo alguien que inicie sesión, no mediante un traspaso.',
  keyOfRunStays:
    'El proceso ya tiene la clave {key}, y una importación nunca reemplaza una clave. Para usar otra, indíquela en el proceso.',
  keyProvidedMeanwhile:
    'Otra persona acaba de indicar {key}. Revísela y, si la suya debe reemplazarla, indíquela de nuevo.',
  keyNeedsAccount:
    'Alguien que inicia sesión indica de qué clave se trata (provideKey). Después se puede declarar con un enlace.',
  stepNotAttestable: 'El paso {step} no se puede declarar. Use la mutación propia de este paso.',
  stepNotFailed: 'El paso {step} no falló. Para comprobarlo de nuevo, use verify.',
  stepNotHandedOff:
    'Este paso no está entre los pasos abiertos de este traspaso. Puede que ya esté hecho.',
  stepNotOnTrack: 'La vía {track} no tiene el paso {step}. Sus pasos: {steps}.',
  stepNotReadable:
    'El paso {step} no se puede leer, porque un paso anterior se declaró en lugar de verificarse. Verifique ese paso o declare también este.',
  stepNotVerifiable: 'El paso {step} no se puede verificar, porque no se lee de una nube.',
  stepVerifiable:
    'La nube conectada puede verificar este paso. Verifíquelo en lugar de declararlo.',
  submissionRunning: 'La configuración se está enviando. Espere a que se conozca el resultado.',
  trackMissing: 'Indique la vía del paso, AEP o CJA.',
  stepMissing: 'Indique el paso.',
  trackNotApplicable: 'La vía {track} no se aplica a esta organización.',
  trackPastNoReturn: 'Esta vía ya superó su punto de no retorno.',
  trackWorkStays:
    'En {track} hay pasos declarados que dependen de la clave, o una aprobación solicitada o concedida. Indicar una clave los anularía, y una importación no anula nada. Indique la clave en el proceso.',
  vaultIsPlanned:
    'Keyway configura este almacén para {track}, y CJA necesita un almacén propio (CJA-04). Use otro o cancele antes esa configuración.',
  vaultNotSeparate: 'CJA necesita un almacén propio. Este es el almacén de AEP (CJA-04).',
  vaultOfRunStays:
    'El proceso ya tiene esta clave, {vault, select, none {sin ID de recurso del almacén} other {con el ID de recurso del almacén {vault}}}. Una importación nunca lo cambia. Para usar otro, indique la clave en el proceso.',
} satisfies Record<ReasonOf<'step'>, string>;
