import type { ReasonOf } from '@keyway/core';

export const submissionRefusals = {
  adobeCredentialInUse:
    'La configuración se está enviando a Adobe con esta credencial. Desconecte Adobe cuando se conozca el resultado.',
  adobeNotConnected: 'Conecte primero Adobe (connectAdobe) o declare el envío.',
  caseNumberMissing: 'Indique el número de caso de Customer Care. Ejemplo: E-001234567',
  caseOpen:
    'El caso {caseNumber} está abierto en Adobe Customer Care. El proceso sigue abierto hasta que se conozca el resultado.',
  caseOpenedInFuture: 'El caso no puede haberse abierto en el futuro.',
  caseRecorded: 'El caso {caseNumber} ya está registrado.',
  cjaConfirmed: 'CJA ya está confirmado.',
  configurationNameForCja: 'CJA no tiene configuración. Omita el nombre.',
  configurationNameInvalid:
    'Indique un nombre de 1 a 255 caracteres visibles sin espacios al principio ni al final. Lo más seguro son hasta 64 letras minúsculas, dígitos y guiones (VAL-26).',
  configurationNameNotAccepted:
    'Adobe busca una configuración por las letras exactas de su nombre, y sus documentos difieren en mayúsculas y minúsculas (GAP-01). Use de 1 a 64 letras minúsculas, dígitos y guiones, o solicite la aprobación de este nombre.',
  configurationNameNotApproved:
    'El nombre aprobado es «{name}». Envíe con ese nombre o solicite la aprobación de otro.',
  configurationNameOfEarlierSend:
    'Es posible que Adobe ya tenga la configuración «{name}», porque se desconoce el resultado de un envío anterior. Use el mismo nombre, para que se encuentre (GAP-31).',
  configurationSubmitted: 'La configuración {name} ya se envió. Una organización solo tiene una.',
  confirmationBeforeCase:
    'La confirmación no puede ser anterior a su caso, que se abrió el {openedAt}.',
  confirmationInFuture: 'La confirmación no puede estar en el futuro.',
  confirmationTextMissing: 'Indique el texto de la confirmación.',
  confirmedByMissing: 'Indique quién confirmó en Customer Care.',
  keyArnInvalid:
    'La referencia debe ser el ARN de una clave de una sola región, no el de un alias (AWS-10). Ejemplo: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  keyAttestedOnAws: 'Esta organización está en AWS. Declare su clave en el paso KEY.',
  keyIdentifierInvalid: '{problems}',
  keyMayBeSubmitted:
    'Es posible que Adobe ya tenga la clave, porque se desconoce el resultado de un envío anterior. Envíe de nuevo la misma clave.',
  keySubmitted: 'La clave ya se envió a Adobe y no se puede cambiar (IRR-04).',
  keyVersionUnknown: 'Aún no se conoce la versión de la clave. Verifique primero KEY.',
  organizationHasConfiguration:
    'Esta organización ya tiene una configuración. Solo puede haber una (IRR-04).',
  referenceNotApprovedName:
    'La referencia debe ser exactamente el nombre de configuración aprobado: «{name}».',
  submissionAttested: 'El envío ya se declaró.',
  submissionOnAws:
    'En AWS la configuración se guarda en la página de Adobe y se declara en Keyway (AWS-14).',
} satisfies Record<ReasonOf<'submission'>, string>;
