import type { ReasonOf } from '@keyway/core';

export const accessRefusals = {
  accessChanged:
    'Su acceso cambió mientras se hacía esto, por lo que no se cambió nada. Vuelva a cargar la página para ver qué puede hacer ahora.',
  alreadyMember:
    '{name} ya es miembro con esta dirección de correo. Cambie su acceso en lugar de invitarle.',
  changedMeanwhile:
    'Otra persona cambió esto mientras tanto. No se guardó nada: vuelva a leerlo y decida si su cambio sigue siendo válido.',
  claimEmpty: 'Indique la claim y su valor.',
  ruleIssuerMissing:
    'Indique para qué proveedor de inicio de sesión vale la regla: con varios, uno puede enviar lo que corresponde a otro.',
  ruleIssuerUnknown:
    'Ningún proveedor de inicio de sesión tiene el emisor {issuer}. Elija uno que esté configurado.',
  claimRuleTwice:
    'La regla de la claim {claim} con el valor «{value}» y este acceso aparece dos veces.',
  emailInvalid: 'Indique una dirección de correo, como ana@example.com.',
  grantsEmpty: 'Asigne al menos un rol. Para quitar todo el acceso, quite al miembro.',
  grantsMany: 'Una persona puede tener como máximo {max} accesos.',
  handOffActor:
    'Un traspaso puede ser para el administrador de Azure (AZURE_ADMIN), de Entra (ENTRA_ADMIN) o de AWS (AWS_ADMIN) del cliente. Los demás inician sesión: aprobar y enviar requieren una cuenta.',
  handOffActorNotInPlan: 'Este proceso no tiene pasos para este administrador.',
  handOffClosed:
    'Este enlace ya no se puede usar: el trabajo del proceso terminó, o el enlace expiró o se revocó. No se cambió nada. Pida uno nuevo a quien se lo envió.',
  handOffNothingToDo:
    'A este administrador no le queda nada por hacer en este proceso: todos sus pasos están hechos.',
  handOffNotFound: 'Este traspaso no existe.',
  handOffsMany: 'Un proceso puede tener como máximo {max} traspasos abiertos. Revoque uno primero.',
  handOffTokenNeeded: 'Solo el token de un traspaso puede ejecutar esto. Use verify o attestStep.',
  handOffTooLong: 'Un traspaso es válido {days} días como máximo. Elija una fecha anterior.',
  chatKindsOther: 'A un chat solo se le puede enviar {kinds}: lo demás es para una persona.',
  chatNotFound: 'No hay ningún chat conectado.',
  chatUrlMissing:
    'Indique la dirección del webhook entrante del chat. Las direcciones no se vuelven a mostrar y son de un solo tipo de chat.',
  digestAddressMissing:
    'Su proveedor de inicio de sesión no da una dirección de correo, así que no se le puede enviar nada. Consulte a quien lo administra.',
  digestKindsEmpty: 'Elija al menos un tipo de aviso o desactive el resumen.',
  digestMailMissing:
    'Esta instalación no envía correo. Pida a quien opera Keyway que configure KEYWAY_MAIL_FROM y KEYWAY_SMTP_URL.',
  idempotencyKeyLength:
    'La clave de idempotencia debe tener de 1 a {max} caracteres. Puede omitirse.',
  idempotencyKeyReused:
    'Esta clave de idempotencia se usó en otra solicitud en las últimas 24 horas. Use una nueva.',
  inboxItemNotFound: 'Esto no está, o ya no está, en su bandeja. No se marcó nada.',
  inboxItemsMany:
    'Indique como máximo {max, number} avisos, o una fecha hasta la que todo está leído.',
  inboxPersonNeeded:
    'Una bandeja pertenece a una persona: un token no tiene ninguna y no puede ejecutar {mutation}. Use la consola.',
  inboxReadEither: 'Indique los avisos, o una fecha hasta la que todo está leído: uno de los dos.',
  invitationAccepted:
    'Esta invitación se aceptó. Para quitar el acceso a la persona, quite al miembro.',
  invitationNotFound: 'Esta invitación no existe.',
  invitationTooLong: 'Una invitación es válida {days} días como máximo. Elija una fecha anterior.',
  lastOwner:
    'Es el último propietario del partner. Primero nombre propietario a otro miembro; las reglas de inicio de sesión único no cuentan.',
  memberNotFound: 'Este miembro no existe o se quitó.',
  mentionNotFound:
    'Una de las personas mencionadas ya no es miembro. Quite el nombre y envíe el comentario de nuevo.',
  mentionsMany: 'Un comentario puede mencionar como máximo a {max} personas.',
  mentionWithoutAccess:
    '{name} no tiene acceso a esta organización, así que no se le puede mencionar aquí.',
  ownerRemoved:
    'Se quitó a {name}, que ya no puede ser responsable de un proceso. Elija a otra persona.',
  ownerWithoutAccess:
    '{name} no tiene acceso a esta organización. Elija a otra persona o pida a un propietario que le dé acceso.',
  partnerGrantMissing:
    'Su acceso está limitado a ciertas organizaciones. {mutation} requiere {needed, select, OWNER {OWNER} other {{needed} u OWNER}} para todo el partner.',
  personNeeded:
    'El token inicial no representa a ninguna persona; ni él ni los tokens creados con él permiten ejecutar {mutation}. Invite a un aprobador e inicie sesión.',
  quietHoursEqual:
    'Las horas de silencio necesitan un comienzo y un fin distintos; también pueden omitirse.',
  quietHoursForm: '«{given}» no es una hora del día. Use horas y minutos, por ejemplo 22:00.',
  roleMissing:
    'Su rol {role} no permite ejecutar {mutation}. Se requiere {needed, select, OWNER {OWNER} other {{needed} u OWNER}}.',
  rulesMany: 'Puede haber como máximo {max} reglas.',
  scopeMissing:
    'Este token no tiene el ámbito {scope}, necesario para la mutación {mutation}. Use un token que lo tenga.',
  sessionNotFound: 'Esta sesión no existe o ya terminó.',
  sharedViewsMany:
    'Un partner puede compartir como máximo {max} vistas de una página. Elimine una primero.',
  signInAgain:
    'Para ejecutar {mutation} aquí se requiere un inicio de sesión reciente. Inicie sesión de nuevo y repita la acción. No se cambió nada.',
  signInNeeded:
    'Para ejecutar {mutation} aquí se requiere una persona que haya iniciado sesión hace poco; los tokens de API no pueden hacerlo. Use la consola.',
  timeZoneUnknown:
    '«{given}» no es una zona horaria que Keyway conozca. Use un nombre como Europe/Madrid, o UTC.',
  tokenExpiresTooLate:
    'Un token no puede durar más que el token que lo crea. Elija una fecha hasta el {expiresAt}.',
  tokenNotFound: 'Este token de API no existe.',
  tokenOrganizationsEmpty: 'Indique al menos una organización u omita la lista para todas.',
  tokenScopeNotHeld: 'Un token no puede tener el ámbito {scope}, que su creador no tiene.',
  tokenScopesEmpty: 'Elija al menos uno de estos ámbitos: {scopes}.',
  tokenScopeUnknown: '«{scope}» no es un ámbito. Ámbitos disponibles: {scopes}.',
  viewNameTaken: 'Ya hay una vista llamada «{name}». Elija otro nombre.',
  viewNotFound: 'Esta vista no existe o no se comparte con usted.',
  viewOfOther:
    '{name} creó esta vista. Solo esa persona y los propietarios pueden cambiarla. Guarde una propia.',
  viewPersonNeeded:
    'Las vistas pertenecen a personas: un token puede leer las compartidas, pero no ejecutar {mutation}.',
  viewPrivateOfOther:
    '{name} creó esta vista, así que solo esa persona puede hacerla privada. Usted puede eliminarla.',
  viewSearchInvalid:
    'La búsqueda de una vista es un objeto de hasta 40 parámetros; cada uno es un texto, un número, verdadero o falso, o una lista de textos.',
  viewSearchTooLong:
    'La búsqueda de una vista puede tener como máximo {max, number} caracteres en JSON.',
  viewsMany: 'Puede tener como máximo {max} vistas de una página. Elimine una primero.',
} satisfies Record<ReasonOf<'access'>, string>;
