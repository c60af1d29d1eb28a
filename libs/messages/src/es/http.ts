export const http = {
  signInPages: {
    notSetUp: {
      title: 'El inicio de sesión no está configurado',
      message:
        'Esta instalación solo acepta tokens de API. Para que las personas puedan iniciar sesión, configure OIDC_ISSUER, OIDC_CLIENT_ID y OIDC_CLIENT_SECRET, o KEYWAY_OIDC_PROVIDERS.',
    },
    choose: {
      title: 'Elija cómo iniciar sesión',
      message: 'Use la cuenta con la que tiene acceso o a la que se dirige su invitación.',
    },
    providerAway: {
      title: 'No se pudo iniciar sesión',
      message:
        'No se puede acceder al proveedor de inicio de sesión. Sus datos y procesos no se ven afectados. Inténtelo de nuevo en breve. Si se repite, póngase en contacto con el administrador de esta instalación.',
    },
    tookTooLong: {
      title: 'El inicio de sesión tardó demasiado',
      message:
        'Este inicio de sesión comenzó en otro navegador u otra pestaña, o hace más de diez minutos. Inicie sesión de nuevo. Si estaba aceptando una invitación, abra su enlace de nuevo.',
    },
    notConfirmed: {
      title: 'No ha iniciado sesión',
      message: 'El proveedor de inicio de sesión no confirmó su identidad. Inicie sesión de nuevo.',
    },
    notInvited: {
      title: 'No tiene acceso',
      message:
        'Inició sesión como {account}, pero nadie ha dado a esta cuenta acceso a Keyway aquí. Pida a un propietario que le invite y abra el enlace de la invitación.',
    },
    removed: {
      title: 'Se retiró su acceso',
      message: 'Un propietario puso fin a su acceso. Para volver, pídale una nueva invitación.',
    },
    invitationUnknown: {
      title: 'Este enlace no es de una invitación',
      message:
        'Puede que falte una parte del enlace. Ábralo de nuevo desde el mensaje o cópielo completo. Si sigue sin funcionar, pida una nueva invitación.',
    },
    invitationUsed: {
      title: 'Esta invitación ya se aceptó',
      message:
        'Solo funciona una vez. Si la aceptó usted, inicie sesión con la misma cuenta: ya tiene acceso. Si no fue usted, avise a quien le invitó.',
    },
    invitationReplaced: {
      title: 'Hay una invitación más reciente',
      message:
        'Se le invitó de nuevo y solo funciona el enlace más reciente. Abra el último enlace que recibió.',
    },
    invitationRevoked: {
      title: 'Esta invitación se revocó',
      message: 'Ya no da acceso. Si aún lo necesita, pida una nueva invitación a quien le invitó.',
    },
    invitationExpired: {
      title: 'Esta invitación expiró',
      message:
        'Nadie la aceptó a tiempo. Pida una nueva a quien le invitó. Si ya tiene acceso, inicie sesión.',
    },
    emailNotVerified: {
      title: 'Su dirección de correo no está verificada',
      message:
        'Inició sesión como {account}. La invitación es para una dirección de correo, y el proveedor de inicio de sesión no confirma que la suya esté verificada. Verifíquela allí y abra el enlace de nuevo, o use otra cuenta.',
    },
    invitationForOther: {
      title: 'Esta invitación es para otra persona',
      message:
        'Inició sesión como {account}. La invitación es para otra dirección de correo y sigue abierta. Use la cuenta con la dirección invitada o pida una invitación para esta.',
    },
    acrMissing: {
      title: 'Este inicio de sesión no es suficiente',
      message:
        'Para aprobar y enviar se requiere un inicio de sesión más seguro que el que confirmó el proveedor. Su sesión sigue abierta como antes. Use el método que exige su organización, por ejemplo, una llave de seguridad.',
    },
    otherPerson: {
      title: 'Inició sesión como otra persona',
      message:
        'Para aprobar o enviar, confirme la cuenta con la que ha iniciado sesión. No se cambió nada y su sesión sigue abierta como antes. Para usar otra cuenta, cierre sesión primero.',
    },
    oauthClient: {
      title: 'Este programa no se conoce',
      message:
        'Un programa pidió usar Keyway, pero no es uno que pueda iniciar sesión aquí. Si usted inició la línea de comandos de Keyway, actualícela y ejecute «keyway login» de nuevo.',
    },
    oauthRedirect: {
      title: 'Este inicio de sesión lleva a otro lugar',
      message:
        'Un programa pidió usar Keyway y recibir la respuesta en una dirección que no es de este equipo. No se envió nada. Si usted no inició «keyway login», cierre esta página.',
    },
    oauthRepeated: {
      title: 'Esta solicitud no es válida',
      message:
        'Un programa pidió usar Keyway e indicó dos veces uno de sus datos. No se envió nada. Ejecute «keyway login» de nuevo.',
    },
    oauthTooLong: {
      title: 'Esta solicitud no es válida',
      message:
        'Un programa pidió usar Keyway con más texto del que cabe. No se envió nada. Ejecute «keyway login» de nuevo.',
    },
    oauthStale: {
      title: 'Esta página era demasiado antigua',
      message:
        'Inició sesión de nuevo desde que se cargó, o provenía de otro lugar. No se permitió nada. Cárguela de nuevo y compare lo que pide.',
    },
    oauthSignInAgain: {
      title: 'Confirme que es usted',
      message:
        'Dar acceso a un programa requiere un inicio de sesión reciente o más seguro. Inicie sesión de nuevo para continuar.',
    },
  },
  signInWith: 'Continuar con {provider}',
  signInLabels: {
    tryAgain: 'Reintentar',
    signIn: 'Iniciar sesión',
    otherAccount: 'Usar otra cuenta',
    home: 'Ir a Keyway',
  },
  /** The page on which a person allows a program. */
  consent: {
    title: '¿Permitir que la línea de comandos de Keyway use su cuenta?',
    message:
      'Un programa de este equipo solicita acceso en su nombre. Permítalo solo si usted acaba de ejecutar «keyway login».',
    account: 'Cuenta',
    partner: 'Nombre del partner',
    program: 'Programa',
    programName: 'Línea de comandos de Keyway (keyway-cli)',
    answersTo: 'Recibe la respuesta en',
    may: 'Podrá',
    scopes: {
      read: 'Leer todo lo que usted puede ver',
      'runs:write': 'Cambiar organizaciones, conexiones y procesos',
      approve: 'Decidir aprobaciones en su nombre',
      admin: 'Administrar tokens, miembros y políticas',
    },
    extra: 'Solicitó más de lo habitual. Seleccione solo lo que necesite:',
    notYours: 'Sus roles no incluyen lo demás que solicitó: {scopes}',
    tokenName: 'Nombre de su token',
    tokenNameHint: 'Los propietarios lo ven en la lista de tokens de API, donde se puede revocar.',
    defaultName: 'Línea de comandos de Keyway, {date}',
    validFor: 'Válido durante',
    days: '{count, plural, one {# día} other {# días}}',
    allow: 'Permitir',
    deny: 'No permitir',
    otherAccount: 'Usar otra cuenta',
    nameProblem: 'Dé al token un nombre de 1 a {max} caracteres.',
    nothingChosen: 'Seleccione al menos una cosa que podrá hacer.',
  },
  texts: {
    csrfHeaderMissing: 'Envíe el encabezado x-keyway-csrf: 1 desde una página de este origen.',
    notFound: 'No se encontró.',
    hookUnsigned: 'Esta entrega no tiene una firma válida.',
    hookMalformed: 'Esto no es una entrega de eventos. No se cambió nada.',
    hookKeyUnknown: 'Aún no se conoce la clave que firmó esta entrega. Envíela de nuevo más tarde.',
    hookNotForUs: 'Aquí nada recibe esta entrega. Compare la dirección con la que muestra Keyway.',
    hookTooLarge: 'Esta entrega supera los {kibibytes} KiB. Envíe menos eventos a la vez.',
    consoleNotBuilt: 'La consola no está compilada aquí. La API está en /graphql.',
    tooLarge: 'Esta solicitud supera los {mebibytes} MiB. Envíe su contenido por partes.',
    notJson: 'Envíe JSON, con el encabezado Content-Type: application/json.',
    failed: 'Se produjo un error en Keyway. Si se repite, comunique el ID de error {requestId}.',
    evidenceSignIn: 'Inicie sesión o envíe un token de API: Authorization: Bearer kw_…',
    evidenceReadScope: 'Este token no puede leer. Use uno con el ámbito read.',
    evidenceNotFound: 'Aquí no existe esa organización o usted no tiene acceso a ella.',
    evidenceTime:
      '{parameter} no es una hora. Escríbala en RFC 3339, por ejemplo, {parameter}=2026-01-31T00:00:00Z (hora UTC).',
    evidenceRange:
      'until debe ser posterior a since, por ejemplo, since=2026-01-01T00:00:00Z&until=2026-02-01T00:00:00Z.',
    evidenceParameter:
      '{parameter} no es un parámetro aquí. Use since, until y locale, cada uno una vez como máximo.',
    evidenceLocale: 'locale no es un idioma aquí. Use locale=en o locale=es.',
    evidenceMethod: 'Use GET o HEAD.',
    evidenceSealing:
      'Ahora no se pueden firmar pruebas, porque no se puede usar la clave que sella las credenciales. No se exportó nada. Inténtelo de nuevo más tarde.',
    evidenceHistoryChanged:
      'Se modificó el historial de esta organización: no es el que se firmó. No se exportó nada. Ejecute `keyway history verify` y averigüe quién tiene acceso a la base de datos.',
    rateLimited:
      'Demasiadas solicitudes. Inténtelo de nuevo en {seconds, plural, one {# segundo} other {# segundos}}.',
    stopping: 'Este proceso del servidor está a punto de detenerse.',
    databaseSilent: 'La base de datos no responde.',
    databaseMoving:
      'La base de datos se está trasladando a otro servidor. Se puede leer todo, pero no cambiar nada, y no se envía nada.',
    sealingKeyUnusable:
      'No se puede usar la clave que sella las credenciales; consulte el registro. Hasta entonces no se pueden conectar ni comprobar nubes.',
  },
  unavailable: {
    full: 'La base de datos no tiene espacio en disco. No se cambió nada. Inténtelo de nuevo cuando haya espacio.',
    exhausted:
      'La base de datos no tiene conexiones libres. No se cambió nada. Inténtelo de nuevo en breve.',
    busy: 'La base de datos tardó demasiado, porque otras solicitudes usan los mismos datos. No se cambió nada. Inténtelo de nuevo en breve.',
    away: 'No se puede acceder a la base de datos. No se cambió nada. Inténtelo de nuevo en breve.',
    moving:
      'La base de datos se está trasladando a otro servidor. Mientras tanto puede leer, pero no cambiar nada. No se cambió nada. Inténtelo de nuevo más tarde.',
    newer:
      'Keyway se está actualizando: una versión más reciente guardó esto y un proceso de la versión anterior no puede leerlo. No se cambió nada. Inténtelo de nuevo en breve.',
    unknownCommit:
      'Se perdió la conexión con la base de datos al guardar, por lo que no pudimos confirmar si se hizo. Compruébelo o envíe de nuevo la solicitud con el mismo idempotencyKey.',
  },
};
