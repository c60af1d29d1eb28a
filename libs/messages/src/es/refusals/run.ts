import type { ReasonOf } from '@keyway/core';

export const runRefusals = {
  bulkAssignmentMissing:
    'Indique quién pasa a ser responsable, o para cuándo deben estar listos los procesos.',
  bulkItemFailed:
    'Keyway no pudo hacerlo en varios intentos. Vuelva a intentarlo para esta organización.',
  bulkJobNotFound: 'Esta tarea masiva no existe.',
  bulkKeysByImport:
    'Las claves de muchas organizaciones se indican con una importación cuyo archivo tiene columnas para ellas (importOrganizations).',
  bulkNothing: 'No coincide ninguna organización. Elija otras.',
  bulkOrganizationUnseen: 'Quien inició la tarea ya no tiene acceso a esta organización.',
  bulkReferenceOfEach:
    'En el paso {step}, la declaración indica algo propio de cada organización. Declárelo una por una.',
  bulkStarterGone: 'Quien inició la tarea ya no tiene acceso, así que se omitió el resto.',
  cancelReasonMissing: 'Indique un motivo para cancelar el proceso.',
  configurationOfEarlierRun:
    'Un proceso anterior envió la configuración de esta organización. Solo puede haber una (IRR-04).',
  dryRunKeyElsewhere:
    'La clave prevista {row, number} es de una organización que no se ha elegido.',
  dryRunKeyNotChecked:
    'La clave prevista {row, number} es para {track}, que no está entre las vías que se comprueban.',
  dryRunKeyNotOnAws:
    'Una organización en AWS no tiene clave para CJA, porque allí Adobe configuró Customer Journey Analytics. Prevea su clave para AEP.',
  dryRunKeyOfTwo:
    'La clave prevista {row, number} tiene el organizationId de una organización y el imsOrgId de otra. Corrija uno de los dos u omítalo.',
  dryRunKeyOfWhom: 'La clave prevista {row, number} necesita un organizationId o un imsOrgId.',
  dryRunKeyTwice:
    'La clave prevista {row, number} es la segunda para la misma organización y vía. Conserve una.',
  dryRunNotFound: 'Esta comprobación de preparación no existe.',
  dryRunTracksMissing: 'Elija al menos una vía u omita la lista para ambas.',
  dryRunsOpen:
    'Hay {max, plural, one {# comprobación} other {# comprobaciones}} de preparación en curso. Espere a que termine una o cancele una.',
  organizationHasNoRun: 'Esta organización no tiene ningún proceso.',
  organizationsMissing: 'Indique organizaciones o un filtro. Un filtro vacío las selecciona todas.',
  runCancelled: 'Este proceso se canceló y no se puede cambiar.',
  runCompleted: 'Este proceso está completado y no se puede cambiar.',
  runExistsCompleted: 'Esta organización ya tiene un proceso completado.',
  runExistsOpen: 'Esta organización ya tiene un proceso abierto. Continúelo o cancélelo.',
  runNotFound: 'Este proceso no existe.',
  runStarted: 'Este proceso ya se inició.',
  runSubmitted:
    'La configuración se envió, o pudo enviarse, a Adobe, lo que no se puede deshacer. El proceso sigue abierto hasta que se conozca el resultado (IRR-01).',
  tooManyMatches: 'Coinciden más de {max, number} organizaciones. Acote el filtro.',
  tooManyOrganizations: 'Indique como máximo {max, number} organizaciones.',
} satisfies Record<ReasonOf<'run'>, string>;
