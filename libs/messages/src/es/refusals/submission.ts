import type { ReasonOf } from '@keyway/core';

const KEY_ARN =
  'Ejemplo: arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

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
  keyArnAccount: `La cuenta del ARN debe tener doce dígitos (AWS-10). ${KEY_ARN}`,
  keyArnBareId: `Es solo un ID de clave. Indique el ARN completo, que también contiene la región y la cuenta (AWS-10). ${KEY_ARN}`,
  keyArnInvalid: `No es el ARN de una clave de KMS (AWS-10). ${KEY_ARN}`,
  keyArnKeyId: `El ID de clave del ARN debe ser un UUID en minúsculas (AWS-10). ${KEY_ARN}`,
  keyArnMissing: `Indique el ARN de la clave de KMS (AWS-10). ${KEY_ARN}`,
  keyArnMultiRegion: `Es una clave de varias regiones: su ID empieza por mrk-. Adobe necesita una clave de una sola región; cree otra clave (AWS-02, AWS-10). ${KEY_ARN}`,
  keyArnNoRegion: `El ARN no nombra ninguna región. Después de arn:aws:kms: va la región, {expected}, y luego la cuenta (AWS-10). ${KEY_ARN}`,
  keyArnOfAlias: `Es un alias, que más adelante puede apuntar a otra clave. Indique el ARN de la propia clave (AWS-10). ${KEY_ARN}`,
  keyArnOfAzure: `Esta organización está en AWS y esto es una dirección. Indique el ARN de la clave de KMS (AWS-10). ${KEY_ARN}`,
  keyArnPartition: `La clave debe estar en la partición estándar de AWS; el ARN empieza por arn:aws: (AWS-10). ${KEY_ARN}`,
  keyArnRegion: `La clave está en {region}. Debe estar en la región de la cuenta de Adobe, {expected} (AWS-02, AWS-03). ${KEY_ARN}`,
  keyArnService: `Este ARN es de otro servicio de AWS. Indique el ARN de una clave de KMS (AWS-10). ${KEY_ARN}`,
  keyIdentifierInvalid: '{problems}',
  keyMayBeSubmitted:
    'Es posible que Adobe ya tenga la clave, porque se desconoce el resultado de un envío anterior. Envíe de nuevo la misma clave.',
  keyPolicyAction:
    'La instrucción «{statement}» permite a la cuenta {account} lo que Adobe no necesita: {actions} (AWS-04). Quite la instrucción si no está en la página de Adobe. Si es la de su propia cuenta, quítela o indique antes la clave; se queda en la clave (AWS-05).',
  keyPolicyCondition:
    'La instrucción «{statement}» debe tener una sola condición, StringEquals de aws:PrincipalAccount, con la cuenta a la que permite usar la clave (AWS-04). Copie la instrucción de la página de Adobe tal cual.',
  keyPolicyDeny:
    'La instrucción «{statement}» es un Deny. La página de Adobe no tiene ninguno, y uno puede dejar a la cuenta sin acceso a su clave (AWS-05). Quítela.',
  keyPolicyExcludes:
    'La instrucción «{statement}» tiene {part}, que significa todo menos lo que nombra. La página de Adobe no tiene ninguna instrucción así (AWS-04). Quítela.',
  keyPolicyLacksActions:
    'La instrucción «{statement}» no permite a la cuenta {account} todo lo que Adobe necesita (AWS-04). Faltan estas acciones: {actions}. Copie la instrucción de la página de Adobe tal cual.',
  keyPolicyNotAdobes:
    'Esta directiva no permite a las cuatro cuentas de Adobe usar la clave (AWS-04). Copie la directiva completa de la página de Adobe, no la que la clave tiene en AWS.',
  keyPolicyNotJson:
    'La directiva no es JSON válido en la línea {line, number}, columna {character, number}. Copie la directiva completa de la página de Adobe; sus comentarios pueden quedarse (AWS-07).',
  keyPolicyOnAzure: 'Esta organización está en Azure, donde no hay directiva de clave.',
  keyPolicyPart:
    'No es una directiva de clave: en la línea {line, number}, columna {character, number}, «{part}» falta, se repite o tiene otra forma. Copie la directiva completa de la página de Adobe (AWS-07).',
  keyPolicyPrincipal:
    'La instrucción «{statement}» nombra {principal}. Solo puede nombrar cuentas y roles de AWS de Adobe, y su propia cuenta entera (AWS-04). Quítela.',
  keyPolicyResource:
    'El recurso de la instrucción «{statement}» debe ser «*», que significa la propia clave (AWS-04). Copie la instrucción de la página de Adobe tal cual.',
  keyPolicyTooLong: 'Una directiva de clave puede tener como máximo {max, number} caracteres.',
  keyPolicyTooManyAccounts:
    'La directiva permite usar la clave a más cuentas que las cuatro de la página de Adobe (AWS-04, AWS-08). Quite las instrucciones que la página no tiene. Todas las que permiten a una cuenta usar la clave: {statements}.',
  keySubmitted: 'La clave ya se envió a Adobe y no se puede cambiar (IRR-04).',
  keyVersionUnknown: 'Aún no se conoce la versión de la clave. Compruebe primero el paso Clave.',
  organizationHasConfiguration:
    'Esta organización ya tiene una configuración. Solo puede haber una (IRR-04).',
  referenceNotKey: 'La clave de este proceso es {key}. Indique ese ARN o indique antes otra clave.',
  referenceNotApprovedName:
    'La referencia debe ser exactamente el nombre de configuración aprobado: «{name}».',
  submissionAttested: 'El envío ya se declaró.',
  submissionOnAws:
    'En AWS la configuración se guarda en la página de Adobe y se declara en Keyway (AWS-14).',
} satisfies Record<ReasonOf<'submission'>, string>;
